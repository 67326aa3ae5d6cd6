#include "likeness.hpp"

#include <algorithm>
#include <set>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::set<std::string> words_of(const Transaction& entry) {
  std::set<std::string> words;
  for (const std::string* text : {&entry.counterparty_account, &entry.counterparty_name,
                                  &entry.description, &entry.reference}) {
    std::string word;
    for (const char c : ascii_lower(*text) + " ") {
      const bool joins = (c >= 'a' && c <= 'z') || is_digit(c) || (c & 0x80) != 0;
      if (joins) {
        word += c;
      } else if (!word.empty()) {
        words.insert(std::move(word));
        word.clear();
      }
    }
  }
  return words;
}

}  // namespace

LineValue line_value(const Transaction& entry) {
  return {entry.amount.minor(), entry.amount.currency()};
}

bool are_alike(const Transaction& one, const Transaction& other) {
  return one.booked_at.order_key() == other.booked_at.order_key() &&
         one.booked_at.has_time() == other.booked_at.has_time() && one.amount == other.amount &&
         one.balance == other.balance && one.counterparty_account == other.counterparty_account &&
         one.counterparty_name == other.counterparty_name && one.description == other.description &&
         one.reference == other.reference;
}

bool tells_itself_apart(const Transaction& entry) {
  return entry.balance.has_value() || !entry.reference.empty();
}

bool balances_differ(const Transaction& one, const Transaction& other) {
  return one.balance && other.balance && *one.balance != *other.balance;
}

std::string batch_of(const Transaction& entry) {
  for (const EntryDetail& detail : entry.details) {
    if (detail.name == "batch") return detail.value;
  }
  return {};
}

std::size_t words_in_common(const Transaction& one, const Transaction& other) {
  const std::set<std::string> ours = words_of(one);
  const std::set<std::string> theirs = words_of(other);
  return static_cast<std::size_t>(std::count_if(
      ours.begin(), ours.end(), [&](const auto& word) { return theirs.contains(word); }));
}

std::optional<Money> sum_of_lines(const std::vector<const Transaction*>& entries) {
  Money sum(0, entries.front()->amount.currency());
  for (const Transaction* entry : entries) {
    if (entry->amount.currency() != sum.currency()) return std::nullopt;
    const auto next = sum.plus(entry->amount);
    if (!next) return std::nullopt;
    sum = next.value();
  }
  return sum;
}

}  // namespace recoup
