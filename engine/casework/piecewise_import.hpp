// piecewise_import.hpp: takes a file into the store while it is being read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/import_files.hpp"

namespace recoup {

/// A file that was taken in piece by piece.
struct PiecewiseFile {
  ImportedFile file;
  std::vector<std::string> accounts;  ///< That it shows.
  /// Those of them that are to be looked at together with what other documents show.
  std::vector<std::string> doubtful_accounts;
};

/// Takes the file in, or keeps it with the reason where it is refused. Nothing where its format is
/// read as a whole.
///
/// Errors: what the store answers. A fault of the file is part of the answer.
[[nodiscard]] Result<std::optional<PiecewiseFile>> import_piecewise(Session& session,
                                                                    const std::string& path,
                                                                    const ImportRequest& request);

}  // namespace recoup
