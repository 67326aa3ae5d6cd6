#include "pairing.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "coverage.hpp"
#include "likeness.hpp"

namespace recoup {
namespace {

/// Beyond this many comparisons, lines of one day and amount are paired in their order.
constexpr std::size_t comparisons_max = 10'000;

/// Whether a document begins where another one ended on the day that both show.
enum class FollowsOn : std::uint8_t { no, perhaps, yes };

enum class References : std::uint8_t { unknown, of_one_system, of_two_systems };

class Pairer {
 public:
  Pairer(const std::vector<PooledEntry>& pool, const std::vector<StatementPart>& parts,
         std::size_t at, const std::set<RecordPlace>& kept_apart)
      : pool_(pool),
        parts_(parts),
        at_(at),
        entries_(parts[at].entries),
        coverage_(coverage_of(parts[at])) {
    partner_.resize(entries_.size());
    taken_.assign(pool.size(), false);
    for (std::size_t i = 0; i < at; ++i) earlier_.push_back(coverage_of(parts[i]));
    sort_by_day(kept_apart);
    same_days_shown_ = show_the_same();
    follows_on_ = follows_on();
  }

  std::vector<std::optional<LinePartner>> run() {
    for (const auto& [day, lines] : days_) {
      if (lines.ours.empty() || lines.theirs.empty()) continue;
      const std::map<LineValue, DayLines> groups = by_value(lines);
      const auto each_group = [&](auto pairs) {
        for (const auto& [value, group] : groups) pairs(group);
      };
      each_group([&](const DayLines& group) { pair_by_reference(group); });
      if (!is_whole(day) && align(lines)) continue;
      const std::vector<std::optional<LinePartner>> by_reference = partner_;
      pair_alike(day, lines, groups);
      each_group([&](const DayLines& group) { pair_by_balance(group); });
      if (goes_on_within(day, lines)) {
        keep_only(by_reference, lines);
        continue;
      }
      if (is_whole(day) ? same_days_shown_ : contains_values(lines)) {
        pair_by_count(day, lines, groups);
      }
      pair_sums(day, lines);
    }
    return std::move(partner_);
  }

 private:
  /// Lines of one day: ours by their place in the part, theirs by their place in the pool.
  struct DayLines {
    std::vector<std::size_t> ours;
    std::vector<std::size_t> theirs;
  };

  void sort_by_day(const std::set<RecordPlace>& kept_apart) {
    const auto apart = [&](const RecordPlace& place) { return kept_apart.contains(place); };
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (apart({parts_[at_].document, entries_[i].line})) continue;
      days_[entries_[i].booked_at.date()].ours.push_back(i);
    }
    for (std::size_t j = 0; j < pool_.size(); ++j) {
      const auto day = days_.find(pool_[j].first().booked_at.date());
      const auto& shown = pool_[j].shown;
      const bool is_apart = std::any_of(shown.begin(), shown.end(),
                                        [&](const ShownLine& line) { return apart(line.place); });
      if (day != days_.end() && !is_apart) day->second.theirs.push_back(j);
    }
  }

  [[nodiscard]] bool is_whole(Date day) const {
    return coverage_.shows_all_of(day) &&
           std::any_of(earlier_.begin(), earlier_.end(),
                       [day](const DayCoverage& each) { return each.shows_all_of(day); });
  }

  [[nodiscard]] std::map<LineValue, DayLines> by_value(const DayLines& lines) const {
    std::map<LineValue, DayLines> groups;
    for (const std::size_t i : lines.ours) groups[line_value(entries_[i])].ours.push_back(i);
    for (const std::size_t j : lines.theirs) {
      groups[line_value(pool_[j].first())].theirs.push_back(j);
    }
    return groups;
  }

  std::map<LineValue, std::pair<std::size_t, std::size_t>> counts(const DayLines& lines) const {
    std::map<LineValue, std::pair<std::size_t, std::size_t>> counted;
    for (const std::size_t i : lines.ours) ++counted[line_value(entries_[i])].first;
    for (const std::size_t j : lines.theirs) ++counted[line_value(pool_[j].first())].second;
    return counted;
  }

  // Two documents may show the same days and each only a choice of the entries: then an equal
  // amount is no sign of an equal entry.
  [[nodiscard]] bool show_the_same() const {
    std::size_t ours = 0;
    std::size_t theirs = 0;
    std::size_t both = 0;
    for (const auto& [day, lines] : days_) {
      if (!is_whole(day)) continue;
      for (const auto& [value, count] : counts(lines)) {
        ours += count.first;
        theirs += count.second;
        both += std::min(count.first, count.second);
      }
    }
    return both > 0 && 2 * both >= std::min(ours, theirs);
  }

  // Whether this document begins, within a day, where an earlier one ended. One that shows the day
  // from its beginning would begin with another balance, but where the day adds up to nothing.
  [[nodiscard]] FollowsOn follows_on() const {
    const std::optional<Money> before = balance_before_all(parts_[at_]);
    for (std::size_t i = 0; before && i < at_; ++i) {
      if (earlier_[i].last != coverage_.first) continue;
      if (balance_after_all(parts_[i]) != before) continue;
      MinorUnits sum = 0;
      for (const Transaction& entry : parts_[i].entries) {
        const bool counts = entry.booked_at.date() == coverage_.first &&
                            entry.amount.currency() == before->currency();
        if (counts) sum += entry.amount.minor();
      }
      return sum == 0 ? FollowsOn::perhaps : FollowsOn::yes;
    }
    return FollowsOn::no;
  }

  // Whether references of two documents come from one system: then two that differ are two
  // entries. Between systems (a bank's own number, an identifier of a download) none agrees.
  References references_of(std::size_t part) {
    const auto [at, is_new] = references_.try_emplace(part, References::unknown);
    if (!is_new) return at->second;
    std::map<std::pair<Date, LineValue>, bool> ours;
    std::set<std::string_view> names;
    for (const Transaction& entry : entries_) {
      if (entry.reference.empty()) continue;
      names.insert(entry.reference);
      ours[{entry.booked_at.date(), line_value(entry)}] = true;
    }
    bool is_same_day_and_value = false;
    for (const Transaction& entry : parts_[part].entries) {
      if (entry.reference.empty()) continue;
      if (names.contains(entry.reference)) return at->second = References::of_one_system;
      const Date day = entry.booked_at.date();
      const bool whole = coverage_.shows_all_of(day) && earlier_[part].shows_all_of(day);
      is_same_day_and_value =
          is_same_day_and_value || (whole && ours.contains({day, line_value(entry)}));
    }
    if (is_same_day_and_value && same_days_shown_) at->second = References::of_two_systems;
    return at->second;
  }

  bool references_contradict(std::size_t i, std::size_t j, bool balance_agrees) {
    const std::string& reference = entries_[i].reference;
    return std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(), [&](const ShownLine& line) {
      const std::string& other = line.entry->reference;
      if (reference.empty() || other.empty() || reference == other) return false;
      const References relation = references_of(line.part);
      return relation == References::of_one_system ||
             (relation == References::unknown && !balance_agrees);
    });
  }

  [[nodiscard]] bool balances_contradict(std::size_t i, std::size_t j) const {
    return std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(), [&](const ShownLine& line) {
      return balances_differ(entries_[i], *line.entry);
    });
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

  void pair(std::size_t i, std::size_t j, bool certain) {
    partner_[i] = LinePartner{j, certain, false, false};
    taken_[j] = true;
  }

  [[nodiscard]] bool shown_as(std::size_t j, auto says) const {
    return std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(),
                       [&](const ShownLine& line) { return !line.is_sum && says(*line.entry); });
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
           !references_contradict(i, j, true);
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

  [[nodiscard]] bool has_two_references(std::size_t i, std::size_t j) const {
    const std::string& ours = entries_[i].reference;
    return !ours.empty() && shown_as(j, [&](const Transaction& entry) {
      return !entry.reference.empty() && entry.reference != ours;
    });
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

  // On a day that one of them may have cut, one has to show all amounts that the other shows.
  [[nodiscard]] bool contains_values(const DayLines& lines) const {
    bool ours_in_theirs = true;
    bool theirs_in_ours = true;
    for (const auto& [value, count] : counts(lines)) {
      ours_in_theirs = ours_in_theirs && count.first <= count.second;
      theirs_in_ours = theirs_in_ours && count.second <= count.first;
    }
    return ours_in_theirs || theirs_in_ours;
  }

  void pair_by_balance(const DayLines& lines) {
    for (const bool certain : {true, false}) {
      pair_where(lines, certain, [&](std::size_t i, std::size_t j) {
        const Transaction& ours = entries_[i];
        const bool same = shown_as(j, [&](const Transaction& entry) {
          return ours.balance.has_value() && entry.balance == ours.balance;
        });
        return same && !references_contradict(i, j, true) && certain != has_two_references(i, j);
      });
    }
  }

  // The last balance printed on a day, of our lines and of theirs.
  [[nodiscard]] bool ends_alike(const DayLines& lines) const {
    const Transaction& ours = entries_[lines.ours.back()];
    const Transaction& theirs = pool_[lines.theirs.back()].first();
    return ours.balance && theirs.balance && *ours.balance == *theirs.balance;
  }

  [[nodiscard]] bool has_equal_counts(const DayLines& lines) const {
    const auto counted = counts(lines);
    return std::all_of(counted.begin(), counted.end(),
                       [](const auto& each) { return each.second.first == each.second.second; });
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
      return !references_contradict(i, j, false) && (another_order || !balances_contradict(i, j));
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

  void pair_sums(Date day, const DayLines& lines) {
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
    for (const auto& [batch, group] : ours) sum_is_theirs(day, batch, group, lines);
    for (const auto& [key, group] : theirs) sum_is_ours(day, key.second, group, lines);
  }

  // One line stands for a batch on days that both show whole, or where it names the batch.
  [[nodiscard]] bool may_be_sum(Date day, const std::string& batch, const Transaction& line) const {
    const bool named = !line.reference.empty() && batch.find(line.reference) != std::string::npos;
    return batch_of(line).empty() && (named || is_whole(day));
  }

  void sum_is_theirs(Date day, const std::string& batch, const std::vector<std::size_t>& group,
                     const DayLines& lines) {
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

  void sum_is_ours(Date day, const std::string& batch, const std::vector<std::size_t>& group,
                   const DayLines& lines) {
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

  const std::vector<PooledEntry>& pool_;
  const std::vector<StatementPart>& parts_;
  std::size_t at_;
  const std::vector<Transaction>& entries_;
  DayCoverage coverage_;
  std::vector<DayCoverage> earlier_;
  std::map<Date, DayLines> days_;
  std::map<std::size_t, References> references_;
  std::vector<std::optional<LinePartner>> partner_;
  std::vector<bool> taken_;
  bool same_days_shown_ = false;
  FollowsOn follows_on_ = FollowsOn::no;
};

}  // namespace

std::vector<std::optional<LinePartner>> pair_lines(const std::vector<PooledEntry>& pool,
                                                   const std::vector<StatementPart>& parts,
                                                   std::size_t at,
                                                   const std::set<RecordPlace>& kept_apart) {
  return Pairer(pool, parts, at, kept_apart).run();
}

}  // namespace recoup
