#include "recoup/report/journal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "code_point.hpp"
#include "journal_plan.hpp"

namespace recoup {
namespace {

constexpr std::size_t name_width = 48;
constexpr std::size_t amount_width = 18;

/// `text` with each of `reserved`, and what cannot be seen, as \u{3B}.
std::string without(std::string_view reserved, std::string_view text) {
  std::string out;
  for (const char c : seen(text)) {
    if (reserved.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += "\\u{" + hexadecimal(static_cast<unsigned char>(c), 2) + "}";
    }
  }
  return out;
}

std::string description_text(std::string_view text) { return without(";|", text); }
std::string tag_text(std::string_view text) { return without(",:;[]", text); }

/// A name as one part of an account's. Two blanks would end it, a colon part it.
std::string account_part(const std::string& name) {
  std::string part = without(":;\"", name);
  for (std::size_t at = part.find("  "); at != std::string::npos; at = part.find("  ", at)) {
    part.replace(at, 2, " ");
  }
  while (part.starts_with(' ')) part.erase(0, 1);
  while (part.ends_with(' ')) part.pop_back();
  const bool may_stand = part == name && part.find('~') == std::string::npos && !part.empty();
  return may_stand ? part : part + (part.empty() ? "~" : " ~") + sha256(name).short_text();
}

std::string padded_left(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

/// A posting without what stands behind its amount. At least two blanks end the name.
std::string posting(const std::string& account, Money amount) {
  std::string line = "    " + account;
  line += std::string(line.size() < name_width ? name_width - line.size() : 0, ' ') + "  ";
  return line + padded_left(amount.text(), amount_width);
}

class JournalWriter {
 public:
  JournalWriter(const JournalCase& source, const JournalPlan& plan, const PieceSink& out)
      : source_(source), ledger_(source.build->ledger), plan_(plan), out_(out) {
    for (const SameEntry& same : source.build->same_entries) {
      also_.emplace(same.kept, same.merged);
    }
    for (std::size_t i = 0; i < source.movement_count; ++i) {
      const Movement& movement = source.movements->in_order[i];
      if (movement.debit) ++parts_left_[*movement.debit];
      if (movement.credit) ++parts_left_[*movement.credit];
    }
  }

  Result<void> write() {
    write_head();
    write_openings();
    for (std::size_t i = 0; i < source_.movement_count; ++i) {
      if (auto written = write_movement(source_.movements->in_order[i]); !written) return written;
    }
    return out_.finish();
  }

 private:
  [[nodiscard]] std::string account_of(LegRow leg) const {
    return "accounts:" + account_part(ledger_.accounts[index(ledger_.account[index(leg)])]);
  }
  [[nodiscard]] std::string account_of(AccountRow account, std::string_view tree) const {
    return std::string(tree) + ":" + account_part(ledger_.accounts[index(account)]);
  }
  [[nodiscard]] static std::string place_tags(const RecordPlace& place) {
    return "document:" + place.document.short_text() + ", line:" + std::to_string(place.line);
  }

  void write_head();
  void write_trees();
  void write_openings();
  void write_leg(const Movement& movement, LegRow leg, Date day, const std::string& cost);
  Result<void> write_gaps(LegRow leg);
  Result<void> write_movement(const Movement& movement);
  void write_other_side(const Movement& movement);

  const JournalCase& source_;
  const Ledger& ledger_;
  const JournalPlan& plan_;
  PieceWriter out_;
  std::multimap<RecordPlace, RecordPlace> also_;
  std::set<LegRow> passed_;                     ///< Legs whose gaps are written.
  std::map<LegRow, std::uint32_t> parts_left_;  ///< How many postings of each leg are to come.
};

void JournalWriter::write_head() {
  out_ << "; Case " << seen(source_.case_id) << ", every entry of its statements in trace order.\n"
       << "; A balance that a statement states is asserted, or a comment says why it is not.\n;\n";
  for (const JournalDocument& document : source_.documents) {
    out_ << "; document " << document.digest.short_text() << " " << seen(document.name) << ", "
         << std::to_string(document.entries) << " entries, " << std::to_string(document.refused)
         << " records refused\n;   sha256 " << document.digest.text() << "\n";
  }
  out_ << "\ndecimal-mark .\n";
  std::set<Currency> currencies(ledger_.currency.begin(), ledger_.currency.end());
  for (const OpeningBalance& opening : ledger_.openings) {
    currencies.insert(opening.amount.currency());
  }
  for (const Currency currency : currencies) {
    out_ << "commodity 1000." << std::string(static_cast<std::size_t>(currency.decimals()), '0')
         << " " << currency.code() << "\n";
  }
  write_trees();
}

/// Declares every account, so that a strict check finds a name that was never meant.
void JournalWriter::write_trees() {
  std::map<std::string, std::string> names;
  const auto declare = [&names](const std::string& tree, const std::string& name) {
    names.emplace(tree + ":" + account_part(name), name);
  };
  for (const std::string& name : ledger_.accounts) declare("accounts", name);
  for (const OpeningBalance& opening : ledger_.openings) {
    declare("opening balances", ledger_.accounts[index(opening.account)]);
  }
  for (const Gap& gap : ledger_.gaps) {
    declare("gaps", ledger_.accounts[index(ledger_.account[index(gap.before)])]);
  }
  for (std::size_t i = 0; i < source_.movement_count; ++i) {
    const Movement& movement = source_.movements->in_order[i];
    if (movement.debit && movement.credit) continue;
    declare("end points", end_point_of(ledger_, movement));
  }
  out_
      << "account accounts  ; type:A\naccount differences  ; type:E\naccount end points  ; type:E\n"
      << "account gaps  ; type:E\naccount opening balances  ; type:E\n";
  for (const auto& [account, name] : names) {
    out_ << "account " << account << "\n";
    if (!account.ends_with(":" + name)) out_ << "    ; called " << tag_text(name) << "\n";
  }
}

void JournalWriter::write_openings() {
  for (const OpeningBalance& opening : ledger_.openings) {
    const std::optional<Date> day = plan_.opening_day(opening.account);
    if (!day) {
      out_ << "\n; " << seen(ledger_.accounts[index(opening.account)]) << " began with "
           << opening.amount.text() << "; no entry is held, so it has no day\n";
      continue;
    }
    const Money other(-opening.amount.minor(), opening.amount.currency());
    out_ << "\n"
         << iso_text(*day) << " (opening) Opening balance\n"
         << posting(account_of(opening.account, "accounts"), opening.amount) << "  ; "
         << place_tags(opening.place) << "\n"
         << posting(account_of(opening.account, "opening balances"), other) << "\n";
  }
}

/// `day` is the transaction's.
void JournalWriter::write_leg(const Movement& movement, LegRow leg, Date day,
                              const std::string& cost) {
  const std::size_t row = index(leg);
  const bool is_last = --parts_left_.at(leg) == 0;
  const LegBalance balance = is_last ? plan_.balance_of(leg) : LegBalance();
  out_ << posting(account_of(leg), amount_on(ledger_, movement, leg)) << cost;
  if (balance.asserted) out_ << " = " << balance.asserted->text();
  out_ << "  ; ";
  const Date own = ledger_.booked_at[row].date();
  if (own != day) out_ << "date:" << iso_text(own) << ", ";
  out_ << place_tags(ledger_.place[row]);
  if (ledger_.booked_at[row].has_time()) out_ << ", booked:" << ledger_.booked_at[row].text();
  if (!ledger_.text[row].reference.empty()) {
    out_ << ", ref:" << tag_text(ledger_.text[row].reference);
  }
  out_ << "\n";
  const auto [first, last] = also_.equal_range(ledger_.place[row]);
  for (auto at = first; at != last; ++at) {
    out_ << "    ; also on line " << std::to_string(at->second.line) << " of "
         << at->second.document.short_text() << ", and counts once\n";
  }
  for (const std::string& words : balance.not_asserted) out_ << "    ; " << words << "\n";
}

Result<void> JournalWriter::write_gaps(LegRow leg) {
  if (!passed_.insert(leg).second) return {};
  const std::string day = iso_text(ledger_.booked_at[index(leg)].date());
  for (const Gap* gap : plan_.gaps_before(leg)) {
    RECOUP_TRY(difference, gap->restart.minus(gap->held));
    const Money other(-difference.minor(), difference.currency());
    const AccountRow account = ledger_.account[index(leg)];
    out_ << "\n"
         << day << " (gap) The statements do not carry on: " << gap->held.text() << " before, "
         << gap->restart.text() << " behind\n"
         << posting(account_of(account, "accounts"), difference) << "  ; "
         << place_tags(ledger_.place[index(leg)]) << "\n"
         << posting(account_of(account, "gaps"), other) << "\n";
  }
  return {};
}

void JournalWriter::write_other_side(const Movement& movement) {
  const LegRow leg = movement.leg();
  const Money amount = amount_on(ledger_, movement, leg);
  const std::string name = end_point_of(ledger_, movement);
  out_ << posting("end points:" + account_part(name), {-amount.minor(), amount.currency()}) << "\n";
}

Result<void> JournalWriter::write_movement(const Movement& movement) {
  for (MaybeLeg leg : {movement.debit, movement.credit}) {
    if (!leg) continue;
    if (auto written = write_gaps(*leg); !written) return written;
  }
  const LegRow leg = movement.leg();
  const LegText text = ledger_.text[index(leg)];
  const Date day = ledger_.booked_at[index(leg)].date();
  out_ << "\n" << iso_text(day) << " (" << movement_id(ledger_, movement) << ")";
  if (!text.counterparty_name.empty()) out_ << " " << description_text(text.counterparty_name);
  if (!text.description.empty()) {
    if (!text.counterparty_name.empty()) out_ << " |";
    out_ << " " << description_text(text.description);
  }
  out_ << "\n";
  std::string cost;
  std::optional<Money> difference;
  if (movement.debit && movement.credit) {
    const Money credit = amount_on(ledger_, movement, *movement.credit);
    const Money debit = amount_on(ledger_, movement, *movement.debit);
    if (credit.currency() != debit.currency()) {
      cost = " @@ " + credit.text();
    } else {
      RECOUP_TRY(sum, credit.plus(debit));
      if (!sum.is_zero()) difference = Money(-sum.minor(), sum.currency());
    }
  }
  if (movement.debit) write_leg(movement, *movement.debit, day, cost);
  if (movement.credit) write_leg(movement, *movement.credit, day, "");
  if (!movement.debit || !movement.credit) write_other_side(movement);
  if (difference) out_ << posting("differences", *difference) << "\n";
  return {};
}

}  // namespace

Result<void> write_journal(const JournalCase& source, const PieceSink& out) {
  RECOUP_TRY(plan, JournalPlan::make(source));
  return JournalWriter(source, plan, out).write();
}

}  // namespace recoup
