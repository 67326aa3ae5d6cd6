// svg_parts.hpp: what every drawing is written with.
#pragma once

#include <string>
#include <string_view>

#include "flow_layout.hpp"

namespace recoup {

/// "12.3": tenths of a pixel as SVG writes them.
[[nodiscard]] std::string px(Tenths tenths);
/// "12.3 4".
[[nodiscard]] std::string at(FlowPoint point);

/// A line of text whose base line begins, or as `attributes` say ends or is centred, at `where`.
[[nodiscard]] std::string text_element(FlowPoint where, Tenths size, std::string_view attributes,
                                       std::string_view text);

/// The beginning of a drawing that stands for itself; `label` says what it shows.
[[nodiscard]] std::string svg_head(Tenths width, Tenths height, std::string_view label);

}  // namespace recoup
