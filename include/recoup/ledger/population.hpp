// population.hpp: one account's entries out of the documents that show them.
#pragma once

#include <vector>

#include "recoup/records/statement.hpp"

namespace recoup {

/// An entry with the document that shows it first.
struct PlacedEntry {
  Transaction entry;
  RecordPlace place;
};

/// An entry of a later document that an earlier one shows as well.
struct MergedEntry {
  RecordPlace kept;
  RecordPlace merged;
  bool certain = true;  ///< A reference or a balance shows that it is the same entry.
};

/// The entries of one account in statement order.
struct Population {
  std::vector<PlacedEntry> entries;
  std::vector<MergedEntry> merged;
};

/// Puts the parts of one account in order: by the booking times of the first and the last entry,
/// ties by balances that carry on, then by document digest.
[[nodiscard]] std::vector<StatementPart> in_document_order(std::vector<StatementPart> parts);

/// One population out of parts in document order.
[[nodiscard]] Population merge_parts(const std::vector<StatementPart>& parts);

}  // namespace recoup
