// pages.hpp: statements as their documents delimit them, put together page by page.
#pragma once

#include <vector>

#include "recoup/records/statement.hpp"

namespace recoup {

/// One statement of one document in one currency, with its entries. Where the document delimits
/// none it is made of the entries and balances that belong to none.
struct StatementPage {
  std::string account;
  Currency currency = gbp;
  Digest document;
  Statement claims;
  std::vector<const Transaction*> entries;  ///< Of the part, which must outlive the page.

  [[nodiscard]] RecordPlace place() const { return {document, claims.line}; }
};

/// The pages of one document's part, in the order of the document, under the account's name.
[[nodiscard]] std::vector<StatementPage> pages_of(const StatementPart& part,
                                                  const std::string& account);

/// The number in front of a statement's number: 131 of "00131/001"; nothing where it has none.
[[nodiscard]] std::optional<std::uint64_t> statement_sequence(const std::string& number);

/// Joins pages that carry each other on; each list is one statement, its first page in front.
[[nodiscard]] std::vector<std::vector<StatementPage>> joined_pages(
    std::vector<StatementPage> pages);

}  // namespace recoup
