// markup_text.hpp: the one way in which text of the outside enters a page or a drawing.
#pragma once

#include <string>
#include <string_view>

namespace recoup {

/// `text` as it may stand between tags and in quoted attributes of HTML and SVG: & < > " ' as
/// entities; characters that cannot be seen or that turn the direction of writing as \u{202E}; a
/// byte that is not UTF-8 as \xHH. Nothing that comes in can end a tag, hide, or reorder what
/// stands beside it.
[[nodiscard]] std::string markup_text(std::string_view text);

}  // namespace recoup
