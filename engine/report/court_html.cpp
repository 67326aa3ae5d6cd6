#include "court_html.hpp"

#include <utility>

#include "court_numbering.hpp"
#include "recoup/report/markup_text.hpp"

namespace recoup {
namespace {

std::string contents_line(const std::string& number, const std::string& id,
                          const std::string& heading) {
  return element("li", "",
                 element("span", " class=\"no\"", number) +
                     element("a", " href=\"#" + id + "\"", markup_text(heading))) +
         "\n";
}

std::string heading_html(const std::string& id, const std::string& number,
                         const std::string& heading) {
  return element("h2", " id=\"" + id + "\"",
                 (number.empty() ? "" : element("span", " class=\"no\"", number)) +
                     element("span", "", markup_text(heading))) +
         "\n";
}

std::string section_html(const std::string& id, const std::string& inside,
                         std::string_view attributes = "") {
  return element("section", " aria-labelledby=\"" + id + "\"" + std::string(attributes),
                 "\n" + inside) +
         "\n";
}

/// Writes the parts in order and remembers what the end of the document lists.
class CourtHtml {
 public:
  explicit CourtHtml(const CourtDocument& document) : document_(document) {}

  Result<std::string> write() {
    std::string parts;
    for (const CourtPart& part : document_.parts) {
      RECOUP_TRY(written, part_html(part));
      parts += written;
    }
    std::string schedules = schedules_html();
    std::string origins = origins_html();
    std::string documents = documents_html();
    return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n" + head_html(document_) +
           "<body>\n<a class=\"skip\" href=\"#content\">To the content</a>\n" +
           title_html(document_.title) + contents_html() + "<main id=\"content\">\n" + parts +
           schedules + origins + documents + "</main>\n" + end_html() + "</body>\n</html>\n";
  }

 private:
  Result<std::string> part_html(const CourtPart& part) {
    const std::string number = numbering_.next_part();
    const std::string id = "part-" + number;
    std::string inside = heading_html(id, number, part.heading);
    for (const CourtBlock& block : part.blocks) {
      if (const auto* paragraph = std::get_if<CourtParagraph>(&block)) {
        inside += paragraph_html(*paragraph);
      } else if (const auto* table = std::get_if<CourtTable>(&block)) {
        const std::string label = "Table " + numbering_.next_table();
        inside += table_html(
            {*table, "table-" + label.substr(6), label, "", label + ". " + table->title}, origins_);
      } else {
        RECOUP_TRY(figure, figure_html(std::get<FlowFigure>(block)));
        inside += figure;
      }
    }
    contents_ += contents_line(number, id, part.heading);
    return section_html(id, inside);
  }

  std::string paragraph_html(const CourtParagraph& paragraph) {
    const std::string number = numbering_.next_paragraph(paragraph.level);
    const std::string id = "p-" + number;
    std::string text;
    for (const CourtRun& run : paragraph.runs) text += run_html(run, number, id);
    return element("div",
                   " class=\"para" + std::string(paragraph.level > 0 ? " below" : "") + "\" id=\"" +
                       id + "\"",
                   element("span", " class=\"no\"", number) + element("span", "", text)) +
           "\n";
  }

  std::string run_html(const CourtRun& run, const std::string& number, const std::string& id) {
    if (const auto* text = std::get_if<std::string>(&run)) return markup_text(*text);
    if (const auto* bold = std::get_if<BoldText>(&run))
      return element("b", "", markup_text(bold->text));
    if (const auto* reference = std::get_if<ScheduleReference>(&run)) {
      return reference_html(*reference);
    }
    const CitedFigure& figure = std::get<CitedFigure>(run);
    std::string shown = element("span", " class=\"figure\"", markup_text(figure.text));
    if (figure.citations.empty()) return shown;
    const std::string entry =
        std::to_string(origins_.add({figure.text, "paragraph " + number, id, figure.citations}));
    std::string mark = "[" + entry + ": " + place_text(figure.citations.front());
    if (figure.citations.size() == 2) mark += "; " + place_text(figure.citations.back());
    if (figure.citations.size() > 2) {
      mark += " and " + std::to_string(figure.citations.size() - 1) + " more";
    }
    return element("a", " href=\"#f" + entry + "\"", shown) + " " +
           element("a", " class=\"cite\" href=\"#f" + entry + "\"", mark + "]");
  }

  static std::string reference_html(const ScheduleReference& reference) {
    const std::string letter = schedule_letter(reference.schedule);
    std::string id = "schedule-" + letter;
    std::string text = "Schedule " + letter;
    if (reference.row > 0) {
      id += "-" + std::to_string(reference.row);
      text += ", row " + std::to_string(reference.row);
    }
    return element("a", " href=\"#" + id + "\"", text);
  }

  Result<std::string> figure_html(const FlowFigure& figure) {
    RECOUP_TRY(chart, flow_chart(figure.flow));
    const std::string number = numbering_.next_figure();
    const bool is_across = chart.page == FlowChart::Page::landscape;
    std::string how = how_to_read(figure.flow, chart);
    if (!chart.note.empty()) how += " " + chart.note;
    const CourtTable table = table_of(figure.flow);
    const std::string caption = element("figcaption", "",
                                        "Figure " + number + ". " + markup_text(figure.title) +
                                            element("p", " class=\"how\"", markup_text(how)));
    return element("figure",
                   " id=\"figure-" + number + "\"" + (is_across ? " class=\"landscape\"" : ""),
                   "\n" + caption + "\n" + element("div", " class=\"drawing\"", "\n" + chart.svg) +
                       "\n" +
                       table_html({table, "figure-" + number + "-lines", "Figure " + number, "",
                                   "Figure " + number + " as a table"},
                                  origins_)) +
           "\n";
  }

  static std::string how_to_read(const Flow& flow, const FlowChart& chart) {
    std::string how;
    const auto add = [&](FlowNode::Kind kind, std::string_view words) {
      for (const FlowNode& node : flow.nodes) {
        if (node.kind != kind) continue;
        how += (how.empty() ? "" : "; ") + std::string(words);
        return;
      }
    };
    add(FlowNode::Kind::source, "heavy box: a source");
    add(FlowNode::Kind::account, "plain box: an account");
    add(FlowNode::Kind::end_point, "rounded box: an end point");
    add(FlowNode::Kind::overdraft, "dashed box: an overdraft repaid");
    add(FlowNode::Kind::gap, "dotted box: a gap in the statements");
    if (!how.empty()) how.front() = static_cast<char>(how.front() - 'a' + 'A');
    how += (how.empty() ? "" : ". ");
    how += "The width of a line is in proportion to its amount";
    how += chart.goes_back
               ? "; a dashed line is money that went back to where some had been before."
               : ".";
    return how;
  }

  std::string schedules_html() {
    std::string out;
    for (std::uint32_t number = 1; number <= document_.schedules.size(); ++number) {
      const CourtTable& table = document_.schedules[number - 1];
      const std::string letter = schedule_letter(number);
      const std::string id = "schedule-" + letter;
      out += section_html(
          id + "-heading",
          heading_html(id + "-heading", "", "Schedule " + letter + ". " + table.title) +
              table_html({table, id, "Schedule " + letter, letter, ""}, origins_),
          needs_width(table) ? " class=\"landscape\"" : "");
      contents_ += contents_line("Schedule " + letter, id + "-heading", table.title);
    }
    return out.empty() ? out : element("div", " class=\"schedules\"", "\n" + out) + "\n";
  }

  std::string origins_html() {
    if (origins_.all().empty()) return "";
    std::string list;
    std::size_t number = 0;
    for (const FigureOrigin& origin : origins_.all()) {
      const std::string shown = std::to_string(++number);
      list +=
          element(
              "li", " id=\"f" + shown + "\"",
              element("span", " class=\"no\"", "[" + shown + "]") +
                  element("div", "",
                          element("b", "", markup_text(origin.figure)) + ", " +
                              element("a", " href=\"#" + origin.used_in_id + "\"", origin.used_in) +
                              element("ul", "", citations_html(origin.citations)))) +
          "\n";
    }
    contents_ += contents_line("", "origins", "Where each figure stands");
    return section_html("origins", heading_html("origins", "", "Where each figure stands") +
                                       element("ol", " class=\"origins\"", "\n" + list) + "\n");
  }

  [[nodiscard]] std::string citations_html(const std::vector<CourtCitation>& citations) const {
    std::string list;
    std::uint32_t named = 0;
    for (const CourtCitation& citation : citations) {
      const std::string& name = document_.documents[citation.document - 1].name;
      std::string line = element("a", " href=\"#doc-" + std::to_string(citation.document) + "\"",
                                 place_text(citation));
      if (citation.document != named) line += " (" + element("bdi", "", markup_text(name)) + ")";
      named = citation.document;
      if (!citation.field.empty())
        line += ", field " + element("bdi", "", markup_text(citation.field));
      if (!citation.record.empty()) {
        line += element("code", " class=\"record\"", markup_text(citation.record));
      }
      list += element("li", "", line);
    }
    return list;
  }

  std::string documents_html() {
    const std::string right = " class=\"right\"";
    std::string rows;
    std::uint32_t number = 0;
    for (const ReadDocument& read : document_.documents) {
      const std::string shown = std::to_string(++number);
      rows += element("tr", " id=\"doc-" + shown + "\"",
                      element("th", " scope=\"row\" class=\"no\"", shown) +
                          element("td", " class=\"long\"",
                                  markup_text(read.name) +
                                      element("span", " class=\"hash\"", read.digest.text())) +
                          element("td", right, grouped(read.size_bytes)) +
                          element("td", "", markup_text(read.format)) +
                          element("td", "", markup_text(read.importer_version)) +
                          element("td", right, grouped(read.records)) +
                          element("td", right, grouped(read.rejected))) +
              "\n";
    }
    contents_ += contents_line("", "documents", "Documents");
    const std::string head =
        R"(<thead><tr><th scope="col" class="no">Doc</th><th scope="col">Name as received, and )"
        R"(SHA-256</th><th scope="col" class="right">Bytes</th><th scope="col">Format</th>)"
        R"(<th scope="col">Importer</th><th scope="col" class="right">Records</th>)"
        R"(<th scope="col" class="right">Rejected</th></tr></thead>)";
    return section_html(
        "documents",
        heading_html("documents", "", "Documents") +
            element("div", " class=\"wide\"",
                    element("table", "", "\n" + head + "\n" + element("tbody", "", "\n" + rows))) +
            "\n");
  }

  [[nodiscard]] std::string contents_html() const {
    return element("nav", " aria-labelledby=\"contents\"",
                   heading_html("contents", "", "Contents") + element("ol", "", "\n" + contents_)) +
           "\n";
  }

  [[nodiscard]] std::string end_html() const {
    std::string text =
        "Every total in this document was added up again from its rows when it was "
        "written.";
    if (!document_.title.document_id.empty()) {
      text += " Document " + document_.title.document_id + ".";
    }
    return element("footer", " class=\"end\"", markup_text(text)) + "\n";
  }

  const CourtDocument& document_;
  CourtNumbering numbering_;
  FigureOrigins origins_;
  std::string contents_;
};

}  // namespace

std::string element(std::string_view name, std::string_view attributes, std::string_view inner) {
  std::string out;
  out.reserve(2 * name.size() + attributes.size() + inner.size() + 5);
  out += '<';
  out += name;
  out += attributes;
  out += '>';
  out += inner;
  out += "</";
  out += name;
  return out += '>';
}

std::string place_text(const CourtCitation& citation) {
  std::string text = "doc " + std::to_string(citation.document);
  if (citation.line > 0) text += ", line " + std::to_string(citation.line);
  return text;
}

std::string grouped(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

Result<std::string> html(const CourtDocument& document) {
  if (const Result<void> held = verify(document); !held) return held.error();
  return CourtHtml(document).write();
}

}  // namespace recoup
