#include "counted_elsewhere.hpp"

#include <algorithm>
#include <utility>

#include "declared_legs.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr const char* one_person = "POCA 2002 s.84(2)(c)";
constexpr const char* counted_once = "POCA 2002 s.80(3)";

/// A benefit item with the entry that it cites.
struct CitedItem {
  const BenefitItem* item = nullptr;
  std::optional<LegRow> leg;
};

/// Looks at the entries of one case.
class CountedReading {
 public:
  CountedReading(const LoadedCase& loaded, std::vector<CitedItem> items)
      : loaded_(loaded), ledger_(loaded.build.ledger), items_(std::move(items)) {}

  [[nodiscard]] std::vector<CountedElsewhere> read() const {
    std::vector<CountedElsewhere> all;
    for (const CitedItem& cited : items_) {
      if (!cited.leg || !cited.item->removed_because.empty()) continue;
      auto found = is_credit(*cited.leg) ? of_credit(*cited.leg) : of_debit(cited);
      if (!found) continue;
      found->item = cited.item->id;
      all.push_back(std::move(*found));
    }
    return all;
  }

 private:
  [[nodiscard]] bool is_credit(LegRow leg) const { return ledger_.amount_minor[index(leg)] > 0; }
  [[nodiscard]] const std::string& account_of(LegRow leg) const {
    return ledger_.accounts[index(ledger_.account[index(leg)])];
  }

  [[nodiscard]] std::string holder_of(LegRow leg) const {
    for (const CaseAccount& account : loaded_.accounts) {
      const auto row = ledger_.find_account(account.account);
      if (row && *row == ledger_.account[index(leg)]) return ascii_lower(trimmed(account.holder));
    }
    return {};
  }

  [[nodiscard]] bool is_one_holder(LegRow debit, LegRow credit) const {
    const std::string holder = holder_of(debit);
    return !holder.empty() && holder == holder_of(credit);
  }

  /// "the debit of 3 March 2025 on 20-11-22 12345678, reference R1".
  [[nodiscard]] std::string entry_text(LegRow leg) const {
    const std::size_t row = index(leg);
    const std::string reference(ledger_.text[row].reference);
    return std::string(is_credit(leg) ? "the credit of " : "the debit of ") +
           long_text(ledger_.booked_at[row].date()) + " on " + account_of(leg) +
           (reference.empty() ? "" : ", reference " + reference);
  }

  [[nodiscard]] std::optional<CountedElsewhere> of_credit(LegRow credit) const {
    for (const ReversalLink& reversal : loaded_.links.reversals) {
      if (reversal.credit != credit) continue;
      return certain("reversal: it gives back " + entry_text(reversal.debit) + "; " + reversal.why,
                     counted_once);
    }
    for (const Link& link : loaded_.links.matched) {
      if (link.credit != credit || !is_one_holder(link.debit, credit)) continue;
      const std::string what = "own transfer: " + entry_text(link.debit) + " is its other side (" +
                               std::string(text(link.confidence)) +
                               "), and both accounts have one holder";
      if (!link.part) return certain(what, one_person);
      return open(what, one_person, "how much of the credit is the transfer between own accounts");
    }
    for (const Review& review : loaded_.links.review) {
      if (std::find(review.credits.begin(), review.credits.end(), credit) == review.credits.end()) {
        continue;
      }
      const auto own = std::find_if(review.debits.begin(), review.debits.end(),
                                    [&](LegRow debit) { return is_one_holder(debit, credit); });
      if (own == review.debits.end()) continue;
      return open("it may be the other side of " + entry_text(*own), one_person,
                  "a decision on the transfer in review (recoup match review)");
    }
    for (const CashPair& cash : loaded_.links.cash) {
      if (cash.paid_in != credit) continue;
      return open("the notes may be those of " + entry_text(cash.drawn), counted_once,
                  "whether the notes paid in are those that were drawn");
    }
    return std::nullopt;
  }

  /// What was bought or spent out of an account whose credits count is, to that extent, those
  /// credits again.
  [[nodiscard]] std::optional<CountedElsewhere> of_debit(const CitedItem& cited) const {
    if (cited.item->kind == BenefitKind::transfer) return std::nullopt;
    const auto account = ledger_.account[index(*cited.leg)];
    for (const CitedItem& other : items_) {
      const bool counts = other.leg && other.item->kind != BenefitKind::held &&
                          other.item->removed_because.empty() && is_credit(*other.leg);
      if (!counts || ledger_.account[index(*other.leg)] != account) continue;
      return open("it was paid by " + entry_text(*cited.leg) + ", whose credits count, " +
                      other.item->id + " among them",
                  counted_once, "whether it was paid out of credits that are counted");
    }
    return std::nullopt;
  }

  [[nodiscard]] static CountedElsewhere certain(std::string reason, const char* authority) {
    return {"", true, std::move(reason), authority, ""};
  }
  [[nodiscard]] static CountedElsewhere open(std::string reason, const char* authority,
                                             std::string to_obtain) {
    return {"", false, std::move(reason), authority, std::move(to_obtain)};
  }

  const LoadedCase& loaded_;
  const Ledger& ledger_;
  std::vector<CitedItem> items_;
};

}  // namespace

Result<std::vector<CountedElsewhere>> counted_elsewhere(const LoadedCase& loaded,
                                                        const AssessmentFacts& facts) {
  std::vector<CitedItem> items;
  for (const BenefitItem& item : facts.benefit_items) {
    CitedItem cited{&item, std::nullopt};
    const auto account = loaded.build.ledger.find_account(item.account);
    const bool by_line = item.reference.empty() && !item.document.empty();
    if (account && (by_line || !item.reference.empty())) {
      const DeclaredLeg declared{item.account,
                                 item.reference,
                                 item.document,
                                 line_number(item.line),
                                 {item.entry.document_name, item.entry.line, item.entry.field}};
      RECOUP_TRY(found, find_leg(loaded, declared, *account));
      cited.leg = found.leg;
    }
    items.push_back(cited);
  }
  return CountedReading(loaded, std::move(items)).read();
}

}  // namespace recoup
