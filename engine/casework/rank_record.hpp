// rank_record.hpp: rankings that were recorded, and measures that are kept beside them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kept_measures.hpp"
#include "recoup/report/nightly_report.hpp"

namespace recoup {

/// A ranking as it was at a moment.
struct RecordedRanking {
  std::string recorded_at;  ///< In UTC: "2025-09-30T12:00:00".
  std::string as_at;
  std::string operation;  ///< Empty: every case.
  std::string pack_digest;
  std::vector<RankedRow> rows;
};

/// A place as it is recorded and told of.
[[nodiscard]] RankedRow row_of(const RankedCase& ranked, std::size_t place);
[[nodiscard]] std::vector<RankedRow> rows_of(const std::vector<RankedCase>& ranked);

/// A member "ranking" of the object that is open, and what is read of it.
void write_ranking(JsonWriter& json, const std::vector<RankedRow>& ranking);
[[nodiscard]] std::vector<RankedRow> read_ranking(const FlatJson& flat);

/// The measures kept in the folder; none where there is no such file. Errors: malformed.
[[nodiscard]] Result<MeasuresByCase> kept_in(const std::string& folder);
/// Errors: cannot_write.
Result<void> keep_in(const std::string& folder, const MeasuresByCase& measures);

/// Errors: cannot_write.
Result<void> record_ranking(const std::string& folder, const RecordedRanking& ranking);
/// The last ranking of the operation that was recorded by the moment `until`, or nothing.
/// Errors: malformed (a file that was altered).
[[nodiscard]] Result<std::optional<RecordedRanking>> last_recorded(const std::string& folder,
                                                                   const std::string& operation,
                                                                   const std::string& until);

}  // namespace recoup
