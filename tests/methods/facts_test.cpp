#include "recoup/methods/facts.hpp"

#include <gtest/gtest.h>

#include "means_file.hpp"
#include "recoup/assessment/entry_reader.hpp"

namespace recoup {
namespace {

ErrorCode refusal(const MeansFile& file) {
  const auto facts = read_means_facts(file.facts());
  EXPECT_FALSE(facts.has_value());
  return facts ? ErrorCode::busy : facts.error().code;
}

TEST(MeansFacts, NameTheSubjectOrElseTheDefendant) {
  MeansFile file;
  file.add("defendant", "", {{"name", "T. Holm"}});
  EXPECT_EQ(file.read().subject(), "T. Holm");
  file.period("2023-04-06", "2024-04-05");
  EXPECT_EQ(file.read().subject(), "R. Amble");
}

TEST(MeansFacts, CiteTheLineAndTheField) {
  const MeansFacts facts = MeansFile().funds("F1", "asset-bought", "41250.00").read();
  ASSERT_EQ(facts.funds.size(), 1U);
  EXPECT_EQ(facts.funds[0].amount->citation.field, "funds/F1/amount");
  EXPECT_EQ(facts.funds[0].amount->citation.line, 3U);
  EXPECT_EQ(facts.funds[0].entry.stated_by, "DC Orme");
}

TEST(MeansFacts, AKindThatIsNotKnownIsRefused) {
  EXPECT_EQ(refusal(MeansFile().funds("F1", "windfall", "1.00")), ErrorCode::malformed);
  EXPECT_EQ(refusal(MeansFile().worth("N1", "house", "2023-04-06", "1.00")), ErrorCode::malformed);
}

TEST(MeansFacts, APeriodThatEndsBeforeItBeginsIsAContradiction) {
  EXPECT_EQ(refusal(MeansFile().period("2024-04-05", "2023-04-06")), ErrorCode::contradiction);
  EXPECT_EQ(
      refusal(MeansFile().add("expenditure", "E1", {{"from", "2023-05-02"}, {"to", "2023-05-01"}})),
      ErrorCode::contradiction);
}

TEST(MeansFacts, AnAmountBelowZeroIsAContradiction) {
  EXPECT_EQ(refusal(MeansFile().earned("I1", "-1.00")), ErrorCode::contradiction);
}

TEST(MeansFacts, AWithdrawnEntryIsANoteAlone) {
  MeansFile file;
  file.add("income", "I1", {{"removed", "true"}, {"why", "of another person"}});
  const MeansFacts facts = file.read();
  EXPECT_TRUE(facts.income.empty());
  EXPECT_EQ(facts.notes, std::vector<std::string>{"income I1 is withdrawn: of another person"});
}

TEST(MeansFacts, AFieldThatNobodyReadsIsNamed) {
  MeansFile file = MeansFile().earned("I1", "5.00");
  file.add("income", "I2", {{"kind", "other"}, {"nett", "5.00"}});
  EXPECT_EQ(file.read().notes,
            std::vector<std::string>{"income/I2/nett is not a field that a method reads"});
}

TEST(EntryReader, NamesWhatItWasNotAskedFor) {
  const MeansFile file = MeansFile().earned("I1", "5.00");
  auto entries = entries_of(file.facts(), "income").value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].amount("net").value()->value.plain(), "5.00");
  EXPECT_EQ(entries[0].unread().size(), 4U);
}

}  // namespace
}  // namespace recoup
