// The language of profiles: its syntax, its amounts and its dates.
#include <gtest/gtest.h>

#include <set>

#include "profile/account_name.hpp"
#include "profile/amount.hpp"
#include "profile/built_in.hpp"
#include "profile/date_format.hpp"
#include "profile/month_names.hpp"
#include "profile/table_importer.hpp"

namespace recoup {
namespace {

constexpr const char* small_profile =
    "# a comment\n"
    "name: test\n"
    "version: 1\n"
    "header: Day,Words,Sum\n"
    "date: Day\n"
    "date_format: d/m/yyyy\n"
    "amount: Sum\n"
    "description: Words\n";

std::string fault_of(const std::string& text) {
  const auto profile = Profile::parse(text, "p.profile");
  return profile ? "accepted" : message(profile.error());
}

std::string amount(std::string_view cell, Currency currency = gbp,
                   DecimalMark mark = DecimalMark::point) {
  const auto read = read_profile_amount(cell, currency, mark);
  return read ? read.value().plain() : "refused";
}

std::string date(std::string_view cell, const char* format, std::optional<int> year = {}) {
  const auto read = read_date(cell, {format}, year);
  return read ? read->text() : "refused";
}

TEST(ProfileText, KeepsKeysInTheirOrderWithTheirLines) {
  const auto text = ProfileText::parse("\n# x\n a: 1 \nb:c:d\na: 2\n", "p");
  ASSERT_TRUE(text);
  EXPECT_EQ(text.value().lines(),
            (std::vector<ProfileLine>{{"a", "1", 3}, {"b", "c:d", 4}, {"a", "2", 5}}));
  EXPECT_EQ(text.value().all("a").size(), 2U);
  EXPECT_FALSE(text.value().one("a"));
  EXPECT_EQ(text.value().value("missing", "other").value(), "other");
}

TEST(ProfileText, SaysWhichLineIsNone) {
  const auto text = ProfileText::parse("name: x\nno colon here\n", "my.profile");
  ASSERT_FALSE(text);
  EXPECT_EQ(message(text.error()),
            "my.profile:2: found \"no colon here\"; expected a line `key: value`, or a comment "
            "behind #");
  EXPECT_FALSE(ProfileText::parse("# only a comment\n", "p"));
  EXPECT_FALSE(ProfileText::parse("name: \xFF\n", "p"));
}

TEST(Profile, ReadsWhatItSays) {
  const auto profile = Profile::parse(small_profile, "p");
  ASSERT_TRUE(profile) << message(profile.error());
  EXPECT_EQ(profile.value().called(), "test 1");
  EXPECT_EQ(profile.value().headers,
            (std::vector<std::vector<std::string>>{{"Day", "Words", "Sum"}}));
  EXPECT_TRUE(profile.value().has(ProfileField::amount));
  EXPECT_FALSE(profile.value().has(ProfileField::balance));
}

TEST(Profile, NamesTheNearestKeyOfASlip) {
  EXPECT_EQ(fault_of(std::string(small_profile) + "balence: Sum\n"),
            "p.profile:9: balence: found \"balence\"; expected a key of a profile, perhaps "
            "\"balance\"");
}

TEST(Profile, RefusesWhatNobodyCouldRead) {
  const std::string small = small_profile;
  EXPECT_EQ(fault_of(small + "balance: Rest\n"),
            "p.profile: balance: found \"Rest\"; expected a column of the header");
  EXPECT_EQ(fault_of(small + "balance: #4\n"),
            "p.profile: balance: found #4; expected a column of the header");
  EXPECT_EQ(fault_of(small + "decimal: dot\n"),
            "p.profile:9: decimal: found \"dot\"; expected one of point, comma, by evidence");
  EXPECT_EQ(fault_of(small + "year: MMXX\n"),
            "p.profile:9: year: found \"MMXX\"; expected a whole number");
  EXPECT_EQ(fault_of(small + "credit: Words\ndebit: Day\n"),
            "p.profile: amount: found no `amount`; expected `amount`, or `credit` and `debit`");
  EXPECT_EQ(fault_of(small + "hold_back: Words = X\n"),
            "p.profile:9: hold_back: found \"Words = X\"; expected COLUMN = VALUE -> WHY");
  EXPECT_EQ(fault_of(small + "amount: Day\n"),
            "p.profile:9: amount: found `amount` for the second time; expected `amount` once");
  EXPECT_EQ(fault_of(small + "kind: seizures\n"),
            "p.profile: kind: found a profile of seizures; expected a profile of entries");
  EXPECT_EQ(fault_of("name: x\nversion: 1\nheader: none\ndate: #1\ndate_format: d\namount: #2\n"),
            "p.profile: columns: found no `columns`; expected how many columns there are");
  EXPECT_EQ(fault_of(small + "usual_currency: POUND\n").substr(0, 29),
            "p.profile:9: usual_currency: ");
}

TEST(Profile, EveryOneOfTheProgramReadsAndHasANameOfItsOwn) {
  std::set<std::string> names;
  for (const BuiltInProfile& file : built_in_profile_files()) {
    const auto text = ProfileText::parse(file.bytes, file.path);
    ASSERT_TRUE(text) << message(text.error());
    if (text.value().value("kind", "entries").value() != "entries") continue;
    const auto profile = Profile::parse(file.bytes, file.path);
    ASSERT_TRUE(profile) << message(profile.error());
    EXPECT_FALSE(profile.value().title.empty()) << file.path;
    EXPECT_TRUE(names.insert(profile.value().name).second) << profile.value().name;
    for (const std::string& also : profile.value().also) {
      EXPECT_TRUE(names.insert(also).second) << also;
    }
  }
  EXPECT_GT(names.size(), 110U);
}

TEST(ProfileAmount, ReadsWhatBanksPrint) {
  EXPECT_EQ(amount("1,234.56"), "1234.56");
  EXPECT_EQ(amount(" -1234.5 "), "-1234.50");
  EXPECT_EQ(amount("1.234,56-", eur, DecimalMark::comma), "-1234.56");
  EXPECT_EQ(amount("(12.00)"), "-12.00");
  EXPECT_EQ(amount("1 234 567,50 kr", Currency::parse("SEK").value(), DecimalMark::comma),
            "1234567.50");
  EXPECT_EQ(amount("1\xC2\xA0"
                   "234,50",
                   eur, DecimalMark::comma),
            "1234.50");
  EXPECT_EQ(amount("1'000.05", Currency::parse("CHF").value()), "1000.05");
  EXPECT_EQ(amount("\xC2\xA3"
                   "12.34"),
            "12.34");
  EXPECT_EQ(amount("-\xC2\xA3"
                   "12.34"),
            "-12.34");
  EXPECT_EQ(amount("12.34 DR"), "-12.34");
  EXPECT_EQ(amount("12.34CR"), "12.34");
  EXPECT_EQ(amount("\xE2\x88\x92"
                   "7.10"),
            "-7.10");
  EXPECT_EQ(amount("GBP 3.20"), "3.20");
  EXPECT_EQ(amount(".50"), "0.50");
  EXPECT_EQ(amount("12.3400"), "12.34");
  EXPECT_EQ(amount("1,500", jpy), "1500");
}

TEST(ProfileAmount, RefusesWhatCouldBeRead) {
  for (const char* cell : {"", "-", "12..34", "1,23.45", "12,345,67.00", "1 234,567.00", "--5.00",
                           "(-5.00)", "12.345", "12.340", "5.",
                           "\xE2\x82\xAC"
                           "5.00",
                           "USD 5.00", "5.00 5.00", "0x10", "1e5", "NaN", "1.234,56", "5.00-CR"}) {
    EXPECT_EQ(amount(cell), "refused") << cell;
  }
}

TEST(ProfileDate, ReadsByItsPattern) {
  EXPECT_EQ(date("1/9/2026", "d/m/yyyy"), "2026-09-01");
  EXPECT_EQ(date("01.09.26", "d.m.yy"), "2026-09-01");
  EXPECT_EQ(date("31.12.70", "d.m.yy"), "1970-12-31");
  EXPECT_EQ(date("31.12.69", "d.m.yy"), "2069-12-31");
  EXPECT_EQ(date("20260901", "yyyymmdd"), "2026-09-01");
  EXPECT_EQ(date("01 Sep 2026", "d mmm yyyy"), "2026-09-01");
  EXPECT_EQ(date("1 Sept. 2026", "d mmm yyyy"), "2026-09-01");
  EXPECT_EQ(date("3-f\xC3\xA9vr.-26", "d-mmm-yy"), "2026-02-03");
  EXPECT_EQ(date("2026-09-01 08:12:44", "yyyy-mm-dd HH:MI:SS"), "2026-09-01T08:12:44");
  EXPECT_EQ(date("2026-09-01 08:12:44 +0100", "yyyy-mm-dd HH:MI:SS ZZ"),
            "2026-09-01T08:12:44+01:00");
  EXPECT_EQ(date("2026-09-01T08:12:44.25Z", "yyyy-mm-ddTHH:MI:SSZZ"),
            "2026-09-01T08:12:44.25Z");
  EXPECT_EQ(date("09/01/2026 12:05 AM", "m/d/yyyy H:MI AM"), "2026-09-01T00:05:00");
  EXPECT_EQ(date("09/01/2026 1:05 pm", "m/d/yyyy H:MI AM"), "2026-09-01T13:05:00");
  EXPECT_EQ(date("01.09.", "d.m.", 2019), "2019-09-01");
}

TEST(ProfileDate, RefusesEverythingElse) {
  EXPECT_EQ(date("30/02/2026", "d/m/yyyy"), "refused");
  EXPECT_EQ(date("1/9/26", "d/m/yyyy"), "refused");
  EXPECT_EQ(date("1/9/2026 garbage", "d/m/yyyy"), "refused");
  EXPECT_EQ(date("1/13/2026", "d/m/yyyy"), "refused");
  EXPECT_EQ(date("2026-09-01 25:00:00", "yyyy-mm-dd HH:MI:SS"), "refused");
  EXPECT_EQ(date("01 Xyz 2026", "d mmm yyyy"), "refused");
  EXPECT_EQ(date("", "d/m/yyyy"), "refused");
  EXPECT_EQ(date("01.09.", "d.m."), "refused");
  EXPECT_EQ(date("09/01/2026 13:05 pm", "m/d/yyyy H:MI AM"), "refused");
}

TEST(ProfileDate, KnowsTheMonthsOfTwelveLanguages) {
  EXPECT_EQ(month_named("SEPTEMBER"), 9U);
  EXPECT_EQ(month_named("M\xC3\x84RZ"), 3U);
  EXPECT_EQ(month_named("Ao\xC3\xBBt"), 8U);
  EXPECT_EQ(month_named("dic"), 12U);
  EXPECT_EQ(month_named("stycznia"), 1U);
  EXPECT_EQ(month_named("\xC4\x8D"
                        "erven"),
            6U);
  EXPECT_EQ(month_named("\xC4\x8D"
                        "ervenec"),
            7U);
  EXPECT_EQ(month_named("Okt."), 10U);
  EXPECT_EQ(month_named("jui"), std::nullopt);
  EXPECT_EQ(month_named("ju"), std::nullopt);
}

TEST(ProfileAccount, IsTheSameInEveryLayout) {
  EXPECT_EQ(profile_account("600000-12345678", true), "60-00-00 12345678");
  EXPECT_EQ(profile_account("60-00-00 12345678", true), "60-00-00 12345678");
  EXPECT_EQ(profile_account("60000012345678", true), "60-00-00 12345678");
  EXPECT_EQ(profile_account("60000012345678", false), "60000012345678");
  EXPECT_EQ(profile_account("DE89 3704 0044 0532 0130 00", false), "DE89370400440532013000");
  EXPECT_EQ(profile_account(" Joint account ", true), "Joint account");
  EXPECT_EQ(profile_sort_code("201122"), "20-11-22");
  EXPECT_TRUE(is_masked("XXXX XXXX XXXX 9876"));
  EXPECT_TRUE(is_masked("FlexDirect ****12345"));
  EXPECT_FALSE(is_masked("20-11-22 12345678"));
}

}  // namespace
}  // namespace recoup
