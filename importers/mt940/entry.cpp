#include "mt940/entry.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "document_text.hpp"
#include "mt940/entry_line.hpp"
#include "mt940/narrative.hpp"
#include "mt940/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct EntryDays {
  Date booked;
  std::optional<Date> value;
};

/// A day from which the year of an entry date follows, though the value date itself is none.
std::optional<Date> last_day_before(std::string_view no_day) {
  constexpr std::size_t month_end = 4;
  constexpr std::string_view day_in_every_month = "28";
  const auto date =
      parse_mt940_date(std::string(no_day.substr(0, month_end)).append(day_in_every_month));
  return date ? std::optional(date.value()) : std::nullopt;
}

Result<EntryDays> read_days(const Mt940EntryLine& entry, std::uint64_t line,
                            Mt940Remarks& remarks) {
  const auto value = parse_mt940_date(entry.value_date);
  const auto near = value ? std::optional(value.value()) : last_day_before(entry.value_date);
  std::optional<Date> booked;
  if (!entry.entry_date.empty() && near) {
    const auto day = parse_mt940_entry_date(entry.entry_date, *near);
    if (day) booked = day.value();
    if (!day && value) remarks.add("the entry date is no day; the value date was taken", line);
  }
  if (value) return EntryDays{booked.value_or(value.value()), value.value()};
  if (!booked) return in_field(":61: value date", value.error());
  remarks.add("the value date is no day that the calendar has; it was left out", line);
  return EntryDays{*booked, std::nullopt};
}

void add_reference(const Mt940EntryLine& line, Mt940Narrative& narrative, Transaction& entry) {
  if (!is_mt940_filler(line.bank_reference)) entry.reference = line.bank_reference;
  if (is_mt940_filler(line.customer_reference)) return;
  narrative.details.push_back({"customer_reference", std::string(line.customer_reference)});
}

/// The reference behind "//" where a line end stands before it; then it leaves `supplement`.
void take_wrapped_reference(Mt940EntryLine& line, std::string_view& supplement,
                            std::uint64_t number, Mt940Remarks& remarks) {
  constexpr std::size_t length_max = 35;
  const std::size_t end = std::min(supplement.find_first_of("\r\n"), supplement.size());
  const std::string_view first = trimmed(supplement.substr(0, end));
  if (!line.bank_reference.empty() || !line.words.empty() || !first.starts_with("//")) return;
  const std::string_view reference = first.substr(2);
  if (reference.empty() || reference.size() > length_max ||
      reference.find_first_of(" /") != std::string_view::npos) {
    return;
  }
  line.bank_reference = reference;
  supplement.remove_prefix(std::min(supplement.find_first_not_of("\r\n", end), supplement.size()));
  remarks.add("a reference behind \"//\" was taken from the line below its :61:", number);
}

/// Some Dutch banks put the other account where the customer's reference belongs, or alone into the
/// line below. Only check digits that are right make it one.
void find_account_outside_words(const Mt940EntryLine& line, std::string_view supplement,
                                std::uint64_t number, Mt940Narrative& narrative,
                                Mt940Remarks& remarks) {
  if (!narrative.counterparty_account.empty()) return;
  const std::string_view first = trimmed(supplement.substr(0, supplement.find_first_of("\r\n")));
  const std::string_view found = is_iban(first) ? first : line.customer_reference;
  if (!is_iban(found)) return;
  narrative.counterparty_account = found;
  remarks.add("the other account was taken from the :61:, where an IBAN stands", number);
}

Result<void> check_text(std::string_view field, std::string_view text, LineEnds line_ends) {
  return in_field(field, check_characters(text, line_ends));
}

Result<void> check_words(const Transaction& entry) {
  for (const auto& [field, text] :
       {std::pair{":61:", &entry.reference}, std::pair{":86:", &entry.counterparty_account}}) {
    auto fine = check_text(field, *text, LineEnds::refused);
    if (!fine) return fine;
  }
  for (const std::string* const text : {&entry.counterparty_name, &entry.description}) {
    auto fine = check_text(":86:", *text, LineEnds::allowed);
    if (!fine) return fine;
  }
  for (const EntryDetail& detail : entry.details) {
    auto fine = check_text(":86:", detail.value, LineEnds::allowed);
    if (!fine) return fine;
  }
  return {};
}

}  // namespace

Result<Mt940Entry> read_mt940_entry(std::span<const Mt940Field> fields, Currency currency,
                                    Mt940Remarks& remarks) {
  const Mt940Field& field = fields.front();
  RECOUP_TRY(line, in_field(":61:", parse_mt940_entry_line(field.first_line())));
  RECOUP_TRY(days, read_days(line, field.line, remarks));
  RECOUP_TRY(size, in_field(":61: amount", parse_mt940_amount(line.amount, currency)));
  if (line.amount.find('.') != std::string_view::npos) {
    remarks.add("an amount has a point in place of the comma", field.line);
  }
  if (line.code.empty()) remarks.add("an entry states no code of its kind", field.line);
  const std::string_view letters = currency.code();
  if (line.funds_code != 0 && line.funds_code != letters.back()) {
    remarks.add("the funds code is not the third letter of " + std::string(letters), field.line);
  }
  Transaction entry{{},
                    BookingTime(days.booked),
                    line.is_debit ? Money(-size.minor(), currency) : size,
                    {},
                    {},
                    {},
                    {},
                    {},
                    field.line};
  entry.value_date = days.value;
  Mt940Narrative narrative;
  narrative.details.reserve(4);
  if (line.is_reversal) narrative.details.push_back({"reversal", "yes"});
  if (!line.code.empty()) narrative.details.push_back({"code", std::string(line.code)});
  std::string_view supplement = field.further_lines();
  take_wrapped_reference(line, supplement, field.line, remarks);
  add_reference(line, narrative, entry);
  add_mt940_supplement(line.words, narrative);
  add_mt940_supplement(supplement, narrative);
  for (const Mt940Field& words : fields.subspan(1)) {
    if (words.tag == "NS") {
      add_mt940_non_swift(words.text, narrative);
    } else {
      add_mt940_words(words.text, narrative);
    }
  }
  find_account_outside_words(line, supplement, field.line, narrative, remarks);
  entry.counterparty_account = std::move(narrative.counterparty_account);
  entry.counterparty_name = std::move(narrative.counterparty_name);
  entry.description = std::move(narrative.description);
  entry.details = std::move(narrative.details);
  if (auto fine = check_words(entry); !fine) return fine.error();
  return Mt940Entry{std::move(entry), line.is_expected};
}

}  // namespace recoup
