#include <array>

#include "formats.hpp"
#include "recoup/base/text.hpp"
#include "recoup/importers/piecewise.hpp"

namespace recoup {
namespace {

std::string_view head_of(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head.substr(0, format_head_bytes);
}

struct Signature {
  std::string_view begins;
  std::string_view name;
};

constexpr std::array<Signature, 12> signatures = {{
    {"%PDF", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive, perhaps a workbook (XLSX) or a text document (DOCX)"},
    {"\xD0\xCF\x11\xE0", "an old Office document (XLS, DOC)"},
    {"\xFF\xFE", "a text in UTF-16"},
    {"\xFE\xFF", "a text in UTF-16"},
    {"SQLite format 3", "an SQLite database"},
    {"\x1F\x8B", "a gzip archive"},
    {"{1:F01", "an MT940 statement"},
    {":20:", "an MT940 statement"},
    {"[", "a JSON list"},
    {"<!DOCTYPE html", "an HTML page"},
    {"<html", "an HTML page"},
}};

/// "pain.001.001.03", say, where the document is a message of ISO 20022; else "".
std::string_view iso_message(std::string_view text) {
  constexpr std::string_view before = "urn:iso:std:iso:20022:tech:xsd:";
  const std::size_t at = text.find(before);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + before.size());
  return rest.substr(0, rest.find_first_of("\"' \t\r\n<>"));
}

}  // namespace

std::string detect_format(const Document& document) {
  return detect_format_of_head(document.bytes);
}

std::string detect_format_of_head(std::string_view bytes) {
  const std::string_view head = head_of(bytes);
  for (const Format& format : all_formats()) {
    if (format.recognises(head)) return std::string(format.name);
  }
  return "";
}

std::string looks_like(const Document& document) {
  for (const Format& format : all_formats()) {
    if (format.recognises(head_of(document.bytes))) return std::string(format.words);
  }
  const std::string_view text = trimmed(head_of(document.bytes));
  if (text.empty()) return "an empty file";
  for (const Signature& signature : signatures) {
    if (text.starts_with(signature.begins)) return std::string(signature.name);
  }
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  const std::string_view iso = text.starts_with("<") ? iso_message(text) : std::string_view();
  if (!iso.empty()) return "a message of ISO 20022, " + printable(quoted(iso));
  if (line.starts_with("<")) return "an XML document that begins " + quoted(printable(line), 60);
  if (line.find('\0') != std::string_view::npos) return "a file that is no text";
  const std::size_t nul = head_of(document.bytes).find('\0');
  return "a text that begins " + quoted(printable(line), 60) +
         (nul == std::string_view::npos ? "" : ", with a NUL at byte " + std::to_string(nul));
}

}  // namespace recoup
