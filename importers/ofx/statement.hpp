// statement.hpp: makes entries of one statement of an OFX document.
#pragma once

#include <string>
#include <string_view>

#include "ofx/element.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// The document that the elements were read from.
struct OfxDocument {
  std::string_view name;
  std::string_view text;  ///< As UTF-8; `begin` and `end` of an element count its bytes.
};

/// Adds what a bank, card or investment statement (STMTRS, CCSTMTRS, INVSTMTRS) says: entries,
/// the ledger balance, a rejection for every record that is no bank entry, and notes.
///
/// An error that would spoil the whole statement (no account, no currency) spoils each entry.
void read_ofx_statement(const OfxElement& statement, const OfxDocument& document, Import& import);

/// Adds a rejection of the whole element; the line is that of `field` where the element has it.
void reject_ofx(const OfxElement& element, Error error, const OfxDocument& document,
                Import& import);

/// Why an element is listed and not read.
[[nodiscard]] Error no_bank_entry(const OfxElement& element, std::string_view what);

}  // namespace recoup
