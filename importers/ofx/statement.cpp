#include "ofx/statement.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "document_text.hpp"
#include "ofx/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error at(const OfxElement& parent, std::string_view leaf, Error error) {
  const OfxElement* const element = parent.child(leaf);
  if (element == nullptr) error.found = "no <" + std::string(leaf) + ">";
  error.place.field = parent.name + "/" + std::string(leaf);
  error.place.line = element == nullptr ? parent.line : element->line;
  return error;
}

/// `result`, whose error, where it is one, is in the value `leaf` of `parent`.
template <typename T>
Result<T> in(const OfxElement& parent, std::string_view leaf, Result<T> result) {
  if (result) return result;
  return at(parent, leaf, std::move(result).error());
}

/// The text of the value, never trimmed: a narrative is evidence.
std::string narrative(const OfxElement& parent, std::string_view leaf) {
  const OfxElement* const element = parent.child(leaf);
  return element == nullptr ? std::string() : element->text;
}

Result<std::string> checked(const OfxElement& parent, std::string_view leaf, LineEnds line_ends) {
  std::string text =
      line_ends == LineEnds::allowed ? narrative(parent, leaf) : std::string(parent.value(leaf));
  if (auto fine = in(parent, leaf, check_characters(text, line_ends)); !fine) return fine.error();
  return text;
}

/// One statement on its way into the Import.
class StatementReader {
 public:
  StatementReader(const OfxElement& statement, const OfxDocument& document, Import& import)
      : statement_(statement),
        document_(document),
        import_(import),
        currency_(statement.value("CURDEF")) {
    for (const std::string_view from : {"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"}) {
      if (account_element_ == nullptr) account_element_ = statement.child(from);
    }
    if (account_element_ != nullptr && !account_element_->value("ACCTID").empty()) {
      const std::string_view bank =
          account_element_->value(account_element_->name == "INVACCTFROM" ? "BROKERID" : "BANKID");
      account_ = ofx_account_name(bank, account_element_->value("ACCTID"), currency_);
    }
  }

  void read() {
    const std::size_t rejected = import_.rejections.size();
    for (const OfxElement& child : statement_.children) {
      if (child.name == "BANKTRANLIST" || child.name == "BANKTRANLISTP") read_bank_list(child);
      if (child.name == "INVTRANLIST") read_investment_list(child);
      if (child.name == "LEDGERBAL") read_ledger_balance(child);
      if (child.name == "INVPOSLIST" || child.name == "INVOOLIST") {
        note(child.name + " on line " + std::to_string(child.line) +
             " holds investments or open orders; it was not read");
      }
    }
    say_what_was_read(import_.rejections.size() - rejected);
    put_in_statement_order();
    for (Transaction& entry : entries_) import_.transactions.push_back(std::move(entry));
  }

 private:
  [[nodiscard]] std::string name() const {
    const std::string called = account_.empty() ? "an account without a name" : quoted(account_);
    return printable(called) + (currency_.empty() ? "" : " in " + printable(currency_));
  }

  void note(std::string text) { import_.notes.push_back(std::move(text)); }

  void read_bank_list(const OfxElement& list) {
    for (const OfxElement& child : list.children) {
      if (child.name == "STMTTRN" && list.name == "BANKTRANLIST") {
        take_entry(child);
      } else if (child.name == "STMTTRNP" || child.name == "STMTTRN") {
        reject_ofx(child, no_bank_entry(child, "a pending entry, which the bank has not booked"),
                   document_, import_);
      } else if (!child.children.empty()) {
        reject_ofx(child, no_bank_entry(child, "another record"), document_, import_);
      }
    }
  }

  void read_investment_list(const OfxElement& list) {
    for (const OfxElement& child : list.children) {
      if (child.children.empty()) continue;  // DTSTART, DTEND
      const OfxElement* const entry =
          child.name == "INVBANKTRAN" ? child.child("STMTTRN") : nullptr;
      if (entry != nullptr) {
        take_entry(*entry);
      } else {
        reject_ofx(child, no_bank_entry(child, "an investment transaction"), document_, import_);
      }
    }
  }

  void take_entry(const OfxElement& element) {
    auto entry = read_entry(element);
    if (!entry) {
      reject_ofx(element, std::move(entry).error(), document_, import_);
      return;
    }
    const std::string_view type = element.value("TRNTYPE");
    if (type == "DEBIT" && entry.value().amount.minor() > 0) ++positive_debits_;
    if (type == "CREDIT" && entry.value().amount.is_negative()) ++negative_credits_;
    entries_.push_back(std::move(entry).value());
  }

  Result<Transaction> read_entry(const OfxElement& element) {
    if (const OfxElement* const corrected = element.child("CORRECTFITID")) {
      return at(element, "CORRECTFITID",
                Error{ErrorCode::contradiction,
                      "a correction of entry " + quoted(corrected->text),
                      "an entry of its own; a person decides what becomes of the earlier one",
                      {}});
    }
    if (auto once = check_values_once(element); !once) return once.error();
    if (auto named = check_account(); !named) return named.error();
    RECOUP_TRY(unit, currency_of(element));
    RECOUP_TRY(time, in(element, "DTPOSTED", parse_ofx_time(element.value("DTPOSTED"))));
    RECOUP_TRY(sum, in(element, "TRNAMT", parse_ofx_amount(element.value("TRNAMT"), unit)));
    RECOUP_TRY(reference, checked(element, "FITID", LineEnds::refused));
    RECOUP_TRY(description, checked(element, "MEMO", LineEnds::allowed));
    RECOUP_TRY(counterparty_name, read_counterparty_name(element));
    RECOUP_TRY(counterparty_account, read_counterparty_account(element));
    return Transaction{
        account_,          time,        sum,       std::nullopt, counterparty_account,
        counterparty_name, description, reference, element.line};
  }

  /// Of two amounts in one entry nobody knows which was meant.
  static Result<void> check_values_once(const OfxElement& element) {
    for (const std::string_view leaf : {"DTPOSTED", "TRNAMT", "FITID", "NAME", "MEMO"}) {
      const auto count = std::count_if(element.children.begin(), element.children.end(),
                                       [&](const OfxElement& child) { return child.name == leaf; });
      if (count <= 1) continue;
      return at(element, leaf,
                Error{ErrorCode::contradiction,
                      "<" + std::string(leaf) + "> more than once",
                      "each value once in an entry",
                      {}});
    }
    return {};
  }

  [[nodiscard]] Result<void> check_account() const {
    if (account_element_ == nullptr) {
      return Error{ErrorCode::malformed,
                   "no account in " + statement_.name,
                   "BANKACCTFROM, CCACCTFROM or INVACCTFROM",
                   {"", statement_.line, statement_.name}};
    }
    if (account_.empty()) {
      return at(*account_element_, "ACCTID",
                Error{ErrorCode::malformed, "\"\"", "the number of the account", {}});
    }
    return in(*account_element_, "ACCTID", check_characters(account_, LineEnds::refused));
  }

  /// CURRENCY means that the amount is in that currency; ORIGCURRENCY that it was, and has been
  /// converted (OFX 1.6, 5.2).
  [[nodiscard]] Result<Currency> currency_of(const OfxElement& entry) const {
    const OfxElement* const own = entry.child("CURRENCY");
    if (own != nullptr) return in(*own, "CURSYM", Currency::parse(own->value("CURSYM")));
    return in(statement_, "CURDEF", Currency::parse(currency_));
  }

  static Result<std::string> read_counterparty_name(const OfxElement& entry) {
    if (!entry.value("NAME").empty()) return checked(entry, "NAME", LineEnds::allowed);
    const OfxElement* const payee = entry.child("PAYEE");
    if (payee != nullptr && !payee->value("NAME").empty()) {
      return checked(*payee, "NAME", LineEnds::allowed);
    }
    return checked(entry, "EXTDNAME", LineEnds::allowed);
  }

  [[nodiscard]] Result<std::string> read_counterparty_account(const OfxElement& entry) const {
    for (const std::string_view to : {"BANKACCTTO", "CCACCTTO"}) {
      const OfxElement* const element = entry.child(to);
      if (element == nullptr) continue;
      RECOUP_TRY(number, checked(*element, "ACCTID", LineEnds::refused));
      RECOUP_TRY(bank, checked(*element, "BANKID", LineEnds::refused));
      if (!number.empty()) return ofx_account_name(bank, number, currency_);
    }
    return std::string();
  }

  void read_ledger_balance(const OfxElement& element) {
    if (element.value("BALAMT").empty() && element.value("DTASOF").empty()) {
      note("LEDGERBAL on line " + std::to_string(element.line) + " is empty");
      return;
    }
    auto balance = parse_ledger_balance(element);
    if (balance) {
      import_.balances.push_back(std::move(balance).value());
    } else {
      reject_ofx(element, std::move(balance).error(), document_, import_);
    }
  }

  [[nodiscard]] Result<StatementBalance> parse_ledger_balance(const OfxElement& element) const {
    if (auto named = check_account(); !named) return named.error();
    RECOUP_TRY(unit, in(statement_, "CURDEF", Currency::parse(currency_)));
    RECOUP_TRY(sum, in(element, "BALAMT", parse_ofx_amount(element.value("BALAMT"), unit)));
    RECOUP_TRY(time, in(element, "DTASOF", parse_ofx_time(element.value("DTASOF"))));
    return StatementBalance{account_, StatementBalance::Kind::closing, time.date(), sum,
                            element.line};
  }

  void put_in_statement_order() {
    const auto earlier = [](const Transaction& one, const Transaction& other) {
      return one.booked_at.order_key() < other.booked_at.order_key();
    };
    if (std::is_sorted(entries_.begin(), entries_.end(), earlier)) return;
    if (std::is_sorted(entries_.rbegin(), entries_.rend(), earlier)) {
      std::reverse(entries_.begin(), entries_.end());
      note("the entries of " + name() + " stand newest first; they were turned round");
      return;
    }
    note("the entries of " + name() +
         " do not stand in the order of their dates; their order was kept");
  }

  void say_what_was_read(std::size_t rejected) {
    note("statement of " + name() + " on line " + std::to_string(statement_.line) + ": " +
         std::to_string(entries_.size()) + (entries_.size() == 1 ? " entry, " : " entries, ") +
         std::to_string(rejected) + " rejected");
    if (positive_debits_ + negative_credits_ > 0) {
      note("in the statement of " + name() + ", " +
           std::to_string(positive_debits_ + negative_credits_) +
           " entries are called DEBIT or CREDIT against the sign of their amount; the sign was "
           "followed");
    }
    std::map<std::string_view, std::size_t> references;
    for (const Transaction& entry : entries_) ++references[entry.reference];
    for (const auto& [reference, count] : references) {
      if (count == 1 || reference.empty()) continue;
      note("in the statement of " + name() + ", " + std::to_string(count) +
           " entries have the reference " + printable(quoted(reference)));
    }
  }

  const OfxElement& statement_;
  const OfxDocument& document_;
  Import& import_;
  std::string_view currency_;
  const OfxElement* account_element_ = nullptr;
  std::string account_;
  std::vector<Transaction> entries_;
  std::size_t positive_debits_ = 0;
  std::size_t negative_credits_ = 0;
};

}  // namespace

void read_ofx_statement(const OfxElement& statement, const OfxDocument& document, Import& import) {
  StatementReader(statement, document, import).read();
}

void reject_ofx(const OfxElement& element, Error error, const OfxDocument& document,
                Import& import) {
  if (error.place.line == 0) error.place.line = element.line;
  error.place.document = document.name;
  import.rejections.push_back({std::move(error), std::string(document.text.substr(
                                                     element.begin, element.end - element.begin))});
}

Error no_bank_entry(const OfxElement& element, std::string_view what) {
  return Error{ErrorCode::malformed,
               element.name + ", " + std::string(what),
               "an entry of a bank",
               {"", element.line, element.name}};
}

}  // namespace recoup
