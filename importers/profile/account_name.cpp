#include "profile/account_name.hpp"

#include <algorithm>

#include "profile/amount.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The digits of `text`, or nothing where anything but digits, blanks and hyphens stands in it.
std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != ' ' && c != '-') {
      return "";
    }
  }
  return digits;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// An IBAN has a country, two digits and 11 to 30 letters or digits behind (ISO 13616).
bool is_iban(std::string_view text) {
  if (text.size() < 15 || text.size() > 34) return false;
  if (!is_capital(text[0]) || !is_capital(text[1])) return false;
  if (!is_digit(text[2]) || !is_digit(text[3])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_capital(c); });
}

}  // namespace

std::string profile_sort_code(std::string_view written) {
  const std::string digits = digits_of(written);
  if (digits.size() != 6) return std::string(bare(written));
  return digits.substr(0, 2) + "-" + digits.substr(2, 2) + "-" + digits.substr(4, 2);
}

std::string profile_account(std::string_view written, bool uk) {
  const std::string_view name = bare(written);
  const std::string digits = digits_of(name);
  if (uk && digits.size() == 14) {
    return profile_sort_code(digits.substr(0, 6)) + " " + digits.substr(6);
  }
  std::string dense;
  std::copy_if(name.begin(), name.end(), std::back_inserter(dense),
               [](char c) { return c != ' '; });
  return is_iban(dense) ? dense : std::string(name);
}

bool is_masked(std::string_view account) {
  return account.find('*') != std::string_view::npos ||
         ascii_lower(account).find("xxx") != std::string::npos;
}

std::string unnamed_account(const Document& document) {
  return "unnamed account " + document.digest.short_text();
}

}  // namespace recoup
