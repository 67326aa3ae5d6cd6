// Which act stops or holds a clock about property, and what a bad record does to it.

#include <gtest/gtest.h>

#include <string>

#include "clock_law.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/clocks/deadlines.hpp"

namespace recoup {
namespace {

class Holding : public testing::Test {
 protected:
  static Seizure seizure(SeizureKind kind, const char* seized_at) {
    Seizure seizure;
    seizure.id = "S-9";
    seizure.case_id = "OP-2";
    seizure.kind = kind;
    seizure.seized_at = at(seized_at);
    return seizure;
  }

  static SeizureOrder order(const char* kind, const char* made, const char* until = nullptr) {
    return {kind, at(made), until == nullptr ? std::nullopt : std::optional<Date>(day(until))};
  }

  Deadline one(const Seizure& seizure, DeadlineKind kind, const char* as_at,
               const char* region = "") const {
    const ClockLaw law{rules_, calendars_};
    for (const Deadline& deadline : deadlines_of(seizure, law, at(as_at).civil(), region)) {
      if (deadline.kind == kind) return deadline;
    }
    ADD_FAILURE() << "no " << text(kind);
    return {};
  }

  ClockRules rules_ = shipped_rules();
  Calendars calendars_{shipped_calendar()};
};

TEST_F(Holding, AnApplicationForForfeitureInTimeKeepsThePropertyUntilItIsDecided) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-09-11"),
                 order("forfeiture-application", "2024-09-11T15:30")};
  Deadline found = one(cash, DeadlineKind::detention_order, "2024-10-01");
  EXPECT_EQ(found.status, DeadlineStatus::held);
  EXPECT_EQ(found.stopped_by,
            "forfeiture-application of Wed 11 Sep 2024 15:30, undecided: the property is kept "
            "meanwhile (POCA 2002 s.298)");
  EXPECT_EQ(one(cash, DeadlineKind::detention_cap, "2026-10-01").status, DeadlineStatus::held);
  cash.orders.back().until = day("2024-09-30");
  EXPECT_EQ(one(cash, DeadlineKind::detention_order, "2024-10-01").status, DeadlineStatus::expired);
}

TEST_F(Holding, AnApplicationForForfeitureAfterTheEndKeepsNothing) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-09-11"),
                 order("forfeiture-application", "2024-09-12T00:00")};
  const Deadline found = one(cash, DeadlineKind::detention_order, "2024-10-01");
  EXPECT_EQ(found.status, DeadlineStatus::expired);
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings[0],
            "the forfeiture-application of Thu 12 Sep 2024 00:00 came after this clock had ended");
}

TEST_F(Holding, AnApplicationToDetainDoesNotStopTheFirstHours) {
  Seizure cash = seizure(SeizureKind::cash, "2025-03-04T09:15");
  cash.orders = {order("detention-application", "2025-03-05T16:00")};
  const Deadline found = one(cash, DeadlineKind::initial_detention, "2025-03-06T09:15");
  EXPECT_EQ(found.status, DeadlineStatus::expired);
  EXPECT_NE(found.working.find("must be made before the end"), std::string::npos);
  EXPECT_NE(found.stops.find("an application alone is not enough"), std::string::npos);
}

// s.297D(5) and s.303Z11(5): here an application is enough.
TEST_F(Holding, AnApplicationWithinTheBridgeHoldsIt) {
  Seizure cash = seizure(SeizureKind::cash, "2024-08-05T09:15");
  cash.orders = {order("detention", "2024-08-06", "2025-02-05"),
                 order("forfeiture-notice", "2025-02-03"), order("objection", "2025-04-17T15:00"),
                 order("detention-application", "2025-04-23T14:59")};
  EXPECT_EQ(one(cash, DeadlineKind::lapse_bridge, "2025-05-01").status, DeadlineStatus::held);
  cash.orders.back().made_at = at("2025-04-23T15:00");
  const Deadline late = one(cash, DeadlineKind::lapse_bridge, "2025-05-01");
  EXPECT_EQ(late.status, DeadlineStatus::expired);
  EXPECT_EQ(late.findings.size(), 1U);

  Seizure account = seizure(SeizureKind::account, "2025-01-06");
  account.orders = {
      order("freezing", "2025-01-06", "2026-01-05"), order("forfeiture-notice", "2025-02-03"),
      order("objection", "2025-03-07T16:00"), order("freezing-application", "2025-03-11T15:00")};
  EXPECT_EQ(one(account, DeadlineKind::lapse_bridge, "2025-03-20").status, DeadlineStatus::held);
}

TEST_F(Holding, AnAccountStaysFrozenFortyEightHoursAfterARefusalUnlessAnAppealIsMade) {
  Seizure account = seizure(SeizureKind::account, "2025-01-06");
  account.orders = {order("freezing", "2025-01-06", "2026-01-05"),
                    order("forfeiture-refusal", "2025-08-22T12:00")};
  const Deadline bridge = one(account, DeadlineKind::refusal_bridge, "2025-08-23");
  EXPECT_EQ(expiry_text(*bridge.expiry), "Wed 27 Aug 2025 12:00");
  EXPECT_EQ(bridge.legal_basis, "POCA 2002 s.303Z15");
  EXPECT_EQ(one(account, DeadlineKind::appeal, "2025-08-23").status, DeadlineStatus::running);
  account.orders.push_back(order("appeal", "2025-08-26T10:00"));
  EXPECT_EQ(one(account, DeadlineKind::refusal_bridge, "2025-08-28").status,
            DeadlineStatus::stopped);
  EXPECT_EQ(one(account, DeadlineKind::freezing_order, "2025-08-28").status, DeadlineStatus::held);
}

// s.303Z11(2)-(5): the freezing order itself ends with the hours behind the objection.
TEST_F(Holding, AFreezingOrderDoesNotOutliveTheHoursBehindAnObjection) {
  Seizure account = seizure(SeizureKind::account, "2025-01-06");
  account.orders = {order("freezing", "2025-01-06", "2026-01-05"),
                    order("forfeiture-notice", "2025-02-03"),
                    order("objection", "2025-03-07T16:00")};
  const Deadline lapsed = one(account, DeadlineKind::freezing_order, "2025-03-12");
  EXPECT_EQ(expiry_text(*lapsed.expiry), "Tue 11 Mar 2025 16:00");
  EXPECT_EQ(lapsed.status, DeadlineStatus::expired);
  account.orders.push_back(order("forfeiture-application", "2025-03-10"));
  const Deadline kept = one(account, DeadlineKind::freezing_order, "2025-03-12");
  EXPECT_EQ(kept.status, DeadlineStatus::held);
  account.orders.back() = order("freezing-application", "2025-03-10");
  EXPECT_EQ(expiry_text(*one(account, DeadlineKind::freezing_order, "2025-03-12").expiry),
            "end of Mon 5 Jan 2026");
}

TEST_F(Holding, AnAppealInTimeStopsItsClockAndALateOneIsReported) {
  Seizure cash = seizure(SeizureKind::cash, "2024-12-11T09:15");
  cash.orders = {order("detention", "2024-12-12", "2025-06-11"), order("forfeiture", "2025-03-03"),
                 order("appeal", "2025-04-01T23:00")};
  EXPECT_EQ(one(cash, DeadlineKind::appeal, "2025-06-01").status, DeadlineStatus::stopped);
  EXPECT_TRUE(one(cash, DeadlineKind::appeal, "2025-06-01").findings.empty());
  cash.orders.back().made_at = at("2025-04-02");
  EXPECT_EQ(one(cash, DeadlineKind::appeal, "2025-06-01").findings.size(), 1U);
}

// law.md 3.4: three years only while a request for evidence overseas is outstanding.
TEST_F(Holding, AnOutstandingRequestOverseasMovesTheCapOfCryptoassets) {
  Seizure coins = seizure(SeizureKind::cryptoasset, "2024-06-17T10:00");
  coins.orders = {order("detention", "2024-06-18", "2024-12-17"),
                  order("overseas-request", "2024-11-04")};
  Deadline cap = one(coins, DeadlineKind::detention_cap, "2025-01-10");
  EXPECT_EQ(expiry_text(*cap.expiry), "end of Thu 17 Jun 2027");
  EXPECT_NE(cap.working.find("outstanding since Mon 4 Nov 2024"), std::string::npos);
  coins.orders.back().until = day("2025-01-09");
  cap = one(coins, DeadlineKind::detention_cap, "2025-01-10");
  EXPECT_EQ(expiry_text(*cap.expiry), "end of Wed 17 Jun 2026");
  EXPECT_NE(cap.working.find("of which none is recorded"), std::string::npos);
}

TEST_F(Holding, AnOrderMadeWhileTheRequestWasOutstandingMayPassTheTwoYears) {
  Seizure coins = seizure(SeizureKind::cryptoasset, "2024-06-17T10:00");
  coins.orders = {order("detention", "2024-06-18", "2024-12-17"),
                  order("detention", "2026-03-02", "2026-09-01"),
                  order("overseas-request", "2026-01-05", "2026-05-01")};
  const Deadline found = one(coins, DeadlineKind::detention_order, "2026-06-01");
  EXPECT_EQ(expiry_text(*found.expiry), "end of Tue 1 Sep 2026");
  coins.orders.pop_back();
  EXPECT_EQ(expiry_text(*one(coins, DeadlineKind::detention_order, "2026-06-01").expiry),
            "end of Wed 17 Jun 2026");
}

// law.md 3.4 TV-CR-1.
TEST_F(Holding, AWalletOrderLastsTwoYearsAndThreeWithARequest) {
  Seizure wallet = seizure(SeizureKind::cryptoasset, "2025-06-17");
  wallet.orders = {order("freezing", "2025-06-17")};
  EXPECT_EQ(expiry_text(*one(wallet, DeadlineKind::freezing_order, "2025-07-01").expiry),
            "end of Wed 16 Jun 2027");
  wallet.orders.push_back(order("overseas-request", "2025-06-17"));
  EXPECT_EQ(expiry_text(*one(wallet, DeadlineKind::freezing_order, "2025-07-01").expiry),
            "end of Fri 16 Jun 2028");
}

TEST_F(Holding, TheAuthorityOfASeniorOfficerStopsTheFirstSixHours) {
  Seizure watch = seizure(SeizureKind::listed_asset, "2025-03-07T20:00");
  watch.orders = {order("authority", "2025-03-07T21:30")};
  EXPECT_EQ(one(watch, DeadlineKind::initial_detention, "2025-03-08").status,
            DeadlineStatus::stopped);
  EXPECT_TRUE(one(watch, DeadlineKind::further_detention, "2025-03-08").missing.empty());
  watch.orders.front().made_at = at("2025-03-10T02:00");
  EXPECT_EQ(one(watch, DeadlineKind::initial_detention, "2025-03-10T03:00").findings.size(), 1U);
}

TEST_F(Holding, TheCalendarIsThatOfThePlaceAndNeverGuessed) {
  Seizure cash = seizure(SeizureKind::cash, "2025-03-04T09:15");
  cash.place = "Pier 3, Leith, Scotland";
  const Deadline unknown = one(cash, DeadlineKind::initial_detention, "2025-03-04T10:00");
  EXPECT_EQ(unknown.region, "scotland");
  EXPECT_EQ(unknown.status, DeadlineStatus::undetermined);
  EXPECT_FALSE(unknown.expiry.has_value());
  EXPECT_EQ(unknown.missing[0], "the bank holidays of scotland, of which no calendar is held");
  // A person's own word goes before the place.
  EXPECT_EQ(
      one(cash, DeadlineKind::initial_detention, "2025-03-04T10:00", "england-and-wales").status,
      DeadlineStatus::running);
}

TEST_F(Holding, OrdersThatOverlapEachCountFromTheirOwnDay) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-09-11"),
                 order("detention", "2024-08-01", "2025-01-31")};
  const Deadline later = one(cash, DeadlineKind::detention_order, "2024-08-02");
  EXPECT_EQ(expiry_text(*later.expiry), "end of Fri 31 Jan 2025");
  EXPECT_TRUE(later.findings.empty());
  cash.orders.back().until = day("2024-08-31");
  const Deadline nested = one(cash, DeadlineKind::detention_order, "2024-08-02");
  EXPECT_EQ(expiry_text(*nested.expiry), "end of Sat 31 Aug 2024");
  ASSERT_EQ(nested.findings.size(), 1U);
  EXPECT_EQ(nested.findings[0],
            "the order of Thu 1 Aug 2024 overlaps the one of Tue 12 Mar 2024 and ends before it, "
            "on Sat 31 Aug 2024 and not on Wed 11 Sep 2024: which of them counts must be asked");
}

TEST_F(Holding, AnEarlierOrderThatWasTooLongIsReported) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-12", "2024-10-11"),
                 order("detention", "2024-10-02", "2025-04-01")};
  const Deadline found = one(cash, DeadlineKind::detention_order, "2024-10-03");
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings[0],
            "the order of Tue 12 Mar 2024 is stated to last until Fri 11 Oct 2024; the law allows "
            "until Wed 11 Sep 2024 at most");
}

TEST_F(Holding, AnOrderBeforeTheSeizureIsNotReliedOn) {
  Seizure cash = seizure(SeizureKind::cash, "2024-03-11T09:15");
  cash.orders = {order("detention", "2024-03-08", "2024-09-07")};
  for (const DeadlineKind kind : {DeadlineKind::detention_order, DeadlineKind::detention_cap}) {
    const Deadline found = one(cash, kind, "2024-04-01");
    EXPECT_EQ(found.status, DeadlineStatus::undetermined);
    EXPECT_FALSE(found.expiry.has_value());
    EXPECT_EQ(found.missing.front(),
              "the right day of the first order or of the seizure; the record has the order on Fri "
              "8 Mar 2024 and the seizure on Mon 11 Mar 2024 09:15");
  }
}

// A bank holiday that is proclaimed later, here on the day on which the hours would end.
TEST_F(Holding, ABankHolidayProclaimedLaterMovesTheEndAndNamesItsList) {
  const Seizure cash = seizure(SeizureKind::cash, "2026-06-12T14:00");
  EXPECT_EQ(expiry_text(*one(cash, DeadlineKind::initial_detention, "2026-06-12T15:00").expiry),
            "Tue 16 Jun 2026 14:00");
  HolidayPublication list{"list-of-may.json 0011aabbccdd", {}};
  for (const char* date : {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25",
                           "2026-06-15", "2026-08-31", "2026-12-25", "2026-12-28"}) {
    list.holidays.push_back({"england-and-wales", day(date), "holiday of " + std::string(date)});
  }
  calendars_.add(list);
  EXPECT_EQ(expiry_text(*one(cash, DeadlineKind::initial_detention, "2026-06-12T15:00").expiry),
            "Wed 17 Jun 2026 14:00");
  const Calendar& calendar = calendars_.of(england_and_wales);
  EXPECT_EQ(calendar.version(),
            "england-and-wales.csv for 2024 to 2025, list-of-may.json 0011aabbccdd for 2026, "
            "england-and-wales.csv for 2027");
  ASSERT_EQ(calendar.changes().size(), 1U);
  EXPECT_EQ(calendar.changes()[0],
            "england-and-wales: Mon 15 Jun 2026 (holiday of 2026-06-15) is a bank holiday in "
            "list-of-may.json 0011aabbccdd and was none in england-and-wales.csv");
}

}  // namespace
}  // namespace recoup
