#include "recoup/rules/lifestyle.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace recoup {
namespace {

/// A case file, written field by field.
class CaseFile {
 public:
  CaseFile& with(const std::string& section, const std::string& key, const std::string& field,
                 const std::string& value) {
    const bool truth = value == "true" || value == "false";
    const auto kind = truth ? CaseFact::Kind::truth : CaseFact::Kind::text;
    facts_.push_back({"C1", section, key, 0, field, kind, value, ++line_});
    return *this;
  }
  CaseFile& offence(const std::string& key, const std::string& benefit) {
    with("offences", key, "convicted", "true").with("offences", key, "schedule_2", "false");
    with("offences", key, "benefit", benefit);
    with("offences", key, "from", "2023-01-01");
    return with("offences", key, "to", "2023-01-31");
  }
  [[nodiscard]] CaseFile without(const std::string& key, const std::string& field) const {
    CaseFile fewer = *this;
    std::erase_if(fewer.facts_,
                  [&](const CaseFact& fact) { return fact.key == key && fact.field == field; });
    return fewer;
  }
  CaseFile& set(const std::string& key, const std::string& field, const std::string& value) {
    for (CaseFact& fact : facts_) {
      if (fact.key == key && fact.field == field) fact.value = value;
    }
    return *this;
  }
  [[nodiscard]] Finding finding() const {
    const Pack pack = built_in_pack("ew-criminal-lifestyle").value();
    return criminal_lifestyle(pack, facts_, "case.json").value();
  }
  [[nodiscard]] const std::vector<CaseFact>& facts() const { return facts_; }

 private:
  std::vector<CaseFact> facts_;
  std::uint64_t line_ = 0;
};

CaseFile case_file() {
  CaseFile file;
  file.with("proceedings", "", "started", "2024-03-15");
  file.with("defendant", "", "previous_convictions", "none");
  return file;
}

std::string answer(const CaseFile& file) {
  const Finding finding = file.finding();
  return finding.status == Status::determined ? text(finding.value) : "open";
}

TEST(CriminalLifestyle, AListedOffenceIsEnoughAlone) {
  CaseFile file = case_file().offence("O1", "0.00");
  EXPECT_EQ(answer(file), "false");
  file.set("O1", "schedule_2", "true");
  EXPECT_EQ(answer(file), "true");
  EXPECT_EQ(file.finding().fired[0].rule, "O1: s75-2-a");
  file.set("O1", "convicted", "false");
  EXPECT_EQ(answer(file), "false");
}

TEST(CriminalLifestyle, AnOffenceIsLookedUpInTheListWhereTheFileOnlyNamesIt) {
  const auto with_statute = [](const std::string& statute) {
    CaseFile file = case_file().offence("O1", "0.00").without("O1", "schedule_2");
    return answer(file.with("offences", "O1", "statute", statute));
  };
  EXPECT_EQ(with_statute("Misuse of Drugs Act 1971 s.4(3)"), "true");
  EXPECT_EQ(with_statute("Misuse of Drugs Act 1971 s.4(3); Criminal Law Act 1977 s.1"), "true");
  EXPECT_EQ(with_statute("Proceeds of Crime Act 2002 s.327"), "true");
  EXPECT_EQ(with_statute("Proceeds of Crime Act 2002 s.329"), "false");
  EXPECT_EQ(with_statute("Fraud Act 2006 s.1"), "false");
  // What the list neither names nor excludes is never taken as unlisted.
  EXPECT_EQ(with_statute("Misuse of Drugs Act 1971 s.4"), "open");
  EXPECT_EQ(with_statute("Misuse of Drugs Act s.4(3)"), "open");
  EXPECT_EQ(with_statute("Fraud Act 2006 s.1; Criminal Law Act 1977 s.1"), "open");
  EXPECT_EQ(with_statute("Customs and Excise Management Act 1979 s.170"), "open");
  EXPECT_EQ(with_statute("to be settled"), "open");
  CaseFile stated = case_file().offence("O1", "0.00");
  EXPECT_EQ(answer(stated.with("offences", "O1", "statute", "Misuse of Drugs Act 1971 s.8")),
            "false");
}

TEST(CriminalLifestyle, ThreeOtherOffencesAreFourInAll) {
  CaseFile three = case_file().offence("O1", "3000.00").offence("O2", "3000.00");
  three.offence("O3", "3000.00");
  EXPECT_EQ(answer(three), "false");
  CaseFile four = three;
  four.offence("O4", "0.01");
  EXPECT_EQ(answer(four), "true");
  CaseFile fourth_without_benefit = three;
  fourth_without_benefit.offence("O4", "0.00");
  EXPECT_EQ(answer(fourth_without_benefit), "false");
  CaseFile fourth_considered = four;
  fourth_considered.with("offences", "O4", "taken_into_consideration", "true");
  fourth_considered.with("offences", "O4", "attached_to", "O1");
  EXPECT_EQ(answer(fourth_considered), "false");
}

TEST(CriminalLifestyle, TheMoneyTestIncludesItsEdge) {
  for (const auto& [last, expected] :
       {std::pair<const char*, const char*>{"1999.99", "false"}, {"2000.00", "true"}}) {
    CaseFile file = case_file().offence("O1", "1000.00").offence("O2", "1000.00");
    file.offence("O3", "1000.00").offence("O4", last);
    EXPECT_EQ(answer(file), expected) << last;
  }
}

TEST(CriminalLifestyle, WhatIsTakenIntoConsiderationHelpsToReachTheAmount) {
  CaseFile file = case_file().offence("O1", "1000.00").offence("O2", "1000.00");
  file.offence("O3", "1000.00").offence("O4", "1999.99");
  file.with("offences", "T1", "taken_into_consideration", "true");
  file.with("offences", "T1", "attached_to", "O2").with("offences", "T1", "benefit", "0.01");
  const Finding finding = file.finding();
  EXPECT_TRUE(finding.value.is_true());
  const auto fact = std::find_if(finding.facts.begin(), finding.facts.end(), [](const Fact& one) {
    return one.name == "O1: relevant benefit course";
  });
  ASSERT_NE(fact, finding.facts.end());
  EXPECT_EQ(fact->origin.derivation,
            "1,000.00 GBP (O1) + 1,000.00 GBP (O2) + 0.01 GBP (T1, taken into consideration) + "
            "1,000.00 GBP (O3) + 1,999.99 GBP (O4)");
}

TEST(CriminalLifestyle, AnotherCourseDoesNotCount) {
  CaseFile file = case_file().offence("O1", "1000.00").offence("O2", "1000.00");
  file.offence("O3", "1000.00").offence("O4", "2000.00");
  for (const char* key : {"O1", "O2", "O3"}) file.with("offences", key, "course", "lending");
  file.with("offences", "O4", "course", "cars");
  EXPECT_EQ(answer(file), "false");
}

// law.md 1.4: from 1 January 2023 the last act on or after 30 June 2023 satisfies the period.
TEST(CriminalLifestyle, SixMonthsCountTheFirstDay) {
  for (const auto& [to, expected] :
       {std::pair<const char*, const char*>{"2023-06-29", "false"}, {"2023-06-30", "true"}}) {
    CaseFile file = case_file().offence("O1", "5000.00");
    file.set("O1", "to", to);
    EXPECT_EQ(answer(file), expected) << to;
  }
  CaseFile poorer = case_file().offence("O1", "4999.99");
  poorer.set("O1", "to", "2023-06-30");
  EXPECT_EQ(answer(poorer), "false");
}

CaseFile with_record(const std::string& first, const std::string& second) {
  CaseFile file = case_file().offence("O1", "5000.00");
  int number = 0;
  for (const std::string& on : {first, second}) {
    const std::string key = "P" + std::to_string(++number);
    file.with("previous_convictions", key, "convicted_on", on);
    file.with("previous_convictions", key, "benefited", "true");
  }
  return file;
}

// The six years that end with 15 March 2024 begin on 16 March 2018.
TEST(CriminalLifestyle, EarlierConvictionsCountWithinTheSixYearsByOccasion) {
  EXPECT_EQ(answer(with_record("2018-03-16", "2024-03-15")), "true");
  EXPECT_EQ(answer(with_record("2018-03-15", "2024-03-15")), "false");
  EXPECT_EQ(answer(with_record("2018-03-16", "2024-03-16")), "false");
  EXPECT_EQ(answer(with_record("2020-05-06", "2020-05-06")), "false");
  CaseFile file = with_record("2020-05-06", "2021-05-06");
  file.set("P2", "benefited", "false");
  EXPECT_EQ(answer(file), "false");
}

TEST(CriminalLifestyle, EarlierBenefitThatIsNotStatedLeavesASmallAmountOpen) {
  CaseFile file = with_record("2020-05-06", "2021-05-06");
  file.set("O1", "benefit", "4000.00");
  const Finding finding = file.finding();
  EXPECT_EQ(finding.status, Status::undetermined);
  EXPECT_EQ(finding.missing, (std::vector<std::string>{"previous_convictions.P1.benefit",
                                                       "previous_convictions.P2.benefit"}));
}

TEST(CriminalLifestyle, AFactThatIsTakenAwayNeverMakesANo) {
  CaseFile yes = case_file().offence("O1", "2000.00").offence("O2", "1000.00");
  yes.offence("O3", "1000.00").offence("O4", "1000.00");
  ASSERT_EQ(answer(yes), "true");
  for (const CaseFact& fact : yes.facts()) {
    EXPECT_NE(answer(yes.without(fact.key, fact.field)), "false") << fact.key << " " << fact.field;
  }
  CaseFile no = case_file().offence("O1", "6000.00");
  ASSERT_EQ(answer(no), "false");
  for (const char* field : {"schedule_2", "from", "to"}) {
    const Finding finding = no.without("O1", field).finding();
    EXPECT_EQ(finding.status, Status::undetermined) << field;
    EXPECT_EQ(finding.missing, std::vector<std::string>{std::string("offences.O1.") + field});
  }
  const Finding no_record = no.without("", "previous_convictions").finding();
  EXPECT_EQ(no_record.missing, std::vector<std::string>{"previous_convictions"});
  EXPECT_EQ(CaseFile().finding().missing, std::vector<std::string>{"offences"});
}

TEST(CriminalLifestyle, BadDatesAndAmountsAreErrorsWithTheirPlace) {
  const Pack pack = built_in_pack("ew-criminal-lifestyle").value();
  CaseFile file = case_file().offence("O1", "1,000.00");
  const auto amount = criminal_lifestyle(pack, file.facts(), "case.json");
  ASSERT_FALSE(amount.has_value());
  EXPECT_EQ(amount.error().place, (Place{"case.json", 5, "offences.O1.benefit"}));
  file.set("O1", "benefit", "1000.00").set("O1", "from", "01/01/2023");
  EXPECT_EQ(criminal_lifestyle(pack, file.facts(), "case.json").error().place.field,
            "offences.O1.from");
}

TEST(CriminalLifestyle, TheReasonIsASentenceWithItsFigures) {
  CaseFile file = case_file().offence("O1", "18204.50");
  file.set("O1", "from", "2024-01-08").set("O1", "to", "2024-09-30");
  file.with("offences", "O1", "description", "converting criminal property");
  const Finding finding = file.finding();
  ASSERT_EQ(finding.fired.size(), 1U);
  EXPECT_EQ(
      finding.fired[0].reason,
      "O1: The offence (converting criminal property) ran from 8 January 2024 to 30 September "
      "2024 (at least 6 months), and relevant benefit is at least 18,204.50 GBP (not less "
      "than 5,000.00 GBP).");
}

}  // namespace
}  // namespace recoup
