#include "mt940/totals.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "mt940/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

enum class Mt940Side : std::uint8_t { debits, credits };

/// Number and sum of the entries of one side that are in `currency`.
Result<Mt940Sum> sum_of(std::span<const Transaction> entries, Mt940Side side, Currency currency) {
  Mt940Sum sum{0, Money(0, currency)};
  for (const Transaction& entry : entries) {
    if ((side == Mt940Side::debits) != entry.amount.is_negative()) continue;
    if (entry.amount.currency() != currency) continue;
    ++sum.count;
    RECOUP_TRY(total, side == Mt940Side::debits ? sum.amount.minus(entry.amount)
                                                : sum.amount.plus(entry.amount));
    sum.amount = total;
  }
  return sum;
}

std::string with_comma(Money amount) {
  std::string text = amount.plain();
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string words_of(Mt940Side side, std::string_view what) {
  return std::string(what) + (side == Mt940Side::debits ? " debits" : " credits") +
         " of the statement";
}

/// "134,46/36,58/" cut at the separator; the front part is taken off `text`.
std::string_view take_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Debits and credits, their numbers and their sums, as they stand.
struct WrittenTotals {
  std::string_view debit_count;
  std::string_view credit_count;
  std::string_view debit_sum;
  std::string_view credit_sum;
};

std::optional<WrittenTotals> take_apart(std::string_view text) {
  WrittenTotals totals;
  if (text.starts_with("/SUM/")) {
    text.remove_prefix(5);
    totals.debit_count = take_part(text, '/');
    totals.credit_count = take_part(text, '/');
    totals.debit_sum = take_part(text, '/');
    totals.credit_sum = take_part(text, '/');
  } else if (text.starts_with('D')) {
    text.remove_prefix(1);
    totals.debit_count = take_part(text, 'C');
    totals.credit_count = take_part(text, 'D');
    totals.debit_sum = take_part(text, 'C');
    totals.credit_sum = text;
  }
  if (!all_digits(totals.debit_count) || !all_digits(totals.credit_count)) return std::nullopt;
  return totals;
}

/// Adds the number and the sum of one side; nothing where the sum is no amount.
void compare_side(Mt940Side side, std::string_view count, std::string_view sum,
                  const Mt940Field& field, Currency currency, std::span<const Transaction> entries,
                  std::vector<ControlTotal>& totals) {
  const auto amount = parse_mt940_amount(sum, currency);
  const auto actual = sum_of(entries, side, currency);
  if (!amount || !actual) return;
  const std::string_view digits =
      count.substr(std::min(count.find_first_not_of('0'), count.size()));
  const std::string number = std::to_string(actual.value().count);
  totals.push_back({words_of(side, "number of"), std::string(count), number,
                    digits == number || (digits.empty() && number == "0"), field.line});
  totals.push_back({words_of(side, "sum of"), std::string(sum), with_comma(actual.value().amount),
                    amount.value() == actual.value().amount, field.line});
}

}  // namespace

Result<ControlTotal> compare_mt940_sum(const Mt940Field& field,
                                       std::span<const Transaction> entries) {
  const std::string_view text = field.first_line();
  const Mt940Side side = field.tag == "90D" ? Mt940Side::debits : Mt940Side::credits;
  RECOUP_TRY(stated, parse_mt940_sum(text));
  const Currency currency = stated.amount.currency();
  RECOUP_TRY(actual, sum_of(entries, side, currency));
  std::string computed = std::to_string(actual.count);
  computed.append(currency.code()).append(with_comma(actual.amount));
  return ControlTotal{words_of(side, "number and sum of"), std::string(text), std::move(computed),
                      stated.count == actual.count && stated.amount == actual.amount, field.line};
}

std::vector<ControlTotal> totals_in_mt940_words(const Mt940Field& field, Currency currency,
                                                std::span<const Transaction> entries) {
  std::vector<ControlTotal> totals;
  const auto written = take_apart(field.first_line());
  if (!written) return totals;
  compare_side(Mt940Side::debits, written->debit_count, written->debit_sum, field, currency,
               entries, totals);
  compare_side(Mt940Side::credits, written->credit_count, written->credit_sum, field, currency,
               entries, totals);
  return totals;
}

}  // namespace recoup
