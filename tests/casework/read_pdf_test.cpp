#include "recoup/casework/read_pdf.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include "paper.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

PdfReading reading(PdfSandbox sandbox = PdfSandbox::bubblewrap) {
  PdfReading how;
  how.program = RECOUP_PDF_WORDS;
  how.sandbox = sandbox;
  return how;
}

Paper statement() {
  Paper paper;
  paper.left(40, 60, "Sort code 20-11-22 Account number 12345678");
  paper.left(40, 100, "Date").left(140, 100, "Description").right(360, 100, "Money out");
  paper.right(450, 100, "Money in").right(540, 100, "Balance (\xC2\xA3)");
  paper.left(140, 115, "Start balance")
      .right(540, 115,
             "\xC2\xA3"
             "1,000.00");
  paper.left(40, 130, "29 Dec 2024").left(140, 130, "ALDER (RENT)").right(360, 130, "750.25");
  paper.right(540, 130, "249.75");
  return paper;
}

/// Whether this machine lets a sandbox be made; where it does not, the tests of it are skipped.
std::string why_no_sandbox() {
  const auto words = read_pdf_words(statement().pdf(), reading());
  return words ? "" : message(words.error());
}

#define SKIP_WITHOUT_SANDBOX()                                      \
  if (const std::string why = why_no_sandbox(); !why.empty()) {     \
    GTEST_SKIP() << "skipped: no sandbox on this machine: " << why; \
  }

TEST(ReadPdf, TakesTheWordsOutInASandbox) {
  SKIP_WITHOUT_SANDBOX();
  const auto words = read_pdf_words(statement().pdf(), reading());
  ASSERT_TRUE(words) << message(words.error());
  EXPECT_THAT(words.value(), HasSubstr("recoup-pdf-words 1 pages=1 encrypted=no"));
  EXPECT_THAT(words.value(), HasSubstr(" 0 (RENT)\n"));
  EXPECT_THAT(words.value(), HasSubstr(" 0 \xC2\xA3"
                                       "1,000.00\n"));
}

TEST(ReadPdf, GivesTheSameWordsWithLimitsAlone) {
  SKIP_WITHOUT_SANDBOX();
  const std::string pdf = statement().pdf();
  EXPECT_EQ(read_pdf_words(pdf, reading()).value(),
            read_pdf_words(pdf, reading(PdfSandbox::limits)).value());
}

TEST(ReadPdf, OfAPrintedStatementGivesItsEntries) {
  ImportOptions options;
  options.read_pdf = [](std::string_view pdf) {
    return read_pdf_words(pdf, reading(PdfSandbox::limits));
  };
  const auto import = import_document(make_document("a.pdf", statement().pdf()), options);
  ASSERT_TRUE(import) << message(import.error());
  ASSERT_EQ(import.value().transactions.size(), 1U);
  EXPECT_EQ(import.value().transactions[0].amount, Money(-75025, gbp));
  EXPECT_EQ(import.value().transactions[0].description, "ALDER (RENT)");
  EXPECT_EQ(import.value().transactions[0].account, "20-11-22 12345678");
}

TEST(ReadPdf, TellsABlankPageFromOneThatHoldsAPicture) {
  const std::string blank =
      read_pdf_words(statement().page().pdf(), reading(PdfSandbox::limits)).value();
  EXPECT_THAT(blank, HasSubstr("page 2 59500 84200 0 blank\n"));
  EXPECT_THAT(read_pdf_words(Paper().picture().pdf(), reading(PdfSandbox::limits)).value(),
              HasSubstr("page 2 59500 84200 0 printed\n"));
}

TEST(ReadPdf, NamesWhatIsNotInstalled) {
  PdfReading how = reading();
  how.bubblewrap = "/nowhere/bwrap";
  EXPECT_EQ(message(read_pdf_words("%PDF-", how).error()),
            "found bubblewrap is not installed; expected bubblewrap (/nowhere/bwrap); PDF is not "
            "read without it");
  how.program = "/nowhere/words";
  EXPECT_THAT(message(read_pdf_words("%PDF-", how).error()),
              HasSubstr("no recoup-pdf-words beside the program"));
}

TEST(ReadPdf, NeverLeavesTheSandboxOutByItself) {
  PdfReading how = reading();
  how.bubblewrap = "/bin/false";
  EXPECT_FALSE(read_pdf_words(statement().pdf(), how));
}

TEST(ReadPdf, SaysThatTheMachineAllowsNoSandbox) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "no-sandbox";
  std::filesystem::create_directories(folder);
  const std::string fake = (folder / "bwrap").string();
  std::ofstream(fake) << "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\n"
                         "exit 1\n";
  std::filesystem::permissions(fake, std::filesystem::perms::owner_all);
  PdfReading how = reading();
  how.bubblewrap = fake;
  const auto words = read_pdf_words(statement().pdf(), how);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().code, ErrorCode::not_permitted);
  EXPECT_THAT(message(words.error()),
              HasSubstr("bwrap: No permissions to create new namespace; expected a machine that "
                        "lets bubblewrap make namespaces, or the word --pdf-unsandboxed"));
}

/// A PDF of a few kilobytes in which every form calls the next one ten times: eight levels make
/// ten million lines of text, some 400 MB of words.
std::string nested_forms(int levels) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> "
      ">> /Contents 5 0 R >>",
      Paper::stream("/X Do")};
  for (int level = 0; level < levels; ++level) {
    std::string calls;
    for (int i = 0; i < 10; ++i) calls += "1 0 0 1 7 3 cm /X Do ";
    const bool last = level + 1 == levels;
    const std::string content = last ? "BT /F1 1 Tf (AAAA BBBB CCCC DDDD) Tj ET" : calls;
    objects.push_back(
        "<< /Type /XObject /Subtype /Form /BBox [-99999 -99999 99999 99999] "
        "/Resources << /Font << /F1 3 0 R >> /XObject << /X " +
        std::to_string(7 + level) + " 0 R >> >> /Length " + std::to_string(content.size()) +
        " >>\nstream\n" + content + "\nendstream");
  }
  return Paper::file_of(objects);
}

TEST(ReadPdf, IsUnharmedByABombOfText) {
  const std::string bomb = nested_forms(8);
  EXPECT_LT(bomb.size(), 10'000U);
  PdfReading how = reading(PdfSandbox::limits);
  how.processor_seconds_max = 2;
  how.wall_seconds_max = 10;
  rusage before{};
  getrusage(RUSAGE_SELF, &before);
  const auto words = read_pdf_words(bomb, how);
  rusage after{};
  getrusage(RUSAGE_SELF, &after);
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().code, ErrorCode::out_of_range) << message(words.error());
  constexpr long growth_max_kib = 100 * 1024;
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, growth_max_kib);
  EXPECT_TRUE(read_pdf_words(statement().pdf(), reading(PdfSandbox::limits)));
}

TEST(ReadPdf, EndsAReaderThatNeedsTooMuchMemoryOrWritesTooMuch) {
  PdfReading how = reading(PdfSandbox::limits);
  how.memory_bytes_max = std::size_t{64} << 20U;
  EXPECT_FALSE(read_pdf_words(nested_forms(7), how));
  how = reading(PdfSandbox::limits);
  how.output_bytes_max = 40;
  const auto words = read_pdf_words(statement().pdf(), how);
  ASSERT_FALSE(words);
  EXPECT_THAT(message(words.error()), HasSubstr("more words than a statement has"));
}

TEST(ReadPdf, EndsAReaderThatTakesTooLong) {
  PdfReading how = reading(PdfSandbox::limits);
  how.program = "/bin/sleep";
  how.wall_seconds_max = 1;
  // sleep without a word ends at once and with a complaint; a bomb takes its time.
  EXPECT_FALSE(read_pdf_words("%PDF-", how));
  how.program = RECOUP_PDF_WORDS;
  const auto words = read_pdf_words(nested_forms(9), how);
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().code, ErrorCode::out_of_range);
}

TEST(ReadPdf, TakesNoNoticeOfScriptsAndAttachments) {
  const std::string plain = statement().pdf();
  const std::string active = statement().pdf(
      "/OpenAction << /S /JavaScript /JS (app.alert\\('x'\\)) >> /Names << /EmbeddedFiles << "
      "/Names "
      "[ (a.txt) << /Type /Filespec /F (a.txt) >> ] >> >>");
  EXPECT_NE(plain, active);
  EXPECT_EQ(read_pdf_words(active, reading(PdfSandbox::limits)).value(),
            read_pdf_words(plain, reading(PdfSandbox::limits)).value());
}

std::string refusal_of(const std::string& pdf) {
  ImportOptions options;
  options.read_pdf = [](std::string_view bytes) {
    return read_pdf_words(bytes, reading(PdfSandbox::limits));
  };
  const auto import = import_document(make_document("a.pdf", pdf), options);
  return import ? "accepted" : message(import.error());
}

TEST(ReadPdf, OfALockedPdfSaysThatItAsksForAPassword) {
  // The digests are of no password that anybody has: opening fails, as it does without the word.
  const std::string digest(64, 'A');
  const std::string locked = Paper::file_of(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
       "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + digest + "> /U <" + digest +
           "> >>"},
      "/Encrypt 4 0 R /ID [ <00112233445566778899AABBCCDDEEFF> "
      "<00112233445566778899AABBCCDDEEFF> ]");
  EXPECT_EQ(refusal_of(locked),
            "a.pdf: found a PDF that asks for a password; expected a PDF that opens without a "
            "password");
}

TEST(ReadPdf, OfAPictureNamesThePagesWithoutText) {
  EXPECT_EQ(refusal_of(statement().page().pdf()), "accepted");
  EXPECT_THAT(refusal_of(statement().picture().picture().pdf()),
              HasSubstr("pages 2 and 3 hold no text: scanned pages are not read"));
}

TEST(ReadPdf, NeverReadsHalfOfAPdfThatIsCutOff) {
  const std::string pdf = statement().pdf();
  for (std::size_t length = 0; length + 7 < pdf.size(); length += 97) {
    EXPECT_NE(refusal_of(pdf.substr(0, length)), "accepted") << length;
  }
  EXPECT_THAT(refusal_of("%PDF-1.4\nno PDF at all\n%%EOF\n"), HasSubstr("broken or cut off"));
}

}  // namespace
}  // namespace recoup
