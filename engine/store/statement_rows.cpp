#include "statement_rows.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "claim_rows.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

/// The accounts of an import, and its records account by account.
struct Grouping {
  std::vector<std::string_view> accounts;  ///< In byte order.
  std::vector<std::size_t> first_entry;    ///< accounts + 1: where those of an account begin.
  std::vector<std::size_t> entries;        ///< Positions in the import, account by account.
  std::vector<std::size_t> first_balance;
  std::vector<std::size_t> balances;
  std::vector<std::size_t> first_statement;
  std::vector<std::size_t> statements;
};

/// Numbers the account of each record in the order in which the accounts first occur.
class AccountNumbers {
 public:
  std::size_t number(std::string_view name) {
    if (last_ < names_.size() && names_[last_] == name) return last_;
    last_ = numbers_.try_emplace(name, names_.size()).first->second;
    if (last_ == names_.size()) names_.push_back(name);
    return last_;
  }
  [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<std::string_view> names_;
  std::size_t last_ = 0;
};

/// Puts 0 to n - 1 in the order of their groups, keeping their order within a group.
void group(const std::vector<std::size_t>& group_of, std::size_t groups,
           std::vector<std::size_t>& first, std::vector<std::size_t>& grouped) {
  first.assign(groups + 1, 0);
  for (const std::size_t g : group_of) ++first[g + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  grouped.resize(group_of.size());
  for (std::size_t i = 0; i < group_of.size(); ++i) grouped[next[group_of[i]]++] = i;
}

Grouping group_by_account(const Import& import) {
  AccountNumbers numbers;
  std::vector<std::size_t> of_entry;
  std::vector<std::size_t> of_balance;
  std::vector<std::size_t> of_statement;
  of_entry.reserve(import.transactions.size());
  for (const Transaction& entry : import.transactions) {
    of_entry.push_back(numbers.number(entry.account));
  }
  for (const StatementBalance& balance : import.balances) {
    of_balance.push_back(numbers.number(balance.account));
  }
  // A statement that names no account is one of the document and of no account.
  for (const Statement& statement : import.statements) {
    if (!statement.account.empty()) of_statement.push_back(numbers.number(statement.account));
  }
  // Only the names are sorted, not the records: there are far fewer.
  std::vector<std::size_t> order(numbers.names().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return numbers.names()[a] < numbers.names()[b]; });
  Grouping grouping;
  std::vector<std::size_t> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    grouping.accounts.push_back(numbers.names()[order[i]]);
  }
  for (std::size_t& account : of_entry) account = rank[account];
  for (std::size_t& account : of_balance) account = rank[account];
  for (std::size_t& account : of_statement) account = rank[account];
  group(of_entry, order.size(), grouping.first_entry, grouping.entries);
  group(of_balance, order.size(), grouping.first_balance, grouping.balances);
  group(of_statement, order.size(), grouping.first_statement, grouping.statements);
  return grouping;
}

/// The id of each account, in the order of `names`; those that are new are added.
Result<std::vector<std::int64_t>> account_ids(const SqliteConnection& connection,
                                              const std::vector<std::string_view>& names) {
  RECOUP_TRY(last, connection.number("SELECT ifnull(max(id), 0) FROM account"));
  RECOUP_TRY(select, connection.prepare("SELECT id FROM account WHERE name = ?"));
  RECOUP_TRY(insert, connection.prepare("INSERT INTO account VALUES (?, ?)"));
  std::vector<std::int64_t> ids;
  std::int64_t next = last;
  for (const std::string_view name : names) {
    std::int64_t id = 0;
    const auto found = for_each_row(select.text(name), [&](SqliteRow& row) { id = row.number(); });
    if (!found) return found.error();
    if (id == 0) {
      id = ++next;
      const auto done = insert.number(id).text(name).run();
      if (!done) return done.error();
    }
    ids.push_back(id);
  }
  return ids;
}

constexpr std::size_t entries_in_batch = 32;

std::string insert_entries_sql(std::size_t rows) {
  std::string sql = "INSERT INTO statement_entry VALUES ";
  for (std::size_t i = 0; i < rows; ++i) {
    sql +=
        i == 0 ? "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)" : ",(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  }
  return sql;
}

void bind_entry(SqliteStatement& insert, std::int64_t account_id, std::int64_t document_id,
                std::size_t position, const Transaction& entry) {
  insert.number(account_id).number(document_id).count(position).count(entry.line);
  bind_time(insert, entry.booked_at);
  bind_money(insert, entry.amount);
  if (entry.balance && entry.balance->currency() == entry.amount.currency()) {
    insert.null().amount(entry.balance->minor());
  } else {
    bind_money(insert, entry.balance);
  }
  insert.text(entry.counterparty_account).text(entry.counterparty_name);
  insert.text(entry.description).text(entry.reference).number(entry.statement);
  bind_day(insert, entry.value_date);
  insert.copied_bytes(details_bytes(entry.details));
}

/// Thirty-two rows a statement: half the time of a statement a row.
Result<void> write_entries(const SqliteConnection& connection, std::int64_t document_id,
                           const Grouping& grouping, const std::vector<std::int64_t>& ids,
                           const std::vector<Transaction>& entries) {
  RECOUP_TRY(batch, connection.prepare(insert_entries_sql(entries_in_batch)));
  RECOUP_TRY(single, connection.prepare(insert_entries_sql(1)));
  const std::size_t in_batches = entries.size() / entries_in_batch * entries_in_batch;
  std::size_t account = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    while (grouping.first_entry[account + 1] <= i) ++account;
    SqliteStatement& insert = i < in_batches ? batch : single;
    const std::size_t position = grouping.entries[i];
    bind_entry(insert, ids[account], document_id, position, entries[position]);
    if (i < in_batches && (i + 1) % entries_in_batch != 0) continue;
    if (const auto done = insert.run(); !done) return done.error();
  }
  return {};
}

Result<void> write_balances(const SqliteConnection& connection, std::int64_t document_id,
                            const Grouping& grouping, const std::vector<std::int64_t>& ids,
                            const std::vector<StatementBalance>& balances) {
  RECOUP_TRY(insert,
             connection.prepare("INSERT INTO statement_balance VALUES (?,?,?,?,?,?,?,?,?)"));
  for (std::size_t account = 0; account < ids.size(); ++account) {
    for (std::size_t i = grouping.first_balance[account]; i < grouping.first_balance[account + 1];
         ++i) {
      const StatementBalance& balance = balances[grouping.balances[i]];
      insert.number(ids[account]).number(document_id).count(grouping.balances[i]);
      insert.count(balance.line).number(static_cast<int>(balance.kind));
      bind_day(insert, balance.date);
      bind_money(insert, balance.amount);
      insert.number(balance.statement);
      if (const auto done = insert.run(); !done) return done.error();
    }
  }
  return {};
}

Result<void> write_parts(const SqliteConnection& connection, std::int64_t document_id,
                         const Grouping& grouping, const std::vector<std::int64_t>& ids) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO statement_part VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    insert.number(ids[i]).number(document_id);
    insert.count(grouping.first_entry[i + 1] - grouping.first_entry[i]);
    insert.count(grouping.first_balance[i + 1] - grouping.first_balance[i]);
    insert.count(grouping.first_statement[i + 1] - grouping.first_statement[i]);
    if (const auto done = insert.run(); !done) return done.error();
  }
  return {};
}

Transaction read_entry(SqliteRow& row, const std::string& account) {
  const std::uint64_t line = row.count();
  const BookingTime booked_at = read_time(row);
  const Money amount = read_money(row);
  std::optional<Money> balance;
  if (!row.take_null()) {
    balance = read_money(row);
    if (balance->currency() == amount.currency()) {
      row.refuse("the currency twice", "once, where amount and balance have the same");
    }
  } else if (!row.take_null()) {
    balance = Money(row.amount(), amount.currency());
  }
  return {account,
          booked_at,
          amount,
          balance,
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          line,
          read_small(row),
          read_optional_day(row),
          read_details(row)};
}

StatementBalance read_balance(SqliteRow& row, const std::string& account) {
  const std::uint64_t line = row.count();
  constexpr auto last_kind = static_cast<std::int64_t>(StatementBalance::Kind::available);
  const auto kind = static_cast<StatementBalance::Kind>(row.number_between(0, last_kind));
  const Date date = read_day(row);
  return {account, kind, date, read_money(row), line, read_small(row)};
}

/// Reads the records of one part after another.
class PartReader {
 public:
  static Result<PartReader> prepare(const SqliteConnection& connection) {
    RECOUP_TRY(entries,
               connection.prepare("SELECT position, line, booked_micros, booked_has_time,"
                                  " booked_offset_minutes, currency, amount, balance_currency,"
                                  " balance, counterparty_account, counterparty_name, description,"
                                  " reference, statement, value_day, details FROM statement_entry"
                                  " WHERE account_id = ? AND document_id = ? ORDER BY position"));
    RECOUP_TRY(balances,
               connection.prepare("SELECT position, line, kind, day, currency, amount,"
                                  " statement"
                                  " FROM statement_balance"
                                  " WHERE account_id = ? AND document_id = ? ORDER BY position"));
    return PartReader(std::move(entries), std::move(balances));
  }

  /// Calls `on_entry(position, entry)` and `on_balance(position, balance)` for each of them.
  template <typename OnEntry, typename OnBalance>
  Result<void> read(std::int64_t account_id, std::int64_t document_id, const std::string& account,
                    OnEntry on_entry, OnBalance on_balance) {
    const auto entries =
        for_each_row(entries_.number(account_id).number(document_id), [&](SqliteRow& row) {
          const std::uint64_t position = row.count();
          on_entry(position, read_entry(row, account));
        });
    if (!entries) return entries.error();
    return for_each_row(balances_.number(account_id).number(document_id), [&](SqliteRow& row) {
      const std::uint64_t position = row.count();
      on_balance(position, read_balance(row, account));
    });
  }

 private:
  PartReader(SqliteStatement entries, SqliteStatement balances)
      : entries_(std::move(entries)), balances_(std::move(balances)) {}

  SqliteStatement entries_;
  SqliteStatement balances_;
};

Error miscounted(const std::string& account, std::uint64_t entries, std::uint64_t balances) {
  return {ErrorCode::malformed,
          std::to_string(entries) + " entries and " + std::to_string(balances) + " balances of " +
              account,
          "as many as were written",
          {}};
}

/// Where the parts of a document or of an account are.
struct PartKey {
  std::int64_t account_id = 0;
  std::int64_t document_id = 0;
  std::string account;
  Digest document;
  std::uint64_t entries = 0;
  std::uint64_t balances = 0;
  std::uint64_t statements = 0;
};

PartKey read_key(SqliteRow& row) {
  return {row.number(), row.number(), row.text(), row.digest(),
          row.count(),  row.count(),  row.count()};
}

constexpr std::string_view select_parts =
    "SELECT account_id, document_id, name, digest, statement_part.entries, statement_part.balances,"
    " statement_part.statements"
    " FROM statement_part JOIN account ON account.id = account_id"
    " JOIN document ON document.id = document_id";

Result<StatementPart> read_part(PartReader& reader, ClaimReader& claims, const PartKey& key) {
  StatementPart part{key.account, key.document, {}, {}};
  const auto read = reader.read(
      key.account_id, key.document_id, key.account,
      [&](std::uint64_t, Transaction entry) { part.entries.push_back(std::move(entry)); },
      [&](std::uint64_t, StatementBalance balance) {
        part.balances.push_back(std::move(balance));
      });
  if (!read) return read.error();
  if (part.entries.size() != key.entries || part.balances.size() != key.balances) {
    return miscounted(key.account, part.entries.size(), part.balances.size());
  }
  if (const auto done = claims.read(key.document_id, part); !done) return done.error();
  if (part.statements.size() != key.statements) {
    return Error{ErrorCode::malformed,
                 std::to_string(part.statements.size()) + " statements of " + key.account,
                 "as many as were written",
                 {}};
  }
  return part;
}

}  // namespace

Result<void> write_statements(const SqliteConnection& connection, std::int64_t document_id,
                              const Import& import) {
  const Grouping grouping = group_by_account(import);
  RECOUP_TRY(ids, account_ids(connection, grouping.accounts));
  const auto parts = write_parts(connection, document_id, grouping, ids);
  if (!parts) return parts.error();
  const auto entries = write_entries(connection, document_id, grouping, ids, import.transactions);
  if (!entries) return entries.error();
  return write_balances(connection, document_id, grouping, ids, import.balances);
}

Result<void> read_statements(const SqliteConnection& connection, std::int64_t document_id,
                             Import& import) {
  RECOUP_TRY(select, connection.prepare(std::string(select_parts) +
                                        " WHERE document_id = ? ORDER BY account_id"));
  RECOUP_TRY(reader, PartReader::prepare(connection));
  std::vector<PartKey> keys;
  const auto found = for_each_row(select.number(document_id),
                                  [&](SqliteRow& row) { keys.push_back(read_key(row)); });
  if (!found) return found.error();
  Positioned<Transaction> entries;
  Positioned<StatementBalance> balances;
  for (const PartKey& key : keys) {
    const std::size_t entries_before = entries.records.size();
    const std::size_t balances_before = balances.records.size();
    const auto read = reader.read(
        key.account_id, document_id, key.account,
        [&](std::uint64_t at, Transaction entry) { entries.add(at, std::move(entry)); },
        [&](std::uint64_t at, StatementBalance balance) { balances.add(at, std::move(balance)); });
    if (!read) return read.error();
    const std::size_t entries_read = entries.records.size() - entries_before;
    const std::size_t balances_read = balances.records.size() - balances_before;
    if (entries_read != key.entries || balances_read != key.balances ||
        entries_read + balances_read + key.statements == 0) {
      return miscounted(key.account, entries_read, balances_read);
    }
  }
  RECOUP_TRY(ordered_entries, std::move(entries).in_order());
  RECOUP_TRY(ordered_balances, std::move(balances).in_order());
  import.transactions = std::move(ordered_entries);
  import.balances = std::move(ordered_balances);
  return {};
}

Result<std::vector<StatementPart>> read_parts(const SqliteConnection& connection,
                                              const std::vector<std::string>& accounts) {
  const std::string where = accounts.empty() ? "" : " WHERE name = ?";
  RECOUP_TRY(select,
             connection.prepare(std::string(select_parts) + where + " ORDER BY name, digest"));
  RECOUP_TRY(reader, PartReader::prepare(connection));
  RECOUP_TRY(claims, ClaimReader::prepare(connection));
  std::vector<PartKey> keys;
  const auto collect = [&](SqliteRow& row) { keys.push_back(read_key(row)); };
  if (accounts.empty()) {
    const auto found = for_each_row(select, collect);
    if (!found) return found.error();
  }
  std::vector<std::string> wanted = accounts;
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  for (const std::string& account : wanted) {
    const auto found = for_each_row(select.text(account), collect);
    if (!found) return found.error();
  }
  std::vector<StatementPart> parts;
  parts.reserve(keys.size());
  for (const PartKey& key : keys) {
    RECOUP_TRY(part, read_part(reader, claims, key));
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace recoup
