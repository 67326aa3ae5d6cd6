// Every prefix and every change of one byte of the words of a statement is read or refused, and no
// change of an amount passes: the statement's own figures show it.
#include <gtest/gtest.h>

#include <array>

#include "pdf_support.hpp"

namespace recoup {
namespace {

std::string sample() {
  Paper paper = two_columns();
  add_row(paper, 115, "28 Dec", "Balance brought forward", "", "",
          "\xC2\xA3"
          "1,000.00");
  add_row(paper, 130, "29 Dec", "ALDER 7.50", "750.25", "", "249.75");
  add_row(paper, 142, "", "RENT", "", "", "");
  add_row(paper, 157, "2 Jan", "BIRCH", "", "1,204.00", "1,453.75");
  add_row(paper, 172, "", "Closing balance", "", "", "1,453.75");
  paper.left(40, 220, "Total money out 750.25 Total money in 1,204.00");
  paper.left(280, 800, "Page 1 of 1");
  return paper.words();
}

Result<Import> read(std::string_view words) {
  return import_pdf_words(make_document("d.pdf", "%PDF-"), words, {});
}

std::vector<Money> amounts_of(const Import& import) {
  std::vector<Money> amounts;
  for (const Transaction& entry : import.transactions) amounts.push_back(entry.amount);
  return amounts;
}

TEST(PdfRobustness, EveryPrefixIsRefused) {
  const std::string words = sample();
  ASSERT_TRUE(read(words));
  for (std::size_t length = 0; length + 1 < words.size(); ++length) {
    const auto import = read(std::string_view(words).substr(0, length));
    ASSERT_FALSE(import) << length;
    EXPECT_EQ(import.error().place.document, "d.pdf");
    EXPECT_FALSE(import.error().found.empty());
  }
}

TEST(PdfRobustness, NoChangeOfOneByteChangesAnAmount) {
  // One of them for each byte, in turn: all of them would take minutes.
  constexpr std::array<char, 8> bytes = {'3', '-', '\n', '9', '.', ' ', '0', '\xFF'};
  const std::string words = sample();
  const std::vector<Money> amounts = amounts_of(read(words).value());
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char byte : {bytes[i % 8]}) {
      std::string changed = words;
      changed[i] = byte;
      const auto import = read(changed);
      if (!import) {
        EXPECT_FALSE(import.error().found.empty());
        continue;
      }
      ++accepted;
      EXPECT_EQ(amounts_of(import.value()), amounts) << "byte " << i << " as " << int{byte};
    }
  }
  EXPECT_GT(accepted, words.size() / 8);
}

}  // namespace
}  // namespace recoup
