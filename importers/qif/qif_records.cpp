#include "qif/qif_records.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {

const QifField* QifRecord::field(char letter) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const QifField& one) { return one.letter == letter; });
  return found == fields.end() ? nullptr : &*found;
}

std::string_view QifRecord::value(char letter) const {
  const QifField* const found = field(letter);
  return found == nullptr ? std::string_view() : trimmed(found->value);
}

std::string QifRecord::text() const {
  std::string all;
  for (const QifField& one : fields) {
    if (!all.empty()) all += '\n';
    all += one.letter;
    all += one.value;
  }
  if (closed) all += "\n^";
  return all;
}

QifSectionKind qif_section_kind(std::string_view header) {
  constexpr std::array<std::pair<std::string_view, QifSectionKind>, 16> known = {{
      {"bank", QifSectionKind::entries},
      {"cash", QifSectionKind::entries},
      {"ccard", QifSectionKind::entries},
      {"oth a", QifSectionKind::entries},
      {"oth l", QifSectionKind::entries},
      {"invst", QifSectionKind::investments},
      {"port", QifSectionKind::investments},
      {"cat", QifSectionKind::lists},
      {"class", QifSectionKind::lists},
      {"memorized", QifSectionKind::lists},
      {"prices", QifSectionKind::lists},
      {"security", QifSectionKind::lists},
      {"budget", QifSectionKind::lists},
      {"tag", QifSectionKind::lists},
      {"tax", QifSectionKind::lists},
      {"template", QifSectionKind::lists},
  }};
  const std::string lower = ascii_lower(trimmed(header));
  if (lower.starts_with("!account")) return QifSectionKind::accounts;
  if (lower.starts_with("!option:") || lower.starts_with("!clear:")) return QifSectionKind::option;
  constexpr std::string_view type = "!type:";
  if (!lower.starts_with(type)) return QifSectionKind::unknown;
  const std::string_view name = trimmed(std::string_view(lower).substr(type.size()));
  const auto* const found =
      std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == name; });
  return found == known.end() ? QifSectionKind::unknown : found->second;
}

std::vector<QifSection> qif_sections(std::string_view text) {
  const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  std::vector<QifSection> sections;
  std::uint64_t number = 0;
  bool open = false;
  for (std::string_view line : split(text, end)) {
    ++number;
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty()) continue;
    line.remove_prefix(line.find_first_not_of(" \t"));
    if (line.front() == '!') {
      if (open) sections.back().records.back().closed = false;
      open = false;
      sections.push_back({qif_section_kind(line), line, number, {}});
      continue;
    }
    if (line.front() == '^') {
      open = false;
      continue;
    }
    if (sections.empty()) sections.push_back({QifSectionKind::unknown, "", number, {}});
    std::vector<QifRecord>& records = sections.back().records;
    if (!open) records.push_back({});
    open = true;
    records.back().fields.push_back({line.front(), line.substr(1), number});
  }
  if (open) sections.back().records.back().closed = false;
  return sections;
}

}  // namespace recoup
