#include "recoup/clocks/deadlines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "clock_law.hpp"
#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

class Deadlines : public testing::Test {
 protected:
  static Seizure seizure(SeizureKind kind, const char* seized_at) {
    Seizure seizure;
    seizure.id = "S-7";
    seizure.case_id = "OP-1";
    seizure.kind = kind;
    seizure.seized_at = at(seized_at);
    return seizure;
  }

  static SeizureOrder order(const char* kind, const char* made, const char* until = nullptr) {
    return {kind, at(made), until == nullptr ? std::nullopt : std::optional<Date>(day(until))};
  }

  std::vector<Deadline> read(const Seizure& seizure, const char* as_at) const {
    return deadlines_of(seizure, law(), at(as_at).civil());
  }

  Deadline one(const Seizure& seizure, DeadlineKind kind, const char* as_at) const {
    for (const Deadline& deadline : read(seizure, as_at)) {
      if (deadline.kind == kind) return deadline;
    }
    ADD_FAILURE() << "no " << text(kind);
    return {};
  }

  ClockLaw law() const { return {rules_, calendars_}; }

  /// Last day of a clock about a seizure of `kind`.
  std::string last(SeizureKind kind, const SeizureOrder& event, DeadlineKind deadline,
                   const char* held_from = "2024-01-02T10:00") const {
    Seizure subject = seizure(kind, held_from);
    subject.orders.push_back(event);
    const Deadline found = one(subject, deadline, event.made_at.text().c_str());
    return found.expiry ? expiry_text(*found.expiry) : "none";
  }

  ClockRules rules_ = shipped_rules();
  Calendars calendars_{shipped_calendar()};
};

TEST_F(Deadlines, CashWithoutAnOrderHasFortyEightHours) {
  const Seizure cash = seizure(SeizureKind::cash, "2024-08-22T12:00");
  const auto found = read(cash, "2024-08-23T09:00");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].case_id, "OP-1");
  EXPECT_EQ(found[0].seizure_id, "S-7");
  EXPECT_EQ(text(found[0].kind), "initial detention");
  EXPECT_EQ(found[0].legal_basis, "POCA 2002 s.295(1)-(1B)");
  EXPECT_EQ(found[0].trigger, "cash seized Thu 22 Aug 2024 12:00");
  EXPECT_EQ(found[0].rule_id, "cash.initial_detention");
  EXPECT_EQ(expiry_text(*found[0].expiry), "Tue 27 Aug 2024 12:00");
  EXPECT_EQ(found[0].last_working_day, day("2024-08-27"));
  EXPECT_EQ(found[0].status, DeadlineStatus::running);
  EXPECT_EQ(found[0].working,
            "48 hours: 12 h Thu + 24 h Fri + 12 h Tue; Sat, Sun, bank holiday skipped");
  EXPECT_TRUE(found[0].missing.empty());
  EXPECT_EQ(read(cash, "2024-08-27T11:59:59")[0].status, DeadlineStatus::running);
  EXPECT_EQ(read(cash, "2024-08-27T12:00")[0].status, DeadlineStatus::expired);
}

TEST_F(Deadlines, ASeizureOnADayAloneGivesItsEarliestEndAndAsksForTheTime) {
  const auto found = read(seizure(SeizureKind::cash, "2025-03-04"), "2025-03-04T12:00");
  EXPECT_EQ(expiry_text(*found[0].expiry), "end of Wed 5 Mar 2025");
  ASSERT_EQ(found[0].missing.size(), 1U);
}

TEST_F(Deadlines, BeyondTheCalendarIsUndetermined) {
  const auto found = read(seizure(SeizureKind::cash, "2027-12-31T12:00"), "2027-12-31T13:00");
  EXPECT_EQ(found[0].status, DeadlineStatus::undetermined);
  EXPECT_FALSE(found[0].expiry.has_value());
  EXPECT_FALSE(found[0].missing.empty());
}

TEST_F(Deadlines, BeforeTheRulesBeginIsUndetermined) {
  const auto found = read(seizure(SeizureKind::cash, "2010-05-04T12:00"), "2010-05-04T13:00");
  EXPECT_EQ(found[0].status, DeadlineStatus::undetermined);
}

TEST_F(Deadlines, AnotherPowerIsAskedAboutAndNotCounted) {
  Seizure cash = seizure(SeizureKind::cash, "2025-03-04T09:15");
  cash.power = "PACE 1984 s.19";
  EXPECT_EQ(read(cash, "2025-03-04T10:00")[0].status, DeadlineStatus::undetermined);
  cash.power = "POCA 2002 s.294";
  EXPECT_EQ(read(cash, "2025-03-04T10:00")[0].status, DeadlineStatus::running);
}

// law.md 3.1, TV-DET-1.
TEST_F(Deadlines, DetentionOrdersEndWithinSixMonthsAndTwoYearsFromTheFirst) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  const struct {
    const char* made;
    const char* end;
    const char* act_by;
  } table[] = {{"2024-03-12", "2024-09-11", "2024-09-11"},
               {"2024-09-10", "2025-03-09", "2025-03-07"},
               {"2025-03-07", "2025-09-06", "2025-09-05"},
               {"2025-09-05", "2026-03-04", "2026-03-04"},
               {"2026-03-03", "2026-03-11", "2026-03-11"}};
  for (const auto& row : table) {
    cash.orders.push_back(order("detention", row.made, row.end));
    const Deadline found = one(cash, DeadlineKind::detention_order, row.made);
    EXPECT_EQ(*found.expiry, midnight(day(row.end) + std::chrono::days(1))) << row.made;
    EXPECT_EQ(found.last_working_day, day(row.act_by)) << row.made;
    EXPECT_EQ(found.hard_cap, day("2026-03-11"));
    EXPECT_TRUE(found.findings.empty()) << row.made;
    EXPECT_TRUE(found.missing.empty());
    const Deadline cap = one(cash, DeadlineKind::detention_cap, row.made);
    EXPECT_EQ(expiry_text(*cap.expiry), "end of Wed 11 Mar 2026");
  }
}

TEST_F(Deadlines, AnOrderLongerThanTheLawAllowsIsReportedAndCut) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-09-12")};
  const Deadline found = one(cash, DeadlineKind::detention_order, "2024-04-01");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Wed 11 Sep 2024");
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings[0],
            "the order is stated to last until Thu 12 Sep 2024; the law allows until Wed 11 Sep "
            "2024 at most");
}

TEST_F(Deadlines, AShorterOrderEndsWhenItSays) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-06-11")};
  const Deadline found = one(cash, DeadlineKind::detention_order, "2024-06-12");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Tue 11 Jun 2024");
  EXPECT_EQ(found.status, DeadlineStatus::expired);
}

TEST_F(Deadlines, AnOrderWithoutAnEndAsksForIt) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12")};
  const Deadline found = one(cash, DeadlineKind::detention_order, "2024-04-01");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Wed 11 Sep 2024");
  EXPECT_EQ(found.missing.size(), 1U);
}

TEST_F(Deadlines, AnOrderThatEndsBeforeItBeginsHasNoEnd) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-03-01")};
  EXPECT_EQ(one(cash, DeadlineKind::detention_order, "2024-04-01").status,
            DeadlineStatus::undetermined);
}

TEST_F(Deadlines, OrdersThatDoNotJoinAreReported) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-07T09:15");
  cash.orders = {order("detention", "2024-03-12T10:00", "2024-06-11"),
                 order("detention", "2024-06-13", "2024-09-12")};
  const auto findings = one(cash, DeadlineKind::detention_order, "2024-07-01").findings;
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0],
            "the first order was made Tue 12 Mar 2024 10:00; the first hours ended Mon 11 Mar 2024 "
            "09:15");
  EXPECT_EQ(findings[1],
            "the order of Thu 13 Jun 2024 was made after the one before it ended on Tue 11 Jun "
            "2024");
}

TEST_F(Deadlines, OrdersMadeLaterThanTheInstantAreNotSeen) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12T15:00", "2024-06-11")};
  EXPECT_EQ(read(cash, "2024-03-12T14:59")[0].kind, DeadlineKind::initial_detention);
  EXPECT_EQ(read(cash, "2024-03-12T15:00")[0].kind, DeadlineKind::detention_order);
  EXPECT_TRUE(read(cash, "2024-03-11T09:14").empty());
}

// law.md 3.1 "More", 3.3 A1 to A3, 3.4 TV-CR-1 and TV-CR-3.
TEST_F(Deadlines, PeriodsOfMonthsAndYearsCountTheFirstDay) {
  EXPECT_EQ(last(SeizureKind::cash, order("detention", "2024-08-31", "2025-02-28"),
                 DeadlineKind::detention_order),
            "end of Fri 28 Feb 2025");
  EXPECT_EQ(
      last(SeizureKind::cash, order("detention", "2024-03-01"), DeadlineKind::detention_order),
      "end of Sat 31 Aug 2024");
  EXPECT_EQ(last(SeizureKind::cash, order("detention", "2024-02-29"), DeadlineKind::detention_cap),
            "end of Sat 28 Feb 2026");
  EXPECT_EQ(
      last(SeizureKind::account, order("freezing", "2025-06-17"), DeadlineKind::freezing_order),
      "end of Wed 16 Jun 2027");
  EXPECT_EQ(
      last(SeizureKind::account, order("freezing", "2024-02-29"), DeadlineKind::freezing_order),
      "end of Sat 28 Feb 2026");
  EXPECT_EQ(
      last(SeizureKind::account, order("freezing", "2025-12-31"), DeadlineKind::freezing_order),
      "end of Thu 30 Dec 2027");
  EXPECT_EQ(
      last(SeizureKind::cryptoasset, order("freezing", "2025-06-17"), DeadlineKind::freezing_order),
      "end of Wed 16 Jun 2027");
  EXPECT_EQ(
      last_day(rules_.length("cryptoasset.freezing_order_extended", day("2025-06-17")).value(),
               day("2025-06-17")),
      day("2028-06-16"));
}

// law.md 3.4 TV-CR-3. Its day lies before the chapter's first day in the rules, so the lengths are
// those of a later day; on the day itself there is no length.
TEST_F(Deadlines, CapsOnCryptoassetsCountFromTheLeapDay) {
  const Date leap = day("2024-02-29");
  const Date later = day("2025-02-28");
  const auto length = [&](const char* rule, Date date) { return rules_.length(rule, date); };
  EXPECT_EQ(last_day(length("cryptoasset.detention_cap", later).value(), leap), day("2026-02-28"));
  EXPECT_EQ(last_day(length("cryptoasset.detention_cap_extended", later).value(), leap),
            day("2027-02-28"));
  EXPECT_FALSE(length("cryptoasset.detention_cap", leap).has_value());
}

// law.md 3.1 day counts, 3.3 A7.
TEST_F(Deadlines, NoticesGiveThirtyDaysFromTheDayAfterAndThirtyMoreFromTheLast) {
  const struct {
    const char* given;
    const char* objection;
    const char* set_aside;
  } table[] = {{"2025-03-03", "end of Wed 2 Apr 2025", "end of Thu 1 May 2025"},
               {"2025-12-01", "end of Wed 31 Dec 2025", "end of Thu 29 Jan 2026"},
               {"2026-01-30", "end of Sun 1 Mar 2026", "end of Mon 30 Mar 2026"}};
  for (const auto& row : table) {
    const SeizureOrder notice = order("forfeiture-notice", row.given);
    for (const SeizureKind kind : {SeizureKind::cash, SeizureKind::account}) {
      EXPECT_EQ(last(kind, notice, DeadlineKind::notice_objection), row.objection);
      EXPECT_EQ(last(kind, notice, DeadlineKind::notice_set_aside), row.set_aside);
    }
  }
}

TEST_F(Deadlines, ANoticeThatStatesTooShortAPeriodIsReported) {
  Seizure cash = seizure(SeizureKind::cash, "2024-12-11T09:15");
  cash.orders = {order("detention", "2024-12-12", "2025-06-11"),
                 order("forfeiture-notice", "2025-03-03", "2025-03-31")};
  const Deadline found = one(cash, DeadlineKind::notice_objection, "2025-03-04");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Wed 2 Apr 2025");
  EXPECT_EQ(found.findings.size(), 1U);
}

TEST_F(Deadlines, AppealsCountTheDayOfTheDecision) {
  const struct {
    const char* made;
    const char* end;
    const char* file_by;
  } table[] = {{"2025-03-03", "end of Tue 1 Apr 2025", "2025-04-01"},
               {"2025-12-01", "end of Tue 30 Dec 2025", "2025-12-30"},
               {"2025-02-28", "end of Sat 29 Mar 2025", "2025-03-28"}};
  for (const auto& row : table) {
    Seizure cash = seizure(SeizureKind::cash, "2024-12-11T09:15");
    cash.status = "forfeited";
    cash.orders = {order("detention", "2024-12-12", "2025-06-11"), order("forfeiture", row.made)};
    const auto found = read(cash, row.made);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(expiry_text(*found[0].expiry), row.end);
    EXPECT_EQ(found[0].last_working_day, day(row.file_by));
    EXPECT_TRUE(read(cash, "2026-03-01").empty());
  }
}

// law.md 3.1, s.297D; 3.3 A4 to A6.
TEST_F(Deadlines, AnObjectionStartsTheFortyEightHoursThatAreLeft) {
  const struct {
    SeizureKind kind;
    const char* received;
    const char* end;
  } table[] = {{SeizureKind::cash, "2025-04-17T15:00", "Wed 23 Apr 2025 15:00"},
               {SeizureKind::cash, "2026-05-22T10:00", "Wed 27 May 2026 10:00"},
               {SeizureKind::cash, "2025-09-02T08:00", "Thu 4 Sep 2025 08:00"},
               {SeizureKind::account, "2026-04-02T11:00", "Wed 8 Apr 2026 11:00"},
               {SeizureKind::account, "2025-03-07T16:00", "Tue 11 Mar 2025 16:00"},
               {SeizureKind::account, "2025-12-23T09:00", "Mon 29 Dec 2025 09:00"}};
  for (const auto& row : table) {
    Seizure held = seizure(row.kind, "2024-08-05T09:15");
    const bool cash = row.kind == SeizureKind::cash;
    held.orders = {cash ? order("detention", "2024-08-06", "2025-02-05")
                        : order("freezing", "2024-08-06", "2026-08-05"),
                   order("forfeiture-notice", "2025-02-03"), order("objection", row.received)};
    const Deadline found = one(held, DeadlineKind::lapse_bridge, row.received);
    EXPECT_EQ(expiry_text(*found.expiry), row.end);
    for (const Deadline& other : read(held, row.received)) {
      EXPECT_NE(other.kind, DeadlineKind::notice_objection);
    }
  }
}

// s.297D: the later of the lapse and the end of the order begins the hours.
TEST_F(Deadlines, CashStillUnderAnOrderHasItsBridgeBehindTheOrder) {
  Seizure cash = seizure(SeizureKind::cash, "2025-03-03T09:15");
  cash.orders = {order("detention", "2025-03-04", "2025-09-03"),
                 order("forfeiture-notice", "2025-03-10"), order("objection", "2025-04-01T10:00")};
  const Deadline found = one(cash, DeadlineKind::lapse_bridge, "2025-04-01T11:00");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Fri 5 Sep 2025");
  EXPECT_EQ(
      found.trigger,
      "objection received Tue 1 Apr 2025 10:00; detention order until the end of Wed 3 Sep 2025");
}

// law.md 3.2.
TEST_F(Deadlines, ListedAssetsHaveSixHoursAndFortyTwoMore) {
  const struct {
    const char* seized;
    const char* first;
    const char* further;
  } table[] = {{"2025-03-07T20:00", "Mon 10 Mar 2025 02:00", "Tue 11 Mar 2025 20:00"},
               {"2025-08-22T15:30", "Fri 22 Aug 2025 21:30", "Wed 27 Aug 2025 15:30"},
               {"2025-03-04T09:15", "Tue 4 Mar 2025 15:15", "Thu 6 Mar 2025 09:15"}};
  for (const auto& row : table) {
    const auto found = read(seizure(SeizureKind::listed_asset, row.seized), row.seized);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(expiry_text(*found[0].expiry), row.first);
    EXPECT_EQ(expiry_text(*found[1].expiry), row.further);
    EXPECT_TRUE(found[0].missing.empty());
    EXPECT_EQ(found[1].missing.size(), 1U);
  }
}

TEST_F(Deadlines, CryptoassetsHaveFortyEightHours) {
  const auto found =
      read(seizure(SeizureKind::cryptoasset, "2024-08-22T12:00"), "2024-08-22T13:00");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(expiry_text(*found[0].expiry), "Tue 27 Aug 2024 12:00");
}

TEST_F(Deadlines, AFrozenWalletShowsHowFarTheOrderCanBeCarried) {
  Seizure wallet = seizure(SeizureKind::cryptoasset, "2025-06-17T10:00");
  wallet.orders = {order("freezing", "2025-06-17", "2027-06-16")};
  const Deadline found = one(wallet, DeadlineKind::freezing_order, "2025-06-18");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Wed 16 Jun 2027");
  EXPECT_NE(found.working.find("until Fri 16 Jun 2028 while"), std::string::npos);
  EXPECT_TRUE(found.findings.empty());
}

TEST_F(Deadlines, AnAccountWithoutAnOrderAsksForOne) {
  const auto found = read(seizure(SeizureKind::account, "2025-06-17"), "2025-06-18");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].status, DeadlineStatus::undetermined);
  EXPECT_EQ(found[0].missing.size(), 1U);
}

TEST_F(Deadlines, AVariedFreezingOrderKeepsTheCapOfTheFirst) {
  Seizure account = seizure(SeizureKind::account, "2025-06-17");
  account.orders = {order("freezing", "2025-06-17", "2025-12-16"),
                    order("freezing", "2025-12-10", "2027-12-09")};
  const Deadline found = one(account, DeadlineKind::freezing_order, "2026-01-01");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Wed 16 Jun 2027");
  EXPECT_EQ(found.findings.size(), 1U);
}

TEST_F(Deadlines, WhatIsGoneHasNoClock) {
  for (const char* status : {"returned", "Released", "destroyed", "forfeited"}) {
    Seizure cash = seizure(SeizureKind::cash, "2025-03-04T09:15");
    cash.status = status;
    EXPECT_TRUE(read(cash, "2025-03-05").empty()) << status;
  }
  EXPECT_TRUE(read(seizure(SeizureKind::drugs, "2025-03-04T09:15"), "2025-03-05").empty());
}

}  // namespace
}  // namespace recoup
