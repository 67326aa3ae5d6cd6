// pairing.hpp: which lines of a document are entries that earlier documents show as well.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "coverage.hpp"
#include "recoup/records/statement.hpp"

namespace recoup {

/// One document's line of an entry.
struct ShownLine {
  const Transaction* entry = nullptr;
  RecordPlace place;
  std::size_t part = 0;  ///< Place of the document's part in the list.
  bool certain = true;   ///< A reference, a balance or the whole day proves that it is the entry.
  bool is_sum = false;   ///< It is one line for several entries, of which this is the last.
};

/// An entry with every line that shows it; the first one gave it its place in the order.
struct PooledEntry {
  std::vector<ShownLine> shown;

  [[nodiscard]] const Transaction& first() const { return *shown.front().entry; }
};

/// The entry that a line is.
struct LinePartner {
  std::size_t pooled = 0;
  bool certain = true;
  bool is_sum = false;    ///< The line is the sum of entries, of which `pooled` is the last.
  bool replaces = false;  ///< The pooled line is the sum of lines, of which this is the last.
};

/// One part of an account, among all of them.
struct PartAmongParts {
  const std::vector<StatementPart>& parts;
  const std::vector<DayCoverage>& coverage;  ///< Of each part.
  const std::set<RecordPlace>& kept_apart;
  std::size_t at = 0;

  [[nodiscard]] const StatementPart& part() const { return parts[at]; }
};

/// For each entry of the part, the entry of `pool` that it is, if any. `pool` has every
/// entry of earlier parts on the days of the part.
///
///   Exact  Lines of one day with one amount and currency are paired by reference; then where they
///          agree in everything; then by the balance behind them. On days that both documents show
///          from beginning to end, so many are the same as the lesser of the two shows, those most
///          alike first; and one line may be the sum of lines that name one batch. Balances, or
///          references of one system, that contradict each other are never paired.
[[nodiscard]] std::vector<std::optional<LinePartner>> pair_lines(
    const std::vector<PooledEntry>& pool, const PartAmongParts& among);

}  // namespace recoup
