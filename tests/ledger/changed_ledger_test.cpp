// A ledger without some of its legs is the ledger of papers that never had them.

#include "recoup/ledger/changed_ledger.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"

namespace recoup {
namespace {

Ledger ledger_of(std::vector<StatementPart> parts,
                 const std::vector<DeclaredOpening>& openings = {}) {
  return build_ledger(std::move(parts), openings).value().ledger;
}

LegRow leg(const Ledger& ledger, const std::string& reference) {
  for (std::size_t row = 0; row < ledger.leg_count(); ++row) {
    const auto text = ledger.text[row];
    if (text.reference == reference) return static_cast<LegRow>(row);
  }
  ADD_FAILURE() << "no entry " << reference;
  return {};
}

/// Leaves whole legs out.
Result<LedgerWithout> without(const Ledger& ledger, const std::vector<std::string>& references) {
  std::vector<LeftOut> left;
  for (const std::string& reference : references) {
    const LegRow row = leg(ledger, reference);
    const MinorUnits amount = ledger.amount_minor[index(row)];
    left.push_back({row, amount < 0 ? -amount : amount});
  }
  return without_legs(ledger, left);
}

/// "A b1 5.00; B ..." of every leg, with "|" before a leg behind a gap and the gap's balances.
std::string told(const Ledger& ledger) {
  std::string out;
  for (std::size_t row = 0; row < ledger.leg_count(); ++row) {
    for (const Gap& gap : ledger.gaps) {
      if (index(gap.before) != row) continue;
      out += "|" + gap.held.plain() + " to " + gap.restart.plain() +
             (gap.is_accepted ? " accepted| " : "| ");
    }
    const auto text = ledger.text[row];
    out += ledger.accounts[index(ledger.account[row])] + " ";
    out += text.reference;
    out += " " + Money(ledger.amount_minor[row], ledger.currency[row]).plain() + "; ";
  }
  return out;
}

/// "first..last" of each run whose order nothing proves.
std::string runs(const Ledger& ledger) {
  std::string out;
  for (const UnorderedLegs& run : ledger.unordered) {
    const auto first = ledger.text[index(run.first)];
    const auto last = ledger.text[index(run.end) - 1];
    out += first.reference;
    out += "..";
    out += last.reference;
    out += " ";
  }
  return out;
}

Ledger two_accounts() {
  return ledger_of(
      {part("A", "a", {"2025-01-01|10.00||a1", "2025-01-02|-4.00|B|a2", "2025-01-03|-1.00||a3"}),
       part("B", "b", {"2025-01-02|4.00|A|b1", "2025-01-04|-2.00||b2"})});
}

TEST(ChangedLedger, LeavesOutBothLegsOfATransferAndKeepsEveryColumnInStep) {
  const Ledger whole = two_accounts();
  const LedgerWithout left = without(whole, {"a2", "b1"}).value();
  EXPECT_EQ(told(left.ledger), "A a1 10.00; A a3 -1.00; B b2 -2.00; ");
  EXPECT_EQ(left.ledger.first_leg, (std::vector<std::uint32_t>{0, 2, 3}));
  EXPECT_EQ(left.ledger.booked_at[1].text(), "2025-01-03");
  EXPECT_EQ(left.ledger.place[2].line, 2U);  // b2 keeps the line on which it stands
  EXPECT_EQ(left.rows, (std::vector<std::optional<LegRow>>{LegRow{0}, std::nullopt, LegRow{1},
                                                           std::nullopt, LegRow{2}}));
  EXPECT_EQ(left.ledger.find_account("B"), AccountRow{1});
}

TEST(ChangedLedger, WithNothingLeftOutIsTheSameLedger) {
  const Ledger whole =
      ledger_of({part("A", "a", {"2025-01-01|10.00||a1|15.00", "2025-01-02|-4.00||a2|20.00"})});
  const LedgerWithout left = without_legs(whole, {}).value();
  EXPECT_EQ(told(left.ledger), "A a1 10.00; |15.00 to 24.00| A a2 -4.00; ");
  EXPECT_EQ(told(left.ledger), told(whole));
  EXPECT_EQ(left.ledger.openings.at(0).amount, Money(500, gbp));
}

TEST(ChangedLedger, OfALegAPartMayBeLeftOut) {
  const Ledger whole = two_accounts();
  const LedgerWithout left =
      without_legs(whole, {{leg(whole, "a2"), 150}, {leg(whole, "b1"), 150}}).value();
  EXPECT_EQ(told(left.ledger), "A a1 10.00; A a2 -2.50; A a3 -1.00; B b1 2.50; B b2 -2.00; ");
}

TEST(ChangedLedger, AnAccountThatNothingIsLeftOfStaysWithItsOpeningBalance) {
  const Ledger whole = ledger_of(
      {part("A", "a", {"2025-01-01|10.00||a1|15.00"}), part("B", "b", {"2025-01-02|4.00||b1"})});
  const LedgerWithout left = without(whole, {"a1"}).value();
  EXPECT_EQ(left.ledger.accounts, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(left.ledger.first_leg, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_EQ(left.ledger.openings.at(0).amount, Money(500, gbp));
}

TEST(ChangedLedger, AGapBehindWhatIsLeftOutHidesWhatItHid) {
  // The gap hides 3.00: 10.00 - 4.00 leads to 6.00, and the statement goes on from 9.00. Without
  // the 4.00 it leads to 10.00 and goes on from 13.00.
  const Ledger whole = ledger_of({part(
      "A", "a",
      {"2025-01-01|10.00||a1|10.00", "2025-01-02|-4.00||a2|6.00", "2025-01-03|-1.00||a3|8.00"})});
  EXPECT_EQ(told(whole), "A a1 10.00; A a2 -4.00; |6.00 to 9.00| A a3 -1.00; ");
  EXPECT_EQ(told(without(whole, {"a2"}).value().ledger),
            "A a1 10.00; |10.00 to 13.00| A a3 -1.00; ");
}

TEST(ChangedLedger, AGapBeforeWhatIsLeftOutStandsBeforeTheNextLegOfItsCurrency) {
  // The gap stands before a2 and hides 5.00; the euros between know nothing of it.
  StatementPart papers = part(
      "A", "a",
      {"2025-01-01|10.00||a1|10.00", "2025-01-02|-4.00||a2|11.00", "2025-01-04|-1.00||a4|10.00"});
  papers.entries.insert(papers.entries.begin() + 2, entry("A", "2025-01-03|7.00||e3", 9, eur));
  const Ledger whole = ledger_of({papers});
  EXPECT_EQ(told(without(whole, {"a2"}).value().ledger),
            "A a1 10.00; A e3 7.00; |10.00 to 15.00| A a4 -1.00; ");
  EXPECT_EQ(told(without(whole, {"a2", "a4"}).value().ledger), "A a1 10.00; A e3 7.00; ");
}

TEST(ChangedLedger, TwoGapsThatMeetAreOneAcceptedWhereBothAre) {
  // Before a2 the statement goes on from 15.00 in place of 10.00, before a3 from 31.00 in place of
  // 11.00: 5.00 and 20.00 unseen. Without a2, the 10.00 go on as 35.00.
  Ledger whole = ledger_of({part(
      "A", "a",
      {"2025-01-01|10.00||a1|10.00", "2025-01-02|-4.00||a2|11.00", "2025-01-03|-1.00||a3|30.00"})});
  ASSERT_EQ(told(whole), "A a1 10.00; |10.00 to 15.00| A a2 -4.00; |11.00 to 31.00| A a3 -1.00; ");
  whole.gaps[0].is_accepted = true;
  EXPECT_EQ(told(without(whole, {"a2"}).value().ledger),
            "A a1 10.00; |10.00 to 35.00| A a3 -1.00; ");
  whole.gaps[1].is_accepted = true;
  EXPECT_EQ(told(without(whole, {"a2"}).value().ledger),
            "A a1 10.00; |10.00 to 35.00 accepted| A a3 -1.00; ");
}

TEST(ChangedLedger, TwoGapsThatMakeUpForEachOtherAreNone) {
  const Ledger whole = ledger_of({part(
      "A", "a",
      {"2025-01-01|10.00||a1|10.00", "2025-01-02|-4.00||a2|11.00", "2025-01-03|-1.00||a3|5.00"})});
  ASSERT_EQ(told(whole), "A a1 10.00; |10.00 to 15.00| A a2 -4.00; |11.00 to 6.00| A a3 -1.00; ");
  EXPECT_EQ(told(without(whole, {"a2"}).value().ledger), "A a1 10.00; A a3 -1.00; ");
}

TEST(ChangedLedger, OfLegsWithoutAnOrderTheRestIsWithoutOneToo) {
  StatementPart papers =
      part("A", "a",
           {"2025-01-01|10.00||a1", "2025-01-02|-4.00||a2", "2025-01-02|3.00||a3",
            "2025-01-02|-1.00||a4", "2025-01-03|-2.00||a5", "2025-01-03|2.00||a6"});
  papers.layout = "ofx";
  const Ledger whole = ledger_of({papers});
  ASSERT_EQ(runs(whole), "a2..a4 a5..a6 ");
  EXPECT_EQ(runs(without(whole, {"a3"}).value().ledger), "a2..a4 a5..a6 ");
  EXPECT_EQ(runs(without(whole, {"a2"}).value().ledger), "a3..a4 a5..a6 ");
  EXPECT_EQ(runs(without(whole, {"a1", "a5"}).value().ledger), "a2..a4 ");
}

TEST(ChangedLedger, ALegBehindAGapThatMovedHoldsItsPlace) {
  StatementPart papers =
      part("A", "a",
           {"2025-01-01|10.00||a1|10.00", "2025-01-02|-4.00||a2|11.00", "2025-01-02|3.00||a3",
            "2025-01-02|-1.00||a4", "2025-01-02|6.00||a5"});
  papers.layout = "ofx";
  const Ledger whole = ledger_of({papers});
  ASSERT_EQ(runs(whole), "a3..a5 ");
  EXPECT_EQ(runs(without(whole, {"a2"}).value().ledger), "a4..a5 ");
}

TEST(ChangedLedger, ALegOfNothingIsLeftOutLikeAnyOther) {
  const Ledger whole = ledger_of({part("A", "a", {"2025-01-01|0.00||a1", "2025-01-02|-4.00||a2"})});
  EXPECT_EQ(told(without(whole, {"a1"}).value().ledger), "A a2 -4.00; ");
}

TEST(ChangedLedger, DetailsGoWithTheirLeg) {
  Ledger whole = ledger_of({part("A", "a", {"2025-01-01|10.00||a1", "2025-01-02|-4.00||a2"})});
  whole.details = {{LegRow{0}, "end_to_end", "E-1"}, {LegRow{1}, "end_to_end", "E-2"}};
  const Ledger left = without(whole, {"a1"}).value().ledger;
  ASSERT_EQ(left.details.size(), 1U);
  EXPECT_EQ(left.details[0].leg, LegRow{0});
  EXPECT_EQ(left.details[0].value, "E-2");
}

TEST(ChangedLedger, AnotherOpeningBalanceShiftsTheAccountsGapsAndNoOthers) {
  const Ledger whole =
      ledger_of({part("A", "a", {"2025-01-01|10.00||a1|15.00", "2025-01-02|-4.00||a2|20.00"}),
                 part("B", "b", {"2025-01-01|10.00||b1|10.00", "2025-01-02|-4.00||b2|9.00"})});
  const Ledger changed = with_opening(whole, AccountRow{0}, Money(-200, gbp)).value();
  ASSERT_EQ(changed.openings.size(), 1U);
  EXPECT_EQ(changed.openings[0].amount, Money(-200, gbp));
  EXPECT_EQ(told(changed),  // 7.00 less than as it stands
            "A a1 10.00; |8.00 to 17.00| A a2 -4.00; B b1 10.00; |10.00 to 13.00| B b2 -4.00; ");
}

TEST(ChangedLedger, AnOpeningBalanceComesAndGoesInItsPlace) {
  const Ledger whole = two_accounts();
  Ledger opened = with_opening(whole, AccountRow{1}, Money(700, gbp)).value();
  opened = with_opening(opened, AccountRow{0}, Money(300, gbp)).value();
  opened = with_opening(opened, AccountRow{0}, Money(100, eur)).value();
  std::vector<std::string> amounts;
  for (const OpeningBalance& opening : opened.openings) amounts.push_back(opening.amount.text());
  EXPECT_EQ(amounts, (std::vector<std::string>{"1.00 EUR", "3.00 GBP", "7.00 GBP"}));
  opened = with_opening(opened, AccountRow{0}, Money(0, gbp)).value();
  EXPECT_EQ(opened.openings.size(), 2U);
}

constexpr MinorUnits most = ~(MinorUnits{1} << 127);

TEST(ChangedLedger, ABalanceBeyond128BitsIsAnError) {
  const std::string large = Money(most, gbp).plain();
  const Ledger whole = ledger_of({part(
      "A", "a", {"2025-01-01|" + large + "||a1", "2025-01-02|-1.00||a2", "2025-01-03|1.00||a3"})});
  const auto left = without(whole, {"a2"});
  ASSERT_FALSE(left.has_value());
  EXPECT_EQ(left.error().code, ErrorCode::out_of_range);
  EXPECT_EQ(left.error().place.field, "balance of A");
  EXPECT_TRUE(without(whole, {"a2", "a3"}).has_value());
  EXPECT_EQ(with_opening(whole, AccountRow{0}, Money(1, gbp)).error().code,
            ErrorCode::out_of_range);
}

}  // namespace
}  // namespace recoup
