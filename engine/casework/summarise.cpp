#include "recoup/casework/summarise.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"
#include "summary_figures.hpp"

namespace recoup {
namespace {

/// Adds an amount in GBP; one in another currency is left out and said so.
Result<void> add(Money& sum, const std::optional<Money>& amount, const std::string& what,
                 OperationSummary& summary) {
  if (!amount || amount->currency() != gbp) {
    summary.left_out.push_back(
        what + (amount ? ": " + amount->text() + " is not in GBP" : ": no amount is stated"));
    return {};
  }
  RECOUP_TRY(next, sum.plus(*amount));
  sum = next;
  return {};
}

Result<void> add_drugs(const Seizure& seizure, OperationSummary& summary) {
  DrugTotal& total = summary.drugs[seizure.drugs ? seizure.drugs->drug : "not stated"];
  if (seizure.drugs) total.weight_milligrams += seizure.drugs->weight_milligrams;
  if (auto added = add(total.value, seizure.amount, "seizure " + seizure.id, summary); !added) {
    return added;
  }
  if (!seizure.amount || seizure.amount->currency() != gbp) return {};
  return add(summary.drugs_value, seizure.amount, "", summary);
}

Result<void> add_kind(const Seizure& seizure, OperationSummary& summary) {
  const std::string what = "seizure " + seizure.id;
  switch (seizure.kind) {
    case SeizureKind::cash: return add(summary.cash_seized, seizure.amount, what, summary);
    case SeizureKind::account: return add(summary.frozen, seizure.amount, what, summary);
    case SeizureKind::listed_asset:
      return add(summary.listed_assets, seizure.amount, what, summary);
    case SeizureKind::cryptoasset: return add(summary.cryptoassets, seizure.amount, what, summary);
    case SeizureKind::drugs: return add_drugs(seizure, summary);
    case SeizureKind::other:
      summary.left_out.push_back(what + ": property of another kind has no figure of its own" +
                                 (seizure.amount ? ", " + seizure.amount->text() : ""));
      return {};
  }
  return {};
}

/// An event counts once where no count is stated.
std::int64_t count_of(const CaseFacts& facts, const std::string& key) {
  const auto text = facts.text("events", key, "count");
  if (!text) return 1;
  std::int64_t count = 0;
  const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), count);
  return failure == std::errc() && end == text->data() + text->size() ? count : 0;
}

void add_events(const CaseFacts& facts, const SummaryDays& days, OperationSummary& summary) {
  const Date as_at = days.until.date();
  for (const HeldFact* entry : facts.entries("events")) {
    const std::string& key = entry->fact.key;
    const auto date = parse_date(facts.text_or_empty("events", key, "date"));
    if (!date || date.value() > as_at) {
      summary.left_out.push_back("event " + key +
                                 (date ? " lies behind " + iso_text(as_at) : " has no date"));
      continue;
    }
    if (days.from && date.value() < *days.from) continue;
    summary.events[facts.text_or_empty("events", key, "kind")] += count_of(facts, key);
  }
}

/// Adds a source; where days are counted, by the day of its credit.
Result<void> add_source(const LoadedCase& loaded, const Source& source, const SummaryDays& days,
                        OperationSummary& summary) {
  const std::string what = "source " + source.id + " of " + loaded.id;
  if (days.from && !source.credit) {
    summary.left_out.push_back(what + ": an opening balance has no day");
    return {};
  }
  if (days.from) {
    const BookingTime& booked = loaded.build.ledger.booked_at[index(*source.credit)];
    if (booked.date() < *days.from || booked.order_key() > days.until) return {};
  }
  return add(summary.under_investigation, source.amount, what, summary);
}

std::string grams(Int128 milligrams) {
  std::string digits = text(milligrams);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits.insert(digits.size() - 3, ".");
}

std::string summary_json(const OperationSummary& summary) {
  JsonWriter json;
  json.begin_object().member("operation", summary.operation).member("as_at", summary.as_at);
  json.member("currency", "GBP").name("cases").begin_array();
  for (const std::string& id : summary.cases) json.text(id);
  json.end_array().name("drugs").begin_array();
  for (const auto& [drug, total] : summary.drugs) {
    json.begin_object()
        .member("drug", drug)
        .member("weight_g", grams(total.weight_milligrams))
        .member("value", total.value.plain())
        .end_object();
  }
  json.end_array();
  for (const NamedSum& each : summary_sums)
    json.member(each.json_name, (summary.*each.sum).plain());
  for (const NamedCount& each : summary_counts)
    json.name(each.json_name).integer(count_named(summary, each.kind));
  json.name("left_out").begin_array();
  for (const std::string& each : summary.left_out) json.text(each);
  json.end_array().members("remarks", summary.remarks);
  write_unverified(json, summary.unverified);
  json.end_object();
  return json.take();
}

std::string summary_text(const OperationSummary& summary) {
  TextTable drugs({"drug", "kilograms", "value, GBP"}, {Align::left, Align::right, Align::right});
  for (const auto& [drug, total] : summary.drugs) {
    drugs.row({drug, kilograms(total.weight_milligrams), total.value.grouped()});
  }
  TextTable table({"figure", "GBP"}, {Align::left, Align::right});
  for (const NamedSum& each : summary_sums) table.row({each.words, (summary.*each.sum).grouped()});
  TextTable events({"figure", "number"}, {Align::left, Align::right});
  for (const NamedCount& each : summary_counts) {
    events.row({each.words, std::to_string(count_named(summary, each.kind))});
  }
  std::string out = "Operation " + printable(summary.operation) + " as at " + summary.as_at + ", " +
                    std::to_string(summary.cases.size()) + " cases\n\n" + table.text() + "\n" +
                    drugs.text() + "\n" + events.text();
  for (const std::string& each : summary.left_out) out += "not counted: " + printable(each) + "\n";
  for (const std::string& each : summary.remarks) out += "to settle: " + printable(each) + "\n";
  for (const UnverifiedPeriod& period : summary.unverified) {
    out += "rests on what is not verified: " + printable(unverified_words(period)) + "\n";
  }
  return out;
}

}  // namespace

std::int64_t count_named(const OperationSummary& summary, const char* kind) {
  const auto at = summary.events.find(kind);
  return at == summary.events.end() ? 0 : at->second;
}

std::string kilograms(Int128 milligrams) {
  std::string digits = text(milligrams);
  if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
  return digits.insert(digits.size() - 6, ".");
}

Result<void> add_seizure(const Seizure& seizure, const SummaryDays& days,
                         OperationSummary& summary) {
  if (seizure.seized_at.order_key() > days.until) {
    summary.left_out.push_back("seizure " + seizure.id + " lies behind " + summary.as_at);
    return {};
  }
  if (days.from && seizure.seized_at.date() < *days.from) return {};
  return add_kind(seizure, summary);
}

Result<void> add_case(const LoadedCase& loaded, const SummaryDays& days,
                      OperationSummary& summary) {
  for (const Source& source : loaded.sources) {
    if (auto added = add_source(loaded, source, days, summary); !added) return added;
  }
  for (const Unresolved& unresolved : loaded.unresolved) {
    summary.left_out.push_back(loaded.id + ", " + unresolved.what + ": " + unresolved.why);
  }
  for (UnverifiedPeriod& period : unverified_of_sources(loaded)) {
    const bool is_new = std::find(summary.unverified.begin(), summary.unverified.end(), period) ==
                        summary.unverified.end();
    if (is_new) summary.unverified.push_back(std::move(period));
  }
  for (const HeldSeizure& held : loaded.seizures) {
    const std::string& other = held.seizure.operation;
    if (loaded.operation.empty() || other.empty() || other == loaded.operation) continue;
    summary.remarks.push_back("case " + loaded.id + " is of operation " + loaded.operation +
                              " by its file, where its sources count, and seizure " +
                              held.seizure.id + " names operation " + other + ", where it counts");
  }
  add_events(loaded.facts, days, summary);
  return {};
}

Result<OperationSummary> summarise(const Session& session, const std::string& operation,
                                   const std::string& as_at) {
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(cases, cases_of(session, operation));
  OperationSummary summary;
  summary.operation = operation;
  summary.as_at = as_at;
  summary.cases = std::move(cases);
  RECOUP_TRY(seizures, session.store.seizures());
  const SummaryDays days{std::nullopt, time};
  for (const HeldSeizure& held : seizures) {
    if (held.seizure.operation != operation) continue;
    if (auto added = add_seizure(held.seizure, days, summary); !added)
      return std::move(added).error();
  }
  for (const std::string& id : summary.cases) {
    RECOUP_TRY(loaded, load_case(session, id));
    if (auto added = add_case(loaded, days, summary); !added) return std::move(added).error();
  }
  return summary;
}

Result<Reply> answer_summary(const Session& session, const std::string& operation,
                             const std::string& as_at, Form form) {
  RECOUP_TRY(summary, summarise(session, operation, as_at));
  return Reply{form == Form::json ? summary_json(summary) : summary_text(summary),
               !summary.left_out.empty() || !summary.remarks.empty()};
}

}  // namespace recoup
