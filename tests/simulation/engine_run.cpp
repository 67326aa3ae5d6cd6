#include "engine_run.hpp"

#include <algorithm>

#include "builders.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/tracing/day_order.hpp"
#include "recoup/tracing/exposure.hpp"
#include "recoup/tracing/range.hpp"

namespace recoup {
namespace {

/// Whether everything before `entry` is booked before everything from it on.
bool can_cut_before(const std::vector<Transaction>& entries, std::size_t entry) {
  for (std::size_t early = 0; early < entry; ++early) {
    for (std::size_t late = entry; late < entries.size(); ++late) {
      if (entries[early].booked_at.order_key() >= entries[late].booked_at.order_key()) return false;
    }
  }
  return true;
}

std::vector<DeclaredOpening> openings_of(const PennyCase& told) {
  std::vector<DeclaredOpening> openings;
  for (const PennyAccount& account : told.accounts) {
    for (const Money& amount : account.declared_openings) {
      openings.push_back({account.name, amount, {digest_numbered(0xFF), openings.size() + 1}});
    }
  }
  return openings;
}

/// Translates between rows of the engine's ledger and legs of the second opinion.
class Translator {
 public:
  Translator(const PennyCase& told, const Ledger& ledger) : told_(told), ledger_(ledger) {}

  [[nodiscard]] PennyLeg leg(LegRow row) const {
    const std::string& name = ledger_.accounts.at(index(ledger_.account.at(index(row))));
    for (std::size_t a = 0; a < told_.accounts.size(); ++a) {
      if (told_.accounts[a].name == name) return {a, ledger_.place.at(index(row)).line - 2};
    }
    return {told_.accounts.size(), 0};
  }
  [[nodiscard]] std::optional<PennyLeg> leg(MaybeLeg row) const {
    if (!row) return std::nullopt;
    return leg(*row);
  }
  [[nodiscard]] LegRow row(PennyLeg wanted) const {
    for (std::uint32_t row = 0; row < ledger_.leg_count(); ++row) {
      if (leg(LegRow{row}) == wanted) return LegRow{row};
    }
    return LegRow{static_cast<std::uint32_t>(ledger_.leg_count())};
  }

 private:
  const PennyCase& told_;
  const Ledger& ledger_;
};

std::vector<Source> sources_of(const PennyCase& told, const Ledger& ledger) {
  const Translator translate(told, ledger);
  std::vector<Source> sources;
  for (const PennySource& source : told.sources) {
    const std::string& name = told.accounts[source.account].name;
    const Money amount =
        source.amount ? *source.amount : told.at({source.account, source.entry.value()}).amount;
    Source asked{source.id, std::nullopt, ledger.find_account(name).value(), amount};
    if (source.entry) asked.credit = translate.row({source.account, *source.entry});
    sources.push_back(asked);
  }
  return sources;
}

/// Adds the pairs that a person decided to those that the engine found.
Links with_confirmed(Links links, const PennyCase& told, const Translator& translate) {
  for (const PennyPair& pair : told.confirmed) {
    const LegRow debit = translate.row(pair.debit);
    const LegRow credit = translate.row(pair.credit);
    std::erase(links.unmatched, debit);
    std::erase(links.unmatched, credit);
    links.matched.push_back({debit, credit, Confidence::confirmed, "decided"});
  }
  std::sort(links.matched.begin(), links.matched.end(),
            [](const Link& a, const Link& b) { return a.debit < b.debit; });
  return links;
}

std::vector<ReversalLink> reversals_of(const PennyCase& told, const Translator& translate) {
  std::vector<ReversalLink> reversals;
  for (const PennyPair& pair : told.reversals) {
    reversals.push_back({translate.row(pair.debit), translate.row(pair.credit), "told"});
  }
  std::stable_sort(
      reversals.begin(), reversals.end(),
      [](const ReversalLink& a, const ReversalLink& b) { return a.credit < b.credit; });
  return reversals;
}

PennyLinks translated(const Links& links, const Translator& translate) {
  PennyLinks result;
  for (const Link& link : links.matched) {
    result.matched.push_back({translate.leg(link.debit), translate.leg(link.credit)});
  }
  for (const Review& review : links.review) {
    for (const LegRow row : review.debits) result.review.push_back(translate.leg(row));
    for (const LegRow row : review.credits) result.review.push_back(translate.leg(row));
  }
  std::sort(result.matched.begin(), result.matched.end());
  std::sort(result.review.begin(), result.review.end());
  return result;
}

PennyOrder translated(const Movements& movements, const Translator& translate) {
  PennyOrder order;
  for (std::size_t row = 0; row < movements.in_order.size(); ++row) {
    const Movement& movement = movements.in_order[row];
    order.in_order.push_back({translate.leg(movement.debit), translate.leg(movement.credit)});
    if (movement.reverses) order.gives_back[row] = *movement.reverses;
  }
  for (const Coordination& pair : movements.coordinations) {
    order.finances.insert({pair.credit, pair.debit});
  }
  order.contradictions = movements.contradictions;
  return order;
}

/// The promised order of holdings, as far as the header fixes it without doubt.
bool are_in_promised_order(const std::vector<Holding>& holdings) {
  return std::is_sorted(holdings.begin(), holdings.end(), [](const Holding& a, const Holding& b) {
    if (a.source != b.source) return a.source < b.source;
    if (a.amount.minor() != b.amount.minor()) return a.amount.minor() > b.amount.minor();
    return a.node < b.node;
  });
}

PennyTrace translated(const Trace& trace, std::vector<std::string>& broken) {
  PennyTrace result;
  result.movement_count = trace.movement_count;
  for (const Holding& holding : trace.holdings) {
    result.holdings.emplace_back(holding.source, text(holding.kind), holding.node,
                                 holding.amount.currency().code(), minor_of(holding.amount));
  }
  for (const Carried& carried : trace.carried) {
    result.carried.emplace_back(carried.movement, carried.source, carried.amount);
  }
  for (const AccruedInterest& interest : trace.interest) {
    for (const Lot& lot : interest.shares) {
      result.accrued.emplace_back(interest.movement, lot.tag, lot.amount);
    }
  }
  for (const Attributed& each : trace.attributed) {
    result.attributed.emplace_back(each.coordination.credit, each.coordination.debit, each.source,
                                   each.amount);
  }
  if (!std::is_sorted(result.accrued.begin(), result.accrued.end()) ||
      !std::is_sorted(result.attributed.begin(), result.attributed.end())) {
    broken.emplace_back("order of interest or of what is attributed");
  }
  if (!are_in_promised_order(trace.holdings)) broken.emplace_back("order of holdings");
  if (!std::is_sorted(result.carried.begin(), result.carried.end())) {
    broken.emplace_back("order of what was carried");
  }
  std::sort(result.holdings.begin(), result.holdings.end());
  std::sort(result.carried.begin(), result.carried.end());
  return result;
}

std::vector<PennyExposure> translated(const std::vector<Exposure>& exposures) {
  std::vector<PennyExposure> result;
  for (const Exposure& exposure : exposures) {
    std::optional<std::size_t> movement;
    if (exposure.movement) movement = *exposure.movement;
    result.emplace_back(exposure.source, text(exposure.kind), exposure.node, movement);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<PennyRange> translated(const std::vector<RangeRow>& rows) {
  std::vector<PennyRange> result;
  for (const RangeRow& row : rows) {
    result.emplace_back(row.source, text(row.kind), row.node, row.least.currency().code(),
                        minor_of(row.least), text(row.least_method), minor_of(row.most),
                        text(row.most_method));
  }
  std::sort(result.begin(), result.end());
  return result;
}

/// Puts the questions to the tracing room.
void ask(const PennyCase& told, const Ledger& ledger, const OrderedMovements& movements,
         EngineRun& run) {
  TraceQuestion question{sources_of(told, ledger), TracingMethod::fifo, told.as_at};
  const Translator translate(told, ledger);
  for (const PennyInterest& interest : told.interest) {
    question.accrue.push_back({translate.row(interest.credit), interest.from});
  }
  std::vector<Trace> traces;
  for (std::size_t i = 0; i < penny_methods.size(); ++i) {
    question.method = dividing_methods[i];
    if (text(question.method) != penny_text(penny_methods[i])) {
      run.broken_promises.emplace_back("name of a method");
    }
    const Result<TracedBoth> traced = trace_both(ledger, movements, question);
    if (!traced) {
      run.opinion.refused = true;
      if (traced.error().code != ErrorCode::contradiction) {
        run.broken_promises.push_back("code of " + message(traced.error()));
      }
      continue;
    }
    const TracedBoth& both = traced.value();
    run.opinion.traces[penny_methods[i]] = translated(both.leads, run.broken_promises);
    if (both.other) {
      run.opinion.others[penny_methods[i]] = translated(*both.other, run.broken_promises);
    }
    if (both.leads.day_order == DayOrder::debits_first) {
      run.opinion.led_by_debits_first.insert(penny_methods[i]);
    }
    traces.push_back(both.leads);
  }
  const Result<std::vector<Exposure>> exposed = exposures(ledger, movements.first, question);
  if (exposed.has_value() == run.opinion.refused || (run.opinion.refused && !traces.empty())) {
    run.broken_promises.emplace_back("refused by some and not by all");
  }
  if (!exposed || run.opinion.refused) return;
  run.opinion.exposures = translated(exposed.value());
  run.opinion.range = translated(range_over(traces));
}

}  // namespace

std::vector<StatementPart> documents_of(const PennyCase& told, Dice& dice) {
  std::vector<StatementPart> documents;
  for (const PennyAccount& account : told.accounts) {
    const auto begin = [&] {
      const auto number = static_cast<std::uint8_t>(documents.size() + 1);
      // A digest of a file is as good as random, so its order says nothing.
      Digest digest = digest_numbered(static_cast<std::uint8_t>(dice.below(256)));
      digest.bytes[31] = number;
      documents.push_back(
          {account.name, digest, {}, {}, {}, {}, account.keeps_sequence ? "one layout" : "ofx"});
    };
    begin();
    for (std::size_t entry = 0; entry < account.entries.size(); ++entry) {
      if (entry > 0 && dice.one_in(4) && can_cut_before(account.entries, entry)) begin();
      documents.back().entries.push_back(account.entries[entry]);
    }
  }
  return documents;
}

EngineRun run_engine(const PennyCase& told, Dice& dice) {
  std::vector<StatementPart> documents = documents_of(told, dice);
  dice.shuffle(documents);
  return run_engine_on(told, std::move(documents));
}

EngineRun run_engine_on(const PennyCase& told, std::vector<StatementPart> documents,
                        const LedgerChange& change) {
  EngineRun run;
  Result<LedgerBuild> built = build_ledger(std::move(documents), openings_of(told));
  if (!built) {
    run.broken_promises.push_back("no ledger: " + message(built.error()));
    return run;
  }
  Ledger& ledger = built.value().ledger;
  const Translator translate(told, ledger);
  for (std::uint32_t row = 0; row < ledger.leg_count(); ++row) {
    run.opinion.legs.push_back(translate.leg(LegRow{row}));
  }
  for (Gap& gap : ledger.gaps) {
    const PennyLeg before = translate.leg(gap.before);
    run.opinion.gaps[before] = {minor_of(gap.held), minor_of(gap.restart)};
    gap.is_accepted = told.accepted.count(before) != 0;
  }
  Links links = with_confirmed(match(ledger), told, translate);
  links.reversals = reversals_of(told, translate);
  for (const PennyPair& pair : told.financed) {
    links.coordinations.push_back({translate.row(pair.debit), translate.row(pair.credit), "told"});
  }
  run.opinion.links = translated(links, translate);
  if (change) change(ledger, links);
  const OrderedMovements movements = order_both(ledger, links);
  run.opinion.order = translated(movements.first, translate);
  if (movements.debits_first) {
    run.opinion.debits_first = translated(*movements.debits_first, translate);
  }
  ask(told, ledger, movements, run);
  return run;
}

}  // namespace recoup
