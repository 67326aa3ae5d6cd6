// surroundings.hpp: whether anything else around could be the other side of a leg.
#pragma once

#include <string>
#include <vector>

#include "lags.hpp"
#include "readings.hpp"

namespace recoup {

/// The most that a charge takes out of `amount`: a twentieth of it, and no more than fifty units.
[[nodiscard]] MinorUnits charge_max(MinorUnits amount, Currency currency);

/// Knows how far the statements of each account reach.
class Surroundings {
 public:
  Surroundings(const Field& field, const Lags& lags);

  /// Why another reading cannot be excluded where only one of the two legs tells; empty where it
  /// can: the statement on the silent side must reach over the whole window and show nothing else
  /// that the telling leg could mean, with a charge taken out.
  [[nodiscard]] std::string doubt(const Reading& reading) const;
  /// Why an exact pair between the same accounts could as well be two of which one has the debit of
  /// the reading and one its credit; empty where none could.
  [[nodiscard]] std::string doubt_of_exact(const Reading& reading) const;
  /// Takes in the exact pairs of the accounts and amounts of the readings.
  void know_exact(const std::vector<Link>& links, const std::vector<Reading>& readings);

  /// The same where both legs tell and other legs of the same set could stand in for one of them:
  /// the statements of both must reach over the whole window.
  [[nodiscard]] std::string doubt_of_rivals(const Reading& reading) const;

 private:
  [[nodiscard]] std::string doubt_of_reach(const Reading& reading, bool on_credit_side) const;
  [[nodiscard]] bool reaches(AccountRow account, Date from, Date until) const;
  [[nodiscard]] bool has_rival(const Reading& reading, bool credit_is_silent) const;

  struct Days {
    Date first;
    Date last;
  };
  /// Two accounts, a currency and an amount.
  struct ExactKey {
    AccountRow payer{};
    AccountRow payee{};
    MinorUnits amount = 0;
    Currency currency;

    friend auto operator<=>(const ExactKey&, const ExactKey&) = default;
  };
  struct KnownExact {
    ExactKey key;
    LegRow debit{};
    LegRow credit{};

    friend auto operator<=>(const KnownExact&, const KnownExact&) = default;
  };
  [[nodiscard]] ExactKey key_of(LegRow debit, LegRow credit) const;

  const Field& field_;
  const Lags& lags_;
  std::vector<KnownExact> exact_;  // sorted
  std::vector<Days> days_;  // by account; of one without legs the last comes before the first
};

}  // namespace recoup
