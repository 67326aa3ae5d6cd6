#include "mt940/mt940_importer.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document_text.hpp"
#include "mt940/encoding.hpp"
#include "mt940/fields.hpp"
#include "mt940/statement.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Adds a rejection of the whole part for each reason that it cannot be a statement.
bool is_refused(const Mt940Part& part, Mt940Document& document) {
  const std::string_view type = part.message_type;
  const bool is_statement =
      type.empty() || type == "940" || type == "941" || type == "942" || type == "950";
  if (is_statement && !part.stray) return false;
  const std::string_view first = part.fields.front().record;
  const std::string_view last = part.fields.back().record;
  const std::string_view record(first.data(),
                                static_cast<std::size_t>(last.data() + last.size() - first.data()));
  Error error = part.stray ? Error{ErrorCode::contradiction,
                                   "a field behind the end of its message",
                                   "a :20: that begins another message",
                                   {}}
                           : Error{ErrorCode::malformed,
                                   "a message of type " + printable(type),
                                   "MT940, MT941, MT942 or MT950",
                                   {}};
  error.place.field = ":" + std::string(part.fields.front().tag) + ":";
  document.import.rejections.push_back(
      rejection(std::move(error), document.document.name, part.line, record));
  return true;
}

void note_lines(const std::vector<Mt940Outside>& lines, std::string_view what, Import& import) {
  if (lines.empty()) return;
  const bool one = lines.size() == 1;
  import.notes.push_back(std::to_string(lines.size()) + (one ? " line " : " lines ") +
                         std::string(what) + (one ? ", line " : ", the first is line ") +
                         std::to_string(lines.front().line) + ": " +
                         printable(quoted(lines.front().text)));
}

Result<void> check_options(const Document& document, const ImportOptions& options) {
  if (options.currency.empty()) return {};
  const auto currency = Currency::parse(options.currency);
  if (currency) return {};
  return Error{ErrorCode::usage,
               quoted(options.currency),
               currency.error().expected,
               {document.name, 0, "currency"}};
}

/// What begins a line in place of a line end, as German banks may write it.
constexpr std::string_view line_mark = "@@";

/// The text with line ends where it has `line_mark` in place of them.
std::optional<std::string> with_line_ends(std::string_view text) {
  const std::string_view filled = trimmed(text);
  const bool has_line_ends = filled.find_first_of("\r\n") != std::string_view::npos;
  if (!filled.starts_with("@@:") &&
      (has_line_ends || filled.find("@@:") == std::string_view::npos)) {
    return std::nullopt;
  }
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find(line_mark, at), text.size());
    lines.append(text.substr(at, mark - at));
    if (mark < text.size()) lines += '\n';
    at = std::min(mark + line_mark.size(), text.size());
  }
  return lines;
}

/// About as many entries as there are, so that hardly one is moved when it is read. No file is
/// trusted with more room than this.
std::size_t room_for_entries(std::string_view text) {
  constexpr std::size_t room_max = std::size_t{1} << 18;
  constexpr std::string_view entry = "\n:61:";
  std::size_t count = 0;
  for (std::size_t at = text.find(entry); at != std::string_view::npos && count < room_max;
       at = text.find(entry, at + entry.size())) {
    ++count;
  }
  return count;
}

}  // namespace

bool is_mt940(std::string_view head) {
  constexpr int lines_before_max = 8;
  constexpr std::size_t line_length_max = 120;
  int lines_before = 0;
  while (!head.empty() && lines_before <= lines_before_max) {
    const std::size_t end = std::min(head.find_first_of("\r\n"), head.size());
    std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    while (!line.empty() && static_cast<unsigned char>(line.front()) <= ' ') line.remove_prefix(1);
    if (line.starts_with(line_mark)) line.remove_prefix(line_mark.size());
    if (line.empty()) continue;
    if (line.starts_with("{1:F") || !known_mt940_tag(line).empty()) return true;
    if (line.size() > line_length_max || line.find('\0') != std::string_view::npos) return false;
    ++lines_before;
  }
  return false;
}

Result<Import> import_mt940(const Document& document, const ImportOptions& options) {
  if (auto fine = check_options(document, options); !fine) return fine.error();
  RECOUP_TRY(decoded, decode_mt940(document));
  std::string_view text = decoded.text ? std::string_view(*decoded.text) : document.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Import import;
  import.format = "mt940";
  import.version = "1";
  import.notes.push_back("read as " + std::string(decoded.encoding));
  const std::optional<std::string> lines = with_line_ends(text);
  if (lines) {
    text = *lines;
    import.notes.push_back("lines end in \"@@\"; each of them counts as a line");
  }
  import.transactions.reserve(room_for_entries(text));
  Mt940Remarks remarks;
  Mt940Document whole{document, options, import, remarks};
  Mt940Splitter splitter(text);
  Mt940Part part;
  bool has_part = false;
  while (splitter.next(part)) {
    has_part = true;
    if (!is_refused(part, whole)) read_mt940_statement(part, whole);
  }
  if (!has_part) {
    return Error{ErrorCode::malformed,
                 "no field of an MT940 or MT942 message",
                 "a message with its fields (:20:, :25:, :60F:, :61:, :62F:)",
                 {document.name, 1, ""}};
  }
  note_lines(splitter.outside(), "outside of all messages", import);
  note_lines(splitter.tags_in_words(), "like a field, within other text, and read as words",
             import);
  remarks.write(import.notes);
  return import;
}

}  // namespace recoup
