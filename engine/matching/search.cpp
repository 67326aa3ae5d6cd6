#include "search.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "words.hpp"

namespace recoup {
namespace {

/// No reading can explain more than the best reading of each debit, or of each credit, comes to.
std::int64_t weight_bound(ReadingSet set) {
  std::map<LegRow, std::int64_t> debits;
  std::map<LegRow, std::int64_t> credits;
  for (const Reading& reading : set) {
    const std::int64_t weight = reading.weight();
    debits[reading.debit] = std::max(debits[reading.debit], weight);
    credits[reading.credit] = std::max(credits[reading.credit], weight);
  }
  std::int64_t of_debits = 0;
  std::int64_t of_credits = 0;
  for (const auto& [leg, weight] : debits) of_debits += weight;
  for (const auto& [leg, weight] : credits) of_credits += weight;
  return std::min(of_debits, of_credits);
}

void sort_once(std::vector<LegRow>& legs) {
  std::sort(legs.begin(), legs.end());
  legs.erase(std::unique(legs.begin(), legs.end()), legs.end());
}

std::vector<LegRow> legs_of(ReadingSet set, LegRow Reading::*side) {
  std::vector<LegRow> legs;
  for (const Reading& reading : set) legs.push_back(reading.*side);
  sort_once(legs);
  return legs;
}

/// Words of at least four digits, by which people call what they pay for.
std::vector<std::string> numbers_in(std::string_view words) {
  std::vector<std::string> numbers;
  std::string number;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && words[i] >= '0' && words[i] <= '9') {
      number += words[i];
      continue;
    }
    if (number.size() >= 4) numbers.push_back(number);
    number.clear();
  }
  return numbers;
}

/// Whether both legs bear numbers in their words and none of them on both.
bool are_parted_by_numbers(const Ledger& ledger, const Reading& reading) {
  const auto paid = numbers_in(ledger.text[index(reading.debit)].description);
  const auto got = numbers_in(ledger.text[index(reading.credit)].description);
  return !paid.empty() && !got.empty() &&
         std::find_first_of(paid.begin(), paid.end(), got.begin(), got.end()) == paid.end();
}

/// Legs of several readings of the set, in order.
std::vector<LegRow> contested_legs(ReadingSet set) {
  std::vector<LegRow> legs;
  for (const Reading& reading : set) legs.insert(legs.end(), {reading.debit, reading.credit});
  std::sort(legs.begin(), legs.end());
  std::vector<LegRow> contested;
  for (std::size_t i = 1; i < legs.size(); ++i) {
    if (legs[i] == legs[i - 1]) contested.push_back(legs[i]);
  }
  return contested;
}

bool has_rivals(const std::vector<LegRow>& contested, const Reading& reading) {
  return std::binary_search(contested.begin(), contested.end(), reading.debit) ||
         std::binary_search(contested.begin(), contested.end(), reading.credit);
}

}  // namespace

void Search::one_amount() {
  std::vector<Reading> readings = readings_of_one_amount(field_, crowded_);
  surroundings_.know_exact(links_.matched, readings);
  ReadingSets sets(std::move(readings));
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::span<Reading> set = sets[i];
    const bool is_wanted = set.size() > 1 || ground_of(set[0]) == Ground::none;
    if (is_wanted && count_legs(set) <= set_legs_max) mark_shared_words(field_.ledger, set);
  }
  learn(sets);
  for (std::size_t i = 0; i < sets.size(); ++i) decide(sets[i]);
  // What stood in the way of a pair may have found its own partner meanwhile.
  std::vector<Doubted> again;
  again.swap(doubted_);
  for (const Doubted& each : again) {
    if (!is_open(each.reading)) continue;
    std::string why = ground_of(each.reading) == Ground::one_sided && lags_.allows(each.reading) &&
                              surroundings_.doubt_of_exact(each.reading).empty()
                          ? surroundings_.doubt(each.reading)
                          : each.why;
    if (why.empty()) {
      link({each.reading, 1});
    } else {
      doubted_.push_back({each.reading, std::move(why)});
    }
  }
}

void Search::learn(const ReadingSets& sets) {
  for (const Link& each : links_.matched) {
    if (each.confidence == Confidence::exact) lags_.learn(each.debit, each.credit, 0);
  }
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const ReadingSet set = sets[i];
    if (set.size() == 1 && is_open(set[0]) && ground_of(set[0]) == Ground::firm) {
      lags_.learn(set[0].debit, set[0].credit, set[0].lag);
    }
  }
  lags_.settle();
}

void Search::decide(ReadingSet set) {
  std::vector<CertainPair> certain;
  if (count_legs(set) <= set_legs_max) certain = answer_set(field_.ledger, set).certain;
  const bool is_decided = certain.size() * 2 == count_legs(set);
  if (!is_decided) {
    std::vector<CertainPair> by_lags = certain_by_lags(set);
    if (by_lags.size() > certain.size()) certain = std::move(by_lags);
  }
  accept(set, certain);
}

std::vector<CertainPair> Search::certain_by_lags(ReadingSet set) const {
  std::vector<Reading> allowed;
  for (const Reading& reading : set) {
    if (lags_.allows(reading)) allowed.push_back(reading);
  }
  if (allowed.size() == set.size()) return {};
  std::vector<CertainPair> certain;
  std::int64_t weight = 0;
  const ReadingSets parts(std::move(allowed));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const ReadingSet part = parts[i];
    if (count_legs(part) > set_legs_max) return {};
    SetAnswer answer = answer_set(field_.ledger, part);
    weight += answer.weight;
    for (CertainPair& pair : answer.certain) certain.push_back(pair);
  }
  const std::int64_t whole =
      count_legs(set) <= set_legs_max ? answer_set(field_.ledger, set).weight : weight_bound(set);
  return weight == whole ? certain : std::vector<CertainPair>();
}

std::string Search::doubt(const std::vector<LegRow>& contested, const Reading& reading) const {
  if (std::string crosswise = surroundings_.doubt_of_exact(reading); !crosswise.empty()) {
    return crosswise;
  }
  if (reading.kind == AmountKind::charged && are_parted_by_numbers(field_.ledger, reading)) {
    return "their words bear different numbers";
  }
  if (ground_of(reading) == Ground::one_sided && !lags_.allows(reading)) {
    return "no certain transfer between these banks took as long";
  }
  switch (ground_of(reading)) {
    case Ground::none: return "that is not enough to be certain";
    case Ground::one_sided: return surroundings_.doubt(reading);
    case Ground::firm: break;
  }
  const bool is_exposed = reading.kind != AmountKind::same || has_rivals(contested, reading);
  return is_exposed ? surroundings_.doubt_of_rivals(reading) : std::string();
}

void Search::accept(ReadingSet set, const std::vector<CertainPair>& certain) {
  std::vector<LegRow> contested;
  if (set.size() > 1 && !certain.empty()) contested = contested_legs(set);
  for (const CertainPair& pair : certain) {
    if (!is_open(pair.reading)) continue;
    std::string why = doubt(contested, pair.reading);
    if (why.empty()) {
      link(pair);
    } else if (ground_of(pair.reading) != Ground::none && pair.alike == 1) {
      doubted_.push_back({pair.reading, std::move(why)});
    }
  }
  undecided_.insert(undecided_.end(), set.begin(), set.end());
}

void Search::link_part(LegRow debit, LegRow credit, MinorUnits amount, std::string why) {
  states_[index(debit)] = LegState::linked;
  states_[index(credit)] = LegState::linked;
  Link link{debit, credit, Confidence::strong, std::move(why)};
  link.part = static_cast<std::uint32_t>(links_.parts.size());
  links_.parts.push_back({amount});
  links_.matched.push_back(std::move(link));
}

void Search::link(const CertainPair& pair) {
  const Reading& reading = pair.reading;
  if (reading.kind == AmountKind::charged) {
    return link_part(reading.debit, reading.credit, field_.amount(reading.credit),
                     charged_words(field_, reading));
  }
  states_[index(reading.debit)] = LegState::linked;
  states_[index(reading.credit)] = LegState::linked;
  links_.matched.push_back({reading.debit, reading.credit, Confidence::strong,
                            reading.kind == AmountKind::same
                                ? strong_words(field_, lags_, pair)
                                : exchanged_words(field_, *rates_, reading)});
}

void Search::two_amounts(const PublishedSeries& rates) {
  rates_ = &rates;
  std::vector<Reading> readings = readings_of_two_amounts(field_, rates);
  if (readings.empty()) return;
  // A leg that two readings of one amount fit is not free for a third.
  for (const Reading& reading : undecided_) {
    if (is_open(reading)) readings.push_back(reading);
  }
  undecided_.clear();
  std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return std::tie(a.debit, a.credit) < std::tie(b.debit, b.credit);
  });
  const ReadingSets sets(std::move(readings));
  for (std::size_t i = 0; i < sets.size(); ++i) decide(sets[i]);
}

void Search::link_sum(const Sum& sum) {
  const bool is_debit = field_.ledger.amount_minor[index(sum.whole)] < 0;
  for (const LegRow part : sum.parts) {
    link_part(is_debit ? sum.whole : part, is_debit ? part : sum.whole, field_.amount(part),
              sum_words(field_, sum));
  }
}

void Search::sums() {
  const FoundSums found = sums_between(field_);
  std::vector<std::uint32_t> uses(states_.size(), 0);
  for (const Sum& sum : found.sums) {
    ++uses[index(sum.whole)];
    for (const LegRow part : sum.parts) ++uses[index(part)];
  }
  for (const Reading& reading : undecided_) {
    if (!is_open(reading)) continue;
    for (const LegRow leg : {reading.debit, reading.credit}) uses[index(leg)] += 2;
  }
  const auto wanted_otherwise = [&](LegRow leg) { return uses[index(leg)] > 1; };
  const auto review = [&](const Sum& sum, const std::string& why) {
    const bool is_debit = field_.ledger.amount_minor[index(sum.whole)] < 0;
    const std::vector<LegRow> whole = {sum.whole};
    sums_to_review_.push_back({is_debit ? whole : sum.parts, is_debit ? sum.parts : whole, why});
  };
  for (const Sum& sum : found.sums) {
    if (wanted_otherwise(sum.whole) ||
        std::any_of(sum.parts.begin(), sum.parts.end(), wanted_otherwise)) {
      review(sum, "more than one sum, or a pair as well, fits these legs");
    } else {
      link_sum(sum);
    }
  }
  for (const Sum& sum : found.not_searched) {
    review(sum, std::to_string(sum.parts.size()) +
                    " legs could be parts of the other; so many are not searched");
  }
}

void Search::review_rest() {
  std::erase_if(undecided_, [&](const Reading& reading) {
    return states_[index(reading.debit)] == LegState::linked ||
           states_[index(reading.credit)] == LegState::linked;
  });
  std::map<LegPair, std::string> doubts;
  for (Doubted& each : doubted_) {
    doubts.try_emplace({each.reading.debit, each.reading.credit}, std::move(each.why));
  }
  const ReadingSets sets(std::move(undecided_));
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const ReadingSet set = sets[i];
    const auto doubted = doubts.find({set[0].debit, set[0].credit});
    const std::string why = doubted == doubts.end() ? std::string() : doubted->second;
    links_.review.push_back({legs_of(set, &Reading::debit), legs_of(set, &Reading::credit),
                             review_words(field_, set, why)});
    for (const LegRow leg : links_.review.back().debits) states_[index(leg)] = LegState::in_review;
    for (const LegRow leg : links_.review.back().credits) {
      states_[index(leg)] = LegState::in_review;
    }
  }
  undecided_.clear();
  for (CrowdedLeg& each : crowded_) {
    const bool is_debit = field_.ledger.amount_minor[index(each.leg)] < 0;
    const std::vector<LegRow> one = {each.leg};
    sums_to_review_.push_back({is_debit ? one : each.others, is_debit ? each.others : one,
                               "more than " + std::to_string(CrowdedLeg::others_max) +
                                   " legs of one amount could be its other side; so many are not "
                                   "searched"});
  }
  crowded_.clear();
  for (Review& review : sums_to_review_) {
    const auto is_linked = [&](LegRow leg) { return states_[index(leg)] == LegState::linked; };
    std::erase_if(review.debits, is_linked);
    std::erase_if(review.credits, is_linked);
    if (review.debits.empty() || review.credits.empty()) continue;
    for (const LegRow leg : review.debits) states_[index(leg)] = LegState::in_review;
    for (const LegRow leg : review.credits) states_[index(leg)] = LegState::in_review;
    links_.review.push_back(std::move(review));
  }
  sums_to_review_.clear();
  join_reviews(links_);
}

void join_reviews(Links& links) {
  std::vector<std::pair<LegRow, std::uint32_t>> uses;
  for (std::uint32_t i = 0; i < links.review.size(); ++i) {
    for (const auto* legs : {&links.review[i].debits, &links.review[i].credits}) {
      for (const LegRow leg : *legs) uses.emplace_back(leg, i);
    }
  }
  const std::vector<std::uint32_t> root = first_joined(links.review.size(), std::move(uses));
  const auto add = [](std::vector<LegRow>& to, const std::vector<LegRow>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  std::vector<bool> is_joined(links.review.size(), false);
  for (std::size_t i = 0; i < links.review.size(); ++i) {
    const std::size_t first = root[i];
    if (first == i) continue;
    is_joined[first] = true;
    add(links.review[first].debits, links.review[i].debits);
    add(links.review[first].credits, links.review[i].credits);
  }
  std::vector<Review> kept;
  for (std::size_t i = 0; i < links.review.size(); ++i) {
    if (root[i] != i) continue;
    if (is_joined[i]) {
      sort_once(links.review[i].debits);
      sort_once(links.review[i].credits);
    }
    kept.push_back(std::move(links.review[i]));
  }
  links.review = std::move(kept);
}

}  // namespace recoup
