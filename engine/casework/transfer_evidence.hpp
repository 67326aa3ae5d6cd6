// transfer_evidence.hpp: what is known of transfers beside the statements.
#pragma once

#include <vector>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// A decision of the case that ties to no entries, and why.
using UndecidedTransfers = std::vector<Unresolved>;

/// Holders, decisions (section "transfers") and published rates, for the ledger of these facts.
///
///   Shape   An entry of "transfers" names "debit_account" with "debit_reference", or with
///           "debit_document" and "debit_line", the credit in the same way, and its "decision",
///           "confirm", "reject" or "undo", with "by", "on" and "why". An undo counts for the
///           same two entries however they are named, unless what it undoes is of a later day.
///   Errors  those of the store.
[[nodiscard]] Result<TransferEvidence> transfer_evidence(const Session& session,
                                                         const LedgerBuild& build,
                                                         const CaseFacts& facts,
                                                         UndecidedTransfers& undecided);

}  // namespace recoup
