// What-ifs side by side: every figure here is worked by hand.

#include "recoup/casework/what_if.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// 100.00 of a victim and 50.00 of wages come in on A; 60.00 go to a shop, 60.00 on to B, and from
/// there 30.00 to a dealer.
class WhatIfTest : public CaseworkTest {
 protected:
  WhatIfTest() {
    import("op.json", R"({"case": {"id": "OP-1"},
 "accounts": [{"account": "A", "currency": "GBP"}, {"account": "B", "currency": "GBP"}],
 "sources": [{"id": "S1", "account": "A", "reference": "a1", "basis": "stated"}]})");
    import("a.csv", statement("A,2025-01-01,100.00,GBP,,,VICTIM,,a1\n"
                              "A,2025-01-02,50.00,GBP,,,WAGES,,a2\n"
                              "A,2025-01-03,-60.00,GBP,,,SHOP,,a3\n"
                              "A,2025-01-04,-60.00,GBP,,B,,,a4\n"));
    import("b.csv", statement("B,2025-01-04,60.00,GBP,,A,,,b1\n"
                              "B,2025-01-05,-30.00,GBP,,,CARS,,b2\n"));
  }

  [[nodiscard]] LoadedCase loaded() const { return load_case(session_, "OP-1").value(); }

  /// "S1 end-point SHOP 60.00 > 0.00 (-60.00)" of every figure, then the totals.
  [[nodiscard]] std::vector<std::string> rows(const WhatIfRequest& request,
                                              TracingMethod method = TracingMethod::fifo) const {
    const LoadedCase held = loaded();
    const SupposedCase supposed = suppose(held, request).value();
    const TraceQuestion question{held.sources, method, {}, {}};
    const TracedBoth stands = trace_both(held.build.ledger, held.movements, question).value();
    std::vector<std::string> notes;
    const WhatIfFigures figures = trace_supposed(supposed, question, stands, notes).value();
    EXPECT_THAT(notes, IsEmpty());
    std::vector<std::string> out;
    for (const WhatIfRow& row : figures.rows) {
      out.push_back(held.sources[row.source].id + " " + std::string(text(row.kind)) + " " +
                    row.node + " " + amounts(row.as_it_stands, row.what_if, row.difference));
    }
    for (const WhatIfTotal& total : figures.totals) {
      out.push_back(held.sources[total.source].id + " in all " +
                    amounts(total.as_it_stands, total.what_if, total.difference));
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> changes(const WhatIfRequest& request) const {
    return suppose(loaded(), request).value().changes;
  }
  [[nodiscard]] std::vector<std::string> notes(const WhatIfRequest& request) const {
    return suppose(loaded(), request).value().notes;
  }
  [[nodiscard]] Error refused(const WhatIfRequest& request) const {
    const auto supposed = suppose(loaded(), request);
    EXPECT_FALSE(supposed.has_value());
    return supposed ? Error{} : supposed.error();
  }
  /// The id of the movement that has an entry of this reference.
  [[nodiscard]] std::string id_of(const std::string& reference) const {
    const LoadedCase held = loaded();
    for (const Movement& movement : held.movements.first.in_order) {
      const auto text = held.build.ledger.text[index(movement.leg())];
      if (text.reference == reference) return movement_id(held.build.ledger, movement);
    }
    return "";
  }

 private:
  static std::string amounts(Money stands, Money what_if, Money difference) {
    return stands.plain() + " > " + what_if.plain() + " (" + difference.plain() + ")";
  }
};

WhatIfRequest without(std::vector<std::string> movements) {
  WhatIfRequest request;
  request.without = std::move(movements);
  return request;
}

WhatIfRequest undone(std::vector<std::string> pairs) {
  WhatIfRequest request;
  request.undone = std::move(pairs);
  return request;
}

WhatIfRequest opening(std::vector<std::string> openings) {
  WhatIfRequest request;
  request.openings = std::move(openings);
  return request;
}

// First in, first out: the shop's 60.00 are the victim's, and 40.00 of what goes on to B, which
// the dealer's 30.00 come out of. Without the shop B gets 60.00 of the victim's and keeps 30.00.
TEST_F(WhatIfTest, WithoutAPaymentItsMoneyIsWhereItWouldHaveGone) {
  EXPECT_THAT(
      rows(without({"a3"})),
      ElementsAre("S1 end-point SHOP 60.00 > 0.00 (-60.00)",
                  "S1 end-point CARS 30.00 > 30.00 (0.00)", "S1 account B 10.00 > 30.00 (20.00)",
                  "S1 account A 0.00 > 40.00 (40.00)", "S1 in all 100.00 > 100.00 (0.00)"));
}

// Shares of two thirds: the shop takes 40.00 of 100.00, B 40.00 of the 60.00 left, the dealer half
// of that. Without the shop B still takes 40.00, and 60.00 stay.
TEST_F(WhatIfTest, AFigureThatDoesNotChangeIsListedToo) {
  EXPECT_THAT(
      rows(without({"a3"}), TracingMethod::pro_rata),
      ElementsAre("S1 end-point SHOP 40.00 > 0.00 (-40.00)", "S1 account A 20.00 > 60.00 (40.00)",
                  "S1 account B 20.00 > 20.00 (0.00)", "S1 end-point CARS 20.00 > 20.00 (0.00)",
                  "S1 in all 100.00 > 100.00 (0.00)"));
}

TEST_F(WhatIfTest, AMovementIsNamedByItsIdOrAReferenceOfEitherLeg) {
  const std::vector<std::string> by_debit = rows(without({"a4"}));
  // Without the transfer the 40.00 stay on A, and the dealer is paid out of an overdraft.
  EXPECT_THAT(
      by_debit,
      ElementsAre("S1 end-point SHOP 60.00 > 60.00 (0.00)",
                  "S1 end-point CARS 30.00 > 0.00 (-30.00)", "S1 account B 10.00 > 0.00 (-10.00)",
                  "S1 account A 0.00 > 40.00 (40.00)", "S1 in all 100.00 > 100.00 (0.00)"));
  EXPECT_EQ(rows(without({"b1"})), by_debit);
  EXPECT_EQ(rows(without({id_of("a4")})), by_debit);
  EXPECT_EQ(rows(without({"a4", "b1"})), by_debit);
}

TEST_F(WhatIfTest, WhatIsLeftOutIsSaidAndThatTheStatementsShowOtherwise) {
  EXPECT_THAT(changes(without({"a4"})),
              ElementsAre("movement " + id_of("a4") +
                          " (2025-01-04, 60.00 GBP, A to B) is left out: every later balance of A "
                          "is 60.00 GBP higher, and of B is 60.00 GBP lower; the statements show "
                          "otherwise"));
  EXPECT_THAT(changes(without({"a2"})).at(0),
              HasSubstr("WAGES to A) is left out: every later balance of A is 50.00 GBP lower;"));
}

// The victim's 100.00 never come: the wages are all there is, and they are clean.
TEST_F(WhatIfTest, ASourceWhoseCreditIsLeftOutIsNowhere) {
  EXPECT_THAT(rows(without({"a1"})), ElementsAre("S1 end-point SHOP 60.00 > 0.00 (-60.00)",
                                                 "S1 end-point CARS 30.00 > 0.00 (-30.00)",
                                                 "S1 account B 10.00 > 0.00 (-10.00)",
                                                 "S1 in all 100.00 > 0.00 (-100.00)"));
  EXPECT_THAT(notes(without({"a1"})),
              ElementsAre("source S1 has no credit that brings it in, and is nowhere",
                          "on its whole statement account A is overdrawn by up to 70.00 GBP; as it "
                          "stands it never is"));
}

// Taken apart, the 40.00 end at "B", and what B holds is clean.
TEST_F(WhatIfTest, OfAPairTakenApartTheDebitGoesToAnEndPoint) {
  const std::vector<std::string> apart = {
      "S1 end-point SHOP 60.00 > 60.00 (0.00)", "S1 end-point CARS 30.00 > 0.00 (-30.00)",
      "S1 account B 10.00 > 0.00 (-10.00)", "S1 end-point B 0.00 > 40.00 (40.00)",
      "S1 in all 100.00 > 100.00 (0.00)"};
  EXPECT_EQ(rows(undone({"a4,b1"})), apart);
  EXPECT_EQ(rows(undone({"A a4, B b1"})), apart);
  EXPECT_EQ(rows(undone({id_of("a4") + ",b1"})), apart);
  EXPECT_THAT(changes(undone({"a4,b1"})).at(0),
              HasSubstr("are taken apart (exact: each leg names the other's account; both show "
                        "60.00 GBP on 2025-01-04): the debit goes to the end point B, the credit "
                        "comes from outside"));
}

// 20.00 of the victim's repay the bank; A is left with 80.00 of it and 50.00 of wages. The shop
// takes 60.00, so 20.00 go on to B, and from there to the dealer.
TEST_F(WhatIfTest, AnotherOpeningBalanceMayBeAnOverdraft) {
  EXPECT_THAT(
      rows(opening({"A=-20.00"})),
      ElementsAre("S1 end-point SHOP 60.00 > 60.00 (0.00)",
                  "S1 end-point CARS 30.00 > 20.00 (-10.00)", "S1 account B 10.00 > 0.00 (-10.00)",
                  "S1 overdraft A 0.00 > 20.00 (20.00)", "S1 in all 100.00 > 100.00 (0.00)"));
  EXPECT_EQ(rows(opening({" A = -20.00 GBP"})), rows(opening({"A=-20.00"})));
  EXPECT_THAT(changes(opening({"A=-20.00"})),
              ElementsAre("the opening balance of A is -20.00 GBP in place of 0.00 GBP: every "
                          "balance of A is 20.00 GBP lower than as it stands"));
}

// As at the third of January 60.00 are with the shop and 40.00 still on A.
TEST_F(WhatIfTest, AnotherDayIsAHypothesisLikeAnyOther) {
  WhatIfRequest request;
  request.as_at = "2025-01-03";
  EXPECT_THAT(
      rows(request),
      ElementsAre("S1 end-point SHOP 60.00 > 60.00 (0.00)",
                  "S1 end-point CARS 30.00 > 0.00 (-30.00)", "S1 account B 10.00 > 0.00 (-10.00)",
                  "S1 account A 0.00 > 40.00 (40.00)", "S1 in all 100.00 > 100.00 (0.00)"));
  EXPECT_THAT(changes(request), ElementsAre("the trace is as at 2025-01-03"));
}

// Without the shop, 60.00 of the victim's go to the end point B; 20.00 repay the overdraft on A,
// and 20.00 are left there.
TEST_F(WhatIfTest, SeveralChangesAreOneHypothesis) {
  WhatIfRequest request = without({"a3"});
  request.undone = {"a4,b1"};
  request.openings = {"A=-20.00"};
  EXPECT_THAT(
      rows(request),
      ElementsAre("S1 end-point SHOP 60.00 > 0.00 (-60.00)",
                  "S1 end-point CARS 30.00 > 0.00 (-30.00)", "S1 account B 10.00 > 0.00 (-10.00)",
                  "S1 end-point B 0.00 > 60.00 (60.00)", "S1 account A 0.00 > 20.00 (20.00)",
                  "S1 overdraft A 0.00 > 20.00 (20.00)", "S1 in all 100.00 > 100.00 (0.00)"));
  EXPECT_EQ(changes(request).size(), 3U);
}

TEST_F(WhatIfTest, WhatIsNotThereIsNotFound) {
  Error error = refused(without({"a9"}));
  EXPECT_EQ(error.code, ErrorCode::not_found);
  EXPECT_THAT(message(error), HasSubstr("--without: found movement \"a9\"; expected an id of"));
  error = refused(undone({"a3,b1"}));
  EXPECT_EQ(error.code, ErrorCode::not_found);
  EXPECT_THAT(message(error), HasSubstr("--undo-match: found pair \"a3,b1\"; expected a debit"));
  error = refused(opening({"C=1.00"}));
  EXPECT_EQ(error.code, ErrorCode::not_found);
  EXPECT_THAT(message(error), HasSubstr("--what-if-opening: found account \"C\""));
  EXPECT_THAT(message(error), HasSubstr("one of A; B"));
}

TEST_F(WhatIfTest, WhatIsPutWronglyIsUsage) {
  for (const char* said : {"A", "A=", "A=1.005", "A=1,00", "A=ten", "A=1.00 XQX"}) {
    const Error error = refused(opening({said}));
    EXPECT_EQ(error.code, ErrorCode::usage) << said;
    EXPECT_EQ(error.place.field, "--what-if-opening") << said;
  }
  EXPECT_EQ(refused(opening({"A=1.00", "A=2.00"})).code, ErrorCode::usage);
  EXPECT_EQ(refused(undone({"a4"})).code, ErrorCode::usage);
  WhatIfRequest soon;
  soon.as_at = "soon";
  EXPECT_EQ(refused(soon).place.field, "--what-if-as-at");
  WhatIfRequest both = without({"a4"});
  both.undone = {"a4,b1"};
  EXPECT_THAT(message(refused(both)), HasSubstr("--undo-match: found A a4"));
  EXPECT_THAT(message(refused(both)), HasSubstr("of which --without leaves one out"));
}

TEST_F(WhatIfTest, AReferenceOfSeveralMovementsListsThem) {
  import("more.csv", statement("B,2025-01-06,-1.00,GBP,,,PUB,,a3\n"));
  const Error error = refused(without({"a3"}));
  EXPECT_EQ(error.code, ErrorCode::usage);
  EXPECT_THAT(message(error),
              HasSubstr("found 2 movements that are called \"a3\"; expected one of "));
  EXPECT_THAT(message(error), HasSubstr("(2025-01-03, 60.00 GBP, A to SHOP); "));
  EXPECT_THAT(message(error), HasSubstr("(2025-01-06, 1.00 GBP, B to PUB)"));
}

TEST_F(WhatIfTest, AnAccountOfTwoCurrenciesAsksForOne) {
  import("euro.csv", statement("A,2025-01-06,7.00,EUR,,,ABROAD,,e1\n"));
  const Error error = refused(opening({"A=1.00"}));
  EXPECT_EQ(error.code, ErrorCode::usage);
  EXPECT_THAT(message(error), HasSubstr("one of EUR; GBP"));
  EXPECT_EQ(changes(opening({"A=1.00 EUR"})).size(), 1U);
}

/// A source on an opening balance: the whole of it, or a stated part.
class WhatIfOpeningTest : public CaseworkTest {
 protected:
  void open(const std::string& amount) {
    import("op.json",
           R"({"case": {"id": "OP-1"}, "accounts": [{"account": "A", "currency": "GBP",
 "opening_balance": "80.00"}], "sources": [{"id": "S1", "account": "A", "opening": true)" +
               amount + "}]}");
    import("a.csv", statement("A,2025-01-01,-30.00,GBP,,,SHOP,,a1\n"));
  }

  [[nodiscard]] Result<Reply> answer(const std::string& opening) const {
    TraceRequest request{"OP-1", "fifo", std::nullopt, Form::json};
    request.what_if.openings = {opening};
    return answer_trace(session_, request);
  }
};

TEST_F(WhatIfOpeningTest, ASourceOnTheWholeOfItIsTheWholeOfTheOther) {
  open("");
  EXPECT_THAT(answer("A=50.00").value().text, HasSubstr("\"what_if\": \"20.00\""));
  EXPECT_THAT(answer("A=0.00").value().text,
              HasSubstr("source S1 is on an opening balance that is none, and is nowhere"));
}

TEST_F(WhatIfOpeningTest, AStatedPartThatIsMoreThanTheOtherIsAContradiction) {
  open(R"(, "amount": "60.00")");
  const auto refused = answer("A=50.00");
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(message(refused.error()),
              HasSubstr("source S1: found under what is supposed, 60.00"));
  EXPECT_THAT(message(refused.error()), HasSubstr("the opening balance of 50.00 GBP"));
}

/// A debit that pays a charge as well, one that two credits make up, and a reversal.
class WhatIfPartsTest : public WhatIfTest {
 protected:
  WhatIfPartsTest() {
    import("more-a.csv", statement("A,2025-02-01,300.00,GBP,,,WAGES,,a5\n"
                                   "A,2025-02-03,-100.00,GBP,,B,,,a6\n"
                                   "A,2025-02-10,-90.00,GBP,,B,,,a7\n"));
    import("more-b.csv", statement("B,2025-02-03,96.00,GBP,,A,,,b6\n"
                                   "B,2025-02-10,55.00,GBP,,A,,,b7\n"
                                   "B,2025-02-10,35.00,GBP,,A,,,b8\n"));
  }
};

TEST_F(WhatIfPartsTest, AChargeGoesWithTheTransferThatItWasTakenOutOf) {
  const LoadedCase held = loaded();
  ASSERT_EQ(held.links.matched.size(), 4U);
  const SupposedCase supposed = suppose(held, without({"b6"})).value();
  EXPECT_EQ(supposed.ledger.leg_count(), held.build.ledger.leg_count() - 2);
  EXPECT_EQ(supposed.movements.first.in_order.size(), held.movements.first.in_order.size() - 2);
  EXPECT_THAT(supposed.changes.at(0),
              HasSubstr("(2025-02-03, 96.00 GBP, A to B) is left out, and with it the charge of "
                        "4.00 GBP: every later balance of A is 100.00 GBP higher, and of B is "
                        "96.00 GBP lower"));
}

TEST_F(WhatIfPartsTest, AChargeMayBeLeftOutAlone) {
  const SupposedCase supposed = suppose(loaded(), without({id_of("a6")})).value();
  const std::string charge = id_of("a6").substr(0, id_of("a6").rfind(':')) + ":charge";
  const SupposedCase alone = suppose(loaded(), without({charge})).value();
  EXPECT_EQ(alone.ledger.leg_count(), supposed.ledger.leg_count() + 2);
  EXPECT_EQ(alone.links.matched.size(), 4U);
  EXPECT_THAT(alone.changes.at(0), HasSubstr("4.00 GBP, A to charges on A) is left out"));
}

TEST_F(WhatIfPartsTest, OneCreditOfASumLeavesTheRestOfTheDebit) {
  const SupposedCase supposed = suppose(loaded(), without({"b7"})).value();
  std::vector<std::string> amounts;
  for (const Movement& movement : supposed.movements.first.in_order) {
    const std::size_t leg = index(movement.leg());
    const auto text = supposed.ledger.text[leg];
    if (text.reference != "a7") continue;
    amounts.push_back(Money(supposed.ledger.amount_minor[leg], gbp).plain() + " " +
                      (movement.credit ? "to B" : "out"));
  }
  EXPECT_THAT(amounts, ElementsAre("-35.00 to B"));
}

TEST_F(WhatIfPartsTest, PairsOfOneSumAreTakenApartTogether) {
  const SupposedCase supposed = suppose(loaded(), undone({"a7,b8"})).value();
  EXPECT_EQ(supposed.links.matched.size(), 2U);
  ASSERT_EQ(supposed.changes.size(), 2U);
  EXPECT_THAT(supposed.changes.at(0), HasSubstr("are taken apart as well, one sum with them"));
  EXPECT_THAT(supposed.changes.at(1), HasSubstr("are taken apart (strong: "));
}

TEST_F(WhatIfTest, AReversalWhoseDebitIsLeftOutIsAnOrdinaryCreditAndIsSaid) {
  import("reversal.json", R"({"case": {"id": "OP-1"}, "reversals": [{"id": "R1", "account": "A",
 "reference": "a5", "of_reference": "a3", "why": "the shop gave it back"}]})");
  import("back.csv", statement("A,2025-01-06,60.00,GBP,,,SHOP,,a5\n"));
  EXPECT_THAT(notes(without({"a3"})),
              ElementsAre(HasSubstr("gives nothing back any more, and is followed as an ordinary "
                                    "credit")));
  EXPECT_THAT(notes(without({"b2"})), IsEmpty());
}

// Without the 60.00 from A, B pays 30.00 that it never had; the opening of -35.00 makes it 65.00.
// Without the wages A holds 100.00 when 120.00 go out. An overdraft that is no deeper is no news.
TEST_F(WhatIfTest, AnAccountThatPaysWhatItNeverHadIsNamed) {
  EXPECT_THAT(notes(without({"a4"})), ElementsAre("on its whole statement account B is overdrawn "
                                                  "by up to 30.00 GBP; as it stands it never is"));
  WhatIfRequest request = without({"a4", "a2"});
  request.openings = {"B=-35.00"};
  EXPECT_THAT(notes(request), ElementsAre("on its whole statement account B is overdrawn by up to "
                                          "65.00 GBP; as it stands it never is"));
  import("more.csv", statement("A,2025-01-07,-90.00,GBP,,,BOAT,,a8\n"));
  EXPECT_THAT(notes(without({"a2"})),
              ElementsAre("on its whole statement account A is overdrawn by up to 110.00 GBP; as "
                          "it stands by up to 60.00 "
                          "GBP"));
  EXPECT_THAT(notes(without({"a8"})), IsEmpty());
}

TEST_F(WhatIfTest, TheAnswerAddsTheHypothesisAndChangesNothingElse) {
  for (const char* method : {"fifo", "all"}) {
    for (const Form form : {Form::text, Form::json}) {
      TraceRequest request{"OP-1", method, std::nullopt, form};
      const Reply plain = answer_trace(session_, request).value();
      request.what_if = without({"a3"});
      const Reply both = answer_trace(session_, request).value();
      EXPECT_EQ(both.needs_person, plain.needs_person);
      // In JSON a comma and the member stand before the last brace.
      const std::size_t same = plain.text.size() - (form == Form::json ? 3 : 0);
      EXPECT_EQ(both.text.substr(0, same), plain.text.substr(0, same)) << method;
      EXPECT_THAT(both.text,
                  HasSubstr(form == Form::json ? "\"what_if\": {" : "a hypothesis, no finding"));
      EXPECT_THAT(plain.text, Not(HasSubstr("what_if")));
      EXPECT_THAT(plain.text, Not(HasSubstr("hypothesis")));
    }
  }
  EXPECT_EQ(load_case(session_, "OP-1").value().build.ledger.leg_count(), 6U);
}

TEST_F(WhatIfTest, PoisonHasNoAmountsToCompare) {
  TraceRequest request{"OP-1", "poison", std::nullopt, Form::text};
  request.what_if = without({"a3"});
  EXPECT_EQ(answer_trace(session_, request).error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace recoup
