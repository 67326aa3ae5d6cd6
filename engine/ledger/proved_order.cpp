#include "proved_order.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace recoup {
namespace {

/// Formats that say on which day an entry was booked, and not after which other entry of the day.
/// OFX and QIF fix no order of entries, BAI2 sorts them by kind, and a bank's own table is sorted
/// as its program sorts it.
constexpr std::array<std::string_view, 5> without_sequence = {"bai2", "csv", "ofx", "qif", "xlsx"};

bool states_sequence(const StatementPart& part) {
  const std::string_view layout = part.layout;
  const std::string_view format = layout.substr(0, layout.find(' '));
  return std::find(without_sequence.begin(), without_sequence.end(), format) ==
         without_sequence.end();
}

/// The places of entries that a document with a sequence shows.
std::set<RecordPlace> places_in_sequence(const Population& population,
                                         const std::set<Digest>& documents) {
  std::set<RecordPlace> places;
  if (documents.empty()) return places;
  for (const PlacedEntry& placed : population.entries) {
    if (documents.contains(placed.place.document)) places.insert(placed.place);
  }
  for (const MergedEntry& merged : population.merged) {
    if (documents.contains(merged.merged.document)) places.insert(merged.kept);
  }
  return places;
}

}  // namespace

std::vector<EntryRun> unordered_runs(const Population& population,
                                     const std::vector<StatementPart>& parts,
                                     const std::set<std::size_t>& behind_gaps) {
  if (std::all_of(parts.begin(), parts.end(), states_sequence)) return {};
  std::set<Digest> documents;
  for (const StatementPart& part : parts) {
    if (states_sequence(part)) documents.insert(part.document);
  }
  const std::set<RecordPlace> in_sequence = places_in_sequence(population, documents);
  const std::vector<PlacedEntry>& entries = population.entries;
  const auto holds_place = [&](std::size_t i) {
    return entries[i].entry.balance.has_value() || behind_gaps.contains(i);
  };
  std::vector<EntryRun> runs;
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t end = first + 1;
    const CivilTime moment = entries[first].entry.booked_at.order_key();
    while (!holds_place(first) && end < entries.size() && !holds_place(end) &&
           entries[end].entry.booked_at.order_key() == moment) {
      ++end;
    }
    const auto from = entries.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = entries.begin() + static_cast<std::ptrdiff_t>(end);
    const bool is_proved = std::all_of(
        from, to, [&](const PlacedEntry& placed) { return in_sequence.contains(placed.place); });
    if (end > first + 1 && !is_proved) runs.push_back({first, end});
    first = end;
  }
  return runs;
}

}  // namespace recoup
