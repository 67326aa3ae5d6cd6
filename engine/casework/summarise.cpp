#include "recoup/casework/summarise.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

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

Result<void> add_seizure(const Seizure& seizure, OperationSummary& summary) {
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

void add_events(const CaseFacts& facts, Date as_at, OperationSummary& summary) {
  for (const HeldFact* entry : facts.entries("events")) {
    const std::string& key = entry->fact.key;
    const auto date = parse_date(facts.text_or_empty("events", key, "date"));
    if (!date || date.value() > as_at) {
      summary.left_out.push_back("event " + key +
                                 (date ? " lies behind " + iso_text(as_at) : " has no date"));
      continue;
    }
    summary.events[facts.text_or_empty("events", key, "kind")] += count_of(facts, key);
  }
}

Result<void> add_case(const Session& session, const std::string& id, Date as_at,
                      OperationSummary& summary) {
  RECOUP_TRY(loaded, load_case(session, id));
  for (const Source& source : loaded.sources) {
    if (auto added = add(summary.under_investigation, source.amount,
                         "source " + source.id + " of " + id, summary);
        !added) {
      return added;
    }
  }
  for (const Unresolved& unresolved : loaded.unresolved) {
    summary.left_out.push_back(id + ", " + unresolved.what + ": " + unresolved.why);
  }
  for (UnverifiedPeriod& period : unverified_of_sources(loaded)) {
    const bool is_new = std::find(summary.unverified.begin(), summary.unverified.end(), period) ==
                        summary.unverified.end();
    if (is_new) summary.unverified.push_back(std::move(period));
  }
  add_events(loaded.facts, as_at, summary);
  return {};
}

std::string grams(Int128 milligrams) {
  std::string digits = text(milligrams);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits.insert(digits.size() - 3, ".");
}

struct NamedSum {
  const char* json_name;
  const char* words;
  Money OperationSummary::*sum;
};

constexpr NamedSum sums[] = {
    {"drugs_value", "Drugs, value", &OperationSummary::drugs_value},
    {"cash_seized", "Suspected illegal cash seized", &OperationSummary::cash_seized},
    {"under_investigation", "Under investigation", &OperationSummary::under_investigation},
    {"frozen", "Frozen in accounts", &OperationSummary::frozen},
    {"listed_assets", "Listed assets seized", &OperationSummary::listed_assets},
    {"cryptoassets", "Cryptoassets seized", &OperationSummary::cryptoassets}};

struct NamedCount {
  const char* kind;
  const char* json_name;
  const char* words;
};

constexpr NamedCount counts[] = {
    {"warrant", "warrants", "Warrants executed"},
    {"arrest", "arrests", "Arrests"},
    {"charge", "charges", "People charged"},
    {"safeguarded", "people_safeguarded", "People safeguarded"},
    {"level-two-operation", "level_two_operations", "Level-two operations"}};

std::int64_t count_named(const OperationSummary& summary, const char* kind) {
  const auto at = summary.events.find(kind);
  return at == summary.events.end() ? 0 : at->second;
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
  for (const NamedSum& each : sums) json.member(each.json_name, (summary.*each.sum).plain());
  for (const NamedCount& each : counts)
    json.name(each.json_name).integer(count_named(summary, each.kind));
  json.name("left_out").begin_array();
  for (const std::string& each : summary.left_out) json.text(each);
  json.end_array();
  write_unverified(json, summary.unverified);
  json.end_object();
  return json.take();
}

std::string summary_text(const OperationSummary& summary) {
  TextTable drugs({"drug", "kilograms", "value, GBP"}, {Align::left, Align::right, Align::right});
  for (const auto& [drug, total] : summary.drugs) {
    // Milligrams as kilograms: six decimals, exact.
    std::string digits = text(total.weight_milligrams);
    if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
    drugs.row({drug, digits.insert(digits.size() - 6, "."), total.value.grouped()});
  }
  TextTable table({"figure", "GBP"}, {Align::left, Align::right});
  for (const NamedSum& each : sums) table.row({each.words, (summary.*each.sum).grouped()});
  TextTable events({"figure", "number"}, {Align::left, Align::right});
  for (const NamedCount& each : counts) {
    events.row({each.words, std::to_string(count_named(summary, each.kind))});
  }
  std::string out = "Operation " + printable(summary.operation) + " as at " + summary.as_at + ", " +
                    std::to_string(summary.cases.size()) + " cases\n\n" + table.text() + "\n" +
                    drugs.text() + "\n" + events.text();
  for (const std::string& each : summary.left_out) out += "not counted: " + printable(each) + "\n";
  for (const UnverifiedPeriod& period : summary.unverified) {
    out += "rests on what is not verified: " + printable(unverified_words(period)) + "\n";
  }
  return out;
}

}  // namespace

Result<OperationSummary> summarise(const Session& session, const std::string& operation,
                                   const std::string& as_at) {
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(cases, cases_of(session, operation));
  OperationSummary summary;
  summary.operation = operation;
  summary.as_at = as_at;
  summary.cases = std::move(cases);
  RECOUP_TRY(seizures, session.store.seizures());
  for (const HeldSeizure& held : seizures) {
    if (held.seizure.operation != operation) continue;
    if (held.seizure.seized_at.order_key() > time) {
      summary.left_out.push_back("seizure " + held.seizure.id + " lies behind " + as_at);
      continue;
    }
    if (auto added = add_seizure(held.seizure, summary); !added) return std::move(added).error();
  }
  for (const std::string& id : summary.cases) {
    if (auto added = add_case(session, id, time.date(), summary); !added) {
      return std::move(added).error();
    }
  }
  return summary;
}

Result<Reply> answer_summary(const Session& session, const std::string& operation,
                             const std::string& as_at, Form form) {
  RECOUP_TRY(summary, summarise(session, operation, as_at));
  return Reply{form == Form::json ? summary_json(summary) : summary_text(summary),
               !summary.left_out.empty()};
}

}  // namespace recoup
