#include "sets.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "assignment.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

/// Legs that are alike: of one account and booking time, with the same offers from the same legs.
struct LikeLegs {
  std::vector<LegRow> legs;  ///< In statement order.
};

using Offers = std::vector<std::pair<std::uint32_t, int>>;  // the other leg or class, weight

std::map<LegRow, std::uint32_t> numbered(ReadingSet set, bool debits) {
  std::map<LegRow, std::uint32_t> rows;
  for (const Reading& reading : set) rows.emplace(debits ? reading.debit : reading.credit, 0);
  std::uint32_t next = 0;
  for (auto& [leg, row] : rows) row = next++;
  return rows;
}

/// Puts legs with equal offers into one class. Returns the class of each leg.
std::map<LegRow, std::uint32_t> classes_of(const Ledger& ledger, ReadingSet set, bool debits,
                                           std::vector<LikeLegs>& classes) {
  std::map<LegRow, Offers> offers;
  for (const Reading& reading : set) {
    const LegRow leg = debits ? reading.debit : reading.credit;
    const LegRow other = debits ? reading.credit : reading.debit;
    offers[leg].emplace_back(static_cast<std::uint32_t>(other), reading.weight());
  }
  using Likeness = std::tuple<AccountRow, std::string, Offers>;
  std::map<Likeness, std::uint32_t> known;
  std::map<LegRow, std::uint32_t> class_of;
  for (auto& [leg, of_leg] : offers) {
    std::sort(of_leg.begin(), of_leg.end());
    const Likeness likeness{ledger.account[index(leg)], ledger.booked_at[index(leg)].text(),
                            of_leg};
    const auto next = static_cast<std::uint32_t>(classes.size());
    const auto [at, is_new] = known.try_emplace(likeness, next);
    if (is_new) classes.emplace_back();
    classes[at->second].legs.push_back(leg);
    class_of[leg] = at->second;
  }
  return class_of;
}

std::vector<std::uint32_t> units_of(const std::vector<LikeLegs>& classes) {
  std::vector<std::uint32_t> units;
  for (const LikeLegs& each : classes)
    units.push_back(static_cast<std::uint32_t>(each.legs.size()));
  return units;
}

const Reading& reading_between(ReadingSet set, LegRow debit, LegRow credit) {
  const auto at = std::find_if(set.begin(), set.end(), [&](const Reading& reading) {
    return reading.debit == debit && reading.credit == credit;
  });
  RECOUP_CHECK(at != set.end());
  return *at;
}

std::set<std::string> words_of(const LegText& text) {
  std::set<std::string> words;
  for (const std::string_view part : {text.description, text.reference}) {
    std::string word;
    for (std::size_t i = 0; i <= part.size(); ++i) {
      const char c = i < part.size() ? part[i] : ' ';
      const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (is_letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128) {
        word += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        continue;
      }
      if (word.size() >= 4) words.insert(word);
      word.clear();
    }
  }
  return words;
}

/// One word, or one that a bank cut off.
bool is_one_word(const std::string& one, const std::string& other) {
  constexpr std::size_t cut_length_min = 6;
  const std::string& shorter = one.size() < other.size() ? one : other;
  const std::string& longer = one.size() < other.size() ? other : one;
  return longer.starts_with(shorter) &&
         (shorter.size() == longer.size() || shorter.size() >= cut_length_min);
}

using WordsByLeg = std::map<LegRow, std::set<std::string>>;

std::size_t legs_with(const WordsByLeg& legs, const std::string& word) {
  return static_cast<std::size_t>(std::count_if(legs.begin(), legs.end(), [&](const auto& each) {
    return std::any_of(each.second.begin(), each.second.end(),
                       [&](const std::string& other) { return is_one_word(word, other); });
  }));
}

}  // namespace

std::vector<std::uint32_t> first_joined(std::size_t count,
                                        std::vector<std::pair<LegRow, std::uint32_t>> uses) {
  std::vector<std::uint32_t> above(count);
  std::iota(above.begin(), above.end(), std::uint32_t{0});
  const auto root = [&](std::uint32_t at) {
    while (above[at] != at) at = above[at] = above[above[at]];
    return at;
  };
  std::sort(uses.begin(), uses.end());
  for (std::size_t i = 1; i < uses.size(); ++i) {
    if (uses[i].first != uses[i - 1].first) continue;
    const std::uint32_t one = root(uses[i - 1].second);
    const std::uint32_t other = root(uses[i].second);
    above[std::max(one, other)] = std::min(one, other);
  }
  for (std::uint32_t i = 0; i < count; ++i) above[i] = root(i);
  return above;
}

ReadingSets::ReadingSets(std::vector<Reading> readings) {
  std::vector<std::pair<LegRow, std::uint32_t>> uses;
  uses.reserve(readings.size() * 2);
  for (std::uint32_t i = 0; i < readings.size(); ++i) {
    uses.emplace_back(readings[i].debit, i);
    uses.emplace_back(readings[i].credit, i);
  }
  const std::vector<std::uint32_t> root = first_joined(readings.size(), std::move(uses));
  std::vector<std::size_t> set_of_root(readings.size());
  first_.push_back(0);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (root[i] == i) {
      set_of_root[i] = first_.size() - 1;
      first_.push_back(0);
    }
    ++first_[set_of_root[root[i]] + 1];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  readings_.resize(readings.size());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    readings_[next[set_of_root[root[i]]]++] = readings[i];
  }
}

std::size_t count_legs(ReadingSet set) {
  if (set.size() == 1) return 2;
  return numbered(set, true).size() + numbered(set, false).size();
}

void mark_shared_words(const Ledger& ledger, std::span<Reading> set) {
  WordsByLeg debits;
  WordsByLeg credits;
  for (const Reading& reading : set) {
    debits.try_emplace(reading.debit, words_of(ledger.text[index(reading.debit)]));
    credits.try_emplace(reading.credit, words_of(ledger.text[index(reading.credit)]));
  }
  for (Reading& reading : set) {
    const std::set<std::string>& there = credits.at(reading.credit);
    for (const std::string& word : debits.at(reading.debit)) {
      const bool is_there = std::any_of(there.begin(), there.end(), [&](const std::string& other) {
        return is_one_word(word, other);
      });
      if (!is_there) continue;
      if (legs_with(debits, word) == 1 && legs_with(credits, word) == 1) {
        reading.shares_words = true;
      }
    }
  }
}

SetAnswer answer_set(const Ledger& ledger, ReadingSet set) {
  if (set.size() == 1) return {set[0].weight(), {{set[0], 1}}};
  RECOUP_CHECK(count_legs(set) <= set_legs_max);
  std::vector<LikeLegs> debits;
  std::vector<LikeLegs> credits;
  const auto class_of_debit = classes_of(ledger, set, true, debits);
  const auto class_of_credit = classes_of(ledger, set, false, credits);
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> weights;
  for (const Reading& reading : set) {
    weights[{class_of_debit.at(reading.debit), class_of_credit.at(reading.credit)}] =
        reading.weight();
  }
  std::vector<Offer> offers;
  for (const auto& [pair, weight] : weights) offers.push_back({pair.first, pair.second, weight});
  const BestAssignment best = best_assignment(units_of(debits), units_of(credits), offers);
  SetAnswer answer{best.weight, {}};
  for (const TakenUnits& share : best.shares) {
    const Offer& offer = offers[share.offer];
    const std::vector<LegRow>& paying = debits[offer.debit].legs;
    const std::vector<LegRow>& paid = credits[offer.credit].legs;
    // Which of more legs that are alike it is, nothing says.
    if (!share.is_certain || paying.size() != share.units || paid.size() != share.units) continue;
    for (std::uint32_t i = 0; i < share.units; ++i) {
      answer.certain.push_back({reading_between(set, paying[i], paid[i]), share.units});
    }
  }
  return answer;
}

}  // namespace recoup
