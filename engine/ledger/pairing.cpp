#include "pairing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "pairing_state.hpp"

namespace recoup {
namespace {

/// Beyond this many comparisons, lines of one day and amount are paired in their order.
constexpr std::size_t comparisons_max = 10'000;

/// One way of pairing after the other, the surest first.
class Pairer : public PairingState {
 public:
  using PairingState::PairingState;

  std::vector<std::optional<LinePartner>> run() {
    for (const auto& [day, lines] : days_) {
      if (lines.ours.empty() || lines.theirs.empty()) continue;
      pair_of_one_layout(day, lines);
    }
    for (const auto& [day, all_lines] : days_) {
      const DayLines lines = of_other_layouts(all_lines);
      if (lines.ours.empty() || lines.theirs.empty()) continue;
      const std::map<LineValue, DayLines> groups = by_value(lines);
      const auto each_group = [&](auto pairs) {
        for (const auto& [value, group] : groups) pairs(group);
      };
      each_group([&](const DayLines& group) { pair_by_reference(group); });
      pair_sums(day, lines, true);
      if (!is_whole(day) && align(lines)) continue;
      const std::vector<std::optional<LinePartner>> by_reference = partner_;
      pair_alike(day, lines, groups);
      each_group([&](const DayLines& group) { pair_by_balance(group); });
      if (goes_on_within(day, lines)) {
        keep_only(by_reference, lines);
        continue;
      }
      if (is_whole(day) ? same_days_shown_ : do_overlap(day) && contains_values(lines)) {
        pair_by_count(day, lines, groups);
      }
      pair_sums(day, lines, false);
    }
    return std::move(partner_);
  }

 private:
  // Documents of one layout write an entry in the same words: what differs is another entry.
  void pair_of_one_layout(Date day, const DayLines& lines) {
    DayLines alike = lines;
    std::erase_if(alike.theirs, [&](std::size_t j) { return !is_of_our_layout(j); });
    if (!alike.theirs.empty()) pair_alike(day, alike, by_value(alike));
  }

  [[nodiscard]] DayLines of_other_layouts(const DayLines& lines) const {
    DayLines others = lines;
    std::erase_if(others.ours, [&](std::size_t i) { return partner_[i].has_value(); });
    std::erase_if(others.theirs, [&](std::size_t j) { return taken_[j] || is_of_our_layout(j); });
    return others;
  }

  template <typename Fits>
  void pair_where(const DayLines& group, bool certain, Fits fits) {
    for (const std::size_t i : group.ours) {
      if (partner_[i]) continue;
      for (const std::size_t j : group.theirs) {
        if (taken_[j] || !fits(i, j)) continue;
        pair(i, j, certain);
        break;
      }
    }
  }

  void pair_by_reference(const DayLines& lines) {
    pair_where(lines, true, [&](std::size_t i, std::size_t j) {
      const std::string& reference = entries_[i].reference;
      return !reference.empty() && !balances_contradict(i, j) &&
             shown_as(j, [&](const Transaction& entry) { return entry.reference == reference; });
    });
  }

  // Lines that say nothing of their own are the same only where one document shows all that the
  // other shows of that day; otherwise a statement cut in two within a day would lose a genuine
  // second payment of the same amount.
  void pair_alike(Date day, const DayLines& lines, const std::map<LineValue, DayLines>& groups) {
    std::vector<std::size_t> unmarked;
    for (const std::size_t i : lines.ours) {
      if (!partner_[i] && !tells_itself_apart(entries_[i])) unmarked.push_back(i);
    }
    for (const auto& [value, group] : groups) {
      pair_where(group, true, [&](std::size_t i, std::size_t j) {
        return shown_as(j, [&](const Transaction& entry) { return are_alike(entries_[i], entry); });
      });
    }
    const auto paired = static_cast<std::size_t>(
        std::count_if(lines.ours.begin(), lines.ours.end(),
                      [&](std::size_t i) { return partner_[i].has_value(); }));
    const bool contained = paired == lines.ours.size() || paired == lines.theirs.size();
    const bool day_agrees = is_whole(day) && has_equal_counts(lines);
    for (const std::size_t i : unmarked) {
      if (!partner_[i]) continue;
      if (contained) {
        partner_[i]->certain = day_agrees;
      } else {
        taken_[partner_[i]->pooled] = false;
        partner_[i] = std::nullopt;
      }
    }
  }

  bool is_aligned(std::size_t i, std::size_t j) {
    const Transaction& ours = entries_[i];
    if (partner_[i]) return partner_[i]->pooled == j;
    return !taken_[j] && line_value(ours) == line_value(pool_[j].first()) &&
           shown_as(j, [&](const Transaction& entry) { return entry.balance == ours.balance; }) &&
           !times_contradict(i, j) && !references_contradict(i, j, true);
  }

  // Where every line prints its balance, the lines that two documents share of a day that was cut
  // stand in one row in both: theirs, moved by `shift`, agree wherever the two lie side by side.
  bool align(const DayLines& lines) {
    const auto has_balance = [](const Transaction& entry) { return entry.balance.has_value(); };
    for (const std::size_t i : lines.ours) {
      if (!entries_[i].balance) return false;
    }
    for (const std::size_t j : lines.theirs) {
      if (!shown_as(j, has_balance)) return false;
    }
    const auto count = static_cast<std::ptrdiff_t>(lines.ours.size());
    const auto held = static_cast<std::ptrdiff_t>(lines.theirs.size());
    std::ptrdiff_t best = 0;
    std::ptrdiff_t best_shift = 0;
    for (std::ptrdiff_t shift = 1 - count; shift < held; ++shift) {
      const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, -shift);
      const std::ptrdiff_t to = std::min(count, held - shift);
      if (to - from <= best) continue;
      bool fits = true;
      for (std::ptrdiff_t k = from; fits && k < to; ++k) {
        fits = is_aligned(lines.ours[static_cast<std::size_t>(k)],
                          lines.theirs[static_cast<std::size_t>(k + shift)]);
      }
      if (!fits) continue;
      best = to - from;
      best_shift = shift;
    }
    for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, -best_shift), end = k + best; k < end;
         ++k) {
      const std::size_t i = lines.ours[static_cast<std::size_t>(k)];
      const std::size_t j = lines.theirs[static_cast<std::size_t>(k + best_shift)];
      if (!partner_[i]) pair(i, j, !has_two_references(i, j));
    }
    return best > 0;
  }

  [[nodiscard]] bool goes_on_within(Date day, const DayLines& lines) const {
    if (follows_on_ == FollowsOn::no || day != coverage_.first) return false;
    return follows_on_ == FollowsOn::yes || std::any_of(lines.theirs.begin(), lines.theirs.end(),
                                                        [&](std::size_t j) { return !taken_[j]; });
  }

  void keep_only(const std::vector<std::optional<LinePartner>>& kept, const DayLines& lines) {
    for (const std::size_t i : lines.ours) {
      if (!partner_[i] || kept[i]) continue;
      taken_[partner_[i]->pooled] = false;
      partner_[i] = std::nullopt;
    }
  }

  void pair_by_balance(const DayLines& lines) {
    for (const bool certain : {true, false}) {
      pair_where(lines, certain, [&](std::size_t i, std::size_t j) {
        const Transaction& ours = entries_[i];
        const bool same = shown_as(j, [&](const Transaction& entry) {
          return ours.balance.has_value() && entry.balance == ours.balance;
        });
        return same && !times_contradict(i, j) && !references_contradict(i, j, true) &&
               certain != has_two_references(i, j);
      });
    }
  }

  void pair_by_count(Date day, const DayLines& lines, const std::map<LineValue, DayLines>& groups) {
    const bool day_agrees = is_whole(day) && has_equal_counts(lines);
    const bool another_order = day_agrees && ends_alike(lines);
    for (const auto& [value, group] : groups) {
      DayLines open = group;
      std::erase_if(open.ours, [&](std::size_t i) { return partner_[i].has_value(); });
      std::erase_if(open.theirs, [&](std::size_t j) { return taken_[j]; });
      pair_group(open, day_agrees, another_order);
    }
  }

  // Lines of one day and amount: the two most alike first, ties in their order.
  void pair_group(const DayLines& group, bool day_agrees, bool another_order) {
    const auto may_pair = [&](std::size_t i, std::size_t j) {
      return !times_contradict(i, j) && !references_contradict(i, j, false) &&
             (another_order || !balances_contradict(i, j));
    };
    const std::size_t comparisons = group.ours.size() * group.theirs.size();
    if (comparisons == 1 || comparisons > comparisons_max) {
      pair_where(group, day_agrees && comparisons == 1, may_pair);
      return;
    }
    using Choice = std::tuple<bool, std::size_t, std::size_t, std::size_t>;
    std::vector<Choice> choices;
    for (const std::size_t i : group.ours) {
      for (const std::size_t j : group.theirs) {
        if (!may_pair(i, j)) continue;
        const Transaction& theirs = pool_[j].first();
        const bool other_time = entries_[i].booked_at != theirs.booked_at;
        choices.emplace_back(other_time, ~words_in_common(entries_[i], theirs), i, j);
      }
    }
    std::sort(choices.begin(), choices.end());
    for (const auto& [other_time, unlike, i, j] : choices) {
      if (!partner_[i] && !taken_[j]) pair(i, j, day_agrees);
    }
  }

  // `named`: only lines that bear the batch's own reference.
  void pair_sums(Date day, const DayLines& lines, bool named) {
    std::map<std::string, std::vector<std::size_t>> ours;
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> theirs;
    for (const std::size_t i : lines.ours) {
      if (const std::string batch = batch_of(entries_[i]); !batch.empty()) ours[batch].push_back(i);
    }
    for (const std::size_t j : lines.theirs) {
      const ShownLine& line = pool_[j].shown.front();
      if (const std::string batch = batch_of(*line.entry); !batch.empty()) {
        theirs[{line.part, batch}].push_back(j);
      }
    }
    for (const auto& [batch, group] : ours)
      sum_is_theirs(named ? std::nullopt : std::optional(day), batch, group, lines);
    for (const auto& [key, group] : theirs)
      sum_is_ours(named ? std::nullopt : std::optional(day), key.second, group, lines);
  }

  // One line stands for a batch where it names it, or on a day that both show whole.
  [[nodiscard]] bool may_be_sum(std::optional<Date> day, const std::string& batch,
                                const Transaction& line) const {
    const bool named = !line.reference.empty() && batch.find(line.reference) != std::string::npos;
    return batch_of(line).empty() && (named || (day && is_whole(*day)));
  }

  void sum_is_theirs(std::optional<Date> day, const std::string& batch,
                     const std::vector<std::size_t>& group, const DayLines& lines) {
    std::vector<const Transaction*> details;
    for (const std::size_t i : group) {
      if (partner_[i]) return;
      details.push_back(&entries_[i]);
    }
    const std::optional<Money> sum = sum_of_lines(details);
    for (const std::size_t j : lines.theirs) {
      const Transaction& line = pool_[j].first();
      if (taken_[j] || sum != line.amount || !may_be_sum(day, batch, line)) continue;
      partner_[group.back()] = LinePartner{j, true, false, true};
      taken_[j] = true;
      return;
    }
  }

  void sum_is_ours(std::optional<Date> day, const std::string& batch,
                   const std::vector<std::size_t>& group, const DayLines& lines) {
    std::vector<const Transaction*> details;
    for (const std::size_t j : group) {
      if (taken_[j]) return;
      details.push_back(&pool_[j].first());
    }
    const std::optional<Money> sum = sum_of_lines(details);
    for (const std::size_t i : lines.ours) {
      if (partner_[i] || sum != entries_[i].amount || !may_be_sum(day, batch, entries_[i]))
        continue;
      partner_[i] = LinePartner{group.back(), true, true, false};
      for (const std::size_t j : group) taken_[j] = true;
      return;
    }
  }
};

}  // namespace

std::vector<std::optional<LinePartner>> pair_lines(const std::vector<PooledEntry>& pool,
                                                   const PartAmongParts& among) {
  return Pairer(pool, among).run();
}

}  // namespace recoup
