// typologies.hpp: patterns in movements that are worth a question. Leads, never evidence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/ledger/ledger.hpp"
#include "recoup/matching/links.hpp"
#include "recoup/methods/credits.hpp"
#include "recoup/typologies/limits.hpp"

namespace recoup {

enum class Typology : std::uint8_t {
  structuring,
  round_sums,
  just_under,
  pass_through,
  money_mule,
  cash_intensive,
  loan_back,
  dormant_then_active,
  fan_in,
  fan_out,
  cycle,
  crypto_off_ramp,
  income_mismatch,
};

/// "structuring", "pass-through" and so on.
[[nodiscard]] std::string_view text(Typology typology);
/// What else the pattern may be. At least two.
[[nodiscard]] std::vector<std::string_view> innocent_explanations(Typology typology);

/// A figure of an indicator, by its name.
struct IndicatorFigure {
  std::string name;
  std::string value;

  friend bool operator==(const IndicatorFigure&, const IndicatorFigure&) = default;
};

/// A pattern that was found. It is a lead and proves nothing.
struct Indicator {
  Typology typology = Typology::structuring;
  AccountRow account{};  ///< Of a cycle: the one from which it sets out.
  std::string sentence;
  std::vector<IndicatorFigure> figures;
  std::vector<LegRow> movements;      ///< In the order of time.
  std::vector<Parameter> thresholds;  ///< Which it met.
};

/// A pattern that could not be looked for, and what it needs.
struct NotExamined {
  std::string pattern;
  std::string needs;
};

/// Net income that somebody declares for the holder of accounts over days, both included.
struct DeclaredIncome {
  std::string holder;
  Date from;
  Date to;
  Money net;
};

/// What the search goes by. All of it must outlive the call.
struct TypologyQuestion {
  const Ledger& ledger;
  const Links& links;
  std::vector<CreditKind> kinds;  ///< By leg; of a debit it says nothing.
  const TypologyLimits& limits;
  std::vector<std::string> holders;     ///< By account; empty where nobody says whose it is.
  std::vector<DeclaredIncome> incomes;  ///< Sums by holder and days.
};

struct Indicators {
  std::vector<Indicator> found;  ///< By typology, account and first movement.
  std::vector<NotExamined> not_examined;
  std::vector<std::string> notes;  ///< Where a search was cut short.
};

/// Looks for every pattern.
///
///   Exact   A finding meets every limit that it names, and the limits are compared exactly.
///   Same    The order of import changes nothing.
///   Cost    O(N log N); cycles also O(E) times the limit `cycle.steps_most`, and say so where they
///           reach it.
///   Errors  out_of_range: the movements of the ledger add up to more than 128 bits.
[[nodiscard]] Result<Indicators> find_indicators(const TypologyQuestion& question);

}  // namespace recoup
