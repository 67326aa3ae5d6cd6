// A person at the keyboard decides what more than one reading fits.

#include <gmock/gmock.h>

#include "program.hpp"

namespace recoup {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// 5.00 go from A to B, and B shows 5.00 on that day and on another.
class MatchReview : public testing::Test {
 protected:
  MatchReview() {
    const ProgramRun run = place_.run(
        {"import", place_.file("op.json", R"({"case": {"id": "OP-1"}, "accounts": [{"account": "A"},
                                 {"account": "B"}]})"),
         place_.file("a.csv",
                     canonical({"A,2025-01-01,900.00,GBP,,,,,a0", "A,2025-03-07,-5.00,GBP,,B,,,a1",
                                "A,2025-12-01,1.00,GBP,,,,,a9"})),
         place_.file("b.csv",
                     canonical({"B,2025-01-01,9.00,GBP,,,,,b0", "B,2025-03-07,5.00,GBP,,,,,b1",
                                "B,2025-03-10,5.00,GBP,,,,,b2", "B,2025-12-01,1.00,GBP,,,,,b9"}))});
    EXPECT_LE(run.status, 1) << run.err;
  }

  /// Runs the review with these lines typed, and then nothing more.
  [[nodiscard]] ProgramRun review(const std::string& typed) const {
    return place_.run({"--user", "P. Lane", "match", "review", "--case", "OP-1"},
                      "cat '" + place_.file("typed", typed) + "' |");
  }
  [[nodiscard]] std::string matched() const {
    return place_.run({"match", "--case", "OP-1", "--json"}).out;
  }
  [[nodiscard]] std::string audit() const { return place_.run({"audit", "show"}).out; }

  Workplace place_;
};

TEST_F(MatchReview, ShowsBothReadingsAndTakesTheOneThatIsAccepted) {
  const ProgramRun run = review("2\nthe slip says so\n");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out,
              AllOf(HasSubstr("1 open."), HasSubstr("  1  debit   A  2025-03-07  -5.00 GBP"),
                    HasSubstr("     credit  B  2025-03-07  5.00 GBP"),
                    HasSubstr("     credit  B  2025-03-10  5.00 GBP"), HasSubstr("Why?\n"),
                    HasSubstr("1 decided, 0 open\n")));
  EXPECT_THAT(matched(),
              AllOf(HasSubstr("\"confidence\": \"confirmed\""), HasSubstr("\"reference\": \"b2\""),
                    HasSubstr("the slip says so"), HasSubstr("decided by P. Lane on ")));
  EXPECT_THAT(audit(), HasSubstr("P. Lane"));
  EXPECT_THAT(place_.run({"documents"}).out, HasSubstr("decision.csv"));
  EXPECT_EQ(place_.run({"audit", "verify"}).status, 0);
}

TEST_F(MatchReview, RejectsAReadingAndLeavesTheOther) {
  const ProgramRun run = review("-2\nthree days are too long\n");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("1 decided, 0 open\n"));
  EXPECT_THAT(matched(),
              AllOf(HasSubstr("\"confidence\": \"strong\""), HasSubstr("\"reference\": \"b1\"")));
}

/// The texts behind `"name": ` in a document, in order.
std::vector<std::string> texts_of(const std::string& json, const std::string& name) {
  std::vector<std::string> texts;
  const std::string before = "\"" + name + "\": \"";
  for (std::size_t at = json.find(before); at != std::string::npos; at = json.find(before, at)) {
    at += before.size();
    texts.push_back(json.substr(at, json.find('"', at) - at));
  }
  return texts;
}

TEST_F(MatchReview, ADecisionIsUndoneAgain) {
  ASSERT_EQ(review("2\nthe slip says so\n").status, 0);
  const std::vector<std::string> documents = texts_of(matched(), "document");
  ASSERT_GE(documents.size(), 2U);
  const std::string undo = place_.file(
      "undo.csv",
      "case,decision,account,reference,document,line,other_account,other_reference,other_document,"
      "other_line,by,on,why\nOP-1,undo,A,," +
          documents[0] + ",3,B,," + documents[1] + ",4,Q. Reed,2026-01-06,the wrong slip\n");
  const ProgramRun undone = place_.run({"match", "--case", "OP-1", "--decisions", undo, "--json"});
  EXPECT_EQ(undone.status, 1) << undone.err;
  EXPECT_THAT(undone.out, Not(HasSubstr("\"confirmed\"")));
  EXPECT_THAT(review("q\n").out, HasSubstr("0 decided, 1 open\n"));
}

TEST_F(MatchReview, ADecisionIsUndoneByTheReferencesOfItsEntriesToo) {
  ASSERT_EQ(review("2\nthe slip says so\n").status, 0);
  const auto undone_on = [&](const std::string& day) {
    const std::string undo =
        place_.file("undo-" + day + ".csv",
                    "case,decision,account,reference,document,line,other_account,other_reference,"
                    "other_document,other_line,by,on,why\nOP-1,undo,A,a1,,,B,b2,,,Q. Reed," +
                        day + ",the wrong slip\n");
    return place_.run({"match", "--case", "OP-1", "--decisions", undo, "--json"}).out;
  };
  EXPECT_THAT(undone_on("2020-01-06"), HasSubstr("\"confirmed\"")) << "before it was decided";
  EXPECT_THAT(place_.run({"trace", "OP-1", "--method", "fifo"}).out,
              HasSubstr("it is undone on 2020-01-06, before it was decided on "));
  EXPECT_THAT(undone_on("2100-01-06"), Not(HasSubstr("\"confirmed\"")));
  EXPECT_THAT(review("q\n").out, HasSubstr("0 decided, 1 open\n"));
}

TEST_F(MatchReview, RecordsNothingWhereNothingIsDecided) {
  const std::string before = matched();
  const std::string log = audit();
  for (const char* typed : {"s\n", "q\n", "", "2\n", "2\n\nq\n"}) {
    const ProgramRun run = review(typed);
    EXPECT_EQ(run.status, 1) << typed << run.err;
    EXPECT_THAT(run.out, HasSubstr("0 decided, 1 open\n")) << typed;
    EXPECT_EQ(matched(), before) << typed;
    EXPECT_EQ(audit(), log) << typed;
  }
  EXPECT_THAT(review("2\n\nq\n").out, HasSubstr("a decision needs a reason\n"));
}

TEST_F(MatchReview, AsksAgainWhereItDoesNotUnderstand) {
  for (const char* typed : {"3\nq\n", "0\nq\n", "yes\nq\n", "1 2\nq\n"}) {
    const ProgramRun run = review(typed);
    EXPECT_EQ(run.status, 1) << run.err;
    EXPECT_THAT(run.out, HasSubstr("not understood: ")) << typed;
    EXPECT_THAT(run.out, HasSubstr("0 decided, 1 open\n")) << typed;
  }
  const ProgramRun then = review("never\n1\nthe day is the same\n");
  EXPECT_EQ(then.status, 0) << then.err;
  EXPECT_THAT(then.out, HasSubstr("1 decided, 0 open\n"));
}

TEST_F(MatchReview, NeedsACaseThatIsThere) {
  EXPECT_EQ(place_.run({"match", "review", "--case", "OP-9"}, "true |").status, 66);
  EXPECT_EQ(place_.run({"match", "review"}, "true |").status, 64);
}

}  // namespace
}  // namespace recoup
