#include "profile/amount.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view hard_blank = "\xC2\xA0";
constexpr std::string_view narrow_blank = "\xE2\x80\xAF";
constexpr std::string_view minus_sign = "\xE2\x88\x92";
constexpr std::string_view right_quote = "\xE2\x80\x99";

struct CurrencyMark {
  std::string_view mark;
  std::string_view codes;  ///< Between blanks.
};

/// What banks write for a currency beside its code.
constexpr std::array<CurrencyMark, 14> currency_marks = {{
    {"\xC2\xA3", " GBP GIP FKP SHP "},
    {"\xE2\x82\xAC", " EUR "},
    {"R$", " BRL "},
    {"S$", " SGD "},
    {"A$", " AUD "},
    {"US$", " USD "},
    {"$", " USD AUD CAD NZD SGD HKD MXN COP CLP ARS "},
    {"\xC2\xA5", " JPY CNY "},
    {"kr.", " DKK NOK SEK ISK "},
    {"kr", " DKK NOK SEK ISK "},
    {"z\xC5\x82", " PLN "},
    {"K\xC4\x8D", " CZK "},
    {"Ft", " HUF "},
    {"Fr.", " CHF "},
}};

bool take_front(std::string_view& text, std::string_view front) {
  if (front.empty() || !text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  text = bare(text);
  return true;
}

bool take_back(std::string_view& text, std::string_view back) {
  if (back.empty() || !text.ends_with(back)) return false;
  text.remove_suffix(back.size());
  text = bare(text);
  return true;
}

/// Takes signs and the currency off both ends of an amount.
class AmountEnds {
 public:
  AmountEnds(std::string_view text, Currency currency) : rest_(bare(text)), currency_(currency) {}

  /// False where there is more than one sign or currency.
  bool take() {
    while (take_one()) {
    }
    return signs_ <= 1 && currencies_ <= 1;
  }

  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  bool take_one() {
    for (const std::string_view minus : {std::string_view("-"), minus_sign}) {
      if (take_front(rest_, minus) || take_back(rest_, minus)) return signed_as(true);
    }
    if (take_front(rest_, "+") || take_back(rest_, "+")) return signed_as(false);
    if (rest_.size() > 2 && rest_.front() == '(' && rest_.back() == ')') {
      rest_ = bare(rest_.substr(1, rest_.size() - 2));
      return signed_as(true);
    }
    return take_words() || take_currency();
  }

  bool take_words() {
    if (rest_.size() < 3) return false;
    const std::string back = ascii_lower(rest_.substr(rest_.size() - 2));
    if (back != "cr" && back != "dr") return false;
    rest_ = bare(rest_.substr(0, rest_.size() - 2));
    return signed_as(back == "dr");
  }

  bool take_currency() {
    const std::string code(currency_.code());
    if (take_front(rest_, code) || take_back(rest_, code)) return ++currencies_ > 0;
    for (const CurrencyMark& known : currency_marks) {
      if (known.codes.find(" " + code + " ") == std::string_view::npos) continue;
      if (take_front(rest_, known.mark) || take_back(rest_, known.mark)) return ++currencies_ > 0;
    }
    return false;
  }

  bool signed_as(bool negative) {
    negative_ = negative;
    return ++signs_ > 0;
  }

  std::string_view rest_;
  Currency currency_;
  bool negative_ = false;
  int signs_ = 0;
  int currencies_ = 0;
};

/// The separator of groups that `text` begins with, or nothing.
std::string_view separator_at(std::string_view text, char other_mark) {
  for (const std::string_view separator :
       {std::string_view(" "), hard_blank, narrow_blank, std::string_view("'"), right_quote}) {
    if (text.starts_with(separator)) return separator;
  }
  return !text.empty() && text.front() == other_mark ? text.substr(0, 1) : std::string_view();
}

/// The digits of a whole number, in groups of three or in none.
std::optional<std::string> ungrouped(std::string_view whole, char other_mark) {
  std::string digits;
  std::string_view separator;
  std::size_t in_group = 0;
  while (!whole.empty()) {
    if (is_digit(whole.front())) {
      digits += whole.front();
      ++in_group;
      whole.remove_prefix(1);
      continue;
    }
    const std::string_view here = separator_at(whole, other_mark);
    const bool first = separator.empty();
    const bool full = first ? in_group >= 1 && in_group <= 3 : in_group == 3;
    if (here.empty() || !full || (!first && here != separator)) return std::nullopt;
    separator = here;
    in_group = 0;
    whole.remove_prefix(here.size());
  }
  if (!separator.empty() && in_group != 3) return std::nullopt;
  return digits;
}

bool only_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Without zeros that no currency has: "12.3400" is 12.34.
std::string_view without_spare_zeros(std::string_view decimals, std::size_t wanted) {
  if (decimals.size() < 4) return decimals;
  while (decimals.size() > wanted && decimals.back() == '0') decimals.remove_suffix(1);
  return decimals;
}

/// An amount of few digits with nothing before it but a minus sign, nothing behind it and no
/// groups: most cells hold no more, and need none of the questions below.
std::optional<Money> read_simple(std::string_view cell, Currency currency, char point) {
  const bool negative = cell.starts_with('-');
  const std::string_view digits = cell.substr(negative ? 1 : 0);
  const std::size_t at = std::min(digits.find(point), digits.size());
  const std::string_view decimals = digits.substr(std::min(at + 1, digits.size()));
  const auto wanted = static_cast<std::size_t>(currency.decimals());
  constexpr std::size_t digits_of_64_bits = 18;
  const bool ends_in_mark = at < digits.size() && decimals.empty();
  if (at == 0 || ends_in_mark || decimals.size() > wanted || at + wanted > digits_of_64_bits) {
    return std::nullopt;
  }
  std::int64_t minor = 0;
  for (const std::string_view part : {digits.substr(0, at), decimals}) {
    for (const char c : part) {
      if (!is_digit(c)) return std::nullopt;
      minor = minor * 10 + (c - '0');
    }
  }
  for (std::size_t i = decimals.size(); i < wanted; ++i) minor *= 10;
  return Money(negative ? -minor : minor, currency);
}

Error no_amount(std::string_view cell, Currency currency, DecimalMark mark) {
  std::string expected = "an amount of " + std::string(currency.code());
  if (currency.decimals() == 0) {
    expected += " without decimals";
  } else {
    expected += " with at most " + std::to_string(currency.decimals()) + " decimals behind a " +
                (mark == DecimalMark::point ? "point" : "comma");
  }
  return Error{ErrorCode::malformed, quoted(cell), std::move(expected), {}};
}

}  // namespace

std::string_view bare(std::string_view text) {
  text = trimmed(text);
  while (text.starts_with(hard_blank)) text = trimmed(text.substr(hard_blank.size()));
  while (text.ends_with(hard_blank)) {
    text = trimmed(text.substr(0, text.size() - hard_blank.size()));
  }
  return text;
}

bool says_direction(std::string_view cell) {
  const std::string_view text = bare(cell);
  if (text.size() < 3) return false;
  const std::string back = ascii_lower(text.substr(text.size() - 2));
  return back == "cr" || back == "dr";
}

Result<Money> read_profile_amount(std::string_view cell, Currency currency, DecimalMark mark) {
  const char point = static_cast<char>(mark);
  if (const auto simple = read_simple(bare(cell), currency, point)) return *simple;
  AmountEnds ends(cell, currency);
  if (!ends.take()) return no_amount(cell, currency, mark);
  const std::size_t at = ends.rest().find(point);
  const auto whole = ungrouped(ends.rest().substr(0, at), mark == DecimalMark::point ? ',' : '.');
  std::string_view decimals;
  if (at != std::string_view::npos) decimals = ends.rest().substr(at + 1);
  const bool nothing = !whole || (whole->empty() && decimals.empty());
  const bool ends_in_mark = at != std::string_view::npos && decimals.empty();
  if (nothing || ends_in_mark || !only_digits(decimals)) return no_amount(cell, currency, mark);
  decimals = without_spare_zeros(decimals, static_cast<std::size_t>(currency.decimals()));
  if (decimals.size() > static_cast<std::size_t>(currency.decimals())) {
    return no_amount(cell, currency, mark);
  }
  std::string plain = ends.negative() ? "-" : "";
  plain += whole->empty() ? "0" : *whole;
  if (!decimals.empty()) plain += "." + std::string(decimals);
  return Money::parse_plain(plain, currency);
}

}  // namespace recoup
