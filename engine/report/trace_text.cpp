#include "recoup/base/text.hpp"
#include "recoup/report/text_table.hpp"
#include "trace_supplements.hpp"
#include "what_if_section.hpp"

namespace recoup {
namespace {

std::string heading(const TraceContext& context, std::string_view method, std::string_view cited) {
  std::string out = "Case " + printable(context.case_id) + ", method " + std::string(method);
  if (!cited.empty()) out += " (" + std::string(cited) + ")";
  out += context.as_at ? ", as at " + *context.as_at : std::string();
  return out + "\n\n";
}

std::string one_method(const TraceContext& context, const TracedBoth& traced) {
  const Trace& trace = traced.leads;
  TextTable table({"source", "kind", "node", "currency", "amount"},
                  {Align::left, Align::left, Align::left, Align::left, Align::right});
  for (const Holding& holding : trace.holdings) {
    table.row({(*context.sources)[holding.source].id, std::string(text(holding.kind)), holding.node,
               std::string(holding.amount.currency().code()), holding.amount.grouped()});
  }
  return heading(context, text(trace.method), authority(trace.method)) + table.text() +
         supplements(context, traced) + caveats(context);
}

}  // namespace

std::string trace_text(const TraceContext& context, const TracedBoth& traced) {
  return one_method(context, traced) + what_if_text(context);
}

std::string all_methods_text(const TraceContext& context, const std::vector<TracedBoth>& traces,
                             const std::vector<RangeRow>& range) {
  std::string out;
  for (const TracedBoth& traced : traces) out += one_method(context, traced) + "\n";
  TextTable table({"source", "kind", "node", "currency", "least", "by", "most", "by"},
                  {Align::left, Align::left, Align::left, Align::left, Align::right, Align::left,
                   Align::right, Align::left});
  for (const RangeRow& row : range) {
    table.row({(*context.sources)[row.source].id, std::string(text(row.kind)), row.node,
               std::string(row.most.currency().code()), row.least.grouped(),
               std::string(text(row.least_method)), row.most.grouped(),
               std::string(text(row.most_method))});
  }
  return out + "Range over the methods with authority (lifo is not counted)\n\n" + table.text() +
         what_if_text(context);
}

std::string exposures_text(const TraceContext& context, const std::vector<Exposure>& exposures) {
  const Ledger& ledger = *context.ledger;
  TextTable table({"source", "kind", "node", "since", "movement"},
                  {Align::left, Align::left, Align::left, Align::left, Align::left});
  for (const Exposure& exposure : exposures) {
    std::string since = "opening balance";
    std::string id;
    if (exposure.movement) {
      const Movement& movement = context.movements->first.in_order[*exposure.movement];
      since = ledger.booked_at[index(movement.leg())].text();
      id = movement_id(ledger, movement);
    }
    table.row({(*context.sources)[exposure.source].id, std::string(text(exposure.kind)),
               exposure.node, since, id});
  }
  return heading(context, "poison", "exposure only, never evidence of value") + table.text() +
         caveats(context);
}

std::string match_text(const Ledger& ledger, const Links& links) {
  const auto name = [&](LegRow leg) {
    const std::string_view reference = ledger.text[index(leg)].reference;
    const RecordPlace& place = ledger.place[index(leg)];
    return ledger.accounts[index(ledger.account[index(leg)])] + " " +
           (reference.empty() ? place.document.short_text() + ":" + std::to_string(place.line)
                              : std::string(reference));
  };
  TextTable table({"confidence", "booked", "debit", "credit", "currency", "amount"},
                  {Align::left, Align::left, Align::left, Align::left, Align::left, Align::right});
  for (const Link& link : links.matched) {
    const std::size_t debit = index(link.debit);
    const Money amount(link.part ? links.parts[*link.part].amount : -ledger.amount_minor[debit],
                       ledger.currency[debit]);
    table.row({std::string(text(link.confidence)), ledger.booked_at[debit].text(), name(link.debit),
               name(link.credit), std::string(amount.currency().code()), amount.grouped()});
  }
  std::string out = table.text() + "\n" + std::to_string(links.matched.size()) +
                    " transfers matched, " + std::to_string(links.review.size()) +
                    " sets to review, " + std::to_string(links.unmatched.size()) +
                    " legs unmatched\n";
  for (const Review& review : links.review) {
    out += "review: " + review.why + ":";
    for (const LegRow leg : review.debits) out += " [" + printable(name(leg)) + "]";
    out += " against";
    for (const LegRow leg : review.credits) out += " [" + printable(name(leg)) + "]";
    out += "\n";
  }
  for (const Lead& lead : links.leads) {
    out += "lead: [" + printable(name(lead.leg)) + "] " + printable(lead.account) +
           (lead.account.empty() ? "" : ": ") + lead.why + "\n";
  }
  for (const CashPair& pair : links.cash) {
    out += "cash: [" + printable(name(pair.drawn)) + "] [" + printable(name(pair.paid_in)) + "] " +
           pair.why + "\n";
  }
  for (const AccountTie& tie : ledger.names.ties()) {
    out += "one account: " + printable(tie.account) + " and " + printable(tie.other) + ": " +
           printable(tie.why) + "\n";
  }
  return out;
}

}  // namespace recoup
