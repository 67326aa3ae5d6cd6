#include "mt940/entry_line.hpp"

#include <algorithm>
#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// What is left of the line while its subfields are taken from the front.
class EntryLineRest {
 public:
  explicit EntryLineRest(std::string_view line) : rest_(line) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool begins(std::string_view text) const { return rest_.starts_with(text); }

  std::string_view take(std::size_t length) {
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  /// `length` digits, or nothing at all.
  std::string_view take_digits(std::size_t length) {
    const std::string_view digits = rest_.substr(0, length);
    if (digits.size() < length || !std::all_of(digits.begin(), digits.end(), is_digit)) return {};
    return take(length);
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  std::string_view take_amount() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(),
                                      [](char c) { return is_digit(c) || c == ',' || c == '.'; });
    return take(static_cast<std::size_t>(end - rest_.begin()));
  }

 private:
  std::string_view rest_;
};

Error not_an_entry(std::string_view line, std::string_view missing) {
  return Error{ErrorCode::malformed,
               quoted(line) + ", without " + std::string(missing),
               "a value date, C or D, an amount and a code (2503040304D12,50NTRFNONREF)",
               {}};
}

/// Whether references, or what stands in for them, follow the amount at once. Where nothing
/// follows, the line may be cut within its amount.
bool lacks_code(std::string_view rest) {
  constexpr std::size_t code_length_max = 4;
  const std::string_view first = trimmed(rest.substr(0, rest.find("//")));
  if (first.empty()) return rest.starts_with("//");
  return first.size() > code_length_max && is_capital(first.front()) && is_mt940_filler(first);
}

bool take_mark(EntryLineRest& rest, Mt940EntryLine& entry) {
  entry.is_reversal = rest.begins("RC") || rest.begins("RD");
  entry.is_expected = rest.begins("EC") || rest.begins("ED");
  if (entry.is_reversal || entry.is_expected) rest.take(1);
  if (!rest.begins("C") && !rest.begins("D")) return false;
  entry.is_debit = (rest.take(1) == "D") != entry.is_reversal;
  return true;
}

}  // namespace

Result<Mt940EntryLine> parse_mt940_entry_line(std::string_view line) {
  constexpr std::size_t code_length = 4;
  EntryLineRest rest(line);
  Mt940EntryLine entry;
  entry.value_date = rest.take_digits(6);
  if (entry.value_date.empty()) return not_an_entry(line, "a value date");
  entry.entry_date = rest.take_digits(4);
  rest.skip_blanks();
  if (!take_mark(rest, entry)) return not_an_entry(line, "C, D, RC, RD, EC or ED");
  if (!rest.rest().empty() && is_capital(rest.rest().front())) entry.funds_code = rest.take(1)[0];
  entry.amount = rest.take_amount();
  if (entry.amount.empty()) return not_an_entry(line, "an amount");
  rest.skip_blanks();
  if (!lacks_code(rest.rest())) {
    if (rest.rest().empty() || !is_capital(rest.rest().front())) {
      return not_an_entry(line, "a code");
    }
    entry.code = trimmed(rest.take(code_length));
  }
  const std::string_view references = rest.rest();
  constexpr std::size_t reference_length = 16;
  const std::size_t slashes = std::min(references.find("//"), references.size());
  const std::string_view customer = references.substr(0, slashes);
  const bool is_filled_up = customer.size() > reference_length &&
                            customer[reference_length - 1] == ' ' &&
                            customer[reference_length] != ' ';
  const std::size_t end = is_filled_up ? reference_length : customer.size();
  entry.customer_reference = trimmed(customer.substr(0, end));
  entry.words = trimmed(customer.substr(end));
  entry.bank_reference = trimmed(references.substr(std::min(slashes + 2, references.size())));
  return entry;
}

bool is_mt940_filler(std::string_view reference) {
  constexpr std::array<std::string_view, 13> fillers = {
      "NONREF", "NONREF.", "NOREF", "NONE",  "NOTPROVIDED", "NOT PROVIDED", "EREF",
      "PREF",   "MARF",    "KREF",  "KREF+", "EREF+",       "N/A"};
  if (reference.find_first_not_of("0 -/.") == std::string_view::npos) return true;
  return std::find(fillers.begin(), fillers.end(), reference) != fillers.end();
}

}  // namespace recoup
