// leads.hpp: what unmatched legs say of accounts and cash that no statement shows.
#pragma once

#include "naming.hpp"

namespace recoup {

/// Lists legs without a partner that speak of another account of the same holder, and cash that was
/// drawn and paid in again in one amount within two weeks. Changes no pair.
void add_leads(const Ledger& ledger, const std::vector<std::uint32_t>& named,
               const KnownNames& names, const std::vector<LegState>& states, Links& links);

}  // namespace recoup
