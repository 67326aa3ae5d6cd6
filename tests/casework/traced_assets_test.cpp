// How much of a case's sources stands in its assets, as an assessment tells it.

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/assess_case.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

class TracedAssetsTest : public CaseworkTest {
 protected:
  void import_case(const std::string& assets) {
    import("a.csv",
           statement("A,2024-02-01,60.00,GBP,60.00,,OWN WORK,IN,i1\n"
                     "A,2024-02-02,40.00,GBP,100.00,,VICTIM,IN,i2\n"
                     "A,2024-02-03,-50.00,GBP,50.00,,MOTORS,CAR,o1\n"),
           "C-1");
    import("case.json", R"({"case": {"id": "C-1"}, "accounts": [{"account": "A", "holder": "S",
      "opening_balance": "0.00"}], "sources": [{"id": "S1", "account": "A", "reference": "i2"}],
      "assets": [)" + assets +
                            "]}");
  }

  CaseAssessment assessment() {
    const LoadedCase loaded = load_case(session_, "C-1").value();
    return assess_case(loaded, load_law().value(), *make_date(2025, 6, 1)).value();
  }
};

TEST_F(TracedAssetsTest, LeastAndMostAreNamedWithTheirMethods) {
  import_case(R"({"id": "car", "kind": "vehicle", "value": "50.00", "account": "A",
                  "reference": "o1"},
                 {"id": "account", "kind": "account", "value": "50.00", "account": "A"},
                 {"id": "motors", "kind": "claim", "value": "1.00", "account": "MOTORS"},
                 {"id": "house", "kind": "house", "value": "5.00"})");
  const Assessment assessed = assessment().assessment;
  const std::vector<AssessedItem>& assets = assessed.scenarios.at(0).assets;
  ASSERT_EQ(assets.size(), 4U);
  // First in, first out leaves the victim's forty on the account; tainted money first spends it.
  const TracedAmount car = assets[0].traced.value();
  EXPECT_EQ(car.least.plain() + " " + car.least_method, "0.00 fifo");
  EXPECT_EQ(car.most.plain() + " " + car.most_method, "40.00 tainted-first");
  const TracedAmount account = assets[1].traced.value();
  EXPECT_EQ(account.least.plain() + " " + account.least_method, "0.00 tainted-first");
  EXPECT_EQ(account.most.plain() + " " + account.most_method, "40.00 fifo");
  EXPECT_EQ(assets[2].traced->most, car.most);
  EXPECT_FALSE(assets[3].traced.has_value());
  const std::string text = answer_assess(session_, "C-1", "2025-06-01", Form::text).value().text;
  EXPECT_THAT(text, HasSubstr("car £0.00 (fifo) to £40.00 (tainted-first)"));
}

TEST_F(TracedAssetsTest, NothingIsTracedBeforeItHappened) {
  import_case(R"({"id": "account", "kind": "account", "value": "50.00", "account": "A"})");
  const LoadedCase loaded = load_case(session_, "C-1").value();
  const auto early = assess_case(loaded, load_law().value(), *make_date(2024, 2, 2)).value();
  const TracedAmount account = early.assessment.scenarios.at(0).assets.at(0).traced.value();
  EXPECT_EQ(account.least.plain(), "40.00");
  EXPECT_EQ(account.most.plain(), "40.00");
}

}  // namespace
}  // namespace recoup
