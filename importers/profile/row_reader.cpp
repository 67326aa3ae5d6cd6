#include "profile/row_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document_text.hpp"
#include "profile/account_name.hpp"
#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array details = {ProfileField::code,     ProfileField::category,
                                ProfileField::cheque,   ProfileField::mandate,
                                ProfileField::servicer, ProfileField::end_to_end};

std::string count_of(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " column" : " columns");
}

Error malformed(std::string_view found, std::string expected) {
  return Error{ErrorCode::malformed, quoted(found), std::move(expected), {}};
}

Error contradiction(std::string found, std::string expected) {
  return Error{ErrorCode::contradiction, std::move(found), std::move(expected), {}};
}

bool is_word(std::string_view word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + quoted(word);
  return list;
}

}  // namespace

std::string_view TableRowReader::raw(const TableRow& row, ProfileField field) const {
  return plan_.cell(row, field);
}

Error TableRowReader::in(ProfileField field, Error error) const {
  const auto found = profile_.fields.find(field);
  error.place.field = found == profile_.fields.end() ? std::string(field_name(field))
                                                     : column_name(found->second.front());
  return error;
}

Result<void> TableRowReader::check_cells(const TableRow& row) const {
  const TableHeader& header = plan_.header;
  if (!plan_.in_sheet && row.cells.size() < header.columns_min) {
    return Error{
        ErrorCode::malformed, count_of(row.cells.size()), count_of(header.columns_min), {}};
  }
  for (std::size_t i = header.columns_max; i < row.cells.size(); ++i) {
    if (bare(row.cells[i]).empty()) continue;
    return Error{
        ErrorCode::malformed, count_of(row.cells.size()), count_of(header.columns_max), {}};
  }
  return {};
}

Result<BookingTime> TableRowReader::date(const TableRow& row) const {
  const std::string_view cell = raw(row, ProfileField::date);
  if (lacks_year(plan_.date) && !profile_.year) {
    return in(ProfileField::date,
              malformed(cell,
                        "a year: this layout writes none; a copy of the profile can say it "
                        "(`year: 2019`)"));
  }
  const auto day = read_date(cell, plan_.date, profile_.year);
  if (!day) return in(ProfileField::date, malformed(cell, "a date as " + plan_.date.text));
  const std::string_view time = bare(raw(row, ProfileField::time));
  if (time.empty()) return *day;
  const auto timed = with_time(*day, time);
  if (!timed) return in(ProfileField::time, malformed(time, "a time as 09:05 or 09:05:00"));
  return *timed;
}

Result<std::string> TableRowReader::account(const TableRow& row) const {
  const bool uk = profile_.uk_account;
  std::string name = plan_.account;
  ProfileField field = ProfileField::account;
  if (profile_.has(ProfileField::sort_code)) {
    field = ProfileField::account_number;
    RECOUP_TRY(code, text(row, ProfileField::sort_code, false));
    RECOUP_TRY(number, text(row, ProfileField::account_number, false));
    name = profile_sort_code(code) + " " + std::string(bare(number));
    if (bare(code).empty() || bare(number).empty()) name.clear();
  } else if (profile_.has(ProfileField::account)) {
    RECOUP_TRY(written, text(row, ProfileField::account, false));
    name = profile_account(written, uk);
  } else if (profile_.has(ProfileField::account_number)) {
    RECOUP_TRY(written, text(row, ProfileField::account_number, false));
    name = profile_account(written, uk);
  }
  if (name.empty()) return in(field, malformed(raw(row, field), "the account of the entry"));
  RECOUP_TRY(part, text(row, ProfileField::sub_account, false));
  if (!bare(part).empty()) name += " " + std::string(bare(part));
  if (auto fine = check_characters(name, LineEnds::refused); !fine) {
    return in(field, fine.error());
  }
  return name;
}

Result<Currency> TableRowReader::currency(const TableRow& row) const {
  if (!profile_.has(ProfileField::currency)) return plan_.currency;
  const std::string_view cell = bare(raw(row, ProfileField::currency));
  auto named = Currency::parse(cell);
  if (named) return named;
  return in(ProfileField::currency, malformed(cell, "a currency as GBP (ISO 4217)"));
}

Result<std::optional<Money>> TableRowReader::money(const TableRow& row, ProfileField field) const {
  const std::string_view cell = bare(raw(row, field));
  if (cell.empty()) return std::optional<Money>();
  RECOUP_TRY(unit, currency(row));
  auto read = read_profile_amount(cell, unit, plan_.mark);
  if (!read) return in(field, std::move(read).error());
  return std::optional(read.value());
}

Result<std::optional<Money>> TableRowReader::balance(const TableRow& row) const {
  return money(row, ProfileField::balance);
}

/// A credit and a debit stand in columns of their own; in one of them there may be a zero.
Result<Money> TableRowReader::split_amount(const TableRow& row) const {
  RECOUP_TRY(credit, money(row, ProfileField::credit));
  RECOUP_TRY(debit, money(row, ProfileField::debit));
  if (!credit && !debit) {
    return in(ProfileField::debit,
              malformed("", "an amount here or in " +
                                column_name(profile_.fields.at(ProfileField::credit).front())));
  }
  if (credit && debit && !credit->is_zero() && !debit->is_zero()) {
    return in(ProfileField::debit, contradiction(credit->plain() + " and " + debit->plain(),
                                                 "a credit or a debit, and not both"));
  }
  if (credit && credit->is_negative()) {
    return in(ProfileField::credit, contradiction(credit->plain(), "a credit of zero or more"));
  }
  if (!debit || (credit && debit->is_zero())) return *credit;
  const bool in_words = says_direction(raw(row, ProfileField::debit));
  if (in_words && debit->is_negative()) return *debit;
  if (!debit->is_zero() && debit->is_negative() != plan_.debits_negative) {
    return in(ProfileField::debit,
              contradiction(debit->plain(), plan_.debits_negative ? "a debit of zero or less"
                                                                  : "a debit of zero or more"));
  }
  return plan_.debits_negative ? Result<Money>(*debit) : Money(0, debit->currency()).minus(*debit);
}

/// The amount with the sign that the word beside it means.
Result<Money> TableRowReader::directed(const TableRow& row, Money amount) const {
  const std::string_view word = bare(raw(row, ProfileField::direction));
  const bool credit = is_word(word, profile_.credit_words);
  if (!credit && !is_word(word, profile_.debit_words)) {
    return in(ProfileField::direction,
              malformed(word, list_of(profile_.credit_words) + " for a credit, " +
                                  list_of(profile_.debit_words) + " for a debit"));
  }
  if (amount.is_negative()) {
    if (!credit) return amount;
    return in(ProfileField::amount,
              contradiction(amount.plain() + " beside " + quoted(word), "a credit above zero"));
  }
  return credit ? Result<Money>(amount) : Money(0, amount.currency()).minus(amount);
}

Result<Money> TableRowReader::amount(const TableRow& row) const {
  if (!profile_.has(ProfileField::amount)) return split_amount(row);
  RECOUP_TRY(written, money(row, ProfileField::amount));
  if (!written) return in(ProfileField::amount, malformed("", "an amount"));
  if (profile_.has(ProfileField::direction)) return directed(row, *written);
  const bool as_read = profile_.sign == Profile::Sign::credit_positive ||
                       says_direction(raw(row, ProfileField::amount));
  if (as_read) return *written;
  return Money(0, written->currency()).minus(*written);
}

/// The cells of a field, each without the mark before a text, between blanks; empty ones left out.
Result<std::string> TableRowReader::text(const TableRow& row, ProfileField field,
                                         bool lines) const {
  std::string joined;
  for (const std::size_t index : plan_.columns_of(field)) {
    std::string_view cell;
    if (index < row.cells.size()) cell = row.cells[index];
    if (!profile_.text_mark.empty() && cell.starts_with(profile_.text_mark)) {
      cell.remove_prefix(profile_.text_mark.size());
      if (cell.ends_with(profile_.text_mark)) cell.remove_suffix(profile_.text_mark.size());
    }
    if (bare(cell).empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += cell;
  }
  if (joined.empty()) return joined;
  auto fine = check_characters(joined, lines ? LineEnds::allowed : LineEnds::refused);
  if (!fine) return in(field, fine.error());
  return joined;
}

Result<void> TableRowReader::read_texts(const TableRow& row, Transaction& entry) const {
  RECOUP_TRY(description, text(row, ProfileField::description, true));
  RECOUP_TRY(counterparty, text(row, ProfileField::counterparty, true));
  RECOUP_TRY(other_account, text(row, ProfileField::counterparty_account, false));
  RECOUP_TRY(reference, text(row, ProfileField::reference, false));
  entry.description = std::move(description);
  entry.counterparty_name = std::move(counterparty);
  entry.counterparty_account = profile_account(other_account, profile_.uk_account);
  entry.reference = bare(reference);
  return {};
}

Result<void> TableRowReader::add_original(const TableRow& row, Transaction& entry) const {
  RECOUP_TRY(written, text(row, ProfileField::original_amount, false));
  RECOUP_TRY(code, text(row, ProfileField::original_currency, false));
  // Most rows repeat the entry's own currency; that says nothing more.
  const bool own = bare(code) == entry.amount.currency().code();
  if (own || bare(written).empty() || bare(code).empty()) return {};
  const auto unit = Currency::parse(bare(code));
  auto read =
      unit ? read_profile_amount(written, unit.value(), plan_.mark) : Result<Money>(unit.error());
  const std::string value = read ? read.value().plain() : std::string(bare(written));
  entry.details.push_back({"original_amount", std::string(bare(code)) + " " + value});
  return {};
}

Result<void> TableRowReader::read_details(const TableRow& row, Transaction& entry) const {
  const std::string_view value_date = bare(raw(row, ProfileField::value_date));
  if (!value_date.empty()) {
    std::optional<BookingTime> day = read_date(value_date, plan_.date, profile_.year);
    for (const DateFormat& format : profile_.dates) {
      if (!day) day = read_date(value_date, format, profile_.year);
    }
    if (!day) {
      return in(ProfileField::value_date, malformed(value_date, "a date as " + plan_.date.text));
    }
    entry.value_date = day->civil().date();
  }
  for (const ProfileField field : details) {
    RECOUP_TRY(value, text(row, field, false));
    if (bare(value).empty()) continue;
    entry.details.push_back({std::string(field_name(field)), std::string(bare(value))});
  }
  if (auto added = add_original(row, entry); !added) return added;
  RECOUP_TRY(rate, text(row, ProfileField::exchange_rate, false));
  if (!bare(rate).empty()) entry.details.push_back({"exchange_rate", std::string(bare(rate))});
  return {};
}

/// A fee that the amount leaves out is money that left the account: an entry of its own, behind.
Result<void> TableRowReader::add_fee(const TableRow& row, RowEntries& entries) const {
  RECOUP_TRY(written, money(row, ProfileField::fee));
  if (!written || written->is_zero()) return {};
  Transaction& entry = entries.front();
  const std::string charge(written->currency().code());
  entry.details.push_back({"charge", charge + " " + written->plain()});
  if (profile_.fees == Profile::Fees::included) return {};
  Money fee = *written;
  if (profile_.fees == Profile::Fees::own_entry) {
    RECOUP_TRY(paid, Money(0, fee.currency()).minus(fee));
    fee = paid;
  }
  Transaction apart = entry;
  apart.amount = fee;
  apart.details = {{"code", "fee"}};
  entry.balance.reset();
  entries.push_back(std::move(apart));
  return {};
}

Result<RowEntries> TableRowReader::read(const TableRow& row) const {
  if (auto fine = check_cells(row); !fine) return fine.error();
  RECOUP_TRY(day, date(row));
  RECOUP_TRY(name, account(row));
  RECOUP_TRY(sum, amount(row));
  RECOUP_TRY(after, balance(row));
  Transaction entry{name, day, sum, after, "", "", "", "", row.line};
  if (auto read = read_texts(row, entry); !read) return read.error();
  if (auto read = read_details(row, entry); !read) return read.error();
  RowEntries entries;
  entries.push_back(std::move(entry));
  if (auto added = add_fee(row, entries); !added) return added.error();
  return entries;
}

}  // namespace recoup
