// text_encoding.hpp: the text of a document whose bytes may be of any encoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recoup {

/// `bytes` of `encoding` as UTF-8, or nothing where they are not of it.
///
///   Exact  Turned back into `encoding`, the text is these bytes again: nothing was replaced,
///          dropped or approximated on the way.
[[nodiscard]] std::optional<std::string> converted(std::string_view bytes,
                                                   const std::string& encoding);

/// The encoding of which the bytes most look, or windows-1252. A hint, for `converted` to prove.
[[nodiscard]] std::string likely_encoding(std::string_view bytes);

/// "UTF-16LE", "UTF-16BE" or "UTF-8" where the bytes say so: by a mark at their front, or by being
/// strict UTF-8. Empty where they do not.
[[nodiscard]] std::string certain_encoding(std::string_view bytes);

}  // namespace recoup
