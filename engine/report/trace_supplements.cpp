#include "trace_supplements.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

/// In which unit interest is weighed, in words.
constexpr std::string_view interest_unit =
    "minor units held at the end of a day, times days; the first day counts and the last does not";

/// The figures in both orders of the entries whose order nothing proves; nothing where all is
/// proved.
void write_unknown_order(JsonWriter& json, const TraceContext& context, const TracedBoth& traced) {
  if (!traced.other) return;
  json.name("unknown_order").begin_object().member("leads", text(traced.leads.day_order));
  json.name("accounts").begin_array();
  for (const UnknownDays& unknown : unknown_days(*context.ledger)) {
    std::vector<std::string> days;
    for (const Date day : unknown.days) days.push_back(iso_text(day));
    json.begin_object().member("account", unknown.account).members("days", days).end_object();
  }
  json.end_array().name("figures").begin_array();
  for (const DayOrderRow& row : day_order_range(traced)) {
    json.begin_object()
        .member("source", (*context.sources)[row.source].id)
        .member("kind", text(row.kind))
        .member("node", row.node)
        .member("currency", currency_code(row.credits_first.currency()))
        .member("credits_first", row.credits_first.plain())
        .member("debits_first", row.debits_first.plain())
        .end_object();
  }
  json.end_array().end_object();
}

const std::string& why_interest(const TraceContext& context, LegRow credit) {
  static const std::string unknown;
  for (const InterestSaid& each : *context.interest) {
    if (each.credit == credit) return each.why;
  }
  return unknown;
}

void write_interest(JsonWriter& json, const TraceContext& context, const Trace& trace) {
  if (!context.interest) return;
  const Ledger& ledger = *context.ledger;
  json.name("interest").begin_object().member("unit", interest_unit).name("credits").begin_array();
  for (const AccruedInterest& accrued : trace.interest) {
    const Movement& movement = context.movements->of(trace).in_order[accrued.movement];
    const std::size_t leg = index(*movement.credit);
    const Money amount(ledger.amount_minor[leg], ledger.currency[leg]);
    json.begin_object()
        .member("movement", movement_id(ledger, movement))
        .member("account", ledger.accounts[index(ledger.account[leg])])
        .member("booked_at", ledger.booked_at[leg].text())
        .member("from", iso_text(accrued.from))
        .member("until", iso_text(accrued.until))
        .member("currency", currency_code(amount.currency()))
        .member("amount", amount.plain())
        .member("why", why_interest(context, *movement.credit));
    json.name("traced").begin_array();
    for (const Lot& lot : accrued.shares) {
      json.begin_object()
          .member("source", (*context.sources)[lot.tag].id)
          .member("amount", Money(lot.amount, amount.currency()).plain())
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_coordination(JsonWriter& json, const TraceContext& context, const Trace& trace) {
  const Ledger& ledger = *context.ledger;
  const Movements& movements = context.movements->of(trace);
  if (movements.coordinations.empty()) return;
  json.name("coordination").begin_array();
  for (const Attributed& each : trace.attributed) {
    const Movement& debit = movements.in_order[each.coordination.debit];
    const std::size_t leg = index(*debit.debit);
    json.begin_object()
        .member("debit", movement_id(ledger, debit))
        .member("credit", movement_id(ledger, movements.in_order[each.coordination.credit]))
        .member("source", (*context.sources)[each.source].id)
        .member("node", end_point_name(ledger.text[leg]))
        .member("currency", currency_code(ledger.currency[leg]))
        .member("amount", Money(each.amount, ledger.currency[leg]).plain())
        .end_object();
  }
  json.end_array();
}

/// Both figures wherever the two orders of a day give two.
std::string unknown_order(const TraceContext& context, const TracedBoth& traced) {
  if (!traced.other) return "";
  std::string out = "\n";
  for (const UnknownDays& days : unknown_days(*context.ledger)) {
    out += printable(unknown_order_words(days)) + "\n";
  }
  out += "the figures above are those with " + std::string(text(traced.leads.day_order)) +
         ", which leave the lower total on accounts\n";
  TextTable table({"source", "kind", "node", "currency", "credits first", "debits first"},
                  {Align::left, Align::left, Align::left, Align::left, Align::right, Align::right});
  bool differs = false;
  for (const DayOrderRow& row : day_order_range(traced)) {
    if (row.credits_first == row.debits_first) continue;
    differs = true;
    table.row({(*context.sources)[row.source].id, std::string(text(row.kind)), row.node,
               std::string(row.credits_first.currency().code()), row.credits_first.grouped(),
               row.debits_first.grouped()});
  }
  return out + (differs ? "\n" + table.text() : "every figure is the same in both orders\n");
}

std::string interest_text(const TraceContext& context, const Trace& trace) {
  if (!context.interest) return "";
  const Ledger& ledger = *context.ledger;
  std::string out = "\nInterest is split by " + std::string(interest_unit) + "\n";
  if (trace.interest.empty()) return out + "no credit is marked or recorded as interest\n";
  TextTable table(
      {"interest on", "from", "until", "source", "currency", "amount", "why"},
      {Align::left, Align::left, Align::left, Align::left, Align::left, Align::right, Align::left});
  for (const AccruedInterest& accrued : trace.interest) {
    const LegRow credit = *context.movements->of(trace).in_order[accrued.movement].credit;
    const Currency currency = ledger.currency[index(credit)];
    MinorUnits clean = ledger.amount_minor[index(credit)];
    const auto row = [&](const std::string& source, MinorUnits amount) {
      table.row({ledger.accounts[index(ledger.account[index(credit)])], iso_text(accrued.from),
                 iso_text(accrued.until), source, currency_code(currency),
                 Money(amount, currency).grouped(), why_interest(context, credit)});
    };
    for (const Lot& lot : accrued.shares) {
      row((*context.sources)[lot.tag].id, lot.amount);
      clean -= lot.amount;
    }
    row("(other)", clean);
  }
  return out + "\n" + table.text();
}

std::string coordination_text(const TraceContext& context, const Trace& trace) {
  const Ledger& ledger = *context.ledger;
  const Movements& movements = context.movements->of(trace);
  std::string out;
  for (const Attributed& each : trace.attributed) {
    const Movement& debit = movements.in_order[each.coordination.debit];
    const std::size_t leg = index(*debit.debit);
    out += Money(each.amount, ledger.currency[leg]).grouped() + " " +
           currency_code(ledger.currency[leg]) + " of source " +
           printable((*context.sources)[each.source].id) + " at " +
           printable(end_point_name(ledger.text[leg])) + " rests on an assertion: the credit " +
           movement_id(ledger, movements.in_order[each.coordination.credit]) +
           " financed the debit " + movement_id(ledger, debit) + "\n";
  }
  return out.empty() ? out : "\n" + out;
}

}  // namespace

std::vector<UnknownDays> unknown_days(const Ledger& ledger) {
  std::vector<UnknownDays> unknown;
  for (const UnorderedLegs& legs : ledger.unordered) {
    if (!is_mixed(ledger, legs)) continue;
    const std::string& account = ledger.accounts[index(ledger.account[index(legs.first)])];
    if (unknown.empty() || unknown.back().account != account) unknown.push_back({account, {}});
    const Date day = ledger.booked_at[index(legs.first)].date();
    std::vector<Date>& days = unknown.back().days;
    if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
  }
  for (UnknownDays& each : unknown) std::sort(each.days.begin(), each.days.end());
  return unknown;
}

std::string unknown_order_words(const UnknownDays& days) {
  const std::size_t more = days.days.size() - 1;
  std::string words = "On " + iso_text(days.days.front());
  if (more == 1) words += " and 1 more day";
  if (more > 1) words += " and " + std::to_string(more) + " more days";
  return words + " nothing proves the order of the entries of account " + days.account +
         ": each figure is computed with credits first and with debits first";
}

/// What a person must know beside the figures: sources not yet found, statements that contradict.
void write_caveats(JsonWriter& json, const TraceContext& context) {
  json.name("unresolved").begin_array();
  for (const Unresolved& unresolved : context.unresolved) {
    json.begin_object().member("what", unresolved.what).member("why", unresolved.why).end_object();
  }
  json.end_array();
  json.name("contradictions").begin_array();
  for (const std::size_t row : context.movements->first.contradictions) {
    json.text(movement_id(*context.ledger, context.movements->first.in_order[row]));
  }
  json.end_array();
  json.members("rests_on", context.rests_on);
  write_unverified(json, context.unverified);
}

std::string caveats(const TraceContext& context) {
  std::string out;
  for (const Unresolved& unresolved : context.unresolved) {
    out += "not yet found: " + printable(unresolved.what) + ": " + printable(unresolved.why) + "\n";
  }
  for (const std::size_t row : context.movements->first.contradictions) {
    out += "the statements contradict each other at movement " +
           movement_id(*context.ledger, context.movements->first.in_order[row]) +
           "; it was placed first by booking time, account and line\n";
  }
  for (const std::string& each : context.rests_on) out += "rests on: " + printable(each) + "\n";
  for (const UnverifiedPeriod& period : context.unverified) {
    out += "rests on what is not verified: " + printable(unverified_words(period)) + "\n";
  }
  return out.empty() ? out : "\n" + out;
}

void write_supplements(JsonWriter& json, const TraceContext& context, const TracedBoth& traced) {
  write_unknown_order(json, context, traced);
  write_interest(json, context, traced.leads);
  write_coordination(json, context, traced.leads);
}

std::string supplements(const TraceContext& context, const TracedBoth& traced) {
  return unknown_order(context, traced) + interest_text(context, traced.leads) +
         coordination_text(context, traced.leads);
}

}  // namespace recoup
