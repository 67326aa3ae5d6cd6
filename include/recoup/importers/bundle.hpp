// bundle.hpp: documents that came together in one ZIP archive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// One document of a bundle.
struct BundleMember {
  Document document;               ///< Called "bundle.zip/folder/march.csv".
  std::optional<Error> refused;    ///< Why it is not to be imported: an archive in the archive.
  std::vector<std::string> notes;  ///< Where it came from, for the notes of its import.
};

/// What a bundle holds, in the order of its directory.
struct Bundle {
  std::vector<BundleMember> members;
  std::vector<std::string> left_out;  ///< Files that systems add by themselves, by name.
};

/// Whether the document is a ZIP archive of documents: a ZIP archive that is no workbook.
[[nodiscard]] bool is_bundle_document(const Document& document);

/// Takes the documents out of a bundle, one level deep.
///
///   Errors  As the reading of ZIP archives in importers/README.md says: the bundle is refused as a
///           whole where any of it cannot be trusted.
///   Same    Equal bytes and an equal name give equal members.
Result<Bundle> open_bundle(const Document& document);

}  // namespace recoup
