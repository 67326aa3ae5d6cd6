#include "bundle/bundle_importer.hpp"

#include <utility>

#include "archive/archive.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "recoup/importers/bundle.hpp"
#include "xlsx/xlsx_importer.hpp"

namespace recoup {
namespace {

/// What Macintosh and Windows put beside the files of a person.
bool is_of_a_system(std::string_view name) {
  const std::string_view last = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || last == ".DS_Store" || last == "Thumbs.db" ||
         ascii_lower(last) == "desktop.ini";
}

}  // namespace

bool is_bundle(std::string_view head) { return is_archive(head) && !is_xlsx(head); }

bool is_bundle_document(const Document& document) { return is_bundle(document.bytes); }

Result<Bundle> open_bundle(const Document& document) {
  auto members = read_archive(document.bytes);
  if (!members) return placed(members.error(), document.name);
  Bundle bundle;
  for (ArchiveMember& member : members.value()) {
    if (is_of_a_system(member.name)) {
      bundle.left_out.push_back(member.name);
      continue;
    }
    BundleMember one;
    one.document = make_document(document.name + "/" + member.name, std::move(member.bytes));
    one.notes.push_back("out of the archive " + printable(document.name) + ", SHA-256 " +
                        document.digest.text());
    if (is_bundle_document(one.document)) {
      one.refused = Error{ErrorCode::malformed,
                          "a ZIP archive inside a ZIP archive",
                          "documents one level deep; unpack it and import what it holds",
                          {one.document.name, 0, ""}};
    }
    bundle.members.push_back(std::move(one));
  }
  return bundle;
}

Result<Import> import_bundle(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(bundle, open_bundle(document));
  Import import;
  import.format = "bundle";
  import.version = "1";
  import.notes.push_back("a bundle of " + std::to_string(bundle.members.size()) +
                         (bundle.members.size() == 1 ? " document" : " documents") +
                         ", each imported under its own name");
  for (const BundleMember& member : bundle.members) {
    import.notes.push_back("holds " + printable(member.document.name) + ", SHA-256 " +
                           member.document.digest.text() +
                           (member.refused ? ": " + member.refused->found : ""));
  }
  for (const std::string& name : bundle.left_out) {
    import.notes.push_back("left out " + printable(name) + ", which a system added by itself");
  }
  return import;
}

}  // namespace recoup
