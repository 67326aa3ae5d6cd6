#include "recoup/clocks/case_clocks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "clock_law.hpp"
#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

class CaseFile : public testing::Test {
 protected:
  CaseFile() { facts_.case_id = "OP-3"; }

  /// A step; `made`, `until` and `ended` are left out where they are empty.
  LegalStep& step(const char* id, StepKind kind, const std::string& made,
                  const std::string& until = "", const std::string& ended = "",
                  const char* of = "") {
    LegalStep each;
    each.id = id;
    each.kind = kind;
    each.of = of;
    if (!made.empty()) each.made = at(made);
    if (!until.empty()) each.until = day(until);
    if (!ended.empty()) each.ended = at(ended);
    facts_.steps.push_back(each);
    return facts_.steps.back();
  }

  void order(const char* made, const char* paid = nullptr) {
    ConfiscationOrder each{"CO1", day(made), std::nullopt, std::nullopt};
    if (paid != nullptr) each.paid_on = day(paid);
    facts_.orders = {each};
  }

  void convicted(const char* date) {
    facts_.is_convicted = true;
    facts_.convicted_on = day(date);
    facts_.prosecutor_asks = true;
  }

  std::vector<Deadline> read(const char* as_at) const {
    return deadlines_of_case(facts_, {rules_, calendars_}, at(as_at).civil());
  }

  Deadline one(DeadlineKind kind, const char* as_at) const {
    for (const Deadline& deadline : read(as_at)) {
      if (deadline.kind == kind) return deadline;
    }
    ADD_FAILURE() << "no " << text(kind);
    return {};
  }

  std::string end_of(DeadlineKind kind, const char* as_at) const {
    const Deadline found = one(kind, as_at);
    return found.expiry ? iso_text(CivilTime{found.expiry->micros - 1}.date()) : "none";
  }

  ClockFacts facts_;
  ClockRules rules_ = shipped_rules();
  Calendars calendars_{shipped_calendar()};
};

// law.md 1.10, TV-PAY.
TEST_F(CaseFile, TimeToPayIsThreeMonthsAndSixWithMoreTime) {
  const struct {
    const char* made;
    const char* three;
    const char* six;
  } table[] = {{"2025-01-15", "2025-04-14", "2025-07-14"},
               {"2024-11-30", "2025-02-28", "2025-05-29"},
               {"2025-08-31", "2025-11-30", "2026-02-28"}};
  for (const auto& row : table) {
    facts_.steps.clear();
    order(row.made);
    step("P1", StepKind::time_to_pay, row.made, "", "", "CO1");
    EXPECT_EQ(end_of(DeadlineKind::payment, row.made), row.three);
    EXPECT_EQ(end_of(DeadlineKind::payment_limit, row.made), row.six);
  }
}

TEST_F(CaseFile, AnOrderWithoutTimeToPayIsDueOnItsDay) {
  order("2025-01-15");
  const Deadline due = one(DeadlineKind::payment, "2025-01-15T09:00");
  EXPECT_EQ(expiry_text(*due.expiry), "end of Wed 15 Jan 2025");
  EXPECT_EQ(due.legal_basis, "POCA 2002 s.11(1)");
  EXPECT_EQ(one(DeadlineKind::payment, "2025-01-16").status, DeadlineStatus::expired);
  order("2025-01-15", "2025-02-01");
  EXPECT_EQ(one(DeadlineKind::payment, "2025-02-02").status, DeadlineStatus::stopped);
  EXPECT_EQ(one(DeadlineKind::payment, "2025-01-31").status, DeadlineStatus::expired);
}

TEST_F(CaseFile, SlicesHavePeriodsOfTheirOwnAndNoneLongerThanTheLawAllows) {
  order("2025-01-15");
  step("P1", StepKind::time_to_pay, "2025-01-15", "2025-02-14", "2025-02-10", "CO1").amount =
      "10000.00";
  step("P2", StepKind::time_to_pay, "2025-01-15", "2025-04-15", "", "CO1").amount = "31250.00";
  std::vector<Deadline> payments;
  for (const Deadline& each : read("2025-03-01")) {
    if (each.kind == DeadlineKind::payment) payments.push_back(each);
  }
  ASSERT_EQ(payments.size(), 2U);
  EXPECT_EQ(payments[0].step_id, "P2");
  EXPECT_EQ(payments[0].trigger, "confiscation order made Wed 15 Jan 2025, slice of 31250.00");
  EXPECT_EQ(expiry_text(*payments[0].expiry), "end of Mon 14 Apr 2025");
  ASSERT_EQ(payments[0].findings.size(), 1U);
  EXPECT_EQ(payments[0].findings[0],
            "the order is stated to last until Tue 15 Apr 2025; the law allows until Mon 14 Apr "
            "2025 at most");
  EXPECT_EQ(payments[1].status, DeadlineStatus::stopped);
  EXPECT_EQ(payments[1].stopped_by, "paid Mon 10 Feb 2025");
}

// s.11(4)-(6) and s.12(3).
TEST_F(CaseFile, ATimelyApplicationStopsInterestUntilSixMonthsAreOver) {
  order("2025-01-15");
  step("P1", StepKind::time_to_pay, "2025-01-15", "2025-03-14", "", "CO1");
  step("A1", StepKind::time_to_pay_application, "2025-03-14T15:00", "", "", "P1");
  const Deadline payment = one(DeadlineKind::payment, "2025-05-01");
  EXPECT_EQ(payment.status, DeadlineStatus::held);
  EXPECT_NE(payment.stopped_by.find("no interest meanwhile (POCA 2002 s.12(3))"),
            std::string::npos);
  EXPECT_EQ(end_of(DeadlineKind::interest_standstill, "2025-05-01"), "2025-07-14");
  // The six months are over: the application no longer keeps interest away.
  EXPECT_EQ(one(DeadlineKind::payment, "2025-07-15").status, DeadlineStatus::expired);
  for (const Deadline& each : read("2025-07-15")) {
    EXPECT_NE(each.kind, DeadlineKind::interest_standstill);
  }
}

TEST_F(CaseFile, AnApplicationBehindThePeriodIsReportedAndHoldsNothing) {
  order("2025-01-15");
  step("P1", StepKind::time_to_pay, "2025-01-15", "2025-03-14", "", "CO1");
  step("A1", StepKind::time_to_pay_application, "2025-03-15", "", "", "P1");
  const Deadline payment = one(DeadlineKind::payment, "2025-05-01");
  EXPECT_EQ(payment.status, DeadlineStatus::expired);
  ASSERT_EQ(payment.findings.size(), 1U);
  EXPECT_EQ(payment.findings[0],
            "more time was asked for on Sat 15 Mar 2025, after the period had ended on Fri 14 Mar "
            "2025");
}

TEST_F(CaseFile, AnExtensionMayBeMadeBehindThePeriodButNotBehindSixMonths) {
  order("2025-01-15");
  step("P1", StepKind::time_to_pay, "2025-01-15", "2025-03-14", "", "CO1");
  step("A1", StepKind::time_to_pay_application, "2025-03-10", "", "2025-04-02", "P1");
  LegalStep& longer =
      step("X1", StepKind::time_to_pay_extension, "2025-04-02", "2025-07-20", "", "P1");
  const Deadline extended = one(DeadlineKind::payment, "2025-05-01");
  EXPECT_EQ(expiry_text(*extended.expiry), "end of Mon 14 Jul 2025");
  EXPECT_EQ(extended.findings.size(), 1U);
  longer.made = at("2025-07-15");
  const Deadline late = one(DeadlineKind::payment, "2025-07-16");
  EXPECT_EQ(expiry_text(*late.expiry), "end of Fri 14 Mar 2025");
  ASSERT_EQ(late.findings.size(), 1U);
  EXPECT_EQ(late.findings[0],
            "the extension was made on Tue 15 Jul 2025, after the last day for it, Mon 14 Jul "
            "2025");
}

// law.md 1.12, TV-REC.
TEST_F(CaseFile, ConvictionClocksCountTheFirstDay) {
  const struct {
    const char* convicted;
    const char* two;
    const char* six;
  } table[] = {{"2024-06-14", "2026-06-13", "2030-06-13"},
               {"2024-02-29", "2026-02-28", "2030-02-28"},
               {"2025-01-01", "2026-12-31", "2030-12-31"}};
  for (const auto& row : table) {
    convicted(row.convicted);
    EXPECT_EQ(end_of(DeadlineKind::postponement, row.convicted), row.two);
    EXPECT_EQ(end_of(DeadlineKind::reconsideration, row.convicted), row.six);
  }
  // A right that was not used in time is no longer there.
  for (const Deadline& each : read("2031-01-01")) {
    EXPECT_NE(each.kind, DeadlineKind::reconsideration);
  }
}

TEST_F(CaseFile, TheSentenceMayBeVariedTwentyEightDaysFromTheLastDayOfThePostponement) {
  const struct {
    const char* last;
    const char* end;
  } table[] = {
      {"2025-06-14", "2025-07-11"}, {"2025-02-01", "2025-02-28"}, {"2025-12-31", "2026-01-27"}};
  for (const auto& row : table) {
    facts_.steps.clear();
    convicted("2024-09-02");
    step("PP", StepKind::postponement, "2024-09-02", row.last);
    EXPECT_EQ(end_of(DeadlineKind::vary_sentence, row.last), row.end);
    EXPECT_EQ(end_of(DeadlineKind::postponement, "2024-10-01"), row.last);
  }
}

TEST_F(CaseFile, ThePostponementFollowsAnAppealWhereThatIsLater) {
  convicted("2023-06-14");
  step("AP", StepKind::conviction_appeal, "2023-07-03", "", "2025-04-30");
  const Deadline later = one(DeadlineKind::postponement, "2025-05-01");
  EXPECT_EQ(expiry_text(*later.expiry), "end of Tue 29 Jul 2025");
  facts_.steps.front().ended = at("2025-02-28");
  EXPECT_EQ(end_of(DeadlineKind::postponement, "2025-05-01"), "2025-06-13");
  facts_.steps.front().ended.reset();
  EXPECT_NE(one(DeadlineKind::postponement, "2025-05-01").working.find("is undecided"),
            std::string::npos);
}

TEST_F(CaseFile, APostponementBeyondTwoYearsNeedsExceptionalCircumstances) {
  convicted("2024-06-14");
  step("PP", StepKind::postponement, "2024-06-14", "2026-07-01");
  const Deadline found = one(DeadlineKind::postponement, "2025-01-01");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Sat 13 Jun 2026");
  ASSERT_EQ(found.findings.size(), 1U);
}

TEST_F(CaseFile, AConfiscationOrderStopsThePostponement) {
  convicted("2024-06-14");
  order("2025-01-15");
  EXPECT_EQ(one(DeadlineKind::postponement, "2025-01-14").status, DeadlineStatus::running);
  const Deadline found = one(DeadlineKind::postponement, "2025-01-15");
  EXPECT_EQ(found.status, DeadlineStatus::stopped);
  EXPECT_EQ(found.stopped_by, "confiscation order of Wed 15 Jan 2025");
}

TEST_F(CaseFile, AConvictionWithoutItsDayAsksForIt) {
  facts_.is_convicted = true;
  const auto found = read("2025-05-01");
  ASSERT_EQ(found.size(), 2U);
  for (const Deadline& each : found) {
    EXPECT_EQ(each.status, DeadlineStatus::undetermined);
    EXPECT_EQ(each.missing.front(), "the date of conviction");
  }
}

TEST_F(CaseFile, DaysThatTheCourtSetAreDeadlinesUntilTheStatementIsServed) {
  step("T1", StepKind::s16_statement, "", "2025-05-09", "2025-05-12");
  step("T2", StepKind::s17_response, "", "2025-06-06");
  step("T3", StepKind::s18_information, "");
  EXPECT_EQ(read("2025-05-10").size(), 3U);
  const Deadline missed = one(DeadlineKind::timetable, "2025-05-10");
  EXPECT_EQ(missed.legal_basis, "POCA 2002 s.16");
  EXPECT_EQ(missed.status, DeadlineStatus::expired);
  for (const Deadline& each : read("2025-05-13")) {
    if (each.step_id == "T1") {
      EXPECT_EQ(each.status, DeadlineStatus::stopped);
      EXPECT_EQ(each.findings.size(), 1U);
    }
    if (each.step_id == "T2") {
      EXPECT_EQ(each.status, DeadlineStatus::running);
    }
    if (each.step_id == "T3") {
      EXPECT_EQ(each.missing.front(), "the day that the court set");
    }
  }
}

TEST_F(CaseFile, InvestigationOrdersEndAsTheirRowsSay) {
  step("PO", StepKind::production_order, "2025-03-03");
  step("AM", StepKind::account_monitoring_order, "2025-03-04", "2025-07-01");
  step("DR", StepKind::consent_request, "2025-04-16T11:00");
  step("RF", StepKind::consent_refusal, "2025-04-29", "", "", "DR");
  EXPECT_EQ(end_of(DeadlineKind::production_order, "2025-03-03"), "2025-03-09");
  EXPECT_EQ(end_of(DeadlineKind::account_monitoring, "2025-03-04"), "2025-06-01");
  EXPECT_EQ(one(DeadlineKind::account_monitoring, "2025-03-04").findings.size(), 1U);
  // Seven working days behind Wed 16 April: Good Friday and Easter Monday are none.
  EXPECT_EQ(end_of(DeadlineKind::consent_notice, "2025-04-17"), "2025-04-29");
  EXPECT_EQ(one(DeadlineKind::consent_notice, "2025-04-29").status, DeadlineStatus::stopped);
  EXPECT_EQ(end_of(DeadlineKind::moratorium, "2025-04-29"), "2025-05-29");
  EXPECT_EQ(end_of(DeadlineKind::moratorium_limit, "2025-04-29"), "2025-12-01");
  step("MX", StepKind::moratorium_extension, "2025-05-28", "2025-06-28", "", "RF");
  EXPECT_EQ(end_of(DeadlineKind::moratorium, "2025-05-30"), "2025-06-28");
}

TEST_F(CaseFile, TheDaysToDecideOnUnexplainedWealthBeginWithTheAnswer) {
  step("UW", StepKind::unexplained_wealth_order, "2025-02-03", "2025-04-04", "2025-04-01");
  step("IF", StepKind::interim_freezing_order, "2025-02-03", "", "", "UW");
  EXPECT_EQ(end_of(DeadlineKind::wealth_response, "2025-03-01"), "2025-04-04");
  EXPECT_EQ(end_of(DeadlineKind::wealth_decision, "2025-04-01"), "2025-05-30");
  EXPECT_EQ(end_of(DeadlineKind::wealth_limit, "2025-04-01"), "2025-10-03");
  step("IX", StepKind::interim_freezing_extension, "2025-05-20", "2025-10-04", "", "IF");
  EXPECT_EQ(end_of(DeadlineKind::wealth_decision, "2025-05-20"), "2025-10-03");
  EXPECT_EQ(one(DeadlineKind::wealth_decision, "2025-05-20").findings.size(), 1U);
}

TEST_F(CaseFile, CivilRecoveryMustBeginWithinTwentyYears) {
  step("OB", StepKind::property_obtained, "2006-03-01");
  EXPECT_EQ(end_of(DeadlineKind::limitation, "2025-01-01"), "2026-02-28");
  step("CR", StepKind::civil_recovery_claim, "2025-06-02", "", "", "OB");
  EXPECT_EQ(one(DeadlineKind::limitation, "2025-06-02").status, DeadlineStatus::stopped);
  facts_.steps.front().made = at("1997-05-06");
  facts_.steps.pop_back();
  const Deadline old = one(DeadlineKind::limitation, "2025-06-02");
  EXPECT_EQ(old.status, DeadlineStatus::undetermined);
  EXPECT_EQ(old.missing.size(), 2U);
}

TEST_F(CaseFile, RestraintIsMeasuredInDaysAndHasNoDeadline) {
  step("RO", StepKind::restraint_order, "2025-01-06");
  step("R1", StepKind::restraint_report, "2025-03-03", "", "", "RO");
  const auto times = elapsed_times(facts_, at("2025-04-02").civil());
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].days, 86);
  EXPECT_EQ(times[1].days, 30);
  EXPECT_TRUE(read("2025-04-02").empty());
  facts_.steps.front().ended = at("2025-04-01");
  EXPECT_TRUE(elapsed_times(facts_, at("2025-04-02").civil()).empty());
}

TEST_F(CaseFile, RightsWithoutALimitAreThereOnceAnOrderWasMade) {
  EXPECT_TRUE(rights_without_limit(facts_, at("2025-04-02").civil()).empty());
  order("2025-01-15");
  EXPECT_TRUE(rights_without_limit(facts_, at("2025-01-14").civil()).empty());
  EXPECT_EQ(rights_without_limit(facts_, at("2025-01-15").civil()).size(), 2U);
}

std::vector<CaseFact> case_facts(
    const std::vector<std::tuple<const char*, const char*, const char*, const char*>>& rows) {
  std::vector<CaseFact> facts;
  for (const auto& [section, key, field, value] : rows) {
    const std::string word = value;
    const bool is_truth = word == "true" || word == "false";
    facts.push_back({"OP-3", section, key, 0, field,
                     is_truth ? CaseFact::Kind::truth : CaseFact::Kind::text, word, 7});
  }
  return facts;
}

TEST(ClockFacts, TakeTheLatestConvictionAndLeaveOutWhatWasWithdrawn) {
  const auto facts = read_clock_facts(case_facts({
                                          {"proceedings", "", "conviction_date", "2025-01-24"},
                                          {"offences", "O1", "convicted_on", "2025-03-06"},
                                          {"offences", "O2", "convicted", "false"},
                                          {"offences", "O2", "convicted_on", "2025-09-01"},
                                          {"offences", "O3", "removed", "true"},
                                          {"offences", "O3", "convicted_on", "2025-09-02"},
                                          {"confiscation_orders", "CO1", "made", "2025-07-01"},
                                          {"confiscation_orders", "CO2", "removed", "true"},
                                      }))
                         .value();
  EXPECT_EQ(facts.case_id, "OP-3");
  EXPECT_EQ(facts.convicted_on, day("2025-03-06"));
  ASSERT_EQ(facts.orders.size(), 1U);
  EXPECT_EQ(facts.orders[0].made, day("2025-07-01"));
}

TEST(ClockFacts, AddStepsToTheOrdersOfTheirSeizureOnce) {
  ClockFacts facts;
  LegalStep detention;
  detention.kind = StepKind::detention;
  detention.seizure = "S-1";
  detention.region = "scotland";
  detention.made = at("2025-03-05");
  detention.until = day("2025-09-04");
  LegalStep request = detention;
  request.kind = StepKind::overseas_request;
  request.until.reset();
  request.ended = at("2025-08-01T10:00");
  facts.steps = {detention, request};
  Seizure seizure;
  seizure.id = "S-1";
  seizure.orders = {{"detention", at("2025-03-05"), day("2025-09-04")}};
  const Seizure joined = with_steps(seizure, facts);
  ASSERT_EQ(joined.orders.size(), 2U);
  EXPECT_EQ(joined.orders[1],
            (SeizureOrder{"overseas-request", at("2025-03-05"), day("2025-08-01")}));
  EXPECT_EQ(region_of(seizure, facts), "scotland");
  EXPECT_EQ(unattached_steps(facts, {"S-1"}).size(), 0U);
  EXPECT_EQ(unattached_steps(facts, {"S-2"}).size(), 2U);
}

}  // namespace
}  // namespace recoup
