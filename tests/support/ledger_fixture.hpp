// ledger_fixture.hpp: statements written in one line each, for tests.
#pragma once

#include <string>
#include <vector>

#include "recoup/ledger/builder.hpp"

namespace recoup {

/// One entry: "2025-03-01|500.00|counterparty account|reference|balance"; later fields may be left
/// out.
inline Transaction entry(const std::string& account, const std::string& line, std::uint64_t number,
                         Currency currency = gbp) {
  std::vector<std::string> field(5);
  std::size_t at = 0;
  for (std::size_t i = 0, from = 0; i <= line.size(); ++i) {
    if (i != line.size() && line[i] != '|') continue;
    field.at(at++) = line.substr(from, i - from);
    from = i + 1;
  }
  Transaction transaction{account,
                          BookingTime::parse(field[0]).value(),
                          Money::parse_plain(field[1], currency).value(),
                          std::nullopt,
                          field[2],
                          "",
                          "",
                          field[3],
                          number};
  if (!field[4].empty()) transaction.balance = Money::parse_plain(field[4], currency).value();
  return transaction;
}

/// What the document called `document` shows of `account`.
inline StatementPart part(const std::string& account, const std::string& document,
                          const std::vector<std::string>& lines, Currency currency = gbp) {
  StatementPart part{account, sha256(document), {}, {}};
  for (const std::string& line : lines) {
    part.entries.push_back(entry(account, line, part.entries.size() + 1, currency));
  }
  return part;
}

}  // namespace recoup
