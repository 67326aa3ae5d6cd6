// rank_what_if.hpp: other facts for the ranking, kept apart from what is on record.
#pragma once

#include <string>
#include <vector>

#include "kept_measures.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/rules/fact_dictionary.hpp"

namespace recoup {

/// One thing that is supposed of one case.
struct MeasureSupposition {
  enum class Kind : std::uint8_t { fact, order, statement };

  Kind kind = Kind::fact;
  std::string case_id;
  std::string fact;     ///< Of a fact: its name.
  Value value;          ///< Of a fact.
  std::string unit;     ///< Of a fact.
  std::string seizure;  ///< Of an order: what it is about.
  SeizureOrder order = {};
  std::string account;  ///< Of a statement: the account that it would prove.
  std::string words;    ///< As the person put it.
};

/// Reads "CASE:FACT=VALUE" with a fact of the dictionary; "CASE:order=SEIZURE,KIND,DAY", an order
/// about a seizure that is made on the day of the question and runs until DAY; and
/// "CASE:statement=ACCOUNT", a statement that proves every day of the account.
///
/// Errors: usage, not_found (no such fact).
[[nodiscard]] Result<MeasureSupposition> read_supposition(const std::string& text,
                                                          const FactDictionary& dictionary,
                                                          CivilTime as_at);

/// Puts what is supposed before records and measures are made into facts.
///
/// Errors: not_found (no such seizure or account of the case).
Result<void> suppose_records(const std::vector<MeasureSupposition>& suppositions,
                             LoadedCase& records, LedgerMeasures& sums);
/// Puts what is supposed of facts into what was measured.
void suppose_facts(const std::vector<MeasureSupposition>& suppositions, MeasuredCase& measured);

}  // namespace recoup
