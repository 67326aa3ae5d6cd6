#include "recoup/methods/credits.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, credit_kind_count> kind_names = {
    "wages", "benefits", "own-transfer", "refund", "loan", "gift", "cash", "third-party", "unknown",
};

/// Classifies leg by leg, with what is known of the links at hand.
class CreditClassifier {
 public:
  explicit CreditClassifier(const CreditQuestion& question) : question_(question) {
    RECOUP_CHECK(question.holders.size() == question.ledger.accounts.size());
    for (const Link& link : question.links.matched) debit_of_.emplace(link.credit, link.debit);
    for (const StatedCreditLeg& stated : question.stated) stated_.emplace(stated.leg, &stated);
    reversals_.insert(question.reversals.begin(), question.reversals.end());
  }

  Credits classify() {
    find_own_accounts();
    const Ledger& ledger = question_.ledger;
    for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
      if (!credits_.is_own[index(ledger.account[i])] || ledger.amount_minor[i] <= 0) continue;
      credits_.rows.push_back(row_of(static_cast<LegRow>(i)));
    }
    return std::move(credits_);
  }

 private:
  void find_own_accounts() {
    const Ledger& ledger = question_.ledger;
    const bool is_named = !trimmed(question_.subject).empty();
    if (!is_named) {
      credits_.missing.emplace_back(
          "whose figures these are: financial_period.subject, or the defendant's name");
    }
    for (std::size_t i = 0; i < ledger.accounts.size(); ++i) {
      const std::string& holder = question_.holders[i];
      credits_.is_own.push_back(is_named && is_same_holder(holder, question_.subject));
      if (is_named && trimmed(holder).empty()) {
        credits_.missing.push_back("the holder of account " + ledger.accounts[i]);
      }
    }
  }

  [[nodiscard]] bool is_same_person(AccountRow payer, LegRow credit) const {
    const AccountRow payee = question_.ledger.account[index(credit)];
    return is_same_holder(question_.holders[index(payer)], question_.holders[index(payee)]);
  }

 public:
  [[nodiscard]] ClassifiedCredit row_of(LegRow leg) const {
    if (const auto at = stated_.find(leg); at != stated_.end()) {
      return {leg, at->second->kind, CreditBasis::person, at->second->why};
    }
    if (const auto at = debit_of_.find(leg); at != debit_of_.end()) {
      const AccountRow payer = question_.ledger.account[index(at->second)];
      const std::string& name = question_.ledger.accounts[index(payer)];
      return {leg, is_same_person(payer, leg) ? CreditKind::own_transfer : CreditKind::third_party,
              CreditBasis::match, "its debit stands on the statement of " + name};
    }
    if (reversals_.contains(leg)) {
      return {leg, CreditKind::refund, CreditBasis::statement, "the bank calls it a reversal"};
    }
    return by_narrative(leg);
  }

 private:
  [[nodiscard]] ClassifiedCredit by_narrative(LegRow leg) const {
    const LegText text = question_.ledger.text[index(leg)];
    if (!text.counterparty_account.empty()) {
      const auto payer = question_.ledger.find_account(text.counterparty_account);
      if (payer && is_same_person(*payer, leg)) {
        return {leg, CreditKind::own_transfer, CreditBasis::statement,
                "it names the own account " + question_.ledger.accounts[index(*payer)] +
                    ", on which no one debit was found"};
      }
    }
    for (const CreditWord& word : question_.words) {
      if (!has_words(text.description, word.word) && !has_words(text.counterparty_name, word.word))
        continue;
      return {leg, word.kind, CreditBasis::words, "the words " + quoted(word.word) + " alone"};
    }
    if (!text.counterparty_name.empty() || !text.counterparty_account.empty()) {
      return {leg, CreditKind::third_party, CreditBasis::statement, "another party is named"};
    }
    return {leg, CreditKind::unknown, CreditBasis::none, "nothing says where it is from"};
  }

  const CreditQuestion& question_;
  std::map<LegRow, LegRow> debit_of_;
  std::map<LegRow, const StatedCreditLeg*> stated_;
  std::set<LegRow> reversals_;
  Credits credits_;
};

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80U;
}

}  // namespace

std::string_view text(CreditKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

bool is_unexplained(CreditKind kind) {
  return kind == CreditKind::cash || kind == CreditKind::third_party || kind == CreditKind::unknown;
}

bool is_same_holder(std::string_view one, std::string_view other) {
  return !trimmed(one).empty() && ascii_lower(trimmed(one)) == ascii_lower(trimmed(other));
}

bool has_words(std::string_view narrative, std::string_view word) {
  if (word.empty()) return false;
  const auto is_like = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  };
  for (auto from = narrative.begin();;) {
    const auto at = std::search(from, narrative.end(), word.begin(), word.end(), is_like);
    if (at == narrative.end()) return false;
    const auto behind = at + static_cast<std::ptrdiff_t>(word.size());
    const bool begins = at == narrative.begin() || !is_letter_or_digit(*(at - 1));
    const bool ends = behind == narrative.end() || !is_letter_or_digit(*behind);
    if (begins && ends) return true;
    from = at + 1;
  }
}

Credits classify_credits(const CreditQuestion& question) {
  return CreditClassifier(question).classify();
}

std::vector<CreditKind> kinds_of_credits(const CreditQuestion& question) {
  const CreditClassifier classifier(question);
  std::vector<CreditKind> kinds;
  for (std::size_t i = 0; i < question.ledger.leg_count(); ++i) {
    kinds.push_back(question.ledger.amount_minor[i] > 0
                        ? classifier.row_of(static_cast<LegRow>(i)).kind
                        : CreditKind::unknown);
  }
  return kinds;
}

}  // namespace recoup
