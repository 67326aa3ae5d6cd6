// seizure.hpp: what was seized or frozen, and the orders made about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// What was taken or frozen.
enum class SeizureKind : std::uint8_t {
  cash,          ///< POCA 2002 s.289: notes, coins and what the section equates with them.
  account,       ///< Money in an account under a freezing order, s.303Z1.
  listed_asset,  ///< s.303B: precious metals and stones, watches, art, vouchers, stamps.
  cryptoasset,   ///< s.303Z20.
  drugs,         ///< Controlled drugs: no money, a weight and a value.
  other,         ///< Anything else, such as a vehicle: none of these chapters applies to it.
};

/// So many notes or coins of one denomination.
struct NoteCount {
  Money denomination;
  std::int64_t count = 0;

  friend bool operator==(const NoteCount&, const NoteCount&) = default;
};

/// An order, a notice, an objection, an application or a request about what was seized.
struct SeizureOrder {
  std::string kind;  ///< The word of a StepKind: "detention", "forfeiture-notice", "objection" …
  BookingTime made_at;
  std::optional<Date> until;  ///< Last day, where it states one; of an application, its decision.

  friend bool operator==(const SeizureOrder&, const SeizureOrder&) = default;
};

/// Drugs by weight, with the price from which a value follows.
struct DrugQuantity {
  std::string drug;  ///< "cocaine", "heroin", "mephedrone" …
  Int128 weight_milligrams = 0;
  std::string purity;               ///< Percent as written, e.g. "78.5"; empty where not analysed.
  std::optional<Money> unit_price;  ///< Per kilogram.
  std::string price_source;         ///< Who says so.

  friend bool operator==(const DrugQuantity&, const DrugQuantity&) = default;
};

/// One seizure, freezing or recovery of drugs.
struct Seizure {
  std::string id;
  std::string operation;
  std::string case_id;
  SeizureKind kind = SeizureKind::cash;
  BookingTime seized_at;
  std::string place;  ///< Where: "12 Low Street"; "Pier 3, Leith, Scotland" names a calendar.
  std::string from_whom;
  /// Face value of cash, balance frozen, value of an asset or of drugs.
  std::optional<Money> amount;
  std::string quantity;  ///< As written, for assets and cryptoassets: "2 watches", "0.75 BTC".
  std::optional<DrugQuantity> drugs;
  std::vector<NoteCount> notes;  ///< Adds up to `amount` where given.
  std::string exhibit;
  std::string seal;
  std::string power;   ///< "POCA 2002 s.294", "PACE 1984 s.19" …
  std::string status;  ///< "detained", "frozen", "forfeited", "returned", "destroyed" …
  std::vector<SeizureOrder> orders;
  std::uint64_t line = 0;

  friend bool operator==(const Seizure&, const Seizure&) = default;
};

}  // namespace recoup
