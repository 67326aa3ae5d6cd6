#include <algorithm>
#include <array>
#include <span>

#include "canonical/columns.hpp"
#include "csv/reader.hpp"
#include "recoup/base/text.hpp"
#include "recoup/importers/importer.hpp"
#include "seizures/columns.hpp"

namespace recoup {
namespace {

/// As much of a document as is looked at.
constexpr std::size_t head_bytes_max = 1U << 16U;

std::string_view head_of(const Document& document) {
  std::string_view head = document.bytes;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head.substr(0, head_bytes_max);
}

/// Whether the first line is a CSV header with more than half of `columns`: a header with a slip in
/// it is still that header, and the importer names the slip.
bool has_header(std::string_view head, std::span<const std::string_view> columns) {
  CsvReader reader(head);
  CsvRecord header;
  const auto read = reader.next(header);
  if (!read || !read.value()) return false;
  const auto shared = std::count_if(columns.begin(), columns.end(), [&](std::string_view column) {
    return std::find(header.fields.begin(), header.fields.end(), column) != header.fields.end();
  });
  return static_cast<std::size_t>(shared) * 2 > columns.size();
}

bool is_ofx(std::string_view head) {
  const std::string_view text = trimmed(head);
  const bool marked = text.starts_with("OFXHEADER") || text.starts_with("<?OFX");
  const bool tagged = text.starts_with("<");
  if (!marked && !tagged) return false;
  const std::string lower = ascii_lower(text);
  return marked || lower.find("<ofx>") != std::string::npos ||
         lower.find("<?ofx") != std::string::npos;
}

struct Signature {
  std::string_view begins;
  std::string_view name;
};

constexpr std::array<Signature, 14> signatures = {{
    {"%PDF", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive, perhaps a workbook (XLSX) or a text document (DOCX)"},
    {"\xD0\xCF\x11\xE0", "an old Office document (XLS, DOC)"},
    {"\xFF\xFE", "a text in UTF-16"},
    {"\xFE\xFF", "a text in UTF-16"},
    {"SQLite format 3", "an SQLite database"},
    {"\x1F\x8B", "a gzip archive"},
    {"{1:F01", "an MT940 statement"},
    {":20:", "an MT940 statement"},
    {"!Type:", "a QIF file"},
    {"01,", "a BAI2 file"},
    {"[", "a JSON list"},
    {"<!DOCTYPE html", "an HTML page"},
    {"<html", "an HTML page"},
}};

}  // namespace

std::string detect_format(const Document& document) {
  const std::string_view head = head_of(document);
  if (trimmed(head).starts_with("{") && !trimmed(head).starts_with("{1:")) return "case";
  if (is_ofx(head)) return "ofx";
  if (has_header(head, canonical_columns)) return "canonical";
  if (has_header(head, seizures_columns)) return "seizures";
  return "";
}

std::string looks_like(const Document& document) {
  const std::string format = detect_format(document);
  if (format == "canonical") return "canonical transactions (CSV)";
  if (format == "case") return "a case file (JSON)";
  if (format == "seizures") return "seizures (CSV)";
  if (format == "ofx") return "an OFX statement";
  const std::string_view text = trimmed(head_of(document));
  if (text.empty()) return "an empty file";
  for (const Signature& signature : signatures) {
    if (text.starts_with(signature.begins)) return std::string(signature.name);
  }
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  if (line.starts_with("<")) return "an XML document that begins " + quoted(printable(line), 60);
  if (line.find('\0') != std::string_view::npos) return "a file that is no text";
  return "a text that begins " + quoted(printable(line), 60);
}

}  // namespace recoup
