// import.hpp: what an importer makes of a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recoup/base/error.hpp"
#include "recoup/records/case_fact.hpp"
#include "recoup/records/seizure.hpp"
#include "recoup/records/series.hpp"
#include "recoup/records/statement.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// A record that was refused: the fault, and the record as it stands in the document.
struct Rejection {
  Error error;
  std::string record;

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// A record that was understood and is no booked entry: a pending payment, a row that only states a
/// balance. It is listed and counts nowhere.
struct HeldBack {
  std::string why;  ///< "pending", "an opening balance and no entry".
  std::uint64_t line = 0;
  std::string record;

  friend bool operator==(const HeldBack&, const HeldBack&) = default;
};

/// Everything a document says.
///
///   Promise  Every record of the document is in exactly one of the lists.
struct Import {
  std::string format;   ///< "canonical", "ofx", "mt940" …; importers/README.md names them all.
  std::string version;  ///< Version of the importer, which every report prints.
  std::string profile;  ///< Name and version of the layout by which it was read, or empty.
  std::vector<Transaction> transactions;  ///< Per account in statement order.
  std::vector<StatementBalance> balances;
  std::vector<Statement> statements;  ///< In the order of the document.
  std::vector<ControlTotal> totals;   ///< Of the whole document: file and group totals.
  std::vector<CaseFact> facts;
  std::vector<Seizure> seizures;
  std::vector<SeriesPoint> series;
  std::vector<Rejection> rejections;
  std::vector<HeldBack> held_back;
  std::vector<std::string> notes;  ///< What a reader should know: encoding, order turned round …

  friend bool operator==(const Import&, const Import&) = default;
};

}  // namespace recoup
