// declared_sources.hpp: ties what a case file declares to the legs that statements show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// The accounts and sources as the case's facts declare them, in their order.
[[nodiscard]] std::vector<CaseAccount> declared_accounts(const CaseFacts& facts);
[[nodiscard]] std::vector<DeclaredSource> declared_sources(const CaseFacts& facts);
/// The opening balances that the case file states.
///
/// Errors: malformed (no amount of the account's currency).
[[nodiscard]] Result<std::vector<DeclaredOpening>> declared_openings(const CaseFacts& facts);

/// Finds the leg or opening balance of each declared source; what no statement shows yet is listed
/// as unresolved.
///
/// Errors: malformed (an amount), contradiction (a reference that stands on several entries).
[[nodiscard]] Result<void> resolve_sources(LoadedCase& loaded);

}  // namespace recoup
