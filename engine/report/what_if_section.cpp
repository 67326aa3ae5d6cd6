#include "what_if_section.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/report/text_table.hpp"
#include "trace_supplements.hpp"

namespace recoup {
namespace {

constexpr std::size_t line_max = 98;

/// A sentence in lines of a terminal's width, with a dash in front.
std::string bullet(const std::string& sentence) {
  const std::string words = printable(sentence);
  std::string out;
  std::string line = "  -";
  for (const std::string_view word : split(words, ' ')) {
    if (line.size() + 1 + word.size() > line_max && line.size() > 3) {
      out += line + "\n";
      line = "   ";
    }
    line += " " + std::string(word);
  }
  return out + line + "\n";
}

/// "+6.00" where there is more, "-6.00" where there is less.
std::string signed_text(Money difference) {
  return (difference.minor() > 0 ? "+" : "") + difference.grouped();
}

std::string table_text(const TraceContext& context, const WhatIfFigures& figures) {
  TextTable table({"source", "kind", "node", "currency", "as it stands", "what if", "difference"},
                  {Align::left, Align::left, Align::left, Align::left, Align::right, Align::right,
                   Align::right});
  auto row = figures.rows.begin();
  for (auto total = figures.totals.begin(); total != figures.totals.end(); ++total) {
    const std::string& source = (*context.sources)[total->source].id;
    for (; row != figures.rows.end() && row->source == total->source; ++row) {
      table.row({source, std::string(text(row->kind)), row->node,
                 currency_code(row->as_it_stands.currency()), row->as_it_stands.grouped(),
                 row->what_if.grouped(), signed_text(row->difference)});
    }
    table.row({source, "(in all)", "", currency_code(total->as_it_stands.currency()),
               total->as_it_stands.grouped(), total->what_if.grouped(),
               signed_text(total->difference)});
  }
  const auto changed =
      std::count_if(figures.rows.begin(), figures.rows.end(),
                    [](const WhatIfRow& each) { return !each.difference.is_zero(); });
  return table.text() + "\n" + std::to_string(changed) + " of " +
         std::to_string(figures.rows.size()) + " figures change under " +
         std::string(text(figures.method)) + "\n";
}

void write_amounts(JsonWriter& json, TracingMethod method, Money stands, Money what_if,
                   Money difference) {
  json.member("method", text(method))
      .member("as_it_stands", stands.plain())
      .member("what_if", what_if.plain())
      .member("difference", difference.plain())
      .end_object();
}

}  // namespace

void write_what_if(JsonWriter& json, const TraceContext& context) {
  if (!context.what_if) return;
  const WhatIfAnswer& answer = *context.what_if;
  json.name("what_if").begin_object();
  json.members("changes", answer.changes).members("notes", answer.notes);
  json.name("rows").begin_array();
  for (const WhatIfFigures& figures : answer.figures) {
    for (const WhatIfRow& row : figures.rows) {
      json.begin_object()
          .member("source", (*context.sources)[row.source].id)
          .member("kind", text(row.kind))
          .member("node", row.node)
          .member("currency", currency_code(row.as_it_stands.currency()));
      write_amounts(json, figures.method, row.as_it_stands, row.what_if, row.difference);
    }
  }
  json.end_array().name("totals").begin_array();
  for (const WhatIfFigures& figures : answer.figures) {
    for (const WhatIfTotal& total : figures.totals) {
      json.begin_object()
          .member("source", (*context.sources)[total.source].id)
          .member("currency", currency_code(total.as_it_stands.currency()));
      write_amounts(json, figures.method, total.as_it_stands, total.what_if, total.difference);
    }
  }
  json.end_array().end_object();
}

std::string what_if_text(const TraceContext& context) {
  if (!context.what_if) return "";
  const WhatIfAnswer& answer = *context.what_if;
  std::string out = "\nWhat if: a hypothesis, no finding; nothing of it is kept\n\n";
  for (const std::string& change : answer.changes) out += bullet(change);
  if (!answer.notes.empty()) out += "\nfrom which follows\n";
  for (const std::string& note : answer.notes) out += bullet(note);
  for (const WhatIfFigures& figures : answer.figures) {
    out += "\n";
    if (answer.figures.size() > 1) out += "Under " + std::string(text(figures.method)) + "\n\n";
    out += table_text(context, figures);
  }
  return out;
}

}  // namespace recoup
