// pattern_syntax.hpp: the same regular expression in the words of the library that searches.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// Puts an expression of XPath into the syntax of ICU: differences of classes ("[A-Z-[OI]]"),
/// blocks ("\p{IsBasicLatin}"), name characters ("\i", "\c"); with `drops_blanks` without the
/// blanks outside classes. With `is_multiline` "$" is left to the library.
///
/// Errors: malformed (an escape or a reference that XPath does not have).
Result<std::string> library_syntax(std::string_view expression, bool drops_blanks,
                                   bool is_multiline);

}  // namespace recoup
