#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/report/balance_chart.hpp"
#include "recoup/report/text_table.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

constexpr Tenths head_height = 700;
constexpr Tenths foot_height = 200;
constexpr Tenths line_height = 150;
constexpr std::size_t foot_lines_max = 4;
constexpr Tenths title_size = 160;
constexpr Tenths words_size = 105;
constexpr Tenths narrowest = 6400;

std::string table_of(const Flow& flow) {
  TextTable table({"from", "to", "currency", "amount", "movements", "first", "last"},
                  {Align::left, Align::left, Align::left, Align::right, Align::right, Align::left,
                   Align::left});
  for (const FlowEdge& edge : flow.edges) {
    table.row({flow.nodes[edge.from].name, flow.nodes[edge.to].name,
               std::string(edge.amount.currency().code()), edge.amount.grouped(),
               std::to_string(edge.count), edge.first ? iso_text(*edge.first) : "",
               edge.last ? iso_text(*edge.last) : ""});
  }
  std::string out = table.text() + "\n";
  for (const FlowNode& node : flow.nodes) {
    if (!node.closing.empty()) {
      out += "stays on " + printable(node.name) + ": " + node.closing + "\n";
    }
  }
  return out;
}

}  // namespace

Result<ChartPage> flow_page(const Flow& flow, const std::string& title,
                            const std::string& subtitle) {
  RECOUP_TRY(chart, flow_chart(flow));
  const Tenths width = std::max(chart.width, narrowest);
  const Tenths room = width - 2 * drawing::margin;
  std::string notes = chart.note;
  if (chart.goes_back) {
    notes += std::string(notes.empty() ? "" : " ") +
             "A dashed line is money that went back to where some of it had been.";
  }
  const std::vector<std::string> foot = wrapped(notes, words_size, room, foot_lines_max);
  const Tenths foot_top = head_height + chart.height + foot_height;
  const Tenths height = foot_top + static_cast<Tenths>(foot.size()) * line_height;
  std::string svg = svg_head(width, height, title);
  svg += text_element({drawing::margin, 260}, title_size, R"( font-weight="bold")",
                      wrapped(title, title_size, room, 1).front()) +
         "\n" +
         text_element({drawing::margin, 470}, words_size, "",
                      wrapped(subtitle, words_size, room, 1).front()) +
         "\n<g transform=\"translate(" + px((width - chart.width) / 2) + " " + px(head_height) +
         ")\">\n" + chart.svg + "</g>\n";
  for (std::size_t i = 0; i < foot.size(); ++i) {
    svg += text_element({drawing::margin, foot_top + static_cast<Tenths>(i) * line_height},
                        words_size, "", foot[i]) +
           "\n";
  }
  return ChartPage{svg + "</svg>\n", table_of(flow) + (notes.empty() ? "" : notes + "\n")};
}

}  // namespace recoup
