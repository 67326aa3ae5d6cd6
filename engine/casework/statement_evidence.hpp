// statement_evidence.hpp: what the store holds for and against the statements of some accounts.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// Every spelling under which a document shows one of these accounts.
[[nodiscard]] Result<std::vector<std::string>> spellings_of(const Session& session,
                                                            const std::vector<std::string>& names,
                                                            const std::vector<DecidedTie>& ties);

/// What the statements among `parts` prove; seized cash has none and is left out.
[[nodiscard]] Result<std::vector<AccountCompleteness>> verified_parts(
    const Session& session, const std::vector<StatementPart>& parts,
    const std::vector<DecidedTie>& ties = {});

/// The lines that the case file keeps apart. One whose document is not held is listed as
/// unresolved.
[[nodiscard]] Result<std::vector<KeptApart>> declared_apart(const Session& session,
                                                            LoadedCase& loaded);

}  // namespace recoup
