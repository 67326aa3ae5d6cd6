// truth_world.hpp: invented statements of which every transfer is known, and how well it is found.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "recoup/ledger/builder.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {

/// A line of a statement, and what it prints of the other side.
struct TruthLeg {
  Transaction entry{"", {}, Money(0, gbp), {}, "", "", "", "", 0};
  std::size_t account = 0;
  bool gives_number = false;
  bool gives_name = false;
  bool is_noise = false;             ///< Of no transfer between these accounts.
  std::optional<std::size_t> means;  ///< The account that it names in one way or the other.
};

/// What became of an order to pay: one debit and one credit, or one and several.
struct TruthTransfer {
  enum class Kind : std::uint8_t { plain, charged, split, gathered, exchanged };
  Kind kind = Kind::plain;
  std::size_t payer = 0;
  std::size_t payee = 0;
  std::vector<std::size_t> debits;  ///< Rows of TruthWorld::legs.
  std::vector<std::size_t> credits;
};

struct TruthAccount {
  std::string name;
  std::string iban;
  std::string holder;
  std::size_t bank = 0;
  Currency currency = gbp;
};

struct TruthWorld {
  std::vector<TruthAccount> accounts;
  std::vector<TruthLeg> legs;  ///< In statement order per account once `documents` was called.
  std::vector<TruthTransfer> transfers;
  std::vector<SeriesPoint> rates;

  [[nodiscard]] std::vector<StatementPart> documents() const;
  [[nodiscard]] TransferEvidence evidence() const;
};

/// The world of `seed`, with about `transfers` transfers.
TruthWorld make_truth_world(std::uint64_t seed, std::size_t transfers);

/// What matching made of worlds.
struct TruthCount {
  std::uint64_t transfers = 0;
  std::uint64_t legs = 0;
  std::uint64_t determined = 0;        ///< Transfers that the documents determine.
  std::uint64_t determined_found = 0;  ///< Of these, found as exact or strong.
  std::uint64_t found = 0;             ///< Pairs that are right, exact or strong.
  std::uint64_t wrong_exact = 0;
  std::uint64_t against_contract = 0;  ///< Exact and no pair of the contract's, or the reverse.
  std::uint64_t wrong_strong = 0;
  std::uint64_t in_review = 0;  ///< Transfers of which a leg is in a review.
  std::map<TruthTransfer::Kind, std::pair<std::uint64_t, std::uint64_t>> by_kind;  ///< All, found.
  std::vector<std::string> wrong;              ///< The first few, in words.
  std::vector<std::string> wrong_by_contract;  ///< Exact, wrong, and pairs as the contract says.
  std::vector<std::string> missed;  ///< The first few that were determined and not found.

  void add(const TruthCount& other);
  [[nodiscard]] std::string text() const;
};

/// Matches the world and holds the answer against the truth.
TruthCount count_truth(const TruthWorld& world, std::uint64_t seed);

}  // namespace recoup
