#include "coverage.hpp"

#include <algorithm>

namespace recoup {

DayCoverage coverage_of(const StatementPart& part) {
  DayCoverage days{part.entries.front().booked_at.date(), part.entries.front().booked_at.date()};
  for (const Transaction& entry : part.entries) {
    days.first = std::min(days.first, entry.booked_at.date());
    days.last = std::max(days.last, entry.booked_at.date());
  }
  for (const Statement& statement : part.statements) {
    if (statement.from && *statement.from <= days.first) {
      days.first = *statement.from;
      days.shows_all_of_first = true;
    }
    if (statement.until && *statement.until >= days.last) {
      days.last = *statement.until;
      days.shows_all_of_last = true;
    }
  }
  return days;
}

std::optional<Money> balance_before_all(const StatementPart& part) {
  const Transaction& first = part.entries.front();
  if (first.balance && first.balance->currency() == first.amount.currency()) {
    const auto before = first.balance->minus(first.amount);
    if (before) return before.value();
  }
  if (!part.statements.empty()) return part.statements.front().opening;
  for (const StatementBalance& balance : part.balances) {
    if (balance.kind == StatementBalance::Kind::opening) return balance.amount;
  }
  return std::nullopt;
}

std::optional<Money> balance_after_all(const StatementPart& part) {
  if (part.entries.back().balance) return part.entries.back().balance;
  if (!part.statements.empty()) return part.statements.back().closing;
  const Date last = part.entries.back().booked_at.date();
  for (const StatementBalance& balance : part.balances) {
    if (balance.kind == StatementBalance::Kind::closing && balance.date >= last) {
      return balance.amount;
    }
  }
  return std::nullopt;
}

}  // namespace recoup
