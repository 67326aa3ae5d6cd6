#include "overlap.hpp"

#include <algorithm>
#include <map>

namespace recoup {
namespace {

using AmountsByDay = std::map<Date, std::vector<MinorUnits>>;

AmountsByDay amounts_by_day(const CheckedStatement& statement, Date from, Date until) {
  AmountsByDay days;
  for (const CheckedEntry& entry : statement.entries) {
    if (entry.day < from || entry.day > until) continue;
    days[entry.day].push_back(entry.amount.minor());
  }
  for (auto& [day, amounts] : days) std::sort(amounts.begin(), amounts.end());
  return days;
}

bool may_be_cut(const CheckedStatement& statement, Date day) {
  return !statement.states_period && (day == statement.from || day == statement.until);
}

bool agree_on(const std::vector<MinorUnits>& one, bool one_is_cut,
              const std::vector<MinorUnits>& other, bool other_is_cut) {
  if (one_is_cut && other_is_cut) return true;
  const bool has_all = std::includes(one.begin(), one.end(), other.begin(), other.end());
  const bool is_part = std::includes(other.begin(), other.end(), one.begin(), one.end());
  return (has_all || one_is_cut) && (is_part || other_is_cut);
}

}  // namespace

std::optional<std::string> contradiction_of_days(const CheckedStatement& one,
                                                 const CheckedStatement& other, Date from,
                                                 Date until) {
  const AmountsByDay of_one = amounts_by_day(one, from, until);
  AmountsByDay of_other = amounts_by_day(other, from, until);
  AmountsByDay days = of_one;
  days.merge(AmountsByDay(of_other));
  const std::vector<MinorUnits> none;
  for (const auto& [day, ignored] : days) {
    const auto here = of_one.find(day);
    const auto there = of_other.find(day);
    const auto& ours = here == of_one.end() ? none : here->second;
    const auto& theirs = there == of_other.end() ? none : there->second;
    if (agree_on(ours, may_be_cut(one, day), theirs, may_be_cut(other, day))) continue;
    return "on " + iso_text(day) + " they show different entries: " + std::to_string(ours.size()) +
           " and " + std::to_string(theirs.size());
  }
  return std::nullopt;
}

std::optional<Money> balance_before(const CheckedStatement& statement, Date day) {
  if (!statement.closing) return std::nullopt;
  Money balance = *statement.closing;
  for (const CheckedEntry& entry : statement.entries) {
    if (entry.day < day) continue;
    const auto before = balance.minus(entry.amount);
    if (!before) return std::nullopt;
    balance = before.value();
  }
  return balance;
}

bool held_balance_from(const CheckedStatement& statement, Date day, Money balance) {
  auto reached = balance_before(statement, day);
  if (!reached) return false;
  if (*reached == balance) return true;
  for (const CheckedEntry& entry : statement.entries) {
    if (entry.day < day) continue;
    const auto next = reached->plus(entry.amount);
    if (!next) return false;
    reached = next.value();
    if (*reached == balance) return true;
  }
  return false;
}

}  // namespace recoup
