// report_material.hpp: what every part of a case's report draws on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/casework/assess_case.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/clocks/deadlines.hpp"
#include "recoup/report/court_document.hpp"
#include "recoup/tracing/range.hpp"

namespace recoup {

/// The documents of a case by number, and what stands on their lines.
class Citer {
 public:
  /// Reads the documents' bytes from the store.
  static Result<Citer> read(const Session& session, const std::vector<HeldDocument>& documents);

  [[nodiscard]] std::vector<CourtCitation> cite(const RecordPlace& place,
                                                const std::string& field = {}) const;
  [[nodiscard]] std::vector<CourtCitation> cite(const std::vector<StatedPlace>& places) const;
  /// The number of a document in the report, from 1.
  [[nodiscard]] std::uint32_t number(const Digest& digest) const;

 private:
  struct CitedDocument {
    std::uint32_t number = 0;
    bool is_ofx = false;
    std::vector<std::string> lines;
  };

  [[nodiscard]] static std::string record_text(const CitedDocument& document, std::uint64_t line);

  std::map<Digest, CitedDocument> documents_;
};

/// A case with everything that was computed of it.
struct ReportMaterial {
  const LoadedCase& loaded;
  const Citer& citer;
  const std::vector<Trace>& traces;
  const std::vector<RangeRow>& range;
  const CaseAssessment& assessed;
  const std::vector<Deadline>& deadlines;
};

/// Number of each schedule, so that paragraphs can refer to them.
enum class Schedule : std::uint32_t {
  accounts = 1,
  sources,
  results,
  movements,
  benefit,
  means,
  seizures,
  clocks,
  completeness,
};

[[nodiscard]] constexpr std::uint32_t number(Schedule schedule) noexcept {
  return static_cast<std::uint32_t>(schedule);
}

// Parts and schedules, one function each.
[[nodiscard]] CourtPart part_about(const ReportMaterial& material);
[[nodiscard]] CourtPart part_money(const ReportMaterial& material);
[[nodiscard]] CourtPart part_confiscation(const ReportMaterial& material);
[[nodiscard]] CourtPart part_seizures(const ReportMaterial& material);
[[nodiscard]] CourtPart part_attention(const ReportMaterial& material);
[[nodiscard]] CourtPart part_by_hand(const Law& law);
[[nodiscard]] CourtPart part_chart(const ReportMaterial& material);

[[nodiscard]] CourtTable schedule_accounts(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_sources(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_results(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_movements(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_benefit(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_means(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_seizures(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_clocks(const ReportMaterial& material);
[[nodiscard]] CourtTable schedule_completeness(const ReportMaterial& material);

/// "cash", "listed asset: 2 watches", "drugs: heroin".
[[nodiscard]] std::string seizure_kind_words(const Seizure& seizure);

/// The flow of the sources under `trace`: payers, accounts, end points, overdrafts and gaps.
[[nodiscard]] Flow flow_of(const LoadedCase& loaded, const Trace& trace);

/// The trace whose flow is drawn and whose movements are listed: own money first, as for the
/// account of a suspected wrongdoer.
[[nodiscard]] const Trace& headline(const ReportMaterial& material);

}  // namespace recoup
