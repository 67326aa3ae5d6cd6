#include "recoup/report/court_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "golden.hpp"
#include "sample_document.hpp"

namespace recoup {
namespace {

using ::testing::HasSubstr;

/// A document with one schedule of one row, which says `text`.
CourtDocument saying(const std::string& text) {
  CourtDocument document;
  document.title.title = text;
  document.title.case_id = text;
  document.title.marking = text;
  document.title.document_id = text;
  document.title.further = {{text, text}};
  document.documents = {{text, sha256(text), 1, text, text, 1, 0}};
  const std::vector<CourtCitation> citations = {{1, 7, text, text}};
  CourtTable table;
  table.title = text;
  table.note = text;
  table.columns = {{text, CellKind::text}, {text, CellKind::reference}};
  table.rows = {{text_cell(text, citations), text_cell(text)}};
  table.total = CourtTotal{text, {{}, {}}};
  Flow flow;
  flow.nodes = {{text, FlowNode::Kind::account, text}};
  document.parts = {{text,
                     {CourtParagraph{{text, BoldText{text}, CitedFigure{text, citations}}, 0},
                      table, FlowFigure{text, flow}}}};
  document.schedules = {table};
  return document;
}

TEST(CourtDocument, IsTheHtmlThatTheGoldenFileShows) {
  const std::string page = html(samples::statement()).value();
  EXPECT_EQ(page, golden::expected("statement-of-tracing/expected.html", page));
}

TEST(CourtDocument, IsTheJsonThatTheGoldenFileShows) {
  const std::string written = json(samples::statement()).value();
  EXPECT_EQ(written, golden::expected("statement-of-tracing/expected.json", written));
}

TEST(CourtDocument, IsTheTextThatTheGoldenFileShows) {
  const std::string written = text(samples::statement()).value();
  EXPECT_EQ(written, golden::expected("statement-of-tracing/expected.txt", written));
}

TEST(CourtDocument, LetsNoTextForgeALineOfATerminal) {
  const std::string written = text(saying("a\n\x1B[2Jb\u202E")).value();
  EXPECT_EQ(written.find('\x1B'), std::string::npos);
  EXPECT_EQ(written.find("\u202E"), std::string::npos);
  EXPECT_THAT(written, HasSubstr("a\\u{000A}\\u{001B}[2Jb\\u{202E}"));
}

TEST(CourtDocument, AsksForNothingOutsideItself) {
  const std::string page = html(samples::statement()).value();
  for (const char* outside : {"<script", "<link", "<img", "<iframe", "src=", "url(", "@import",
                              "href=\"http", " style=", " onload", "javascript:"}) {
    EXPECT_EQ(page.find(outside), std::string::npos) << outside;
  }
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("<html lang=\"en-GB\">"));
}

TEST(CourtDocument, AllowsTheVeryStyleItCarries) {
  const std::string page = html(samples::statement()).value();
  const std::size_t begin = page.find("<style>") + 7;
  const Digest digest = sha256(page.substr(begin, page.find("</style>") - begin));
  const std::size_t named = page.find("'sha256-") + 8;
  const std::string base64 = page.substr(named, page.find('\'', named) - named);
  ASSERT_EQ(base64.size(), 44U);
  EXPECT_EQ(base64.back(), '=');
  // Letters of base64 stand for six bits each: compare bit by bit.
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t bit = 0; bit < 256; ++bit) {
    const std::size_t from_page = letters.find(base64[bit / 6]) >> (5 - bit % 6) & 1U;
    const std::size_t from_digest =
        static_cast<std::size_t>(digest.bytes[bit / 8]) >> (7 - bit % 8) & 1U;
    ASSERT_EQ(from_page, from_digest) << bit;
  }
}

TEST(CourtDocument, EscapesEveryTextItIsGiven) {
  const std::string page =
      html(saying("</style></title><script>alert(1)</script>\"' onload=x &\u202E")).value();
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("\u202E"), std::string::npos);
  const std::size_t style_end = page.find("</style>");
  EXPECT_EQ(page.find("</style>", style_end + 1), std::string::npos);
  const std::size_t title_end = page.find("</title>");
  EXPECT_THAT(page.substr(title_end, 40), HasSubstr("</title>\n<style>"));
}

TEST(CourtDocument, HoldsTenThousandCharactersAndEmoji) {
  const std::string text = std::string(10000, 'w') + "👩‍🔧";
  EXPECT_THAT(html(saying(text)).value(), HasSubstr(text));
  EXPECT_THAT(json(saying(text)).value(), HasSubstr(text));
}

TEST(CourtDocument, RefusesATotalThatIsNotTheSum) {
  CourtDocument document = samples::statement();
  document.schedules[0].total->amounts[4] = Money(851474, gbp);
  const Error error = html(document).error();
  EXPECT_EQ(message(error),
            "Accounts of the case: Closing balance: found a total of 8514.74 GBP; expected 8514.73 "
            "GBP, to which the rows add up");
  EXPECT_EQ(json(document).error(), error);
  EXPECT_EQ(text(document).error(), error);
}

TEST(CourtDocument, RefusesATotalInsideAPartToo) {
  CourtDocument document = samples::statement();
  CourtTable table = samples::accounts();
  table.total->amounts[4] = Money(0, gbp);
  document.parts[0].blocks.emplace_back(table);
  EXPECT_EQ(html(document).error().code, ErrorCode::contradiction);
}

TEST(CourtDocument, RefusesATotalOverTwoCurrencies) {
  CourtDocument document = samples::statement();
  document.schedules[0].rows[1][4].amount = Money(0, usd);
  EXPECT_EQ(verify(document).error().found, "a total over 0.00 USD");
}

TEST(CourtDocument, RefusesASumThatCannotBeHeld) {
  CourtDocument document = samples::statement();
  const Money most = Money::parse_plain("1701411834604692317316873037158841057.27", gbp).value();
  document.schedules[0].rows[0][4].amount = most;
  document.schedules[0].rows[1][4].amount = most;
  EXPECT_EQ(verify(document).error().code, ErrorCode::out_of_range);
  EXPECT_EQ(verify(document).error().place.field, "Closing balance");
}

TEST(CourtDocument, RefusesACitationOfADocumentThatIsNotListed) {
  CourtDocument document = samples::statement();
  document.schedules[1].rows[0][4].citations = {{5, 1, "", ""}};
  EXPECT_EQ(verify(document).error().found, "a citation of document 5");
  document.schedules[1].rows[0][4].citations = {{0, 1, "", ""}};
  EXPECT_FALSE(verify(document).has_value());
}

TEST(CourtDocument, RefusesAReferenceToARowThatIsNotThere) {
  CourtDocument document = samples::statement();
  document.parts[0].blocks.emplace_back(CourtParagraph{{ScheduleReference{1, 4}}, 0});
  EXPECT_EQ(verify(document).error().found, "schedule 1, row 4");
  document.parts[0].blocks.back() = CourtParagraph{{ScheduleReference{1, 3}}, 0};
  EXPECT_TRUE(verify(document).has_value());
}

TEST(CourtDocument, EveryLinkLeadsSomewhere) {
  const std::string page = html(samples::statement()).value();
  std::size_t links = 0;
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos;
       at = page.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7;
    const std::string target = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_THAT(page, HasSubstr(" id=\"" + target + "\"")) << target;
    ++links;
  }
  EXPECT_GT(links, 70U);
}

TEST(CourtDocument, StandsOnTheDecimalPointWithOthersOfItsColumn) {
  const std::string page = html(samples::statement()).value();
  EXPECT_THAT(page, HasSubstr("BTC 0.75000000</td>"));
  EXPECT_THAT(page,
              HasSubstr("JPY 1,250,000<span class=\"pad\" aria-hidden=\"true\">.00000000</span>"));
  EXPECT_THAT(page,
              HasSubstr("USD -1,250.05<span class=\"pad\" aria-hidden=\"true\">000000</span>"));
}

TEST(CourtDocument, AnEmptyDocumentIsStillAPage) {
  EXPECT_THAT(html(CourtDocument{}).value(), HasSubstr("</html>"));
  EXPECT_THAT(json(CourtDocument{}).value(), HasSubstr("\"documents\": []"));
}

TEST(CourtDocument, SchedulesAreLetteredBeyondZ) {
  EXPECT_EQ(schedule_letter(1), "A");
  EXPECT_EQ(schedule_letter(26), "Z");
  EXPECT_EQ(schedule_letter(27), "AA");
  EXPECT_EQ(schedule_letter(703), "AAA");
}

}  // namespace
}  // namespace recoup
