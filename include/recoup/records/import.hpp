// import.hpp: what an importer makes of a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recoup/base/error.hpp"
#include "recoup/records/case_fact.hpp"
#include "recoup/records/seizure.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// A record that was refused: the fault, and the record as it stands in the document.
struct Rejection {
  Error error;
  std::string record;

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// Everything a document says.
///
///   Promise  Every record of the document is in exactly one of the lists.
struct Import {
  std::string format;                     ///< "canonical", "ofx", "case", "seizures".
  std::string version;                    ///< Version of the importer, which every report prints.
  std::vector<Transaction> transactions;  ///< Per account in statement order.
  std::vector<StatementBalance> balances;
  std::vector<CaseFact> facts;
  std::vector<Seizure> seizures;
  std::vector<Rejection> rejections;
  std::vector<std::string> notes;  ///< What a reader should know: encoding, order turned round …

  friend bool operator==(const Import&, const Import&) = default;
};

}  // namespace recoup
