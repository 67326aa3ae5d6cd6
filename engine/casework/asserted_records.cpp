#include "asserted_records.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "asserted_entry.hpp"

namespace recoup {
namespace {

/// Why an asserted reversal is not applied; empty where it is.
std::string why_no_reversal(const AssertedEntry& entry, const FoundLeg& credit,
                            const FoundLeg& debit, const std::set<LegRow>& asserted) {
  if (!credit.leg) return credit.why_not;
  if (!debit.leg) return debit.why_not;
  if (entry.field("why").empty()) return "no reason is given (\"why\")";
  if (asserted.contains(*credit.leg)) return "another reversal names the same credit";
  return "";
}

Result<void> tie_asserted_reversals(LoadedCase& loaded) {
  std::set<LegRow> asserted;
  for (const HeldFact* held : loaded.facts.entries("reversals")) {
    const AssertedEntry entry(loaded, "reversals", *held);
    RECOUP_TRY(credit, entry.leg(""));
    RECOUP_TRY(debit, entry.leg("of_"));
    std::string why_not = why_no_reversal(entry, credit, debit, asserted);
    if (!why_not.empty()) {
      loaded.unresolved.push_back({entry.what(), std::move(why_not)});
      continue;
    }
    asserted.insert(*credit.leg);
    // What a person says of a credit stands in the place of what the bank's mark leads to.
    std::erase_if(loaded.links.reversals,
                  [&](const ReversalLink& link) { return link.credit == *credit.leg; });
    std::erase_if(loaded.build.marked_reversals, [&](const MarkedReversal& marked) {
      return marked.credit == *credit.leg && !marked.debit;
    });
    loaded.links.reversals.push_back({*debit.leg, *credit.leg, entry.said()});
  }
  return {};
}

/// Coordination is asserted by somebody, on a day, with a reason and the evidence for it, or not at
/// all.
std::string what_is_missing(const AssertedEntry& entry) {
  for (const std::string_view field : {"why", "evidence", "by", "on"}) {
    if (entry.field(field).empty()) return "it does not say \"" + std::string(field) + "\"";
  }
  return "";
}

Result<void> tie_asserted_coordinations(LoadedCase& loaded) {
  for (const HeldFact* held : loaded.facts.entries("coordinations")) {
    const AssertedEntry entry(loaded, "coordinations", *held);
    RECOUP_TRY(credit, entry.leg(""));
    RECOUP_TRY(debit, entry.leg("of_"));
    std::string why_not = !credit.leg  ? credit.why_not
                          : !debit.leg ? debit.why_not
                                       : what_is_missing(entry);
    if (why_not.empty()) {
      loaded.links.coordinations.push_back(
          {*debit.leg, *credit.leg, entry.said() + "; evidence: " + entry.field("evidence")});
    } else {
      loaded.unresolved.push_back({entry.what(), std::move(why_not)});
    }
  }
  return {};
}

void tie_marked_reversals(LoadedCase& loaded) {
  for (const MarkedReversal& marked : loaded.build.marked_reversals) {
    if (marked.debit) loaded.links.reversals.push_back({*marked.debit, marked.credit, marked.why});
  }
}

Result<void> accept_gaps(LoadedCase& loaded) {
  std::vector<Gap>& gaps = loaded.build.ledger.gaps;
  for (const HeldFact* held : loaded.facts.entries("accepted_gaps")) {
    const AssertedEntry entry(loaded, "accepted_gaps", *held);
    RECOUP_TRY(found, entry.leg(""));
    const auto gap = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& each) {
      return found.leg && each.before == *found.leg;
    });
    if (!found.leg || gap == gaps.end() || entry.field("why").empty()) {
      loaded.unresolved.push_back({entry.what(), !found.leg          ? found.why_not
                                                 : gap == gaps.end() ? "there is no gap before it"
                                                                     : "no reason is given "
                                                                       "(\"why\")"});
      continue;
    }
    gap->is_accepted = true;
    loaded.accepted_gaps.push_back({*found.leg, entry.said()});
  }
  return {};
}

std::string leg_name(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return ledger.accounts[index(ledger.account[index(leg)])] + " " + place.document.short_text() +
         ":" + std::to_string(place.line);
}

}  // namespace

Result<void> apply_assertions(LoadedCase& loaded) {
  tie_marked_reversals(loaded);
  if (auto tied = tie_asserted_reversals(loaded); !tied) return tied;
  std::sort(loaded.links.reversals.begin(), loaded.links.reversals.end(),
            [](const ReversalLink& a, const ReversalLink& b) { return a.credit < b.credit; });
  if (auto tied = tie_asserted_coordinations(loaded); !tied) return tied;
  return accept_gaps(loaded);
}

void list_unused_assertions(LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  const auto list = [&](LegRow credit, const std::string& why) {
    loaded.unresolved.push_back(
        {"reversal " + leg_name(ledger, credit), why + "; it is followed as an ordinary credit"});
  };
  for (const MarkedReversal& marked : loaded.build.marked_reversals) {
    if (!marked.debit) list(marked.credit, marked.why);
  }
  for (const OrdinaryReversal& each : loaded.movements.first.ordinary_reversals) {
    list(each.credit, each.why);
  }
  for (const UnusedCoordination& each : loaded.movements.first.unused_coordinations) {
    loaded.unresolved.push_back({"coordination of " + leg_name(ledger, each.debit) + " and " +
                                     leg_name(ledger, each.credit),
                                 each.why + "; it is not followed"});
  }
}

std::vector<std::string> assertions(const LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  std::vector<std::string> sentences;
  for (const ReversalLink& link : loaded.links.reversals) {
    const auto& ordinary = loaded.movements.first.ordinary_reversals;
    const bool is_ordinary =
        std::any_of(ordinary.begin(), ordinary.end(),
                    [&](const OrdinaryReversal& each) { return each.credit == link.credit; });
    if (is_ordinary) continue;
    sentences.push_back("the reversal " + leg_name(ledger, link.credit) + " gives back " +
                        leg_name(ledger, link.debit) + "; " + link.why);
  }
  for (const CoordinationLink& link : loaded.links.coordinations) {
    const auto& unused = loaded.movements.first.unused_coordinations;
    const bool is_unused =
        std::any_of(unused.begin(), unused.end(), [&](const UnusedCoordination& each) {
          return each.debit == link.debit && each.credit == link.credit;
        });
    if (is_unused) continue;
    sentences.push_back("the debit " + leg_name(ledger, link.debit) +
                        " was financed by the later credit " + leg_name(ledger, link.credit) +
                        "; " + link.why);
  }
  for (const AcceptedGap& gap : loaded.accepted_gaps) {
    sentences.push_back("the gap before " + leg_name(ledger, gap.before) + " is accepted; " +
                        gap.why);
  }
  return sentences;
}

}  // namespace recoup
