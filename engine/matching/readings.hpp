// readings.hpp: which open legs may be one transfer.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
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

/// Open legs by account, each account's in order of currency, amount, day and row.
class LegIndex {
 public:
  /// Takes in the legs of one sign that are not linked.
  enum class Side : std::uint8_t { debits, credits };
  LegIndex(const Ledger& ledger, const std::vector<LegState>& states, Side side);

  /// Calls `found` with the legs of the account from one amount to another, both above zero, from
  /// day to day, in order; at most `legs_max` are looked at, and false says that there are more.
  template <typename Found>
  bool find(AccountRow account, Currency currency, MinorUnits least, MinorUnits most, Date from,
            Date until, Found found) const {
    const std::int64_t first_day = from.time_since_epoch().count();
    const std::int64_t last_day = until.time_since_epoch().count();
    const std::span<const Slot> slots = slots_of(account);
    const auto code = std::bit_cast<std::uint32_t>(currency);
    std::size_t at = first_at(slots, code, least, first_day);
    for (std::size_t seen = 0; at < slots.size(); ++at) {
      const Slot& slot = slots[at];
      if (slot.currency != code || slot.amount > most) return true;
      if (slot.amount == most && slot.day > last_day) return true;
      if (++seen > legs_max) return false;
      if (slot.day >= first_day && slot.day <= last_day) found(slot.leg);
    }
    return true;
  }

  static constexpr std::size_t legs_max = 4096;

 private:
  struct Slot {
    MinorUnits amount = 0;
    std::uint32_t currency = 0;
    std::int32_t day = 0;
    LegRow leg{};
  };
  [[nodiscard]] std::span<const Slot> slots_of(AccountRow account) const {
    const std::size_t first = first_[index(account)];
    return std::span(slots_).subspan(first, first_[index(account) + 1] - first);
  }
  /// The first slot that is of the currency and not before the amount and the day.
  [[nodiscard]] static std::size_t first_at(std::span<const Slot> slots, std::uint32_t currency,
                                            MinorUnits amount, std::int64_t day);

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> first_;  // by account, and the end
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
