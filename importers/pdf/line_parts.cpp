#include "pdf/line_parts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

namespace recoup {
namespace {

constexpr std::int64_t one_point = 100;

std::vector<std::string_view> texts_of(const std::vector<PdfWord>& words) {
  std::vector<std::string_view> texts;
  for (const PdfWord& word : words) texts.push_back(word.text);
  return texts;
}

/// Where the day's column begins and ends.
std::pair<std::int64_t, std::int64_t> span_of_days(const PdfHeader& header) {
  const auto date = std::find_if(header.columns.begin(), header.columns.end(),
                                 [](const auto& one) { return one.label == PdfLabel::date; });
  constexpr std::int64_t before_head = 15 * one_point;
  const bool last = date + 1 == header.columns.end();
  return {date->box.left - before_head,
          last ? std::numeric_limits<std::int64_t>::max() : (date + 1)->box.left - one_point};
}

std::optional<Money>& amount_under(PdfLabel label, PdfLineParts& parts) {
  switch (label) {
    case PdfLabel::money_out: return parts.money_out;
    case PdfLabel::money_in: return parts.money_in;
    case PdfLabel::amount: return parts.amount;
    default: return parts.balance;
  }
}

std::int64_t distance(const PdfBox& one, const PdfBox& other) {
  const std::int64_t apart = one.right - other.right;
  return apart < 0 ? -apart : apart;
}

/// The word under each amounts' column, by the column; the nearest where there are several.
std::map<std::size_t, std::size_t> amounts_of(const PdfHeader& header,
                                              const std::vector<PdfWord>& words,
                                              const PdfTableContext& context) {
  std::map<std::size_t, std::size_t> nearest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!read_pdf_amount(words[i].text, context.currency, context.profile.decimal_mark)) continue;
    const auto column = pdf_column_of(header, words[i].box);
    if (!column) continue;
    const auto [at, is_new] = nearest.try_emplace(*column, i);
    const PdfBox& head = header.columns[*column].box;
    if (!is_new && distance(head, words[i].box) <= distance(head, words[at->second].box)) {
      at->second = i;
    }
  }
  return nearest;
}

bool is_code(const PdfHeader& header, const PdfWord& word) {
  PdfLabel under = PdfLabel::description;
  for (const PdfColumn& column : header.columns) {
    if (column.box.left - 2 * one_point > word.box.left) break;
    under = column.label;
  }
  return under == PdfLabel::code;
}

/// "29/12": a day and a month whose year something else says. Only a column of days holds one:
/// elsewhere it is a page, or a fraction.
std::optional<PdfDay> day_and_month(const std::vector<std::string_view>& words,
                                    PdfDateOrder order) {
  if (words.empty() || std::count(words.front().begin(), words.front().end(), '/') != 1) {
    return std::nullopt;
  }
  const std::string in_a_leap_year = std::string(words.front()) + "/2000";
  auto day = read_pdf_day({in_a_leap_year}, order);
  if (!day) return std::nullopt;
  day->year.reset();
  return day;
}

/// The day in the year that brings it nearest to `near`, of the years from `first` to `last`.
std::optional<Date> nearest_to(const PdfDay& day, Date near, int first, int last) {
  std::optional<Date> best;
  std::chrono::days least = std::chrono::days::max();
  for (int candidate = first; candidate <= last; ++candidate) {
    const auto date = day.in(candidate);
    if (!date) continue;
    const std::chrono::days apart = *date < near ? near - *date : *date - near;
    if (apart >= least) continue;
    least = apart;
    best = date;
  }
  return best;
}

int year_of(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

}  // namespace

PdfLineParts pdf_parts_under(const PdfHeader& header, const PdfLine& line,
                             const PdfTableContext& context) {
  PdfLineParts parts;
  const auto [from, until] = span_of_days(header);
  std::vector<PdfWord> days;
  std::vector<PdfWord> rest;
  for (const PdfWord& word : line.words) {
    const bool under_date = word.box.left >= from && word.box.left < until;
    (under_date ? days : rest).push_back(word);
  }
  parts.day = read_pdf_day(texts_of(days), context.profile.date_order);
  if (!parts.day) parts.day = day_and_month(texts_of(days), context.profile.date_order);
  const std::size_t taken = parts.day ? parts.day->words : 0;
  parts.begins_left = days.size() > taken;
  rest.insert(rest.begin(), days.begin() + static_cast<std::ptrdiff_t>(taken), days.end());
  const auto amounts = amounts_of(header, rest, context);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const auto column = std::find_if(amounts.begin(), amounts.end(),
                                     [&](const auto& one) { return one.second == i; });
    if (column != amounts.end()) {
      const auto amount =
          read_pdf_amount(rest[i].text, context.currency, context.profile.decimal_mark);
      amount_under(header.columns[column->first].label, parts) = amount->held(context.profile.owed);
    } else if (is_code(header, rest[i])) {
      parts.code += (parts.code.empty() ? "" : " ") + rest[i].text;
    } else {
      parts.text.push_back(rest[i]);
    }
  }
  return parts;
}

PdfLineParts pdf_parts_in_order(const PdfLine& line, const PdfTableContext& context) {
  PdfLineParts parts;
  parts.day = read_pdf_day(texts_of(line.words), context.profile.date_order);
  const std::size_t taken = parts.day ? parts.day->words : 0;
  std::vector<Money> amounts;
  std::size_t end = line.words.size();
  constexpr std::size_t amounts_max = 2;
  while (end > taken && amounts.size() < amounts_max) {
    const auto amount =
        read_pdf_amount(line.words[end - 1].text, context.currency, context.profile.decimal_mark);
    if (!amount) break;
    amounts.push_back(amount->held(context.profile.owed));
    --end;
  }
  parts.text.assign(line.words.begin() + static_cast<std::ptrdiff_t>(taken),
                    line.words.begin() + static_cast<std::ptrdiff_t>(end));
  if (amounts.empty()) return parts;
  parts.amount = amounts.back();
  if (amounts.size() == amounts_max) parts.balance = amounts.front();
  return parts;
}

std::optional<Date> pdf_date_of(const PdfDay& day, const PdfIdentity& identity,
                                std::optional<Date> previous) {
  if (day.year) return day.in(*day.year);
  if (identity.from && identity.until) {
    const Date middle = *identity.from + (*identity.until - *identity.from) / 2;
    const Date near = previous.value_or(middle);
    return nearest_to(day, near, year_of(*identity.from), year_of(*identity.until));
  }
  if (previous) return nearest_to(day, *previous, year_of(*previous) - 1, year_of(*previous) + 1);
  if (!identity.dated) return std::nullopt;
  const int year = year_of(*identity.dated);
  const auto same_year = day.in(year);
  return same_year && *same_year <= *identity.dated ? same_year : day.in(year - 1);
}

}  // namespace recoup
