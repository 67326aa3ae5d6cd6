#include "ofx/entry.hpp"

#include <array>
#include <utility>

#include "document_text.hpp"
#include "ofx/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The values of an entry that are read, in one pass over its children.
enum OfxField : std::uint8_t {
  type,
  posted,
  available,
  value_dated,
  amount,
  reference,
  corrects,
  correction,
  cheque,
  customer_reference,
  name,
  long_name,
  payee,
  bank_to,
  card_to,
  memo,
  category,
  currency,
  original_currency,
  field_count
};

constexpr std::array<std::string_view, field_count> field_names = {
    "TRNTYPE",       "DTPOSTED", "DTAVAIL",  "VALUEDATE", "TRNAMT",      "FITID", "CORRECTFITID",
    "CORRECTACTION", "CHECKNUM", "REFNUM",   "NAME",      "EXTDNAME",    "PAYEE", "BANKACCTTO",
    "CCACCTTO",      "MEMO",     "CATEGORY", "CURRENCY",  "ORIGCURRENCY"};

class OfxEntryReader {
 public:
  OfxEntryReader(const OfxElement& element, const OfxStatementHead& statement)
      : element_(element), statement_(statement) {
    for (const OfxElement* child = element.first_child; child != nullptr; child = child->next) {
      for (std::size_t field = 0; field < field_names.size(); ++field) {
        if (child->name != field_names[field]) continue;
        if (fields_[field] == nullptr) {
          fields_[field] = child;
        } else if (repeated_ == nullptr && field != memo) {
          repeated_ = child;
        }
        break;
      }
    }
  }

  Result<Transaction> read() {
    if (repeated_ != nullptr) return stands_twice(*repeated_);
    if (statement_.account_fault) return *statement_.account_fault;
    RECOUP_TRY(unit, read_currency());
    RECOUP_TRY(time, in(posted, parse_ofx_time(value(posted))));
    RECOUP_TRY(sum, in(amount, parse_ofx_amount(value(amount), unit)));
    Transaction entry{statement_.account, time, sum, std::nullopt, {}, {}, {}, {}, element_.line};
    entry.statement = statement_.number;
    if (auto fine = take_texts(entry); !fine) return fine.error();
    if (auto fine = take_value_date(entry); !fine) return fine.error();
    if (auto fine = take_details(entry); !fine) return fine.error();
    return entry;
  }

 private:
  [[nodiscard]] std::string_view value(OfxField field) const {
    return fields_[field] == nullptr ? std::string_view() : trimmed(fields_[field]->text);
  }

  /// `result`, whose error is in `field` of this entry.
  template <typename T>
  Result<T> in(OfxField field, Result<T> result) const {
    if (result) return result;
    return in_ofx_value(element_, field_names[field], std::move(result));
  }

  /// Of two amounts in one entry nobody knows which was meant.
  [[nodiscard]] Error stands_twice(const OfxElement& again) const {
    const std::string once(again.name);
    return Error{ErrorCode::contradiction,
                 "<" + once + "> more than once",
                 "each value once in an entry",
                 {"", element_.child(once)->line, std::string(element_.name) + "/" + once}};
  }

  /// CURRENCY means that the amount is in that currency; ORIGCURRENCY that it was, and has been
  /// converted (OFX 1.6, 5.2).
  [[nodiscard]] Result<Currency> read_currency() const {
    const OfxElement* const own = fields_[currency];
    if (own != nullptr && !own->value("CURSYM").empty()) {
      return in_ofx_value(*own, "CURSYM", Currency::parse(own->value("CURSYM")));
    }
    if (statement_.currency_fault) return *statement_.currency_fault;
    return *statement_.currency;
  }

  /// A text without control characters, whole: a narrative is evidence.
  Result<void> take_text(OfxField field, LineEnds line_ends, std::string& into) const {
    if (fields_[field] == nullptr) return {};
    const std::string_view text =
        line_ends == LineEnds::allowed ? fields_[field]->text : value(field);
    if (auto fine = in(field, check_characters(text, line_ends)); !fine) return fine;
    into = text;
    return {};
  }

  Result<void> take_texts(Transaction& entry) const {
    if (auto fine = take_text(reference, LineEnds::refused, entry.reference); !fine) return fine;
    if (auto fine = take_memos(entry.description); !fine) return fine;
    if (auto fine = take_name(entry.counterparty_name); !fine) return fine;
    for (const OfxField to : {bank_to, card_to}) {
      const OfxElement* const account = fields_[to];
      if (account == nullptr || account->value("ACCTID").empty()) continue;
      const std::string_view number = account->value("ACCTID");
      const std::string_view bank = account->value("BANKID");
      for (const std::string_view part : {number, bank}) {
        auto fine = in_ofx_value(*account, part == number ? "ACCTID" : "BANKID",
                                 check_characters(part, LineEnds::refused));
        if (!fine) return fine;
      }
      if (entry.counterparty_account.empty()) {
        entry.counterparty_account = ofx_account_name(bank, number, statement_.currency_code());
      }
    }
    return {};
  }

  /// Some banks give a second line of the narrative a MEMO of its own.
  Result<void> take_memos(std::string& into) const {
    if (auto fine = take_text(memo, LineEnds::allowed, into); !fine || fields_[memo] == nullptr) {
      return fine;
    }
    for (const OfxElement* more = fields_[memo]->next; more != nullptr; more = more->next) {
      if (more->name != field_names[memo]) continue;
      if (auto fine = in(memo, check_characters(more->text, LineEnds::allowed)); !fine) return fine;
      into += "\n" + std::string(more->text);
    }
    return {};
  }

  Result<void> take_name(std::string& into) const {
    if (!value(name).empty()) return take_text(name, LineEnds::allowed, into);
    const OfxElement* const who = fields_[payee];
    const OfxElement* const called = who == nullptr ? nullptr : who->child("NAME");
    if (called == nullptr || trimmed(called->text).empty()) {
      return take_text(long_name, LineEnds::allowed, into);
    }
    auto fine = in_ofx_value(*who, "NAME", check_characters(called->text, LineEnds::allowed));
    if (fine) into = called->text;
    return fine;
  }

  /// Empty dates and dates of noughts alone are how some banks leave a date out.
  Result<void> take_value_date(Transaction& entry) const {
    for (const OfxField field : {available, value_dated}) {
      const std::string_view text = value(field);
      if (text.find_first_not_of('0') == std::string_view::npos || entry.value_date) continue;
      RECOUP_TRY(time, in(field, parse_ofx_time(text)));
      entry.value_date = time.date();
    }
    return {};
  }

  Result<void> take_details(Transaction& entry) const {
    constexpr std::array<std::pair<OfxField, const char*>, 5> plain = {
        {{type, "code"},
         {cheque, "cheque"},
         {customer_reference, "customer_reference"},
         {category, "category"},
         {corrects, "corrects"}}};
    entry.details.reserve(2);
    for (const auto& [field, called] : plain) {
      const std::string_view text = value(field);
      if (text.empty()) continue;
      if (auto fine = in(field, check_characters(text, LineEnds::refused)); !fine) return fine;
      entry.details.push_back({called, std::string(text)});
    }
    for (const OfxField field : {currency, original_currency}) {
      if (fields_[field] == nullptr) continue;
      if (auto fine = take_conversion(*fields_[field], entry); !fine) return fine;
    }
    return take_address(entry);
  }

  static Result<void> take_conversion(const OfxElement& element, Transaction& entry) {
    const std::string_view symbol = element.value("CURSYM");
    const std::string_view rate = element.value("CURRATE");
    for (const std::string_view text : {symbol, rate}) {
      auto fine = in_ofx_value(element, text == symbol ? "CURSYM" : "CURRATE",
                               check_characters(text, LineEnds::refused));
      if (!fine) return fine;
    }
    if (!symbol.empty() && element.name == field_names[original_currency]) {
      entry.details.push_back({"original_currency", std::string(symbol)});
    }
    if (!rate.empty()) entry.details.push_back({"exchange_rate", std::string(rate)});
    return {};
  }

  Result<void> take_address(Transaction& entry) const {
    const OfxElement* const who = fields_[payee];
    if (who == nullptr) return {};
    std::string address;
    for (const OfxElement* part = who->first_child; part != nullptr; part = part->next) {
      const std::string_view text = trimmed(part->text);
      if (part->name == "NAME" || text.empty()) continue;
      auto fine = in_ofx_value(*who, part->name, check_characters(text, LineEnds::refused));
      if (!fine) return fine;
      address += (address.empty() ? "" : ", ") + std::string(text);
    }
    if (!address.empty()) entry.details.push_back({"address", std::move(address)});
    return {};
  }

  const OfxElement& element_;
  const OfxStatementHead& statement_;
  std::array<const OfxElement*, field_count> fields_{};
  const OfxElement* repeated_ = nullptr;
};

}  // namespace

Error ofx_error_at(const OfxElement& parent, std::string_view leaf, Error error) {
  const OfxElement* const element = parent.child(leaf);
  if (element == nullptr) error.found = "no <" + std::string(leaf) + ">";
  error.place.field = std::string(parent.name) + "/" + std::string(leaf);
  error.place.line = element == nullptr ? parent.line : element->line;
  return error;
}

Result<Transaction> read_ofx_entry(const OfxElement& element, const OfxStatementHead& statement) {
  return OfxEntryReader(element, statement).read();
}

}  // namespace recoup
