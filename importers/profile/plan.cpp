#include "profile/plan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array amount_fields = {ProfileField::amount, ProfileField::credit,
                                      ProfileField::debit, ProfileField::balance,
                                      ProfileField::fee};

/// Decides one thing after the other.
class TablePlanner {
 public:
  TablePlanner(const Profile& profile, const Table& table, TableHeader header,
               const ImportOptions& options)
      : profile_(profile), table_(table), options_(options) {
    plan_.profile = &profile;
    plan_.header = std::move(header);
    plan_.in_sheet = !table.sheet.empty();
  }

  Result<TablePlan> plan() {
    for (const auto& [field, columns] : profile_.fields) {
      for (const ProfileColumn& column : columns) {
        if (const auto index = find_column(column, plan_.header)) {
          plan_.columns[field].push_back(*index);
        }
      }
    }
    note_unread_columns();
    sort_rows();
    if (auto decided = decide_date(); !decided) return decided.error();
    if (auto decided = decide_currency(); !decided) return decided.error();
    if (auto decided = decide_mark(); !decided) return decided.error();
    if (auto decided = decide_debits(); !decided) return decided.error();
    return std::move(plan_);
  }

 private:
  /// Of a header that is known in part: what nobody said anything about is not read, and named.
  void note_unread_columns() {
    if (profile_.header != Profile::Header::among) return;
    std::set<std::size_t> read;
    for (const auto& [field, columns] : plan_.columns) read.insert(columns.begin(), columns.end());
    for (const auto* list : {&profile_.hold_back, &profile_.opening_rows, &profile_.reject}) {
      for (const ProfileCondition& condition : *list) {
        read.insert(column_index(condition.column, plan_.header));
      }
    }
    std::string names;
    for (std::size_t i = 0; i < plan_.header.words.size(); ++i) {
      if (read.contains(i) || plan_.header.words[i].empty()) continue;
      names += (names.empty() ? "" : ", ") + quoted(plan_.header.words[i]);
    }
    if (!names.empty()) plan_.notes.push_back("columns that the layout does not read: " + names);
  }

  [[nodiscard]] std::string_view cell(const TableRow& row, ProfileField field) const {
    const auto found = plan_.columns.find(field);
    if (found == plan_.columns.end()) return {};
    const std::size_t index = found->second.front();
    return index < row.cells.size() ? bare(row.cells[index]) : std::string_view();
  }

  [[nodiscard]] bool reads_as_date(const TableRow& row) const {
    const std::string_view date = cell(row, ProfileField::date);
    return std::any_of(profile_.dates.begin(), profile_.dates.end(), [&](const DateFormat& format) {
      return read_date(date, format, profile_.year.value_or(2000)).has_value();
    });
  }

  [[nodiscard]] TableRowKind kind_of(const TableRow& row) const {
    if (plan_.header.row && row.cells == table_.rows[*plan_.header.row].cells) {
      return TableRowKind::header_again;
    }
    if (met_by(profile_.opening_rows, row, plan_.header) != nullptr) return TableRowKind::opening;
    if (met_by(profile_.hold_back, row, plan_.header) != nullptr) return TableRowKind::held_back;
    if (met_by(profile_.reject, row, plan_.header) != nullptr) return TableRowKind::refused;
    return TableRowKind::entry;
  }

  void sort_rows() {
    plan_.kinds.assign(table_.rows.size(), TableRowKind::before);
    for (std::size_t i = plan_.header.first; i < table_.rows.size(); ++i) {
      plan_.kinds[i] = kind_of(table_.rows[i]);
    }
    // A row at the end that has a date is an entry, however many closing lines there should be.
    std::size_t left = profile_.footer_rows;
    for (std::size_t i = table_.rows.size(); i > plan_.header.first && left > 0; --i, --left) {
      if (plan_.kinds[i - 1] != TableRowKind::entry || reads_as_date(table_.rows[i - 1])) break;
      plan_.kinds[i - 1] = TableRowKind::behind;
    }
  }

  template <typename Use>
  void for_entries(Use use) const {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      if (plan_.kinds[i] == TableRowKind::entry) use(table_.rows[i]);
    }
  }

  using Dates = std::vector<std::optional<BookingTime>>;

  [[nodiscard]] Dates dates_by(const DateFormat& format) const {
    Dates dates;
    for_entries([&](const TableRow& row) {
      dates.push_back(read_date(cell(row, ProfileField::date), format, profile_.year));
    });
    return dates;
  }

  Result<void> decide_date() {
    std::size_t most = 0;
    std::vector<std::pair<DateFormat, Dates>> best;
    for (const DateFormat& format : profile_.dates) {
      Dates dates = dates_by(format);
      const auto empty = std::count(dates.begin(), dates.end(), std::nullopt);
      const std::size_t read = dates.size() - static_cast<std::size_t>(empty);
      if (read > most || best.empty()) best.clear();
      if (best.empty() || (read == most && dates != best.front().second)) {
        best.emplace_back(format, std::move(dates));
        most = read;
      }
    }
    return choose_date(best);
  }

  /// Whether the days only rise or only fall, and move often enough for that to be no chance.
  static bool runs_one_way(const Dates& dates) {
    constexpr std::size_t moves_min = 4;
    std::size_t rises = 0;
    std::size_t falls = 0;
    std::optional<Date> before;
    for (const std::optional<BookingTime>& date : dates) {
      if (!date) continue;
      rises += before && *before < date->date() ? 1U : 0U;
      falls += before && date->date() < *before ? 1U : 0U;
      before = date->date();
    }
    return std::min(rises, falls) == 0 && std::max(rises, falls) >= moves_min;
  }

  /// A table stands in the order of its days: where one reading has that order and no other has,
  /// it is the one.
  bool order_decides(const std::vector<std::pair<DateFormat, Dates>>& best) {
    const auto one_way = [](const auto& one) { return runs_one_way(one.second); };
    if (std::count_if(best.begin(), best.end(), one_way) != 1) return false;
    plan_.date = std::find_if(best.begin(), best.end(), one_way)->first;
    plan_.notes.push_back("dates were read as " + plan_.date.text +
                          ": read in another order they would go back and forth");
    return true;
  }

  Result<void> choose_date(const std::vector<std::pair<DateFormat, Dates>>& best) {
    plan_.date = best.front().first;
    if (best.size() > 1 && options_.date_order.empty()) {
      if (order_decides(best)) return {};
      return Error{
          ErrorCode::contradiction,
          "dates that can be read as " + best[0].first.text + " and as " + best[1].first.text,
          "`--date-order " + order_of(best[0].first) + "` or `--date-order " +
              order_of(best[1].first) + "`",
          {"", 0, "date"}};
    }
    if (!options_.date_order.empty()) {
      const auto wanted = std::find_if(best.begin(), best.end(), [&](const auto& one) {
        return order_of(one.first).find(options_.date_order) == 0;
      });
      if (wanted == best.end()) {
        return Error{
            ErrorCode::usage,
            "--date-order " + options_.date_order,
            "an order in which the dates of this document can be read: " + order_of(plan_.date),
            {"", 0, "date"}};
      }
      plan_.date = wanted->first;
    }
    if (profile_.dates.size() > 1) {
      plan_.notes.push_back(
          "dates were read as " + plan_.date.text +
          (best.size() > 1 ? ", as --date-order says" : ": no other form of the layout fits all"));
    }
    return {};
  }

  Result<void> decide_currency() {
    if (!plan_.header.currency.empty()) {
      RECOUP_TRY(named, Currency::parse(plan_.header.currency));
      plan_.currency = named;
      return {};
    }
    if (!options_.currency.empty()) {
      RECOUP_TRY(said, in_option("--currency", Currency::parse(options_.currency)));
      plan_.currency = said;
      return {};
    }
    plan_.currency = profile_.usual_currency.value_or(gbp);
    return {};
  }

  static Result<Currency> in_option(const char* option, Result<Currency> read) {
    if (read) return read;
    Error error = std::move(read).error();
    error.code = ErrorCode::usage;
    error.place.field = option;
    return error;
  }

  [[nodiscard]] Currency currency_of(const TableRow& row) const {
    const auto named = Currency::parse(cell(row, ProfileField::currency));
    return named ? named.value() : plan_.currency;
  }

  /// Every amount of the entries read with `mark`, in one order.
  [[nodiscard]] std::vector<std::optional<Money>> amounts_by(DecimalMark mark) const {
    std::vector<std::optional<Money>> amounts;
    for_entries([&](const TableRow& row) {
      for (const ProfileField field : amount_fields) {
        const std::string_view text = cell(row, field);
        if (text.empty()) continue;
        auto read = read_profile_amount(text, currency_of(row), mark);
        amounts.push_back(read ? std::optional(read.value()) : std::nullopt);
      }
    });
    return amounts;
  }

  Result<void> decide_mark() {
    if (profile_.decimal != Profile::Decimal::by_evidence) {
      plan_.mark =
          profile_.decimal == Profile::Decimal::comma ? DecimalMark::comma : DecimalMark::point;
      return {};
    }
    const auto point = amounts_by(DecimalMark::point);
    const auto comma = amounts_by(DecimalMark::comma);
    const auto unread_point = std::count(point.begin(), point.end(), std::nullopt);
    const auto unread_comma = std::count(comma.begin(), comma.end(), std::nullopt);
    if (unread_point == unread_comma && point != comma) {
      return Error{ErrorCode::contradiction,
                   "amounts that can be read with a decimal point and with a decimal comma",
                   "a copy of the profile " + quoted(profile_.name) +
                       " that says `decimal: point` or `decimal: comma`",
                   {"", 0, "amount"}};
    }
    plan_.mark = unread_comma < unread_point ? DecimalMark::comma : DecimalMark::point;
    plan_.notes.push_back(std::string("amounts were read with a decimal ") +
                          (plan_.mark == DecimalMark::comma ? "comma" : "point") +
                          ", as their form shows");
    return {};
  }

  Result<void> decide_debits() {
    plan_.debits_negative = profile_.debits == Profile::Debits::negative;
    if (profile_.debits != Profile::Debits::by_evidence) return {};
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    for_entries([&](const TableRow& row) {
      const std::string_view text = cell(row, ProfileField::debit);
      if (text.empty()) return;
      const auto read = read_profile_amount(text, currency_of(row), plan_.mark);
      if (!read || read.value().is_zero()) return;
      std::uint64_t& line = read.value().is_negative() ? below : above;
      if (line == 0) line = row.line;
    });
    if (below > 0 && above > 0) {
      return Error{ErrorCode::contradiction,
                   "a debit above zero on line " + std::to_string(above) +
                       " and one below zero on line " + std::to_string(below),
                   "debits of one sign",
                   {"", std::max(above, below), "debit"}};
    }
    plan_.debits_negative = below > 0;
    if (below > 0) plan_.notes.push_back("the debits of the document are written below zero");
    return {};
  }

  const Profile& profile_;
  const Table& table_;
  const ImportOptions& options_;
  TablePlan plan_;
};

}  // namespace

Result<TablePlan> plan_table(const Profile& profile, const Table& table, TableHeader header,
                             const ImportOptions& options) {
  return TablePlanner(profile, table, std::move(header), options).plan();
}

const ProfileCondition* met_by(const std::vector<ProfileCondition>& conditions, const TableRow& row,
                               const TableHeader& header) {
  const auto met = std::find_if(
      conditions.begin(), conditions.end(),
      [&](const ProfileCondition& condition) { return matches(condition, row, header); });
  return met == conditions.end() ? nullptr : &*met;
}

bool is_inside(TableRowKind kind) {
  return kind != TableRowKind::before && kind != TableRowKind::behind;
}

}  // namespace recoup
