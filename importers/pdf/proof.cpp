#include "pdf/proof.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "pdf/line_parts.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A balance and where it is printed.
struct Anchor {
  Money amount;
  std::optional<Date> date;
  std::uint64_t line = 0;
};

Money without_sign(Money amount) {
  return amount.is_negative() ? Money(-amount.minor(), amount.currency()) : amount;
}

std::string label_text(PdfLabel label) {
  return label == PdfLabel::total_in ? "money in" : "money out";
}

class Prover {
 public:
  Prover(PdfTable& table, const std::vector<PdfStated>& stated, const PdfTableContext& context)
      : table_(table), stated_(stated), context_(context), zero_(0, context.currency) {}

  Result<PdfProof> prove() {
    if (!table_.rejections.empty()) return bad_row();
    if (table_.entries.empty()) return no_rows();
    if (auto found = find_ends(); !found) return found.error();
    if (auto turned = put_in_order(); !turned) return turned.error();
    if (auto totals = prove_totals(); !totals) return totals.error();
    if (auto chain = follow(opening_ ? std::optional(opening_->amount) : std::nullopt); !chain) {
      return chain.error();
    }
    if (auto closing = prove_closing(); !closing) return closing.error();
    if (auto enough = prove_enough(); !enough) return enough.error();
    describe();
    return std::move(proof_);
  }

 private:
  [[nodiscard]] static Error no_rows() {
    return Error{ErrorCode::malformed,
                 "no rows of entries",
                 "a statement with a table of entries in a layout that is known",
                 {}};
  }

  /// A row that cannot be read is missing from every sum, so nothing is proved without it.
  [[nodiscard]] Error bad_row() const {
    Error error = table_.rejections.front().error;
    error.expected += "; nothing was imported";
    return error;
  }

  [[nodiscard]] Error disagrees(std::string found, std::uint64_t line) const {
    return Error{ErrorCode::contradiction,
                 std::move(found),
                 "rows that come to what the statement says; nothing was imported",
                 {std::string(context_.document), line, ""}};
  }

  /// The balance is said in several places: each must say the same.
  Result<void> add_end(std::optional<Anchor>& end, const Anchor& more, std::string_view which) {
    if (!end) {
      end = more;
    } else if (end->amount != more.amount) {
      return disagrees("the statement says " + std::string(which) + " " + end->amount.grouped() +
                           " on line " + std::to_string(end->line) + " and " +
                           more.amount.grouped() + " on line " + std::to_string(more.line),
                       more.line);
    } else if (!end->date) {
      end->date = more.date;
    }
    return {};
  }

  Result<void> find_ends() {
    const std::size_t all = table_.entries.size();
    for (const PdfBalanceRow& row : table_.balances) {
      const Anchor anchor{row.balance, row.date, row.line};
      const bool first = row.label == PdfLabel::opening && row.entries_before == 0;
      const bool last = row.label == PdfLabel::closing && row.entries_before == all;
      if (first) {
        if (auto added = add_end(opening_, anchor, "opening balance"); !added) return added;
      } else if (last) {
        if (auto added = add_end(closing_, anchor, "closing balance"); !added) return added;
      }
    }
    for (const PdfStated& said : stated_) {
      const Anchor anchor{said.amount, day_of(said), said.line};
      const auto which = end_of(said);
      if (which == PdfLabel::opening) {
        if (auto added = add_end(opening_, anchor, "opening balance"); !added) return added;
      } else if (which == PdfLabel::closing) {
        if (auto added = add_end(closing_, anchor, "closing balance"); !added) return added;
      }
    }
    return {};
  }

  [[nodiscard]] std::optional<Date> day_of(const PdfStated& said) const {
    return said.day ? pdf_date_of(*said.day, context_.identity, std::nullopt) : std::nullopt;
  }

  /// Which end of the period a stated balance is of; "balance on" is told by its day.
  [[nodiscard]] std::optional<PdfLabel> end_of(const PdfStated& said) const {
    if (said.label != PdfLabel::balance_on) return said.label;
    const auto day = day_of(said);
    if (!day) return std::nullopt;
    if (day == context_.identity.until) return PdfLabel::closing;
    const bool before = context_.identity.from && *day <= *context_.identity.from &&
                        *day + std::chrono::days(1) >= *context_.identity.from;
    return before ? std::optional(PdfLabel::opening) : std::nullopt;
  }

  Result<void> put_in_order() {
    std::vector<PdfEntry>& entries = table_.entries;
    const auto earlier = [](const PdfEntry& one, const PdfEntry& other) {
      return one.date < other.date;
    };
    const bool forward = std::is_sorted(entries.begin(), entries.end(), earlier);
    const bool backward = std::is_sorted(entries.rbegin(), entries.rend(), earlier);
    const bool one_day = forward && backward;
    const auto start = opening_ ? std::optional(opening_->amount) : std::nullopt;
    const bool turn = one_day ? !follow(start) : backward;
    if (!turn) {
      if (!forward) note("the rows do not stand in the order of their dates; their order was kept");
      return {};
    }
    const std::size_t all = entries.size();
    std::reverse(entries.begin(), entries.end());
    std::reverse(table_.balances.begin(), table_.balances.end());
    for (PdfBalanceRow& row : table_.balances) row.entries_before = all - row.entries_before;
    if (one_day && !follow(start)) {
      std::reverse(entries.begin(), entries.end());
      std::reverse(table_.balances.begin(), table_.balances.end());
      for (PdfBalanceRow& row : table_.balances) row.entries_before = all - row.entries_before;
      return {};
    }
    if (entries.size() > 1) note("the rows stand newest first; they were turned round");
    return {};
  }

  /// Follows the balances through the rows. Counts what was proved on the way.
  Result<void> follow(std::optional<Money> running) {
    points_ = running ? 1 : 0;
    unproved_ = 0;
    std::size_t row = 0;
    std::size_t between = 0;
    const auto meet = [&](const Money& balance, std::uint64_t line) -> Result<void> {
      if (running && *running != balance) {
        return disagrees("the balance " + balance.grouped() +
                             " is printed, and the rows before it come to " + running->grouped(),
                         line);
      }
      if (!running) unproved_ = between;
      running = balance;
      ++points_;
      between = 0;
      return {};
    };
    const auto meet_rows = [&](std::size_t before) -> Result<void> {
      for (; row < table_.balances.size() && table_.balances[row].entries_before <= before; ++row) {
        const PdfBalanceRow& printed = table_.balances[row];
        if (auto met = meet(printed.balance, printed.line); !met) return met;
      }
      return {};
    };
    for (std::size_t i = 0; i < table_.entries.size(); ++i) {
      if (auto met = meet_rows(i); !met) return met;
      const PdfEntry& entry = table_.entries[i];
      if (running) {
        RECOUP_TRY(next, running->plus(entry.amount));
        running = next;
      }
      ++between;
      if (!entry.balance) continue;
      if (auto met = meet(*entry.balance, entry.line); !met) return met;
    }
    if (auto met = meet_rows(table_.entries.size()); !met) return met;
    last_ = running;
    after_last_ = between;
    return {};
  }

  Result<void> prove_totals() {
    Money in = zero_;
    Money out = zero_;
    for (const PdfEntry& entry : table_.entries) {
      RECOUP_TRY(sum, (entry.amount.is_negative() ? out : in).plus(without_sign(entry.amount)));
      (entry.amount.is_negative() ? out : in) = sum;
    }
    std::vector<PdfStated> totals = table_.totals;
    for (const PdfStated& said : stated_) {
      const bool is_total = said.label == PdfLabel::total_in || said.label == PdfLabel::total_out;
      if (is_total) totals.push_back(said);
    }
    for (const PdfStated& said : totals) {
      const Money computed = said.label == PdfLabel::total_in ? in : out;
      const Money printed = without_sign(said.amount);
      if (printed != computed) {
        return disagrees("the statement says " + label_text(said.label) + " " + printed.grouped() +
                             " and its rows come to " + computed.grouped(),
                         said.line);
      }
      (said.label == PdfLabel::total_in ? in_proved_ : out_proved_) = true;
      proof_.statement.totals.push_back({label_text(said.label) + " of the statement",
                                         printed.plain(), computed.plain(), true, said.line});
    }
    return {};
  }

  Result<void> prove_closing() {
    if (!closing_ || !last_) return {};
    if (*last_ != closing_->amount) {
      return disagrees("the statement says closing balance " + closing_->amount.grouped() +
                           " and its rows come to " + last_->grouped(),
                       closing_->line);
    }
    after_last_ = 0;
    ++points_;
    proof_.statement.totals.push_back({"closing balance of the statement", closing_->amount.plain(),
                                       last_->plain(), true, closing_->line});
    return {};
  }

  /// Two balances prove the rows between them; both sums prove all rows.
  Result<void> prove_enough() {
    const bool by_sums = in_proved_ && out_proved_;
    constexpr std::size_t points_min = 2;
    if (by_sums) return {};
    if (points_ < points_min || after_last_ > 0) {
      return Error{ErrorCode::malformed,
                   after_last_ > 0 && points_ >= points_min
                       ? "rows behind the last balance that is printed"
                       : "no printed balances or sums that the rows could be held to",
                   "a statement that prints an opening and a closing balance, a balance with its "
                   "rows, or the sums of money in and out; nothing was imported",
                   {std::string(context_.document), table_.entries.back().line, ""}};
    }
    if (unproved_ > 0) {
      note(unproved_ == 1
               ? "no opening balance is printed: nothing proves the amount of the first "
                 "row but the balance behind it"
               : "no opening balance is printed: nothing proves the amounts of the first " +
                     std::to_string(unproved_) + " rows");
    }
    return {};
  }

  void describe() {
    const PdfIdentity& identity = context_.identity;
    Statement& statement = proof_.statement;
    statement.currency = context_.currency;
    statement.number = identity.number;
    statement.from = identity.from;
    statement.until = identity.until;
    statement.first_page = identity.first_page;
    statement.last_page = identity.last_page;
    statement.pages = identity.pages;
    const Date first = table_.entries.front().date;
    const Date last = table_.entries.back().date;
    if (opening_) {
      const Date day = std::min(opening_->date.value_or(identity.from.value_or(first)), first);
      statement.opening = opening_->amount;
      statement.opening_date = day;
      add_balance(StatementBalance::Kind::opening, day, *opening_);
    }
    if (closing_) {
      const Date day = std::max(closing_->date.value_or(identity.until.value_or(last)), last);
      statement.closing = closing_->amount;
      statement.closing_date = day;
      add_balance(StatementBalance::Kind::closing, day, *closing_);
    }
    say_opening(first);
  }

  void add_balance(StatementBalance::Kind kind, Date day, const Anchor& anchor) {
    proof_.balances.push_back({"", kind, day, anchor.amount, anchor.line, 0});
  }

  /// What an opening balance that is not printed would have to be.
  void say_opening(Date first) {
    if (opening_ || !table_.entries.front().balance) return;
    const auto implied = table_.entries.front().balance->minus(table_.entries.front().amount);
    if (!implied) return;
    note("the balance before " + iso_text(first) + " follows from the first row as " +
         implied.value().text());
  }

  void note(std::string sentence) { proof_.notes.push_back(std::move(sentence)); }

  PdfTable& table_;
  const std::vector<PdfStated>& stated_;
  const PdfTableContext& context_;
  Money zero_;
  PdfProof proof_;
  std::optional<Anchor> opening_;
  std::optional<Anchor> closing_;
  std::optional<Money> last_;
  std::size_t points_ = 0;
  std::size_t unproved_ = 0;
  std::size_t after_last_ = 0;
  bool in_proved_ = false;
  bool out_proved_ = false;
};

}  // namespace

Result<PdfProof> prove_pdf_table(PdfTable& table, const std::vector<PdfStated>& stated,
                                 const PdfTableContext& context) {
  return Prover(table, stated, context).prove();
}

}  // namespace recoup
