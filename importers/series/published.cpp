#include "series/published.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::optional<unsigned> whole(std::string_view digits) {
  unsigned value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

bool is_positive_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view units = text.substr(0, point);
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  if (!all_digits(units)) return false;
  if (point != std::string_view::npos && !all_digits(text.substr(point + 1))) return false;
  return text.find_first_not_of("0.") != std::string_view::npos;
}

std::optional<unsigned> month_called(std::string_view name) {
  constexpr std::array<std::string_view, 12> names = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string wanted = ascii_lower(name);
  for (unsigned i = 0; i < names.size(); ++i) {
    if (wanted == names[i] || wanted == names[i].substr(0, 3)) return i + 1;
  }
  return std::nullopt;
}

std::optional<Date> parse_long_date(std::string_view text) {
  const auto words = split(text, ' ');
  if (words.size() != 3 || words[2].size() != 4 || words[0].size() > 2) return std::nullopt;
  const auto day = whole(words[0]);
  const auto month = month_called(words[1]);
  const auto year = whole(words[2]);
  if (!day || !month || !year) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

}  // namespace recoup
