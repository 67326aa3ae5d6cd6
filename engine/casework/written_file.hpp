// written_file.hpp: files that an answer leaves behind.
#pragma once

#include <filesystem>
#include <string>

#include "recoup/base/result.hpp"

namespace recoup {

/// A name for a file out of an identifier that a document gave: no letter of it may leave the
/// folder, and two identifiers never come to one name.
[[nodiscard]] std::string safe_file_name(const std::string& identifier);

/// Makes the folder where it is not there.
///
/// Errors: cannot_write.
[[nodiscard]] Result<void> make_folder(const std::string& folder);

/// Writes beside the file and renames, so that a file of that name is always whole.
///
/// Errors: cannot_write.
[[nodiscard]] Result<void> write_whole_file(const std::filesystem::path& path,
                                            const std::string& bytes);

}  // namespace recoup
