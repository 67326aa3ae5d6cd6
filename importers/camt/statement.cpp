#include "camt/statement.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Children of a statement that say nothing of money, or that its message says better.
bool is_passed_over(std::string_view name) {
  constexpr std::array<std::string_view, 3> names = {"CpyDplctInd", "RptgSrc", "RptgSeq"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view why_not_booked(std::string_view status) {
  if (status == "PDNG") return "a pending entry, which the bank has not booked";
  if (status == "FUTR") return "an entry of a future day, which the bank has not booked";
  return "an entry for information, which the bank does not book";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

CamtStatementReader::CamtStatementReader(const CamtMessage& message, std::uint64_t line,
                                         Import& import, CamtRemarks& remarks)
    : message_(message), import_(import), remarks_(remarks) {
  statement_.line = line;
  around_.currency.of_account = message.currency;
  around_.shows_booked_only = message.is_statement;
}

void CamtStatementReader::take_detail(CamtElement detail) {
  auto read = read_camt_detail(detail, around_.currency, remarks_);
  if (!read) {
    if (!detail_fault_) detail_fault_ = std::move(read).error();
    return;
  }
  details_.push_back(std::move(read).value());
}

Result<void> CamtStatementReader::take(CamtElement part) {
  const std::string_view name = part.name();
  if (name == "Ntry") {
    take_entry(part);
  } else if (name == "Bal") {
    take_balance(part);
  } else if (name == "Acct") {
    return take_account(part);
  } else if (name == "TxsSummry") {
    stated_totals_ = read_camt_summary(part);
  } else if (name == "Id") {
    id_ = printable(part.value());
  } else if (name == "ElctrncSeqNb") {
    sequence_ = printable(part.value());
  } else if (name == "LglSeqNb") {
    legal_sequence_ = printable(part.value());
  } else if (name == "CreDtTm") {
    const auto day = read_camt_day(part);
    if (day) around_.made_on = day.value();
  } else if (name == "FrToDt") {
    take_period(part);
  } else if (name.ends_with("Pgntn")) {
    take_pages(part);
  } else if (name.starts_with("Addtl")) {
    note("the statement on line " + std::to_string(statement_.line) + " adds " +
         printable(quoted(part.value(), 200)));
  } else if (!is_passed_over(name)) {
    note("<" + printable(name) + "> on line " + std::to_string(part.line()) + " was not read");
  }
  if (name == "CpyDplctInd") {
    note("the statement on line " + std::to_string(statement_.line) + " says of itself " +
         printable(quoted(part.value())) + " (COPY: a copy, DUPL: a duplicate, CODU: both)");
  }
  return {};
}

Result<void> CamtStatementReader::take_account(CamtElement account) {
  owner_.account = camt_account_name(account, account.child("Svcr"));
  if (auto fine = check_characters(owner_.account, LineEnds::refused); !fine) {
    return camt_error(fine.error(), account.child("Id"), account, "Id");
  }
  owner_.name = account.at("Ownr/Nm").narrative();
  const CamtElement currency = account.child("Ccy");
  if (currency.value().empty()) return {};
  auto read = Currency::parse(currency.value());
  if (!read) return camt_error(std::move(read).error(), currency, account, "Ccy");
  around_.currency.of_account = read.value();
  statement_.currency = read.value();
  return {};
}

void CamtStatementReader::take_period(CamtElement period) {
  const auto day = [&](std::string_view with_time, std::string_view alone) {
    CamtElement element = period.child(with_time);
    if (!element.exists()) element = period.child(alone);
    std::optional<Date> found;
    if (!element.exists()) return found;
    const auto read = read_camt_day(element);
    if (read) {
      found = read.value();
    } else {
      note("the period of the statement on line " + std::to_string(statement_.line) + ": found " +
           printable(read.error().found) + "; expected " + read.error().expected);
    }
    return found;
  };
  statement_.from = day("FrDtTm", "FrDt");
  statement_.until = day("ToDtTm", "ToDt");
}

void CamtStatementReader::take_pages(CamtElement pages) {
  const auto page = read_camt_page(pages);
  if (!page) return;
  statement_.first_page = statement_.last_page = page->number;
  if (page->is_last) statement_.pages = page->number;
}

void CamtStatementReader::take_entry(CamtElement element) {
  ++entry_count_;
  std::vector<CamtDetail> details = std::exchange(details_, {});
  auto fault = std::exchange(detail_fault_, std::nullopt);
  auto entry = fault ? Result<CamtEntry>(*std::move(fault))
                     : read_camt_entry(element, std::move(details), around_, remarks_);
  if (!entry) {
    booked_.add_unread();
    all_.add_unread();
    reject(std::move(entry).error(), element.line(), element.begin(), element.end());
    return;
  }
  all_.add(entry.value().amount);
  if (entry.value().status != "BOOK") {
    hold_back(std::string(why_not_booked(entry.value().status)), element.line(), element.begin(),
              element.end());
    return;
  }
  book(entry.value());
}

void CamtStatementReader::book(const CamtEntry& entry) {
  booked_.add(entry.amount);
  for (const CamtDetail& detail : entry.details) {
    if (detail.fault) reject(*detail.fault, detail.line, detail.begin, detail.end);
  }
  add_batch_totals(entry, statement_.totals);
  std::vector<Transaction> parts = camt_transactions(entry, owner_, remarks_);
  entry_sizes_.push_back(parts.size());
  for (Transaction& part : parts) transactions_.push_back(std::move(part));
}

void CamtStatementReader::take_balance(CamtElement element) {
  auto balance = read_camt_balance(element, around_.currency, remarks_);
  if (balance) {
    balances_.push_back(std::move(balance).value());
  } else {
    reject(std::move(balance).error(), element.line(), element.begin(), element.end());
  }
}

std::string_view CamtStatementReader::record(std::size_t begin, std::size_t end) const {
  return message_.text.substr(begin, end - begin);
}

void CamtStatementReader::reject(Error error, std::uint64_t line, std::size_t begin,
                                 std::size_t end) {
  ++rejected_;
  import_.rejections.push_back(
      {placed(std::move(error), message_.document.name, line), std::string(record(begin, end))});
}

void CamtStatementReader::hold_back(std::string why, std::uint64_t line, std::size_t begin,
                                    std::size_t end) {
  ++held_back_;
  import_.held_back.push_back({std::move(why), line, std::string(record(begin, end))});
}

std::string CamtStatementReader::name() const {
  return printable(quoted(owner_.account)) +
         (statement_.currency ? " in " + std::string(statement_.currency->code()) : "");
}

void CamtStatementReader::name_account() {
  if (owner_.account.empty()) owner_.account = trimmed(message_.options.account);
  if (owner_.account.empty()) {
    owner_.account = "unnamed account " + message_.document.digest.short_text();
    note("the statement on line " + std::to_string(statement_.line) +
         " names no account; it is called " + quoted(owner_.account) +
         ", and --account gives it its name");
  }
  statement_.account = owner_.account;
}

void CamtStatementReader::choose_currency() {
  for (const CamtBalance& balance : balances_) {
    const bool is_booked = balance.code == "OPBD" || balance.code == "PRCD" ||
                           balance.code == "CLBD" || balance.code == "ITBD";
    if (!statement_.currency && is_booked) statement_.currency = balance.amount.currency();
  }
  if (!statement_.currency && !transactions_.empty()) {
    statement_.currency = transactions_.front().amount.currency();
  }
}

void CamtStatementReader::put_in_statement_order() {
  const auto earlier = [](const Transaction& one, const Transaction& other) {
    return one.booked_at.civil().date() < other.booked_at.civil().date();
  };
  if (std::is_sorted(transactions_.begin(), transactions_.end(), earlier)) return;
  if (std::is_sorted(transactions_.rbegin(), transactions_.rend(), earlier)) {
    turn_round();
    note("the entries of " + name() + " stand newest first; they were turned round");
    return;
  }
  note("the entries of " + name() +
       " do not stand in the order of their dates; their order was kept");
}

/// Turns the order of the entries round, and leaves that of the payments within each.
void CamtStatementReader::turn_round() {
  std::vector<Transaction> turned;
  turned.reserve(transactions_.size());
  std::size_t end = transactions_.size();
  for (auto size = entry_sizes_.rbegin(); size != entry_sizes_.rend(); ++size) {
    for (std::size_t i = end - *size; i < end; ++i) turned.push_back(std::move(transactions_[i]));
    end -= *size;
  }
  transactions_ = std::move(turned);
}

void CamtStatementReader::add_balances() {
  CamtBalanceSheet sheet = sort_camt_balances(balances_, statement_);
  statement_ = std::move(sheet.statement);
  const auto number = static_cast<std::uint32_t>(import_.statements.size() + 1);
  for (StatementBalance& balance : sheet.balances) {
    balance.statement = number;
    import_.balances.push_back(std::move(balance));
  }
  for (HeldBack& held : sheet.held_back) {
    const auto at = std::find_if(balances_.begin(), balances_.end(),
                                 [&](const CamtBalance& one) { return one.line == held.line; });
    hold_back(std::move(held.why), held.line, at->begin, at->end);
  }
  for (std::string& sentence : sheet.notes) note(std::move(sentence));
}

void CamtStatementReader::say_what_was_read() {
  note("statement " + quoted(id_) + " of " + name() + " on line " +
       std::to_string(statement_.line) + ": " + counted(entry_count_, "entry", "entries") + ", " +
       counted(balances_.size(), "balance", "balances") + "; " + std::to_string(held_back_) +
       " held back, " + std::to_string(rejected_) + " rejected");
}

void CamtStatementReader::finish() {
  name_account();
  choose_currency();
  statement_.number = !sequence_.empty()         ? sequence_
                      : !legal_sequence_.empty() ? legal_sequence_
                                                 : id_;
  for (ControlTotal& total :
       hold_camt_totals(stated_totals_, booked_, all_, statement_.currency.value_or(gbp))) {
    statement_.totals.push_back(std::move(total));
  }
  add_balances();
  say_what_was_read();
  put_in_statement_order();
  const auto number = static_cast<std::uint32_t>(import_.statements.size() + 1);
  for (Transaction& transaction : transactions_) {
    transaction.account = owner_.account;
    transaction.statement = number;
    import_.transactions.push_back(std::move(transaction));
  }
  import_.statements.push_back(std::move(statement_));
}

}  // namespace recoup
