#include "profile/table_importer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document_text.hpp"
#include "profile/account_name.hpp"
#include "profile/columns.hpp"
#include "profile/plan.hpp"
#include "profile/row_reader.hpp"
#include "profile/statement_order.hpp"
#include "profile/table_facts.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// One of so many rows at the front must read, where the words of the header say what they are.
constexpr std::size_t rows_tried_max = 10;

/// Makes an Import of the rows.
class TableImporter {
 public:
  TableImporter(const Table& table, TablePlan plan, const Document& document,
                const ImportOptions& options)
      : table_(table), plan_(std::move(plan)), document_(document), options_(options) {}

  Result<Import> read() {
    import_.profile = plan_.profile->called();
    TableFacts facts = read_facts(table_, plan_, document_.name);
    if (auto taken = take_currency(facts); !taken) return taken.error();
    name_account(facts);
    note_currency(facts);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) take(table_.rows[i], plan_.kinds[i]);
    import_.notes.insert(import_.notes.end(), plan_.notes.begin(), plan_.notes.end());
    import_.transactions =
        in_statement_order(std::move(rows_), plan_.profile->order, import_.notes);
    note_fees();
    if (facts.line == 0) facts.line = plan_.header.row ? table_.rows[*plan_.header.row].line : 1;
    add_opening_rows(facts);
    add_statement(facts, plan_, import_);
    for (Rejection& refused : facts.rejections) import_.rejections.push_back(std::move(refused));
    import_.notes.insert(import_.notes.end(), facts.notes.begin(), facts.notes.end());
    return std::move(import_);
  }

 private:
  Result<void> take_currency(const TableFacts& facts) {
    if (facts.currency.empty()) return {};
    auto named = Currency::parse(facts.currency);
    if (!named) return placed(named.error(), document_.name, facts.line);
    plan_.currency = named.value();
    return {};
  }

  void name_account(const TableFacts& facts) {
    const Profile& profile = *plan_.profile;
    const bool in_rows =
        profile.has(ProfileField::account) || profile.has(ProfileField::account_number);
    plan_.account = facts.account;
    const bool masked = is_masked(facts.account);
    if (!options_.account.empty() && (facts.account.empty() || masked)) {
      plan_.account = options_.account;
      if (masked) {
        import_.notes.push_back("the document names the account " +
                                printable(quoted(facts.account)) + "; --account says " +
                                printable(quoted(options_.account)));
      }
    }
    if (!plan_.account.empty() || in_rows) return;
    plan_.account = unnamed_account(document_);
    import_.notes.push_back("the document names no account; it is called " + quoted(plan_.account) +
                            " here, and --account gives it its name");
  }

  void note_currency(const TableFacts& facts) {
    const bool named = plan_.profile->has(ProfileField::currency) || !facts.currency.empty() ||
                       !plan_.header.currency.empty() || !options_.currency.empty();
    if (named) return;
    import_.notes.push_back(
        "the document names no currency; " + std::string(plan_.currency.code()) + " was assumed" +
        (plan_.profile->usual_currency ? ", which is usual in this layout" : "") +
        ", and --currency says another");
  }

  void take(const TableRow& row, TableRowKind kind) {
    const Profile& profile = *plan_.profile;
    switch (kind) {
      case TableRowKind::before:
      case TableRowKind::behind: return;
      case TableRowKind::header_again: hold_back(row, "the header again"); return;
      case TableRowKind::entry: take_entry(row); return;
      case TableRowKind::held_back:
        hold_back(row, met_by(profile.hold_back, row, plan_.header)->why);
        return;
      case TableRowKind::opening: take_opening(row); return;
      case TableRowKind::refused: {
        const ProfileCondition& met = *met_by(profile.reject, row, plan_.header);
        Error error{ErrorCode::malformed,
                    quoted(cell_of(row, met.column, plan_.header)),
                    met.why,
                    {"", 0, column_name(met.column)}};
        refuse(row, std::move(error));
        return;
      }
    }
  }

  void refuse(const TableRow& row, Error error) {
    import_.rejections.push_back(rejection(std::move(error), document_.name, row.line, row.record));
  }

  void hold_back(const TableRow& row, const std::string& why) {
    import_.held_back.push_back({why, row.line, row.record});
  }

  void take_entry(const TableRow& row) {
    auto entries = TableRowReader(plan_).read(row);
    if (!entries) {
      refuse(row, std::move(entries).error());
      return;
    }
    fees_ += entries.value().size() - 1;
    rows_.push_back(std::move(entries).value());
  }

  /// A row that only says with what the account began.
  void take_opening(const TableRow& row) {
    const TableRowReader reader(plan_);
    const auto account = reader.account(row);
    const auto date = reader.date(row);
    const auto balance = reader.balance(row);
    for (const Error* const error :
         {account ? nullptr : &account.error(), date ? nullptr : &date.error(),
          balance ? nullptr : &balance.error()}) {
      if (error == nullptr) continue;
      refuse(row, *error);
      return;
    }
    hold_back(row, met_by(plan_.profile->opening_rows, row, plan_.header)->why);
    if (!balance.value()) return;
    openings_.push_back({account.value(), StatementBalance::Kind::opening, date.value().date(),
                         *balance.value(), row.line, 0});
  }

  /// One opening row of one account is what its statement opens with; more are balances alone.
  void add_opening_rows(TableFacts& facts) {
    if (openings_.size() == 1 && !facts.opening) {
      const StatementBalance& only = openings_.front();
      facts.opening = StatedAmount{only.amount, only.line, only.date};
      return;
    }
    for (StatementBalance& opening : openings_) import_.balances.push_back(std::move(opening));
  }

  void note_fees() {
    if (fees_ == 0) return;
    import_.notes.push_back(
        std::to_string(fees_) + (fees_ == 1 ? " fee stands" : " fees stand") +
        " beside an amount that leaves it out: each is an entry of its own, with the code \"fee\"");
  }

  const Table& table_;
  TablePlan plan_;
  const Document& document_;
  const ImportOptions& options_;
  Import import_;
  std::vector<RowEntries> rows_;
  std::vector<StatementBalance> openings_;
  std::size_t fees_ = 0;
};

/// The rows that are to be entries, and how they read.
struct RowTrial {
  std::size_t rows = 0;
  std::size_t read = 0;
  std::size_t read_in_front = 0;
  std::string first_fault;
};

RowTrial try_rows(const Table& table, const TablePlan& plan) {
  RowTrial trial;
  const TableRowReader reader(plan);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (plan.kinds[i] != TableRowKind::entry) continue;
    const auto read = reader.read(table.rows[i]);
    if (read) {
      ++trial.read;
      if (trial.rows < rows_tried_max) ++trial.read_in_front;
    } else if (trial.first_fault.empty()) {
      Error fault = read.error();
      fault.place.line = table.rows[i].line;
      trial.first_fault = "line " + std::to_string(fault.place.line) + ", " +
                          (fault.place.field.empty() ? "" : fault.place.field + ": ") + "found " +
                          fault.found + "; expected " + fault.expected;
    }
    ++trial.rows;
  }
  return trial;
}

}  // namespace

ProfileFit fit_of(const Profile& profile, const Table& table) {
  ProfileFit fit;
  fit.by_words =
      profile.header == Profile::Header::exact || profile.header == Profile::Header::among;
  NoHeader missing;
  const auto header = find_header(profile, table, missing);
  if (!header) {
    fit.why_not = std::move(missing.why);
    fit.distance = 2 + missing.distance;
    return fit;
  }
  auto plan = plan_table(profile, table, *header, {});
  // Rows that can be read in two ways are rows of this layout: a person decides which.
  if (!plan) {
    fit.fits = plan.error().code == ErrorCode::contradiction;
    fit.why_not = fit.fits ? "" : message(plan.error());
    return fit;
  }
  plan.value().account = "any";
  const auto named = Currency::parse(read_facts(table, plan.value(), "").currency);
  if (named) plan.value().currency = named.value();
  const bool unknown = profile.header == Profile::Header::unknown;
  if (unknown && header->row && TableRowReader(plan.value()).read(table.rows[*header->row])) {
    fit.why_not = "the line before the first entry is an entry, and no header";
    fit.distance = 60;
    return fit;
  }
  const RowTrial trial = try_rows(table, plan.value());
  fit.unread = trial.rows - trial.read;
  fit.fits =
      fit.by_words ? trial.rows == 0 || trial.read_in_front > 0 : trial.rows > 0 && fit.unread == 0;
  if (!fit.fits) {
    fit.why_not = trial.rows == 0 ? "no row is an entry" : trial.first_fault;
    fit.distance = fit.by_words ? 1 : 60;
  }
  return fit;
}

bool fits(const Profile& profile, const Table& table) { return fit_of(profile, table).fits; }

Result<Import> import_table(const Table& table, const Profile& profile, const Document& document,
                            const ImportOptions& options) {
  NoHeader missing;
  const auto header = find_header(profile, table, missing);
  if (!header) {
    return Error{ErrorCode::malformed,
                 std::move(missing.why),
                 "the layout of profile " + quoted(profile.name),
                 {document.name, 1, "header"}};
  }
  auto plan = plan_table(profile, table, *header, options);
  if (!plan) return placed(plan.error(), document.name);
  return TableImporter(table, std::move(plan).value(), document, options).read();
}

}  // namespace recoup
