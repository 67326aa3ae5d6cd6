// methods_report.hpp: schedules of financial methods, and indicators, as JSON and as text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/ledger/ledger.hpp"
#include "recoup/methods/methods.hpp"
#include "recoup/typologies/typologies.hpp"

namespace recoup {

/// Documents by digest, as they were called when they were handed in.
using DocumentNames = std::map<Digest, std::string>;

/// What `recoup methods` answers.
struct MethodsReport {
  std::string case_id;
  std::string subject;
  std::string period;  ///< "2023-04-06 to 2024-04-05", or empty.
  std::vector<MethodSchedule> schedules;
  DocumentNames documents;
};

[[nodiscard]] std::string methods_json(const MethodsReport& report);
[[nodiscard]] std::string methods_text(const MethodsReport& report);

/// What `recoup typologies` answers. The ledger must outlive it.
struct TypologiesReport {
  std::string case_id;  ///< Empty: every account held.
  std::string as_at;    ///< The day by whose limits was searched.
  const Ledger* ledger = nullptr;
  Indicators indicators;
  DocumentNames documents;
};

[[nodiscard]] std::string typologies_json(const TypologiesReport& report);
[[nodiscard]] std::string typologies_text(const TypologiesReport& report);

}  // namespace recoup
