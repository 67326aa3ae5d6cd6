// What-ifs at the command line: figures side by side, and options that are put wrongly.

#include <gmock/gmock.h>

#include "program.hpp"

namespace recoup {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string case_file =
    R"({"case": {"id": "OP-1"}, "accounts": [{"account": "A"}, {"account": "B"}],
 "sources": [{"id": "S1", "account": "A", "reference": "a1", "basis": "stated"}]})";

/// 100.00 of a victim and 50.00 of wages on A; 60.00 to a shop, 60.00 on to B, 30.00 to a dealer.
class WhatIf : public testing::Test {
 protected:
  WhatIf() {
    const ProgramRun run =
        place_.run({"import", place_.file("op.json", case_file),
                    place_.file("a.csv", canonical({"A,2025-01-01,100.00,GBP,,,VICTIM,,a1",
                                                    "A,2025-01-02,50.00,GBP,,,WAGES,,a2",
                                                    "A,2025-01-03,-60.00,GBP,,,SHOP,,a3",
                                                    "A,2025-01-04,-60.00,GBP,,B,,,a4"})),
                    place_.file("b.csv", canonical({"B,2025-01-04,60.00,GBP,,A,,,b1",
                                                    "B,2025-01-05,-30.00,GBP,,,CARS,,b2"}))});
    EXPECT_EQ(run.status, 0) << run.err;
  }

  [[nodiscard]] ProgramRun trace(std::vector<std::string> options,
                                 const std::string& method = "fifo") const {
    options.insert(options.begin(), {"trace", "OP-1", "--method", method});
    return place_.run(options);
  }

  void expect_refused(const std::vector<std::string>& options, int status,
                      const std::vector<std::string>& words) const {
    const ProgramRun run = trace(options);
    EXPECT_EQ(run.status, status) << run.err;
    EXPECT_EQ(run.out, "");
    for (const std::string& word : words) EXPECT_THAT(run.err, HasSubstr(word));
  }

  Workplace place_;
};

TEST_F(WhatIf, StandsAsATableBehindTheTraceThatWasAskedFor) {
  const ProgramRun plain = trace({});
  const ProgramRun run = trace({"--without", "a3"});
  EXPECT_EQ(run.status, plain.status);
  ASSERT_THAT(run.out, StartsWith(plain.out));
  const std::string added = run.out.substr(plain.out.size());
  EXPECT_THAT(added, StartsWith("\nWhat if: a hypothesis, no finding; nothing of it is kept\n"));
  EXPECT_THAT(added, HasSubstr("; the statements show otherwise\n"));
  EXPECT_THAT(added,
              HasSubstr("  source  kind       node  currency  as it stands  what if  difference\n"
                        "  ------  ---------  ----  --------  ------------  -------  ----------\n"
                        "  S1      end-point  SHOP  GBP              60.00     0.00      -60.00\n"
                        "  S1      end-point  CARS  GBP              30.00    30.00        0.00\n"
                        "  S1      account    B     GBP              10.00    30.00      +20.00\n"
                        "  S1      account    A     GBP               0.00    40.00      +40.00\n"
                        "  S1      (in all)         GBP             100.00   100.00        0.00\n"
                        "\n3 of 4 figures change under fifo\n"));
}

TEST_F(WhatIf, IsOneMemberOfTheDocument) {
  const ProgramRun run = trace({"--undo-match", "a4,b1", "--json"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"what_if\": {\n    \"changes\": [\n      \"A a4 ("));
  EXPECT_THAT(run.out,
              HasSubstr("{\n        \"source\": \"S1\",\n        \"kind\": \"end-point\",\n"
                        "        \"node\": \"B\",\n        \"currency\": \"GBP\",\n"
                        "        \"method\": \"fifo\",\n"
                        "        \"as_it_stands\": \"0.00\",\n"
                        "        \"what_if\": \"40.00\",\n"
                        "        \"difference\": \"40.00\"\n      }"));
  EXPECT_THAT(run.out, HasSubstr("\"totals\": ["));
  EXPECT_THAT(trace({"--json"}).out, Not(HasSubstr("what_if")));
}

TEST_F(WhatIf, IsThereForEveryMethodAtOnce) {
  const ProgramRun run = trace({"--what-if-opening", "A=-20.00"}, "all");
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* method :
       {"fifo", "lifo", "pro-rata", "lowest-intermediate-balance", "tainted-first"}) {
    EXPECT_THAT(run.out, HasSubstr("\nUnder " + std::string(method) + "\n"));
  }
}

TEST_F(WhatIf, SeveralOptionsAreOneHypothesisWhereverTheyStand) {
  const ProgramRun run = place_.run({"trace", "--without", "a3", "OP-1", "--undo-match", "a4,b1",
                                     "--without", "a2", "--method", "fifo", "--what-if-as-at",
                                     "2025-01-04", "--what-if-opening", "B=5.00 GBP"});
  EXPECT_EQ(run.status, 0) << run.err;
  // Without wages and shop 60.00 of the victim's go to the end point B, and 40.00 stay.
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("the trace is as at 2025-01-04"),
                    HasSubstr("the opening balance of B is 5.00 GBP"),
                    HasSubstr("  S1      end-point  B     GBP               0.00    60.00"),
                    HasSubstr("  S1      account    A     GBP               0.00    40.00")));
}

TEST_F(WhatIf, IsNeverKept) {
  const std::string before = trace({"--json"}).out;
  const std::string audit = place_.run({"audit", "show"}).out;
  EXPECT_EQ(trace({"--without", "a3", "--what-if-opening", "A=7.00"}).status, 0);
  EXPECT_EQ(trace({"--json"}).out, before);
  EXPECT_EQ(place_.run({"audit", "show"}).out, audit);
}

TEST_F(WhatIf, EndsAsTheTraceDoes) {
  EXPECT_EQ(place_
                .run({"import", place_.file("more.json",
                                            R"({"case": {"id": "OP-1"}, "sources": [{"id": "S2",
 "account": "C", "reference": "c1", "basis": "stated"}]})")})
                .status,
            0);
  EXPECT_EQ(trace({}).status, 1);
  EXPECT_EQ(trace({"--without", "a3"}).status, 1);
}

TEST_F(WhatIf, WhatIsNotThereIsNamed) {
  expect_refused({"--without", "a9"}, 66, {"--without", "\"a9\"", "recoup trace --json"});
  expect_refused({"--without", ""}, 66, {"--without", "\"\""});
  expect_refused({"--undo-match", "a3,b1"}, 66, {"--undo-match", "\"a3,b1\"", "recoup match"});
  expect_refused({"--undo-match", "b1,a4"}, 66,
                 {"--undo-match", "\"b1,a4\"", "a debit and a credit"});
  expect_refused({"--what-if-opening", "C=1.00"}, 66, {"--what-if-opening", "\"C\"", "A; B"});
}

TEST_F(WhatIf, WhatIsPutWronglyIsNamed) {
  expect_refused({"--undo-match", "a4"}, 64, {"--undo-match", "\"a4\"", "DEBIT,CREDIT"});
  expect_refused({"--what-if-opening", "A"}, 64, {"--what-if-opening", "\"A\"", "ACCOUNT=AMOUNT"});
  expect_refused({"--what-if-opening", "A=1,00"}, 64, {"--what-if-opening", "1,00"});
  expect_refused({"--what-if-opening", "A=1.005"}, 64, {"--what-if-opening", "1.005"});
  expect_refused({"--what-if-opening", "A=1.00 POUNDS"}, 64, {"--what-if-opening", "POUNDS"});
  expect_refused({"--what-if-opening", "A=1.00", "--what-if-opening", "A=2.00"}, 64,
                 {"--what-if-opening", "A=2.00"});
  expect_refused({"--what-if-as-at", "soon"}, 64, {"--what-if-as-at", "soon"});
  expect_refused({"--without", "a4", "--undo-match", "a4,b1"}, 64, {"--undo-match", "--without"});
  EXPECT_EQ(trace({"--without"}).status, 64);
  EXPECT_EQ(trace({"--without", "a3"}, "poison").status, 64);
}

TEST_F(WhatIf, AnAmbiguousReferenceListsItsMovements) {
  EXPECT_EQ(
      place_.run({"import", place_.file("c.csv", canonical({"B,2025-01-06,-1.00,GBP,,,PUB,,a3"}))})
          .status,
      0);
  expect_refused(
      {"--without", "a3"}, 64,
      {"2 movements that are called \"a3\"", "60.00 GBP, A to SHOP", "1.00 GBP, B to PUB"});
}

}  // namespace
}  // namespace recoup
