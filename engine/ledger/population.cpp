#include "recoup/ledger/population.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "pairing.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

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

/// Where each entry of a part belongs: behind which of the entries that both show.
class PartMerger {
 public:
  PartMerger(std::vector<PooledEntry> base, const PartAmongParts& among)
      : base_(std::move(base)), part_(among.part()), at_(among.at) {
    if (base_.empty()) {
      partner_.resize(part_.entries.size());
      return;
    }
    partner_ = pair_lines(base_, among);
    keep_printed_order();
  }

  /// The entries of both, in the order of both.
  std::vector<PooledEntry> merged() && {
    std::vector<std::size_t> next_same(part_.entries.size(), base_.size());
    for (std::size_t i = part_.entries.size(), next = base_.size(); i-- > 0;) {
      next_same[i] = next;
      if (partner_[i]) next = partner_[i]->pooled;
    }
    where_.assign(base_.size(), 0);
    for (std::size_t i = 0; i < part_.entries.size(); ++i) add(i, next_same[i]);
    take_until(base_.size());
    return std::move(pool_);
  }

 private:
  // Of a day that both show in full the order is that of the printed balances.
  void keep_printed_order() {
    std::map<Date, std::vector<std::size_t>> ours;
    for (std::size_t i = 0; i < part_.entries.size(); ++i) {
      ours[part_.entries[i].booked_at.date()].push_back(i);
    }
    for (std::size_t from = 0; from < base_.size();) {
      std::size_t to = from;
      const Date day = base_[from].first().booked_at.date();
      bool prints = false;
      for (; to < base_.size() && base_[to].first().booked_at.date() == day; ++to) {
        prints = prints || base_[to].first().balance.has_value();
      }
      const auto lines = ours.find(day);
      if (!prints && lines != ours.end()) reorder(from, to, lines->second);
      from = to;
    }
  }

  void reorder(std::size_t from, std::size_t to, const std::vector<std::size_t>& lines) {
    if (lines.size() != to - from) return;
    bool prints = false;
    for (const std::size_t i : lines) {
      const auto& partner = partner_[i];
      prints = prints || part_.entries[i].balance.has_value();
      if (!partner || partner->is_sum || partner->replaces) return;
      if (partner->pooled < from || partner->pooled >= to) return;
    }
    if (!prints) return;
    std::vector<PooledEntry> ordered;
    for (const std::size_t i : lines) ordered.push_back(std::move(base_[partner_[i]->pooled]));
    for (std::size_t k = 0; k < lines.size(); ++k) {
      base_[from + k] = std::move(ordered[k]);
      partner_[lines[k]]->pooled = from + k;
    }
  }

  void take_until(std::size_t end) {
    while (taken_ < end) {
      where_[taken_] = pool_.size();
      pool_.push_back(std::move(base_[taken_++]));
    }
  }

  void add(std::size_t i, std::size_t next_same) {
    const Transaction& entry = part_.entries[i];
    ShownLine line{&entry, {part_.document, entry.line}, at_, true, false};
    if (const auto& partner = partner_[i]) {
      line.certain = partner->certain;
      line.is_sum = partner->is_sum;
      take_until(partner->pooled + 1);
      std::vector<ShownLine>& shown = pool_[where_[partner->pooled]].shown;
      if (partner->replaces) {
        for (ShownLine& lump : shown) lump.is_sum = true;
        shown.insert(shown.begin(), line);
      } else {
        shown.push_back(line);
      }
      return;
    }
    while (taken_ < next_same &&
           base_[taken_].first().booked_at.order_key() <= entry.booked_at.order_key()) {
      take_until(taken_ + 1);
    }
    pool_.push_back({{line}});
  }

  std::vector<PooledEntry> base_;
  const StatementPart& part_;
  std::size_t at_;
  std::vector<std::optional<LinePartner>> partner_;
  std::vector<PooledEntry> pool_;
  std::vector<std::size_t> where_;  // Of each entry of the base: its place in the pool.
  std::size_t taken_ = 0;
};

/// The entries of the parts so far. A part changes nothing but what lies between its own days, so
/// that statement after statement costs no more than its own entries.
class EntryPool {
 public:
  void merge(const PartAmongParts& among) {
    const auto [first, last] = place_of(among.part());
    const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(last);
    std::vector<PooledEntry> base(std::make_move_iterator(begin), std::make_move_iterator(end));
    replace(first, last, PartMerger(std::move(base), among).merged());
  }

  [[nodiscard]] const std::vector<PooledEntry>& entries() const { return entries_; }

 private:
  struct Range {
    std::size_t first;
    std::size_t last;
  };

  /// What lies before it is of earlier days than the part's, and what lies behind it of later ones.
  [[nodiscard]] Range place_of(const StatementPart& part) const {
    Date begin = part.entries.front().booked_at.date();
    Date end = begin;
    for (const Transaction& entry : part.entries) {
      begin = std::min(begin, entry.booked_at.date());
      end = std::max(end, entry.booked_at.date());
    }
    const auto first = std::lower_bound(latest_.begin(), latest_.end(), begin) - latest_.begin();
    Range range{static_cast<std::size_t>(first), days_.size()};
    while (range.last > range.first && days_[range.last - 1] > end) --range.last;
    return range;
  }

  void replace(std::size_t first, std::size_t last, std::vector<PooledEntry> merged) {
    RECOUP_CHECK(merged.size() >= last - first);
    std::vector<Date> days;
    days.reserve(merged.size());
    for (const PooledEntry& entry : merged) days.push_back(entry.first().booked_at.date());
    const auto kept = static_cast<std::ptrdiff_t>(last - first);
    const auto at = static_cast<std::ptrdiff_t>(first);
    std::move(merged.begin(), merged.begin() + kept, entries_.begin() + at);
    entries_.insert(entries_.begin() + at + kept, std::make_move_iterator(merged.begin() + kept),
                    std::make_move_iterator(merged.end()));
    std::copy(days.begin(), days.begin() + kept, days_.begin() + at);
    days_.insert(days_.begin() + at + kept, days.begin() + kept, days.end());
    latest_.resize(days_.size());
    for (std::size_t i = first; i < days_.size(); ++i) {
      latest_[i] = i == 0 ? days_[i] : std::max(latest_[i - 1], days_[i]);
    }
  }

  std::vector<PooledEntry> entries_;
  std::vector<Date> days_;    // Of each entry,
  std::vector<Date> latest_;  // and the latest up to it.
};

/// How much a line says: who the other side is counts most, because transfers are found by it.
int tells(const Transaction& entry) {
  return (entry.counterparty_account.empty() ? 0 : 8) + (entry.reference.empty() ? 0 : 4) +
         (entry.balance ? 2 : 0) + (entry.counterparty_name.empty() ? 0 : 1);
}

/// One entry out of its lines: the line that says most, with the balance of the document whose
/// order is kept.
void settle(const PooledEntry& pooled, Population& population) {
  const ShownLine* kept = &pooled.shown.front();
  std::optional<Money> balance;
  for (const ShownLine& line : pooled.shown) {
    if (!balance) balance = line.entry->balance;
    if (!line.is_sum && tells(*line.entry) > tells(*kept->entry)) kept = &line;
  }
  for (const ShownLine& line : pooled.shown) {
    if (&line == kept) continue;
    population.merged.push_back({kept->place, line.place, line.certain && kept->certain,
                                 line.is_sum, line.entry->reference});
  }
  population.entries.push_back({*kept->entry, kept->place});
  population.entries.back().entry.balance = balance;
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

Population merge_parts(const std::vector<StatementPart>& parts,
                       const std::set<RecordPlace>& kept_apart) {
  Population population;
  if (parts.size() == 1) {
    population.entries.reserve(parts[0].entries.size());
    for (const Transaction& entry : parts[0].entries) {
      population.entries.push_back({entry, {parts[0].document, entry.line}});
    }
    return population;
  }
  std::vector<DayCoverage> coverage;
  coverage.reserve(parts.size());
  for (const StatementPart& part : parts) coverage.push_back(coverage_of(part));
  EntryPool pool;
  for (std::size_t at = 0; at < parts.size(); ++at) pool.merge({parts, coverage, kept_apart, at});
  population.entries.reserve(pool.entries().size());
  for (const PooledEntry& pooled : pool.entries()) settle(pooled, population);
  return population;
}

}  // namespace recoup
