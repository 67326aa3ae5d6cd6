#include "mt940/statement.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "document_text.hpp"
#include "mt940/entry.hpp"
#include "mt940/totals.hpp"
#include "mt940/values.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool is_words(const Mt940Field& field) { return field.tag == "86" || field.tag == "NS"; }

std::string in_colons(std::string_view tag) { return ":" + std::string(tag) + ":"; }

/// The fields as they stand in the document.
std::string_view record_of(std::span<const Mt940Field> fields) {
  const char* const begin = fields.front().record.data();
  const std::string_view last = fields.back().record;
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

/// "EUR" of "NL91ABNA0417164300EUR" and "70011110/4005287001EUR"; "" where no currency ends it.
std::string_view currency_behind(std::string_view account) {
  constexpr std::size_t code_length = 3;
  if (account.size() <= code_length) return {};
  const std::string_view code = account.substr(account.size() - code_length);
  const char before = account[account.size() - code_length - 1];
  const bool parts = is_digit(before) || before == ' ' || before == '/';
  return parts && Currency::parse(code) ? code : std::string_view();
}

/// The page of "00131/001".
std::optional<std::uint32_t> page_of(std::string_view number) {
  const std::size_t slash = number.find('/');
  constexpr std::size_t digits_max = 6;
  if (slash == std::string_view::npos || number.size() - slash - 1 > digits_max) return {};
  std::uint32_t page = 0;
  for (const char c : number.substr(slash + 1)) {
    if (!is_digit(c)) return {};
    page = page * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return page == 0 ? std::nullopt : std::optional(page);
}

/// One statement on its way into the Import.
class Mt940StatementReader {
 public:
  Mt940StatementReader(const Mt940Part& part, Mt940Document& document)
      : part_(part),
        document_(document),
        import_(document.import),
        fields_(part.fields),
        first_entry_(document.import.transactions.size()),
        number_(static_cast<std::uint32_t>(document.import.statements.size() + 1)) {
    statement_.line = part.line;
  }

  void read() {
    find_currency();
    name_account();
    std::size_t i = 0;
    while (i < fields_.size()) {
      std::size_t end = i + 1;
      if (fields_[i].tag == "61") {
        while (end < fields_.size() && is_words(fields_[end])) ++end;
        take_entry(fields_.subspan(i, end - i));
      } else {
        take_field(fields_[i]);
      }
      i = end;
    }
    take_totals();
    part_references();
    say_what_it_is();
    if (part_.continued != 0) {
      remark("an end of a message within a statement was passed over", part_.continued);
    }
    import_.statements.push_back(std::move(statement_));
  }

 private:
  void remark(std::string sentence, std::uint64_t line) {
    document_.remarks.add(std::move(sentence), line);
  }

  void reject(std::span<const Mt940Field> fields, Error error) {
    if (error.place.field.empty()) error.place.field = in_colons(fields.front().tag);
    import_.rejections.push_back(rejection(std::move(error), document_.document.name,
                                           fields.front().line, record_of(fields)));
  }

  [[nodiscard]] const Mt940Field* first(std::string_view tag) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Mt940Field& field) {
      return field.tag.starts_with(tag);
    });
    return found == fields_.end() ? nullptr : &*found;
  }

  void find_currency() {
    for (const std::string_view tag : {"60", "62", "64", "65", "34F", "90"}) {
      const Mt940Field* const field = first(tag);
      if (field == nullptr) continue;
      const std::string_view code = mt940_currency_code(field->tag, field->first_line());
      if (code.empty()) continue;
      const auto named = Currency::parse(code);
      if (named) currency_ = named.value();
      if (!named) currency_fault_ = in_field(in_colons(field->tag), named.error());
      return;
    }
    const Mt940Field* const account = first("25");
    const std::string_view code =
        account == nullptr ? std::string_view() : currency_behind(account->first_line());
    if (!code.empty()) {
      currency_ = Currency::parse(code).value();
      remark("the currency was taken from the end of :25:", part_.line);
    } else if (!document_.options.currency.empty()) {
      currency_ = Currency::parse(document_.options.currency).value();
    } else if (first("61") != nullptr) {
      remark("the statement names no currency; GBP was assumed (--currency names another)",
             part_.line);
    } else {
      currency_is_known_ = false;
    }
  }

  void say_what_it_is() {
    const bool is_interim = part_.message_type == "942" || first("13") != nullptr ||
                            first("34F") != nullptr || first("90") != nullptr;
    if (!is_interim || first("62") != nullptr) return;
    remark("an interim report (MT942): the bank lists its entries again in a statement",
           part_.line);
  }

  void name_account() {
    const Mt940Field* const field = first("25");
    std::string_view name = field == nullptr ? std::string_view() : field->first_line();
    if (!name.empty() && check_characters(name, LineEnds::refused)) {
      const std::string_view code = currency_behind(name);
      const std::string_view front = trimmed(name.substr(0, name.size() - code.size()));
      if (code == currency_.code() && is_iban(front)) {
        name = front;
        remark("the currency behind the IBAN in :25: is not part of the account's name",
               field->line);
      }
      document_.account = name;
    } else if (first("20") == nullptr && !document_.account.empty()) {
      remark("a statement without :20: and :25: carries on the account before it", part_.line);
    } else if (!document_.options.account.empty()) {
      document_.account = document_.options.account;
    } else {
      document_.account = "unnamed account " + document_.document.digest.short_text();
      remark("the statement names no account (--account names it)", part_.line);
    }
    statement_.account = document_.account;
    if (!currency_fault_ && currency_is_known_) statement_.currency = currency_;
  }

  void take_field(const Mt940Field& field) {
    const std::string_view tag = field.tag;
    if (is_words(field)) return take_statement_words(field);
    if (!field.further_lines().empty()) {
      remark("text without a tag behind " + in_colons(tag) + ", a field of one line", field.line);
    }
    if (tag == "20" || tag == "21" || tag.starts_with("13")) return;
    if (tag.starts_with("90")) return take_sum(field);
    if (tag == "25" || tag == "25P") return take_account(field);
    if (tag == "28" || tag == "28C") return take_number(field);
    if (tag.starts_with("60") || tag.starts_with("62")) return take_balance(field);
    if (tag == "64" || tag == "65") return take_available(field);
    if (tag == "34F") return take_floor_limit(field);
    remark("a field " + in_colons(tag) + ", which these messages have not", field.line);
  }

  void take_account(const Mt940Field& field) {
    if (&field == first("25") || field.text == first("25")->text) {
      auto fine = check_characters(field.first_line(), LineEnds::refused);
      if (!fine) reject({&field, 1}, fine.error());
      return;
    }
    reject({&field, 1}, Error{ErrorCode::contradiction,
                              quoted(field.first_line()),
                              "one account in a statement",
                              {}});
  }

  void take_number(const Mt940Field& field) {
    const std::string_view number = field.first_line();
    if (!statement_.number.empty() && statement_.number != number) {
      reject({&field, 1},
             Error{ErrorCode::contradiction, quoted(number), "one number of a statement", {}});
      return;
    }
    if (auto fine = check_characters(number, LineEnds::refused); !fine) {
      reject({&field, 1}, fine.error());
      return;
    }
    statement_.number = number;
    statement_.first_page = statement_.last_page = page_of(number);
  }

  Result<Mt940Balance> read_balance(const Mt940Field& field) {
    if (currency_fault_) return *currency_fault_;
    auto balance = parse_mt940_balance(field.first_line(), currency_);
    if (balance && !balance.value().names_currency) {
      remark("a balance names no currency; that of the statement was taken", field.line);
    }
    return balance;
  }

  void take_balance(const Mt940Field& field) {
    const bool is_opening = field.tag.starts_with("60");
    std::optional<Money>& amount = is_opening ? statement_.opening : statement_.closing;
    std::optional<Date>& date = is_opening ? statement_.opening_date : statement_.closing_date;
    const auto balance = read_balance(field);
    if (!balance) return reject({&field, 1}, balance.error());
    const bool is_final = !is_opening && field.tag == "62F" && statement_.closing_is_intermediate;
    if (amount && is_final) {
      remark("an intermediate closing balance within a statement, before its final one",
             field.line);
    } else if (amount) {
      if (*amount == balance.value().amount && date == balance.value().date) return;
      return reject({&field, 1}, Error{ErrorCode::contradiction,
                                       quoted(field.first_line()),
                                       is_opening ? "one opening balance" : "one closing balance",
                                       {}});
    }
    amount = balance.value().amount;
    date = balance.value().date;
    const bool is_intermediate = field.tag.ends_with('M');
    (is_opening ? statement_.opening_is_intermediate : statement_.closing_is_intermediate) =
        is_intermediate;
    if (!date) {
      remark(
          "the date of a balance is no day that the calendar has; the balance is kept with its "
          "statement alone",
          field.line);
      return;
    }
    using Kind = StatementBalance::Kind;
    import_.balances.push_back({statement_.account, is_opening ? Kind::opening : Kind::closing,
                                *date, *amount, field.line, number_});
  }

  void take_available(const Mt940Field& field) {
    const auto balance = read_balance(field);
    if (!balance) return reject({&field, 1}, balance.error());
    if (!balance.value().date) {
      return reject(
          {&field, 1},
          Error{
              ErrorCode::malformed, quoted(field.first_line()), "a day that the calendar has", {}});
    }
    import_.balances.push_back({statement_.account, StatementBalance::Kind::available,
                                *balance.value().date, balance.value().amount, field.line,
                                number_});
  }

  void take_floor_limit(const Mt940Field& field) {
    if (field.first_line().find_first_of("123456789") == std::string_view::npos) return;
    remark("a floor limit (:34F:): the bank lists no entries below it", field.line);
  }

  /// Each sum costs a look at every entry: one of each side is all that a statement can state.
  void take_sum(const Mt940Field& field) {
    const auto same = std::find_if(sums_.begin(), sums_.end(), [&](const Mt940Field* earlier) {
      return earlier->tag == field.tag;
    });
    if (same == sums_.end()) return sums_.push_back(&field);
    if ((*same)->first_line() == field.first_line()) return;
    reject({&field, 1}, Error{ErrorCode::contradiction,
                              quoted(field.first_line()),
                              "one number and sum of each side",
                              {}});
  }

  void take_statement_words(const Mt940Field& field) {
    if (trimmed(field.text).empty()) return;
    if (statement_.closing && statement_.totals.empty()) {
      auto totals = totals_in_mt940_words(field, currency_, entries());
      for (ControlTotal& total : totals) statement_.totals.push_back(std::move(total));
      if (!totals.empty()) return;
    }
    constexpr std::size_t length_max = 600;
    import_.notes.push_back("line " + std::to_string(field.line) + ", of the whole statement: " +
                            printable(quoted(trimmed(field.text), length_max)));
  }

  void take_entry(std::span<const Mt940Field> fields) {
    if (currency_fault_) return reject(fields, *currency_fault_);
    auto entry = read_mt940_entry(fields, currency_, document_.remarks);
    if (!entry) return reject(fields, std::move(entry).error());
    if (entry.value().is_expected) {
      import_.held_back.push_back({"announced by the bank (EC or ED) and not booked",
                                   fields.front().line, std::string(record_of(fields))});
      return;
    }
    Transaction& transaction = entry.value().transaction;
    transaction.account = statement_.account;
    transaction.statement = number_;
    import_.transactions.push_back(std::move(transaction));
  }

  [[nodiscard]] std::span<Transaction> entries() {
    return std::span(import_.transactions).subspan(first_entry_);
  }

  void take_totals() {
    for (const Mt940Field* const field : sums_) {
      auto total = compare_mt940_sum(*field, entries());
      if (total) {
        statement_.totals.push_back(std::move(total).value());
      } else {
        reject({field, 1}, total.error());
      }
    }
  }

  /// A reference that several entries of the statement bear identifies none of them.
  void part_references() {
    std::vector<std::pair<std::string_view, std::size_t>> references;
    const std::span<Transaction> own = entries();
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!own[i].reference.empty()) references.emplace_back(own[i].reference, i);
    }
    std::sort(references.begin(), references.end());
    std::vector<std::size_t> shared;
    for (std::size_t i = 0; i < references.size(); ++i) {
      const bool as_before = i > 0 && references[i - 1].first == references[i].first;
      const bool as_behind =
          i + 1 < references.size() && references[i + 1].first == references[i].first;
      if (as_before || as_behind) shared.push_back(references[i].second);
    }
    for (const std::size_t i : shared) {
      remark("a bank reference that several entries of one statement bear", own[i].line);
      own[i].details.push_back({"servicer", std::exchange(own[i].reference, {})});
    }
  }

  const Mt940Part& part_;
  Mt940Document& document_;
  Import& import_;
  std::span<const Mt940Field> fields_;
  std::size_t first_entry_;
  std::uint32_t number_;
  Statement statement_;
  Currency currency_ = gbp;
  bool currency_is_known_ = true;
  std::optional<Error> currency_fault_;
  std::vector<const Mt940Field*> sums_;
};

}  // namespace

void Mt940Remarks::add(std::string sentence, std::uint64_t line) {
  const auto known = std::find_if(remarks_.begin(), remarks_.end(), [&](const Remark& remark) {
    return remark.sentence == sentence;
  });
  if (known != remarks_.end()) {
    ++known->count;
    return;
  }
  remarks_.push_back({std::move(sentence), 1, line});
}

void Mt940Remarks::write(std::vector<std::string>& notes) const {
  for (const Remark& remark : remarks_) {
    notes.push_back(remark.sentence +
                    (remark.count == 1
                         ? ": on line "
                         : ": " + std::to_string(remark.count) + " times, first on line ") +
                    std::to_string(remark.line));
  }
}

void read_mt940_statement(const Mt940Part& part, Mt940Document& document) {
  Mt940StatementReader(part, document).read();
}

}  // namespace recoup
