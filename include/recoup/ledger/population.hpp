// population.hpp: one account's entries out of the documents that show them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "recoup/records/statement.hpp"

namespace recoup {

/// An entry with the line that stands for it.
struct PlacedEntry {
  Transaction entry;
  RecordPlace place;
};

/// A line that shows an entry for which another line stands.
struct MergedEntry {
  RecordPlace kept;
  RecordPlace merged;
  bool certain = true;    ///< A reference, a balance or the whole day shows that it is the same.
  bool is_sum = false;    ///< It is one line for a batch, of which `kept` is the last detail.
  std::string reference;  ///< What the merged line calls itself; or empty.
};

/// The entries of one account in statement order.
struct Population {
  std::vector<PlacedEntry> entries;
  std::vector<MergedEntry> merged;  ///< In the order of the entries.
};

/// Puts the parts of one account in order: by the booking times of the first and the last entry,
/// ties by balances that carry on, then by document digest.
[[nodiscard]] std::vector<StatementPart> in_document_order(std::vector<StatementPart> parts);

/// One population out of parts in document order.
///
///   Exact  What two documents show is one entry as engine/decisions/0012 says; a line of
///          `kept_apart` is an entry of its own. Of the lines of an entry the one stands for it
///          that says most (the other side's account, a reference, a balance, a name), ties to the
///          first document; a balance that it lacks is taken from the others.
[[nodiscard]] Population merge_parts(const std::vector<StatementPart>& parts,
                                     const std::set<RecordPlace>& kept_apart = {});

}  // namespace recoup
