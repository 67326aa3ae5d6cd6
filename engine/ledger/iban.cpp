#include "recoup/ledger/iban.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t length_min = 15;
constexpr std::size_t length_max = 34;
/// A shorter number would be met by chance.
constexpr std::ptrdiff_t domestic_digits_min = 8;

/// How a country lays the domestic part out, as far as its people write bank and account apart.
struct DomesticLayout {
  std::string_view country;
  std::size_t length = 0;        ///< Of the whole IBAN.
  std::size_t bank_from = 0;     ///< Where in the domestic part the bank's code begins ...
  std::size_t bank_length = 0;   ///< ... 0 where only the whole is written.
  std::size_t account_from = 0;  ///< The account's number goes on to the end.
};

constexpr std::array<DomesticLayout, 20> layouts = {{
    {"AT", 20, 0, 5, 5}, {"BE", 16, 0, 0, 0},  {"CH", 21, 0, 5, 5}, {"CZ", 24, 0, 0, 0},
    {"DE", 22, 0, 8, 8}, {"DK", 18, 0, 4, 4},  {"ES", 24, 0, 0, 0}, {"FI", 18, 0, 0, 0},
    {"FR", 27, 0, 0, 0}, {"GB", 22, 4, 6, 10}, {"GI", 23, 0, 0, 0}, {"IE", 22, 4, 6, 10},
    {"IT", 27, 0, 0, 0}, {"LU", 20, 0, 0, 0},  {"MT", 31, 0, 0, 0}, {"NL", 18, 0, 0, 4},
    {"NO", 15, 0, 0, 0}, {"PL", 28, 0, 0, 0},  {"PT", 25, 0, 0, 0}, {"SE", 24, 0, 3, 3},
}};

const DomesticLayout* layout_of(std::string_view country) {
  const auto at = std::find_if(layouts.begin(), layouts.end(), [&](const DomesticLayout& layout) {
    return layout.country == country;
  });
  return at == layouts.end() ? nullptr : &*at;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

/// Letters count as 10 to 35; the country and check digits stand behind the rest.
unsigned remainder_of_97(std::string_view text) {
  unsigned remainder = 0;
  const auto add = [&](char c) {
    remainder = is_digit(c) ? (remainder * 10 + static_cast<unsigned>(c - '0')) % 97
                            : (remainder * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
  };
  for (const char c : text.substr(4)) add(c);
  for (const char c : text.substr(0, 4)) add(c);
  return remainder;
}

std::string without_leading_zeros(std::string_view number) {
  const std::size_t first = number.find_first_not_of('0');
  return first == std::string_view::npos ? std::string() : std::string(number.substr(first));
}

}  // namespace

std::optional<Iban> parse_iban(std::string_view text) {
  if (text.size() < length_min) return std::nullopt;
  const std::string plain = compact(text);
  if (plain.size() < length_min || plain.size() > length_max) return std::nullopt;
  if (!is_capital(plain[0]) || !is_capital(plain[1]) || !is_digit(plain[2]) ||
      !is_digit(plain[3]) || !std::all_of(plain.begin(), plain.end(), [](char c) {
        return is_digit(c) || is_capital(c);
      })) {
    return std::nullopt;
  }
  const DomesticLayout* const layout = layout_of(std::string_view(plain).substr(0, 2));
  if (layout != nullptr && layout->length != plain.size()) return std::nullopt;
  if (remainder_of_97(plain) != 1) return std::nullopt;
  return Iban{plain.substr(0, 2), plain.substr(4)};
}

std::vector<std::string> domestic_keys(const Iban& iban) {
  std::vector<std::string> keys = {iban.bban};
  const DomesticLayout* const layout = layout_of(iban.country);
  if (layout != nullptr && layout->account_from > 0) {
    const std::string bank = iban.bban.substr(layout->bank_from, layout->bank_length);
    const std::string account = iban.bban.substr(layout->account_from);
    keys.push_back(bank + account);
    keys.push_back(bank + without_leading_zeros(account));
  }
  std::erase_if(keys, [](const std::string& key) {
    return std::count_if(key.begin(), key.end(), is_digit) < domestic_digits_min;
  });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace recoup
