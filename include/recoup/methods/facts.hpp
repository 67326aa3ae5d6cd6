// facts.hpp: what a case file states about means, spending and income, typed and each with its
// place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/facts.hpp"
#include "recoup/methods/credits.hpp"

namespace recoup {

/// What every entry says of itself.
struct MeansEntry {
  std::string id;
  StatedPlace place;
  std::string description;
  std::string stated_by;  ///< Who states it; empty where the file is silent.
  std::string document;   ///< The paper it rests on, in words.
};

/// The days over which a method runs, both included, and whose figures they are.
struct MeansPeriod {
  Maybe<Date> from;
  Maybe<Date> to;
  std::string subject;  ///< Empty: the defendant.
};

enum class WorthKind : std::uint8_t { asset, cash_in_hand, bank_balance, liability };

/// One line of a net worth statement.
struct WorthItem {
  MeansEntry entry;
  WorthKind kind = WorthKind::asset;
  Maybe<Date> date;           ///< The day of the statement of which it is a line.
  Maybe<Money> cost;          ///< Of an asset; what was held of cash and balances; what was owed.
  Maybe<Money> market_value;  ///< On record, never counted.
};

/// Out of what something was paid.
enum class PaidFrom : std::uint8_t {
  bank,            ///< An account whose statements are held.
  cash_from_bank,  ///< Cash that was drawn from such an account.
  cash,            ///< Cash from elsewhere: outside the bank.
  not_stated,
};

struct SpendingItem {
  MeansEntry entry;
  PaidFrom paid_from = PaidFrom::not_stated;
  Maybe<Date> from;
  Maybe<Date> to;
  Maybe<Money> amount;
};

enum class IncomeKind : std::uint8_t { wages, benefits, pension, self_employment, other };

/// "wages", "self-employment" and so on.
[[nodiscard]] std::string_view text(IncomeKind kind);

struct IncomeItem {
  MeansEntry entry;
  IncomeKind kind = IncomeKind::other;
  Maybe<Date> from;
  Maybe<Date> to;
  Maybe<Money> net;    ///< After tax and deductions: what reaches a bank.
  Maybe<Money> gross;  ///< On record, never counted.
};

/// A use of funds that is no spending, or a source that is no income.
enum class FundsKind : std::uint8_t {
  asset_bought,
  debt_repaid,
  other_application,
  loan_received,
  asset_sold,
  gift_received,
  other_source,
};

struct FundsItem {
  MeansEntry entry;
  FundsKind kind = FundsKind::other_application;
  Maybe<Date> date;
  Maybe<Money> amount;
};

/// A person's word on what a credit is.
struct StatedCredit {
  MeansEntry entry;
  CreditKind kind = CreditKind::unknown;
  std::string account;
  std::string reference;  ///< Or, where it is empty, document and line.
  std::string document;
  std::string line;
  std::string why;
};

/// Everything that the methods read of a case file.
struct MeansFacts {
  MeansPeriod period;
  std::string defendant;
  std::vector<WorthItem> worth;
  std::vector<SpendingItem> spending;
  std::vector<IncomeItem> income;
  std::vector<FundsItem> funds;
  std::vector<StatedCredit> credits;
  std::vector<std::string> notes;  ///< Withdrawn entries; fields that no one reads.

  /// The person whose figures these are; empty where nobody is named.
  [[nodiscard]] const std::string& subject() const {
    return period.subject.empty() ? defendant : period.subject;
  }
};

/// Reads the sections financial_period, net_worth, expenditure, income, funds and credits, and the
/// defendant's name; others are left alone.
///
///   Shape   Entries in the order of their place in the file, then of their id. An entry with
///           `removed` true is a note alone. A currency that is not stated is GBP.
///   Errors  malformed: a value that is not of its kind. contradiction: a period that ends before
///           it begins; one field stated in two ways; an amount below zero.
[[nodiscard]] Result<MeansFacts> read_means_facts(const std::vector<StatedFact>& facts);

}  // namespace recoup
