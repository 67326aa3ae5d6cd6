#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "recoup/base/text.hpp"
#include "recoup/records/subject.hpp"

namespace recoup {
namespace {

/// Blanks and dashes beyond ASCII that people and spreadsheets put into numbers.
constexpr std::array<std::string_view, 14> wide_marks = {
    "\xC2\xA0",     "\xC2\xAD",     "\xC2\xB7",     "\xE2\x80\x87", "\xE2\x80\x89",
    "\xE2\x80\xAF", "\xE2\x80\x8B", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
    "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xEF\xBB\xBF"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_mark(char c) {
  constexpr std::string_view marks = " \t-_./\\,:;()[]'\"#*";
  return marks.find(c) != std::string_view::npos;
}

std::size_t wide_mark_at(std::string_view text) {
  for (const std::string_view mark : wide_marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Letters and digits alone, in capitals; nothing where something else than marks is between them.
std::optional<std::string> bare(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t wide = wide_mark_at(text);
    if (wide == 0 && !is_mark(c)) {
      if (!is_letter(c) && !is_digit(c)) return std::nullopt;
      out += capital(c);
    }
    text.remove_prefix(wide == 0 ? 1 : wide);
  }
  return out;
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

bool all_digits(std::string_view text) { return !text.empty() && digits_in(text) == text.size(); }

Error refuse(std::string_view found, std::string expected) {
  return Error{ErrorCode::malformed, quoted(found), std::move(expected), {}};
}

Result<std::string> plate_key(std::string_view number) {
  constexpr std::size_t length_max = 12;
  const auto key = bare(number);
  if (!key || key->size() < 2 || key->size() > length_max || digits_in(*key) == 0) {
    return refuse(number, "a number plate of two to twelve letters and digits");
  }
  return *key;
}

/// "+44 (0)7700 …" is how many write it: the nought in brackets is dialled at home only.
std::string without_home_nought(std::string_view text) {
  constexpr std::string_view nought = "(0)";
  const std::size_t at = text.find(nought);
  if (at == std::string_view::npos) return std::string(text);
  return std::string(text.substr(0, at)) + std::string(text.substr(at + nought.size()));
}

Result<std::string> phone_key(std::string_view number) {
  constexpr std::size_t digits_min = 7;
  constexpr std::size_t digits_max = 15;
  const std::string_view text = trimmed(number);
  const bool has_plus = text.starts_with("+");
  auto key = bare(without_home_nought(has_plus ? text.substr(1) : text));
  const auto fault = [&] {
    return refuse(number, "a telephone number that begins with 0 or with + and the country");
  };
  if (!key || !all_digits(*key)) return fault();
  const bool has_country = has_plus || key->starts_with("00");
  if (!has_plus && has_country) key->erase(0, 2);
  if (!has_country) {
    if (!key->starts_with("0")) return fault();
    key->replace(0, 1, "44");
  }
  // No number within the United Kingdom begins with a nought behind the country.
  if (key->starts_with("440")) key->erase(2, 1);
  if (key->size() < digits_min || key->size() > digits_max) return fault();
  return "+" + *key;
}

Result<std::string> company_key(std::string_view number) {
  constexpr std::size_t register_length = 8;
  constexpr std::size_t length_max = 20;
  auto key = bare(number);
  if (!key || key->size() < 2 || key->size() > length_max || digits_in(*key) == 0) {
    return refuse(number, "the company's number at its register, without its name");
  }
  const std::size_t letters = all_digits(*key) ? 0 : 2;
  const bool is_of_the_register =
      letters == 0 || (key->size() > 2 && is_letter((*key)[0]) && is_letter((*key)[1]) &&
                       all_digits(std::string_view(*key).substr(2)));
  if (is_of_the_register && key->size() < register_length) {
    key->insert(letters, register_length - key->size(), '0');
  }
  return *key;
}

Result<std::string> account_number_key(std::string_view number) {
  constexpr std::size_t digits_min = 6;
  constexpr std::size_t length_max = 64;
  auto key = bare(number);
  if (!key || digits_in(*key) < digits_min || key->size() > length_max) {
    return refuse(number, "an IBAN, or a sort code and an account number");
  }
  return *key;
}

Result<std::string> property_key(std::string_view number) {
  constexpr std::size_t digits_max = 12;
  auto key = bare(number);
  if (!key || !all_digits(*key) || key->size() > digits_max) {
    return refuse(number, "a unique property reference number of at most twelve digits");
  }
  key->erase(0, std::min(key->find_first_not_of('0'), key->size() - 1));
  return *key;
}

Result<std::string> person_key(std::string_view number) {
  constexpr std::size_t length_min = 4;
  constexpr std::size_t length_max = 40;
  const auto key = bare(number);
  if (!key || key->size() < length_min || key->size() > length_max || digits_in(*key) == 0) {
    return refuse(number, "a number by which one person is known, such as \"PNC 25/100001A\"");
  }
  return *key;
}

/// The words of a text in capitals, without marks, by the parts between its commas.
std::vector<std::vector<std::string>> parts_of(std::string_view address) {
  std::vector<std::vector<std::string>> parts(1);
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) parts.back().push_back(std::move(word));
    word.clear();
  };
  while (!address.empty()) {
    const char c = address.front();
    const std::size_t wide = wide_mark_at(address);
    if (wide == 0 && c != '\'' && c != '.' && (is_mark(c) || c == '\n' || c == '\r')) end_word();
    if (wide > 0) end_word();
    if (wide == 0 && !is_mark(c) && c != '\n' && c != '\r') word += capital(c);
    const bool ends_part = c == ',' || c == ';' || c == '\n';
    if (ends_part && !parts.back().empty()) parts.emplace_back();
    address.remove_prefix(wide == 0 ? 1 : wide);
  }
  end_word();
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  return parts;
}

bool is_outward(std::string_view word) {
  return word.size() >= 2 && word.size() <= 4 && is_letter(word[0]) && digits_in(word) > 0;
}

bool is_inward(std::string_view word) {
  return word.size() == 3 && is_digit(word[0]) && is_letter(word[1]) && is_letter(word[2]);
}

/// Whether the words end in a postcode; written in one, it is parted.
bool part_postcode(std::vector<std::string>& words) {
  if (words.empty()) return false;
  const std::string last = words.back();
  if (words.size() > 1 && is_inward(last) && is_outward(words[words.size() - 2])) return true;
  if (last.size() < 5 || last.size() > 7) return false;
  const std::string outward = last.substr(0, last.size() - 3);
  const std::string inward = last.substr(last.size() - 3);
  if (!is_inward(inward) || !is_outward(outward)) return false;
  words.back() = outward;
  words.push_back(inward);
  return true;
}

}  // namespace

Result<std::string> subject_number_key(SubjectKind kind, std::string_view number) {
  switch (kind) {
    case SubjectKind::person: return person_key(number);
    case SubjectKind::company: return company_key(number);
    case SubjectKind::vehicle: return plate_key(number);
    case SubjectKind::premises: return property_key(number);
    case SubjectKind::phone: return phone_key(number);
    case SubjectKind::account: return account_number_key(number);
  }
  return refuse(number, "a number of a known kind");
}

std::optional<std::string> address_key(std::string_view address) {
  constexpr std::size_t street_words_min = 3;  // "14", "Tannery", "Row"
  const auto parts = parts_of(address);
  std::vector<std::string> words;
  for (const auto& part : parts) words.insert(words.end(), part.begin(), part.end());
  const auto has_digit = [](const std::string& word) { return digits_in(word) > 0; };
  const std::vector<std::string>& town = parts.back();
  const bool ends_in_a_town = parts.size() > 1 &&
                              std::none_of(town.begin(), town.end(), has_digit) &&
                              words.size() >= street_words_min + town.size() &&
                              std::any_of(words.begin(), words.end(), has_digit);
  const bool is_full = part_postcode(words) ? words.size() > street_words_min : ends_in_a_town;
  if (!is_full) return std::nullopt;
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

}  // namespace recoup
