#include "bai2/bai2_records.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 8> record_codes = {"01", "02", "03", "16",
                                                          "49", "88", "98", "99"};

bool begins_a_record(std::string_view text) {
  return text.size() > 2 && text[2] == ',' &&
         std::find(record_codes.begin(), record_codes.end(), text.substr(0, 2)) !=
             record_codes.end();
}

/// The length of every physical record, which the sixth field of the header may state.
std::size_t stated_length(std::string_view text) {
  const auto fields = split(text.substr(0, text.find_first_of("/\r\n")), ',');
  constexpr std::size_t index = 6;
  constexpr std::size_t digits_max = 5;
  if (fields.size() <= index) return 0;
  const std::string_view digits = trimmed(fields[index]);
  if (digits.size() > digits_max) return 0;
  std::size_t length = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    length = length * 10 + static_cast<std::size_t>(c - '0');
  }
  return length;
}

/// Cuts a line that holds several records of a fixed length.
void cut_by_length(const Bai2Line& line, std::size_t length, std::vector<Bai2Line>& out) {
  for (std::size_t at = 0; at < line.raw.size(); at += length) {
    out.push_back({line.raw.substr(at, length), line.line});
  }
}

/// Whether a record begins here, and no text that looks like the code of one: an entry has a type
/// of three digits behind its code.
bool begins_another_record(std::string_view text) {
  if (!begins_a_record(text)) return false;
  if (!text.starts_with("16,")) return true;
  return text.size() > 6 && is_digit(text[3]) && is_digit(text[4]) && is_digit(text[5]) &&
         text[6] == ',';
}

/// Cuts a line that holds several records, behind each slash before the code of a record.
void cut_by_slash(const Bai2Line& line, std::vector<Bai2Line>& out) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.raw.size(); ++at) {
    if (line.raw[at] != '/') continue;
    const std::size_t next = std::min(line.raw.find_first_not_of(" \t", at + 1), line.raw.size());
    if (!begins_another_record(line.raw.substr(next))) continue;
    out.push_back({line.raw.substr(begin, at + 1 - begin), line.line});
    begin = next;
  }
  out.push_back({line.raw.substr(begin), line.line});
}

std::vector<Bai2Line> lines_of(std::string_view text) {
  const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<Bai2Line> lines;
  std::uint64_t number = 0;
  for (std::string_view line : split(text, end)) {
    ++number;
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (!trimmed(line).empty()) lines.push_back({line, number});
  }
  return lines;
}

/// Whether line ends are no ends of records: on the line of the header, which has no text in which
/// a slash could stand, another record follows.
bool records_share_lines(const std::vector<Bai2Line>& lines) {
  if (lines.size() == 1) return true;
  std::vector<Bai2Line> first;
  if (!lines.empty()) cut_by_slash(lines.front(), first);
  return first.size() > 1;
}

std::vector<Bai2Line> physical_lines(std::string_view text, std::vector<std::string>& notes) {
  const std::vector<Bai2Line> lines = lines_of(text);
  const std::size_t length = lines.empty() ? 0 : stated_length(lines.front().raw);
  const bool fixed = length > 0 && std::all_of(lines.begin(), lines.end(), [&](const auto& line) {
                       return line.raw.size() <= length || begins_a_record(line.raw.substr(length));
                     });
  const bool shared = records_share_lines(lines);
  std::vector<Bai2Line> cut;
  for (const Bai2Line& line : lines) {
    if (fixed && line.raw.size() > length) {
      cut_by_length(line, length, cut);
    } else if (shared) {
      cut_by_slash(line, cut);
    } else {
      cut.push_back(line);
    }
  }
  // Blanks fill a record of a fixed length up to its end.
  for (Bai2Line& line : cut) {
    if (length == 0 || line.raw.size() != length) continue;
    line.raw = line.raw.substr(0, line.raw.find_last_not_of(" \t") + 1);
  }
  cut.erase(std::remove_if(cut.begin(), cut.end(),
                           [](const Bai2Line& line) { return trimmed(line.raw).empty(); }),
            cut.end());
  if (cut.size() > lines.size()) {
    notes.push_back("several records stand on one line; they were parted " +
                    (fixed ? "every " + std::to_string(length) + " characters, as the header says"
                           : std::string("behind the slashes that end them")));
  }
  return cut;
}

/// What stands behind the code, without the slash that ends the record and blanks behind it.
std::string_view content_of(std::string_view raw) {
  raw.remove_prefix(std::min<std::size_t>(raw.size(), 3));
  const std::size_t last = raw.find_last_not_of(" \t");
  if (last != std::string_view::npos && raw[last] == '/') return raw.substr(0, last);
  return raw;
}

}  // namespace

std::string Bai2Record::text() const {
  std::string all;
  for (const Bai2Line& one : lines) {
    if (!all.empty()) all += '\n';
    all += one.raw;
  }
  return all;
}

std::string Bai2Record::text_from(std::size_t index) const {
  std::string all;
  for (std::size_t i = index; i < fields.size(); ++i) {
    if (i > index) {
      const bool on_a_new_line =
          std::find(line_starts.begin(), line_starts.end(), i) != line_starts.end();
      all += on_a_new_line ? '\n' : ',';
    }
    all += fields[i];
  }
  if (all.starts_with('\n')) all.erase(0, 1);
  return all;
}

Bai2Records bai2_records(std::string_view text) {
  Bai2Records read;
  for (const Bai2Line& line : physical_lines(text, read.notes)) {
    const std::string_view raw = line.raw.substr(line.raw.find_first_not_of(" \t"));
    const std::string_view code = trimmed(raw.substr(0, raw.find_first_of(",/")));
    const bool continues = code == "88" && !read.records.empty();
    if (!continues) read.records.push_back({code, {}, {}, {}});
    Bai2Record& record = read.records.back();
    record.lines.push_back(line);
    record.line_starts.push_back(record.fields.size());
    const auto fields = split(content_of(raw), ',');
    record.fields.insert(record.fields.end(), fields.begin(), fields.end());
  }
  return read;
}

}  // namespace recoup
