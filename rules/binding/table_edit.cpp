#include "recoup/rules/table_edit.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "recoup/base/text.hpp"
#include "recoup/dmn/model_outline.hpp"
#include "recoup/markup/xml.hpp"
#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos && trimmed(text) == text) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) out += (i > 0 ? "," : "") + csv_field(fields[i]);
  return out + "\n";
}

std::vector<std::string> header_of(const OutlineTable& table, const std::string& decision) {
  std::vector<std::string> header = {"rule"};
  for (const OutlineColumn& input : table.inputs)
    header.push_back("when: " + input.expression.text);
  for (const OutlineColumn& output : table.outputs) {
    header.push_back("then: " + (output.name.empty() ? decision : output.name));
  }
  for (const std::string& name : table.annotation_names) header.push_back("note: " + name);
  return header;
}

std::vector<std::string> row_of(const OutlineRule& rule, std::size_t width) {
  std::vector<std::string> row = {rule.id};
  for (const OutlineText& test : rule.tests) row.push_back(test.text);
  for (const OutlineText& output : rule.outputs) row.push_back(output.text);
  for (const Annotation& annotation : rule.annotations) row.push_back(annotation.text);
  row.resize(width);
  return row;
}

Result<OutlineElement> element_of(const std::string& document, std::string_view bytes,
                                  std::string_view decision) {
  RECOUP_TRY(outline, outline_model(document, bytes));
  const OutlineElement* element = outline.find(decision);
  if (element == nullptr || element->tables.empty()) {
    return Error{
        ErrorCode::not_found, quoted(decision), "a decision with a table", {document, 0, ""}};
  }
  return *element;
}

/// Where the rules of a table stand in the bytes of its model.
struct RuleSpan {
  std::size_t begin = 0;  ///< Behind the element before, so that blanks belong to the rule.
  std::size_t end = 0;
};

struct TableSpans {
  std::vector<RuleSpan> rules;
  std::size_t first = 0;  ///< Where the first rule stands or would stand.
};

/// Finds the spans: the first table inside the decision of that name.
class SpanFinder {
 public:
  explicit SpanFinder(std::string_view decision) : decision_(decision) {}

  Result<TableSpans> find(std::string_view bytes) {
    auto done = read_xml(bytes, [&](const XmlEvent& event) -> Result<void> {
      if (event.kind == XmlEvent::Kind::start) begin(event);
      if (event.kind == XmlEvent::Kind::end) end(event);
      return {};
    });
    if (!done) return done.error();
    return spans_;
  }

 private:
  void begin(const XmlEvent& event) {
    ++depth_;
    if (event.name == "decision" && depth_ == 2) {
      for (const XmlAttribute& one : event.attributes) {
        if (one.name == "name") inside_ = normal_name(one.value) == decision_;
      }
    }
    if (!inside_ || done_) return;
    if (event.name == "decisionTable" && table_depth_ == 0) {
      table_depth_ = depth_;
      last_ = event.end;
      spans_.first = event.end;
    }
    if (table_depth_ > 0 && depth_ == table_depth_ + 1 && event.name == "rule") {
      spans_.rules.push_back({last_, 0});
    }
  }

  void end(const XmlEvent& event) {
    if (inside_ && !done_ && table_depth_ > 0) {
      if (depth_ == table_depth_ + 1) {
        last_ = event.end;
        if (event.name == "rule") {
          spans_.rules.back().end = event.end;
        } else {
          spans_.first = event.end;
        }
      }
      if (depth_ == table_depth_) done_ = true;
    }
    if (depth_ == 2) inside_ = false;
    --depth_;
  }

  std::string decision_;
  TableSpans spans_;
  int depth_ = 0;
  int table_depth_ = 0;
  bool inside_ = false;
  bool done_ = false;
  std::size_t last_ = 0;
};

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

/// Text between tags keeps its quotation marks.
std::string xml_content(std::string_view text) {
  std::string out = xml_text(text);
  for (std::size_t at = 0; (at = out.find("&quot;", at)) != std::string::npos; ++at) {
    out.replace(at, 6, "\"");
  }
  return out;
}

class RuleWriter {
 public:
  explicit RuleWriter(const OutlineTable& table) : table_(table) {}

  /// A rule of these fields, with the description that the house asks for, or with the old one.
  std::string write(const std::vector<std::string>& row, const std::string& description) const {
    const std::string indent = "\n      ";
    std::string out = indent + "<rule id=\"" + xml_text(row[0]) + "\">";
    if (!description.empty()) {
      out += indent + "  <description>" + xml_content(description) + "</description>";
    }
    std::size_t at = 1;
    const auto entries = [&](const char* tag, const char* id, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i, ++at) {
        out += indent + "  <" + tag;
        if (*id != 0) {
          out += " id=\"" + xml_text(row[0]) + "-" + id + "-" + std::to_string(i + 1) + "\"";
        }
        out += ">" + indent + "    <text>" + xml_content(row[at]) + "</text>" + indent + "  </" +
               tag + ">";
      }
    };
    entries("inputEntry", "when", table_.inputs.size());
    entries("outputEntry", "then", table_.outputs.size());
    entries("annotationEntry", "", table_.annotation_names.size());
    return out + indent + "</rule>";
  }

  /// "AUTHORITY: REASON" of the row.
  [[nodiscard]] std::string mirror(const std::vector<std::string>& row) const {
    std::string authority;
    std::string reason;
    const std::size_t first = 1 + table_.inputs.size() + table_.outputs.size();
    for (std::size_t i = 0; i < table_.annotation_names.size(); ++i) {
      if (table_.annotation_names[i] == "authority") authority = row[first + i];
      if (table_.annotation_names[i] == "reason") reason = row[first + i];
    }
    return authority + ": " + reason;
  }

 private:
  const OutlineTable& table_;
};

/// The rules of the table anew, from the rows.
Result<std::string> rules_text(const OutlineTable& table, const TableSpans& spans,
                               std::string_view bytes, const std::vector<CsvRow>& rows,
                               const std::string& csv_document) {
  const RuleWriter writer(table);
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < table.rules.size(); ++i) known.emplace(table.rules[i].id, i);
  std::set<std::string> seen;
  std::string out;
  for (const CsvRow& row : rows) {
    const std::string& id = row.fields[0];
    if (trimmed(id).empty()) {
      return Error{ErrorCode::malformed,
                   "a row without an id",
                   "an id in the column rule",
                   {csv_document, row.line, "rule"}};
    }
    if (!seen.insert(id).second) {
      return Error{ErrorCode::contradiction,
                   quoted(id),
                   "an id used once",
                   {csv_document, row.line, "rule"}};
    }
    const auto old = known.find(id);
    if (old == known.end()) {
      out += writer.write(row.fields, writer.mirror(row.fields));
      continue;
    }
    const OutlineRule& rule = table.rules[old->second];
    const std::vector<std::string> before = row_of(rule, row.fields.size());
    if (before == row.fields) {
      const RuleSpan& span = spans.rules[old->second];
      out += bytes.substr(span.begin, span.end - span.begin);
    } else {
      const bool mirrored = rule.description.text == writer.mirror(before);
      out += writer.write(row.fields, mirrored ? writer.mirror(row.fields) : rule.description.text);
    }
  }
  return out;
}

}  // namespace

Result<std::string> table_csv(const std::string& document, std::string_view bytes,
                              std::string_view decision) {
  RECOUP_TRY(element, element_of(document, bytes, decision));
  const OutlineTable& table = element.tables.front();
  const std::vector<std::string> header = header_of(table, element.name.name);
  std::string out = csv_line(header);
  for (const OutlineRule& rule : table.rules) out += csv_line(row_of(rule, header.size()));
  return out;
}

Result<std::string> with_table(const std::string& document, std::string_view bytes,
                               std::string_view decision, const std::string& csv,
                               const std::string& csv_document) {
  RECOUP_TRY(element, element_of(document, bytes, decision));
  const OutlineTable& table = element.tables.front();
  RECOUP_TRY(rows, read_csv(csv, header_of(table, element.name.name), csv_document));
  RECOUP_TRY(spans, SpanFinder(element.name.name).find(bytes));
  RECOUP_TRY(rules, rules_text(table, spans, bytes, rows, csv_document));
  const std::size_t begin = spans.rules.empty() ? spans.first : spans.rules.front().begin;
  const std::size_t end = spans.rules.empty() ? spans.first : spans.rules.back().end;
  return std::string(bytes.substr(0, begin)) + rules + std::string(bytes.substr(end));
}

}  // namespace recoup
