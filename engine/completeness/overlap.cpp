#include "overlap.hpp"

#include <algorithm>

namespace recoup {
namespace {

bool agree_on(const std::vector<MinorUnits>& one, bool one_is_cut,
              const std::vector<MinorUnits>& other, bool other_is_cut) {
  if (one_is_cut && other_is_cut) return true;
  const bool has_all = std::includes(one.begin(), one.end(), other.begin(), other.end());
  const bool is_part = std::includes(other.begin(), other.end(), one.begin(), one.end());
  return (has_all || one_is_cut) && (is_part || other_is_cut);
}

}  // namespace

StatementDays::StatementDays(const CheckedStatement& statement) : statement_(statement) {
  const std::vector<CheckedEntry>& entries = statement.entries;
  const auto earlier = [](const CheckedEntry& a, const CheckedEntry& b) { return a.day < b.day; };
  if (!std::is_sorted(entries.begin(), entries.end(), earlier)) return;
  sums_.reserve(entries.size() + 1);
  sums_.push_back(0);
  for (const CheckedEntry& entry : entries) {
    const auto sum = checked_add(sums_.back(), entry.amount.minor());
    if (!sum) return;
    sums_.push_back(*sum);
  }
  by_sum_.reserve(sums_.size());
  for (std::size_t i = 0; i < sums_.size(); ++i) by_sum_.push_back({sums_[i], i});
  std::sort(by_sum_.begin(), by_sum_.end());
  is_in_order_ = true;
}

std::size_t StatementDays::first_on_or_after(Date day) const {
  const std::vector<CheckedEntry>& entries = statement_.entries;
  if (!is_in_order_) return 0;
  const auto at =
      std::lower_bound(entries.begin(), entries.end(), day,
                       [](const CheckedEntry& entry, Date wanted) { return entry.day < wanted; });
  return static_cast<std::size_t>(at - entries.begin());
}

std::map<Date, std::vector<MinorUnits>> StatementDays::amounts(Date from, Date until) const {
  std::map<Date, std::vector<MinorUnits>> days;
  for (std::size_t i = first_on_or_after(from); i < statement_.entries.size(); ++i) {
    const CheckedEntry& entry = statement_.entries[i];
    if (entry.day > until && is_in_order_) break;
    if (entry.day < from || entry.day > until) continue;
    days[entry.day].push_back(entry.amount.minor());
  }
  for (auto& [day, amounts] : days) std::sort(amounts.begin(), amounts.end());
  return days;
}

std::optional<Money> StatementDays::balance_before(Date day) const {
  if (!statement_.closing) return std::nullopt;
  Money balance = *statement_.closing;
  if (is_in_order_) {
    const auto later = checked_subtract(sums_.back(), sums_[first_on_or_after(day)]);
    if (!later) return std::nullopt;
    const auto before = balance.minus(Money(*later, balance.currency()));
    return before ? std::optional(before.value()) : std::nullopt;
  }
  for (const CheckedEntry& entry : statement_.entries) {
    if (entry.day < day) continue;
    const auto before = balance.minus(entry.amount);
    if (!before) return std::nullopt;
    balance = before.value();
  }
  return balance;
}

bool StatementDays::held_balance_from(Date day, Money balance) const {
  const auto before = balance_before(day);
  if (!before) return false;
  if (*before == balance) return true;
  if (!is_in_order_) return walks_to_balance(day, balance);
  // At the last place with this sum the statement held `balance`, or never from `day` on.
  const std::size_t first = first_on_or_after(day);
  const auto step = checked_subtract(balance.minor(), before->minor());
  const auto sum = step ? checked_add(sums_[first], *step) : std::nullopt;
  if (!sum || balance.currency() != before->currency()) return false;
  const auto behind = std::upper_bound(by_sum_.begin(), by_sum_.end(), Reached{*sum, sums_.size()});
  if (behind == by_sum_.begin()) return false;
  const Reached& last = *(behind - 1);
  return last.sum == *sum && last.place >= first;
}

/// The same where the entries stand in no order of days: a walk.
bool StatementDays::walks_to_balance(Date day, Money balance) const {
  auto reached = balance_before(day);
  for (const CheckedEntry& entry : statement_.entries) {
    if (entry.day < day) continue;
    const auto next = reached->plus(entry.amount);
    if (!next) return false;
    reached = next.value();
    if (*reached == balance) return true;
  }
  return false;
}

bool StatementDays::may_be_cut(Date day) const {
  return !statement_.states_period && (day == statement_.from || day == statement_.until);
}

std::optional<std::string> contradiction_of_days(const StatementDays& one,
                                                 const StatementDays& other, Date from,
                                                 Date until) {
  const auto of_one = one.amounts(from, until);
  const auto of_other = other.amounts(from, until);
  auto days = of_one;
  days.insert(of_other.begin(), of_other.end());
  const std::vector<MinorUnits> none;
  for (const auto& [day, ignored] : days) {
    const auto here = of_one.find(day);
    const auto there = of_other.find(day);
    const auto& ours = here == of_one.end() ? none : here->second;
    const auto& theirs = there == of_other.end() ? none : there->second;
    if (agree_on(ours, one.may_be_cut(day), theirs, other.may_be_cut(day))) continue;
    return "on " + iso_text(day) + " they show different entries: " + std::to_string(ours.size()) +
           " and " + std::to_string(theirs.size());
  }
  return std::nullopt;
}

}  // namespace recoup
