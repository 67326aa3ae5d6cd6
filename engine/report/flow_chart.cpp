#include "recoup/report/flow_chart.hpp"

#include <algorithm>
#include <utility>

#include "flow_layout.hpp"
#include "recoup/report/markup_text.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

/// How a kind of node is drawn: told apart by line and corner as well as by tint.
struct NodeStyle {
  std::string_view caption;
  std::string_view shape;
  Tenths corner = 0;
};

NodeStyle style_of(FlowNode::Kind kind) {
  switch (kind) {
    case FlowNode::Kind::source:
      return {"SOURCE", R"(fill="#e3e3e3" stroke="#000" stroke-width="2.4")", 0};
    case FlowNode::Kind::account:
      return {"ACCOUNT", R"(fill="#fff" stroke="#000" stroke-width="1.1")", 0};
    case FlowNode::Kind::end_point:
      return {"END POINT", R"(fill="#f4f4f4" stroke="#555" stroke-width="1")", 110};
    case FlowNode::Kind::overdraft:
      return {"OVERDRAFT REPAID",
              R"(fill="#fff" stroke="#000" stroke-width="1.3" stroke-dasharray="6 3")", 0};
    case FlowNode::Kind::gap:
      return {"GAP IN STATEMENTS",
              R"(fill="#fff" stroke="#000" stroke-width="1.3" stroke-dasharray="1.5 3")", 0};
  }
  return {};
}

std::string middle_text(FlowPoint where, Tenths size, std::string_view attributes,
                        std::string_view text) {
  return text_element(where, size, R"( text-anchor="middle")" + std::string(attributes), text);
}

std::string inside(const FlowNode& node, const PlacedNode& placed) {
  Tenths lines = static_cast<Tenths>(placed.name_lines.size()) * drawing::name_line;
  if (!placed.is_terse) {
    lines += drawing::kind_line + (node.closing.empty() ? 0 : drawing::name_line);
  }
  FlowPoint where{placed.corner.x + drawing::node_width / 2,
                  placed.corner.y + (placed.height - lines) / 2 + 90};
  std::string out;
  if (!placed.is_terse) {
    where.y -= 15;
    out += middle_text(where, drawing::kind_size, R"( letter-spacing="0.6" fill="#333")",
                       style_of(node.kind).caption);
    where.y += drawing::kind_line + 15;
  }
  for (const std::string& line : placed.name_lines) {
    out += middle_text(where, drawing::name_size, "", line);
    where.y += drawing::name_line;
  }
  if (!placed.is_terse && !node.closing.empty()) {
    const std::vector<std::string> closing =
        wrapped(node.closing, drawing::name_size, drawing::node_width - drawing::padding, 1);
    out += middle_text(where, drawing::name_size, R"( font-weight="bold")", closing.front());
  }
  return out;
}

std::string node_element(const FlowNode& node, const PlacedNode& placed) {
  const NodeStyle style = style_of(node.kind);
  std::string out = "<g><title>" + markup_text(node.name);
  if (!node.closing.empty()) out += ": " + markup_text(node.closing);
  out += "</title><rect x=\"" + px(placed.corner.x) + "\" y=\"" + px(placed.corner.y) +
         "\" width=\"" + px(drawing::node_width) + "\" height=\"" + px(placed.height) + "\"";
  if (style.corner > 0) {
    out += " rx=\"" + px(std::min(style.corner, placed.height / 2)) + "\"";
  }
  return out + " " + std::string(style.shape) + "/>" + inside(node, placed) + "</g>\n";
}

/// A level stretch within each pair of points, an S-shaped curve from pair to pair.
std::string curved_path(const std::vector<FlowPoint>& points, Tenths end_x) {
  std::string path = "M" + at(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    const FlowPoint& to = points[i];
    if (i % 2 == 1) {
      path += " H" + px(i + 1 == points.size() ? end_x : to.x);
      continue;
    }
    const Tenths middle = (points[i - 1].x + to.x) / 2;
    path += " C" + at({middle, points[i - 1].y}) + " " + at({middle, to.y}) + " " + at(to);
  }
  return path;
}

FlowPoint towards(FlowPoint from, FlowPoint to, Tenths distance) {
  const auto step = [distance](Tenths a, Tenths b) {
    if (a == b) return Tenths{0};
    return a < b ? distance : -distance;
  };
  return {from.x + step(from.x, to.x), from.y + step(from.y, to.y)};
}

Tenths length(FlowPoint a, FlowPoint b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

/// Level and upright stretches with round corners.
std::string cornered_path(std::vector<FlowPoint> points, Tenths end_x) {
  points.back().x = end_x;
  std::string path = "M" + at(points.front());
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Tenths radius = std::min(
        {Tenths{70}, length(points[i - 1], points[i]) / 2, length(points[i], points[i + 1]) / 2});
    path += " L" + at(towards(points[i], points[i - 1], radius));
    path += " Q" + at(points[i]) + " " + at(towards(points[i], points[i + 1], radius));
  }
  return path + " L" + at(points.back());
}

std::string sentence(const Flow& flow, const FlowEdge& edge) {
  std::string out = flow.nodes[edge.from].name + " to " + flow.nodes[edge.to].name + ": " +
                    printed(edge.amount) + " in " + std::to_string(edge.count) +
                    (edge.count == 1 ? " movement" : " movements");
  if (edge.first) out += ", " + long_text(*edge.first);
  if (edge.first && edge.last && *edge.last != *edge.first) out += " to " + long_text(*edge.last);
  return out;
}

std::string line_element(const PlacedLine& line, std::string_view title) {
  const FlowPoint tip = line.points.back();
  const Tenths base_x = tip.x - drawing::arrow_length;
  const bool is_forward = line.kind == LineKind::forward;
  const std::string path =
      is_forward ? curved_path(line.points, base_x + 5) : cornered_path(line.points, base_x + 5);
  const Tenths half = line.thickness / 2 + 28;
  std::string out = "<g fill=\"none\"><title>" + markup_text(title) + "</title>";
  // A white casing shows which of two crossing lines goes over the other.
  out +=
      "<path d=\"" + path + "\" stroke=\"#fff\" stroke-width=\"" + px(line.thickness + 24) + "\"/>";
  const bool is_back = line.kind == LineKind::back;
  out += "<path d=\"" + path + "\" stroke=\"" + (is_back ? "#ddd" : "#a9b4bf") +
         "\" stroke-width=\"" + px(line.thickness) + "\"/>";
  if (is_back) {
    out += "<path d=\"" + path + R"(" stroke="#333" stroke-width="1.2" stroke-dasharray="7 3"/>)";
  }
  out += "<path d=\"M" + at(tip) + " L" + at({base_x, tip.y - half}) + " L" +
         at({base_x, tip.y + half}) + " Z\" fill=\"#222\"/></g>\n";
  return out;
}

std::string drawn(const Flow& flow, const FlowLayout& layout) {
  std::string out = svg_head(layout.width, layout.height,
                             "Flow of money between " + std::to_string(flow.nodes.size()) +
                                 " nodes; the table that follows says the same in words");
  for (std::size_t edge = 0; edge < flow.edges.size(); ++edge) {
    out += line_element(layout.lines[edge], sentence(flow, flow.edges[edge]));
  }
  for (std::size_t node = 0; node < flow.nodes.size(); ++node) {
    out += node_element(flow.nodes[node], layout.nodes[node]);
  }
  for (std::size_t edge = 0; edge < flow.edges.size(); ++edge) {
    out += text_element(layout.lines[edge].label_end, drawing::label_size,
                        R"( text-anchor="end" stroke="#fff" stroke-width="2.5" )"
                        R"(stroke-linejoin="round" paint-order="stroke")",
                        printed(flow.edges[edge].amount)) +
           "\n";
  }
  return out + "</svg>\n";
}

/// The page on which less has to be made smaller: 170 by 225 mm upright, 257 by 140 mm across, at
/// 96 pixels to the inch.
FlowChart::Page better_page(const FlowLayout& layout) {
  const auto shrink = [&layout](Tenths width, Tenths height) {
    return std::max({Tenths{1000}, layout.width * 1000 / width, layout.height * 1000 / height});
  };
  return shrink(6420, 8500) <= shrink(9710, 5290) ? FlowChart::Page::portrait
                                                  : FlowChart::Page::landscape;
}

}  // namespace

Result<FlowChart> flow_chart(const Flow& flow) {
  RECOUP_TRY(shown, with_others_grouped(flow));
  const FlowLayout layout = lay_out(shown.flow);
  const bool goes_back =
      std::any_of(layout.lines.begin(), layout.lines.end(),
                  [](const PlacedLine& line) { return line.kind == LineKind::back; });
  return FlowChart{drawn(shown.flow, layout), better_page(layout), goes_back,
                   std::move(shown.note),     layout.width,        layout.height};
}

std::string printed(Money amount) {
  if (amount.currency() == gbp) {
    return amount.is_negative() ? "-£" + amount.grouped().substr(1) : "£" + amount.grouped();
  }
  return amount.grouped() + " " + std::string(amount.currency().code());
}

}  // namespace recoup
