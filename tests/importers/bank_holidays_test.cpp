#include <gtest/gtest.h>

#include "import_of.hpp"
#include "recoup/records/document.hpp"
#include "series/series_importer.hpp"

namespace recoup {
namespace {

constexpr const char* two_divisions = R"({
  "england-and-wales": {"division": "england-and-wales", "events": [
    {"title": "Early May bank holiday", "date": "2026-05-04", "notes": "", "bunting": true},
    {"title": "Day of the lighthouse", "date": "2026-06-15", "notes": "", "bunting": true}]},
  "scotland": {"division": "scotland", "events": [
    {"title": "St Andrew\u2019s Day", "date": "2026-11-30", "notes": "", "bunting": false}]}
})";

TEST(BankHolidays, ArePointsOfOneSeriesADivision) {
  const Import import = import_of(two_divisions, "");
  EXPECT_EQ(import.format, "bank-holidays");
  ASSERT_EQ(import.series.size(), 3U);
  EXPECT_EQ(import.series[1], (SeriesPoint{"bank-holiday england-and-wales",
                                           *make_date(2026, 6, 15), "Day of the lighthouse", 4}));
  EXPECT_EQ(import.series[2].series, "bank-holiday scotland");
  EXPECT_EQ(import.series[2].value, "St Andrew\xE2\x80\x99s Day");
  EXPECT_EQ(import.notes, (std::vector<std::string>{
                              "bank holidays of england-and-wales: 2, 2026-05-04 to 2026-06-15",
                              "bank holidays of scotland: 1, 2026-11-30 to 2026-11-30"}));
  EXPECT_TRUE(import.rejections.empty());
}

TEST(BankHolidays, OfOneDivisionAloneAreReadAsWell) {
  const Import import = import_of(
      R"({"events": [{"date": "2026-07-13", "title": "Day of the harbour"}],
          "division": "northern-ireland"})",
      "");
  EXPECT_EQ(import.format, "bank-holidays");
  ASSERT_EQ(import.series.size(), 1U);
  EXPECT_EQ(import.series[0].series, "bank-holiday northern-ireland");
}

TEST(BankHolidays, AnEventThatCannotBeIsRejectedAndTheOthersStand) {
  const Import import = import_of(
      R"({"england-and-wales": {"division": "england-and-wales", "events": [
{"title": "A", "date": "2026-02-30"},
{"title": "", "date": "2026-02-27"},
{"title": "C", "date": "2026-03-02"},
{"title": "D", "date": "2026-03-02"}]},
"atlantis": {"division": "atlantis", "events": [
{"title": "E", "date": "2026-03-03"}]}})",
      "bank-holidays", "b.json");
  ASSERT_EQ(import.series.size(), 1U);
  EXPECT_EQ(import.series[0].value, "C");
  ASSERT_EQ(import.rejections.size(), 4U);
  EXPECT_EQ(message(import.rejections[0].error),
            "b.json:2: date: found \"2026-02-30\"; expected a day that the calendar has");
  EXPECT_EQ(message(import.rejections[1].error),
            "b.json:3: title: found \"\"; expected the holiday's name");
  EXPECT_EQ(message(import.rejections[2].error),
            "b.json:5: date: found 2026-03-02 for the second time; expected each day once in "
            "england-and-wales");
  EXPECT_EQ(message(import.rejections[3].error),
            "b.json:7: division: found \"atlantis\"; expected england-and-wales, scotland or "
            "northern-ireland");
}

TEST(BankHolidays, AreNotMistakenForACaseFileNorACaseFileForThem) {
  EXPECT_TRUE(is_bank_holidays(two_divisions));
  EXPECT_FALSE(is_bank_holidays(R"({"case": {"id": "X", "division": "CID"}, "events": []})"));
  EXPECT_EQ(import_of(R"({"case": {"id": "X"}, "events": []})", "").format, "case");
}

TEST(BankHolidays, ADocumentWithoutAnEventIsRefused) {
  EXPECT_EQ(refusal_of(R"({"division": "scotland", "events": []})", "bank-holidays", "b.json"),
            "b.json:1: events: found no event; expected the bank holidays of a division, as GOV.UK "
            "publishes them");
  EXPECT_NE(refusal_of(R"({"division": "scotland", "events": [)", "bank-holidays"), "accepted");
}

}  // namespace
}  // namespace recoup
