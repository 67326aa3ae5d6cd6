// Explanations, sentence by sentence, as someone checks them with a pencil.

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/report/derivation_report.hpp"

namespace recoup {
namespace {

class DerivationTextTest : public testing::Test {
 protected:
  void load(std::vector<StatementPart> parts) {
    for (const StatementPart& part : parts) names_[part.document] = part.account + ".csv";
    ledger_ = build_ledger(std::move(parts), {}).value().ledger;
    movements_ = order_movements(ledger_, match(ledger_));
  }

  [[nodiscard]] LegRow leg(const std::string& reference) const {
    for (std::size_t i = 0; i < ledger_.leg_count(); ++i) {
      if (ledger_.text[i].reference == reference) return static_cast<LegRow>(i);
    }
    ADD_FAILURE() << "no entry " << reference;
    return {};
  }

  void add_source(const std::string& id, const std::string& reference) {
    sources_.push_back(
        {id, leg(reference), {}, Money(ledger_.amount_minor[index(leg(reference))], gbp)});
  }

  [[nodiscard]] DerivationContext context(const std::string& movement) const {
    DerivationContext context;
    context.trace.case_id = "LARCH-1";
    context.trace.ledger = &ledger_;
    context.movements = &movements_;
    context.trace.sources = &sources_;
    context.documents = names_;
    for (std::uint32_t row = 0; row < movements_.in_order.size(); ++row) {
      const Movement& each = movements_.in_order[row];
      if (each.debit == leg(movement) || each.credit == leg(movement)) {
        context.target.movements = {row};
      }
    }
    return context;
  }

  [[nodiscard]] Derivation derived(const DerivationContext& context, TracingMethod method) const {
    return derive(ledger_, movements_, {sources_, method, {}}, context.target).value();
  }

  [[nodiscard]] std::vector<std::string> sentences(const std::string& movement,
                                                   TracingMethod method) const {
    const DerivationContext asked = context(movement);
    return derivation_sentences(asked, derived(asked, method));
  }

  Ledger ledger_;
  Movements movements_;
  std::vector<Source> sources_;
  std::map<Digest, std::string> names_;
};

TEST_F(DerivationTextTest, TellsAPaymentThroughTwoAccounts) {
  load({part("A", "a",
             {"2025-03-01|333.33|V|FT1", "2025-03-02|666.68||FT2", "2025-03-04|-500.00|B|FT3"}),
        part("B", "b", {"2025-03-04|500.00|A|R1", "2025-03-05|-400.00|SHOP|R2"})});
  add_source("S1", "FT1");
  EXPECT_EQ(
      sentences("R2", TracingMethod::fifo),
      (std::vector<std::string>{
          "2025-03-01: 333.33 comes to A from \"V\" (D1 line 1, reference FT1): 333.33 of S1. "
          "A then holds 333.33 of S1.",
          "2025-03-02: 666.68 comes to A from \"unknown\" (D1 line 2, reference FT2), other "
          "money. A then holds 333.33 of S1, then 666.68 of other money: 1,000.01 in all.",
          "2025-03-04: 500.00 goes from A to B (D1 line 3, reference FT3). The payment takes "
          "333.33 of S1, then 166.67 of other money. Left on A: 500.01 of other money. B "
          "receives it on 2025-03-04 (D2 line 1, reference R1). B then holds 333.33 of S1, "
          "then 166.67 of other money: 500.00 in all.",
          "2025-03-05: 400.00 goes from B to \"SHOP\" (D2 line 2, reference R2). The payment "
          "takes 333.33 of S1, then 66.67 of other money. Left on B: 100.00 of other "
          "money."}));
  const DerivationContext asked = context("R2");
  EXPECT_EQ(derivation_results(asked, derived(asked, TracingMethod::fifo)),
            (std::vector<std::string>{"The payment of 400.00 on 2025-03-05 (D2 line 2, reference "
                                      "R2) = 333.33 of S1 + 66.67 of other money."}));
}

TEST_F(DerivationTextTest, WorksOutEveryShare) {
  load(
      {part("A", "a",
            {"2025-03-01|333.33|V|FT1", "2025-03-02|666.68||FT2", "2025-03-04|-500.00|SHOP|FT3"})});
  add_source("S1", "FT1");
  EXPECT_EQ(
      sentences("FT3", TracingMethod::pro_rata).back(),
      "2025-03-04: 500.00 goes from A to \"SHOP\" (D1 line 3, reference FT3). The payment takes "
      "166.66 of S1 and 333.34 of other money. (S1: 500.00 x 333.33 / 1,000.01, rounded down "
      "to 166.66; other money: 500.00 x 666.68 / 1,000.01, rounded down to 333.33; 0.01 is "
      "left over, and goes, 0.01 each, to other money, from which most was cut off.) Left on "
      "A: 166.67 of S1 and 333.34 of other money; 500.01 in all.");
}

TEST_F(DerivationTextTest, TellsOverdraftsAndWhatRepaysThem) {
  load({part("A", "a",
             {"2025-03-01|100.00|V|FT1", "2025-03-02|-130.00|SHOP|FT2", "2025-03-03|-5.00|X|FT3",
              "2025-03-04|50.00|V|FT4", "2025-03-05|-10.00|Y|FT5"})});
  add_source("S1", "FT1");
  add_source("S2", "FT4");
  const auto told = sentences("FT5", TracingMethod::fifo);
  ASSERT_EQ(told.size(), 4U);
  EXPECT_EQ(
      told[1],
      "2025-03-02: 130.00 goes from A to \"SHOP\" (D1 line 2, reference FT2). The payment takes "
      "100.00 of S1, and 30.00 that was not there: the bank's money, lent by overdraft. A is "
      "then overdrawn by 30.00.");
  EXPECT_EQ(
      told[2],
      "2025-03-04: 50.00 comes to A from \"V\" (D1 line 4, reference FT4): 50.00 of S2. (1 "
      "entry of other money since its last step took the balance of A to -35.00.) A was "
      "overdrawn by 35.00: 35.00 of S2 repays the bank and is gone. A then holds 15.00 of S2.");
}

TEST_F(DerivationTextTest, PutsThreeOrMorePaymentsOfOtherMoneyTogether) {
  load({part("A", "a",
             {"2025-03-01|100.00||w", "2025-03-02|40.00|V|t", "2025-03-03|-10.00|X|x",
              "2025-03-04|-20.00|Y|y", "2025-03-05|-30.00|Z|z", "2025-03-06|-60.00|SHOP|buy"})});
  add_source("S1", "t");
  const auto told = sentences("buy", TracingMethod::fifo);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[1],
            "2025-03-03 to 2025-03-05: 3 payments out of A, in all 60.00, take other money alone: "
            "10.00 (D1 line 3, reference x); 20.00 (D1 line 4, reference y); 30.00 (D1 line 5, "
            "reference z). Left on A: 40.00 of other money, then 40.00 of S1; 80.00 in all.");
}

TEST_F(DerivationTextTest, NamesCaseRuleAndDocuments) {
  load({part("A", "a", {"2025-03-01|100.00|V|t", "2025-03-02|-40.00|SHOP|buy"})});
  add_source("S1", "t");
  DerivationContext asked = context("buy");
  asked.question = "where the money of movement buy came from";
  asked.holders["A"] = "R. Vane";
  asked.basis["S1"] = "invoice 17";
  const std::string text = derivation_text(asked, derived(asked, TracingMethod::fifo));
  EXPECT_TRUE(text.starts_with(
      "Case LARCH-1: where the money of movement buy came from\n"
      "Method: fifo (Devaynes v Noble (Clayton's Case) (1816) 1 Mer 572). What came in first goes "
      "out first."))
      << text;
  for (const std::string& line :
       {std::string("Which one the law requires here is not said.\n"),
        std::string("Amounts are in GBP.\n"),
        "D1 is A.csv, with the fingerprint (SHA-256) " + sha256("a").text() + ".\n",
        std::string("A: held by R. Vane (case file).\n"),
        std::string("S1: 100.00 GBP, declared by the case file as \"invoice 17\". Whether that is "
                    "so is not examined here.\n"),
        std::string("\n\n1. 2025-03-01: 100.00 comes to A")}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
}

TEST_F(DerivationTextTest, SaysWhereOtherMoneyCameToStandBeforeTheFirstStep) {
  load({part("A", "a",
             {"2025-03-01|40.00||w|140.00", "2025-03-02|-10.00|X|x|130.00",
              "2025-03-03|50.00|V|t|180.00", "2025-03-04|-20.00|SHOP|buy|160.00"})});
  add_source("S1", "t");
  EXPECT_EQ(sentences("buy", TracingMethod::fifo).front(),
            "2025-03-03: 50.00 comes to A from \"V\" (D1 line 3, reference t): 50.00 of S1. (2 "
            "entries of other money before took the balance of A from 100.00 to 130.00.) A then "
            "holds 130.00 of other money, then 50.00 of S1: 180.00 in all.");
}

TEST_F(DerivationTextTest, SaysThatNothingComesBackFromWhereItDoesNotFollow) {
  load({part("A", "a",
             {"2025-03-01|100.00|V|t", "2025-03-02|-30.00|B|ab", "2025-03-03|-20.00|SHOP|buy"}),
        part("B", "b", {"2025-03-02|30.00|A|ba"})});
  add_source("S1", "t");
  EXPECT_EQ(sentences("buy", TracingMethod::fifo)[1],
            "2025-03-02: 30.00 goes from A to B (D1 line 2, reference ab). The payment takes 30.00 "
            "of S1. Left on A: 70.00 of S1. Nothing that is asked about comes back from there "
            "later.");
}

TEST_F(DerivationTextTest, SaysWhereTwoMethodsPart) {
  load({part("A", "a",
             {"2025-03-01|100.00||w", "2025-03-02|100.00|V|t", "2025-03-03|-100.00|X|x",
              "2025-03-04|-50.00|SHOP|buy"})});
  add_source("S1", "t");
  const DerivationContext asked = context("buy");
  const std::string told = parting_text(asked, derived(asked, TracingMethod::fifo),
                                        derived(asked, TracingMethod::pro_rata));
  EXPECT_NE(told.find("They agree on everything before 2025-03-03, D1 line 3, reference x"),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("The payment takes 100.00 of other money."), std::string::npos) << told;
  EXPECT_NE(told.find("The payment takes 50.00 of S1 and 50.00 of other money."), std::string::npos)
      << told;
  EXPECT_NE(told.find("= 50.00 of S1 + 0.00 of other money."), std::string::npos) << told;
  EXPECT_NE(told.find("= 25.00 of S1 + 25.00 of other money."), std::string::npos) << told;
  EXPECT_EQ(
      parting_text(asked, derived(asked, TracingMethod::fifo), derived(asked, TracingMethod::fifo)),
      "Case LARCH-1: fifo and fifo\n\nThe two methods carry the same at every movement.\n");
}

}  // namespace
}  // namespace recoup
