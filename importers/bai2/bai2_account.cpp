#include "bai2/bai2_account.hpp"

#include <algorithm>
#include <utility>

#include "bai2/bai2_values.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Where the fields of a record begin, behind its code.
constexpr std::size_t header_account = 0;
constexpr std::size_t header_currency = 1;
constexpr std::size_t header_summaries = 2;
constexpr std::size_t entry_type = 0;
constexpr std::size_t entry_amount = 1;
constexpr std::size_t entry_funds = 2;

/// Digits with a sign or none as a number, for what a trailer states.
std::optional<Int128> stated_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("+")) text.remove_prefix(1);
  return parse_int128(text);
}

Error in_record(const Bai2Record& record, std::string_view field, Error error) {
  error.place.field = std::string(record.code) + " " + std::string(field);
  return error;
}

template <typename T>
Result<T> in_record(const Bai2Record& record, std::string_view field, Result<T> result) {
  if (result) return result;
  return in_record(record, field, std::move(result).error());
}

}  // namespace

void Bai2Sum::add(Int128 amount) {
  const auto sum = checked_add(amounts, amount);
  overflow = overflow || !sum;
  if (sum) amounts = *sum;
}

void Bai2Sum::add(const Bai2Sum& other) {
  add(other.amounts);
  overflow = overflow || other.overflow;
  lines += other.lines;
}

ControlTotal bai2_amount_total(std::string what, const Bai2Record& trailer, std::size_t field,
                               const Bai2Sum& sum) {
  const auto stated = stated_number(trailer.field(field));
  return {std::move(what), std::string(trailer.field(field)),
          sum.overflow ? "more than 128 bits" : text(sum.amounts),
          stated && !sum.overflow && *stated == sum.amounts, trailer.line()};
}

ControlTotal bai2_count_total(std::string what, const Bai2Record& trailer, std::size_t field,
                              std::uint64_t count) {
  const auto stated = stated_number(trailer.field(field));
  return {std::move(what), std::string(trailer.field(field)), std::to_string(count),
          stated && *stated == static_cast<Int128>(count), trailer.line()};
}

void Bai2Document::reject(const Bai2Record& record, Error error) {
  if (error.place.line == 0) error.place.line = record.line();
  error.place.document = source.name;
  import.rejections.push_back({std::move(error), record.text()});
}

void Bai2Document::hold_back(const Bai2Record& record, std::string why) {
  import.held_back.push_back({std::move(why), record.line(), record.text()});
}

Result<Bai2Account> Bai2Account::begin(const Bai2Record& header, const Bai2Group& group,
                                       Bai2Document& document) {
  Bai2Account account(group, static_cast<std::uint32_t>(document.import.statements.size() + 1));
  const std::string_view own = trimmed(header.field(header_currency));
  const std::string_view code = own.empty() ? std::string_view(group.currency) : own;
  if (code.empty()) {
    if (!document.assumed) {
      RECOUP_TRY(assumed,
                 assumed_currency(document.source, document.options, usd, document.import.notes));
      document.assumed = assumed;
    }
    account.currency_ = document.assumed;
  } else {
    auto currency = in_record(header, "currency", Currency::parse(code));
    if (currency) {
      account.currency_ = currency.value();
    } else {
      account.currency_fault_ = std::move(currency).error();
      account.currency_fault_->place.line = header.line();
    }
  }
  account.name_ = trimmed(header.field(header_account));
  if (account.name_.empty()) {
    account.name_ = name_for_unnamed(document.source, document.options, document.unnamed++,
                                     document.import.notes);
  }
  account.statement_.account = account.name_;
  account.statement_.currency = account.currency_;
  account.statement_.from = group.as_of;
  account.statement_.until = group.as_of;
  account.statement_.line = header.line();
  account.sum_.lines += header.lines.size();
  account.take_summaries(header, document);
  if (!group.held_back.empty()) document.hold_back(header, group.held_back);
  return account;
}

/// Type code, amount, number of items, funds type: so many times as there are.
void Bai2Account::take_summaries(const Bai2Record& header, Bai2Document& document) {
  std::size_t at = header_summaries;
  while (at < header.fields.size()) {
    const std::string_view code = trimmed(header.field(at));
    const std::string_view amount = trimmed(header.field(at + 1));
    if (code.empty() && amount.empty()) {
      // A summary of which nothing is stated; others may follow it.
      while (at < header.fields.size() && trimmed(header.field(at)).empty()) ++at;
      continue;
    }
    auto money = amount.empty() ? Result<Money>(Money(0, currency_.value_or(usd)))
                                : parse_bai2_amount(amount, currency_.value_or(usd));
    auto kind = bai2_kind(code);
    auto funds = read_bai2_funds(header, at + 3);
    if (!money || !kind || !funds) {
      Error error =
          !kind    ? in_record(header, "type code", std::move(kind).error())
          : !money ? in_record(header, "amount of " + std::string(code), std::move(money).error())
                   : std::move(funds).error();
      document.reject(header, std::move(error));
      ++rejected_;
      return;
    }
    sum_.add(money.value().minor());
    if (!amount.empty()) {
      take_summary(code, money.value(), trimmed(header.field(at + 2)), header, document);
    }
    at += 3 + funds.value().field_count;
  }
}

void Bai2Account::take_summary(std::string_view code, Money amount, std::string_view count,
                               const Bai2Record& header, Bai2Document& document) {
  if (code == "100" || code == "400") {
    (code == "100" ? all_credits_ : all_debits_) =
        Stated{amount.plain(), amount, std::string(count), header.line()};
    return;
  }
  using Kind = StatementBalance::Kind;
  const bool opening = code == "010";
  const bool closing = code == "015";
  const bool available = code == "040" || code == "045" || code == "060";
  if ((!opening && !closing && !available) || !currency_ || !group_.as_of) {
    other_codes_.emplace_back(code);
    return;
  }
  if (opening) {
    statement_.opening = amount;
    statement_.opening_date = group_.as_of;
  }
  if (closing) {
    statement_.closing = amount;
    statement_.closing_date = group_.as_of;
  }
  if (!group_.held_back.empty()) return;
  const Kind kind = opening ? Kind::opening : closing ? Kind::closing : Kind::available;
  document.import.balances.push_back({name_, kind, *group_.as_of, amount, header.line(), number_});
}

void Bai2Account::take(const Bai2Record& record, Bai2Document& document) {
  sum_.lines += record.lines.size();
  const std::string_view written = trimmed(record.field(entry_amount));
  const auto amount = parse_bai2_amount(written, currency_.value_or(usd));
  if (amount) sum_.add(amount.value().minor());
  const auto kind = bai2_kind(trimmed(record.field(entry_type)));
  if (!kind) {
    document.reject(record, in_record(record, "type code", kind.error()));
    ++rejected_;
    return;
  }
  if (!group_.held_back.empty()) return document.hold_back(record, group_.held_back);
  switch (kind.value()) {
    case Bai2Kind::total: return document.hold_back(record, "a total and no entry");
    case Bai2Kind::status: return document.hold_back(record, "a balance or status and no entry");
    case Bai2Kind::loan: return document.hold_back(record, "a loan and no entry of an account");
    case Bai2Kind::information: return document.hold_back(record, "information without money");
    case Bai2Kind::credit:
    case Bai2Kind::debit: break;
  }
  auto entry = read_entry(record);
  if (entry) {
    entries_.push_back(std::move(entry).value());
  } else {
    document.reject(record, std::move(entry).error());
    ++rejected_;
  }
}

Result<Transaction> Bai2Account::read_entry(const Bai2Record& record) const {
  if (currency_fault_) return *currency_fault_;
  if (group_.as_of_fault) return *group_.as_of_fault;
  auto fine = in_record(record, "account", check_characters(name_, LineEnds::refused));
  if (!fine) return fine.error();
  const std::string code(trimmed(record.field(entry_type)));
  const auto kind = bai2_kind(code);
  RECOUP_TRY(amount, in_record(record, "amount",
                               parse_bai2_amount(trimmed(record.field(entry_amount)), *currency_)));
  RECOUP_TRY(funds, read_bai2_funds(record, entry_funds));
  const Money signed_amount =
      kind.value() == Bai2Kind::credit ? amount : Money(-amount.minor(), amount.currency());
  Transaction entry{
      name_,        BookingTime(*group_.as_of), signed_amount, std::nullopt, {}, {}, {}, {},
      record.line()};
  entry.statement = number_;
  entry.value_date = funds.value_date;
  const std::size_t behind = entry_funds + funds.field_count;
  entry.reference = trimmed(record.field(behind));
  const std::string customer(trimmed(record.field(behind + 1)));
  for (const std::string& one : {entry.reference, customer, funds.text}) {
    fine = in_record(record, "reference", check_characters(one, LineEnds::refused));
    if (!fine) return fine.error();
  }
  entry.description = record.text_from(behind + 2);
  fine = in_record(record, "text", check_characters(entry.description, LineEnds::allowed));
  if (!fine) return fine.error();
  entry.details.push_back({"code", code});
  if (!customer.empty()) entry.details.push_back({"customer_reference", customer});
  if (!funds.text.empty()) entry.details.push_back({"availability", funds.text});
  return entry;
}

void Bai2Account::hold_total(const char* what, const std::optional<Stated>& stated, bool credits) {
  if (!stated || !stated->amount) return;
  Money sum(0, stated->amount->currency());
  std::uint64_t count = 0;
  bool fits = true;
  for (const Transaction& entry : entries_) {
    if ((bai2_kind(entry.details.front().value).value() == Bai2Kind::credit) != credits) continue;
    ++count;
    const auto next = credits ? sum.plus(entry.amount) : sum.minus(entry.amount);
    fits = fits && next.has_value();
    if (next) sum = next.value();
  }
  statement_.totals.push_back({std::string(what) + " of the account", stated->text,
                               fits ? sum.plain() : "more than 128 bits",
                               fits && sum == *stated->amount, stated->line});
  if (stated->count.empty()) return;
  const auto items = stated_number(stated->count);
  statement_.totals.push_back({"number of " + std::string(what) + " of the account", stated->count,
                               std::to_string(count), items && *items == static_cast<Int128>(count),
                               stated->line});
}

void Bai2Account::hold_totals() {
  hold_total("credits", all_credits_, true);
  hold_total("debits", all_debits_, false);
}

Bai2Sum Bai2Account::end(const Bai2Record* trailer, Bai2Document& document) {
  hold_totals();
  if (trailer == nullptr) {
    statement_.totals.push_back(
        {"trailer of the account", "", "no record 49", false, statement_.line});
  } else {
    sum_.lines += trailer->lines.size();
    statement_.totals.push_back(
        bai2_amount_total("control total of the account", *trailer, 0, sum_));
    statement_.totals.push_back(
        bai2_count_total("records of the account", *trailer, 1, sum_.lines));
  }
  const std::string called = printable(quoted(name_));
  const std::string code = currency_ ? " in " + std::string(currency_->code()) : "";
  document.import.notes.push_back(
      "statement of " + called + code + " on line " + std::to_string(statement_.line) + ": " +
      std::to_string(entries_.size()) + (entries_.size() == 1 ? " entry, " : " entries, ") +
      std::to_string(rejected_) + " rejected");
  if (!other_codes_.empty()) {
    std::string list;
    for (const std::string& other : other_codes_) list += (list.empty() ? "" : ", ") + other;
    document.import.notes.push_back("the header of " + called + " on line " +
                                    std::to_string(statement_.line) + " also states " + list +
                                    ", which are not carried over");
  }
  document.import.statements.push_back(std::move(statement_));
  document.blocks.push_back({name_, std::move(entries_)});
  return sum_;
}

}  // namespace recoup
