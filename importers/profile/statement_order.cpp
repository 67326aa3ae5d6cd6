#include "profile/statement_order.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The rows of an account in some order.
using AccountRows = std::vector<RowEntries*>;

CivilTime time_of(const RowEntries* row) { return row->front().booked_at.order_key(); }
Date day_of(const RowEntries* row) { return row->front().booked_at.date(); }

/// Which way the times run.
enum class Direction : std::uint8_t { level, rising, falling, both };

Direction direction_of(const AccountRows& rows) {
  bool up = false;
  bool down = false;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    // Times within a day may be missing on some rows; the day is always there.
    const bool same_day = day_of(rows[i - 1]) == day_of(rows[i]);
    const bool timed =
        rows[i - 1]->front().booked_at.has_time() && rows[i]->front().booked_at.has_time();
    if (same_day && !timed) continue;
    up = up || time_of(rows[i - 1]) < time_of(rows[i]);
    down = down || time_of(rows[i]) < time_of(rows[i - 1]);
  }
  if (up && down) return Direction::both;
  return up ? Direction::rising : down ? Direction::falling : Direction::level;
}

/// How many of the running balances follow from the one before, and how many there are.
struct Chain {
  std::size_t follow = 0;
  std::size_t steps = 0;
};

Chain chain_of(const AccountRows& rows) {
  Chain chain;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::optional<Money> balance = rows[i - 1]->back().balance;
    const std::optional<Money>& stated = rows[i]->back().balance;
    if (!balance || !stated || !(balance->currency() == stated->currency())) continue;
    for (const Transaction& entry : *rows[i]) {
      if (!balance || !(entry.amount.currency() == balance->currency())) {
        balance.reset();
        break;
      }
      const auto sum = balance->plus(entry.amount);
      balance = sum ? std::optional(sum.value()) : std::nullopt;
    }
    ++chain.steps;
    if (balance == stated) ++chain.follow;
  }
  return chain;
}

/// The rows with those of each day the other way round.
AccountRows with_days_turned(AccountRows rows) {
  for (auto begin = rows.begin(); begin != rows.end();) {
    const Date day = day_of(*begin);
    const auto end =
        std::find_if(begin, rows.end(), [&](const RowEntries* row) { return day_of(row) != day; });
    std::reverse(begin, end);
    begin = end;
  }
  return rows;
}

AccountRows turned(AccountRows rows) {
  std::reverse(rows.begin(), rows.end());
  return rows;
}

/// One way in which the rows can be meant.
struct Arrangement {
  AccountRows rows;
  std::string words;
};

/// The likelier first.
std::vector<Arrangement> arrangements(const AccountRows& rows, Direction direction,
                                      Profile::Order usual) {
  const AccountRows back = turned(rows);
  const Arrangement kept{rows, "oldest first"};
  const Arrangement whole{back, "newest first; they were turned round"};
  switch (direction) {
    case Direction::rising:
      return {kept,
              {with_days_turned(rows),
               "oldest day first and newest first within a day; the days "
               "were turned round"}};
    case Direction::falling:
      return {whole,
              {with_days_turned(back),
               "newest day first and oldest first within a day; the order "
               "of the days was turned round"}};
    case Direction::level:
    case Direction::both: break;
  }
  if (usual == Profile::Order::newest_first) return {whole, kept};
  return {kept, whole};
}

std::string evidence(Direction direction, const Chain& chain, bool by_usual) {
  std::string words;
  if (direction == Direction::rising) words = "their dates rise";
  if (direction == Direction::falling) words = "their dates fall";
  if (direction == Direction::both) words = "their dates go up and down";
  if (direction == Direction::level) words = "they are of one time";
  if (chain.steps > 0) {
    words += ", and " + std::to_string(chain.follow) + " of " + std::to_string(chain.steps) +
             " running balances follow in this order";
  }
  if (by_usual) words += "; nothing in the document says more, and the layout is usually so";
  return words;
}

AccountRows ordered(AccountRows rows, Direction whole, Profile::Order usual, std::string& said) {
  Direction direction = direction_of(rows);
  // A single day says nothing; the other accounts of the document may.
  const bool alone = direction == Direction::level;
  if (alone && whole == Direction::falling) usual = Profile::Order::newest_first;
  if (alone && whole == Direction::rising) usual = Profile::Order::oldest_first;
  std::vector<Arrangement> ways = arrangements(rows, direction, usual);
  std::size_t best = 0;
  for (std::size_t i = 1; i < ways.size(); ++i) {
    if (chain_of(ways[i].rows).follow > chain_of(ways[best].rows).follow) best = i;
  }
  const Chain chain = chain_of(ways[best].rows);
  const bool open = direction == Direction::level || direction == Direction::both;
  const bool by_usual = open && chain.follow == chain_of(ways[1 - best].rows).follow;
  said = ways[best].words + " (" + evidence(direction, chain, by_usual) + ")";
  return std::move(ways[best].rows);
}

}  // namespace

std::vector<Transaction> in_statement_order(std::vector<RowEntries> rows, Profile::Order usual,
                                            std::vector<std::string>& notes) {
  AccountRows all;
  std::vector<std::string_view> accounts;
  std::map<std::string_view, AccountRows> by_account;
  for (RowEntries& row : rows) {
    const std::string& account = row.front().account;
    AccountRows& of_account = by_account[account];
    if (of_account.empty()) accounts.push_back(account);
    of_account.push_back(&row);
    all.push_back(&row);
  }
  const Direction whole = direction_of(all);
  std::vector<Transaction> entries;
  entries.reserve(rows.size());
  for (const std::string_view name : accounts) {
    const std::string account(name);
    std::string said;
    const std::size_t count = by_account[name].size();
    for (RowEntries* const row : ordered(std::move(by_account[name]), whole, usual, said)) {
      for (Transaction& entry : *row) entries.push_back(std::move(entry));
    }
    if (count > 1) {
      notes.push_back("the rows of " + printable(quoted(account)) + " stand " + said);
    }
  }
  return entries;
}

}  // namespace recoup
