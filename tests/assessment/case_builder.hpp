// case_builder.hpp: the facts of a case file, said shortly.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// Collects facts as an importer would hand them on: one line of the document for each field.
class CaseBuilder {
 public:
  using Fields = std::initializer_list<std::pair<const char*, const char*>>;

  /// `true` and `false` become truths; every other value is text.
  CaseBuilder& add(const char* section, const char* key, Fields fields) {
    for (const auto& [field, value] : fields) {
      CaseFact fact{"OP-1", section, key, position_, field, CaseFact::Kind::text, value, ++line_};
      if (fact.value == "true" || fact.value == "false") fact.kind = CaseFact::Kind::truth;
      facts_.push_back({fact, sha256("case"), "case.json"});
    }
    ++position_;
    return *this;
  }

  [[nodiscard]] const std::vector<StatedFact>& facts() const { return facts_; }
  [[nodiscard]] std::vector<StatedFact>& facts() { return facts_; }
  [[nodiscard]] Result<AssessmentFacts> read() const { return read_assessment_facts(facts_); }

 private:
  std::vector<StatedFact> facts_;
  std::uint32_t position_ = 0;
  std::uint64_t line_ = 0;
};

inline Part2Rules shipped_part2() {
  return Part2Rules::of(built_in_pack("ew-poca-part2").value()).value();
}

inline Date day(const std::string& text) { return parse_date(text).value(); }
inline Money money(const std::string& text) { return Money::parse_plain(text, gbp).value(); }

/// Proceedings, one conviction, and the persons' findings that every assessment asks for.
inline CaseBuilder convicted_case() {
  CaseBuilder file;
  file.add("defendant", "", {{"name", "A. Smith"}})
      .add("proceedings", "",
           {{"started", "2024-03-15"},
            {"conviction_date", "2025-02-10"},
            {"prosecutor_asks", "true"}})
      .add("offences", "O1", {{"from", "2021-01-04"}, {"to", "2023-11-30"}, {"convicted", "true"}})
      .add("findings", "F1",
           {{"question", "Is the order proportionate?"},
            {"answer", "yes"},
            {"author", "Judge Brown"},
            {"date", "2025-05-01"},
            {"reasons", "full value was kept"}})
      .add("findings", "F2",
           {{"question", "Has a victim started a claim?"},
            {"answer", "no"},
            {"author", "AFI Green"}});
  return file;
}

inline AssessmentQuestion lifestyle_question() {
  AssessmentQuestion question;
  question.as_at = day("2025-06-01");
  question.lifestyle.answer = LifestyleOutcome::Answer::yes;
  question.relevant_day = day("2018-03-16");
  question.gift_relevant_day = day("2018-03-16");
  return question;
}

inline Assessment assessed(const CaseBuilder& file, const AssessmentQuestion& question) {
  return assess(file.read().value(), question, shipped_part2()).value();
}

/// The item of `section` called `id` in the first scenario.
inline AssessedItem item_of(const Assessment& assessment, const std::string& id) {
  const Scenario& scenario = assessment.scenarios.at(0);
  for (const auto* items : {&scenario.benefit_items, &scenario.assets, &scenario.obligations,
                            &scenario.gifts, &scenario.earlier_orders}) {
    for (const AssessedItem& item : *items) {
      if (item.id == id) return item;
    }
  }
  return {};
}

/// The first step whose sentence contains `words`.
inline Step step_with(const Assessment& assessment, const std::string& words) {
  for (const Step& step : assessment.steps) {
    if (step.sentence.find(words) != std::string::npos) return step;
  }
  return {};
}

}  // namespace recoup
