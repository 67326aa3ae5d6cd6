#include "qif/qif_entries.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "document_text.hpp"
#include "qif/qif_amounts.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The account that a category in brackets names: "[Savings]", "[Savings]/Class"; "" for another.
std::string_view transfer_account(std::string_view category) {
  if (!category.starts_with("[")) return {};
  const std::size_t end = category.find(']');
  return end == std::string_view::npos ? std::string_view() : trimmed(category.substr(1, end - 1));
}

bool calls_itself_opening(const QifRecord& record) {
  return ascii_lower(record.value('P')) == "opening balance";
}

Error in_qif_field(const QifRecord& record, char letter, Error error) {
  const QifField* const field = record.field(letter);
  if (field == nullptr) error.found = "no line " + std::string(1, letter);
  error.place.field = std::string(1, letter);
  error.place.line = field == nullptr ? record.line() : field->line;
  return error;
}

template <typename T>
Result<T> in_qif_field(const QifRecord& record, char letter, Result<T> result) {
  if (result) return result;
  return in_qif_field(record, letter, std::move(result).error());
}

Result<std::string> qif_text(const QifRecord& record, char letter) {
  const QifField* const field = record.field(letter);
  const std::string text(field == nullptr ? std::string_view() : field->value);
  auto fine = in_qif_field(record, letter, check_characters(text, LineEnds::refused));
  if (!fine) return fine.error();
  return text;
}

class QifSectionReader {
 public:
  QifSectionReader(const QifSection& section, std::string account, QifDocument& document)
      : section_(section),
        document_(document),
        import_(document.import),
        number_(static_cast<std::uint32_t>(document.import.statements.size() + 1)),
        account_(std::move(account)) {}

  void read() {
    if (account_.empty()) find_account();
    statement_.account = account_;
    statement_.currency = document_.currency;
    statement_.line = section_.line;
    const std::size_t rejected = import_.rejections.size();
    for (const QifRecord& record : section_.records) take(record);
    const std::string called = printable(quoted(account_));
    import_.notes.push_back("statement of " + called + " on line " + std::to_string(section_.line) +
                            ": " + std::to_string(entries_.size()) +
                            (entries_.size() == 1 ? " entry, " : " entries, ") +
                            std::to_string(import_.rejections.size() - rejected) + " rejected");
    for (const auto& [letter, line] : unknown_letters_) {
      import_.notes.push_back("lines that begin with " + printable(quoted({&letter, 1})) +
                              ", first line " + std::to_string(line) + ", were not read");
    }
    put_oldest_first(entries_, called, import_.notes);
    import_.statements.push_back(std::move(statement_));
    document_.blocks.push_back({account_, std::move(entries_)});
  }

 private:
  /// Where no list of accounts names it, the opening balance does: it is booked from the account
  /// itself.
  void find_account() {
    for (const QifRecord& record : section_.records) {
      const std::string_view own = transfer_account(record.value('L'));
      if (!calls_itself_opening(record) || own.empty()) continue;
      account_ = own;
      import_.notes.push_back("the opening balance on line " + std::to_string(record.line()) +
                              " names the account " + printable(quoted(own)));
      return;
    }
    account_ =
        name_for_unnamed(document_.source, document_.options, document_.unnamed++, import_.notes);
  }

  void take(const QifRecord& record) {
    auto entry = read_entry(record);
    if (!entry) {
      document_.reject(record, std::move(entry).error());
      return;
    }
    if (!record.closed) {
      import_.notes.push_back(
          "the record on line " + std::to_string(record.line()) +
          " is not closed by a caret; it has a date and an amount and was read");
    }
    note_unknown_letters(record);
    if (is_opening_balance(record)) {
      take_opening(record, entry.value());
    } else {
      hold_splits(record, entry.value());
      entries_.push_back(std::move(entry).value());
    }
  }

  [[nodiscard]] bool is_opening_balance(const QifRecord& record) const {
    const std::string_view category = record.value('L');
    return calls_itself_opening(record) &&
           (category.empty() || transfer_account(category) == account_);
  }

  void take_opening(const QifRecord& record, const Transaction& entry) {
    const Date day = entry.booked_at.date();
    import_.balances.push_back(
        {account_, StatementBalance::Kind::opening, day, entry.amount, record.line(), number_});
    if (!statement_.opening) {
      statement_.opening = entry.amount;
      statement_.opening_date = day;
    }
    document_.hold_back(record, "an opening balance and no entry");
  }

  Result<Transaction> read_entry(const QifRecord& record) const {
    auto fine = check_characters(account_, LineEnds::refused);
    if (!fine) return fine.error();
    RECOUP_TRY(day, in_qif_field(record, 'D', read_qif_date(record.value('D'), document_.dates)));
    RECOUP_TRY(amount, read_amount(record));
    Transaction entry{account_, BookingTime(day), amount, std::nullopt, {}, {}, {},
                      {},       record.line()};
    entry.statement = number_;
    RECOUP_TRY(payee, qif_text(record, 'P'));
    RECOUP_TRY(memo, qif_text(record, 'M'));
    entry.counterparty_name = std::move(payee);
    entry.description = std::move(memo);
    for (const QifField& field : record.fields) {
      fine = in_qif_field(record, field.letter, check_characters(field.value, LineEnds::refused));
      if (!fine) return fine.error();
    }
    if (auto taken = take_details(record, entry); !taken) return taken.error();
    return entry;
  }

  /// T, and U, which some programs write beside it or in its place.
  [[nodiscard]] Result<Money> read_amount(const QifRecord& record) const {
    const char letter = record.field('T') == nullptr && record.field('U') != nullptr ? 'U' : 'T';
    RECOUP_TRY(amount, in_qif_field(record, letter,
                                    read_qif_amount(record.value(letter), document_.currency,
                                                    document_.mark)));
    for (const QifField& field : record.fields) {
      if (field.letter != 'T' && field.letter != 'U') continue;
      const auto other = read_qif_amount(trimmed(field.value), document_.currency, document_.mark);
      if (other && other.value() == amount) continue;
      return Error{ErrorCode::contradiction,
                   quoted(field.value),
                   "the amount " + amount.plain() + " that the record states before",
                   {"", field.line, std::string(1, field.letter)}};
    }
    return amount;
  }

  Result<void> take_details(const QifRecord& record, Transaction& entry) const {
    const std::string number(record.value('N'));
    if (!number.empty()) {
      const bool cheque = std::all_of(number.begin(), number.end(), is_digit);
      entry.details.push_back({cheque ? "cheque" : "code", number});
    }
    const std::string_view category = record.value('L');
    const std::string_view transfer = transfer_account(category);
    entry.counterparty_account = transfer;
    const bool split = record.field('S') != nullptr;
    if (!category.empty() && !split && (transfer.empty() || !category.ends_with("]"))) {
      entry.details.push_back({"category", std::string(category)});
    }
    if (!record.value('C').empty()) {
      entry.details.push_back({"cleared", std::string(record.value('C'))});
    }
    std::string address;
    for (const QifField& field : record.fields) {
      if (field.letter != 'A' || trimmed(field.value).empty()) continue;
      address += (address.empty() ? "" : ", ") + std::string(trimmed(field.value));
    }
    if (!address.empty()) entry.details.push_back({"address", std::move(address)});
    return take_splits(record, entry);
  }

  /// S begins a split; E, $ and % behind it belong to it.
  Result<void> take_splits(const QifRecord& record, Transaction& entry) const {
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      if (record.fields[i].letter != 'S') continue;
      std::string words(trimmed(record.fields[i].value));
      std::string memo;
      for (std::size_t j = i + 1; j < record.fields.size(); ++j) {
        const QifField& field = record.fields[j];
        if (field.letter == 'S') break;
        if (field.letter == 'E') memo = trimmed(field.value);
        if (field.letter == '%') words += " " + std::string(trimmed(field.value));
        if (field.letter != '$') continue;
        auto amount = read_qif_amount(trimmed(field.value), document_.currency, document_.mark);
        if (!amount) {
          Error error = std::move(amount).error();
          error.place.field = "$";
          error.place.line = field.line;
          return error;
        }
        words += (words.empty() ? "" : " ") + amount.value().text();
      }
      if (!memo.empty()) words += " (" + memo + ")";
      entry.details.push_back({"category", std::move(words)});
    }
    return {};
  }

  /// The splits of an entry come to its amount, or something is missing.
  void hold_splits(const QifRecord& record, const Transaction& entry) {
    Money sum(0, document_.currency);
    bool any = false;
    bool fits = true;
    for (const QifField& field : record.fields) {
      if (field.letter != '$') continue;
      any = true;
      const auto amount = read_qif_amount(trimmed(field.value), document_.currency, document_.mark);
      const auto next = amount ? sum.plus(amount.value()) : amount;
      fits = fits && next.has_value();
      if (next) sum = next.value();
    }
    if (!any) return;
    statement_.totals.push_back({"splits of the entry on line " + std::to_string(record.line()),
                                 entry.amount.plain(), fits ? sum.plain() : "more than 128 bits",
                                 fits && sum == entry.amount, record.line()});
  }

  void note_unknown_letters(const QifRecord& record) {
    constexpr std::string_view known = "DTUPMNLCASE$%";
    for (const QifField& field : record.fields) {
      if (known.find(field.letter) != std::string_view::npos) continue;
      unknown_letters_.emplace(field.letter, field.line);
    }
  }

  const QifSection& section_;
  QifDocument& document_;
  Import& import_;
  std::uint32_t number_;
  std::string account_;
  Statement statement_;
  std::vector<Transaction> entries_;
  std::map<char, std::uint64_t> unknown_letters_;
};

}  // namespace

void QifDocument::reject(const QifRecord& record, Error error) {
  if (error.place.line == 0) error.place.line = record.line();
  error.place.document = source.name;
  import.rejections.push_back({std::move(error), record.text()});
}

void QifDocument::hold_back(const QifRecord& record, std::string why) {
  import.held_back.push_back({std::move(why), record.line(), record.text()});
}

void read_qif_entries(const QifSection& section, std::string account, QifDocument& document) {
  QifSectionReader(section, std::move(account), document).read();
}

}  // namespace recoup
