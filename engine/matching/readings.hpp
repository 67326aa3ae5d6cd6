// readings.hpp: which open legs may be one transfer.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "naming.hpp"

namespace recoup {

/// The most working days from the debit to the credit, and how far the credit may come first where
/// both name each other's number: booking days differ where banks close their days at two hours.
inline constexpr int lag_max = 5;
inline constexpr int lag_min = -1;
/// So many calendar days hold the working days of the window, whatever the weekday.
inline constexpr int window_days_before = 3;
inline constexpr int window_days_after = 8;

/// How the amounts of two legs go together.
enum class AmountKind : std::uint8_t {
  same,
  charged,    ///< The credit is the debit without a charge.
  exchanged,  ///< Two currencies.
};

/// A debit and a credit that may be one transfer.
struct Reading {
  LegRow debit{};
  LegRow credit{};
  std::int16_t lag = 0;  ///< In working days.
  Says debit_says = Says::nothing;
  Says credit_says = Says::nothing;
  bool shares_identity = false;  ///< An identity that the payer or a bank gave stands on both.
  AmountKind kind = AmountKind::same;
  bool shares_words = false;  ///< A word that stands on no other leg of the set.

  /// How much of what the legs say it explains.
  [[nodiscard]] int weight() const;
};

/// Open legs in order of account, currency, amount, day and row.
class LegIndex {
 public:
  /// Takes in the legs of one sign that `wanted` says.
  enum class Side : std::uint8_t { debits, credits };
  LegIndex(const Ledger& ledger, const std::vector<LegState>& states, Side side);

  using Found = std::function<void(LegRow)>;
  /// The legs of the account from one amount to another, both above zero, from day to day, in
  /// order; at most `legs_max` are looked at, and false says that there are more.
  bool find(AccountRow account, Currency currency, MinorUnits least, MinorUnits most, Date from,
            Date until, const Found& found) const;

  static constexpr std::size_t legs_max = 4096;

 private:
  struct Slot {
    AccountRow account{};
    Currency currency;
    MinorUnits amount = 0;
    Date day;
    LegRow leg{};

    friend auto operator<=>(const Slot&, const Slot&) = default;
  };
  std::vector<Slot> slots_;
};

/// What is needed to weigh readings. Everything in it must outlive it.
struct Field {
  const Ledger& ledger;
  const Namings& namings;
  const std::set<LegPair>& rejected;
  const std::vector<LegState>& states;
  const LegIndex& debits;
  const LegIndex& credits;

  [[nodiscard]] MinorUnits amount(LegRow leg) const {
    const MinorUnits amount = ledger.amount_minor[index(leg)];
    return amount < 0 ? -amount : amount;
  }
  [[nodiscard]] Date day(LegRow leg) const { return ledger.booked_at[index(leg)].date(); }
};

/// The reading of two legs, whatever their amounts, or nothing where their days or words part them.
[[nodiscard]] std::optional<Reading> reading_of(const Field& field, LegRow debit, LegRow credit);

/// A leg with more other sides around than are searched, and some of them.
struct CrowdedLeg {
  LegRow leg{};
  std::vector<LegRow> others;

  static constexpr std::size_t others_max = 200;
};

/// Every reading of legs of one amount and currency of which one means the other's account, or that
/// share an identity. In order of debit and credit. Legs with more than `others_max` other sides
/// are in none, and are listed.
[[nodiscard]] std::vector<Reading> readings_of_one_amount(const Field& field,
                                                          std::vector<CrowdedLeg>& crowded);

/// Whether the words, without looking around, say that the two legs are one transfer: alone, or
/// only where nothing else around could be meant.
enum class Ground : std::uint8_t { none, one_sided, firm };
[[nodiscard]] Ground ground_of(const Reading& reading);

}  // namespace recoup
