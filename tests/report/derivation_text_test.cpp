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
    context.trace.movements = &movements_;
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
          "It then holds 333.33 of S1.",
          "2025-03-02: 666.68 comes to A from \"unknown\" (D1 line 2, reference FT2), other "
          "money. It then holds 333.33 of S1, then 666.68 of other money: 1,000.01 in all.",
          "2025-03-04: 500.00 goes from A to B (D1 line 3, reference FT3). The payment takes "
          "333.33 of S1, then 166.67 of other money. Left on it: 500.01 of other money. B "
          "receives it on 2025-03-04 (D2 line 1, reference R1). It then holds 333.33 of S1, "
          "then 166.67 of other money: 500.00 in all.",
          "2025-03-05: 400.00 goes from B to \"SHOP\" (D2 line 2, reference R2). The payment "
          "takes 333.33 of S1, then 66.67 of other money. Left on it: 100.00 of other "
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
      "166.66 of S1 and 333.34 of other money. (S1: 500.00 x 333.33 / 1,000.01, cut to 166.66; "
      "other money: 500.00 x 666.68 / 1,000.01, cut to 333.33; what was cut off goes, 0.01 "
      "each, to other money, which lost most by it.) Left on it: 166.67 of S1 and 333.34 of "
      "other money; 500.01 in all.");
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
      "100.00 of S1, and 30.00 that was not there: the bank's money, lent by overdraft. The "
      "account is then overdrawn by 30.00.");
  EXPECT_EQ(
      told[2],
      "2025-03-04: 50.00 comes to A from \"V\" (D1 line 4, reference FT4): 50.00 of S2. (Since "
      "its last step 1 entry of other money took the balance of A to -35.00.) It was overdrawn "
      "by 35.00: 35.00 of S2 repays the bank and is gone. It then holds 15.00 of S2.");
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
            "reference z). Left on it: 40.00 of other money, then 40.00 of S1; 80.00 in all.");
}

TEST_F(DerivationTextTest, NamesCaseRuleAndDocuments) {
  load({part("A", "a", {"2025-03-01|100.00|V|t", "2025-03-02|-40.00|SHOP|buy"})});
  add_source("S1", "t");
  DerivationContext asked = context("buy");
  asked.question = "where the money of movement buy came from";
  const std::string text = derivation_text(asked, derived(asked, TracingMethod::fifo));
  EXPECT_TRUE(text.starts_with(
      "Case LARCH-1: where the money of movement buy came from\n"
      "Method: fifo (Devaynes v Noble (Clayton's Case) (1816) 1 Mer 572). What came in first goes "
      "out first.\nAmounts are in GBP.\nD1 is A.csv, SHA-256 " +
      sha256("a").text() + "\n\n1. 2025-03-01: "))
      << text;
}

TEST_F(DerivationTextTest, SaysWhereTwoMethodsPart) {
  load({part("A", "a",
             {"2025-03-01|100.00||w", "2025-03-02|100.00|V|t", "2025-03-03|-100.00|X|x",
              "2025-03-04|-50.00|SHOP|buy"})});
  add_source("S1", "t");
  const DerivationContext asked = context("buy");
  const std::string told = parting_text(asked, derived(asked, TracingMethod::fifo),
                                        derived(asked, TracingMethod::pro_rata));
  EXPECT_NE(told.find("They agree up to the movement before " + sha256("a").short_text() + ":3"),
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
