#include <algorithm>

#include "recoup/report/balance_chart.hpp"
#include "recoup/report/text_table.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

constexpr Tenths head_height = 700;
constexpr Tenths foot_height = 300;
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
  return table.text();
}

}  // namespace

Result<ChartPage> flow_page(const Flow& flow, const std::string& title,
                            const std::string& subtitle) {
  RECOUP_TRY(chart, flow_chart(flow));
  const Tenths width = std::max(chart.width, narrowest);
  const Tenths height = head_height + chart.height + foot_height;
  const Tenths room = width - 2 * drawing::margin;
  std::string notes = chart.note;
  if (chart.goes_back) {
    notes += std::string(notes.empty() ? "" : " ") +
             "A dashed line is money that went back to where some of it had been.";
  }
  std::string svg = svg_head(width, height, title);
  svg += text_element({drawing::margin, 260}, title_size, R"( font-weight="bold")",
                      wrapped(title, title_size, room, 1).front()) +
         "\n" +
         text_element({drawing::margin, 470}, words_size, "",
                      wrapped(subtitle, words_size, room, 1).front()) +
         "\n<g transform=\"translate(" + px((width - chart.width) / 2) + " " + px(head_height) +
         ")\">\n" + chart.svg + "</g>\n";
  if (!notes.empty()) {
    svg += text_element({drawing::margin, height - 120}, words_size, "",
                        wrapped(notes, words_size, room, 1).front()) +
           "\n";
  }
  return ChartPage{svg + "</svg>\n", table_of(flow) + (notes.empty() ? "" : "\n" + notes + "\n")};
}

}  // namespace recoup
