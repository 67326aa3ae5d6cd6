// kept_measures.hpp: measures that need not be made anew, because nothing they rest on changed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "flat_json.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {

/// What was measured of a case, and from which records.
struct KeptMeasures {
  std::string fingerprint;  ///< Of every record that the measures rest on.
  Date measured_on;
  LedgerMeasures sums;
};

/// Measures by case. It saves work and decides nothing: without it all is measured anew.
using MeasuresByCase = std::map<std::string, KeptMeasures>;

/// What every case is looked up in, read once for a question about many cases.
class StoreIndex {
 public:
  static Result<StoreIndex> of(const Session& session);

  [[nodiscard]] const CaseIndex& cases() const noexcept { return cases_; }

  /// A digest over every record that the statements and traces of the case rest on, and over the
  /// program. Facts that only an assessment reads are not in it.
  [[nodiscard]] Result<std::string> fingerprint(const Session& session,
                                                const LoadedCase& records) const;

 private:
  /// Every spelling under which a statement may show one of the accounts.
  [[nodiscard]] Result<std::vector<std::string>> spellings(const Session& session,
                                                           const LoadedCase& records) const;

  CaseIndex cases_;
  AccountNames names_;
  std::map<std::string, std::vector<std::string>> spelled_;  // by the name an account goes under
  std::string rates_;                                        // digest of the exchange rates
};

/// The measures of a case, and the case itself where they had to be made.
struct CaseMeasures {
  LedgerMeasures sums;
  std::optional<LoadedCase> loaded;
};

/// Those that are kept, where the records are the same and the day allows it; else new ones, which
/// are kept from then on.
///
/// Same: as measure_ledger of the whole case. Errors: those of load_case and of the store.
[[nodiscard]] Result<CaseMeasures> measures_of(const Session& session, const StoreIndex& index,
                                               const LoadedCase& records, CivilTime as_at,
                                               MeasuresByCase& kept);

/// A member "measures" of the object that is open.
void write_measures(JsonWriter& json, const MeasuresByCase& measures);
/// What is not as this program writes it is left out, and so measured anew.
[[nodiscard]] MeasuresByCase read_measures(const FlatJson& flat);

}  // namespace recoup
