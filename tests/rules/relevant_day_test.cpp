#include "recoup/rules/relevant_day.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Date day(const std::string& text) { return parse_date(text).value(); }
Pack pack() { return built_in_pack("ew-relevant-day").value(); }

// law.md 1.5, every row of the table.
TEST(RelevantDay, IsTheFirstDayOfTheYearsThatEndWithTheStart) {
  const struct {
    const char* started;
    const char* relevant;
    const char* caught;
  } table[] = {{"2024-03-15", "2018-03-16", "2018-03-17"},
               {"2025-01-01", "2019-01-02", "2019-01-03"},
               {"2024-02-29", "2018-03-01", "2018-03-02"},
               {"2024-02-28", "2018-03-01", "2018-03-02"}};
  for (const auto& row : table) {
    const RelevantDay found = relevant_day(pack(), day(row.started)).value();
    EXPECT_EQ(iso_text(found.day), row.relevant) << row.started;
    EXPECT_EQ(iso_text(found.first_caught), row.caught) << row.started;
    const auto caught = [&](const char* event) {
      return text(in_window(pack(), day(row.started), day(event)).value().value);
    };
    EXPECT_EQ(caught(row.relevant), "false") << row.started;
    EXPECT_EQ(caught(row.caught), "true") << row.started;
  }
}

TEST(RelevantDay, TellsHowItWasFound) {
  EXPECT_EQ(relevant_day(pack(), day("2024-03-15")).value().working,
            "Proceedings started on 15 March 2024. The 6 years that end with that day begin on "
            "16 March 2018. Events after 16 March 2018 count: the first day caught is "
            "17 March 2018.");
}

TEST(RelevantDay, AnEarlierLifestyleOrderWithinTheYearsTakesItsPlace) {
  const auto with = [&](const char* earlier) {
    return iso_text(relevant_day(pack(), day("2024-03-15"), day(earlier)).value().day);
  };
  EXPECT_EQ(with("2020-05-06"), "2020-05-06");
  EXPECT_EQ(with("2018-03-16"), "2018-03-16");
  EXPECT_EQ(with("2018-03-15"), "2018-03-16");
  EXPECT_EQ(with("2024-03-16"), "2018-03-16");
}

TEST(RelevantDay, AMissingDateLeavesTheWindowOpen) {
  EXPECT_EQ(in_window(pack(), {}, day("2020-01-01")).value().missing,
            std::vector<std::string>{"proceedings.started"});
  EXPECT_EQ(in_window(pack(), day("2024-03-15"), {}).value().missing,
            std::vector<std::string>{"event date"});
  EXPECT_EQ(relevant_day(pack(), day("2001-01-01")).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace recoup
