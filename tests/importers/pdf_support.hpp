// pdf_support.hpp: statements on paper, read as their words.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "paper.hpp"
#include "pdf/pdf_importer.hpp"

namespace recoup {

/// What is read from the words, or why nothing is.
inline Result<Import> read_paper(const Paper& paper, const ImportOptions& options = {}) {
  return import_pdf_words(make_document("a.pdf", paper.pdf()), paper.words(), options);
}

inline Import import_of(const Paper& paper, const ImportOptions& options = {}) {
  auto import = read_paper(paper, options);
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

inline std::string refusal_of(const Paper& paper, const ImportOptions& options = {}) {
  const auto import = read_paper(paper, options);
  return import ? "accepted" : message(import.error());
}

/// The heads of a table with two columns of amounts, and what names the account.
inline Paper two_columns() {
  Paper paper;
  paper.left(40, 40, "Larch Bank").left(40, 60, "Sort code 20-11-22 Account number 12345678");
  paper.left(40, 75, "Statement period 28 December 2024 to 31 January 2025");
  paper.left(40, 100, "Date").left(110, 100, "Description").right(360, 100, "Money out");
  paper.right(450, 100, "Money in").right(540, 100, "Balance");
  return paper;
}

/// A row of that table; what is empty is not printed.
inline void add_row(Paper& paper, int y, std::string_view date, std::string_view words,
                    std::string_view out, std::string_view in, std::string_view balance) {
  if (!date.empty()) paper.left(40, y, date);
  if (!words.empty()) paper.left(110, y, words);
  if (!out.empty()) paper.right(360, y, out);
  if (!in.empty()) paper.right(450, y, in);
  if (!balance.empty()) paper.right(540, y, balance);
}

}  // namespace recoup
