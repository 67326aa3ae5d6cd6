// statement_fixture.hpp: documents with statements in them, written tersely.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger_fixture.hpp"

namespace recoup {

inline Date day(const std::string& text) { return parse_date(text).value(); }
inline Money pounds(const std::string& text) { return Money::parse_plain(text, gbp).value(); }

/// One document's part, one statement after the other.
class PartBuilder {
 public:
  PartBuilder(std::string account, const std::string& document) {
    part_.account = std::move(account);
    part_.document = sha256(document);
  }

  /// Begins a statement. Empty texts state nothing.
  PartBuilder& statement(const std::string& number, const std::string& opening,
                         const std::string& closing) {
    Statement statement;
    statement.account = part_.account;
    statement.currency = gbp;
    statement.number = number;
    statement.line = ++line_;
    if (!opening.empty()) statement.opening = pounds(opening);
    if (!closing.empty()) statement.closing = pounds(closing);
    part_.statements.push_back(statement);
    part_.statement_numbers.push_back(static_cast<std::uint32_t>(part_.statements.size()));
    return *this;
  }
  PartBuilder& period(const std::string& from, const std::string& until) {
    last().from = day(from);
    last().until = day(until);
    return *this;
  }
  PartBuilder& dated(const std::string& opening, const std::string& closing) {
    last().opening_date = day(opening);
    last().closing_date = day(closing);
    return *this;
  }
  PartBuilder& intermediate(bool opening, bool closing) {
    last().opening_is_intermediate = opening;
    last().closing_is_intermediate = closing;
    return *this;
  }
  PartBuilder& printed_pages(std::uint32_t first, std::uint32_t until, std::uint32_t count) {
    last().first_page = first;
    last().last_page = until;
    last().pages = count;
    return *this;
  }
  PartBuilder& total(const std::string& what, const std::string& stated,
                     const std::string& computed) {
    last().totals.push_back({what, stated, computed, stated == computed, ++line_});
    return *this;
  }
  /// "2025-03-01|5.00|counterparty|reference|balance", of the statement begun last, if any.
  PartBuilder& line(const std::string& words) {
    part_.entries.push_back(entry(part_.account, words, ++line_));
    part_.entries.back().statement = static_cast<std::uint32_t>(part_.statements.size());
    return *this;
  }
  PartBuilder& closing_balance(const std::string& date, const std::string& amount) {
    part_.balances.push_back({part_.account, StatementBalance::Kind::closing, day(date),
                              pounds(amount), ++line_,
                              static_cast<std::uint32_t>(part_.statements.size())});
    return *this;
  }

  [[nodiscard]] StatementPart done() const { return part_; }

 private:
  Statement& last() { return part_.statements.back(); }

  StatementPart part_{};
  std::uint64_t line_ = 0;
};

}  // namespace recoup
