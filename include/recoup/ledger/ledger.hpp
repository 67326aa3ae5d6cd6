// ledger.hpp: the legs of a case's traced accounts as columns, in statement order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/ledger/leg_texts.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// Row of an account in a ledger, and of a leg in its columns.
enum class AccountRow : std::uint32_t {};
enum class LegRow : std::uint32_t {};

constexpr std::size_t index(AccountRow row) noexcept { return static_cast<std::size_t>(row); }
constexpr std::size_t index(LegRow row) noexcept { return static_cast<std::size_t>(row); }

/// One of an entry's details (transaction.hpp).
struct LegDetail {
  LegRow leg{};
  std::string name;
  std::string value;
};

/// What an account held before its first leg.
struct OpeningBalance {
  AccountRow account{};
  Money amount;       ///< Negative where the account began overdrawn.
  RecordPlace place;  ///< The line from which it follows.
};

/// A break before a leg: what the statement shows there does not carry on from the leg before.
struct Gap {
  LegRow before{};  ///< The first leg behind the gap.
  Money held;       ///< The balance that the legs before the gap lead to.
  Money restart;    ///< The balance from which the statement goes on.
  /// A person decided that what is held goes on through it: only the difference is unseen.
  bool is_accepted = false;
};

/// Legs [first, end) of one account, two at least, booked at one moment, of which nothing proves
/// the order: no printed balance, no time, no sequence of the format.
struct UnorderedLegs {
  LegRow first{};
  LegRow end{};
};

/// The traced accounts of a case.
///
///   Shape   A accounts in byte order of their names; N legs in parallel columns, account by
///           account, each account's legs in statement order. Built once, read-only afterwards.
///   Unit    `amount_minor` is signed, in minor units of `currency`: a credit is positive.
struct Ledger {
  std::vector<std::string> accounts;  ///< A names.
  /// A + 1: the legs of account a are [first_leg[a], first_leg[a + 1]).
  std::vector<std::uint32_t> first_leg;
  std::vector<OpeningBalance> openings;  ///< At most one per account and currency.
  std::vector<Gap> gaps;                 ///< In order of `before`.
  std::vector<UnorderedLegs> unordered;  ///< In order of `first`; none holds a leg behind a gap.

  std::vector<AccountRow> account;  ///< N, as all below.
  std::vector<MinorUnits> amount_minor;
  std::vector<Currency> currency;
  std::vector<BookingTime> booked_at;
  std::vector<RecordPlace> place;
  LegTexts text;

  /// What each entry says beyond its words, as far as it helps to find the other side: identities,
  /// charges and what was instructed. In order of the leg.
  std::vector<LegDetail> details;

  AccountNames names;  ///< Their spellings, and what ties them.

  [[nodiscard]] std::size_t leg_count() const noexcept { return account.size(); }
  /// The account of this name, or of another spelling of it (AccountNames).
  [[nodiscard]] std::optional<AccountRow> find_account(std::string_view name) const;
};

}  // namespace recoup
