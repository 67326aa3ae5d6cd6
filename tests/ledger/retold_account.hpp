// retold_account.hpp: one account's true entries, told again by several documents in their own
// ways.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "recoup/ledger/population.hpp"

namespace recoup {

/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
class SeededNumbers {
 public:
  explicit SeededNumbers(std::uint64_t seed) : state_(seed) {}
  /// From 0 to `count` - 1.
  std::size_t below(std::size_t count) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % count);
  }

 private:
  std::uint64_t state_;
};

/// What a kind of document leaves of an entry.
struct Telling {
  bool states_period = false;  ///< And is cut between days, never within one.
  bool has_balances = false;
  std::string reference;  ///< Letter in front of its references; empty: it has none.
  bool has_names = false;
  std::size_t words_kept = 40;  ///< Of the description.
};

inline const std::vector<Telling>& tellings() {
  static const std::vector<Telling> all = {
      {true, false, "C", true, 40},   // camt: the bank's own references, the other side's name
      {true, true, "", false, 18},    // a printed statement: balances, short words
      {false, true, "", false, 30},   // a download with balances
      {false, false, "F", true, 12},  // a download with references of its own
      {false, false, "", false, 40},  // bare lines
  };
  return all;
}

/// The account, and documents that show parts of it.
struct RetoldAccount {
  std::vector<Transaction> truth;
  std::vector<StatementPart> parts;
  std::vector<const Telling*> told_as;
  std::map<RecordPlace, std::size_t> truth_of;  ///< Which entry a line shows.

  /// No two entries of a day have one amount and one balance: then a balance tells them apart.
  [[nodiscard]] bool is_told_by_balances() const {
    std::set<std::tuple<Date, MinorUnits, MinorUnits>> seen;
    for (const Transaction& entry : truth) {
      if (!seen.insert({entry.booked_at.date(), entry.amount.minor(), entry.balance->minor()})
               .second)
        return false;
    }
    return true;
  }
};

inline std::vector<Transaction> true_entries(SeededNumbers& numbers) {
  const std::vector<std::int64_t> amounts = {500, 500, 1000, -500, -2000, 12345, -799};
  const std::vector<std::string> words = {
      "CARD PAYMENT TO NORTH MARKET", "STANDING ORDER RENT FLAT 4",
      "FASTER PAYMENT RECEIVED INV 77", "CASH MACHINE HIGH STREET", "CARD PAYMENT TO CORNER CAFE"};
  std::vector<Transaction> entries;
  Date date = make_date(2025, 1, 1).value();
  MinorUnits balance = 100'000;
  const std::size_t count = 20 + numbers.below(40);
  for (std::size_t i = 0; i < count; ++i) {
    date += std::chrono::days(numbers.below(3) == 0 ? 1 + numbers.below(2) : 0);
    const std::int64_t amount = amounts[numbers.below(amounts.size())];
    balance += amount;
    Transaction entry{
        "A", BookingTime(date), Money(amount, gbp), Money(balance, gbp), "", "", "", "", 0};
    const std::string number = std::to_string(100 + i);
    entry.description = words[numbers.below(words.size())] + " ON CARD " + number;
    entry.counterparty_name = "PARTY " + std::to_string(numbers.below(9));
    entry.reference = number;
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// The entries from `from` to before `to`, as one kind of document tells them.
inline void tell(RetoldAccount& account, const Telling& telling, std::size_t from, std::size_t to) {
  if (telling.states_period) {
    const auto day = [&](std::size_t i) { return account.truth[i].booked_at.date(); };
    while (from > 0 && day(from - 1) == day(from)) --from;
    while (to < account.truth.size() && day(to) == day(to - 1)) ++to;
  }
  const std::string name = "document " + std::to_string(account.parts.size());
  StatementPart part{"A", sha256(name), {}, {}};
  for (std::size_t i = from; i < to; ++i) {
    Transaction line = account.truth[i];
    line.line = i - from + 1;
    line.description = line.description.substr(0, telling.words_kept);
    if (!telling.has_balances) line.balance = std::nullopt;
    if (!telling.has_names) line.counterparty_name.clear();
    line.reference = telling.reference.empty() ? "" : telling.reference + line.reference;
    account.truth_of[{part.document, line.line}] = i;
    part.entries.push_back(std::move(line));
  }
  if (telling.states_period) {
    Statement statement;
    statement.from = part.entries.front().booked_at.date();
    statement.until = part.entries.back().booked_at.date();
    part.statements.push_back(statement);
    part.statement_numbers.push_back(1);
    for (Transaction& entry : part.entries) entry.statement = 1;
  }
  account.parts.push_back(std::move(part));
  account.told_as.push_back(&telling);
}

/// Two to five documents, of kinds that `chosen` picks, each a stretch of the account.
template <typename Chosen>
RetoldAccount retold_account(std::uint64_t seed, Chosen chosen) {
  SeededNumbers numbers(seed);
  RetoldAccount account;
  account.truth = true_entries(numbers);
  const std::size_t documents = 2 + numbers.below(4);
  for (std::size_t i = 0; i < documents; ++i) {
    const Telling& telling = chosen(numbers);
    const std::size_t from = numbers.below(account.truth.size() - 1);
    const std::size_t to = from + 1 + numbers.below(account.truth.size() - from);
    tell(account, telling, from, to);
  }
  return account;
}

/// How a merged population compares with the truth.
struct Retelling {
  std::size_t lost = 0;       ///< Entries that were taken for others.
  std::size_t doubled = 0;    ///< Entries that count twice.
  std::size_t uncertain = 0;  ///< Lines whose merging is a remark.
  std::size_t swapped = 0;    ///< Lines that were put to another entry of the same day and amount.
};

inline Retelling compare(const RetoldAccount& account, const Population& population) {
  Retelling result;
  std::map<std::size_t, std::size_t> counted;
  for (const PlacedEntry& placed : population.entries) ++counted[account.truth_of.at(placed.place)];
  for (const MergedEntry& merged : population.merged) {
    result.uncertain += merged.certain ? 0 : 1;
    if (account.truth_of.at(merged.kept) != account.truth_of.at(merged.merged)) ++result.swapped;
  }
  // By day and amount: lines of one day and amount may stand for each other.
  std::map<std::pair<Date, MinorUnits>, std::pair<std::size_t, std::size_t>> groups;
  std::set<std::size_t> shown;
  for (const auto& [place, entry] : account.truth_of) shown.insert(entry);
  const auto group = [&](std::size_t entry) -> auto& {
    const Transaction& truth = account.truth[entry];
    return groups[{truth.booked_at.date(), truth.amount.minor()}];
  };
  for (const std::size_t entry : shown) ++group(entry).first;
  for (const auto& [entry, count] : counted) group(entry).second += count;
  for (const auto& [key, count] : groups) {
    if (count.first > count.second) result.lost += count.first - count.second;
    if (count.second > count.first) result.doubled += count.second - count.first;
  }
  return result;
}

}  // namespace recoup
