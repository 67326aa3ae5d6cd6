#include "repeated_references.hpp"

#include <algorithm>

#include "entry_rows.hpp"
#include "text_numbers.hpp"

namespace recoup {
namespace {

constexpr std::uint64_t entries_at_once = 1U << 20U;
constexpr unsigned place_bits = 20;
constexpr std::size_t accounts_at_once = std::size_t{1} << place_bits;

using Suspect = std::vector<CountedAccount>::const_iterator;

bool is_before(const CountedAccount& account, std::uint32_t number) {
  return account.number < number;
}

/// The end of a group that begins at `from`: as many accounts as may be looked at together.
Suspect group_end(Suspect from, Suspect end) {
  Suspect to = from;
  std::uint64_t entries = 0;
  while (to != end && static_cast<std::size_t>(to - from) < accounts_at_once &&
         (to == from || entries + to->entries <= entries_at_once)) {
    entries += to++->entries;
  }
  return to;
}

/// For every reference of the group the account's place in it, and as much of a hash as is left.
Result<std::vector<std::uint64_t>> marks_of(const SqliteConnection& connection,
                                            std::int64_t document_id, Suspect from, Suspect to) {
  std::vector<std::uint64_t> marks;
  const auto wants = [&](std::uint32_t first, std::uint32_t last) {
    const Suspect next = std::lower_bound(from, to, first, is_before);
    return next != to && next->number <= last;
  };
  const auto visit = [&](const ChunkEntry& entry) {
    if (entry.view.reference.empty()) return;
    const Suspect at = std::lower_bound(from, to, entry.account, is_before);
    if (at == to || at->number != entry.account) return;
    const auto place = static_cast<std::uint64_t>(at - from);
    const std::uint64_t hash = hash_of(entry.view.reference);
    marks.push_back(to - from == 1 ? hash : place << (64U - place_bits) | hash >> place_bits);
  };
  const auto visited = visit_entries(connection, document_id, wants, visit);
  if (!visited) return visited.error();
  return marks;
}

}  // namespace

Result<std::vector<std::uint32_t>> with_repeated_references(
    const SqliteConnection& connection, std::int64_t document_id,
    const std::vector<CountedAccount>& suspects) {
  std::vector<std::uint32_t> repeated;
  for (Suspect from = suspects.begin(); from != suspects.end();) {
    const Suspect to = group_end(from, suspects.end());
    RECOUP_TRY(marks, marks_of(connection, document_id, from, to));
    std::sort(marks.begin(), marks.end());
    for (auto at = std::adjacent_find(marks.begin(), marks.end()); at != marks.end();
         at = std::adjacent_find(at + 1, marks.end())) {
      const std::uint64_t place = to - from == 1 ? 0 : *at >> (64U - place_bits);
      const std::uint32_t number = (from + static_cast<std::ptrdiff_t>(place))->number;
      if (repeated.empty() || repeated.back() != number) repeated.push_back(number);
    }
    from = to;
  }
  return repeated;
}

}  // namespace recoup
