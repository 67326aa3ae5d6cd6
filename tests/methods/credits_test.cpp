#include "recoup/methods/credits.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

/// One credit of account A, beside account B of the same holder and account X of another.
ClassifiedCredit only_credit(const Transaction& credit, const std::string& other_line = "",
                             const std::string& other = "B",
                             const std::vector<CreditWord>& words = {}) {
  StatementPart a{"A", sha256("a"), {credit}, {}};
  std::vector<StatementPart> parts = {a};
  if (!other_line.empty()) parts.push_back(part(other, "o", {other_line}));
  const Ledger ledger = build_ledger(std::move(parts), {}).value().ledger;
  const Links links = match(ledger);
  CreditQuestion question{ledger, links, {}, " r. amble", {}, {}, words};
  for (const std::string& name : ledger.accounts) {
    question.holders.push_back(name == "X" ? "P. Quill" : "R. Amble");
  }
  const Credits credits = classify_credits(question);
  EXPECT_EQ(credits.rows.size(), 1U);
  return credits.rows.at(0);
}

Transaction credit(const std::string& line, const std::string& description = "",
                   const std::string& name = "") {
  Transaction made = entry("A", line, 1);
  made.description = description;
  made.counterparty_name = name;
  return made;
}

TEST(Credits, AMatchedDebitOfTheSameHolderIsAnOwnTransfer) {
  const ClassifiedCredit row = only_credit(credit("2025-01-02|5.00|B"), "2025-01-02|-5.00|A");
  EXPECT_EQ(row.kind, CreditKind::own_transfer);
  EXPECT_EQ(row.basis, CreditBasis::match);
}

TEST(Credits, AMatchedDebitOfAnotherHolderIsAThirdParty) {
  const ClassifiedCredit row = only_credit(credit("2025-01-02|5.00|X"), "2025-01-02|-5.00|A", "X");
  EXPECT_EQ(row.kind, CreditKind::third_party);
  EXPECT_EQ(row.basis, CreditBasis::match);
}

TEST(Credits, WordsDecideOnlyWhereNothingBetterDoes) {
  const std::vector<CreditWord> words = {{"cash paid in", CreditKind::cash},
                                         {"salary", CreditKind::wages}};
  const ClassifiedCredit cash =
      only_credit(credit("2025-01-02|5.00", "Cash Paid In, High St"), "", "B", words);
  EXPECT_EQ(cash.kind, CreditKind::cash);
  EXPECT_EQ(cash.basis, CreditBasis::words);
  EXPECT_EQ(cash.why, "the words \"cash paid in\" alone");
  EXPECT_EQ(
      only_credit(credit("2025-01-02|5.00|B", "SALARY"), "2025-01-02|-5.00|A", "B", words).kind,
      CreditKind::own_transfer);
}

TEST(Credits, ANamedPartyIsAThirdPartyAndNothingIsUnknown) {
  EXPECT_EQ(only_credit(credit("2025-01-02|5.00", "", "L. Marsh")).kind, CreditKind::third_party);
  EXPECT_EQ(only_credit(credit("2025-01-02|5.00", "ref 7")).kind, CreditKind::unknown);
}

TEST(Credits, WordsAreWholeWords) {
  EXPECT_TRUE(has_words("CASH", "cash"));
  EXPECT_TRUE(has_words("xcash cash-in", "cash"));
  EXPECT_FALSE(has_words("CASHIER", "cash"));
  EXPECT_FALSE(has_words("", "cash"));
  EXPECT_FALSE(has_words("cash", ""));
}

TEST(Credits, WithoutASubjectNoAccountIsAnOwnOne) {
  const Ledger ledger = build_ledger({part("A", "a", {"2025-01-02|5.00"})}, {}).value().ledger;
  const Links links = match(ledger);
  const Credits credits = classify_credits({ledger, links, {"R. Amble"}, "", {}, {}, {}});
  EXPECT_TRUE(credits.rows.empty());
  ASSERT_EQ(credits.missing.size(), 1U);
  EXPECT_NE(credits.missing[0].find("whose figures"), std::string::npos);
}

TEST(Credits, AnAccountWithoutAHolderIsMissingAndNotOwn) {
  const Ledger ledger = build_ledger({part("A", "a", {"2025-01-02|5.00"})}, {}).value().ledger;
  const Links links = match(ledger);
  const Credits credits = classify_credits({ledger, links, {""}, "R. Amble", {}, {}, {}});
  EXPECT_TRUE(credits.rows.empty());
  EXPECT_EQ(credits.missing, std::vector<std::string>{"the holder of account A"});
}

}  // namespace
}  // namespace recoup
