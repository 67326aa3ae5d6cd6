#include "seizures/seizure_table.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "seizures/cash_entry.hpp"
#include "seizures/seizure_notes.hpp"
#include "seizures/seizure_row.hpp"

namespace recoup {
namespace {

Result<SeizureRowContext> context_of(const Table& table, const SeizureProfile& profile,
                                     const ImportOptions& options, std::optional<Date> saved_on) {
  SeizureRowContext context{&profile, table.sheet, profile.date_order, profile.currency, saved_on};
  if (!options.date_order.empty()) context.date_order = options.date_order;
  const std::string& order = context.date_order;
  if (!order.empty() && order != "dmy" && order != "mdy" && order != "ymd") {
    return Error{ErrorCode::usage, quoted(order), "dmy, mdy or ymd", {"", 0, "date order"}};
  }
  if (!options.currency.empty()) {
    RECOUP_TRY(currency, Currency::parse(options.currency));
    context.currency = currency;
  }
  return context;
}

/// "1 record names", "90 records name".
std::string records_that_name(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " record names " : " records name ");
}

/// Adds up what was forfeited, in one sentence for each currency.
void note_forfeited(const std::vector<SeizureRow>& rows, std::vector<std::string>& notes) {
  std::map<std::string, std::pair<std::size_t, Money>> sums;
  std::size_t days = 0;
  for (const SeizureRow& row : rows) {
    if (row.forfeited_on) ++days;
    if (!row.forfeited) continue;
    const std::string code(row.forfeited->currency().code());
    auto& [count, sum] =
        sums.try_emplace(code, 0, Money(0, row.forfeited->currency())).first->second;
    const auto next = sum.plus(*row.forfeited);
    if (!next) continue;
    sum = next.value();
    ++count;
  }
  if (days > 0) notes.push_back(records_that_name(days) + "a day of forfeiture");
  for (const auto& [code, one] : sums) {
    notes.push_back(records_that_name(one.first) + "an amount forfeited, " + one.second.text() +
                    " together");
  }
}

void note_unread(const SeizureProfile& profile, std::vector<std::string>& notes) {
  if (profile.unread.empty()) return;
  std::string list;
  for (const std::size_t column : profile.unread) {
    list += (list.empty() ? "" : ", ") + profile.header[column];
  }
  notes.push_back("not carried over: " + list + "; the document itself is kept");
}

void note_all(const std::vector<SeizureRow>& rows, const SeizureProfile& profile, Import& import) {
  std::vector<LinedText> things;
  std::vector<LinedText> cases;
  for (const SeizureRow& row : rows) {
    if (!row.what.empty()) things.push_back({row.what, row.seizure.line});
    if (!row.seizure.case_id.empty()) cases.push_back({row.seizure.case_id, row.seizure.line});
    import.notes.insert(import.notes.end(), row.warnings.begin(), row.warnings.end());
  }
  const auto add = [&](std::vector<std::string> notes) {
    import.notes.insert(import.notes.end(), notes.begin(), notes.end());
  };
  add(spelling_notes(things, "descriptions"));
  add(spelling_notes(cases, "cases"));
  add(form_notes(cases, "case"));
  add(likeness_notes(import.seizures));
  add(continuity_notes(import.seizures));
  note_forfeited(rows, import.notes);
  note_unread(profile, import.notes);
}

bool is_blank(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return trimmed(cell).empty(); });
}

Error wrong_header(const SeizureProfile& profile, const Table& table) {
  return Error{ErrorCode::malformed,
               table.rows.empty() ? "no row at all" : quoted(printable(table.rows.front().record)),
               "the header of the profile " + profile.called() + " within the first rows",
               {}};
}

}  // namespace

Result<Import> import_seizure_table(const Table& table, const SeizureProfile& profile,
                                    const Document& document, const ImportOptions& options,
                                    std::optional<Date> saved_on) {
  auto context = context_of(table, profile, options, saved_on);
  if (!context) return placed(context.error(), document.name);
  const auto header = header_row(profile, table);
  if (!header) return placed(wrong_header(profile, table), document.name);
  Import import;
  import.version = "1";
  import.profile = profile.called();
  std::vector<SeizureRow> rows;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    const bool is_before = profile.first_row == 0 ? i <= *header : row.line < profile.first_row;
    if (is_before && i != *header) {
      import.held_back.push_back({"before the records", row.line, row.record});
    }
    if (is_before || i == *header || is_blank(row)) continue;
    auto read = read_seizure_row(row, context.value());
    if (read && !ids.insert(read.value().seizure.id).second) {
      read = Error{ErrorCode::contradiction,
                   quoted(read.value().seizure.id) + " for the second time",
                   "one record for each seizure",
                   {"", 0, cell_place(context.value(), profile.id.front(), row.line)}};
    }
    if (!read) {
      import.rejections.push_back(rejection(read.error(), document.name, row.line, row.record));
      continue;
    }
    const Seizure& seizure = read.value().seizure;
    if (seizure.kind == SeizureKind::cash && seizure.amount && !seizure.amount->is_zero()) {
      import.transactions.push_back(cash_entry(seizure));
    }
    import.seizures.push_back(seizure);
    rows.push_back(std::move(read).value());
  }
  note_all(rows, profile, import);
  return import;
}

}  // namespace recoup
