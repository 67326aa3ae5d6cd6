#include "recoup/casework/what_if.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/ledger/changed_ledger.hpp"
#include "recoup/matching/changed_links.hpp"
#include "what_if_names.hpp"

namespace recoup {
namespace {

std::string account_of(const Ledger& ledger, LegRow leg) {
  return ledger.accounts[index(ledger.account[index(leg)])];
}

/// "every later balance of A is 6.00 GBP higher".
std::string shift_words(const std::string& account, Money by) {
  const bool is_higher = !by.is_negative();
  const Money size = is_higher ? by : Money(-by.minor(), by.currency());
  return account + " is " + size.text() + (is_higher ? " higher" : " lower");
}

/// By how much accounts are overdrawn at most; only those that are.
using Overdrafts = std::map<std::pair<AccountRow, Currency>, MinorUnits>;

/// In the order of the statements.
Overdrafts deepest_overdrafts(const Ledger& ledger) {
  std::map<std::pair<AccountRow, Currency>, MinorUnits> balances;
  Overdrafts deepest;
  const auto look_at = [&](const std::pair<AccountRow, Currency>& key, MinorUnits balance) {
    if (balance >= 0) return;
    MinorUnits& depth = deepest[key];
    depth = std::max(depth, -balance);
  };
  for (const OpeningBalance& opening : ledger.openings) {
    const auto key = std::pair(opening.account, opening.amount.currency());
    balances[key] = opening.amount.minor();
    look_at(key, opening.amount.minor());
  }
  auto gap = ledger.gaps.begin();
  for (std::size_t row = 0; row < ledger.leg_count(); ++row) {
    const auto key = std::pair(ledger.account[row], ledger.currency[row]);
    MinorUnits& balance = balances[key];
    if (gap != ledger.gaps.end() && index(gap->before) == row) {
      balance = (gap++)->restart.minor();
      look_at(key, balance);
    }
    balance += ledger.amount_minor[row];
    look_at(key, balance);
  }
  return deepest;
}

/// Changes a case step by step, and says each step.
class Supposition {
 public:
  explicit Supposition(const LoadedCase& loaded)
      : loaded_(loaded), whole_(loaded.build.ledger), links_(loaded.links) {
    rows_.resize(whole_.leg_count());
    for (std::size_t row = 0; row < rows_.size(); ++row) rows_[row] = static_cast<LegRow>(row);
  }

  Result<SupposedCase> run(const WhatIfRequest& request) {
    RECOUP_TRY(movements, named_movements(loaded_, request.without));
    RECOUP_TRY(pairs, named_pairs(loaded_, request.undone));
    RECOUP_TRY(openings, named_openings(loaded_, request.openings));
    const std::vector<std::size_t> apart = whole_readings(pairs);
    if (auto parted = part(pairs, apart, movements); !parted) return std::move(parted).error();
    if (auto left = leave_out(movements, apart); !left) return std::move(left).error();
    for (const SupposedOpening& opening : openings) {
      if (auto opened = open(opening); !opened) return std::move(opened).error();
    }
    if (request.as_at) {
      auto time = parse_as_at(*request.as_at);
      if (!time) {
        Error error = std::move(time).error();
        error.place.field = "--what-if-as-at";
        return error;
      }
      out_.as_at = time.value();
      out_.changes.push_back("the trace is as at " + *request.as_at);
    }
    out_.links = std::move(links_);
    out_.movements = order_both(out_.ledger, out_.links);
    move_interest();
    move_sources(openings);
    note_assertions();
    note_overdrafts();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::vector<std::size_t> whole_readings(const std::vector<std::size_t>& pairs) {
    std::set<std::size_t> all;
    for (const std::size_t pair : pairs) {
      const std::vector<std::size_t> reading = pairs_of_reading(loaded_.links, pair);
      all.insert(reading.begin(), reading.end());
    }
    return {all.begin(), all.end()};
  }

  /// Takes pairs apart. `apart` has those that are one sum with them as well.
  Result<void> part(const std::vector<std::size_t>& pairs, const std::vector<std::size_t>& apart,
                    const std::vector<std::size_t>& left_out) {
    std::set<LegRow> gone;
    for (const std::size_t row : left_out) {
      const Movement& movement = loaded_.movements.first.in_order[row];
      if (movement.debit) gone.insert(*movement.debit);
      if (movement.credit) gone.insert(*movement.credit);
    }
    for (const std::size_t row : apart) {
      const Link& link = loaded_.links.matched[row];
      const std::string words =
          leg_words(whole_, link.debit) + " and " + leg_words(whole_, link.credit);
      if (gone.contains(link.debit) || gone.contains(link.credit)) {
        return Error{ErrorCode::usage, words + ", of which --without leaves one out",
                     "a pair of which nothing is left out", Place{"", 0, "--undo-match"}};
      }
      const bool is_named = std::find(pairs.begin(), pairs.end(), row) != pairs.end();
      out_.changes.push_back(
          words + (is_named ? " are taken apart" : " are taken apart as well, one sum with them") +
          " (" + std::string(text(link.confidence)) + ": " + reasons(whole_, link) +
          "): the debit goes to the end point " +
          std::string(end_point_name(whole_.text[index(link.debit)])) +
          ", the credit comes from outside");
    }
    links_ = without_pairs(links_, apart);
    return {};
  }

  /// Adds what of the movement's legs is left out, and the pair that it is.
  void take(const Movement& movement, std::map<LegRow, MinorUnits>& left,
            std::vector<std::size_t>& pairs) const {
    if (movement.debit) left[*movement.debit] += debited(whole_, movement);
    if (movement.credit) left[*movement.credit] += credited(whole_, movement);
    if (!movement.debit || !movement.credit) return;
    const std::vector<Link>& matched = links_.matched;
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (matched[i].debit == *movement.debit && matched[i].credit == *movement.credit) {
        pairs.push_back(i);
      }
    }
  }

  Result<void> leave_out(const std::vector<std::size_t>& movements,
                         const std::vector<std::size_t>& apart) {
    if (movements.empty()) {
      out_.ledger = whole_;
      return {};
    }
    RECOUP_CHECK(links_.matched.size() + apart.size() == loaded_.links.matched.size());
    std::map<LegRow, MinorUnits> left;
    std::vector<std::size_t> pairs;
    for (const std::size_t row : movements) {
      take(loaded_.movements.first.in_order[row], left, pairs);
    }
    links_ = without_pairs(links_, pairs);
    for (const std::size_t row : movements) {
      const Movement& movement = loaded_.movements.first.in_order[row];
      say_left_out(movement, take_charge(movement, left));
    }
    std::vector<LeftOut> legs;
    for (const auto& [leg, amount] : left) legs.push_back({leg, amount});
    auto without = without_legs(whole_, legs);
    if (!without) {
      Error error = std::move(without).error();
      error.place.field = "--without: " + error.place.field;
      return error;
    }
    LedgerWithout changed = std::move(without).value();
    out_.ledger = std::move(changed.ledger);
    rows_ = std::move(changed.rows);
    links_ = links_on_rows(links_, rows_);
    return {};
  }

  /// What a bank took out of a transfer on its way goes with the last part of it. Says how much.
  MinorUnits take_charge(const Movement& movement, std::map<LegRow, MinorUnits>& left) const {
    if (!movement.part || !movement.debit || movement.is_charge) return 0;
    const LegRow debit = *movement.debit;
    const bool has_more = std::any_of(links_.matched.begin(), links_.matched.end(),
                                      [&](const Link& link) { return link.debit == debit; });
    const MinorUnits rest = -whole_.amount_minor[index(debit)] - left.at(debit);
    if (has_more || rest == 0) return 0;
    left[debit] += rest;
    return rest;
  }

  void say_left_out(const Movement& movement, MinorUnits charge) {
    std::string words = "movement " + movement_words(whole_, movement) + " is left out";
    const Currency currency = whole_.currency[index(movement.leg())];
    if (charge > 0) words += ", and with it the charge of " + Money(charge, currency).text();
    const MinorUnits out = movement.debit ? debited(whole_, movement) + charge : 0;
    const MinorUnits in = movement.credit ? credited(whole_, movement) : 0;
    const bool is_within =
        movement.debit && movement.credit &&
        account_of(whole_, *movement.debit) == account_of(whole_, *movement.credit);
    if (!is_within) {
      words += ": every later balance of ";
      if (movement.debit) {
        words += shift_words(account_of(whole_, *movement.debit), Money(out, currency));
      }
      if (movement.debit && movement.credit) words += ", and of ";
      if (movement.credit) {
        words += shift_words(account_of(whole_, *movement.credit),
                             Money(-in, whole_.currency[index(*movement.credit)]));
      }
    }
    out_.changes.push_back(words + "; the statements show otherwise");
  }

  Result<void> open(const SupposedOpening& supposed) {
    const Currency currency = supposed.amount.currency();
    Money before(0, currency);
    for (const OpeningBalance& opening : whole_.openings) {
      if (opening.account == supposed.account && opening.amount.currency() == currency) {
        before = opening.amount;
      }
    }
    auto opened = with_opening(std::move(out_.ledger), supposed.account, supposed.amount);
    if (!opened) {
      Error error = std::move(opened).error();
      error.place.field = "--what-if-opening: " + error.place.field;
      return error;
    }
    out_.ledger = std::move(opened).value();
    const std::string& account = whole_.accounts[index(supposed.account)];
    std::string words = "the opening balance of " + account + " is " + supposed.amount.text() +
                        " in place of " + before.text();
    if (supposed.amount != before) {
      const Money by(supposed.amount.minor() - before.minor(), currency);
      words += ": every balance of " + shift_words(account, by) + " than as it stands";
    }
    out_.changes.push_back(std::move(words));
    return {};
  }

  void move_interest() {
    for (const NamedInterest& named : loaded_.interest) {
      const auto& row = rows_[index(named.interest.credit)];
      if (row) out_.interest.push_back({*row, named.interest.from});
    }
  }

  /// A source whose credit is left out, or whose opening balance is none, is followed no further.
  void move_sources(const std::vector<SupposedOpening>& openings) {
    for (std::uint32_t row = 0; row < loaded_.sources.size(); ++row) {
      Source source = loaded_.sources[row];
      if (source.credit) {
        source.credit = rows_[index(*source.credit)];
        if (!source.credit) {
          out_.notes.push_back("source " + source.id +
                               " has no credit that brings it in, and is nowhere");
          continue;
        }
      }
      for (const SupposedOpening& opening : openings) {
        const bool is_on_it = !source.credit && opening.account == source.account &&
                              opening.amount.currency() == source.amount.currency();
        if (is_on_it && is_whole(source)) source.amount = opening.amount;
      }
      if (source.amount.minor() <= 0) {
        out_.notes.push_back("source " + source.id +
                             " is on an opening balance that is none, and is nowhere");
        continue;
      }
      out_.sources.push_back(std::move(source));
      out_.source_of.push_back(row);
    }
  }

  /// Whether the case file claims all that brings the source in, whatever it is.
  [[nodiscard]] bool is_whole(const Source& source) const {
    return std::any_of(loaded_.declared.begin(), loaded_.declared.end(),
                       [&](const DeclaredSource& declared) {
                         return declared.id == source.id && !declared.amount;
                       });
  }

  /// Whether the leg is there and was, as it stands, none of `legs`.
  template <typename T>
  [[nodiscard]] bool is_new(LegRow leg, const std::vector<T>& before) const {
    return std::none_of(before.begin(), before.end(),
                        [&](const T& each) { return rows_[index(each.credit)] == leg; });
  }

  /// Says which assertions and marks are not followed any more, and where statements contradict
  /// each other.
  void note_assertions() {
    const Movements& now = out_.movements.first;
    const Movements& before = loaded_.movements.first;
    for (const OrdinaryReversal& each : now.ordinary_reversals) {
      if (!is_new(each.credit, before.ordinary_reversals)) continue;
      out_.notes.push_back("the reversal " + leg_words(out_.ledger, each.credit) +
                           " is followed as an ordinary credit: " + each.why);
    }
    for (const ReversalLink& link : loaded_.links.reversals) {
      const auto& credit = rows_[index(link.credit)];
      if (!credit || rows_[index(link.debit)]) continue;
      out_.notes.push_back("the reversal " + leg_words(out_.ledger, *credit) +
                           " gives nothing back any more, and is followed as an ordinary credit");
    }
    for (const UnusedCoordination& each : now.unused_coordinations) {
      if (!is_new(each.credit, before.unused_coordinations)) continue;
      out_.notes.push_back("the coordination of " + leg_words(out_.ledger, each.debit) + " and " +
                           leg_words(out_.ledger, each.credit) + " is not followed: " + each.why);
    }
    if (now.contradictions.size() > before.contradictions.size()) {
      const Movement& movement = now.in_order[now.contradictions.front()];
      out_.notes.push_back(
          "the statements contradict each other at " + std::to_string(now.contradictions.size()) +
          " places, the first at movement " + movement_words(out_.ledger, movement));
    }
  }

  /// Says which accounts are further overdrawn than as it stands: most hypotheses that make an
  /// account pay what it never had are wrong.
  void note_overdrafts() {
    const Overdrafts before = deepest_overdrafts(whole_);
    for (const auto& [key, depth] : deepest_overdrafts(out_.ledger)) {
      const auto held = before.find(key);
      const MinorUnits stood = held == before.end() ? 0 : held->second;
      if (depth <= stood) continue;
      const Currency currency = key.second;
      out_.notes.push_back("on its whole statement account " + whole_.accounts[index(key.first)] +
                           " is overdrawn by up to " + Money(depth, currency).text() +
                           (stood == 0
                                ? "; as it stands it never is"
                                : "; as it stands by up to " + Money(stood, currency).text()));
    }
  }

  const LoadedCase& loaded_;
  const Ledger& whole_;
  Links links_;                              // on the rows of the whole ledger, then of out_.ledger
  std::vector<std::optional<LegRow>> rows_;  // by leg as it stands
  SupposedCase out_;
};

}  // namespace

Result<SupposedCase> suppose(const LoadedCase& loaded, const WhatIfRequest& request) {
  return Supposition(loaded).run(request);
}

}  // namespace recoup
