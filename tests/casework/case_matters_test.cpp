#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/assess_case.hpp"

namespace recoup {
namespace {

using testing::Contains;
using testing::HasSubstr;

const std::string index_file =
    "\"Title\",\"An index\"\n\"CDID\",\"X9ZZ\"\n\"2018\",\"112.0\"\n\"2018 Q1\",\"112.1\"\n"
    "\"2018 MAR\",\"112.3\"\n\"2020 JAN\",\"120.0\"\n\"2024 FEB\",\"129.0\"\n"
    "\"2025 AUG\",\"135.4\"\n";

class CaseMatters : public CaseworkTest {
 protected:
  ImportReport import_case(const std::string& sections) {
    return import("case.json",
                  R"({"case": {"id": "C-1"}, "defendant": {"name": "A. Smith"}, )"
                  R"("proceedings": {"started": "2024-03-15", "conviction_date": "2024-06-14",)"
                  R"( "prosecutor_asks": true}, )"
                  R"("offences": [{"id": "O1", "from": "2018-01-04", "to": "2023-11-30",)"
                  R"( "convicted": true, "schedule_2": true}], )" +
                      sections + "}");
  }

  Assessment assessed(const char* as_at) {
    const Law law = load_law().value();
    const LoadedCase loaded = load_case(session_, "C-1").value();
    return assess_case(loaded, law, parse_date(as_at).value()).value().assessment;
  }

  static Step step_with(const Assessment& assessment, const std::string& words) {
    for (const Step& step : assessment.steps) {
      if (step.sentence.find(words) != std::string::npos) return step;
    }
    ADD_FAILURE() << "no step says " << words;
    return {};
  }

  static Money money(const char* amount) { return Money::parse_plain(amount, gbp).value(); }
};

const std::string one_item =
    R"("benefit_items": [{"id": "B1", "kind": "particular", "date": "2018-03-20",)"
    R"( "amount": "50000.00"}])";

// law.md 1.8, TV-UPL-1, from a published series.
TEST_F(CaseMatters, TakeTheChangeInTheValueOfMoneyFromTheNamedSeries) {
  import("index.csv", index_file);
  import_case(R"("valuation": {"series": "X9ZZ", "decision_on": "2025-08-31"}, )" + one_item);
  const Assessment assessment = assessed("2025-09-30");
  const AssessedItem item = assessment.scenarios.at(0).benefit_items.at(0);
  EXPECT_EQ(item.value, money("60284.95"));
  EXPECT_THAT(item.reason, HasSubstr("135.4 (X9ZZ of 2025-08)/112.3 (X9ZZ of 2018-03)"));
  const StatedPlace cited = item.citations.at(item.citations.size() - 2);
  EXPECT_EQ(cited.document_name, "index.csv");
  EXPECT_EQ(cited.document, sha256(index_file));
  EXPECT_EQ(cited.line, 5U);
  EXPECT_TRUE(item.missing.empty());
  EXPECT_TRUE(step_with(assessment, "taken from the index X9ZZ").determined);
}

// law.md 1.9, TV-GIFT-1: the present value is the larger limb; the other is 161,250.00.
TEST_F(CaseMatters, TakeTheIndexOfAGiftFromTheSeriesToo) {
  import("index.csv", index_file);
  const auto gift = [&](const char* value_now) {
    import_case(R"("valuation": {"series": "X9ZZ", "decision_on": "2024-02-01"}, )" + one_item +
                R"(, "gifts": [{"id": "G1", "recipient": "B. Smith", "date": "2020-01-15",)"
                R"( "value_at_gift": "200000.00", "consideration": "50000.00", "value_now": ")" +
                value_now + "\"}]");
    return assessed("2025-09-30").scenarios.at(0).gifts.at(0);
  };
  EXPECT_EQ(gift("260000.00").value, money("195000.00"));
  EXPECT_THAT(gift("260000.00").reason, HasSubstr("£161,250.00"));
  EXPECT_EQ(gift("150000.00").value, money("161250.00"));
}

TEST_F(CaseMatters, SayWhereTheSeriesEndsAndTakeNoOtherMonth) {
  import("index.csv", index_file);
  import_case(R"("valuation": {"series": "X9ZZ"}, )" + one_item);
  const Assessment assessment = assessed("2025-09-30");
  const Scenario& scenario = assessment.scenarios.at(0);
  EXPECT_EQ(scenario.benefit_items.at(0).value, money("50000.00"));
  EXPECT_FALSE(scenario.benefit->determined());
  EXPECT_THAT(scenario.benefit_items.at(0).missing,
              Contains("benefit_items/B1: the index X9ZZ of 2025-09: the series ends in 2025-08"));
  EXPECT_FALSE(step_with(assessment, "taken from the index X9ZZ").determined);
}

TEST_F(CaseMatters, SayWhereTheSeriesBeginsOrHasAHoleOrIsNotThere) {
  import("index.csv", index_file);
  const auto missing = [&](const std::string& series, const std::string& date) {
    import_case(R"("valuation": {"series": ")" + series + R"(", "decision_on": "2025-08-31"}, )" +
                R"("benefit_items": [{"id": "B1", "kind": "particular", "date": ")" + date +
                R"(", "amount": "5.00"}])");
    return assessed("2025-09-30").scenarios.at(0).benefit_items.at(0).missing;
  };
  EXPECT_THAT(missing("X9ZZ", "2018-02-28"), Contains(HasSubstr("the series begins in 2018-03")));
  EXPECT_THAT(missing("X9ZZ", "2018-04-01"), Contains(HasSubstr("no figure for that month")));
  EXPECT_THAT(missing("NONE", "2018-03-01"), Contains(HasSubstr("no monthly series")));
  EXPECT_THAT(missing("X9ZZ", "2025-09-01"), Contains(HasSubstr("not after the month")));
}

TEST_F(CaseMatters, LeaveIndexFiguresOfTheFileAsTheyAre) {
  import("index.csv", index_file);
  import_case(R"("valuation": {"series": "X9ZZ", "decision_on": "2025-08-31"}, )"
              R"("benefit_items": [{"id": "B1", "kind": "particular", "date": "2018-03-20",)"
              R"( "amount": "100.00", "index_then": "1", "index_now": "2"}])");
  EXPECT_EQ(assessed("2025-09-30").scenarios.at(0).benefit_items.at(0).value, money("200.00"));
}

TEST_F(CaseMatters, AskThePackWhetherAnOrderMayBeDischarged) {
  const auto asked = [&](const std::string& kind, const std::string& remaining,
                         const std::string& finding) {
    import_case(R"("reconsiderations": [{"id": "R1", "kind": ")" + kind +
                R"(", "applied_on": "2025-06-02", "remaining": ")" + remaining + "\"}]" +
                (finding.empty() ? std::string()
                                 : R"(, "findings": [{"id": "F1", "matter": "exchange-rates",)"
                                   R"( "about": "R1", "author": "X", "answer": ")" +
                                       finding + "\"}]"));
    return assessed("2025-09-30");
  };
  const char* const may = "the order may be discharged";
  const char* const may_not = "the order may not be discharged";
  EXPECT_TRUE(step_with(asked("s.24", "999.99", "yes"), may).determined);
  EXPECT_TRUE(step_with(asked("s.24", "1000.00", "yes"), may_not).determined);
  EXPECT_TRUE(step_with(asked("s.25", "50.00", ""), may).determined);
  EXPECT_TRUE(step_with(asked("s.25", "50.01", ""), may_not).determined);
  EXPECT_EQ(step_with(asked("s.25", "50.01", ""), may_not).authority, "POCA 2002 s.25(1)(c)");
}

TEST_F(CaseMatters, LeaveADischargeOpenUntilAPersonSaysWhyTheMeansFell) {
  import_case(R"("reconsiderations": [{"id": "R1", "kind": "s.24", "applied_on": "2025-06-02",)"
              R"( "remaining": "10.00"}])");
  const Step open = step_with(assessed("2025-09-30"), "may be discharged is open");
  EXPECT_THAT(open.missing, Contains(HasSubstr("\"exchange-rates\", about R1")));
}

// law.md 1.12, TV-REC.
TEST_F(CaseMatters, CountTheSixYearsFromTheConviction) {
  import_case(R"("reconsiderations": [{"id": "R1", "kind": "s.21", "applied_on": "2030-06-13"}])");
  EXPECT_THAT(step_with(assessed("2025-09-30"), "The last day for application R1").sentence,
              HasSubstr("is 13 June 2030 (6 years starting with 14 June 2024); it was made in"));
}

// law.md 1.10, TV-PAY.
TEST_F(CaseMatters, CountTheTimeToPayFromTheOrder) {
  import_case(R"("confiscation_orders": [{"id": "O1", "amount": "100.00", "made": "2025-01-15",)"
              R"( "parts": [{"amount": "60.00", "until": "2025-04-14"},)"
              R"( {"amount": "40.00", "until": "2025-07-14", "extended": true}]}])");
  const Assessment assessment = assessed("2025-09-30");
  EXPECT_THAT(step_with(assessment, "longest time for part 1").sentence,
              HasSubstr("until 14 April 2025 (3 months starting with 15 January 2025)"));
  EXPECT_THAT(step_with(assessment, "longest time for part 2").sentence,
              HasSubstr("until 14 July 2025 (6 months"));
}

TEST_F(CaseMatters, AreSectionsThatSomethingReads) {
  const ImportReport report = import_case(
      R"("valuation": {"series": "X9ZZ"}, "joint_benefit": [{"id": "J1", "amount": "1.00"}],)"
      R"( "proportionality": [{"id": "P1", "kind": "earnings", "earned": "1.00"}],)"
      R"( "reconsiderations": [{"id": "R1", "kind": "s.25"}])");
  for (const ImportedFile& file : report.files) {
    for (const std::string& note : file.notes) EXPECT_EQ(note.find("nothing reads"), note.npos);
  }
}

}  // namespace
}  // namespace recoup
