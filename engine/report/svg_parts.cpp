#include "svg_parts.hpp"

#include "recoup/report/markup_text.hpp"

namespace recoup {

std::string px(Tenths tenths) {
  const Tenths size = tenths < 0 ? -tenths : tenths;
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
  if (size % 10 != 0) out += "." + std::to_string(size % 10);
  return out;
}

std::string at(FlowPoint point) { return px(point.x) + " " + px(point.y); }

std::string text_element(FlowPoint where, Tenths size, std::string_view attributes,
                         std::string_view text) {
  return "<text x=\"" + px(where.x) + "\" y=\"" + px(where.y) + "\" font-size=\"" + px(size) +
         "\"" + std::string(attributes) + ">" + markup_text(text) + "</text>";
}

std::string svg_head(Tenths width, Tenths height, std::string_view label) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + px(width) + " " + px(height) +
         "\" width=\"" + px(width) + "\" height=\"" + px(height) + "\" role=\"img\" aria-label=\"" +
         markup_text(label) +
         "\" font-family=\"Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif\" "
         "fill=\"#000\">\n";
}

}  // namespace recoup
