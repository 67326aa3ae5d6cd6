#include <algorithm>

#include "recoup/report/json_writer.hpp"
#include "trace_supplements.hpp"
#include "what_if_section.hpp"

namespace recoup {
namespace {

void write_reference(JsonWriter& json, const Ledger& ledger, const char* name, MaybeLeg leg) {
  json.name(name);
  if (leg) {
    json.text(ledger.text[index(*leg)].reference);
  } else {
    json.null();
  }
}

/// The node at one side of a movement: the account of its leg there, or the end point that the
/// other leg names.
std::string node_name(const Ledger& ledger, MaybeLeg here, MaybeLeg there) {
  if (here) return ledger.accounts[index(ledger.account[index(*here)])];
  return std::string(end_point_name(ledger.text[index(*there)]));
}

Money amount_of(const Ledger& ledger, LegRow leg) {
  const MinorUnits minor = ledger.amount_minor[index(leg)];
  return {minor < 0 ? -minor : minor, ledger.currency[index(leg)]};
}

using CarriedAt = std::vector<Carried>::const_iterator;

void write_movement(JsonWriter& json, const TraceContext& context, const Movements& movements,
                    CarriedAt from, CarriedAt to) {
  const Ledger& ledger = *context.ledger;
  const Movement& movement = movements.in_order[from->movement];
  const Money amount(debited(ledger, movement), ledger.currency[index(movement.leg())]);
  json.begin_object()
      .member("id", movement_id(ledger, movement))
      .member("booked_at", ledger.booked_at[index(movement.leg())].text())
      .member("from", node_name(ledger, movement.debit, movement.credit))
      .member("to", movement.is_charge ? end_point_of(ledger, movement)
                                       : node_name(ledger, movement.credit, movement.debit))
      .member("currency", currency_code(amount.currency()))
      .member("amount", amount.plain());
  if (movement.debit && movement.credit) {
    const Money credit = amount_of(ledger, *movement.credit);
    if (credit.currency() != amount.currency()) {
      json.member("credit_currency", currency_code(credit.currency()))
          .member("credit_amount", credit.plain());
    }
  }
  write_reference(json, ledger, "debit_reference", movement.debit);
  write_reference(json, ledger, "credit_reference", movement.credit);
  json.name("traced").begin_array();
  for (; from != to; ++from) {
    json.begin_object()
        .member("source", (*context.sources)[from->source].id)
        .member("amount", Money(from->amount, amount.currency()).plain())
        .end_object();
  }
  json.end_array().end_object();
}

void write_movements(JsonWriter& json, const TraceContext& context, const Trace& trace) {
  json.name("movements").begin_array();
  for (auto from = trace.carried.begin(); from != trace.carried.end();) {
    const auto to = std::find_if(from, trace.carried.end(),
                                 [&](const Carried& c) { return c.movement != from->movement; });
    write_movement(json, context, context.movements->of(trace), from, to);
    from = to;
  }
  json.end_array();
}

void write_sources(JsonWriter& json, const TraceContext& context, const Trace& trace) {
  json.name("sources").begin_array();
  auto holding = trace.holdings.begin();
  for (std::uint32_t row = 0; row < context.sources->size(); ++row) {
    const Source& source = (*context.sources)[row];
    json.begin_object()
        .member("id", source.id)
        .member("currency", currency_code(source.amount.currency()))
        .member("amount", source.amount.plain());
    json.name("results").begin_array();
    for (; holding != trace.holdings.end() && holding->source == row; ++holding) {
      json.begin_object()
          .member("kind", text(holding->kind))
          .member("node", holding->node)
          .member("currency", currency_code(holding->amount.currency()))
          .member("amount", holding->amount.plain())
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_as_at(JsonWriter& json, const TraceContext& context) {
  json.name("as_at");
  if (context.as_at) {
    json.text(*context.as_at);
  } else {
    json.null();
  }
}

/// Everything of one method but the end of its object.
void write_trace(JsonWriter& json, const TraceContext& context, const TracedBoth& traced) {
  const Trace& trace = traced.leads;
  json.begin_object().member("case", context.case_id).member("method", text(trace.method));
  write_as_at(json, context);
  write_sources(json, context, trace);
  write_movements(json, context, trace);
  write_supplements(json, context, traced);
  write_caveats(json, context);
}

void write_range(JsonWriter& json, const TraceContext& context,
                 const std::vector<RangeRow>& range) {
  json.name("range").begin_array();
  for (const RangeRow& row : range) {
    json.begin_object()
        .member("source", (*context.sources)[row.source].id)
        .member("kind", text(row.kind))
        .member("node", row.node)
        .member("currency", currency_code(row.most.currency()))
        .member("least", row.least.plain())
        .member("least_method", text(row.least_method))
        .member("most", row.most.plain())
        .member("most_method", text(row.most_method))
        .end_object();
  }
  json.end_array();
}

void write_leg(JsonWriter& json, const Ledger& ledger, LegRow leg) {
  json.begin_object()
      .member("account", ledger.accounts[index(ledger.account[index(leg)])])
      .member("reference", ledger.text[index(leg)].reference)
      .member("booked_at", ledger.booked_at[index(leg)].text())
      .member("currency", currency_code(ledger.currency[index(leg)]))
      .member("amount", Money(ledger.amount_minor[index(leg)], ledger.currency[index(leg)]).plain())
      .member("document", ledger.place[index(leg)].document.text());
  json.name("line").integer(ledger.place[index(leg)].line);
  json.end_object();
}

void write_legs(JsonWriter& json, const Ledger& ledger, const std::vector<LegRow>& legs) {
  json.begin_array();
  for (const LegRow leg : legs) write_leg(json, ledger, leg);
  json.end_array();
}

/// What points to accounts and cash that no statement shows, and which names are one account.
void write_leads(JsonWriter& json, const Ledger& ledger, const Links& links) {
  json.name("leads").begin_array();
  for (const Lead& lead : links.leads) {
    json.begin_object().name("leg");
    write_leg(json, ledger, lead.leg);
    json.member("account", lead.account).member("why", lead.why).end_object();
  }
  json.end_array().name("cash").begin_array();
  for (const CashPair& pair : links.cash) {
    json.begin_object().name("drawn");
    write_leg(json, ledger, pair.drawn);
    json.name("paid_in");
    write_leg(json, ledger, pair.paid_in);
    json.member("why", pair.why).end_object();
  }
  json.end_array().name("account_ties").begin_array();
  for (const AccountTie& tie : ledger.names.ties()) {
    json.begin_object()
        .member("account", tie.account)
        .member("other", tie.other)
        .member("why", tie.why)
        .end_object();
  }
  json.end_array();
}

}  // namespace

std::string trace_json(const TraceContext& context, const TracedBoth& traced) {
  JsonWriter json;
  write_trace(json, context, traced);
  write_what_if(json, context);
  json.end_object();
  return json.take();
}

std::string all_methods_json(const TraceContext& context, const std::vector<TracedBoth>& traces,
                             const std::vector<RangeRow>& range) {
  JsonWriter json;
  json.begin_object().member("case", context.case_id);
  write_as_at(json, context);
  json.name("methods").begin_object();
  for (const TracedBoth& traced : traces) {
    json.name(text(traced.leads.method));
    write_trace(json, context, traced);
    json.end_object();
  }
  json.end_object();
  write_range(json, context, range);
  write_what_if(json, context);
  json.end_object();
  return json.take();
}

std::string exposures_json(const TraceContext& context, const std::vector<Exposure>& exposures) {
  const Ledger& ledger = *context.ledger;
  JsonWriter json;
  json.begin_object().member("case", context.case_id).member("method", "poison");
  write_as_at(json, context);
  json.name("exposures").begin_array();
  for (const Exposure& exposure : exposures) {
    json.begin_object()
        .member("source", (*context.sources)[exposure.source].id)
        .member("node", exposure.node)
        .member("kind", text(exposure.kind));
    if (exposure.movement) {
      const Movement& movement = context.movements->first.in_order[*exposure.movement];
      json.member("since", ledger.booked_at[index(movement.leg())].text())
          .member("movement", movement_id(ledger, movement));
    } else {
      json.name("since").null().name("movement").null();
    }
    json.end_object();
  }
  json.end_array();
  write_caveats(json, context);
  json.end_object();
  return json.take();
}

std::string match_json(const Ledger& ledger, const Links& links) {
  JsonWriter json;
  json.begin_object().name("matched").begin_array();
  for (const Link& link : links.matched) {
    json.begin_object().name("debit");
    write_leg(json, ledger, link.debit);
    json.name("credit");
    write_leg(json, ledger, link.credit);
    const Money whole = amount_of(ledger, link.debit);
    const Money amount =
        link.part ? Money(links.parts[*link.part].amount, whole.currency()) : whole;
    json.member("amount", amount.plain()).member("currency", currency_code(amount.currency()));
    const Money credit = amount_of(ledger, link.credit);
    if (credit.currency() != amount.currency()) {
      json.member("credit_currency", currency_code(credit.currency()))
          .member("credit_amount", credit.plain());
    }
    json.member("confidence", text(link.confidence))
        .member("why", reasons(ledger, link))
        .end_object();
  }
  json.end_array().name("review").begin_array();
  for (const Review& review : links.review) {
    for (const LegRow debit : review.debits) {
      json.begin_object().name("debit");
      write_leg(json, ledger, debit);
      json.name("candidates");
      write_legs(json, ledger, review.credits);
      json.member("amount", amount_of(ledger, debit).plain())
          .member("why", review.why)
          .end_object();
    }
  }
  json.end_array().name("unmatched");
  write_legs(json, ledger, links.unmatched);
  write_leads(json, ledger, links);
  json.end_object();
  return json.take();
}

}  // namespace recoup
