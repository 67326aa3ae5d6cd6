// pairing_state.hpp: what is known of two documents' lines while they are paired.
#pragma once

#include <algorithm>
#include <map>
#include <string_view>

#include "coverage.hpp"
#include "likeness.hpp"
#include "pairing.hpp"

namespace recoup {

/// Whether a document begins where another one ended on the day that both show.
enum class FollowsOn : std::uint8_t { no, perhaps, yes };

enum class References : std::uint8_t { unknown, of_one_system, of_two_systems };

/// The lines of one part beside those of the documents before it, and which are paired so far.
class PairingState {
 public:
  PairingState(const std::vector<PooledEntry>& pool, const PartAmongParts& among)
      : pool_(pool),
        parts_(among.parts),
        at_(among.at),
        entries_(among.part().entries),
        coverages_(among.coverage),
        coverage_(among.coverage[among.at]) {
    partner_.resize(entries_.size());
    taken_.assign(pool.size(), false);
    for (std::size_t i = 0; i < at_; ++i) {
      if (coverages_[i].touches(coverage_)) touching_.push_back(coverages_[i]);
    }
    sort_by_day(among.kept_apart);
    shared_days_ = std::count_if(days_.begin(), days_.end(), [](const auto& each) {
      return !each.second.ours.empty() && !each.second.theirs.empty();
    });
    same_days_shown_ = show_the_same();
    follows_on_ = follows_on();
  }

 protected:
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
           std::any_of(touching_.begin(), touching_.end(),
                       [day](const DayCoverage& each) { return each.shows_all_of(day); });
  }

  // Documents of which one ends where the other begins share no more than that day, and neither
  // shows all of it.
  [[nodiscard]] bool do_overlap(Date day) const {
    return shared_days_ > 1 || coverage_.shows_all_of(day) ||
           std::any_of(touching_.begin(), touching_.end(),
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
      if (coverages_[i].last != coverage_.first) continue;
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
    // Where none is equal, two layouts take them from two places.
    const std::string& layout = parts_[at_].layout;
    const bool two_layouts =
        !layout.empty() && !parts_[part].layout.empty() && layout != parts_[part].layout;
    bool is_same_day_and_value = false;
    for (const Transaction& entry : parts_[part].entries) {
      if (entry.reference.empty()) continue;
      if (names.contains(entry.reference)) return at->second = References::of_one_system;
      const Date day = entry.booked_at.date();
      const bool whole = coverage_.shows_all_of(day) && coverages_[part].shows_all_of(day);
      is_same_day_and_value = is_same_day_and_value ||
                              ((whole || two_layouts) && ours.contains({day, line_value(entry)}));
    }
    if (is_same_day_and_value && (same_days_shown_ || two_layouts))
      at->second = References::of_two_systems;
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

  // On a day that was cut, two times are two entries: one document may end where the other begins.
  [[nodiscard]] bool times_contradict(std::size_t i, std::size_t j) const {
    const BookingTime& ours = entries_[i].booked_at;
    return !is_whole(ours.date()) &&
           std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(),
                       [&](const ShownLine& line) { return !agree(ours, line.entry->booked_at); });
  }

  [[nodiscard]] bool balances_contradict(std::size_t i, std::size_t j) const {
    return std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(), [&](const ShownLine& line) {
      return balances_differ(entries_[i], *line.entry);
    });
  }

  [[nodiscard]] bool is_of_our_layout(std::size_t j) const {
    const std::string& layout = parts_[at_].layout;
    return !layout.empty() &&
           std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(),
                       [&](const ShownLine& line) { return parts_[line.part].layout == layout; });
  }

  [[nodiscard]] bool shown_as(std::size_t j, auto says) const {
    return std::any_of(pool_[j].shown.begin(), pool_[j].shown.end(),
                       [&](const ShownLine& line) { return !line.is_sum && says(*line.entry); });
  }

  [[nodiscard]] bool has_two_references(std::size_t i, std::size_t j) const {
    const std::string& ours = entries_[i].reference;
    return !ours.empty() && shown_as(j, [&](const Transaction& entry) {
      return !entry.reference.empty() && entry.reference != ours;
    });
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

  void pair(std::size_t i, std::size_t j, bool certain) {
    partner_[i] = LinePartner{j, certain, false, false};
    taken_[j] = true;
  }

  const std::vector<PooledEntry>& pool_;
  const std::vector<StatementPart>& parts_;
  std::size_t at_;
  const std::vector<Transaction>& entries_;
  const std::vector<DayCoverage>& coverages_;
  DayCoverage coverage_;
  std::vector<DayCoverage> touching_;  // Of the earlier parts that speak of days of this one.
  std::map<Date, DayLines> days_;
  std::map<std::size_t, References> references_;
  std::vector<std::optional<LinePartner>> partner_;
  std::vector<bool> taken_;
  std::ptrdiff_t shared_days_ = 0;
  bool same_days_shown_ = false;
  FollowsOn follows_on_ = FollowsOn::no;
};

}  // namespace recoup
