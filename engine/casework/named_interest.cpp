#include <algorithm>
#include <map>

#include "asserted_entry.hpp"
#include "asserted_records.hpp"

namespace recoup {
namespace {

/// Why the entry is no interest on its account; empty where it may be.
std::string why_no_interest(const LoadedCase& loaded, LegRow leg) {
  if (loaded.build.ledger.amount_minor[index(leg)] <= 0) return "it is no credit";
  for (const Movement& movement : loaded.movements.first.in_order) {
    if (movement.credit != leg) continue;
    if (movement.debit) return "it comes from a traced account";
    if (movement.reverses) return "it gives a debit back";
  }
  return "";
}

}  // namespace

Result<void> name_interest(LoadedCase& loaded) {
  std::map<LegRow, NamedInterest> named;
  for (const LegRow leg : loaded.build.marked_interest) {
    if (!why_no_interest(loaded, leg).empty()) continue;
    named[leg] = {{leg, std::nullopt}, "the bank codes it as interest"};
  }
  for (const HeldFact* held : loaded.facts.entries("interest")) {
    const AssertedEntry entry(loaded, "interest", *held);
    RECOUP_TRY(found, entry.leg(""));
    std::string why_not = !found.leg                   ? found.why_not
                          : entry.field("why").empty() ? "no reason is given (\"why\")"
                                                       : why_no_interest(loaded, *found.leg);
    std::optional<Date> from;
    if (why_not.empty() && !entry.field("from").empty()) {
      RECOUP_TRY(day, parse_date(entry.field("from")));
      from = day;
      if (day > loaded.build.ledger.booked_at[index(*found.leg)].date()) {
        why_not = "it was paid before the first day for which it is said to be";
      }
    }
    if (!why_not.empty()) {
      loaded.unresolved.push_back({entry.what(), std::move(why_not)});
      continue;
    }
    named[*found.leg] = {{*found.leg, from}, entry.said()};
  }
  for (auto& [leg, interest] : named) loaded.interest.push_back(std::move(interest));
  return {};
}

}  // namespace recoup
