#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import_of.hpp"
#include "pdf/lines.hpp"
#include "pdf/pdf_profile.hpp"
#include "pdf/values.hpp"
#include "pdf_support.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

std::string words_refused(std::string_view text) {
  const auto words = parse_pdf_text(text);
  return words ? "accepted" : message(words.error());
}

const std::string head = "recoup-pdf-words 1 pages=2 encrypted=no producer=x\n";

TEST(PdfWords, AreWholeOrRefused) {
  const std::string whole = head + "page 1 100 100 1 printed\n1 0 0 500 500 0 a\n" +
                            "page 2 100 100 1 printed\n2 0 0 500 500 0 b\nend 2\n";
  EXPECT_EQ(words_refused(whole), "accepted");
  for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
    EXPECT_NE(words_refused(whole.substr(0, length)), "accepted") << length;
  }
}

TEST(PdfWords, NameThePagesWithoutText) {
  EXPECT_EQ(words_refused(head + "page 1 100 100 0 printed\npage 2 100 100 0 printed\nend 0\n"),
            "found pages 1 and 2 hold no text: scanned pages are not read; expected a PDF whose "
            "every page holds text");
}

TEST(PdfWords, PassOverABlankPageAndNameIt) {
  const auto words = parse_pdf_text(
      head + "page 1 100 100 1 printed\n1 0 0 500 500 0 a\npage 2 100 100 0 blank\n" + "end 1\n");
  ASSERT_TRUE(words) << message(words.error());
  EXPECT_EQ(words.value().words.size(), 1U);
  EXPECT_EQ(words.value().notes, std::vector<std::string>{"page 2 is blank"});
}

TEST(PdfWords, DoNotPassOverAPictureBesideABlankPage) {
  EXPECT_EQ(words_refused(head + "page 1 100 100 0 blank\npage 2 100 100 0 printed\nend 0\n"),
            "found page 2 holds no text: scanned pages are not read; expected a PDF whose every "
            "page holds text");
}

TEST(PdfWords, OutsideTheirPageMakeNoStatement) {
  Paper paper = two_columns();
  add_row(paper, 1115, "28 Dec", "Start balance", "", "", "725.50");
  add_row(paper, 1130, "29 Dec", "ALDER", "0.50", "", "725.00");
  EXPECT_THAT(refusal_of(paper), HasSubstr("no rows of entries"));
  EXPECT_THAT(words_refused("recoup-pdf-words 1 pages=1 encrypted=no producer=\npage 1 -5 5 0 "
                            "printed\nend 0\n"),
              HasSubstr("page 1 -5 5 0 printed"));
}

TEST(PdfWords, OfAPictureAreRefused) {
  EXPECT_THAT(words_refused(head + "page 1 100 100 1 recognised\n1 0 0 500 500 0 a\n" +
                            "page 2 100 100 1 printed\n2 0 0 500 500 0 b\nend 2\n"),
              HasSubstr("text on page 1 that was recognised in a picture"));
}

TEST(PdfWords, SayWhyThereAreNone) {
  EXPECT_THAT(words_refused("refused locked\n"), HasSubstr("a PDF that asks for a password"));
  EXPECT_THAT(words_refused("refused broken\n"), HasSubstr("broken or cut off"));
  EXPECT_THAT(words_refused(head + "refused page-1\n"), HasSubstr("(\"page-1\")"));
}

TEST(PdfWords, OnTheirSideAreCountedAndNotRead) {
  const auto words = parse_pdf_text(
      "recoup-pdf-words 1 pages=1 encrypted=yes producer=a\\\\b\n"
      "page 1 9000 9000 3 printed\n1 0 0 500 500 1 a\n"
      "1 0 0 500 500 0 c\\\\d\n1 99000 0 99500 500 0 e\nend 3\n");
  ASSERT_TRUE(words);
  ASSERT_EQ(words.value().words.size(), 1U);
  EXPECT_EQ(words.value().words[0].text, "c\\d");
  EXPECT_EQ(words.value().producer, "a\\b");
  EXPECT_TRUE(words.value().encrypted);
  EXPECT_EQ(words.value().notes.size(), 2U);
}

TEST(PdfLines, PutThePartsOfAnAmountTogether) {
  const auto words = parse_pdf_text(Paper().left(40, 50, "\xC2\xA3 5.00 OD left - over").words());
  ASSERT_TRUE(words);
  const std::vector<PdfLine> lines = pdf_lines(words.value());
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].words.size(), 4U);
  EXPECT_EQ(lines[0].words[0].text,
            "\xC2\xA3"
            "5.00 OD");
  EXPECT_EQ(lines[0].text(),
            "\xC2\xA3"
            "5.00 OD left - over");
}

std::string day_of(std::vector<std::string_view> words,
                   PdfDateOrder order = PdfDateOrder::day_first) {
  const auto day = read_pdf_day(words, order);
  if (!day) return "none";
  return std::to_string(day->year.value_or(0)) + "-" + std::to_string(day->month) + "-" +
         std::to_string(day->day) + "/" + std::to_string(day->words);
}

TEST(PdfDay, IsReadInEveryWayItIsPrinted) {
  EXPECT_EQ(day_of({"1", "January", "2025", "x"}), "2025-1-1/3");
  EXPECT_EQ(day_of({"01", "Jan", "25"}), "2025-1-1/3");
  EXPECT_EQ(day_of({"1st", "Jan", "CAFE"}), "0-1-1/2");
  EXPECT_EQ(day_of({"23RD", "SEPT"}), "0-9-23/2");
  EXPECT_EQ(day_of({"Wed", "1", "Jan"}), "0-1-1/3");
  EXPECT_EQ(day_of({"01JAN25"}), "2025-1-1/1");
  EXPECT_EQ(day_of({"01-Jan-2025"}), "2025-1-1/1");
  EXPECT_EQ(day_of({"Jan", "1,", "2025"}), "2025-1-1/3");
  EXPECT_EQ(day_of({"03/04/2025"}), "2025-4-3/1");
  EXPECT_EQ(day_of({"03/04/25"}, PdfDateOrder::month_first), "2025-3-4/1");
  EXPECT_EQ(day_of({"2025-04-03"}), "2025-4-3/1");
  EXPECT_EQ(day_of({"03.04.99"}), "1999-4-3/1");
}

TEST(PdfDay, IsNoNumberAndNoName) {
  EXPECT_EQ(day_of({"12.50"}), "none");
  EXPECT_EQ(day_of({"MAY", "FLOWERS"}), "none");
  EXPECT_EQ(day_of({"32", "Jan"}), "none");
  EXPECT_EQ(day_of({"03/13/2025"}), "none");
  EXPECT_EQ(day_of({"1,204.00"}), "none");
  EXPECT_EQ(day_of({}), "none");
}

std::string amount_of(std::string_view word) {
  const auto amount = read_pdf_amount(word, gbp, DecimalMark::point);
  return amount ? amount->value.plain() : "none";
}

TEST(PdfAmount, HasTheDecimalsOfItsCurrency) {
  EXPECT_EQ(amount_of("1,204.00"), "1204.00");
  EXPECT_EQ(amount_of("+\xC2\xA3"
                      "5.00"),
            "5.00");
  EXPECT_EQ(amount_of("5.00CR"), "5.00");
  EXPECT_EQ(amount_of("5.00 DR"), "-5.00");
  EXPECT_EQ(amount_of("1204"), "none");
  EXPECT_EQ(amount_of("1.5"), "none");
  EXPECT_EQ(amount_of("1.500"), "none");
  EXPECT_EQ(amount_of("12,04.00"), "none");
  EXPECT_EQ(amount_of("-5.00-"), "none");
  EXPECT_EQ(amount_of("\xC2\xA3"), "none");
  EXPECT_EQ(amount_of(std::string(60, '9') + ".00"), "none");
}

TEST(PdfProfile, TheProgramHoldsAreWellFormed) {
  for (const BuiltInPdfProfile& held : built_in_pdf_profiles()) {
    const auto profile = parse_pdf_profile(held.text, held.name);
    ASSERT_TRUE(profile) << message(profile.error());
    EXPECT_EQ(profile.value().name, held.name);
    EXPECT_FALSE(profile.value().of(PdfLabel::opening).empty());
  }
}

TEST(PdfProfile, RefusesASlip) {
  const auto refused = [](std::string_view text) {
    const auto profile = parse_pdf_profile(text, "p");
    return profile ? "accepted" : message(profile.error());
  };
  EXPECT_THAT(refused("name: a\nmoney_uot: x\n"), HasSubstr("perhaps \"money_out\""));
  EXPECT_THAT(refused("name: a\ndate_order: dym\n"), HasSubstr("one of: dmy, mdy, ymd"));
  EXPECT_THAT(refused("name: a\nlike: nothing\n"), HasSubstr("found \"nothing\""));
  EXPECT_THAT(refused("version: 1\n"), HasSubstr("no `name`"));
  EXPECT_THAT(refused("name: a\ndate: |\n"), HasSubstr("words between bars"));
}

TEST(PdfProfile, OfAPersonIsUsedAsItStands) {
  Paper paper;
  paper.left(40, 100, "Tag")
      .left(110, 100, "Text")
      .right(450, 100, "Betrag")
      .right(540, 100, "Saldo");
  paper.left(40, 115, "03.02.2025")
      .left(110, 115, "ELM")
      .right(450, 115, "-1.204,00")
      .right(540, 115, "6,00");
  paper.left(40, 130, "04.02.2025")
      .left(110, 130, "OAK")
      .right(450, 130, "4,00")
      .right(540, 130, "10,00");
  const Import import = import_of(
      paper,
      {.profile = "name: wald\ndate: tag\ndescription: text\namount: betrag\nbalance: saldo\n"
                  "decimal_mark: comma\n",
       .account = "W",
       .currency = "EUR"});
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(-120400, eur));
  EXPECT_EQ(import.profile, "wald 1");
  EXPECT_THAT(refusal_of(paper, {.profile = "wald"}), HasSubstr("plain-lines"));
}

TEST(PdfFile, IsRefusedWhereItIsNoneOrCutOff) {
  EXPECT_THAT(refusal_of("placeholder of a PDF", "pdf"), HasSubstr("do not begin with %PDF-"));
  EXPECT_THAT(refusal_of("", "pdf"), HasSubstr("an empty file"));
  const std::string pdf = two_columns().pdf();
  EXPECT_THAT(refusal_of(std::string_view(pdf).substr(0, pdf.size() / 2), "pdf"),
              HasSubstr("it is cut off"));
  EXPECT_THAT(refusal_of(pdf, "pdf"), HasSubstr("nothing takes the words out of a PDF"));
  EXPECT_EQ(detect_format(make_document("x", pdf)), "pdf");
}

TEST(PdfFile, IsReadByTheFunctionThatItIsGiven) {
  Paper paper = two_columns();
  add_row(paper, 115, "28 Dec", "Start balance", "", "", "725.50");
  add_row(paper, 130, "29 Dec", "ALDER", "0.50", "", "725.00");
  ImportOptions options;
  options.read_pdf = [&](std::string_view pdf) -> Result<std::string> {
    EXPECT_EQ(pdf, paper.pdf());
    return paper.words();
  };
  const auto import = import_document(make_document("a.pdf", paper.pdf()), options);
  ASSERT_TRUE(import) << message(import.error());
  EXPECT_EQ(import.value().transactions.size(), 1U);
  options.read_pdf = [](std::string_view) -> Result<std::string> {
    return Error{ErrorCode::not_permitted, "no sandbox", "one", {}};
  };
  const auto refused = import_document(make_document("a.pdf", paper.pdf()), options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(message(refused.error()), "a.pdf: found no sandbox; expected one");
}

}  // namespace
}  // namespace recoup
