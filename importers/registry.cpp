#include <array>
#include <exception>

#include "formats.hpp"
#include "recoup/base/text.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

struct Format {
  std::string_view name;
  Result<Import> (*import)(const Document&);
};

constexpr std::array<Format, 4> formats = {{
    {"canonical", import_canonical},
    {"case", import_case},
    {"ofx", import_ofx},
    {"seizures", import_seizures},
}};

}  // namespace

Result<Import> import_document(const Document& document, std::string_view format) {
  const std::string wanted = format.empty() ? detect_format(document) : std::string(format);
  for (const Format& known : formats) {
    if (known.name != wanted) continue;
    try {
      return known.import(document);
    } catch (const std::exception& fault) {
      // Memory is all that can run out below; the document is then too large for this machine.
      return Error{ErrorCode::out_of_range,
                   fault.what(),
                   "a document that fits into memory",
                   {document.name, 0, ""}};
    }
  }
  if (!format.empty()) {
    return Error{ErrorCode::usage,
                 quoted(format),
                 "canonical, case, ofx or seizures",
                 {document.name, 0, "format"}};
  }
  return Error{ErrorCode::malformed,
               looks_like(document),
               "canonical CSV, a case file (JSON), seizures (CSV) or OFX",
               {document.name, 0, ""}};
}

}  // namespace recoup
