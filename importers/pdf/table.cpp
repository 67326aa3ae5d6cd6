#include "pdf/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document_text.hpp"
#include "pdf/layout.hpp"
#include "pdf/line_parts.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A line that belongs to an entry, with what was found on it.
struct Piece {
  const PdfLine* line = nullptr;
  PdfLineParts parts;
};

/// What the words at the beginning of a row say that it is.
std::optional<PdfLabel> row_label(const PdfLineParts& parts, const PdfProfile& profile) {
  const std::vector<PdfPlainWord> plain = pdf_plain_words(parts.text);
  if (plain.empty()) return std::nullopt;
  std::optional<PdfLabel> found;
  std::size_t longest = 0;
  for (const PdfLabel label : {PdfLabel::opening, PdfLabel::closing, PdfLabel::totals,
                               PdfLabel::total_in, PdfLabel::total_out}) {
    const std::size_t length = pdf_phrase_at(plain, 0, profile.of(label));
    if (length <= longest) continue;
    longest = length;
    found = label;
  }
  // "Payments to Smith" is an entry: a label of sums must be all that stands there.
  const bool whole = longest == plain.size();
  const bool is_balance = found == PdfLabel::opening || found == PdfLabel::closing;
  return is_balance || whole ? found : std::nullopt;
}

class TableReader {
 public:
  TableReader(const std::vector<PdfLine>& lines, const PdfTableContext& context)
      : lines_(lines), context_(context) {
    table_.free.assign(lines.size(), true);
    last_line_ = context.profile.amount_line == PdfAmountLine::last;
  }

  PdfTable read() {
    if (context_.profile.amount_line == PdfAmountLine::either) find_amount_line();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at].page != page_) turn_page(lines_[at].page);
      if (const auto header = header_at(at)) {
        for (std::size_t i = 0; i < header->lines; ++i) table_.free[at + i] = false;
        at += header->lines - 1;
        header_ = header;
        reach(lines_[at]);
        continue;
      }
      if (!header_ && context_.profile.has_header) continue;
      table_.free[at] = !take(lines_[at]);
    }
    give_up_pending();
    table_.amounts_on_last_line = last_line_;
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::optional<PdfHeader> header_at(std::size_t at) const {
    if (!context_.profile.has_header) return std::nullopt;
    return pdf_header_at(lines_, at, context_.profile);
  }

  [[nodiscard]] PdfLineParts parts_of(const PdfHeader* header, const PdfLine& line) const {
    return header != nullptr ? pdf_parts_under(*header, line, context_)
                             : pdf_parts_in_order(line, context_);
  }

  /// Amounts stand on the last line where at least one in four of the dated rows has none on its
  /// first: such rows go on below.
  void find_amount_line() {
    std::optional<PdfHeader> header;
    std::size_t dated = 0;
    std::size_t without = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (auto found = header_at(at)) {
        at += found->lines - 1;
        header = std::move(found);
        continue;
      }
      if (!header) continue;
      const PdfLineParts parts = parts_of(&*header, lines_[at]);
      if (!parts.day || parts.text.empty()) continue;
      ++dated;
      if (!parts.has_amounts()) ++without;
    }
    last_line_ = without > 0 && without * 4 >= dated;
  }

  void turn_page(std::uint32_t page) {
    page_ = page;
    open_ = false;
    if (pending_.empty() || pending_.front().parts.day) return;
    // Words at the foot of a page that no amount followed.
    for (const Piece& piece : pending_) table_.free[index_of(*piece.line)] = true;
    pending_.clear();
  }

  [[nodiscard]] std::size_t index_of(const PdfLine& line) const {
    return static_cast<std::size_t>(&line - lines_.data());
  }

  void reach(const PdfLine& line) {
    open_ = true;
    bottom_ = line.box.bottom;
  }

  /// Whether the line stands at most `heights` tenths of its height below the last of the table.
  [[nodiscard]] bool follows(const PdfLine& line, std::int64_t tenths) const {
    return open_ && (line.box.top - bottom_) * 10 <= line.box.height() * tenths;
  }

  /// True where the line is a part of the table.
  bool take(const PdfLine& line) {
    constexpr std::int64_t row_gap = 40;
    PdfLineParts parts = parts_of(header_ ? &*header_ : nullptr, line);
    const bool dated = parts.day.has_value();
    if (!header_ && !(dated && parts.has_amounts())) return false;
    if (!dated && !follows(line, row_gap)) {
      open_ = false;
      return false;
    }
    if (!parts.has_amounts()) return take_words(line, std::move(parts));
    if (const auto label = row_label(parts, context_.profile)) {
      if (take_label(line, parts, *label)) return true;
    }
    reach(line);
    pending_.push_back({&line, std::move(parts)});
    take_entry();
    return true;
  }

  bool take_words(const PdfLine& line, PdfLineParts parts) {
    constexpr std::int64_t word_gap = 16;
    if (parts.text.empty() && !parts.day) return false;
    if (!parts.day && (parts.begins_left || !follows(line, word_gap))) {
      if (!follows(line, word_gap)) open_ = false;
      return false;
    }
    const bool goes_on = !parts.day && pending_.empty() && !last_line_;
    if (goes_on && (table_.entries.empty() || table_.entries.back().page != line.page)) {
      return false;
    }
    if (parts.day) give_up_pending();
    reach(line);
    if (goes_on) {
      add_to_last_entry(line, parts);
    } else {
      pending_.push_back({&line, std::move(parts)});
    }
    return true;
  }

  void add_to_last_entry(const PdfLine& line, const PdfLineParts& parts) {
    PdfEntry& entry = table_.entries.back();
    add_text(entry, parts);
    entry.box.add(line.box);
    entry.record += "\n" + line.text();
  }

  static void add_text(PdfEntry& entry, const PdfLineParts& parts) {
    for (const PdfWord& word : parts.text) {
      entry.description += (entry.description.empty() ? "" : " ") + word.text;
    }
    if (!parts.code.empty()) entry.code += (entry.code.empty() ? "" : " ") + parts.code;
  }

  /// A row of a balance or of sums. False where it is an entry after all.
  bool take_label(const PdfLine& line, const PdfLineParts& parts, PdfLabel label) {
    const bool is_balance = label == PdfLabel::opening || label == PdfLabel::closing;
    if (is_balance) {
      const auto balance = parts.balance ? parts.balance : parts.amount;
      if (!balance || parts.money_in || parts.money_out) return false;
      give_up_pending();
      table_.balances.push_back(
          {label, *balance, date_of(parts), line.number, table_.entries.size()});
      table_.held_back.push_back({"a balance and no entry", line.number, line.text()});
      reach(line);
      if (label == PdfLabel::closing) open_ = false;
      return true;
    }
    if (parts.day) return false;
    const auto add = [&](PdfLabel what, const std::optional<Money>& amount) {
      if (amount) table_.totals.push_back({what, *amount, std::nullopt, line.number});
    };
    give_up_pending();
    if (label == PdfLabel::totals) {
      add(PdfLabel::total_out, parts.money_out);
      add(PdfLabel::total_in, parts.money_in);
    } else {
      const auto one = parts.moves_money() ? first_of(parts) : parts.balance;
      add(label, one);
    }
    table_.held_back.push_back({"sums and no entry", line.number, line.text()});
    open_ = false;
    return true;
  }

  static std::optional<Money> first_of(const PdfLineParts& parts) {
    if (parts.money_out) return parts.money_out;
    return parts.money_in ? parts.money_in : parts.amount;
  }

  std::optional<Date> date_of(const PdfLineParts& parts) {
    if (!parts.day) return date_;
    const auto date = pdf_date_of(*parts.day, context_.identity, date_);
    if (date) date_ = date;
    return date;
  }

  /// Makes an entry of the pending lines, the last of which has the amounts.
  void take_entry() {
    std::vector<Piece> pieces = std::exchange(pending_, {});
    PdfEntry entry{{}, Money(0, context_.currency), {}, {}, {}, 0, 0, {}, {}};
    entry.page = pieces.back().line->page;
    entry.line = pieces.front().line->number;
    entry.box = pieces.back().line->box;
    bool dated = date_.has_value();
    for (const Piece& piece : pieces) {
      add_text(entry, piece.parts);
      if (piece.line->page == entry.page) entry.box.add(piece.line->box);
      entry.record += (entry.record.empty() ? "" : "\n") + piece.line->text();
      if (piece.parts.day) dated = date_of(piece.parts).has_value();
    }
    const PdfLineParts& parts = pieces.back().parts;
    entry.balance = parts.balance;
    if (!parts.moves_money() && parts.balance) {
      table_.balances.push_back(
          {PdfLabel::balance, *parts.balance, date_, entry.line, table_.entries.size()});
      table_.held_back.push_back({"a balance and no entry", entry.line, entry.record});
      return;
    }
    auto amount = amount_of(parts);
    if (!amount) {
      reject(entry, std::move(amount).error());
    } else if (!dated) {
      reject(entry, Error{ErrorCode::malformed,
                          quoted(entry.record),
                          "a day of the calendar, with a year that the row or the statement names",
                          {"", 0, "date"}});
    } else {
      entry.date = *date_;
      entry.amount = amount.value();
      table_.entries.push_back(std::move(entry));
    }
  }

  [[nodiscard]] static Result<Money> amount_of(const PdfLineParts& parts) {
    const bool out = parts.money_out && !parts.money_out->is_zero();
    const bool in = parts.money_in && !parts.money_in->is_zero();
    if (out && in) {
      return Error{ErrorCode::contradiction,
                   "money out " + parts.money_out->grouped() + " and money in " +
                       parts.money_in->grouped() + " in one row",
                   "one of them",
                   {"", 0, "amount"}};
    }
    if (in && parts.money_in->is_negative()) {
      return Error{ErrorCode::malformed,
                   "money in " + parts.money_in->grouped(),
                   "money in without a minus",
                   {"", 0, "money in"}};
    }
    if (in) return *parts.money_in;
    // Some banks print a minus in front of what has gone out, and mean the same.
    if (out) {
      const MinorUnits minor = parts.money_out->minor();
      return Money(minor < 0 ? minor : -minor, parts.money_out->currency());
    }
    if (parts.amount) return *parts.amount;
    return parts.money_out ? *parts.money_out : *parts.money_in;
  }

  void reject(const PdfEntry& entry, Error error) {
    table_.rejections.push_back(
        rejection(std::move(error), context_.document, entry.line, entry.record));
  }

  /// Lines that waited for an amount which did not come.
  void give_up_pending() {
    if (pending_.empty()) return;
    const std::vector<Piece> pieces = std::exchange(pending_, {});
    if (!pieces.front().parts.day) {
      for (const Piece& piece : pieces) table_.free[index_of(*piece.line)] = true;
      return;
    }
    std::string record;
    for (const Piece& piece : pieces) {
      record += (record.empty() ? "" : "\n") + piece.line->text();
    }
    table_.held_back.push_back(
        {"a dated line without an amount", pieces.front().line->number, record});
  }

  const std::vector<PdfLine>& lines_;
  const PdfTableContext& context_;
  PdfTable table_;
  std::optional<PdfHeader> header_;
  std::vector<Piece> pending_;
  std::optional<Date> date_;
  std::uint32_t page_ = 0;
  std::int64_t bottom_ = 0;
  bool open_ = false;
  bool last_line_ = false;
};

}  // namespace

PdfTable read_pdf_table(const std::vector<PdfLine>& lines, const PdfTableContext& context) {
  return TableReader(lines, context).read();
}

}  // namespace recoup
