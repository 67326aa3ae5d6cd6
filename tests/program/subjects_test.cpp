// Who and what cases have in common, as its user asks for it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "program.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string report_header =
    "agency,record,received,source_grade,information_grade,handling,conditions,case,operation,"
    "from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,text\n";

const std::string first_case = R"({"case": {"id": "OP-1", "operation": "Alder"},
  "accounts": [{"account": "10-20-15 30093459", "holder": "A Smith", "currency": "GBP"}],
  "subjects": [{"id": "V1", "kind": "vehicle", "number": "ZQ00 ABX"}]})";
const std::string second_case = R"({"case": {"id": "OP-2", "operation": "Birch"},
  "accounts": [{"account": "10 20 15 30093459", "holder": "B Jones", "currency": "GBP"}]})";

const std::string open_report =
    "Council,7,2024-05-10,1,A,P,,OP-2,,vehicle,zq00abx,,seen-at,premises,,the yard,2024-05-09,"
    "A warden noted it.\n";
const std::string restricted_report =
    "Revenue,9,2024-05-11,1,B,C,ask first,OP-1,,vehicle,ZQ00ABX,,seen-at,premises,,"
    "the secret barn,2024-05-10,Noted by an officer.\n";

class Subjects : public testing::Test {
 protected:
  void take(const std::string& name, const std::string& bytes, int status = 0) {
    const ProgramRun run = place_.run({"import", place_.file(name, bytes)});
    ASSERT_EQ(run.status, status) << run.out << run.err;
  }
  void take_all() {
    take("one.json", first_case);
    take("two.json", second_case);
    take("reports.csv", report_header + open_report + restricted_report);
  }

  Workplace place_;
};

TEST_F(Subjects, OfTwoCasesAreALeadWithTheirRecords) {
  take_all();
  const ProgramRun run = place_.run({"leads", "--case", "OP-1"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("no evidence"));
  EXPECT_THAT(run.out, HasSubstr("vehicle ZQ00 ABX is named in operations Alder and Birch"));
  EXPECT_THAT(run.out, HasSubstr("Council: 7 [1A P], reports.csv:2"));
  EXPECT_THAT(run.out, HasSubstr("OP-1, one.json:3"));
  EXPECT_THAT(run.out, HasSubstr("It may be innocent: "));
  EXPECT_THAT(run.out, HasSubstr("account 10-20-15 30093459"));
}

TEST_F(Subjects, OfARestrictedReportAreNotShown) {
  take_all();
  for (const char* command : {"leads", "subjects"}) {
    for (const char* form : {"--case=OP-1", "--json"}) {
      const ProgramRun run = place_.run({command, form});
      EXPECT_THAT(run.out, Not(HasSubstr("secret barn"))) << command << form;
      EXPECT_THAT(run.out, Not(HasSubstr("ask first"))) << command << form;
    }
    const ProgramRun run = place_.run({command, "--case", "OP-1"});
    EXPECT_THAT(run.out, HasSubstr("restricted record 9 of Revenue exists"));
    const ProgramRun other = place_.run({command, "--case", "OP-2"});
    EXPECT_THAT(other.out, Not(HasSubstr("restricted record 9")));
  }
  const ProgramRun rank = place_.run({"rank", "--as-at", "2025-01-01", "--json"});
  EXPECT_THAT(rank.out, Not(HasSubstr("secret barn")));
  const ProgramRun chart =
      place_.run({"chart", "OP-1", "--links", "--output", place_.path("links.svg")});
  EXPECT_THAT(chart.out + bytes_of(place_.path("links.svg")), Not(HasSubstr("secret barn")));
}

TEST_F(Subjects, OfARestrictedReportAreShownWhereTheyAreAskedForAndThatIsLogged) {
  take_all();
  const ProgramRun run = place_.run({"--user", "P. Lane", "leads", "--case", "OP-1", "--handling",
                                     "C", "--why", "disclosure review"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("secret barn"));
  EXPECT_THAT(run.out, HasSubstr("conditions: ask first"));
  EXPECT_THAT(run.out, Not(HasSubstr("restricted record 9")));
  const ProgramRun log = place_.run({"audit", "show", "--json"});
  EXPECT_THAT(log.out, HasSubstr("restricted record"));
  EXPECT_THAT(log.out, HasSubstr("Revenue: 9"));
  EXPECT_THAT(log.out, HasSubstr("disclosure review"));
  EXPECT_THAT(log.out, HasSubstr("P. Lane"));
  EXPECT_EQ(place_.run({"audit", "verify"}).status, 0);
}

TEST_F(Subjects, ThatAreOnlyLookedAtWithoutRestrictedReportsAreNotLogged) {
  take_all();
  const std::string before = place_.run({"audit", "show"}).out;
  EXPECT_EQ(place_.run({"leads", "--handling", "P"}).status, 0);
  EXPECT_EQ(place_.run({"audit", "show"}).out, before);
}

TEST_F(Subjects, AreLinkedInTheRankingOfBothTheirCases) {
  take_all();
  const std::vector<std::string> day = {"--as-at", "2025-01-01"};
  const ProgramRun text = place_.run({"rank", day[0], day[1]});
  EXPECT_THAT(text.out, HasSubstr("linked: case OP-1 with OP-2 (vehicle, account)"));
  EXPECT_THAT(text.out, HasSubstr("linked: case OP-2 with OP-1 (vehicle, account)"));
  const ProgramRun why = place_.run({"rank", day[0], day[1], "--explain", "OP-2"});
  EXPECT_THAT(why.out, HasSubstr("vehicle ZQ00 ABX is also named in OP-1"));
  const ProgramRun json = place_.run({"rank", day[0], day[1], "--json"});
  EXPECT_THAT(json.out, HasSubstr("\"links\": ["));
  EXPECT_THAT(json.out, HasSubstr("\"label\": \"vehicle ZQ00 ABX\""));
}

TEST_F(Subjects, ThatNameNoCaseMakeNone) {
  take("reports.csv",
       report_header + "Council,8,2024-05-10,1,A,P,,OP-9,,vehicle,ZQ00 ABX,,,,,,,Seen.\n");
  EXPECT_THAT(place_.run({"rank", "--as-at", "2025-01-01", "--json"}).out, Not(HasSubstr("OP-9")));
  EXPECT_EQ(place_.run({"leads", "--case", "OP-9"}).status, 66);
  EXPECT_THAT(place_.run({"subjects"}).out, HasSubstr("vehicle ZQ00 ABX"));
}

TEST_F(Subjects, OfABadReportAreRefusedWithPlaceAndReason) {
  const std::string bad =
      "Council,7,2024-05-10,9,A,P,,OP-2,,vehicle,ZQ00 ABX,,,,,,,Seen.\n" + open_report;
  const ProgramRun run = place_.run({"import", place_.file("reports.csv", report_header + bad)});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.err, HasSubstr("reports.csv:2: source_grade: found \"9\""));
  EXPECT_THAT(place_.run({"documents", "--json"}).out, HasSubstr("source_grade"));
  EXPECT_THAT(place_.run({"subjects"}).out, HasSubstr("reports.csv:3"));
}

TEST_F(Subjects, WhoseIdNobodyDeclaresAreNamedUntilItComes) {
  take("one.json", first_case);
  take("links.csv",
       "case,id,from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,basis\n"
       "OP-1,L1,id,P1,,owns,id,V1,,,keeper's papers\n");
  const ProgramRun waiting = place_.run({"subjects", "--case", "OP-1"});
  EXPECT_EQ(waiting.status, 1);
  EXPECT_THAT(waiting.out, HasSubstr("links.csv:2: found subject \"P1\""));
  take("more.json",
       R"({"case": {"id": "OP-1"}, "subjects": [{"id": "P1", "kind": "person", "name": "A"}]})");
  const ProgramRun resolved = place_.run({"subjects", "--case", "OP-1"});
  EXPECT_EQ(resolved.status, 0);
  EXPECT_THAT(resolved.out, HasSubstr("person A owns vehicle ZQ00 ABX: keeper's papers"));
}

TEST_F(Subjects, AreAskedForByACaseOrAnOperationThatThereIs) {
  take_all();
  EXPECT_EQ(place_.run({"leads", "--case", "OP-3"}).status, 66);
  EXPECT_EQ(place_.run({"leads", "--operation", "Cedar"}).status, 66);
  EXPECT_EQ(place_.run({"leads", "--case", "OP-1", "--operation", "Alder"}).status, 64);
  EXPECT_EQ(place_.run({"leads", "--handling", "X"}).status, 64);
  const std::string file = place_.path("links.svg");
  EXPECT_EQ(place_.run({"chart", "--links", "--output", file}).status, 64);
  EXPECT_EQ(place_.run({"chart", "OP-1", "--output", file}).status, 64);
  EXPECT_EQ(place_.run({"chart", "OP-1", "--links", "--kind", "sankey", "--output", file}).status,
            64);
  EXPECT_EQ(
      place_.run({"chart", "OP-1", "--links", "--output", place_.path("no/such/x.svg")}).status,
      73);
}

/// What `rank` prints, without what it says of links.
std::string without_links(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("linked: ")) out += line + "\n";
  }
  return out;
}

// Reports raise leads; not a byte of a trace, an assessment, a point or a report is of them.
TEST(Reports, EnterNoFigure) {
  Workplace with;
  Workplace without;
  for (const std::string& file : sample_files("operation-alliance")) {
    const bool is_report = file.ends_with("/intelligence.csv");
    ASSERT_EQ(with.run({"import", file}).status, 0) << file;
    if (is_report) {
      ASSERT_EQ(with.run({"import", file, "--case", "AL-02"}).status, 0);
    } else {
      ASSERT_EQ(without.run({"import", file}).status, 0) << file;
    }
  }
  const std::string day = "--as-at=2025-09-30";
  std::vector<std::vector<std::string>> questions = {{"match", "--json"},
                                                     {"export", "transactions"},
                                                     {"clocks", day, "--json"},
                                                     {"summary", "--operation", "Alliance", day}};
  for (const char* id : {"AL-01", "AL-02", "AL-04", "AL-05"}) {
    questions.push_back({"trace", id, "--method", "all", "--json"});
    questions.push_back({"assess", id, day, "--json"});
  }
  for (const auto& question : questions) {
    const std::string answer = with.run(question).out;
    EXPECT_GT(answer.size(), 100U) << question[0];
    EXPECT_EQ(answer, without.run(question).out) << question[0];
  }
  EXPECT_EQ(without_links(with.run({"rank", day}).out),
            without_links(without.run({"rank", day}).out));
  for (Workplace* place : {&with, &without}) {
    ASSERT_EQ(place->run({"report", "AL-02", "--output", place->path("reports"), day}).status, 0);
  }
  EXPECT_EQ(bytes_of(with.path("reports/AL-02.json")),
            bytes_of(without.path("reports/AL-02.json")));
  EXPECT_NE(with.run({"leads", "--json"}).out, without.run({"leads", "--json"}).out);
}

}  // namespace
}  // namespace recoup
