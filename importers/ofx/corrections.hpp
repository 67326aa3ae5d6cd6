// corrections.hpp: what becomes of an entry of OFX that the bank corrects.
#pragma once

#include <vector>

#include "ofx/statement.hpp"

namespace recoup {

/// Settles the entries that correct another (CORRECTFITID). Where the statement holds exactly one
/// entry of that reference, it is held back: a replacement stands for it, and a deletion is held
/// back with it. Where it does not, the correction is rejected: a person decides what becomes of an
/// entry of another document.
///
/// `elements` are the records from which the entries were read, one each.
///
///   Cites  OFX 1.6, 11.4.2.3.1 (CORRECTFITID, CORRECTACTION).
void resolve_ofx_corrections(std::vector<Transaction>& entries,
                             std::vector<const OfxElement*>& elements, OfxDocument& document);

}  // namespace recoup
