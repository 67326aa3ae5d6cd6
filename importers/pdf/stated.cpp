#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "pdf/identity.hpp"

namespace recoup {
namespace {

constexpr std::array<PdfLabel, 5> labels = {PdfLabel::opening, PdfLabel::closing,
                                            PdfLabel::balance_on, PdfLabel::total_in,
                                            PdfLabel::total_out};

struct Found {
  PdfLabel label;
  std::size_t words = 0;
};

std::optional<Found> label_at(const std::vector<PdfPlainWord>& plain, std::size_t at,
                              const PdfProfile& profile) {
  std::optional<Found> found;
  for (const PdfLabel label : labels) {
    const std::size_t length = pdf_phrase_at(plain, at, profile.of(label));
    if (length > 0 && (!found || length > found->words)) found = Found{label, length};
  }
  return found;
}

/// The labels and the amounts of a line, each in its order.
struct Parts {
  std::vector<std::pair<PdfLabel, std::optional<PdfDay>>> labels;
  std::vector<Money> amounts;
  std::vector<PdfStated> together;  ///< Labels that have their amount behind them.
};

Parts parts_of(const PdfLine& line, const PdfProfile& profile, Currency currency) {
  Parts parts;
  const std::vector<PdfPlainWord>& plain = line.plain;
  bool open = false;
  std::size_t skipped = 0;  // a sentence that begins with a label is not one
  constexpr std::size_t skipped_max = 3;
  for (std::size_t at = 0; at < plain.size();) {
    if (const auto found = label_at(plain, at, profile)) {
      parts.labels.emplace_back(found->label, std::nullopt);
      open = true;
      skipped = 0;
      at += found->words;
      continue;
    }
    std::vector<std::string_view> rest;
    for (std::size_t i = at; i < plain.size() && i < at + 4; ++i) rest.push_back(plain[i].text);
    if (const auto day = read_pdf_day(rest, profile.date_order)) {
      if (open) parts.labels.back().second = day;
      at += day->words;
      continue;
    }
    const std::string_view printed = line.words[plain[at].behind - 1].text;
    if (const auto amount = read_pdf_amount(printed, currency, profile.decimal_mark)) {
      parts.amounts.push_back(amount->held(profile.owed));
      if (open) {
        parts.together.push_back({parts.labels.back().first, amount->held(profile.owed),
                                  parts.labels.back().second, line.number});
      }
      open = false;
    } else if (++skipped > skipped_max) {
      open = false;
    }
    ++at;
  }
  return parts;
}

}  // namespace

std::vector<PdfStated> read_pdf_stated(const std::vector<PdfLine>& lines,
                                       const std::vector<bool>& free, const PdfProfile& profile,
                                       Currency currency) {
  std::vector<PdfStated> stated;
  std::optional<Parts> above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!free[i]) {
      above.reset();
      continue;
    }
    Parts parts = parts_of(lines[i], profile, currency);
    const bool boxes = above && above->amounts.empty() && parts.labels.empty() &&
                       !above->labels.empty() && above->labels.size() == parts.amounts.size();
    if (boxes) {
      for (std::size_t k = 0; k < parts.amounts.size(); ++k) {
        stated.push_back(
            {above->labels[k].first, parts.amounts[k], above->labels[k].second, lines[i].number});
      }
    }
    stated.insert(stated.end(), parts.together.begin(), parts.together.end());
    above = std::move(parts);
  }
  return stated;
}

}  // namespace recoup
