// `recoup pool` and `recoup trace --accrue` as their user runs them; figures worked by hand.

#include <gmock/gmock.h>

#include "program.hpp"

namespace recoup {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class TracingQuestions : public testing::Test {
 protected:
  void import(const std::string& case_file, const std::vector<std::string>& lines) const {
    const ProgramRun run = place_.run(
        {"import", place_.file("op.json", case_file), place_.file("a.csv", canonical(lines))});
    EXPECT_EQ(run.status, 0) << run.err;
  }

  /// 500.00 of each of two, 600.00 out, 400.00 of a third: 800.00 are left of 1,400.00.
  void import_pool() const {
    import(R"({"case": {"id": "OP-1"}, "accounts": [{"account": "POT"}],
 "sources": [{"id": "SA", "account": "POT", "reference": "r1", "basis": "stated"},
             {"id": "SB", "account": "POT", "reference": "r2", "basis": "stated"},
             {"id": "SC", "account": "POT", "reference": "r4", "basis": "stated"}]})",
           {"POT,2025-01-01,500.00,GBP,,,ANN,,r1", "POT,2025-01-02,500.00,GBP,,,BEN,,r2",
            "POT,2025-01-03,-600.00,GBP,,,SHOP,,r3", "POT,2025-01-04,400.00,GBP,,,CAT,,r4"});
  }

  [[nodiscard]] ProgramRun pool(std::vector<std::string> options) const {
    options.insert(options.begin(), {"pool", "OP-1"});
    return place_.run(options);
  }

  Workplace place_;
};

// 800.00 by 5 : 5 : 4 is 285.71 and 5/7, twice, and 228.57 and 1/7 of a penny: the penny that is
// left over goes to the first of the two largest remainders.
TEST_F(TracingQuestions, APoolIsSharedByWhatEachPaidIn) {
  import_pool();
  const ProgramRun run = pool({"--account", "POT"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Case OP-1, account POT: 800.00 GBP left of 1,400.00 paid in"));
  EXPECT_THAT(run.out, HasSubstr("Barlow Clowes International v Vaughan"));
  EXPECT_THAT(run.out, AllOf(HasSubstr("285.72\n"), HasSubstr("285.71\n"), HasSubstr("228.57\n")));
  const std::string json = pool({"--account", "POT", "--json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"left\": \"800.00\""), HasSubstr("\"paid_in\": \"1400.00\""),
                          HasSubstr("\"share\": \"285.72\""), HasSubstr("\"share\": \"285.71\""),
                          HasSubstr("\"share\": \"228.57\""), HasSubstr("\"unshared\": \"0.00\"")));
}

// As at the third 400.00 are left of 1,000.00: 200.00 each.
TEST_F(TracingQuestions, APoolIsSharedAsAtADay) {
  import_pool();
  const std::string json = pool({"--account", "POT", "--as-at", "2025-01-03", "--json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"as_at\": \"2025-01-03\""), HasSubstr("\"left\": \"400.00\""),
                          HasSubstr("\"share\": \"200.00\""), Not(HasSubstr("285.72"))));
}

// SA paid 500.00, of which 50.00 were left; then 400.00 of others came in. By what was paid in it
// would take 250.00 of the 450.00; capped, it takes 50.00, and 200.00 are nobody's.
TEST_F(TracingQuestions, ACapIsTheLowestBalanceSince) {
  import(R"({"case": {"id": "OP-1"}, "accounts": [{"account": "POT"}],
 "sources": [{"id": "SA", "account": "POT", "reference": "r1", "basis": "stated"}]})",
         {"POT,2025-01-01,500.00,GBP,,,ANN,,r1", "POT,2025-01-02,-450.00,GBP,,,SHOP,,r2",
          "POT,2025-01-03,400.00,GBP,,,WAGES,,r3"});
  EXPECT_THAT(pool({"--account", "POT", "--json"}).out,
              AllOf(HasSubstr("\"capped\": false"), HasSubstr("\"share\": \"250.00\""),
                    HasSubstr("\"share\": \"200.00\""), HasSubstr("\"unshared\": \"0.00\"")));
  EXPECT_THAT(pool({"--account", "POT", "--capped", "--json"}).out,
              AllOf(HasSubstr("\"capped\": true"), HasSubstr("\"share\": \"50.00\""),
                    HasSubstr("\"share\": \"200.00\""), HasSubstr("\"unshared\": \"200.00\"")));
  EXPECT_THAT(pool({"--account", "POT", "--capped"}).out, HasSubstr("Roscoe v Winder"));
  // Of sources only, SA takes all that is left of what was paid in, or what the cap lets it.
  EXPECT_THAT(pool({"--account", "POT", "--sources-only", "--json"}).out,
              AllOf(HasSubstr("\"sources_only\": true"), HasSubstr("\"share\": \"450.00\"")));
}

TEST_F(TracingQuestions, APoolThatIsPutWronglyIsNamed) {
  import_pool();
  const struct {
    std::vector<std::string> options;
    int status;
    const char* words;
  } table[] = {{{}, 64, "--account"},
               {{"--account", "JAR"}, 66, "account \"JAR\""},
               {{"--account", "POT", "--currency", "EUR"}, 64, "currency \"EUR\""},
               {{"--account", "POT", "--as-at", "soon"}, 64, "soon"}};
  for (const auto& row : table) {
    const ProgramRun run = pool(row.options);
    EXPECT_EQ(run.status, row.status) << run.err;
    EXPECT_THAT(run.err, HasSubstr(row.words));
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(place_.run({"pool", "OP-9", "--account", "POT"}).status, 66);
}

// 100.00 of a source and 300.00 of wages lie side by side from the first of January on: of 8.00
// interest 2.00 are the source's.
class Accrual : public TracingQuestions {
 protected:
  explicit Accrual(const std::string& interest = R"(, "interest": [{"id": "I1", "account": "A",
 "reference": "r3", "why": "the bank's letter"}])") {
    import(R"({"case": {"id": "OP-1"}, "accounts": [{"account": "A"}],
 "sources": [{"id": "S1", "account": "A", "reference": "r1", "basis": "stated"}])" +
               interest + "}",
           {"A,2025-01-01,100.00,GBP,,,VICTIM,,r1", "A,2025-01-01,300.00,GBP,,,WAGES,,r2",
            "A,2025-01-31,8.00,GBP,,,BANK,INTEREST,r3"});
  }

  [[nodiscard]] std::string trace(const std::vector<std::string>& options,
                                  const std::string& method = "pro-rata") const {
    std::vector<std::string> arguments = {"trace", "OP-1", "--method", method};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const ProgramRun run = place_.run(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    return run.out;
  }
};

TEST_F(Accrual, SplitsInterestOverWhatEarnedItOnRequest) {
  EXPECT_THAT(trace({"--json"}),
              AllOf(HasSubstr("\"amount\": \"100.00\"\n"), Not(HasSubstr("\"interest\""))));
  const std::string json = trace({"--accrue", "--json"});
  EXPECT_THAT(json,
              AllOf(HasSubstr("\"amount\": \"102.00\"\n"), HasSubstr("\"interest\": {"),
                    HasSubstr("\"from\": \"2025-01-01\""), HasSubstr("\"until\": \"2025-01-31\""),
                    HasSubstr("\"amount\": \"2.00\"\n"), HasSubstr("the bank's letter")));
  const std::string text = trace({"--accrue"});
  EXPECT_THAT(text, AllOf(HasSubstr("102.00\n"), HasSubstr("Interest is split by"),
                          HasSubstr("2.00  asserted: the bank's letter"),
                          HasSubstr("6.00  asserted: the bank's letter")));
}

TEST_F(Accrual, IsThereForEveryMethod) {
  const std::string json = trace({"--accrue", "--json"}, "all");
  std::size_t count = 0;
  for (std::size_t at = json.find("\"interest\": {"); at != std::string::npos;
       at = json.find("\"interest\": {", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 5U);
}

TEST_F(Accrual, IsSplitUnderAHypothesisToo) {
  // Without the wages the source earned all of it.
  EXPECT_THAT(trace({"--accrue", "--without", "r2", "--json"}),
              AllOf(HasSubstr("\"as_it_stands\": \"102.00\""), HasSubstr("\"what_if\": \"108.00\""),
                    HasSubstr("\"difference\": \"6.00\"")));
}

class AccrualOfNothing : public Accrual {
 protected:
  AccrualOfNothing() : Accrual("") {}
};

TEST_F(AccrualOfNothing, SaysThatNoCreditIsInterest) {
  EXPECT_THAT(trace({"--accrue"}), HasSubstr("no credit is marked or recorded as interest"));
  EXPECT_THAT(trace({"--accrue", "--json"}), HasSubstr("\"amount\": \"100.00\"\n"));
}

}  // namespace
}  // namespace recoup
