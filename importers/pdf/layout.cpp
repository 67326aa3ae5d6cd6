#include "pdf/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace recoup {
namespace {

constexpr std::array<PdfLabel, 7> heads = {
    PdfLabel::date,     PdfLabel::description, PdfLabel::code,   PdfLabel::money_out,
    PdfLabel::money_in, PdfLabel::amount,      PdfLabel::balance};

/// Half an inch: how far an amount may stand from being in line with its head.
constexpr std::int64_t farthest = 3600;

std::int64_t apart(std::int64_t one, std::int64_t other) {
  return one < other ? other - one : one - other;
}

std::int64_t out_of_line(const PdfBox& head, const PdfBox& word) {
  return std::min({apart(head.left, word.left), apart(head.right, word.right),
                   apart(head.left + head.right, word.left + word.right) / 2});
}

/// Heads on one line of words, or nothing.
std::optional<PdfHeader> heads_of(const std::vector<PdfPlainWord>& plain,
                                  const PdfProfile& profile) {
  PdfHeader header;
  std::size_t strange = 0;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t longest = 0;
    PdfLabel label = PdfLabel::date;
    for (const PdfLabel one : heads) {
      const bool again = one != PdfLabel::description && header.has(one);
      const std::size_t length = again ? 0 : pdf_phrase_at(plain, at, profile.of(one));
      if (length > longest) {
        longest = length;
        label = one;
      }
    }
    if (longest == 0) {
      ++strange;
      ++at;
      continue;
    }
    PdfColumn column{label, plain[at].box};
    for (std::size_t i = at + 1; i < at + longest; ++i) column.box.add(plain[i].box);
    header.columns.push_back(column);
    at += longest;
  }
  const bool both = header.has(PdfLabel::money_out) && header.has(PdfLabel::money_in);
  const bool one = header.has(PdfLabel::amount);
  constexpr std::size_t strange_max = 2;
  if (!header.has(PdfLabel::date) || both == one || strange > strange_max) return std::nullopt;
  return header;
}

/// Words of a line that stand close together, as one.
std::vector<PdfWord> groups_of(const PdfLine& line) {
  std::vector<PdfWord> groups;
  for (const PdfWord& word : line.words) {
    const bool close =
        !groups.empty() && (word.box.left - groups.back().box.right) * 2 <= word.box.height();
    if (!close) {
      groups.push_back(word);
      continue;
    }
    groups.back().text += " " + word.text;
    groups.back().box.add(word.box);
  }
  return groups;
}

/// Two lines of heads as one: what stands below a word comes behind it.
std::vector<PdfWord> stacked(const PdfLine& upper, const PdfLine& lower) {
  std::vector<PdfWord> groups = groups_of(upper);
  for (PdfWord& below : groups_of(lower)) {
    const auto above = std::find_if(groups.begin(), groups.end(), [&](const PdfWord& group) {
      return group.box.left <= below.box.right && below.box.left <= group.box.right;
    });
    if (above == groups.end()) {
      groups.push_back(std::move(below));
    } else {
      above->text += " " + below.text;
      above->box.add(below.box);
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [](const PdfWord& one, const PdfWord& other) {
    return one.box.left < other.box.left;
  });
  std::vector<PdfWord> words;
  for (const PdfWord& group : groups) {
    for (const auto& phrase : parse_pdf_phrases(group.text)) {
      for (const std::string& word : phrase) words.push_back({group.page, group.box, word});
    }
  }
  return words;
}

}  // namespace

bool PdfColumn::holds_amounts() const {
  return label == PdfLabel::money_out || label == PdfLabel::money_in || label == PdfLabel::amount ||
         label == PdfLabel::balance;
}

bool PdfHeader::has(PdfLabel label) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const PdfColumn& column) { return column.label == label; });
}

std::optional<PdfHeader> pdf_header_at(const std::vector<PdfLine>& lines, std::size_t at,
                                       const PdfProfile& profile) {
  if (auto header = heads_of(lines[at].plain, profile)) return header;
  if (at + 1 >= lines.size() || lines[at + 1].page != lines[at].page) return std::nullopt;
  const std::int64_t between = lines[at + 1].box.top - lines[at].box.bottom;
  if (between > lines[at].box.height()) return std::nullopt;
  auto header = heads_of(pdf_plain_words(stacked(lines[at], lines[at + 1])), profile);
  if (header) header->lines = 2;
  return header;
}

std::optional<std::size_t> pdf_column_of(const PdfHeader& header, const PdfBox& word) {
  std::optional<std::size_t> nearest;
  std::int64_t least = farthest + 1;
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    if (!header.columns[i].holds_amounts()) continue;
    const std::int64_t distance = out_of_line(header.columns[i].box, word);
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

}  // namespace recoup
