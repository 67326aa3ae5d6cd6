#include "recoup/report/markup_text.hpp"

#include "code_point.hpp"

namespace recoup {

std::string markup_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    if (!point.is_valid) {
      out += "\\x" + hexadecimal(static_cast<unsigned char>(text[at]), 2);
    } else if (is_unseen(point.value)) {
      out += "\\u{" + hexadecimal(point.value, 4) + "}";
    } else {
      switch (point.value) {
        case U'&': out += "&amp;"; break;
        case U'<': out += "&lt;"; break;
        case U'>': out += "&gt;"; break;
        case U'"': out += "&quot;"; break;
        case U'\'': out += "&#39;"; break;
        default: out += text.substr(at, point.length);
      }
    }
    at += point.length;
  }
  return out;
}

}  // namespace recoup
