// pack_report.hpp: a pack on paper: law left, rows right, figures with their days.
#pragma once

#include <string>

#include "recoup/rules/pack_view.hpp"

namespace recoup {

/// Same  Equal packs give equal bytes.
/// Both begin with DRAFT where the pack is neither part of the program nor reviewed, as `is_draft`
/// says, and name the state of its signatures.
[[nodiscard]] std::string pack_text(const PackView& view, bool is_draft);
[[nodiscard]] std::string pack_page(const PackView& view, bool is_draft);

/// "unsigned: no lawyer has reviewed it", or who signed.
[[nodiscard]] std::string signature_sentence(const PackSignatures& signatures);

/// "in force from 1 June 2015", with its end where it has one; "no day stated".
[[nodiscard]] std::string law_in_force(const Pack& pack);

}  // namespace recoup
