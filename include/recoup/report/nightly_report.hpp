// nightly_report.hpp: what a nightly run found, for people and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recoup {

/// What became of one file of the inbox.
struct Arrival {
  std::string file;    ///< Its name below the inbox.
  std::string status;  ///< "imported", "held" (its bytes were here before) or "refused".
  std::string sha256;
  std::string format;
  std::uint64_t entries = 0;
  std::uint64_t rejected = 0;
  std::vector<std::string> remarks;  ///< Why it was refused; each record that was.
  std::vector<std::string> notes;    ///< What a reader of the file should know: only in JSON.

  friend bool operator==(const Arrival&, const Arrival&) = default;
};

/// A case's place in the ranking.
struct RankedRow {
  std::uint64_t place = 0;  ///< From 1.
  std::string case_id;
  std::string operation;
  std::string band;
  std::string points;
  std::string value;  ///< In GBP.
  std::string next_deadline;
  std::vector<std::string> reasons;  ///< One sentence for each rule that gave points.

  friend bool operator==(const RankedRow&, const RankedRow&) = default;
};

/// A case whose place, band, points or value is not what it was.
struct RankingMove {
  std::string case_id;
  std::uint64_t place_before = 0;  ///< 0: it was not ranked.
  std::uint64_t place_now = 0;     ///< 0: it no longer is.
  std::vector<std::string> why;    ///< What changed, in sentences.

  friend bool operator==(const RankingMove&, const RankingMove&) = default;
};

/// A clock that ends soon or has ended.
struct EndingClock {
  std::string case_id;
  std::string seizure;
  std::string what;
  std::string ends;
  std::string last_working_day;
  std::string authority;
  std::string status;

  friend bool operator==(const EndingClock&, const EndingClock&) = default;
};

/// A changed case, or one that could not be put together.
struct ExaminedCase {
  std::string case_id;
  std::string summary;               ///< In one sentence; empty where it failed.
  std::vector<std::string> remarks;  ///< What a person must look at.

  friend bool operator==(const ExaminedCase&, const ExaminedCase&) = default;
};

/// Everything that a run found.
struct NightlyReport {
  std::string as_at;
  std::uint64_t number = 0;
  int within_days = 0;
  std::vector<Arrival> arrivals;  ///< By name.
  std::vector<ExaminedCase> examined;
  std::uint64_t cases = 0;
  std::vector<RankingMove> moves;
  std::vector<EndingClock> clocks;  ///< Soonest first.
  std::vector<RankedRow> ranking;

  /// Whether something of it needs a person.
  [[nodiscard]] bool needs_person() const;
};

/// What moved between two rankings, and why: by the new place, those that are gone last.
[[nodiscard]] std::vector<RankingMove> ranking_moves(const std::vector<RankedRow>& before,
                                                     const std::vector<RankedRow>& now);

[[nodiscard]] std::string nightly_json(const NightlyReport& report);
[[nodiscard]] std::string nightly_text(const NightlyReport& report);
/// One page without script or anything from outside it.
[[nodiscard]] std::string nightly_html(const NightlyReport& report);

}  // namespace recoup
