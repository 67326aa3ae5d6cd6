#include "recoup/casework/clock_questions.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* seizures_head =
    "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,weight_g,"
    "purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n";

class ClockQuestions : public CaseworkTest {
 protected:
  Reply clocks(ClocksRequest request) { return answer_clocks(session_, request).value(); }
  std::string text_at(const char* as_at) {
    return clocks({std::nullopt, as_at, std::nullopt, false, std::nullopt, Form::text}).text;
  }

  void seize(const std::string& row) {
    ASSERT_EQ(import("s.csv", seizures_head + row).files.at(0).counts.seizures, 1U);
  }
};

constexpr const char* case_with_steps = R"({
  "case": {"id": "K-1", "name": "Kestrel", "operation": "Kestrel"},
  "proceedings": {"started": "2024-05-07", "conviction_date": "2024-06-14",
                  "prosecutor_asks": true},
  "confiscation_orders": [{"id": "CO1", "made": "2025-01-15", "amount": "41250.00"}],
  "steps": [
    {"id": "P1", "kind": "time-to-pay", "of": "CO1", "until": "2025-04-14", "amount": "41250.00"},
    {"id": "RO", "kind": "restraint-order", "made": "2024-05-10"},
    {"id": "FA", "kind": "forfeiture-application", "seizure": "K-C-1", "made": "2025-02-03"}
  ]})";

TEST_F(ClockQuestions, StepsOfTheCaseFileStartStopAndHoldClocks) {
  import("case.json", case_with_steps);
  seize(
      "K-C-1,Kestrel,K-1,cash,2024-08-22T12:00,4 Low Row,P. Dunmore,2000.00,GBP,,,,,,,,E,S,POCA "
      "2002 s.294,detained,detention 2024-08-23..2025-02-22\n");
  const std::string out = text_at("2025-03-03");
  EXPECT_THAT(out, HasSubstr("P1, payment: confiscation order made Wed 15 Jan 2025, slice of "
                             "41250.00"));
  EXPECT_THAT(out, HasSubstr("held by: forfeiture-application of Mon 3 Feb 2025, undecided"));
  EXPECT_THAT(out, HasSubstr("297"));  // days since the restraint order
  EXPECT_THAT(out, HasSubstr("1 clock stopped in time not shown; --all shows them"));
  EXPECT_THAT(out, Not(HasSubstr("s.22")));
  const std::string all =
      clocks({"K-1", "2025-03-03", std::nullopt, true, std::nullopt, Form::text}).text;
  EXPECT_THAT(all, HasSubstr("stopped by: confiscation order of Wed 15 Jan 2025"));
  EXPECT_THAT(all, HasSubstr("POCA 2002 s.22"));
}

TEST_F(ClockQuestions, AStepAboutASeizureThatNoListReportsIsAskedFor) {
  import("case.json", case_with_steps);
  EXPECT_THAT(text_at("2025-03-03"),
              HasSubstr("to be obtained: seizure K-C-1, which no list of seizures of this case "
                        "reports"));
}

TEST_F(ClockQuestions, WithinLeavesOutWhatEndsLaterAndCountsIt) {
  import("case.json", case_with_steps);
  seize(
      "K-C-1,Kestrel,K-1,cash,2024-08-22T12:00,4 Low Row,P. Dunmore,2000.00,GBP,,,,,,,,E,S,POCA "
      "2002 s.294,detained,detention 2024-08-23..2025-02-22\n");
  const auto within = [&](int days) {
    return clocks({"K-1", "2025-04-01", days, false, std::nullopt, Form::text}).text;
  };
  // Nine working days: 2 to 14 April.
  EXPECT_THAT(within(9), HasSubstr("P1, payment"));
  EXPECT_THAT(within(8), Not(HasSubstr("P1, payment:")));
  EXPECT_THAT(within(8), HasSubstr("later not shown"));
  EXPECT_EQ(answer_clocks(session_, {"K-1", "2025-04-01", -1, false, std::nullopt, Form::text})
                .error()
                .code,
            ErrorCode::usage);
}

constexpr const char* later_list = R"({"england-and-wales": {"division": "england-and-wales",
  "events": [{"title": "New Year", "date": "2026-01-01"},
  {"title": "Good Friday", "date": "2026-04-03"}, {"title": "Easter Monday", "date": "2026-04-06"},
  {"title": "Early May", "date": "2026-05-04"}, {"title": "Spring", "date": "2026-05-25"},
  {"title": "Day of the lighthouse", "date": "2026-06-15"},
  {"title": "Summer", "date": "2026-08-31"}, {"title": "Christmas", "date": "2026-12-25"},
  {"title": "Boxing Day", "date": "2026-12-28"}]},
  "scotland": {"division": "scotland",
  "events": [{"title": "New Year", "date": "2026-01-01"},
  {"title": "2nd January", "date": "2026-01-02"},
  {"title": "Good Friday", "date": "2026-04-03"}, {"title": "Early May", "date": "2026-05-04"},
  {"title": "Spring", "date": "2026-05-25"}, {"title": "Summer", "date": "2026-08-03"},
  {"title": "St Andrew", "date": "2026-11-30"}, {"title": "Christmas", "date": "2026-12-25"}]}})";

TEST_F(ClockQuestions, AListOfBankHolidaysImportedLaterMovesTheEndAndIsNamed) {
  seize(
      "K-C-2,Kestrel,K-1,cash,2026-06-12T14:00,4 Low Row,P. Dunmore,2000.00,GBP,,,,,,,,E,S,POCA "
      "2002 s.294,detained,\n");
  EXPECT_THAT(text_at("2026-06-13"), HasSubstr("Tue 16 Jun 2026 14:00"));
  EXPECT_THAT(text_at("2026-06-13"), HasSubstr("england-and-wales: ew-part5-clocks 2026.2 for 2024 "
                                               "to 2027"));
  ASSERT_EQ(import("bank-holidays.json", later_list).files.at(0).counts.series, 17U);
  const std::string after = text_at("2026-06-13");
  EXPECT_THAT(after, HasSubstr("Wed 17 Jun 2026 14:00"));
  EXPECT_THAT(after, HasSubstr("bank-holidays.json "));
  EXPECT_THAT(after, HasSubstr("look at: england-and-wales: Mon 15 Jun 2026 (Day of the "
                               "lighthouse) is a bank holiday in bank-holidays.json"));
  // The ranking counts by the same days.
  EXPECT_EQ(load_law(session_).value().calendar.pause(*make_date(2026, 6, 15)), "bank holiday");
}

TEST_F(ClockQuestions, APlaceInScotlandIsUndeterminedUntilItsCalendarIsImported) {
  seize(
      "K-C-3,Kestrel,K-1,cash,2026-11-27T14:00,\"Pier 3, Leith, Scotland\",P. Dunmore,2000.00,GBP,"
      ",,,,,,,E,S,POCA 2002 s.294,detained,\n");
  EXPECT_THAT(text_at("2026-11-28"), HasSubstr("the bank holidays of scotland, of which no "
                                               "calendar is held"));
  import("bank-holidays.json", later_list);
  const std::string after = text_at("2026-11-28");
  EXPECT_THAT(after, HasSubstr("Wed 2 Dec 2026 14:00"));
  EXPECT_THAT(after, HasSubstr("the court holidays of the sheriff court district"));
}

TEST_F(ClockQuestions, AListWithoutAWholeYearChangesNothingAndSaysSo) {
  seize(
      "K-C-2,Kestrel,K-1,cash,2026-06-12T14:00,4 Low Row,P. Dunmore,2000.00,GBP,,,,,,,,E,S,POCA "
      "2002 s.294,detained,\n");
  import("b.json", R"({"division": "england-and-wales",
                       "events": [{"title": "One day", "date": "2026-06-15"}]})");
  EXPECT_THAT(text_at("2026-06-13"), HasSubstr("Tue 16 Jun 2026 14:00"));
  EXPECT_THAT(text_at("2026-06-13"), HasSubstr("that year is not taken from it"));
}

TEST_F(ClockQuestions, ACalendarFileIsWrittenAndWhatIsNotInItIsSaid) {
  import("case.json", case_with_steps);
  const std::string path = (folder_ / "clocks.ics").string();
  const Reply reply = clocks({"K-1", "2025-03-03", std::nullopt, false, path, Form::text});
  EXPECT_THAT(reply.text, HasSubstr("3 events in " + path +
                                    "; 1 clock without an end is not in "
                                    "it"));
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_THAT(bytes, HasSubstr("BEGIN:VEVENT"));
  EXPECT_EQ(answer_clocks(session_, {"K-1", "2025-03-03", std::nullopt, false,
                                     (folder_ / "none" / "c.ics").string(), Form::text})
                .error()
                .code,
            ErrorCode::cannot_write);
}

TEST_F(ClockQuestions, ABadStepRefusesTheCaseFile) {
  const auto refused = import("bad.json", R"({"case": {"id": "K-2"},
    "steps": [{"id": "X", "kind": "postponement", "made": "2025-03-04", "until": "2025-03-01"}]})");
  ASSERT_TRUE(refused.files.at(0).refused.has_value());
  EXPECT_THAT(message(*refused.files.at(0).refused), HasSubstr("bad.json:2: steps[0].until: found "
                                                               "2025-03-01; expected a day not "
                                                               "before 2025-03-04"));
}

}  // namespace
}  // namespace recoup
