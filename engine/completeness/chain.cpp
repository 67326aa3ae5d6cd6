#include "chain.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "overlap.hpp"
#include "pages.hpp"

namespace recoup {
namespace {

constexpr std::chrono::days one_day(1);
/// Days that a balance may bridge between statements which state their periods: a long weekend.
constexpr std::chrono::days bridged_days_max(4);
/// Beyond this many days without an entry, statements that state no period leave a month out.
constexpr std::chrono::days silent_days_max(31);

/// Whether a balance carries on from one statement to the next, where both are known.
struct Carry {
  std::optional<bool> holds;
  std::optional<Money> difference;  ///< What the next one begins with less what was reached.
};

/// A statement and the one that reached furthest before it, by their places.
struct Relation {
  std::size_t prev = 0;
  std::size_t next = 0;
  bool overlapping = false;
  Carry carry;
};

class Chain {
 public:
  explicit Chain(AccountCompleteness& account)
      : account_(account), numbers_run_by_one_(count_from_one()) {}

  void run() {
    std::vector<CheckedStatement>& statements = account_.statements;
    for (std::size_t next = 0; next < statements.size(); ++next) {
      if (next > 0) {
        compare_days(next);
        relate(reach_, next);
      }
      recent_.push_back(next);
      const bool further = next == 0 || statements[next].until > statements[reach_].until;
      const bool as_far = next > 0 && statements[next].until == statements[reach_].until;
      if (further || (as_far && statements[next].closing)) reach_ = next;
    }
    prove_backwards();
    for (const Relation& relation : relations_) add_rows_between(relation);
    for (const CheckedStatement& statement : statements) add_own_row(statement);
    std::stable_sort(account_.periods.begin(), account_.periods.end(),
                     [](const GridPeriod& a, const GridPeriod& b) {
                       return std::tie(a.from, a.until, a.verdict, a.places) <
                              std::tie(b.from, b.until, b.verdict, b.places);
                     });
  }

 private:
  // Numbers count statements only where they are seen to do so: some banks write the day of the
  // year, or always 1.
  bool count_from_one() const {
    const std::vector<CheckedStatement>& statements = account_.statements;
    for (std::size_t i = 1; i < statements.size(); ++i) {
      const auto before = statement_sequence(statements[i - 1].number);
      const auto number = statement_sequence(statements[i].number);
      if (before && number && *number == *before + 1) return true;
    }
    return false;
  }

  static bool share_days(const CheckedStatement& prev, const CheckedStatement& next) {
    return next.from <= prev.until;
  }

  // One ends within the day on which the other begins.
  static bool meet_within_a_day(const CheckedStatement& prev, const CheckedStatement& next) {
    return next.from == prev.until && prev.closing && next.opening &&
           *prev.closing == *next.opening;
  }

  const StatementDays& days_of(std::size_t at) {
    return days_.try_emplace(at, account_.statements[at]).first->second;
  }

  // Every statement is compared with each earlier one that shows some of its days. One that ends
  // before this begins ends before every later one.
  void compare_days(std::size_t at) {
    const CheckedStatement& next = account_.statements[at];
    std::erase_if(recent_, [&](std::size_t i) {
      if (share_days(account_.statements[i], next)) return false;
      days_.erase(i);
      return true;
    });
    for (const std::size_t i : recent_) {
      const CheckedStatement& prev = account_.statements[i];
      if (meet_within_a_day(prev, next)) continue;
      const Date until = std::min(prev.until, next.until);
      const bool both_cut = next.from == until && !prev.states_period && !next.states_period;
      if (both_cut) continue;
      GridPeriod row{next.from, until, PeriodVerdict::overlap, true, {}, {}, {}};
      row.places = {prev.pages.front(), next.pages.front()};
      if (auto fault = contradiction_of_days(days_of(i), days_of(at), next.from, until)) {
        row.agrees = false;
        row.why.push_back(std::move(*fault));
      } else if (next.opening && prev.closing &&
                 !days_of(i).held_balance_from(next.from, *next.opening)) {
        row.agrees = false;
        row.why.push_back("one begins with " + next.opening->text() +
                          ", which the other never reaches on these days");
      } else {
        row.why.emplace_back("two statements show these days and agree");
      }
      account_.periods.push_back(std::move(row));
    }
  }

  // Holds `at_next` against the statement that reaches furthest before it.
  void relate(std::size_t at_prev, std::size_t at_next) {
    CheckedStatement& prev = account_.statements[at_prev];
    CheckedStatement& next = account_.statements[at_next];
    const bool overlapping = share_days(prev, next) && !meet_within_a_day(prev, next);
    const std::optional<Money> reached =
        overlapping ? days_of(at_prev).balance_before(next.from) : prev.closing;
    const bool was_held = overlapping && reached && next.opening &&
                          days_of(at_prev).held_balance_from(next.from, *next.opening);
    Relation relation{at_prev, at_next, overlapping,
                      was_held ? Carry{true, {}} : carry_of(next, reached)};
    if (reached) prove(prev, next, *reached, relation.carry);
    relations_.push_back(relation);
  }

  // A statement that was proven from behind proves what it was derived from.
  void prove_backwards() {
    for (auto relation = relations_.rbegin(); relation != relations_.rend(); ++relation) {
      CheckedStatement& prev = account_.statements[relation->prev];
      const CheckedStatement& next = account_.statements[relation->next];
      if (relation->carry.holds || !next.is_proven() || !prev.closing) continue;
      if (next.opening != prev.closing) continue;
      relation->carry.holds = true;
      prev.needs_after = false;
      settle(prev);
    }
  }

  void add_rows_between(const Relation& relation) {
    const CheckedStatement& prev = account_.statements[relation.prev];
    const CheckedStatement& next = account_.statements[relation.next];
    const NumberHole* hole = number_hole(prev, next, relation.carry);
    if (relation.overlapping) return;
    if (next.from > prev.until + one_day) {
      add_hole(prev, next, relation.carry, hole);
    } else if (relation.carry.holds == false) {
      add_break(prev, next, relation.carry, hole);
    }
  }

  static Carry carry_of(const CheckedStatement& next, const std::optional<Money>& reached) {
    if (!reached || !next.opening) return {};
    const auto difference = next.opening->minus(*reached);
    if (!difference) return {};
    if (difference.value().is_zero()) return {true, {}};
    return {false, difference.value()};
  }

  static void settle(CheckedStatement& statement) {
    if (statement.basis != StatementBasis::none || statement.needs_before) return;
    if (!statement.needs_after) statement.basis = StatementBasis::carried_on;
  }

  // What two statements cannot prove each by itself they may prove together.
  static void prove(CheckedStatement& prev, CheckedStatement& next, Money reached, Carry& carry) {
    if (!next.opening && next.faults.empty()) derive_ends(next, reached, carry);
    if (carry.holds != true) return;
    prev.needs_after = false;
    next.needs_before = false;
    settle(prev);
    settle(next);
  }

  // A statement without an opening balance begins where the one before it ended.
  static void derive_ends(CheckedStatement& next, Money reached, Carry& carry) {
    Money due = reached;
    for (const CheckedEntry& entry : next.entries) {
      const auto sum = due.plus(entry.amount);
      if (!sum) return;
      due = sum.value();
    }
    if (!next.closing) {
      next.opening = reached;
      next.closing = due;
      next.needs_before = false;
      return;
    }
    const auto difference = next.closing->minus(due);
    if (!difference) return;
    if (difference.value().is_zero()) {
      next.opening = reached;
      carry.holds = true;
    } else {
      carry = {false, difference.value()};
    }
  }

  const NumberHole* number_hole(const CheckedStatement& prev, const CheckedStatement& next,
                                const Carry& carry) {
    const auto before = statement_sequence(prev.number);
    const auto number = statement_sequence(next.number);
    if (!numbers_run_by_one_ || !before || !number || *number <= *before + 1) return nullptr;
    account_.number_holes.push_back(
        {*before + 1, *number - 1, carry.holds == true, prev.pages.back(), next.pages.front()});
    return &account_.number_holes.back();
  }

  static std::string hole_text(const NumberHole& hole) {
    const std::string until = hole.until == hole.from ? "" : " to " + std::to_string(hole.until);
    return "by their numbers, statement " + std::to_string(hole.from) + until + " is missing";
  }

  static std::string carry_text(const CheckedStatement& prev, const CheckedStatement& next,
                                const Carry& carry) {
    if (!carry.holds) return "the balances do not say what they held";
    if (*carry.holds) return "the balance carries on, so that what is missing adds up to nothing";
    return "the balance goes from " + prev.closing->text() + " to " +
           (next.opening ? next.opening->text() : next.closing->text() + " at the end of it") +
           ": " + carry.difference->text() + " is missing";
  }

  void add_hole(const CheckedStatement& prev, const CheckedStatement& next, const Carry& carry,
                const NumberHole* hole) {
    GridPeriod row{prev.until + one_day,
                   next.from - one_day,
                   PeriodVerdict::missing,
                   true,
                   carry.difference,
                   {prev.pages.back(), next.pages.front()},
                   {}};
    const auto days = next.from - prev.until - one_day;
    const bool both_state = prev.states_period && next.states_period;
    if (carry.holds == true && (!both_state || days <= bridged_days_max)) {
      row.verdict = PeriodVerdict::verified;
      row.why.emplace_back("no entries: the balance carries on from one statement to the next");
    } else if (!carry.holds && !both_state && days <= silent_days_max) {
      row.verdict = PeriodVerdict::not_verifiable;
      row.why.emplace_back("no statement says that it shows these days");
    } else {
      row.why.emplace_back("no statement shows these days; " + carry_text(prev, next, carry));
    }
    if (hole != nullptr) row.why.push_back(hole_text(*hole));
    account_.periods.push_back(std::move(row));
  }

  void add_break(const CheckedStatement& prev, const CheckedStatement& next, const Carry& carry,
                 const NumberHole* hole) {
    GridPeriod row{std::min(prev.until, next.from),
                   std::max(prev.until, next.from),
                   PeriodVerdict::does_not_add_up,
                   true,
                   carry.difference,
                   {prev.pages.back(), next.pages.front()},
                   {"between two statements " + carry_text(prev, next, carry)}};
    if (hole != nullptr) row.why.push_back(hole_text(*hole));
    account_.periods.push_back(std::move(row));
  }

  static std::string fault_text(const StatementFault& fault) {
    std::string words =
        fault.place.line == 0 ? "" : "line " + std::to_string(fault.place.line) + ": ";
    words += "found " + fault.found + "; expected " + fault.expected;
    if (fault.difference) words += " (a difference of " + fault.difference->plain() + ")";
    return words;
  }

  void add_own_row(const CheckedStatement& statement) {
    GridPeriod row{statement.from, statement.until, PeriodVerdict::verified, true, {}, {}, {}};
    row.places = statement.pages;
    for (const StatementFault& fault : statement.faults) {
      row.verdict = PeriodVerdict::does_not_add_up;
      if (!row.difference) row.difference = fault.difference;
      row.places.push_back(fault.place);
      row.why.push_back(fault_text(fault));
    }
    if (statement.holds() && !statement.is_proven()) {
      row.verdict = PeriodVerdict::not_verifiable;
      row.why.push_back(statement.why_unproven);
    } else if (statement.is_proven()) {
      row.why.emplace_back(text(statement.basis));
    }
    row.why.insert(row.why.end(), statement.notes.begin(), statement.notes.end());
    account_.periods.push_back(std::move(row));
  }

  AccountCompleteness& account_;
  std::vector<Relation> relations_;
  std::vector<std::size_t> recent_;            // Earlier statements that later ones may overlap,
  std::map<std::size_t, StatementDays> days_;  // and those of them that some do.
  std::size_t reach_ = 0;
  bool numbers_run_by_one_ = false;
};

}  // namespace

void chain_statements(AccountCompleteness& account) { Chain(account).run(); }

}  // namespace recoup
