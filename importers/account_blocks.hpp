// account_blocks.hpp: the entries of single statements on their way into an import, and the names
// that a document leaves open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/importers/importer.hpp"

namespace recoup {

/// The entries that one statement of a document shows of one account.
struct AccountBlock {
  std::string account;
  std::vector<Transaction> entries;
};

/// Turns the entries round where they stand newest first; any other order is kept. A note says so;
/// `statement` names it for the note.
///
/// Returns whether they were turned round.
bool put_oldest_first(std::vector<Transaction>& entries, std::string_view statement,
                      std::vector<std::string>& notes);

/// Adds the entries of all blocks to the import. Where the blocks of one account stand newest
/// first, and no two of them share a day, they change places; a note says so.
void place_blocks(std::vector<AccountBlock> blocks, Import& import);

/// What an account is called that its document does not name: what the options say, else a name
/// made of the document's digest. `earlier_ones` is how many accounts without a name came before it
/// in the document. A note says so.
[[nodiscard]] std::string name_for_unnamed(const Document& document, const ImportOptions& options,
                                           std::size_t earlier_ones,
                                           std::vector<std::string>& notes);

/// The currency of amounts for which the document names none: what the options say, else
/// `otherwise`. A note says so.
///
/// Errors: usage (the options name no currency).
Result<Currency> assumed_currency(const Document& document, const ImportOptions& options,
                                  Currency otherwise, std::vector<std::string>& notes);

}  // namespace recoup
