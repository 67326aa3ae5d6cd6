#include "balances.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct Opening {
  Money amount;
  RecordPlace place;
};

std::string describe(RecordPlace place) {
  return place.document.short_text() + ":" + std::to_string(place.line);
}

/// A balance that a statement states, by its place among the account's entries.
struct Anchor {
  std::size_t before = 0;  ///< The entry before which the balance stood; the count at the end.
  bool is_opening = false;
  bool is_of_first_part = false;
  Money amount;
  RecordPlace place;
};

std::uint32_t number_in_document(const StatementPart& part, std::size_t i) {
  if (i < part.statement_numbers.size()) return part.statement_numbers[i];
  return static_cast<std::uint32_t>(i + 1);
}

/// The first and the last of the entries that stand on one line.
struct EntriesOfLine {
  std::size_t first = 0;
  std::size_t last = 0;
};

using EntryIndex = std::map<RecordPlace, EntriesOfLine>;

EntryIndex index_of(const Population& population) {
  EntryIndex index;
  for (std::size_t i = 0; i < population.entries.size(); ++i) {
    index.try_emplace(population.entries[i].place, EntriesOfLine{i, i}).first->second.last = i;
  }
  for (const MergedEntry& merged : population.merged) {
    const auto kept = index.find(merged.kept);
    if (kept != index.end()) index.emplace(merged.merged, kept->second);
  }
  return index;
}

/// The first and the last place of some entries of a part.
struct EntrySpan {
  std::size_t first = 0;
  std::size_t last = 0;
  Date last_day;
};

/// The spans of a part's entries in one currency: of all of them, and by statement.
struct EntrySpans {
  std::optional<EntrySpan> all;
  std::map<std::uint32_t, EntrySpan> by_statement;
};

EntrySpans spans_of(const StatementPart& part, const EntryIndex& index, Currency currency) {
  EntrySpans spans;
  const auto widen = [](EntrySpan& span, const EntrySpan& by) {
    span = {std::min(span.first, by.first), std::max(span.last, by.last), by.last_day};
  };
  for (const Transaction& entry : part.entries) {
    if (entry.amount.currency() != currency) continue;
    const auto at = index.find({part.document, entry.line});
    if (at == index.end()) continue;
    const Date day = entry.booked_at.civil().date();
    const EntrySpan here{at->second.first, at->second.last, day};
    if (!spans.all) spans.all = here;
    widen(*spans.all, here);
    // An importer that delimits one statement need not say to which its entries belong.
    const bool is_of_only_one = part.statements.size() == 1 && entry.statement == 0;
    const std::uint32_t number = is_of_only_one ? number_in_document(part, 0) : entry.statement;
    widen(spans.by_statement.try_emplace(number, here).first->second, here);
  }
  return spans;
}

/// What the statements of a part state before and after their entries. A statement without entries
/// says nothing here that its neighbours do not say.
void add_anchors(const StatementPart& part, const EntryIndex& index, Currency currency,
                 bool is_first, std::vector<Anchor>& anchors) {
  const EntrySpans spans = spans_of(part, index, currency);
  for (std::size_t i = 0; i < part.statements.size(); ++i) {
    const Statement& statement = part.statements[i];
    const auto span = spans.by_statement.find(number_in_document(part, i));
    if (span == spans.by_statement.end()) continue;
    const RecordPlace place{part.document, statement.line};
    if (statement.opening && statement.opening->currency() == currency) {
      anchors.push_back({span->second.first, true, is_first, *statement.opening, place});
    }
    if (statement.closing && statement.closing->currency() == currency) {
      anchors.push_back({span->second.last + 1, false, is_first, *statement.closing, place});
    }
  }
  if (!part.statements.empty() || !spans.all) return;
  for (const StatementBalance& balance : part.balances) {
    if (balance.amount.currency() != currency) continue;
    const RecordPlace place{part.document, balance.line};
    if (balance.kind == StatementBalance::Kind::opening) {
      anchors.push_back({spans.all->first, true, is_first, balance.amount, place});
    } else if (balance.kind == StatementBalance::Kind::closing &&
               balance.date >= spans.all->last_day) {
      anchors.push_back({spans.all->last + 1, false, is_first, balance.amount, place});
    }
  }
}

/// By place; what ends there before what begins there.
std::vector<Anchor> anchors_of(const Population& population,
                               const std::vector<StatementPart>& parts, Currency currency) {
  std::vector<Anchor> anchors;
  const bool states_any = std::any_of(parts.begin(), parts.end(), [](const StatementPart& part) {
    return !part.statements.empty() || !part.balances.empty();
  });
  if (!states_any) return anchors;
  const EntryIndex index = index_of(population);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_anchors(parts[i], index, currency, i == 0, anchors);
  }
  std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
    return std::tie(a.before, a.is_opening) < std::tie(b.before, b.is_opening);
  });
  return anchors;
}

/// What the account held before its first entry: the first balance that an entry prints, or that
/// the first document states, less every amount before it.
Result<std::optional<Opening>> opening_from_documents(const Population& population,
                                                      const std::vector<Anchor>& anchors,
                                                      Currency currency) {
  Money sum(0, currency);
  auto anchor = anchors.begin();
  for (std::size_t i = 0; i <= population.entries.size(); ++i) {
    for (; anchor != anchors.end() && anchor->before <= i; ++anchor) {
      if (!anchor->is_of_first_part) continue;
      RECOUP_TRY(opening, anchor->amount.minus(sum));
      return std::optional(Opening{opening, anchor->place});
    }
    if (i == population.entries.size()) break;
    const PlacedEntry& placed = population.entries[i];
    if (placed.entry.amount.currency() != currency) continue;
    RECOUP_TRY(next, sum.plus(placed.entry.amount));
    sum = next;
    if (!placed.entry.balance) continue;
    RECOUP_TRY(opening, placed.entry.balance->minus(sum));
    return std::optional(Opening{opening, placed.place});
  }
  return std::optional<Opening>();
}

LedgerRemark opening_differs(const std::string& account, const DeclaredOpening& declared,
                             const Opening& stated) {
  return {LedgerRemark::Kind::opening_differs, account, declared.place,
          "opening balance " + declared.amount.text(),
          stated.amount.text() + ", which follows from " + describe(stated.place)};
}

/// Follows one account's balances from entry to entry.
class BalanceWalk {
 public:
  BalanceWalk(const std::string& account, const Population& population,
              const std::vector<Anchor>& anchors, CurrencyBalances& balances)
      : account_(account),
        population_(population),
        anchors_(anchors),
        balances_(balances),
        running_(balances.opening) {}

  Result<void> run() {
    const Currency currency = running_.currency();
    for (std::size_t i = 0; i < population_.entries.size(); ++i) {
      const PlacedEntry& placed = population_.entries[i];
      if (placed.entry.amount.currency() != currency) continue;
      if (auto met = meet_anchors(i, &placed.entry); !met) return met;
      RECOUP_TRY(expected, running_.plus(placed.entry.amount));
      if (placed.entry.balance && *placed.entry.balance != expected) {
        RECOUP_TRY(restart, placed.entry.balance->minus(placed.entry.amount));
        balances_.gaps.push_back({i, running_, restart});
        if (auto noted = note(LedgerRemark::Kind::balance_does_not_follow, placed.place, "balance ",
                              *placed.entry.balance, expected);
            !noted) {
          return noted;
        }
      }
      running_ = placed.entry.balance ? *placed.entry.balance : expected;
    }
    return meet_anchors(population_.entries.size(), nullptr);
  }

 private:
  // A statement that begins with another balance than was reached is a gap, unless the next entry
  // prints a balance: then that one decides.
  Result<void> meet_anchors(std::size_t at, const Transaction* next) {
    for (; next_ < anchors_.size() && anchors_[next_].before <= at; ++next_) {
      const Anchor& anchor = anchors_[next_];
      if (!anchor.is_opening) {
        balances_.closings.push_back({anchor.before - 1, anchor.amount, anchor.place});
      }
      if (anchor.amount == running_) continue;
      if (anchor.is_opening && next != nullptr && !next->balance) {
        balances_.gaps.push_back({at, running_, anchor.amount});
        if (auto noted = note(LedgerRemark::Kind::balance_does_not_follow, anchor.place,
                              "opening balance ", anchor.amount, running_);
            !noted) {
          return noted;
        }
        running_ = anchor.amount;
        continue;
      }
      if (anchor.is_opening && next != nullptr) {
        const auto printed = next->balance->minus(next->amount);
        if (printed && printed.value() == anchor.amount) continue;
      }
      if (auto noted = note(LedgerRemark::Kind::statement_differs, anchor.place,
                            anchor.is_opening ? "opening balance " : "closing balance ",
                            anchor.amount, running_);
          !noted) {
        return noted;
      }
    }
    return {};
  }

  Result<void> note(LedgerRemark::Kind kind, RecordPlace place, const std::string& what,
                    Money stated, Money expected) {
    RECOUP_TRY(difference, stated.minus(expected));
    balances_.remarks.push_back(
        {kind, account_, place, what + stated.text(),
         expected.text() + " (a difference of " + difference.plain() + ")"});
    return {};
  }

  const std::string& account_;
  const Population& population_;
  const std::vector<Anchor>& anchors_;
  CurrencyBalances& balances_;
  Money running_;
  std::size_t next_ = 0;
};

}  // namespace

Result<CurrencyBalances> follow_balances(const std::string& account, const Population& population,
                                         const std::vector<StatementPart>& parts, Currency currency,
                                         const DeclaredOpening* declared) {
  const std::vector<Anchor> anchors = anchors_of(population, parts, currency);
  RECOUP_TRY(stated, opening_from_documents(population, anchors, currency));
  CurrencyBalances balances{Money(0, currency), {}, {}, {}};
  if (stated) {
    balances.opening = stated->amount;
    balances.opening_place = stated->place;
    if (declared != nullptr && declared->amount != stated->amount) {
      balances.remarks.push_back(opening_differs(account, *declared, *stated));
    }
  } else if (declared != nullptr) {
    balances.opening = declared->amount;
    balances.opening_place = declared->place;
  }
  if (auto followed = BalanceWalk(account, population, anchors, balances).run(); !followed) {
    return std::move(followed).error();
  }
  return balances;
}

}  // namespace recoup
