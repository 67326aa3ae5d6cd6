// statement.hpp: what one document says of one account, and what a statement says of itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/records/document.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// A figure that a document states about its own content, held against that content.
///
/// Counts of entries and records, sums of credits and debits, BAI2 control totals, printed totals.
struct ControlTotal {
  std::string what;      ///< In words: "credits of the statement", "records of the group".
  std::string stated;    ///< As the document has it.
  std::string computed;  ///< What its records come to, written in the same way.
  bool holds = false;
  std::uint64_t line = 0;  ///< Where it is stated.

  friend bool operator==(const ControlTotal&, const ControlTotal&) = default;
};

/// One statement as its document delimits it: what it claims, for a verification to hold it to.
///
/// A document that only lists entries (most CSV) has none.
struct Statement {
  std::string account;
  std::optional<Currency> currency;
  std::string number;         ///< As the bank numbers it: "00131/001"; or empty.
  std::optional<Date> from;   ///< First day of the period, where stated.
  std::optional<Date> until;  ///< Last day of it.
  std::optional<Money> opening;
  std::optional<Date> opening_date;
  bool opening_is_intermediate = false;  ///< It carries on an earlier page: MT940 60M.
  std::optional<Money> closing;
  std::optional<Date> closing_date;
  bool closing_is_intermediate = false;  ///< Another page follows: MT940 62M.
  std::optional<std::uint32_t> first_page;
  std::optional<std::uint32_t> last_page;
  std::optional<std::uint32_t> pages;  ///< How many there are, where stated.
  std::vector<ControlTotal> totals;
  std::uint64_t line = 0;  ///< Where it begins.

  friend bool operator==(const Statement&, const Statement&) = default;
};

/// The entries and balances that one document shows of one account, in statement order.
struct StatementPart {
  std::string account;
  Digest document;
  std::vector<Transaction> entries;
  std::vector<StatementBalance> balances;
  /// The statements of the document that are of this account. `statement` of an entry is a place in
  /// the list of the whole document: `statement_numbers` says which each of these has there.
  std::vector<Statement> statements = {};
  std::vector<std::uint32_t> statement_numbers = {};
  /// Format and profile of the document. Two documents of one layout write an entry in the same
  /// words; where it is empty nothing is known of that.
  std::string layout = {};

  friend bool operator==(const StatementPart&, const StatementPart&) = default;
};

}  // namespace recoup
