#include "mt940/narrative.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "mt940/code_words.hpp"
#include "mt940/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Calls `take(line)` for every line of the text.
template <typename Take>
void for_each_line(std::string_view text, const Take& take) {
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(line_end), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with('\r')) line.remove_suffix(1);
    take(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void add_line(std::string_view line, std::string& description) {
  if (!description.empty()) description += '\n';
  description += line;
}

/// The text without its line ends: they fall where a line was full, in the middle of words.
std::string joined(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for_each_line(text, [&](std::string_view part) { line += part; });
  return line;
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

/// The number behind the separator at `at`, or nothing where no subfield of a :86: begins.
std::optional<int> subfield_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || !is_digit(text[at + 1]) || !is_digit(text[at + 2])) {
    return std::nullopt;
  }
  const int number = two_digits(text.substr(at + 1));
  const bool known = number <= 10 || (number >= 20 && number <= 39) ||
                     (number >= 60 && number <= 79) || number == 99;
  return known ? std::optional(number) : std::nullopt;
}

constexpr std::string_view separators = "?<>~^|#$@*&!";

/// Where the first subfield begins, behind the three digits of the kind of entry or without them;
/// npos where the text has no subfields.
std::size_t subfields_begin(std::string_view text) {
  const std::size_t code = std::min(text.find_first_not_of(' '), text.size());
  if (code < text.size() && separators.find(text[code]) != std::string_view::npos) {
    const auto first = subfield_at(text, code);
    return first && (*first == 0 || *first == 10 || *first == 20) ? code : std::string_view::npos;
  }
  const std::size_t at = code + 3;
  if (text.size() <= at || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(code),
                                        text.begin() + static_cast<std::ptrdiff_t>(at), is_digit)) {
    return std::string_view::npos;
  }
  if (separators.find(text[at]) == std::string_view::npos || !subfield_at(text, at))
    return std::string_view::npos;
  return at;
}

/// The values of one structured :86:, each put together from its numbered pieces.
struct Subfields {
  std::string_view booking_text;  ///< ?00
  std::string purpose;            ///< ?20 to ?29, ?60 to ?63
  std::string_view bank;          ///< ?30
  std::string account;            ///< ?31
  std::string name;               ///< ?32, ?33
  std::string_view iban;          ///< ?38
  std::string others;             ///< Of no agreed meaning, each with its number.
};

void take_subfield(int number, std::string_view value, char separator, Subfields& fields) {
  if (number == 0) {
    fields.booking_text = value;
  } else if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63)) {
    fields.purpose += value;
  } else if (number == 30) {
    fields.bank = trimmed(value);
  } else if (number == 31) {
    fields.account += trimmed(value);
  } else if (number == 32 || number == 33) {
    fields.name += value;
  } else if (number == 38) {
    fields.iban = trimmed(value);
  } else if (number != 10 && number != 34) {
    ((fields.others += separator) += std::to_string(number)) += value;
  }
}

std::string account_of(const Subfields& fields) {
  if (!fields.iban.empty()) return std::string(fields.iban);
  if (fields.account.empty() || fields.bank.empty() || has_form_of_iban(fields.account)) {
    return fields.account;
  }
  // The same spelling as that of :25:.
  return std::string(fields.bank) + "/" + fields.account;
}

void set_once(std::string& member, std::string value) {
  if (member.empty()) member = std::move(value);
}

void add_structured(std::string_view text, std::size_t begin, Mt940Narrative& narrative) {
  const char separator = text[begin];
  Subfields fields;
  fields.purpose.reserve(text.size() - begin);
  std::size_t at = begin;
  while (at < text.size()) {
    const int number = two_digits(text.substr(at + 1));
    std::size_t end = text.find(separator, at + 3);
    while (end != std::string_view::npos && !subfield_at(text, end)) {
      end = text.find(separator, end + 1);
    }
    end = std::min(end, text.size());
    take_subfield(number, text.substr(at + 3, end - at - 3), separator, fields);
    at = end;
  }
  if (begin >= 3) narrative.details.push_back({"code", std::string(text.substr(begin - 3, 3))});
  for (const std::string_view words :
       {fields.booking_text, std::string_view(fields.purpose), std::string_view(fields.others)}) {
    if (!words.empty()) add_line(words, narrative.description);
  }
  set_once(narrative.counterparty_account, account_of(fields));
  set_once(narrative.counterparty_name, std::string(trimmed(fields.name)));
  add_plus_words(fields.purpose, narrative);
}

bool is_code_of_currency(std::string_view text) { return Currency::parse(text).has_value(); }

/// "EUR4,5" as "EUR 4.50"; nothing where it is no amount.
std::optional<std::string> stated_amount(std::string_view text) {
  constexpr std::size_t code_length = 3;
  if (!is_code_of_currency(text.substr(0, code_length))) return std::nullopt;
  const Currency currency = Currency::parse(text.substr(0, code_length)).value();
  const auto amount = parse_mt940_amount(text.substr(code_length), currency);
  if (!amount) return std::nullopt;
  return std::string(currency.code()) + " " + amount.value().plain();
}

/// The value behind "/WORD/" up to the next slash.
std::string_view slash_value(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  if (at == std::string_view::npos) return {};
  const std::string_view value = text.substr(at + word.size());
  return trimmed(value.substr(0, value.find_first_of("/\r\n")));
}

}  // namespace

void add_mt940_supplement(std::string_view lines, Mt940Narrative& narrative) {
  if (lines.empty()) return;
  for_each_line(lines, [&](std::string_view line) { add_line(line, narrative.description); });
  if (auto original = stated_amount(slash_value(lines, "/OCMT/"))) {
    narrative.details.push_back({"original_amount", *std::move(original)});
  }
  if (auto charge = stated_amount(slash_value(lines, "/CHGS/"))) {
    narrative.details.push_back({"charge", *std::move(charge)});
  }
  const std::string_view rate = slash_value(lines, "/EXCH/");
  if (!rate.empty()) narrative.details.push_back({"exchange_rate", std::string(rate)});
}

void add_mt940_words(std::string_view text, Mt940Narrative& narrative) {
  const std::size_t first = std::min(text.find_first_not_of(" \r\n"), text.size());
  constexpr std::size_t code_length = 3;
  const bool may_be_structured =
      text.size() > first &&
      (is_digit(text[first]) || separators.find(text[first]) != std::string_view::npos);
  if (may_be_structured) {
    const std::string line = joined(text);
    const std::size_t begin = subfields_begin(line);
    if (begin != std::string_view::npos) return add_structured(line, begin, narrative);
  } else if (text.size() > first + code_length && text[first] == '/') {
    const std::string line = joined(text);
    if (add_slash_words(line, narrative)) return add_line(line, narrative.description);
  }
  for_each_line(text, [&](std::string_view line) { add_line(line, narrative.description); });
}

void add_mt940_non_swift(std::string_view text, Mt940Narrative& narrative) {
  std::string name;
  std::string_view bank;
  std::string_view account;
  for_each_line(text, [&](std::string_view line) {
    add_line(line, narrative.description);
    const bool is_numbered = line.size() > 2 && is_digit(line[0]) && is_digit(line[1]);
    const int number = is_numbered ? two_digits(line) : 0;
    if (number == 15 || number == 16) name += line.substr(2);
    if (number == 33) bank = trimmed(line.substr(2));
    if (number == 34) account = trimmed(line.substr(2));
  });
  set_once(narrative.counterparty_name, std::string(trimmed(name)));
  if (bank.empty() || account.empty()) return;
  set_once(narrative.counterparty_account, std::string(bank) + "/" + std::string(account));
}

}  // namespace recoup
