// import_text.hpp: what an import says of itself.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/import_files.hpp"

namespace recoup {

/// Whether something of it needs a person: rejected records, balances that do not follow.
[[nodiscard]] bool needs_person(const ImportReport& report);
/// One line for each file refused, record rejected and entry that disagrees with its neighbours.
[[nodiscard]] std::vector<std::string> fault_lines(const ImportReport& report);
/// What was taken in, file by file.
[[nodiscard]] std::string import_text(const ImportReport& report);
[[nodiscard]] std::string import_json(const ImportReport& report);

}  // namespace recoup
