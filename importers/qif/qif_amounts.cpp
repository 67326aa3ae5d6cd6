#include "qif/qif_amounts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view marks = ".,";

DecimalMark mark_of(char c) { return c == ',' ? DecimalMark::comma : DecimalMark::point; }

/// What one amount alone shows; the sign of a currency may stand behind it.
std::optional<DecimalMark> mark_shown_by(std::string_view text) {
  const std::size_t digit = text.find_last_of("0123456789.,");
  text = text.substr(0, digit == std::string_view::npos ? 0 : digit + 1);
  const std::size_t last = text.find_last_of(marks);
  if (last == std::string_view::npos) return std::nullopt;
  const char mark = text[last];
  const char other = mark == '.' ? ',' : '.';
  const auto count = std::count(text.begin(), text.end(), mark);
  const bool has_other = text.find(other) != std::string_view::npos;
  if (count > 1) return has_other ? std::nullopt : std::optional(mark_of(other));
  constexpr std::size_t group = 3;
  if (has_other || text.size() - last - 1 != group) return mark_of(mark);
  return std::nullopt;
}

/// The amount without the sign of its currency, in front of the digits or behind them.
std::string without_currency_sign(std::string_view text, Currency currency) {
  struct Sign {
    std::string_view text;
    std::string_view codes;
  };
  constexpr std::array<Sign, 3> signs = {
      {{"\xC2\xA3", "GBP"}, {"\xE2\x82\xAC", "EUR"}, {"$", "USD CAD AUD NZD HKD SGD"}}};
  std::string written(text);
  for (const Sign& sign : signs) {
    const std::size_t at = written.find(sign.text);
    if (at == std::string::npos || sign.codes.find(currency.code()) == std::string_view::npos) {
      continue;
    }
    const std::size_t behind = at + sign.text.size();
    const bool in_front = written.find_first_not_of("+- ") == at;
    if (!in_front && behind != written.size()) continue;
    written.erase(at, sign.text.size());
    const std::string_view rest = trimmed(written);
    return std::string(rest);
  }
  return written;
}

}  // namespace

Result<std::optional<DecimalMark>> decide_qif_mark(const std::vector<QifAmountLine>& amounts,
                                                   std::vector<std::string>& notes) {
  std::optional<DecimalMark> mark;
  const QifAmountLine* decides = nullptr;
  const auto at_line = [](const QifAmountLine& amount) {
    return printable(quoted(trimmed(amount.text), 40)) + " on line " + std::to_string(amount.line);
  };
  for (const QifAmountLine& amount : amounts) {
    const auto shown = mark_shown_by(trimmed(amount.text));
    if (!shown) continue;
    if (mark && *mark != *shown) {
      return Error{ErrorCode::contradiction,
                   at_line(*decides) + ", and " + at_line(amount),
                   "amounts with one decimal mark in one document",
                   {"", amount.line, "T"}};
    }
    if (mark) continue;
    mark = shown;
    decides = &amount;
  }
  if (mark) {
    notes.push_back(std::string("decimals stand behind a ") +
                    (*mark == DecimalMark::comma ? "comma" : "point") + ": " + at_line(*decides) +
                    " can be read in no other way");
  }
  return mark;
}

Result<Money> read_qif_amount(std::string_view text, Currency currency,
                              std::optional<DecimalMark> mark) {
  const bool has_mark = text.find_first_of(marks) != std::string_view::npos;
  if (has_mark && !mark) {
    return Error{ErrorCode::malformed,
                 quoted(text),
                 "an amount whose decimal mark this or another amount of the document shows",
                 {}};
  }
  std::string written = without_currency_sign(text, currency);
  const std::size_t first = written.find_first_not_of("+-");
  if (mark && first <= 1 && written[first] == static_cast<char>(*mark)) {
    written.insert(first, 1, '0');
  }
  auto money = Money::parse(written, currency, mark.value_or(DecimalMark::point));
  if (money) return money;
  Error error = std::move(money).error();
  error.found = quoted(text);
  return error;
}

}  // namespace recoup
