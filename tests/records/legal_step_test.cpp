#include "recoup/records/legal_step.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace recoup {
namespace {

std::vector<CaseFact> step_facts(const std::vector<std::pair<const char*, const char*>>& fields,
                                 const char* id = "T1") {
  std::vector<CaseFact> facts;
  for (const auto& [field, value] : fields) {
    const bool is_truth = std::string(value) == "true";
    facts.push_back({"OP-1", "steps", id, 0, field,
                     is_truth ? CaseFact::Kind::truth : CaseFact::Kind::text, value, 12});
  }
  return facts;
}

std::string refusal(const std::vector<std::pair<const char*, const char*>>& fields) {
  const auto steps = read_legal_steps(step_facts(fields));
  return steps ? "accepted" : steps.error().place.field;
}

TEST(LegalStep, EveryKindIsReadByTheWordThatItIsWrittenWith) {
  int about_seizures = 0;
  int kinds = 0;
  for (auto kind = StepKind::detention; kind <= StepKind::moratorium_extension;
       kind = static_cast<StepKind>(static_cast<int>(kind) + 1)) {
    EXPECT_EQ(parse_step_kind(text(kind)), kind) << text(kind);
    about_seizures += is_about_seizure(kind) ? 1 : 0;
    ++kinds;
  }
  EXPECT_EQ(kinds, 37);
  EXPECT_EQ(about_seizures, 13);
  EXPECT_EQ(parse_step_kind("Detention"), std::nullopt);
  EXPECT_EQ(parse_step_kind(""), std::nullopt);
}

TEST(LegalStep, KeepsWhatItsEntrySays) {
  const auto steps = read_legal_steps(step_facts({{"kind", "overseas-request"},
                                                  {"seizure", "X-1"},
                                                  {"region", "scotland"},
                                                  {"made", "2025-03-04T09:15"},
                                                  {"until", "2025-09-03"},
                                                  {"ended", "2025-08-01"},
                                                  {"amount", "100.00"},
                                                  {"of", "T0"}}))
                         .value();
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].id, "T1");
  EXPECT_EQ(steps[0].kind, StepKind::overseas_request);
  EXPECT_EQ(steps[0].seizure, "X-1");
  EXPECT_EQ(steps[0].of, "T0");
  EXPECT_EQ(steps[0].region, "scotland");
  EXPECT_EQ(steps[0].made->text(), "2025-03-04T09:15:00");
  EXPECT_EQ(steps[0].until, make_date(2025, 9, 3));
  EXPECT_EQ(steps[0].ended->text(), "2025-08-01");
  EXPECT_EQ(steps[0].amount, "100.00");
  EXPECT_EQ(steps[0].line, 12U);
}

TEST(LegalStep, AWithdrawnEntryIsLeftOutWhateverElseItSays) {
  EXPECT_TRUE(
      read_legal_steps(step_facts({{"removed", "true"}, {"why", "a slip"}})).value().empty());
}

TEST(LegalStep, RefusesWhatCannotBe) {
  EXPECT_EQ(refusal({{"kind", "postponment"}}), "steps/T1/kind");
  EXPECT_EQ(refusal({{"made", "2025-03-04"}}), "steps/T1/kind");
  EXPECT_EQ(refusal({{"kind", "postponement"}, {"made", "2025-02-30"}}), "steps/T1/made");
  EXPECT_EQ(refusal({{"kind", "postponement"}, {"until", "soon"}}), "steps/T1/until");
  EXPECT_EQ(refusal({{"kind", "postponement"}, {"region", "England"}}), "steps/T1/region");
  EXPECT_EQ(refusal({{"kind", "postponement"}, {"made", "2025-03-04"}, {"until", "2025-03-03"}}),
            "steps/T1/until");
  EXPECT_EQ(refusal({{"kind", "appeal"},
                     {"seizure", "X"},
                     {"made", "2025-03-04T10:00"},
                     {"ended", "2025-03-03"}}),
            "steps/T1/ended");
  EXPECT_EQ(refusal({{"kind", "appeal"}, {"made", "2025-03-04"}}), "steps/T1/seizure");
  EXPECT_EQ(refusal({{"kind", "postponement"}, {"made", "2025-03-04"}, {"until", "2025-03-04"}}),
            "accepted");
}

}  // namespace
}  // namespace recoup
