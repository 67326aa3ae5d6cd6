// typology_world.hpp: ledgers in which patterns are planted, and the program's own limits.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/typologies/typologies.hpp"

namespace recoup {

inline std::string typology_file(const std::string& name) {
  std::ifstream file(
      std::string(RECOUP_SOURCE_DIR) + "/rules/packs/recoup-typologies/params/" + name,
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline TypologyLimits shipped_limits() {
  return TypologyLimits::parse(typology_file("limits.csv"), "limits.csv",
                               make_date(2025, 6, 1).value())
      .value();
}

/// The kind that a reference begins with: "cash 7" is cash; another credit is a third party's.
inline CreditKind kind_of_reference(const std::string& reference) {
  for (std::size_t kind = 0; kind < credit_kind_count; ++kind) {
    if (reference.starts_with(text(static_cast<CreditKind>(kind)))) {
      return static_cast<CreditKind>(kind);
    }
  }
  return CreditKind::third_party;
}

/// What is found among these statements. All accounts belong to R. Amble.
struct TypologyWorld {
  Ledger ledger;
  Links links;
  Indicators indicators;

  explicit TypologyWorld(std::vector<StatementPart> parts, std::vector<DeclaredIncome> incomes = {})
      : ledger(build_ledger(std::move(parts), {}).value().ledger), links(match(ledger)) {
    const TypologyLimits limits = shipped_limits();
    TypologyQuestion question{ledger, links, {}, limits, {}, std::move(incomes)};
    question.holders.assign(ledger.accounts.size(), "R. Amble");
    for (std::size_t leg = 0; leg < ledger.leg_count(); ++leg) {
      question.kinds.push_back(kind_of_reference(std::string(ledger.text[leg].reference)));
    }
    indicators = find_indicators(question).value();
  }

  [[nodiscard]] std::vector<Indicator> of(Typology typology) const {
    std::vector<Indicator> found;
    for (const Indicator& one : indicators.found) {
      if (one.typology == typology) found.push_back(one);
    }
    return found;
  }
  /// The references of an indicator's movements, each with a blank behind it.
  [[nodiscard]] std::string references(const Indicator& indicator) const {
    std::string all;
    for (const LegRow leg : indicator.movements)
      all += std::string(ledger.text[index(leg)].reference) + " ";
    return all;
  }
};

/// "2025-01-01" and so many days on.
inline std::string day_after(int days) {
  return iso_text(make_date(2025, 1, 1).value() + std::chrono::days(days));
}

}  // namespace recoup
