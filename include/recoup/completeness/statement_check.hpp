// statement_check.hpp: whether a statement holds together by its own figures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/ledger/account_key.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// What a document says beside its statements, and what of it was refused.
struct DocumentEvidence {
  Digest document;
  std::string name;
  std::vector<ControlTotal> totals;  ///< Of the whole document.
  std::vector<Rejection> rejections;
};

/// Something by which a statement does not hold together.
struct StatementFault {
  enum class Kind : std::uint8_t {
    does_not_add_up,       ///< Opening balance and entries do not come to the closing balance.
    line_does_not_follow,  ///< A printed balance is not the one before it and the entries between.
    total_does_not_hold,   ///< A figure that the statement states of itself.
    document_total_does_not_hold,
    page_missing,       ///< A page that the statement counts is in no document.
    beginning_missing,  ///< It carries on an earlier page that is in no document.
    end_missing,        ///< It says that another page follows, and none does.
    too_large,          ///< A sum leaves 128 bits.
  };

  Kind kind = Kind::does_not_add_up;
  RecordPlace place;  ///< Where it shows.
  std::string found;
  std::string expected;
  std::optional<Money> difference;  ///< What is stated less what it should be.
};

/// "does-not-add-up", "line-does-not-follow", "page-missing" ...
[[nodiscard]] std::string_view text(StatementFault::Kind kind);

/// By which figures a statement was held to account.
enum class StatementBasis : std::uint8_t {
  none,                 ///< It states too few balances to be held to anything.
  running_balances,     ///< Every printed balance follows from the one before.
  opening_and_closing,  ///< Opening balance and entries come to the closing balance.
  carried_on,           ///< So do the closing balance of the statement before it and its entries.
};

/// "opening and closing balance", "running balances" ...
[[nodiscard]] std::string_view text(StatementBasis basis);

/// One entry, as far as a verification asks.
struct CheckedEntry {
  Date day;
  Money amount;
  RecordPlace place;
};

/// One statement of one account in one currency, its pages put together.
///
///   Shape  A document that only lists entries counts as one statement for each currency.
struct CheckedStatement {
  std::string account;
  Currency currency = gbp;
  std::string number;              ///< As the bank numbers its first page; or empty.
  std::vector<RecordPlace> pages;  ///< Where it, and each page that carries it on, begins.
  Date from;                       ///< First day that it speaks of.
  Date until;                      ///< Last day.
  bool states_period = false;      ///< The statement says so; else its entries and balances do.
  std::optional<Money> opening;    ///< Stated, or before its first printed balance.
  std::optional<Money> closing;    ///< Stated, or its last printed balance.
  bool closing_is_stated = false;
  StatementBasis basis = StatementBasis::none;
  std::string why_unproven;   ///< Where `basis` is none: what is missing to prove it.
  bool needs_before = false;  ///< Its first entries are proven by a balance before it alone,
  bool needs_after = false;   ///< its last ones by a balance behind it.
  std::vector<CheckedEntry> entries;
  std::vector<StatementFault> faults;
  std::vector<std::string> notes;  ///< Records refused, entries outside of the period ...

  [[nodiscard]] bool holds() const { return faults.empty(); }
  /// Nothing is wrong with it, and its figures prove it.
  [[nodiscard]] bool is_proven() const { return faults.empty() && basis != StatementBasis::none; }
};

/// Checks every statement that these parts show, of whatever accounts.
///
///   Shape  MT940's intermediate balances (60M, 62M) join pages, of one document or of several,
///   into
///          one statement. A statement without any day (no entry, no date) is left out. Names of
///          one account that are spelled differently are one, as in the ledger (AccountNames, with
///          what a person decided of them).
///   Same   By account, currency, first day, last day, document and line, whatever the order of
///          `parts` and `evidence`.
[[nodiscard]] std::vector<CheckedStatement> check_statements(
    const std::vector<StatementPart>& parts, const std::vector<DocumentEvidence>& evidence,
    const std::vector<DecidedTie>& ties = {});

}  // namespace recoup
