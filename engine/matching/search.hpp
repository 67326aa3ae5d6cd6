// search.hpp: the search for strong pairs among legs that are open.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sets.hpp"
#include "sums.hpp"
#include "surroundings.hpp"

namespace recoup {

/// Decides sets of readings. Keeps what it could not decide for the review.
class Search {
 public:
  /// Everything must outlive it.
  Search(const Field& field, Lags& lags, std::vector<LegState>& states, Links& links)
      : field_(field), lags_(lags), states_(states), links_(links) {}

  /// Legs of one amount.
  void one_amount();
  /// What is left of those, together with legs between which a charge was taken out or the currency
  /// changed.
  void two_amounts(const PublishedSeries& rates);
  /// One leg as the sum of several.
  void sums();
  /// Lists what was left in doubt as sets to review, but for legs that were linked meanwhile.
  void review_rest();

 private:
  struct Doubted {
    Reading reading;
    std::string why;
  };

  void learn(const ReadingSets& sets);
  void decide(ReadingSet set);
  /// What is certain of the set where learned ways are all that counts, or nothing where these
  /// explain less than the whole set can.
  [[nodiscard]] std::vector<CertainPair> certain_by_lags(ReadingSet set) const;
  void accept(ReadingSet set, const std::vector<CertainPair>& certain);
  /// Why the reading is not certain, where `contested` are the legs of several readings; or empty.
  [[nodiscard]] std::string doubt(const std::vector<LegRow>& contested,
                                  const Reading& reading) const;
  [[nodiscard]] bool is_open(const Reading& reading) const {
    return states_[index(reading.debit)] == LegState::open &&
           states_[index(reading.credit)] == LegState::open;
  }
  void link(const CertainPair& pair);
  void link_sum(const Sum& sum);
  void link_part(LegRow debit, LegRow credit, MinorUnits amount, std::string why);

  const Field& field_;
  Lags& lags_;
  std::vector<LegState>& states_;
  Links& links_;
  Surroundings surroundings_{field_, lags_};
  std::vector<Reading> undecided_;
  std::vector<Doubted> doubted_;
  std::vector<CrowdedLeg> crowded_;
  std::vector<Review> sums_to_review_;
  const PublishedSeries* rates_ = nullptr;
};

/// Puts reviews that share a leg into one.
void join_reviews(Links& links);

}  // namespace recoup
