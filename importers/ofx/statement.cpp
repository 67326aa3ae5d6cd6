#include "ofx/statement.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "document_text.hpp"
#include "ofx/corrections.hpp"
#include "ofx/entry.hpp"
#include "ofx/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// References that more than one entry has, and how many have each.
std::map<std::string_view, std::size_t> repeated_references(
    const std::vector<Transaction>& entries) {
  const std::hash<std::string_view> hash_of;
  // Numbers are sorted sooner than a table of texts is filled, and hardly one is there twice.
  std::vector<std::size_t> hashes;
  hashes.reserve(entries.size());
  for (const Transaction& entry : entries) hashes.push_back(hash_of(entry.reference));
  std::sort(hashes.begin(), hashes.end());
  std::set<std::size_t> suspects;
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i] == hashes[i - 1]) suspects.insert(hashes[i]);
  }
  std::map<std::string_view, std::size_t> repeated;
  if (suspects.empty()) return repeated;
  for (const Transaction& entry : entries) {
    if (entry.reference.empty() || !suspects.contains(hash_of(entry.reference))) continue;
    ++repeated[entry.reference];
  }
  std::erase_if(repeated, [](const auto& one) { return one.second == 1; });
  return repeated;
}

/// One statement on its way into the Import.
class OfxStatementReader {
 public:
  OfxStatementReader(const OfxElement& statement, OfxDocument& document)
      : element_(statement), document_(document), import_(document.import) {
    head_.element = &statement;
    head_.number = static_cast<std::uint32_t>(import_.statements.size() + 1);
  }

  Result<void> read() {
    if (auto known = find_currency(); !known) return known;
    find_account();
    statement_.account = head_.account;
    statement_.currency = head_.currency;
    statement_.line = element_.line;
    const std::size_t rejected = import_.rejections.size();
    for (const OfxElement* child = element_.first_child; child != nullptr; child = child->next) {
      if (child->name == "BANKTRANLIST") read_bank_list(*child);
      if (child->name == "BANKTRANLISTP") hold_back_pending(*child);
      if (child->name == "INVTRANLIST") read_investment_list(*child);
    }
    resolve_ofx_corrections(entries_, elements_, document_);
    for (const OfxElement* child = element_.first_child; child != nullptr; child = child->next) {
      read_apart_from_lists(*child);
    }
    say_what_was_read(import_.rejections.size() - rejected);
    put_oldest_first(entries_, name(), import_.notes);
    import_.statements.push_back(std::move(statement_));
    document_.blocks.push_back({head_.account, std::move(entries_)});
    return {};
  }

 private:
  [[nodiscard]] std::string name() const {
    const std::string_view code = head_.currency_code();
    return printable(quoted(head_.account)) + (code.empty() ? "" : " in " + std::string(code));
  }

  void note(std::string text) { import_.notes.push_back(std::move(text)); }

  /// CURDEF; where it is left out, the one currency that every entry names for itself; else what
  /// the options say.
  Result<void> find_currency() {
    const std::string_view code = element_.value("CURDEF");
    if (!code.empty()) {
      auto currency = in_ofx_value(element_, "CURDEF", Currency::parse(code));
      if (currency) {
        head_.currency = currency.value();
      } else {
        head_.currency_fault = std::move(currency).error();
      }
      return {};
    }
    const OfxElement* const list = element_.child("BANKTRANLIST");
    std::optional<Currency> common;
    bool differs = list == nullptr;
    for (const OfxElement* child = differs ? nullptr : list->first_child; child != nullptr;
         child = child->next) {
      if (child->name != "STMTTRN") continue;
      const OfxElement* const own = child->child("CURRENCY");
      const auto currency = Currency::parse(own == nullptr ? "" : own->value("CURSYM"));
      differs = differs || !currency || (common && *common != currency.value());
      if (currency) common = currency.value();
    }
    if (common && !differs) {
      head_.currency = common;
      note("the statement on line " + std::to_string(element_.line) +
           " names no currency; every entry of it is in " + std::string(common->code()));
      return {};
    }
    RECOUP_TRY(assumed, assumed_currency(document_.source, document_.options, gbp, import_.notes));
    head_.currency = assumed;
    return {};
  }

  void find_account() {
    const OfxElement* from = nullptr;
    for (const std::string_view kind : {"BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"}) {
      if (from == nullptr) from = element_.child(kind);
    }
    const std::string_view number = from == nullptr ? "" : from->value("ACCTID");
    if (number.empty()) {
      head_.account =
          name_for_unnamed(document_.source, document_.options, document_.unnamed++, import_.notes);
      return;
    }
    const std::string_view bank = from->value(from->name == "INVACCTFROM" ? "BROKERID" : "BANKID");
    const std::string_view code = head_.currency ? head_.currency_code() : element_.value("CURDEF");
    head_.account = ofx_account_name(bank, number, code);
    auto fine = in_ofx_value(*from, "ACCTID", check_characters(head_.account, LineEnds::refused));
    if (!fine) head_.account_fault = std::move(fine).error();
  }

  void read_bank_list(const OfxElement& list) {
    read_period(list);
    make_room_for(list);
    for (const OfxElement* child = list.first_child; child != nullptr; child = child->next) {
      if (child->name == "STMTTRN") {
        take_entry(*child);
      } else if (child->name == "STMTTRNP") {
        hold_back_ofx(*child, "pending", document_);
      } else if (child->has_children()) {
        reject_ofx(*child, no_bank_entry(*child, "another record"), document_);
      }
    }
  }

  /// So that hardly an entry is moved when it is read. No file is trusted with more room than this.
  void make_room_for(const OfxElement& list) {
    constexpr std::size_t room_max = std::size_t{1} << 18;
    if (!entries_.empty()) return;
    std::size_t count = 0;
    for (const OfxElement* child = list.first_child; child != nullptr && count < room_max;
         child = child->next) {
      if (child->name == "STMTTRN") ++count;
    }
    entries_.reserve(count);
    elements_.reserve(count);
  }

  void hold_back_pending(const OfxElement& list) {
    for (const OfxElement* child = list.first_child; child != nullptr; child = child->next) {
      if (child->has_children()) hold_back_ofx(*child, "pending", document_);
    }
  }

  void read_investment_list(const OfxElement& list) {
    read_period(list);
    for (const OfxElement* child = list.first_child; child != nullptr; child = child->next) {
      if (!child->has_children()) continue;  // DTSTART, DTEND
      const OfxElement* const entry =
          child->name == "INVBANKTRAN" ? child->child("STMTTRN") : nullptr;
      if (entry != nullptr) {
        take_entry(*entry);
      } else {
        reject_ofx(*child, no_bank_entry(*child, "an investment transaction"), document_);
      }
    }
  }

  void read_period(const OfxElement& list) {
    const auto day_of = [&](std::string_view leaf) -> std::optional<Date> {
      const std::string_view text = list.value(leaf);
      if (text.empty()) return std::nullopt;
      const auto time = parse_ofx_time(text);
      if (time) return time.value().date();
      note(std::string(leaf) + " of the list on line " + std::to_string(list.line) + " is " +
           printable(quoted(text)) + " and no day; the period is left open");
      return std::nullopt;
    };
    if (!statement_.from) statement_.from = day_of("DTSTART");
    if (!statement_.until) statement_.until = day_of("DTEND");
  }

  void take_entry(const OfxElement& element) {
    auto entry = read_ofx_entry(element, head_);
    if (!entry) {
      reject_ofx(element, std::move(entry).error(), document_);
      return;
    }
    const std::string_view type = element.value("TRNTYPE");
    if (type == "DEBIT" && entry.value().amount.minor() > 0) ++against_the_sign_;
    if (type == "CREDIT" && entry.value().amount.is_negative()) ++against_the_sign_;
    entries_.push_back(std::move(entry.value()));
    elements_.push_back(&element);
  }

  void read_apart_from_lists(const OfxElement& child) {
    if (child.name == "LEDGERBAL") read_balance(child, StatementBalance::Kind::closing);
    if (child.name == "AVAILBAL") read_balance(child, StatementBalance::Kind::available);
    if (child.name == "INVBAL" || child.name == "INV401KBAL") {
      hold_back_ofx(child, "balances of an investment account, which are no entries", document_);
    }
    if (child.name == "INVPOSLIST" || child.name == "INVOOLIST") {
      note(std::string(child.name) + " on line " + std::to_string(child.line) +
           " holds investments or open orders; it was not read");
    }
  }

  void read_balance(const OfxElement& element, StatementBalance::Kind kind) {
    if (element.value("BALAMT").empty()) {
      note(std::string(element.name) + " on line " + std::to_string(element.line) + " is empty");
      return;
    }
    auto balance = parse_balance(element, kind);
    if (!balance) {
      reject_ofx(element, std::move(balance).error(), document_);
      return;
    }
    if (kind == StatementBalance::Kind::closing && !statement_.closing) {
      statement_.closing = balance.value().amount;
      statement_.closing_date = balance.value().date;
    }
    import_.balances.push_back(std::move(balance).value());
  }

  [[nodiscard]] Result<StatementBalance> parse_balance(const OfxElement& element,
                                                       StatementBalance::Kind kind) {
    if (head_.account_fault) return *head_.account_fault;
    if (head_.currency_fault) return *head_.currency_fault;
    RECOUP_TRY(sum, in_ofx_value(element, "BALAMT",
                                 parse_ofx_amount(element.value("BALAMT"), *head_.currency)));
    StatementBalance balance{head_.account, kind, {}, sum, element.line, head_.number};
    if (element.value("DTASOF").empty() && statement_.until) {
      note(std::string(element.name) + " on line " + std::to_string(element.line) +
           " has no date; the end of the period was taken");
      balance.date = *statement_.until;
      return balance;
    }
    RECOUP_TRY(time, in_ofx_value(element, "DTASOF", parse_ofx_time(element.value("DTASOF"))));
    balance.date = time.date();
    return balance;
  }

  void say_what_was_read(std::size_t rejected) {
    note("statement of " + name() + " on line " + std::to_string(element_.line) + ": " +
         std::to_string(entries_.size()) + (entries_.size() == 1 ? " entry, " : " entries, ") +
         std::to_string(rejected) + " rejected");
    if (against_the_sign_ > 0) {
      note("in the statement of " + name() + ", " + std::to_string(against_the_sign_) +
           " entries are called DEBIT or CREDIT against the sign of their amount; the sign was "
           "followed");
    }
    const auto without =
        std::count_if(entries_.begin(), entries_.end(),
                      [](const Transaction& one) { return one.reference.empty(); });
    if (without > 0) {
      note("in the statement of " + name() + ", " + std::to_string(without) +
           (without == 1 ? " entry has" : " entries have") + " no reference (FITID)");
    }
    for (const auto& [reference, count] : repeated_references(entries_)) {
      note("in the statement of " + name() + ", " + std::to_string(count) +
           " entries have the reference " + printable(quoted(reference)));
    }
  }

  const OfxElement& element_;
  OfxDocument& document_;
  Import& import_;
  OfxStatementHead head_;
  Statement statement_;
  std::vector<Transaction> entries_;
  std::vector<const OfxElement*> elements_;  ///< Of each entry, the record from which it was read.
  std::size_t against_the_sign_ = 0;
};

}  // namespace

Result<void> read_ofx_statement(const OfxElement& statement, OfxDocument& document) {
  return OfxStatementReader(statement, document).read();
}

void reject_ofx(const OfxElement& element, Error error, OfxDocument& document) {
  if (error.place.line == 0) error.place.line = element.line;
  error.place.document = document.source.name;
  document.import.rejections.push_back(
      {std::move(error),
       std::string(document.text.substr(element.begin, element.end - element.begin))});
}

void hold_back_ofx(const OfxElement& element, std::string why, OfxDocument& document) {
  document.import.held_back.push_back(
      {std::move(why), element.line,
       std::string(document.text.substr(element.begin, element.end - element.begin))});
}

Error no_bank_entry(const OfxElement& element, std::string_view what) {
  return Error{ErrorCode::malformed,
               std::string(element.name) + ", " + std::string(what),
               "an entry of a bank",
               {"", element.line, std::string(element.name)}};
}

}  // namespace recoup
