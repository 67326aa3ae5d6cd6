// conservation.hpp: keeps the account of every source, so that no unit of it is lost or made.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "lots.hpp"

namespace recoup {

/// How much of each source there is, and where, per currency.
///
/// `check` stops the program where a source that was touched since the last check does not add up.
class Conservation {
 public:
  explicit Conservation(std::size_t source_count) : totals_(source_count) {}

  /// Money of a source comes in, from its credit or opening balance or by a change of currency.
  void came_in(const Lots& lots, Currency currency) { add(lots, currency, &Totals::came_in, 1); }
  /// Money of a source left its currency by a change into another.
  void changed(const Lots& lots, Currency currency) { add(lots, currency, &Totals::came_in, -1); }
  void put_on_account(const Lots& lots, Currency currency) {
    add(lots, currency, &Totals::on_accounts, 1);
  }
  void taken_from_account(const Lots& lots, Currency currency) {
    add(lots, currency, &Totals::on_accounts, -1);
  }
  /// Money of a source reached an end point, repaid an overdraft or stopped at a gap.
  void ended(const Lots& lots, Currency currency) { add(lots, currency, &Totals::ended, 1); }
  /// Money of a source came back from an end point.
  void came_back(const Lots& lots, Currency currency) { add(lots, currency, &Totals::ended, -1); }

  void check() {
    if (!touched_.empty()) check_touched();
  }

 private:
  struct Totals {
    MinorUnits came_in = 0;
    MinorUnits on_accounts = 0;
    MinorUnits ended = 0;
    Currency currency = gbp;
    bool is_used = false;
    bool is_touched = false;  ///< Since the last check.
  };

  void check_touched();
  Totals& totals_of(std::uint32_t source, Currency currency);
  void add(const Lots& lots, Currency currency, MinorUnits Totals::*where, int sign) {
    if (is_tainted(lots)) add_tainted(lots, currency, where, sign);
  }
  void add_tainted(const Lots& lots, Currency currency, MinorUnits Totals::*where, int sign);

  std::vector<Totals> totals_;  // by source: in the first of its currencies
  std::map<std::pair<std::uint32_t, Currency>, Totals> in_further_currencies_;
  std::vector<Totals*> touched_;
};

}  // namespace recoup
