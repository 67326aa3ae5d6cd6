#include "seizures/seizure_row.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "xlsx/sheet.hpp"

namespace recoup {
namespace {

Error not_a_date(std::string_view text, std::string_view order) {
  const std::string expected =
      order.empty() ? "a date such as 2025-03-04, or a `date_order` that says how dates are written"
                    : "a date such as 2025-03-04, or in the order " + std::string(order);
  return Error{ErrorCode::malformed, quoted(text), expected, {}};
}

std::optional<int> small_number(std::string_view digits, std::size_t length_max) {
  if (digits.empty() || digits.size() > length_max) return std::nullopt;
  int value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<int> year_of(std::string_view digits) {
  if (digits.size() == 4) return small_number(digits, 4);
  if (digits.size() != 2) return std::nullopt;
  const auto year = small_number(digits, 2);
  if (!year) return std::nullopt;
  return *year < 70 ? 2000 + *year : 1900 + *year;
}

/// Cuts a row into its fields and says what is doubtful about each.
class SeizureRowReader {
 public:
  SeizureRowReader(const TableRow& row, const SeizureRowContext& context)
      : row_(row), context_(context), profile_(*context.profile) {}

  Result<SeizureRow> read() {
    Seizure& seizure = out_.seizure;
    seizure.line = row_.line;
    RECOUP_TRY(id, joined(profile_.id, "/"));
    if (id.empty()) return missing(profile_.id, "what the seizure is known by");
    if (auto checked = check_characters(id, LineEnds::refused); !checked) {
      return in_cell(profile_.id.front(), checked.error());
    }
    seizure.id = std::move(id);
    if (auto taken = take_date(); !taken) return taken.error();
    if (auto taken = take_texts(); !taken) return taken.error();
    take_kind();
    take_amount();
    take_forfeiture();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t column) const {
    return column < row_.cells.size() ? trimmed(row_.cells[column]) : std::string_view();
  }

  [[nodiscard]] Error in_cell(std::size_t column, Error error) const {
    return in_field(cell_place(context_, column, row_.line), std::move(error));
  }

  [[nodiscard]] Error missing(const SeizureProfile::Columns& columns, std::string expected) const {
    return in_cell(columns.front(),
                   Error{ErrorCode::malformed, "nothing", std::move(expected), {}});
  }

  void warn(const SeizureProfile::Columns& columns, const std::string& words) {
    const std::string where =
        columns.empty() ? "" : ", " + cell_place(context_, columns.front(), row_.line);
    out_.warnings.push_back("line " + std::to_string(row_.line) + where + ": " + words);
  }

  /// The cells of the columns that hold something.
  Result<std::string> joined(const SeizureProfile::Columns& columns, std::string_view between) {
    std::string out;
    for (const std::size_t column : columns) {
      const std::string_view text = cell(column);
      if (text.empty()) continue;
      if (auto checked = check_characters(text, LineEnds::allowed); !checked) {
        return in_cell(column, checked.error());
      }
      if (!out.empty()) out += between;
      out += text;
    }
    return out;
  }

  Result<void> take_date() {
    RECOUP_TRY(text, joined(profile_.seized_at, " "));
    if (text.empty()) return missing(profile_.seized_at, "the day of the seizure");
    const auto day = parse_ordered_date(text, context_.date_order);
    if (!day) return in_cell(profile_.seized_at.front(), day.error());
    out_.seizure.seized_at = day.value();
    check_not_late(profile_.seized_at, day.value().date(), "was seized");
    return {};
  }

  void check_not_late(const SeizureProfile::Columns& columns, Date day, std::string_view what) {
    if (!context_.saved_on || day <= *context_.saved_on) return;
    warn(columns, std::string(what) + " on " + iso_text(day) +
                      ", after the document was last saved on " + iso_text(*context_.saved_on));
  }

  Result<void> take_texts() {
    Seizure& seizure = out_.seizure;
    struct SeizureText {
      const SeizureProfile::Columns* columns;
      std::string_view between;
      std::string* into;
    };
    const std::array<SeizureText, 10> texts = {{
        {&profile_.case_id, "/", &seizure.case_id},
        {&profile_.operation, "/", &seizure.operation},
        {&profile_.place, ", ", &seizure.place},
        {&profile_.from_whom, ", ", &seizure.from_whom},
        {&profile_.quantity, ", ", &seizure.quantity},
        {&profile_.exhibit, "/", &seizure.exhibit},
        {&profile_.seal, "/", &seizure.seal},
        {&profile_.power, ", ", &seizure.power},
        {&profile_.status, ", ", &seizure.status},
        {&profile_.what, ", ", &out_.what},
    }};
    for (const SeizureText& one : texts) {
      RECOUP_TRY(text, joined(*one.columns, one.between));
      *one.into = std::move(text);
    }
    if (seizure.case_id.empty()) {
      if (!profile_.case_id.empty()) warn(profile_.case_id, "no case");
      seizure.case_id = profile_.case_default;
    }
    if (seizure.operation.empty()) seizure.operation = profile_.operation_default;
    if (!profile_.what.empty() && out_.what.empty()) warn(profile_.what, "nothing says what it is");
    return {};
  }

  void take_kind() {
    const std::string bare = bare_letters(out_.what);
    out_.seizure.kind = profile_.otherwise;
    for (const SeizureWords& words : profile_.words) {
      for (const std::string& word : words.words) {
        const std::string wanted = bare_letters(word);
        const bool fits = word.ends_with('*') ? bare.starts_with(wanted) : bare == wanted;
        if (!fits || wanted.empty()) continue;
        out_.seizure.kind = words.kind;
        return;
      }
    }
  }

  /// The amount in a column, or nothing with a warning where there is none or it cannot be.
  std::optional<Money> amount_in(const SeizureProfile::Columns& columns) {
    if (columns.empty()) return std::nullopt;
    std::string_view text = cell(columns.front());
    if (text.empty()) return std::nullopt;
    std::optional<Currency> currency = context_.currency;
    if (!profile_.currency_column.empty()) {
      const auto named = Currency::parse(cell(profile_.currency_column.front()));
      if (named) currency = named.value();
    }
    if (!currency) {
      warn(columns, quoted(text) + " without a currency is left out");
      return std::nullopt;
    }
    for (const std::string_view sign : {"$", "\xC2\xA3", "\xE2\x82\xAC"}) {
      if (text.starts_with(sign)) text = trimmed(text.substr(sign.size()));
    }
    const auto amount = Money::parse(text, *currency, profile_.decimal);
    if (amount && !amount.value().is_negative()) return amount.value();
    warn(columns, quoted(cell(columns.front())) + " is no amount in " +
                      std::string(currency->code()) + " of zero or more, and is left out");
    return std::nullopt;
  }

  void take_amount() {
    Seizure& seizure = out_.seizure;
    seizure.amount = amount_in(profile_.amount);
    if (cell(profile_.amount.front()).empty()) {
      warn(profile_.amount, "no amount");
    } else if (seizure.amount && seizure.amount->is_zero()) {
      warn(profile_.amount, "an amount of zero");
    }
  }

  void take_forfeiture() {
    take_forfeited_amount();
    if (profile_.forfeited_at.empty()) return;
    const std::string_view text = cell(profile_.forfeited_at.front());
    if (text.empty()) {
      if (out_.forfeited) warn(profile_.forfeited_at, "an amount forfeited and no day");
      return;
    }
    const auto day = parse_ordered_date(text, context_.date_order);
    if (!day) {
      warn(profile_.forfeited_at, quoted(text) + " is no day of a forfeiture, and is left out");
      return;
    }
    const Date seized = out_.seizure.seized_at.date();
    out_.forfeited_on = day.value().date();
    if (*out_.forfeited_on < seized) {
      warn(profile_.forfeited_at, "forfeited on " + iso_text(*out_.forfeited_on) +
                                      ", before the seizure on " + iso_text(seized));
    }
    check_not_late(profile_.forfeited_at, *out_.forfeited_on, "was forfeited");
    out_.seizure.orders.push_back({"forfeiture", day.value(), std::nullopt});
  }

  void take_forfeited_amount() {
    out_.forfeited = amount_in(profile_.forfeited_amount);
    const auto& seized = out_.seizure.amount;
    if (!out_.forfeited || !seized || seized->currency() != out_.forfeited->currency()) return;
    if (*out_.forfeited == *seized) return;
    const bool is_more = out_.forfeited->minor() > seized->minor();
    warn(profile_.forfeited_amount, out_.forfeited->text() + " forfeited, " +
                                        (is_more ? "more than" : "of") + " " + seized->text() +
                                        " seized");
  }

  const TableRow& row_;
  const SeizureRowContext& context_;
  const SeizureProfile& profile_;
  SeizureRow out_;
};

}  // namespace

Result<BookingTime> parse_ordered_date(std::string_view text, std::string_view order) {
  if (auto iso = BookingTime::parse(text)) return iso;
  if (order.size() != 3) return not_a_date(text, order);
  const std::size_t blank = text.find(' ');
  const std::string_view day = text.substr(0, blank);
  const std::size_t mark = day.find_first_of("/.-");
  if (mark == std::string_view::npos) return not_a_date(text, order);
  const std::vector<std::string_view> parts = split(day, day[mark]);
  if (parts.size() != 3) return not_a_date(text, order);
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> number;
  for (std::size_t i = 0; i < 3; ++i) {
    if (order[i] == 'y') year = year_of(parts[i]);
    if (order[i] == 'm') month = small_number(parts[i], 2);
    if (order[i] == 'd') number = small_number(parts[i], 2);
  }
  if (!year || !month || !number || *month < 0 || *number < 0) return not_a_date(text, order);
  const auto date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*number));
  if (!date) return not_a_date(text, order);
  if (blank == std::string_view::npos) return BookingTime(*date);
  auto timed =
      BookingTime::parse(iso_text(*date) + "T" + std::string(trimmed(text.substr(blank + 1))));
  return timed ? std::move(timed) : Result<BookingTime>(not_a_date(text, order));
}

std::string cell_place(const SeizureRowContext& context, std::size_t column, std::uint64_t line) {
  const std::string& name = context.profile->header[column];
  if (context.sheet.empty()) return name;
  return context.sheet + "!" + cell_name(static_cast<std::uint32_t>(column), line) + " " + name;
}

Result<SeizureRow> read_seizure_row(const TableRow& row, const SeizureRowContext& context) {
  return SeizureRowReader(row, context).read();
}

}  // namespace recoup
