#include "profile/table_facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "document_text.hpp"
#include "profile/account_name.hpp"
#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// What stands behind the label, in the same cell or in the next that is filled; nothing where the
/// row does not begin with the label.
std::optional<std::string> behind_label(const TableRow& row, const std::string& label) {
  std::size_t i = 0;
  while (i < row.cells.size() && bare(row.cells[i]).empty()) ++i;
  if (i == row.cells.size()) return std::nullopt;
  const std::string_view first = bare(row.cells[i]);
  if (!first.starts_with(label)) return std::nullopt;
  std::string_view value = bare(first.substr(label.size()));
  while (value.empty() && ++i < row.cells.size()) value = bare(row.cells[i]);
  return std::string(value);
}

/// Reads the facts of one table.
class TableFactReader {
 public:
  TableFactReader(const TablePlan& plan, const std::string& document)
      : plan_(plan), profile_(*plan.profile), document_(document), currency_(plan.currency) {}

  void take(const TableRow& row) {
    for (const ProfileFact& fact : profile_.facts) {
      const auto value = behind_label(row, fact.label);
      if (!value) continue;
      if (facts_.line == 0) facts_.line = row.line;
      auto taken = take_fact(fact, *value, row.line);
      if (taken) return;
      facts_.rejections.push_back(
          rejection(in_field(fact.label, taken.error()), document_, row.line, row.record));
      return;
    }
    facts_.notes.push_back("line " + std::to_string(row.line) +
                           ", around the entries: " + printable(quoted(row.record, 200)));
  }

  TableFacts done() { return std::move(facts_); }

 private:
  Result<void> take_fact(const ProfileFact& fact, const std::string& value, std::uint64_t line) {
    using Kind = ProfileFact::Kind;
    switch (fact.kind) {
      case Kind::account: return take_account(value);
      case Kind::sort_code: sort_code_ = profile_sort_code(value); return {};
      case Kind::currency: return take_currency(value);
      case Kind::number: facts_.number = value; return {};
      case Kind::from: return take_date(value, facts_.from);
      case Kind::until: return take_date(value, facts_.until);
      case Kind::period: return take_period(value);
      case Kind::opening: return take_amount(value, line, facts_.opening);
      case Kind::closing: return take_amount(value, line, facts_.closing);
      case Kind::current: return take_amount(value, line, facts_.current);
      case Kind::available: return take_amount(value, line, facts_.available);
    }
    return {};
  }

  /// Amounts on the lines below are in it.
  Result<void> take_currency(const std::string& value) {
    auto named = Currency::parse(value);
    if (!named) return named.error();
    facts_.currency = value;
    currency_ = named.value();
    return {};
  }

  Result<void> take_account(const std::string& value) {
    if (value.empty()) return Error{ErrorCode::malformed, "\"\"", "the account", {}};
    if (auto fine = check_characters(value, LineEnds::refused); !fine) return fine;
    facts_.account =
        profile_account(sort_code_.empty() ? value : sort_code_ + " " + value, profile_.uk_account);
    return {};
  }

  [[nodiscard]] std::optional<Date> date_in(std::string_view text) const {
    for (const DateFormat& format : profile_.dates) {
      if (const auto day = read_date(text, format, profile_.year)) return day->civil().date();
    }
    return std::nullopt;
  }

  Result<void> take_date(const std::string& value, std::optional<Date>& into) const {
    into = date_in(value);
    if (into) return {};
    return Error{ErrorCode::malformed, quoted(value), "a date as " + plan_.date.text, {}};
  }

  /// "01/09/2026 to 30/09/2026": a date at either end, whatever word stands between.
  Result<void> take_period(const std::string& value) {
    for (std::size_t i = 1; i < value.size(); ++i) {
      const auto first = date_in(std::string_view(value).substr(0, i));
      if (!first) continue;
      for (std::size_t j = i; j < value.size(); ++j) {
        const auto last = date_in(std::string_view(value).substr(j));
        if (!last) continue;
        facts_.from = first;
        facts_.until = last;
        return {};
      }
    }
    return Error{ErrorCode::malformed,
                 quoted(value),
                 "two dates as " + plan_.date.text + " with a word between",
                 {}};
  }

  Result<void> take_amount(const std::string& value, std::uint64_t line,
                           std::optional<StatedAmount>& into) const {
    auto read = read_profile_amount(value, currency_, plan_.mark);
    if (!read) return read.error();
    into = StatedAmount{read.value(), line};
    return {};
  }

  const TablePlan& plan_;
  const Profile& profile_;
  const std::string& document_;
  Currency currency_;
  std::string sort_code_;
  TableFacts facts_;
};

/// The balance of the day of the download closes the statement only where the last entry agrees.
std::optional<StatedAmount> closing_of(const TableFacts& facts, Import& import) {
  if (facts.closing || !facts.current) return facts.closing;
  const std::optional<Money> last =
      import.transactions.empty() ? std::nullopt : import.transactions.back().balance;
  if (last && *last == facts.current->amount) return facts.current;
  import.notes.push_back("line " + std::to_string(facts.current->line) + " states a balance of " +
                         facts.current->amount.text() +
                         " for the day of the download; the last entry does not end there, so it "
                         "closes nothing");
  return std::nullopt;
}

/// Fills the statement and the balances of the one account.
void fill(const TableFacts& facts, const std::string& account, Import& import) {
  const auto first = import.transactions.empty()
                         ? std::optional<Date>()
                         : std::optional(import.transactions.front().booked_at.date());
  const auto last = import.transactions.empty()
                        ? std::optional<Date>()
                        : std::optional(import.transactions.back().booked_at.date());
  const std::optional<Date> begin = facts.from ? facts.from : first;
  const std::optional<Date> end = facts.until ? facts.until : last;
  Statement statement;
  statement.account = account;
  statement.number = facts.number;
  statement.from = facts.from;
  statement.until = facts.until;
  statement.line = facts.line;
  const auto add = [&](StatementBalance::Kind kind, const StatedAmount& stated,
                       std::optional<Date> day) {
    if (!day) {
      import.notes.push_back("line " + std::to_string(stated.line) + " states a balance of " +
                             stated.amount.text() + " for a day that nothing says");
      return;
    }
    statement.currency = stated.amount.currency();
    import.balances.push_back({account, kind, *day, stated.amount, stated.line, 1});
  };
  const auto closing = closing_of(facts, import);
  if (facts.opening) {
    const std::optional<Date> day = facts.opening->date ? facts.opening->date : begin;
    add(StatementBalance::Kind::opening, *facts.opening, day);
    statement.opening = facts.opening->amount;
    statement.opening_date = day;
  }
  if (closing) {
    add(StatementBalance::Kind::closing, *closing, end);
    statement.closing = closing->amount;
    statement.closing_date = end;
  }
  if (facts.available) add(StatementBalance::Kind::available, *facts.available, end);
  if (!statement.currency && !import.transactions.empty()) {
    statement.currency = import.transactions.front().amount.currency();
  }
  for (Transaction& entry : import.transactions) entry.statement = 1;
  import.statements.push_back(std::move(statement));
}

}  // namespace

TableFacts read_facts(const Table& table, const TablePlan& plan, const std::string& document) {
  TableFactReader reader(plan, document);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool header = !plan.header.words.empty() && plan.header.row && i == *plan.header.row;
    if (header || is_inside(plan.kinds[i])) continue;
    reader.take(table.rows[i]);
  }
  return reader.done();
}

void add_statement(const TableFacts& facts, const TablePlan& plan, Import& import) {
  const bool any = facts.from || facts.until || facts.opening || facts.closing || facts.current ||
                   facts.available || !facts.number.empty();
  if (!any) return;
  std::set<std::string> accounts;
  for (const Transaction& entry : import.transactions) accounts.insert(entry.account);
  if (accounts.empty()) accounts.insert(plan.account);
  if (accounts.size() > 1) {
    import.notes.push_back(
        "what the lines around the entries state is of one account, and nothing says of which: "
        "it was left out");
    return;
  }
  fill(facts, *accounts.begin(), import);
}

}  // namespace recoup
