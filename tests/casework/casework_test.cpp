#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/assess_case.hpp"
#include "recoup/casework/case_facts.hpp"
#include "recoup/casework/case_report.hpp"
#include "recoup/casework/holdings.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/import_text.hpp"
#include "recoup/casework/law.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/rules_questions.hpp"
#include "recoup/casework/session.hpp"
#include "recoup/casework/summarise.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

const std::string case_file =
    R"({"case": {"id": "C-1", "name": "R v Sample", "operation": "Sample"},
 "accounts": [{"account": "A", "holder": "A Holder", "currency": "GBP", "opening_balance": "5.00"}],
 "sources": [{"id": "S1", "account": "A", "reference": "r1", "basis": "stated"},
             {"id": "S2", "account": "A", "document": "a.csv", "line": 3, "amount": "2.00"}],
 "events": [{"id": "E1", "kind": "arrest", "date": "2025-02-01", "count": 3}]})";

const std::string lines =
    "A,2025-01-01,10.00,GBP,,,PAYER,FIRST,r1\n"
    "A,2025-01-02,4.00,GBP,,,OTHER,SECOND,\n"
    "A,2025-01-03,-6.00,GBP,,,SHOP,THIRD,r3\n";

TEST_F(CaseworkTest, FilesOfACaseComeInAnyOrder) {
  const ImportReport first = import("case.json", case_file);
  EXPECT_EQ(first.unresolved.size(), 3U);  // the account and both sources
  const ImportReport second = import("a.csv", statement(lines), "C-1");
  EXPECT_TRUE(second.unresolved.empty());
  const LoadedCase loaded = load_case(session_, "C-1").value();
  ASSERT_EQ(loaded.sources.size(), 2U);
  EXPECT_EQ(loaded.sources[0].amount, Money(1000, gbp));  // the whole credit
  EXPECT_EQ(loaded.sources[1].amount, Money(200, gbp));   // by document and line
  EXPECT_EQ(loaded.build.ledger.openings.at(0).amount, Money(500, gbp));
}

TEST_F(CaseworkTest, AReferenceOnTwoEntriesIsNotGuessed) {
  import("case.json", case_file);
  import("a.csv", statement("A,2025-01-01,10.00,GBP,,,,,r1\nA,2025-01-02,4.00,GBP,,,,,r1\n"));
  const auto loaded = load_case(session_, "C-1");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::contradiction);
}

TEST_F(CaseworkTest, AnAccountImportedUnderTheCaseIsTraced) {
  import("case.json", R"({"case": {"id": "C-1"}})");
  import("a.csv", statement(lines), "C-1");
  EXPECT_EQ(load_case(session_, "C-1").value().build.ledger.accounts.size(), 1U);
}

TEST_F(CaseworkTest, TracesAnswerAsTextAndJson) {
  import("case.json", case_file);
  import("a.csv", statement(lines));
  const Reply text = answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::text}).value();
  EXPECT_THAT(text.text, HasSubstr("SHOP"));
  EXPECT_FALSE(text.needs_person);
  for (const char* method : {"all", "poison", "tainted-first"}) {
    EXPECT_THAT(answer_trace(session_, {"C-1", method, "2025-01-02", Form::json}).value().text,
                HasSubstr("\"as_at\": \"2025-01-02\""));
  }
  EXPECT_EQ(answer_trace(session_, {"C-1", "guess", {}, Form::text}).error().code,
            ErrorCode::usage);
  EXPECT_EQ(answer_trace(session_, {"C-1", "fifo", "soon", Form::text}).error().code,
            ErrorCode::usage);
  EXPECT_EQ(answer_trace(session_, {"C-2", "fifo", {}, Form::text}).error().code,
            ErrorCode::not_found);
}

TEST_F(CaseworkTest, ADateAloneMeansTheEndOfThatDay) {
  EXPECT_EQ(parse_as_at("2025-01-02").value().micros + 1,
            midnight(parse_date("2025-01-03").value()).micros);
  EXPECT_EQ(iso_text(parse_as_at("2025-01-02T10:00").value()), "2025-01-02T10:00:00");
}

/// Everything that an export writes.
std::string exported(const Session& session, const ExportRequest& request) {
  std::string whole;
  const auto written = export_transactions(session, request, [&](std::string_view piece) {
    whole += piece;
    return Result<void>();
  });
  return written ? whole : message(written.error());
}

TEST_F(CaseworkTest, AnExportIsWhatWasImported) {
  import("a.csv", statement(lines));
  EXPECT_EQ(exported(session_, {}), statement(lines));
  EXPECT_THAT(answer_match(session_, std::nullopt, Form::json).value().text,
              HasSubstr("\"unmatched\""));
}

TEST_F(CaseworkTest, AnExportIsTheSameHoweverManyEntriesAreHeldAtOnce) {
  import("a.csv", statement("B,2025-01-02,5.00,GBP,,,,,b1\nA,2025-01-02,6.00,GBP,,,,,a1\n"
                            "C,2025-01-03,7.00,GBP,,,,,c1\n"));
  import("b.csv", statement("A,2025-02-02,8.00,GBP,,,,,a2\nC,2025-02-03,9.00,GBP,,,,,c2\n"));
  const std::string whole = statement(
      "A,2025-01-02,6.00,GBP,,,,,a1\nA,2025-02-02,8.00,GBP,,,,,a2\nB,2025-01-02,5.00,GBP,,,,,b1\n"
      "C,2025-01-03,7.00,GBP,,,,,c1\nC,2025-02-03,9.00,GBP,,,,,c2\n");
  for (const std::uint64_t at_once : {0U, 1U, 3U, 1000U}) {
    EXPECT_EQ(exported(session_, {std::nullopt, at_once}), whole) << at_once;
  }
}

TEST_F(CaseworkTest, AnExportOfACaseHasItsAccountsUnderEveryName) {
  import("a.csv", statement("20-11-22 12345678,2025-01-02,5.00,GBP,,,,,b1\n"), "C-1");
  import("b.csv", statement("201122 12345678,2025-02-02,8.00,GBP,,,,,a2\nZ,2025-02-03,9.00,GBP,"
                            ",,,,c2\n"));
  EXPECT_EQ(exported(session_, {"C-1"}), statement("20-11-22 12345678,2025-01-02,5.00,GBP,,,,,b1\n"
                                                   "201122 12345678,2025-02-02,8.00,GBP,,,,,a2\n"));
  EXPECT_EQ(
      export_transactions(session_, {"C-2"}, [](std::string_view) -> Result<void> { return {}; })
          .error()
          .code,
      ErrorCode::not_found);
}

TEST_F(CaseworkTest, AnExportEndsWhereItsSinkTakesNoMore) {
  import("a.csv", statement(lines));
  std::size_t pieces = 0;
  const auto refuse_second = [&](std::string_view) -> Result<void> {
    if (++pieces == 1) return {};
    return Error{ErrorCode::cannot_write, "a full disk", "room", {}};
  };
  EXPECT_EQ(export_transactions(session_, {}, refuse_second).error().code, ErrorCode::cannot_write);
  EXPECT_EQ(pieces, 2U);
}

TEST_F(CaseworkTest, FaultsOfAFileStandInItsReport) {
  const ImportReport report = import("a.csv", statement("A,2025-02-30,1.00,GBP,,,,,x\n" + lines));
  ASSERT_EQ(fault_lines(report).size(), 1U);
  EXPECT_THAT(fault_lines(report)[0], HasSubstr("a.csv:2: booked_at"));
  EXPECT_TRUE(needs_person(report));
  EXPECT_THAT(import_text(report), HasSubstr("1 rejected"));
  EXPECT_THAT(import_json(report), HasSubstr("\"status\": \"imported\""));
}

TEST_F(CaseworkTest, HoldingsAreListedAndTheLogIsWhole) {
  import("case.json", case_file);
  import("a.csv", statement(lines));
  EXPECT_THAT(list_documents(session_, Form::text).value().text, HasSubstr("a.csv"));
  EXPECT_THAT(list_cases(session_, Form::json).value().text,
              HasSubstr("\"operation\": \"Sample\""));
  EXPECT_FALSE(verify_audit(session_, Form::text).value().needs_person);
  EXPECT_THAT(show_audit(session_, Form::text).value().text, HasSubstr("tester"));
}

TEST_F(CaseworkTest, AnOperationAddsUpItsRecords) {
  import("case.json", case_file);
  import("a.csv", statement(lines));
  const OperationSummary summary = summarise(session_, "Sample", "2025-09-30").value();
  EXPECT_EQ(summary.under_investigation, Money(1200, gbp));
  EXPECT_EQ(summary.events.at("arrest"), 3);
  EXPECT_EQ(summarise(session_, "Other", "2025-09-30").error().code, ErrorCode::not_found);
  EXPECT_EQ(summarise(session_, "Sample", "2025-01-31").value().events.size(), 0U);
}

TEST_F(CaseworkTest, AnAssessmentOfACaseWithoutFactsIsNeverANo) {
  import("case.json", case_file);
  const Reply reply = answer_assess(session_, "C-1", "2025-09-30", Form::json).value();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("\"status\": \"provisional\""));
}

TEST_F(CaseworkTest, CasesAreRankedWithWhatIsMissing) {
  import("case.json", case_file);
  import("a.csv", statement(lines));
  const Reply reply = answer_rank(session_, {"", "C-1", "2025-09-30", Form::text}).value();
  EXPECT_THAT(reply.text, HasSubstr("number 1 of 1"));
  EXPECT_THAT(reply.text, HasSubstr("To be obtained"));
}

TEST_F(CaseworkTest, AReportHoldsTogetherAndCitesItsLines) {
  import("case.json", case_file);
  import("a.csv", statement(lines));
  const CourtDocument document = case_report(session_, {"C-1", "", "2025-09-30", ""}).value();
  EXPECT_TRUE(verify(document).has_value());
  EXPECT_THAT(html(document).value(), HasSubstr("A,2025-01-01,10.00,GBP,,,PAYER,FIRST,r1"));
  const std::string folder = (folder_ / "reports").string();
  ASSERT_TRUE(write_case_report(session_, {"C-1", folder, "2025-09-30", ""}).has_value());
  EXPECT_TRUE(std::filesystem::exists(folder_ / "reports" / "C-1.html"));
  EXPECT_EQ(write_case_report(session_, {"C-1", (folder_ / "a.csv").string(), "2025-09-30", ""})
                .error()
                .code,
            ErrorCode::cannot_write);
}

TEST_F(CaseworkTest, ACaseWithNothingInItStillHasAReport) {
  import("case.json", R"({"case": {"id": "C-9"}})");
  const auto document = case_report(session_, {"C-9", "", "2025-09-30", ""});
  ASSERT_TRUE(document.has_value()) << message(document.error());
  EXPECT_TRUE(html(document.value()).has_value());
}

TEST(Law, EveryPackOfTheProgramCanBeRead) {
  const auto law = load_law();
  ASSERT_TRUE(law.has_value()) << message(law.error());
  // One is disabled: that of the Act of 2026.
  EXPECT_EQ(law.value().packs.size() + 1, built_in_pack_ids().size());
  EXPECT_THAT(list_packs(Form::json).value().text, HasSubstr("ew-criminal-lifestyle"));
}

TEST(RulesQuestions, ThePacksPassTheirOwnTests) {
  const std::string packs = std::string(RECOUP_SOURCE_DIR) + "/rules/packs";
  const Reply reply = test_rules({packs}, Form::json).value();
  EXPECT_FALSE(reply.needs_person) << reply.text;
  EXPECT_THAT(reply.text, HasSubstr("\"failed\": 0"));
  EXPECT_EQ(test_rules({packs + "/none"}, Form::text).error().code, ErrorCode::no_such_file);
}

TEST(CaseFacts, AreFoundBySectionKeyAndField) {
  const CaseFacts facts({{{"C", "sources", "S1", 0, "id", CaseFact::Kind::text, "S1", 1}, {}, ""},
                         {{"C", "sources", "S1", 0, "amount", CaseFact::Kind::none, "", 1}, {}, ""},
                         {{"C", "sources", "S2", 1, "id", CaseFact::Kind::text, "S2", 2}, {}, ""}});
  EXPECT_EQ(facts.text("sources", "S2", "id"), "S2");
  EXPECT_EQ(facts.text("sources", "S1", "amount"), std::nullopt);  // null says nothing
  EXPECT_EQ(facts.entries("sources").size(), 2U);
}

}  // namespace
}  // namespace recoup
