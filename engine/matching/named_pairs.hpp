// named_pairs.hpp: open legs that give the number of the account on the other side.
#pragma once

#include <functional>
#include <vector>

#include "readings.hpp"

namespace recoup {

/// The open legs between two accounts that give each other's number, by day.
struct NamedPair {
  AccountRow payer{};
  AccountRow payee{};
  std::vector<LegRow> debits;
  std::vector<LegRow> credits;
};

/// All of them that have debits and credits, in order of the accounts.
[[nodiscard]] std::vector<NamedPair> named_pairs(const Field& field);

/// Calls `found` with each two legs of the pair that the window holds, in order of debit and
/// credit.
void each_within_window(const Field& field, const NamedPair& pair,
                        const std::function<void(const Reading&)>& found);

/// The readings in which a charge was taken out of one currency, or two currencies are at rates
/// published for the days between.
[[nodiscard]] std::vector<Reading> readings_of_two_amounts(const Field& field,
                                                           const PublishedSeries& rates);

/// "at the rates published for EUR/GBP of 2025-03-07 to 2025-03-10: 84.10 to 84.90 GBP", or that
/// one leg states the other's amount.
[[nodiscard]] std::string exchange_words(const Field& field, const PublishedSeries& rates,
                                         const Reading& reading);

}  // namespace recoup
