// penny_ledger.hpp: the second opinion's own view of a case: what it was told, which legs it pairs,
// and in which order it takes the movements.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "recoup/records/transaction.hpp"

namespace recoup {

/// One entry: which account, as its place in PennyCase::accounts, and which of its entries.
struct PennyLeg {
  std::size_t account = 0;
  std::size_t entry = 0;

  friend auto operator<=>(const PennyLeg&, const PennyLeg&) = default;
};

/// One statement, whole, with what the case file says of the balance before it.
struct PennyAccount {
  std::string name;
  std::vector<Transaction> entries;      ///< In statement order.
  std::vector<Money> declared_openings;  ///< At most one per currency.
  bool keeps_sequence = true;            ///< Its lines stand in the order of booking.
};

/// Tainted money. Without an entry it is on the opening balance; without an amount it is the whole
/// credit.
struct PennySource {
  std::string id;
  std::size_t account = 0;
  std::optional<std::size_t> entry;
  std::optional<Money> amount;
};

struct PennyPair {
  PennyLeg debit;
  PennyLeg credit;

  friend auto operator<=>(const PennyPair&, const PennyPair&) = default;
};

/// A credit that is interest, and the first day for which it was paid, where somebody says so.
struct PennyInterest {
  PennyLeg credit;
  std::optional<Date> from;
};

/// Everything that a trace depends on, apart from the method.
struct PennyCase {
  std::vector<PennyAccount> accounts;
  std::vector<PennySource> sources;
  std::vector<PennyPair> confirmed;     ///< Pairs that a person decided.
  std::vector<PennyPair> reversals;     ///< Of each the credit is said to give the debit back.
  std::set<PennyLeg> accepted;          ///< Legs before which a gap is accepted.
  std::vector<PennyPair> financed;      ///< Of each the credit is said to have financed the debit.
  std::vector<PennyInterest> interest;  ///< To be split over the tags.
  std::optional<CivilTime> as_at;

  [[nodiscard]] const Transaction& at(PennyLeg leg) const {
    return accounts.at(leg.account).entries.at(leg.entry);
  }
};

/// The pairs, and the legs that more than one reading fits.
struct PennyLinks {
  std::vector<PennyPair> matched;  ///< Sorted.
  std::vector<PennyLeg> review;    ///< Sorted.

  friend bool operator==(const PennyLinks&, const PennyLinks&) = default;
};

struct PennyMovement {
  std::optional<PennyLeg> debit;
  std::optional<PennyLeg> credit;

  [[nodiscard]] PennyLeg leg() const { return debit ? *debit : *credit; }
  [[nodiscard]] bool is_to_itself() const {
    return debit && credit && debit->account == credit->account;
  }
  friend auto operator<=>(const PennyMovement&, const PennyMovement&) = default;
};

/// How lines stand of which nothing proves the order.
enum class PennyDay : std::uint8_t { credits_first, debits_first };

struct PennyOrder {
  std::vector<PennyMovement> in_order;
  std::vector<std::size_t> contradictions;  ///< Places at which nothing was free.
  /// By the place of a credit, the place of the debit that it gives back.
  std::map<std::size_t, std::size_t> gives_back;
  /// Places of credits, each with that of a debit which it is said to have financed.
  std::set<std::pair<std::size_t, std::size_t>> finances;

  friend bool operator==(const PennyOrder&, const PennyOrder&) = default;
};

/// The rule `exact` of the interface, and the pairs confirmed.
PennyLinks penny_match(const PennyCase& told);

/// Which lines of an account hang together so that nothing proves their order among themselves: by
/// entry the first of the lines with which it does, itself where it is proved.
std::vector<std::size_t> penny_days(const PennyCase& told, std::size_t account);

/// Whether nothing proves the order of some lines, debits and credits among them.
bool penny_is_unordered(const PennyCase& told);

/// The one total order.
PennyOrder penny_order(const PennyCase& told, const PennyLinks& links,
                       PennyDay day = PennyDay::credits_first);

/// How many movements, in trace order, `as_at` keeps.
std::size_t penny_count(const PennyCase& told, const PennyOrder& order);

/// What an account held of a currency before its first entry: what the statement implies, else what
/// was declared, else nothing.
Int128 penny_opening(const PennyCase& told, std::size_t account, Currency currency);

/// A break in a statement: the balance it had led to, and the balance from which it goes on.
struct PennyGap {
  Int128 held = 0;
  Int128 restart = 0;

  friend auto operator<=>(const PennyGap&, const PennyGap&) = default;
};

/// The legs before which a statement does not carry on.
std::map<PennyLeg, PennyGap> penny_gaps(const PennyCase& told);

/// Every leg, account by account in byte order of the names.
std::vector<PennyLeg> penny_legs(const PennyCase& told);

/// The name of the end point on the other side of an entry.
std::string penny_end_point(const Transaction& entry);

/// How GoogleTest prints them: "2:5" is the sixth entry of the third account, "-" no leg.
void PrintTo(const PennyLeg& leg, std::ostream* out);
void PrintTo(const PennyPair& pair, std::ostream* out);
void PrintTo(const PennyMovement& movement, std::ostream* out);
void PrintTo(const PennyGap& gap, std::ostream* out);

inline Int128 minor_of(const Money& money) { return money.minor(); }

}  // namespace recoup
