#include <utility>

#include "recoup/base/date.hpp"
#include "report_material.hpp"

namespace recoup {
namespace {

CourtParagraph paragraph(std::vector<CourtRun> runs, std::uint8_t level = 0) {
  return {std::move(runs), level};
}

ScheduleReference see(Schedule schedule) { return {number(schedule), 0}; }

/// Who, when and before which court, as far as the case file says; and how the relevant day was
/// found.
void add_proceedings(const ReportMaterial& material, CourtPart& part) {
  const auto say = [&](const std::string& words, const std::string& section,
                       const std::string& field) {
    const HeldFact* held = material.loaded.facts.find(section, "", field);
    if (held == nullptr) return;
    const auto date = parse_date(held->fact.value);
    part.blocks.emplace_back(
        paragraph({words,
                   CitedFigure{date ? long_text(date.value()) : held->fact.value,
                               material.citer.cite(RecordPlace{held->document, held->fact.line},
                                                   section + "." + field)},
                   "."}));
  };
  say("Defendant: ", "defendant", "name");
  say("Court: ", "proceedings", "court");
  say("Proceedings started on ", "proceedings", "started");
  say("Date of conviction: ", "proceedings", "conviction_date");
  if (material.assessed.relevant_day) {
    part.blocks.emplace_back(
        paragraph({"How the relevant day was found: " + material.assessed.relevant_day->working}));
  }
}

/// The sentence of a step, its figure being the place where the citations stand.
std::vector<CourtRun> with_citations(const ReportMaterial& material, const Step& step) {
  const std::vector<CourtCitation> citations = material.citer.cite(step.citations);
  if (!step.figure || citations.empty()) return {step.sentence};
  const std::string figure = printed(*step.figure);
  const std::size_t at = step.sentence.find(figure);
  if (at == std::string::npos) return {step.sentence, " ", CitedFigure{figure, citations}};
  return {step.sentence.substr(0, at), CitedFigure{figure, citations},
          step.sentence.substr(at + figure.size())};
}

std::string figure_text(const AssessedFigure& figure) {
  if (figure.determined()) return printed(figure.value);
  if (figure.value.is_zero() && !figure.most) return "not known";
  std::string out = printed(figure.value) + ", provisional: from " + printed(figure.least);
  return out + (figure.most ? " to " + printed(*figure.most) : " upwards, as facts are missing");
}

}  // namespace

CourtPart part_confiscation(const ReportMaterial& material) {
  CourtPart part{"What would follow in confiscation", {}};
  const Assessment& assessment = material.assessed.assessment;
  if (!assessment.refused.empty()) part.blocks.emplace_back(paragraph({assessment.refused}));
  add_proceedings(material, part);
  for (const Step& step : assessment.steps) {
    std::vector<CourtRun> runs = with_citations(material, step);
    if (!step.determined) runs.emplace_back(BoldText{" Provisional."});
    if (!step.authority.empty()) runs.emplace_back(" (" + step.authority + ")");
    part.blocks.emplace_back(paragraph(std::move(runs)));
  }
  for (const Scenario& scenario : assessment.scenarios) {
    const std::string head = assessment.scenarios.size() == 1 ? "In sum: "
                             : scenario.lifestyle             ? "If a criminal lifestyle is found: "
                                                  : "If no criminal lifestyle is found: ";
    const auto shown = [](const std::optional<AssessedFigure>& figure) {
      return figure ? figure_text(*figure) : std::string("not stated");
    };
    part.blocks.emplace_back(
        paragraph({head + "benefit ", BoldText{shown(scenario.benefit)}, ", available amount ",
                   BoldText{shown(scenario.available)}, ", recoverable amount ",
                   BoldText{shown(scenario.recoverable)},
                   ". Where the available amount is the lower, the defendant must show it (POCA "
                   "2002 s.7(2))."}));
  }
  part.blocks.emplace_back(
      paragraph({"The items are in ", see(Schedule::benefit), " and ", see(Schedule::means), "."}));
  for (const std::string& missing : assessment.missing) {
    part.blocks.emplace_back(paragraph({"To be obtained: " + missing + "."}, 1));
  }
  return part;
}

}  // namespace recoup
