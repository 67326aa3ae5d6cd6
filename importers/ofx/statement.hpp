// statement.hpp: makes entries of one statement of an OFX document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "account_blocks.hpp"
#include "ofx/element.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {

/// The document that the elements were read from, and what has been made of it so far.
struct OfxDocument {
  const Document& source;
  const ImportOptions& options;
  std::string_view text;  ///< As UTF-8; `begin` and `end` of an element count its bytes.
  Import import = {};
  std::vector<AccountBlock> blocks = {};  ///< One for each statement.
  std::size_t unnamed = 0;                ///< Statements so far that name no account.
};

/// Adds what a bank, card or investment statement (STMTRS, CCSTMTRS, INVSTMTRS) says: the
/// statement with its period and balances, its entries, what is held back, a rejection for every
/// other record, and notes.
///
/// An error that would spoil the whole statement (an unknown currency) spoils each entry.
///
/// Errors: usage (the options name a currency that there is not).
Result<void> read_ofx_statement(const OfxElement& statement, OfxDocument& document);

/// Adds a rejection of the whole element; the line is that of the error where it has one.
void reject_ofx(const OfxElement& element, Error error, OfxDocument& document);

/// Lists the element as understood and not booked.
void hold_back_ofx(const OfxElement& element, std::string why, OfxDocument& document);

/// Why an element is listed and not read.
[[nodiscard]] Error no_bank_entry(const OfxElement& element, std::string_view what);

}  // namespace recoup
