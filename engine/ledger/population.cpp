#include "recoup/ledger/population.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace recoup {
namespace {

/// Everything by which two lines of two documents can be told apart.
using Likeness = std::tuple<CivilTime, bool, MinorUnits, Currency, std::optional<MinorUnits>,
                            std::string, std::string, std::string, std::string>;

Likeness likeness(const Transaction& entry) {
  std::optional<MinorUnits> balance;
  if (entry.balance) balance = entry.balance->minor();
  return {entry.booked_at.order_key(),
          entry.booked_at.has_time(),
          entry.amount.minor(),
          entry.amount.currency(),
          balance,
          entry.counterparty_account,
          entry.counterparty_name,
          entry.description,
          entry.reference};
}

bool tells_itself_apart(const Transaction& entry) {
  return entry.balance.has_value() || !entry.reference.empty();
}

/// Balance before the first and after the last entry, where both are printed in one currency.
struct Ends {
  std::optional<Money> before;
  std::optional<Money> after;
};

Ends ends_of(const StatementPart& part) {
  Ends ends;
  const Transaction& first = part.entries.front();
  if (first.balance) {
    const auto before = first.balance->minus(first.amount);
    if (before) ends.before = before.value();
  }
  ends.after = part.entries.back().balance;
  return ends;
}

auto time_key(const StatementPart& part) {
  return std::pair(part.entries.front().booked_at.order_key(),
                   part.entries.back().booked_at.order_key());
}

/// Of parts that begin and end at the same times, the one that carries on from `balance`; without
/// such a balance the one that carries on from no other; else the first.
std::size_t choose_next(const std::vector<StatementPart>& tied, std::optional<Money> balance) {
  for (std::size_t i = 0; i < tied.size(); ++i) {
    if (balance && ends_of(tied[i]).before == balance) return i;
  }
  for (std::size_t i = 0; i < tied.size(); ++i) {
    const Ends ends = ends_of(tied[i]);
    const bool follows_another =
        std::any_of(tied.begin(), tied.end(), [&](const StatementPart& other) {
          return &other != &tied[i] && ends.before && ends_of(other).after == ends.before;
        });
    if (ends.before && !follows_another) return i;
  }
  return 0;
}

/// Which entry of `base` each entry of `part` is, if any.
class Overlap {
 public:
  Overlap(const std::vector<PlacedEntry>& base, const StatementPart& part) {
    std::map<Likeness, std::vector<std::size_t>> held;
    for (std::size_t i = 0; i < base.size(); ++i) held[likeness(base[i].entry)].push_back(i);
    std::map<Likeness, std::size_t> seen;
    for (const Transaction& entry : part.entries) {
      const Likeness key = likeness(entry);
      const std::size_t occurrence = seen[key]++;
      const auto at = held.find(key);
      const bool same = at != held.end() && occurrence < at->second.size();
      same_as_.push_back(same ? std::optional(at->second[occurrence]) : std::nullopt);
    }
    drop_weak_days(base, part);
  }

  [[nodiscard]] std::optional<std::size_t> same_as(std::size_t i) const { return same_as_[i]; }

 private:
  // Lines without reference or balance are the same only where one document shows all that the
  // other shows of that day; otherwise a statement cut in two within a day would lose a genuine
  // second payment of the same amount.
  void drop_weak_days(const std::vector<PlacedEntry>& base, const StatementPart& part) {
    std::map<Date, std::size_t> of_base;
    std::map<Date, std::size_t> of_part;
    std::map<Date, std::size_t> of_both;
    for (const PlacedEntry& entry : base) ++of_base[entry.entry.booked_at.date()];
    for (std::size_t i = 0; i < part.entries.size(); ++i) {
      const Date date = part.entries[i].booked_at.date();
      ++of_part[date];
      if (same_as_[i]) ++of_both[date];
    }
    for (std::size_t i = 0; i < part.entries.size(); ++i) {
      const Date date = part.entries[i].booked_at.date();
      const bool contained = of_both[date] == of_part[date] || of_both[date] == of_base[date];
      if (!contained && !tells_itself_apart(part.entries[i])) same_as_[i] = std::nullopt;
    }
  }

  std::vector<std::optional<std::size_t>> same_as_;
};

/// Merges `part` into `population`, keeping the order of both.
void merge_part(Population& population, const StatementPart& part) {
  const std::vector<PlacedEntry> base = std::move(population.entries);
  population.entries.clear();
  const Overlap overlap(base, part);
  std::vector<std::size_t> next_same(part.entries.size(), base.size());
  for (std::size_t i = part.entries.size(), next = base.size(); i-- > 0;) {
    next_same[i] = next;
    if (overlap.same_as(i)) next = *overlap.same_as(i);
  }
  std::size_t taken = 0;
  const auto take_until = [&](std::size_t end) {
    while (taken < end) population.entries.push_back(base[taken++]);
  };
  for (std::size_t i = 0; i < part.entries.size(); ++i) {
    const Transaction& entry = part.entries[i];
    const RecordPlace place{part.document, entry.line};
    if (const auto same = overlap.same_as(i)) {
      take_until(*same + 1);
      population.merged.push_back({base[*same].place, place, tells_itself_apart(entry)});
      continue;
    }
    while (taken < next_same[i] &&
           base[taken].entry.booked_at.order_key() <= entry.booked_at.order_key()) {
      population.entries.push_back(base[taken++]);
    }
    population.entries.push_back({entry, place});
  }
  take_until(base.size());
}

}  // namespace

std::vector<StatementPart> in_document_order(std::vector<StatementPart> parts) {
  std::sort(parts.begin(), parts.end(), [](const StatementPart& a, const StatementPart& b) {
    return std::pair(time_key(a), a.document) < std::pair(time_key(b), b.document);
  });
  std::vector<StatementPart> ordered;
  std::optional<Money> balance;
  for (auto from = parts.begin(); from != parts.end();) {
    const auto to = std::find_if(from, parts.end(), [&](const StatementPart& part) {
      return time_key(part) != time_key(*from);
    });
    std::vector<StatementPart> tied(std::make_move_iterator(from), std::make_move_iterator(to));
    while (!tied.empty()) {
      const auto next = tied.begin() + static_cast<std::ptrdiff_t>(choose_next(tied, balance));
      balance = ends_of(*next).after;
      ordered.push_back(std::move(*next));
      tied.erase(next);
    }
    from = to;
  }
  return ordered;
}

Population merge_parts(const std::vector<StatementPart>& parts) {
  Population population;
  for (const StatementPart& part : parts) {
    if (population.entries.empty()) {
      for (const Transaction& entry : part.entries) {
        population.entries.push_back({entry, {part.document, entry.line}});
      }
    } else {
      merge_part(population, part);
    }
  }
  return population;
}

}  // namespace recoup
