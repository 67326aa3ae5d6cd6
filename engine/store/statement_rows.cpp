#include "statement_rows.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "claim_rows.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

/// The ids of the accounts; those that no document showed before are added.
Result<DocumentAccounts> find_or_add_accounts(const SqliteConnection& connection,
                                              const TextNumbers& accounts) {
  RECOUP_TRY(last, connection.number("SELECT ifnull(max(id), 0) FROM account"));
  RECOUP_TRY(select, connection.prepare("SELECT id FROM account WHERE name = ?"));
  RECOUP_TRY(insert, connection.prepare("INSERT INTO account VALUES (?, ?)"));
  DocumentAccounts found;
  std::int64_t next = last;
  for (std::uint32_t number = 0; number < accounts.size(); ++number) {
    const std::string_view name = accounts.text(number);
    std::int64_t id = 0;
    if (last > 0) {
      const auto read = for_each_row(select.text(name), [&](SqliteRow& row) { id = row.number(); });
      if (!read) return read.error();
    }
    found.is_new.push_back(id == 0);
    if (id == 0) {
      id = ++next;
      if (const auto done = insert.number(id).text(name).run(); !done) return done.error();
    }
    found.ids.push_back(id);
  }
  return found;
}

/// What a document shows of one account, by number.
struct PartCounts {
  std::vector<std::uint64_t> entries;
  std::vector<std::uint64_t> balances;
  std::vector<std::uint64_t> statements;
};

/// Counts, and numbers the accounts that have a balance or a statement and no entry.
PartCounts count_parts(RunWriter& run, const Import& rest) {
  TextNumbers& accounts = run.accounts();
  PartCounts counts;
  const auto add = [&](std::vector<std::uint64_t>& of, const std::string& account) {
    const std::uint32_t number = accounts.number(account);
    if (number >= of.size()) of.resize(number + 1);
    ++of[number];
  };
  for (const StatementBalance& balance : rest.balances) add(counts.balances, balance.account);
  // A statement that names no account is one of the document and of no account.
  for (const Statement& statement : rest.statements) {
    if (!statement.account.empty()) add(counts.statements, statement.account);
  }
  counts.entries = run.entries_by_account();
  for (auto* const of : {&counts.entries, &counts.balances, &counts.statements}) {
    of->resize(accounts.size());
  }
  return counts;
}

Result<void> write_parts(const SqliteConnection& connection, std::int64_t document_id,
                         const std::vector<std::int64_t>& ids, const PartCounts& counts) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO statement_part VALUES (?, ?, ?, ?, ?, ?)"));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    insert.number(ids[i]).number(document_id).count(counts.entries[i]).count(counts.balances[i]);
    if (const auto done = insert.count(counts.statements[i]).count(i).run(); !done) {
      return done.error();
    }
  }
  return {};
}

Result<void> write_balances(const SqliteConnection& connection, std::int64_t document_id,
                            const std::vector<std::int64_t>& ids, TextNumbers& accounts,
                            const std::vector<StatementBalance>& balances) {
  RECOUP_TRY(insert,
             connection.prepare("INSERT INTO statement_balance VALUES (?,?,?,?,?,?,?,?,?)"));
  for (std::size_t i = 0; i < balances.size(); ++i) {
    const StatementBalance& balance = balances[i];
    insert.number(ids[accounts.number(balance.account)]).number(document_id).count(i);
    insert.count(balance.line).number(static_cast<int>(balance.kind));
    bind_day(insert, balance.date);
    bind_money(insert, balance.amount);
    if (const auto done = insert.number(balance.statement).run(); !done) return done.error();
  }
  return {};
}

StatementBalance read_balance(SqliteRow& row, const std::string& account) {
  const std::uint64_t line = row.count();
  constexpr auto last_kind = static_cast<std::int64_t>(StatementBalance::Kind::available);
  const auto kind = static_cast<StatementBalance::Kind>(row.number_between(0, last_kind));
  const Date date = read_day(row);
  return {account, kind, date, read_money(row), line, read_small(row)};
}

Error miscounted(const std::string& account, std::uint64_t count, const char* what) {
  return {ErrorCode::malformed,
          std::to_string(count) + " " + what + " of " + account,
          "as many as were written",
          {}};
}

/// Where the parts of a document or of an account are.
struct PartKey {
  std::int64_t document_id = 0;
  std::int64_t account_id = 0;
  std::uint32_t number = 0;
  std::string account;
  Digest document;
  std::uint64_t entries = 0;
  std::uint64_t balances = 0;
  std::uint64_t statements = 0;
  std::string layout;
};

PartKey read_key(SqliteRow& row) {
  return {row.number(), row.number(), read_small(row), row.text(), row.digest(),
          row.count(),  row.count(),  row.count(),     row.text()};
}

constexpr std::string_view select_parts =
    "SELECT document_id, account_id, number, name, digest, statement_part.entries,"
    " statement_part.balances, statement_part.statements, format || ' ' || profile"
    " FROM statement_part JOIN account ON account.id = account_id"
    " JOIN document ON document.id = document_id";

/// The parts of the accounts (of all where there are none), by account and then document digest.
Result<std::vector<PartKey>> find_parts(const SqliteConnection& connection,
                                        std::vector<std::string> wanted) {
  const std::string where = wanted.empty() ? "" : " WHERE name = ?";
  RECOUP_TRY(select,
             connection.prepare(std::string(select_parts) + where + " ORDER BY name, digest"));
  std::vector<PartKey> keys;
  const auto collect = [&](SqliteRow& row) { keys.push_back(read_key(row)); };
  if (wanted.empty()) {
    const auto found = for_each_row(select, collect);
    if (!found) return found.error();
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  for (const std::string& account : wanted) {
    const auto found = for_each_row(select.text(account), collect);
    if (!found) return found.error();
  }
  return keys;
}

/// Which part of the answer the account with each number of one document is.
using PartByNumber = std::vector<std::pair<std::uint32_t, std::size_t>>;

Result<void> fill_entries(const SqliteConnection& connection, std::int64_t document_id,
                          PartByNumber wanted, std::vector<StatementPart>& parts) {
  std::sort(wanted.begin(), wanted.end());
  const auto from = [&](std::uint32_t number) {
    return std::lower_bound(wanted.begin(), wanted.end(), std::pair(number, std::size_t{0}));
  };
  const auto wants = [&](std::uint32_t first, std::uint32_t last) {
    const auto at = from(first);
    return at != wanted.end() && at->first <= last;
  };
  // Entries of one account stand together, so the account is looked for once.
  std::uint32_t number = UINT32_MAX;
  StatementPart* part = nullptr;
  const auto visit = [&](const ChunkEntry& entry) {
    if (entry.account != number) {
      number = entry.account;
      const auto at = from(number);
      part = at != wanted.end() && at->first == number ? &parts[at->second] : nullptr;
    }
    if (part != nullptr) part->entries.push_back(transaction_of(entry.view, part->account));
  };
  const auto visited = visit_entries(connection, document_id, wants, visit);
  if (!visited) return visited.error();
  return {};
}

Result<void> fill_balances(SqliteStatement& select, const PartKey& key, StatementPart& part) {
  const auto read = for_each_row(
      select.number(key.account_id).number(key.document_id),
      [&](SqliteRow& row) { part.balances.push_back(read_balance(row, part.account)); });
  if (!read) return read.error();
  if (part.balances.size() == key.balances) return {};
  return miscounted(key.account, part.balances.size(), "balances");
}

}  // namespace

Result<DocumentAccounts> write_statements(const SqliteConnection& connection,
                                          std::int64_t document_id, RunWriter& run,
                                          const Import& rest) {
  const PartCounts counts = count_parts(run, rest);
  RECOUP_TRY(accounts, find_or_add_accounts(connection, run.accounts()));
  const auto parts = write_parts(connection, document_id, accounts.ids, counts);
  if (!parts) return parts.error();
  const auto balances =
      write_balances(connection, document_id, accounts.ids, run.accounts(), rest.balances);
  if (!balances) return balances.error();
  return accounts;
}

Result<AccountListing> read_accounts(const SqliteConnection& connection, std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT number, name, entries FROM statement_part"
                                        " JOIN account ON account.id = account_id"
                                        " WHERE document_id = ? ORDER BY number"));
  AccountListing listing;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    if (row.count() != listing.names.size()) row.refuse("a hole", "accounts numbered from 0");
    listing.names.push_back(row.text());
    listing.entries.push_back(row.count());
  });
  if (!read) return read.error();
  return listing;
}

Result<void> read_balances(const SqliteConnection& connection, std::int64_t document_id,
                           Import& import) {
  RECOUP_TRY(select, connection.prepare(
                         "SELECT position, name, line, kind, day, currency, amount, statement"
                         " FROM statement_part JOIN statement_balance"
                         " ON statement_balance.account_id = statement_part.account_id"
                         " AND statement_balance.document_id = statement_part.document_id"
                         " JOIN account ON account.id = statement_part.account_id"
                         " WHERE statement_part.document_id = ?"));
  Positioned<StatementBalance> balances;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    const std::string account = row.text();
    balances.add(position, read_balance(row, account));
  });
  if (!read) return read.error();
  RECOUP_TRY(ordered, std::move(balances).in_order());
  import.balances = std::move(ordered);
  return {};
}

Result<void> read_entries(const SqliteConnection& connection, std::int64_t document_id,
                          Import& import) {
  RECOUP_TRY(listing, read_accounts(connection, document_id));
  Positioned<Transaction> entries;
  std::vector<std::uint64_t> counted(listing.names.size());
  bool is_known = true;
  const auto visit = [&](const ChunkEntry& entry) {
    is_known = is_known && entry.account < counted.size();
    if (!is_known) return;
    ++counted[entry.account];
    entries.add(entry.position, transaction_of(entry.view, listing.names[entry.account]));
  };
  const auto all = [](std::uint32_t, std::uint32_t) { return true; };
  const auto visited = visit_entries(connection, document_id, all, visit);
  if (!visited) return visited.error();
  if (!is_known) return miscounted("an account that is not there", 1, "entries");
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (counted[i] != listing.entries[i]) {
      return miscounted(listing.names[i], counted[i], "entries");
    }
  }
  RECOUP_TRY(ordered, std::move(entries).in_order());
  import.transactions = std::move(ordered);
  return {};
}

Result<std::vector<StatementPart>> read_parts(const SqliteConnection& connection,
                                              const std::vector<std::string>& accounts) {
  RECOUP_TRY(keys, find_parts(connection, accounts));
  RECOUP_TRY(balances, connection.prepare("SELECT line, kind, day, currency, amount, statement"
                                          " FROM statement_balance WHERE account_id = ?"
                                          " AND document_id = ? ORDER BY position"));
  RECOUP_TRY(claims, ClaimReader::prepare(connection));
  std::vector<StatementPart> parts;
  parts.reserve(keys.size());
  std::map<std::int64_t, PartByNumber> by_document;
  for (const PartKey& key : keys) {
    if (key.entries > 0) by_document[key.document_id].emplace_back(key.number, parts.size());
    parts.push_back({key.account, key.document, {}, {}});
    parts.back().layout = key.layout;
    parts.back().entries.reserve(std::min<std::uint64_t>(key.entries, 4096));
  }
  for (auto& [document_id, wanted] : by_document) {
    const auto filled = fill_entries(connection, document_id, std::move(wanted), parts);
    if (!filled) return filled.error();
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const PartKey& key = keys[i];
    StatementPart& part = parts[i];
    if (part.entries.size() != key.entries) {
      return miscounted(key.account, part.entries.size(), "entries");
    }
    if (const auto done = fill_balances(balances, key, part); !done) return done.error();
    if (key.statements == 0) continue;
    if (const auto done = claims.read(key.document_id, part); !done) return done.error();
    if (part.statements.size() != key.statements) {
      return miscounted(key.account, part.statements.size(), "statements");
    }
  }
  return parts;
}

}  // namespace recoup
