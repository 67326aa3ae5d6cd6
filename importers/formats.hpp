// formats.hpp: the importers, one function a format. What each reads is said in README.md.
#pragma once

#include "recoup/base/result.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

Result<Import> import_canonical(const Document& document);
Result<Import> import_case(const Document& document);
Result<Import> import_ofx(const Document& document);
Result<Import> import_seizures(const Document& document);

}  // namespace recoup
