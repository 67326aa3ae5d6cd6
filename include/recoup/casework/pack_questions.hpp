// pack_questions.hpp: what a lawyer, a reviewer and the other side ask of a pack.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// Checks packs; without a name all of the program. Needs a person where one is refused.
///
/// Errors: as find_pack.
[[nodiscard]] Result<Reply> check_packs(const std::vector<std::string>& packs, Form form);

}  // namespace recoup
