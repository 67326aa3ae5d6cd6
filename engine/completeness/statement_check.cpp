#include "recoup/completeness/statement_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "pages.hpp"
#include "recoup/ledger/account_key.hpp"

namespace recoup {
namespace {

using Pages = std::vector<StatementPage>;

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// First and last day that a page speaks of. A balance forward is usually dated on the day of the
/// balance before it: that day is the page's own only where something says so.
void widen_period(const StatementPage& page, std::optional<Date>& from,
                  std::optional<Date>& until) {
  const auto take = [&](Date first, Date last) {
    from = from ? std::min(*from, first) : first;
    until = until ? std::max(*until, last) : last;
  };
  const Statement& claims = page.claims;
  for (const Transaction* entry : page.entries) {
    if (claims.from && claims.until) break;
    take(entry->booked_at.date(), entry->booked_at.date());
  }
  if (claims.closing_date && !claims.until) take(*claims.closing_date, *claims.closing_date);
  if (claims.opening_date && !claims.from) {
    const std::optional<Date> last = claims.until ? claims.until : until;
    const bool later = last && *claims.opening_date < *last;
    const Date first = *claims.opening_date + std::chrono::days(later ? 1 : 0);
    take(first, first);
  }
  if (claims.from) take(*claims.from, *claims.from);
  if (claims.until) take(*claims.until, *claims.until);
}

/// Follows a statement from its opening to its closing balance and writes down where it breaks.
class Walk {
 public:
  explicit Walk(CheckedStatement& checked) : checked_(checked) {}

  void over(const Pages& pages) {
    for (const StatementPage& page : pages) {
      begin(page);
      for (const Transaction* entry : page.entries) step(page, *entry);
      end(page);
    }
    finish(pages);
  }

 private:
  void begin(const StatementPage& page) {
    page_opening_ = page.claims.opening ? page.claims.opening : running_;
    sum_ = Money(0, checked_.currency);
    first_break_ = std::nullopt;
    last_printed_ = 0;
    if (!page.claims.opening) return;
    if (running_ && *running_ != *page.claims.opening) {
      add(StatementFault::Kind::line_does_not_follow, page.place(),
          "opening balance " + page.claims.opening->text(), running_->text(),
          page.claims.opening->minus(*running_));
    }
    if (first_unwitnessed_ && witnesses_ == 0) unproven_ = "the first page states no balance";
    witness(*page.claims.opening);
  }

  void step(const StatementPage& page, const Transaction& entry) {
    const RecordPlace place{page.document, entry.line};
    const Date day = entry.booked_at.date();
    checked_.entries.push_back({day, entry.amount, place});
    if (witnesses_ == 0 && !entry.balance && !first_unwitnessed_) first_unwitnessed_ = day;
    ++unwitnessed_;
    sum_ = added(sum_, entry.amount, place);
    if (running_) running_ = added(running_, entry.amount, place);
    if (!entry.balance || entry.balance->currency() != checked_.currency) return;
    if (running_ && *running_ != *entry.balance) {
      const auto difference = entry.balance->minus(*running_);
      if (!first_break_) {
        first_break_ = place;
        add(StatementFault::Kind::line_does_not_follow, place, "balance " + entry.balance->text(),
            running_->text(), difference);
      } else {
        ++further_breaks_;
      }
    }
    if (witnesses_ == 0) begin_at(entry, day);
    last_printed_ = entry.line;
    witness(*entry.balance);
  }

  // The first printed balance says what there was before, where no opening balance does.
  void begin_at(const Transaction& entry, Date day) {
    if (first_unwitnessed_ && *first_unwitnessed_ != day) {
      unproven_ =
          "the entries before line " + std::to_string(entry.line) + " have no balance before them";
    }
    if (!sum_) return;
    const auto before = entry.balance->minus(*sum_);
    if (!before) return;
    page_opening_ = before.value();
    checked_.opening = before.value();
  }

  void end(const StatementPage& page) {
    const std::optional<Money>& closing = page.claims.closing;
    if (!closing) return;
    const std::optional<Money> due =
        page_opening_ && sum_ ? added(page_opening_, *sum_, page.place()) : std::optional<Money>();
    if (due && *due != *closing) {
      add(StatementFault::Kind::does_not_add_up, first_break_.value_or(page.place()),
          "closing balance " + closing->text(), expectation(page, *due), closing->minus(*due));
    } else if (running_ && *running_ != *closing && !due) {
      add(StatementFault::Kind::does_not_add_up, page.place(), "closing balance " + closing->text(),
          running_->text(), closing->minus(*running_));
    }
    witness(*closing);
  }

  [[nodiscard]] std::string expectation(const StatementPage& page, Money due) const {
    std::string words = due.text() + ", the opening balance and " +
                        counted(page.entries.size(), "entry", "entries");
    if (!first_break_ && last_printed_ != 0) {
      words += "; every balance printed up to line " + std::to_string(last_printed_) + " follows";
    }
    return words;
  }

  void finish(const Pages& pages) {
    checked_.closing_is_stated = pages.back().claims.closing.has_value();
    checked_.closing = checked_.closing_is_stated ? pages.back().claims.closing : running_;
    const bool states_both = pages.front().claims.opening.has_value() && checked_.closing_is_stated;
    if (further_breaks_ > 0) {
      checked_.notes.push_back("further balances that do not follow: " +
                               std::to_string(further_breaks_));
    }
    if (states_both) {
      checked_.basis = StatementBasis::opening_and_closing;
      return;
    }
    const bool opens = pages.front().claims.opening.has_value();
    checked_.needs_before = !opens && (witnesses_ <= 1 || !unproven_.empty());
    checked_.needs_after = unwitnessed_ > 0 || witnesses_ == 0 || (witnesses_ == 1 && opens);
    if (!checked_.needs_before && !checked_.needs_after) {
      checked_.basis = StatementBasis::running_balances;
    } else if (witnesses_ == 0) {
      checked_.why_unproven = "no balance is stated";
    } else if (witnesses_ == 1) {
      checked_.why_unproven = "only one balance is stated, and nothing to hold it against";
    } else if (checked_.needs_before) {
      checked_.why_unproven = unproven_;
    } else {
      checked_.why_unproven =
          "no balance is stated behind the last " + counted(unwitnessed_, "entry", "entries");
    }
  }

  void witness(Money balance) {
    running_ = balance;
    ++witnesses_;
    unwitnessed_ = 0;
  }

  std::optional<Money> added(const std::optional<Money>& to, Money amount, RecordPlace place) {
    if (!to) return std::nullopt;
    const auto next = to->plus(amount);
    if (next) return next.value();
    add(StatementFault::Kind::too_large, place, next.error().found, next.error().expected,
        next.error());
    return std::nullopt;
  }

  void add(StatementFault::Kind kind, RecordPlace place, std::string found, std::string expected,
           const Result<Money>& difference) {
    checked_.faults.push_back({kind, place, std::move(found), std::move(expected),
                               difference ? std::optional(difference.value()) : std::nullopt});
  }

  CheckedStatement& checked_;
  std::optional<Money> running_;       // What the balances printed so far lead to.
  std::optional<Money> page_opening_;  // Of the page at hand,
  std::optional<Money> sum_;           // and what its entries add up to.
  std::optional<RecordPlace> first_break_;
  std::optional<Date> first_unwitnessed_;
  std::uint64_t last_printed_ = 0;
  std::size_t witnesses_ = 0;    // Balances stated so far.
  std::size_t unwitnessed_ = 0;  // Entries since the last of them.
  std::size_t further_breaks_ = 0;
  std::string unproven_;
};

void check_totals(const std::vector<ControlTotal>& totals, const Digest& document,
                  StatementFault::Kind kind, CheckedStatement& checked) {
  for (const ControlTotal& total : totals) {
    if (total.holds) continue;
    checked.faults.push_back({kind,
                              {document, total.line},
                              total.what + " " + total.stated,
                              total.computed,
                              std::nullopt});
  }
}

std::string number_list(const std::set<std::uint32_t>& numbers) {
  std::string list;
  for (const std::uint32_t number : numbers) {
    list += (list.empty() ? "" : ", ") + std::to_string(number);
  }
  return list;
}

void check_page_numbers(const Pages& pages, CheckedStatement& checked) {
  std::set<std::uint32_t> held;
  std::uint32_t last = 0;
  std::uint32_t stated = 0;
  constexpr std::uint32_t pages_max = 100'000;  // A count beyond this is no count of pages.
  for (const StatementPage& page : pages) {
    const Statement& claims = page.claims;
    if (claims.pages) stated = std::max(stated, *claims.pages);
    if (!claims.first_page) continue;
    const std::uint32_t until = claims.last_page.value_or(*claims.first_page);
    for (std::uint32_t each = *claims.first_page; each <= std::min(until, pages_max); ++each) {
      held.insert(each);
    }
    last = std::max(last, until);
  }
  std::set<std::uint32_t> missing;
  if (held.empty()) return;
  for (std::uint32_t each = 1; each <= std::min(std::max(last, stated), pages_max); ++each) {
    if (!held.contains(each)) missing.insert(each);
  }
  if (missing.empty()) return;
  checked.faults.push_back({StatementFault::Kind::page_missing, pages.front().place(),
                            "no page " + number_list(missing),
                            counted(std::max(last, stated), "page", "pages"), std::nullopt});
}

void check_ends(const Pages& pages, CheckedStatement& checked) {
  if (pages.front().claims.opening_is_intermediate) {
    checked.faults.push_back({StatementFault::Kind::beginning_missing, pages.front().place(),
                              "an intermediate opening balance", "the page before it",
                              std::nullopt});
  }
  if (pages.back().claims.closing_is_intermediate) {
    checked.faults.push_back({StatementFault::Kind::end_missing, pages.back().place(),
                              "an intermediate closing balance", "the page that follows",
                              std::nullopt});
  }
}

void note_rejections(const DocumentEvidence& document, CheckedStatement& checked) {
  if (document.rejections.empty()) return;
  constexpr std::size_t shown_max = 5;
  std::string lines;
  for (std::size_t i = 0; i < std::min(document.rejections.size(), shown_max); ++i) {
    lines += (i == 0 ? "" : ", ") + std::to_string(document.rejections[i].error.place.line);
  }
  if (document.rejections.size() > shown_max) lines += " ...";
  std::string note = document.name + ": " +
                     counted(document.rejections.size(), "record was", "records were") +
                     " refused (line " + lines + ")";
  note += checked.holds() ? "" : "; what was refused may be the difference";
  checked.notes.push_back(std::move(note));
}

void note_entries_outside(const Pages& pages, CheckedStatement& checked) {
  std::size_t outside = 0;
  for (const StatementPage& page : pages) {
    if (!page.claims.from || !page.claims.until) continue;
    for (const Transaction* entry : page.entries) {
      const Date day = entry->booked_at.date();
      if (day < *page.claims.from || day > *page.claims.until) ++outside;
    }
  }
  if (outside > 0) {
    checked.notes.push_back(counted(outside, "entry is", "entries are") +
                            " dated outside of the period stated");
  }
}

std::optional<CheckedStatement> check(const Pages& pages,
                                      const std::map<Digest, const DocumentEvidence*>& evidence) {
  const StatementPage& first = pages.front();
  CheckedStatement checked;
  checked.account = first.account;
  checked.currency = first.currency;
  checked.number = first.claims.number;
  checked.opening = first.claims.opening;
  checked.states_period = true;
  std::optional<Date> from;
  std::optional<Date> until;
  std::set<Digest> documents;
  for (const StatementPage& page : pages) {
    checked.pages.push_back(page.place());
    widen_period(page, from, until);
    checked.states_period = checked.states_period && page.claims.from && page.claims.until;
    documents.insert(page.document);
  }
  if (!from || !until) return std::nullopt;
  checked.from = *from;
  checked.until = *until;
  Walk(checked).over(pages);
  check_ends(pages, checked);
  check_page_numbers(pages, checked);
  for (const StatementPage& page : pages) {
    check_totals(page.claims.totals, page.document, StatementFault::Kind::total_does_not_hold,
                 checked);
  }
  note_entries_outside(pages, checked);
  for (const Digest& document : documents) {
    const auto at = evidence.find(document);
    if (at == evidence.end()) continue;
    check_totals(at->second->totals, document, StatementFault::Kind::document_total_does_not_hold,
                 checked);
    note_rejections(*at->second, checked);
  }
  return checked;
}

}  // namespace

std::string_view text(StatementFault::Kind kind) {
  switch (kind) {
    case StatementFault::Kind::does_not_add_up: return "does-not-add-up";
    case StatementFault::Kind::line_does_not_follow: return "line-does-not-follow";
    case StatementFault::Kind::total_does_not_hold: return "total-does-not-hold";
    case StatementFault::Kind::document_total_does_not_hold: return "document-total-does-not-hold";
    case StatementFault::Kind::page_missing: return "page-missing";
    case StatementFault::Kind::beginning_missing: return "beginning-missing";
    case StatementFault::Kind::end_missing: return "end-missing";
    case StatementFault::Kind::too_large: return "too-large";
  }
  return "unknown";
}

std::string_view text(StatementBasis basis) {
  switch (basis) {
    case StatementBasis::none: return "none";
    case StatementBasis::running_balances: return "running balances";
    case StatementBasis::opening_and_closing: return "opening and closing balance";
    case StatementBasis::carried_on: return "the balance carried on and the closing balance";
  }
  return "unknown";
}

std::vector<CheckedStatement> check_statements(const std::vector<StatementPart>& parts,
                                               const std::vector<DocumentEvidence>& evidence,
                                               const std::vector<DecidedTie>& ties) {
  std::map<Digest, const DocumentEvidence*> by_document;
  for (const DocumentEvidence& each : evidence) by_document.emplace(each.document, &each);
  std::vector<std::string> spellings;
  for (const StatementPart& part : parts) spellings.push_back(part.account);
  const AccountNames names(spellings, ties);
  Pages pages;
  for (const StatementPart& part : parts) {
    const std::string& account = *names.find(part.account);
    for (StatementPage& page : pages_of(part, account)) pages.push_back(std::move(page));
  }
  std::vector<CheckedStatement> checked;
  for (const Pages& statement : joined_pages(std::move(pages))) {
    if (auto each = check(statement, by_document)) checked.push_back(std::move(*each));
  }
  std::stable_sort(checked.begin(), checked.end(),
                   [](const CheckedStatement& a, const CheckedStatement& b) {
                     return std::tie(a.account, a.currency, a.from, a.until, a.pages) <
                            std::tie(b.account, b.currency, b.from, b.until, b.pages);
                   });
  return checked;
}

}  // namespace recoup
