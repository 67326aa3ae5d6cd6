#include <algorithm>

#include "recoup/base/check.hpp"
#include "recoup/number/int128.hpp"
#include "recoup/report/rollup.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

constexpr Tenths page_width = 8600;
constexpr Tenths row_height = 260;
constexpr Tenths bar_height = 150;
constexpr Tenths bar_left = 2400;
constexpr Tenths bar_width_max = 4200;
constexpr Tenths head_height = 420;
constexpr Tenths words_size = 115;
constexpr Tenths title_size = 140;
constexpr std::size_t label_length_max = 36;

/// Cut at a character's start, with three points, so that it stays left of its bar.
std::string short_label(const std::string& label) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const bool is_start = (static_cast<unsigned char>(label[i]) & 0xC0U) != 0x80U;
    if (is_start && ++characters > label_length_max) return label.substr(0, i) + "...";
  }
  return label;
}

Tenths length_of(Int128 size, Int128 most) {
  if (most <= 0 || size <= 0) return 0;
  const Share share = multiply_divide(size, bar_width_max, most);
  // What is there at all is to be seen.
  return std::max<Tenths>(static_cast<Tenths>(share.quotient), 10);
}

}  // namespace

std::string bar_chart(const std::string& title, const std::vector<ChartBar>& bars) {
  Int128 most = 0;
  for (const ChartBar& bar : bars) {
    RECOUP_CHECK(bar.size >= 0);
    most = std::max(most, bar.size);
  }
  const Tenths height = head_height + row_height * static_cast<Tenths>(bars.size()) + 100;
  std::string out = svg_head(page_width, height, title) +
                    text_element({0, 220}, title_size, R"( font-weight="bold")", title) + "\n";
  Tenths top = head_height;
  for (const ChartBar& bar : bars) {
    const Tenths length = length_of(bar.size, most);
    const Tenths base = top + bar_height - 35;
    out += text_element({bar_left - 100, base}, words_size, R"( text-anchor="end")",
                        short_label(bar.label));
    out += "<rect x=\"" + px(bar_left) + "\" y=\"" + px(top) + "\" width=\"" + px(length) +
           "\" height=\"" + px(bar_height) + "\" fill=\"#555\" stroke=\"#000\"/>";
    out += text_element({bar_left + length + 80, base}, words_size, "", bar.words) + "\n";
    top += row_height;
  }
  return out + "<path d=\"M" + at({bar_left, head_height - 60}) + "V" + px(top) +
         "\" stroke=\"#000\" fill=\"none\"/>\n</svg>\n";
}

}  // namespace recoup
