// profile_questions.hpp: which layouts of tables are known, and how a file would be read by them.
#pragma once

#include <string>

#include "recoup/casework/import_files.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {

/// The profiles of the program: name, version, country, title.
[[nodiscard]] Result<Reply> list_profile_names(Form form);

/// The text of one profile.
///
/// Errors: usage.
[[nodiscard]] Result<Reply> show_profile(const std::string& name, Form form);

/// Which profiles fit the file `request.paths` names, why the nearest others do not, and its first
/// entries as they would be read. Nothing is taken into a store.
///
/// Errors: no_such_file, not_permitted, usage (a profile that is none).
[[nodiscard]] Result<Reply> try_file(const ImportRequest& request, Form form);

/// What `--profile` means: the text of the profile in the file of that name where there is such a
/// file, else what was said.
///
/// Errors: not_permitted, malformed (a file that cannot be read).
[[nodiscard]] Result<std::string> said_profile(const std::string& name_or_path);

}  // namespace recoup
