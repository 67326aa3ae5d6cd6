#include "sums.hpp"

#include <algorithm>
#include <map>

namespace recoup {
namespace {

/// Tries every choice of up to `sum_parts_max` candidates.
class SumSearch {
 public:
  SumSearch(const Field& field, LegRow whole, const std::vector<LegRow>& candidates,
            std::vector<Sum>& found)
      : field_(field), whole_(whole), candidates_(candidates), found_(found) {}

  void run() { choose(0, field_.amount(whole_)); }

 private:
  void choose(std::size_t from, MinorUnits left) {
    if (left == 0) {
      if (chosen_.size() > 1) found_.push_back({whole_, chosen_});
      return;
    }
    if (chosen_.size() == sum_parts_max) return;
    for (std::size_t i = from; i < candidates_.size(); ++i) {
      const MinorUnits amount = field_.amount(candidates_[i]);
      if (amount > left) continue;
      chosen_.push_back(candidates_[i]);
      choose(i + 1, left - amount);
      chosen_.pop_back();
    }
  }

  const Field& field_;
  LegRow whole_;
  const std::vector<LegRow>& candidates_;
  std::vector<Sum>& found_;
  std::vector<LegRow> chosen_;
};

void search_wholes(const Field& field, const std::map<LegRow, std::vector<LegRow>>& candidates,
                   FoundSums& found) {
  for (const auto& [whole, smaller] : candidates) {
    MinorUnits total = 0;
    for (const LegRow leg : smaller) total += field.amount(leg);
    if (smaller.size() < 2 || total < field.amount(whole)) continue;
    if (smaller.size() > sum_candidates_max) {
      found.not_searched.push_back({whole, smaller});
      continue;
    }
    SumSearch(field, whole, smaller, found.sums).run();
  }
}

}  // namespace

FoundSums sums_between(const Field& field) {
  FoundSums found;
  for (const NamedPair& pair : named_pairs(field)) {
    std::map<LegRow, std::vector<LegRow>> of_debits;
    std::map<LegRow, std::vector<LegRow>> of_credits;
    each_within_window(field, pair, [&](const Reading& reading) {
      if (field.ledger.currency[index(reading.debit)] !=
          field.ledger.currency[index(reading.credit)]) {
        return;
      }
      const MinorUnits paid = field.amount(reading.debit);
      const MinorUnits got = field.amount(reading.credit);
      if (got < paid) of_debits[reading.debit].push_back(reading.credit);
      if (paid < got) of_credits[reading.credit].push_back(reading.debit);
    });
    search_wholes(field, of_debits, found);
    search_wholes(field, of_credits, found);
  }
  return found;
}

}  // namespace recoup
