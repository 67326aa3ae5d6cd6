// derivation_words.hpp: the phrases of which an explanation is made.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/report/derivation_report.hpp"

namespace recoup {

/// Names accounts, lots, amounts and places of one derivation.
class DerivationWords {
 public:
  DerivationWords(const DerivationContext& context, const Derivation& derivation);

  /// "1,250.05", with its currency where the steps know several.
  [[nodiscard]] std::string amount(MinorUnits minor, Currency currency) const;
  /// "333.33 of S1, then 666.68 of other money"; "nothing" for none.
  [[nodiscard]] std::string lots(const std::vector<Lot>& lots, Currency currency) const;
  [[nodiscard]] std::string account(AccountRow account) const;
  /// "S1" or "other money".
  [[nodiscard]] std::string tag(std::uint32_t tag) const;
  /// "D1 line 12, reference R3".
  [[nodiscard]] std::string place(LegRow leg) const;
  [[nodiscard]] std::string day(LegRow leg) const;
  /// The other side of a leg as its statement names it, in quotes.
  [[nodiscard]] std::string end_point(LegRow leg) const;
  /// How `amount` was divided over what was held, so that every share can be worked out again;
  /// "" where nothing had to be divided.
  [[nodiscard]] std::string division(const std::vector<Lot>& held, const std::vector<Lot>& taken,
                                     Currency currency) const;

  [[nodiscard]] const Ledger& ledger() const { return *context_.trace.ledger; }
  [[nodiscard]] const Movement& movement(std::uint32_t row) const {
    return context_.movements->in_order[row];
  }
  /// "D1", and what it stands for, in the order in which the steps cite them.
  struct CitedDocument {
    std::string mark;
    std::string name;
    Digest digest;
  };
  [[nodiscard]] const std::vector<CitedDocument>& documents() const { return documents_; }
  /// The accounts of the steps, in the order of their rows.
  [[nodiscard]] const std::set<AccountRow>& accounts() const { return accounts_; }
  /// The sources that the steps hold, as they are declared.
  [[nodiscard]] const std::set<std::uint32_t>& sources() const { return sources_; }
  [[nodiscard]] std::string_view only_currency() const { return only_currency_; }

 private:
  void mark_document(LegRow leg);

  const DerivationContext& context_;
  void see(const AccountStep& step);

  std::vector<CitedDocument> documents_;
  std::set<AccountRow> accounts_;
  std::set<std::uint32_t> sources_;
  TracingMethod method_;
  std::string only_currency_;  ///< Code of the one currency; "" where there are several.
};

/// The question, the rule and the method's limits, and the legend.
[[nodiscard]] std::string derivation_head(const DerivationContext& context,
                                          const Derivation& derivation);
/// What the sentences name: documents, accounts, sources.
[[nodiscard]] std::string derivation_legend(const DerivationContext& context,
                                            const Derivation& derivation);

}  // namespace recoup
