#include "recoup/report/assessment_report.hpp"

#include "recoup/assessment/effects.hpp"
#include "recoup/base/text.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_amount(JsonWriter& json, const char* name, const std::optional<Money>& amount) {
  json.name(name);
  if (amount) {
    json.text(amount->plain());
  } else {
    json.null();
  }
}

void write_citations(JsonWriter& json, const std::vector<StatedPlace>& places) {
  json.name("citations").begin_array();
  for (const StatedPlace& place : places) {
    json.begin_object()
        .member("document", place.document_name)
        .member("sha256", place.document.text())
        .name("line")
        .integer(place.line);
    json.member("field", place.field).end_object();
  }
  json.end_array();
}

void write_figure(JsonWriter& json, const char* name, const std::optional<AssessedFigure>& figure) {
  json.name(name);
  if (!figure) {
    json.null();
    return;
  }
  json.begin_object()
      .member("amount", figure->value.plain())
      .member("least", figure->least.plain());
  write_amount(json, "most", figure->most);
  json.name("determined").truth(figure->determined());
  json.members("missing", figure->missing);
  json.end_object();
}

void write_traced(JsonWriter& json, const std::optional<TracedAmount>& traced) {
  if (!traced) return;
  json.name("traced").begin_object();
  json.member("least", traced->least.plain()).member("least_method", traced->least_method);
  json.member("most", traced->most.plain()).member("most_method", traced->most_method);
  json.end_object();
}

std::string_view direction_name(FactEffect::Direction direction) {
  switch (direction) {
    case FactEffect::Direction::could_add: return "could-add";
    case FactEffect::Direction::could_deduct: return "could-deduct";
    case FactEffect::Direction::rests_on_it: return "rests-on-it";
  }
  return "";
}

void write_effects(JsonWriter& json, const Assessment& assessment) {
  json.name("effects").begin_array();
  for (const FactEffect& effect : effects_of(assessment)) {
    json.begin_object().member("fact", effect.fact).member("figure", effect.figure);
    if (!effect.reading.empty()) json.member("reading", effect.reading);
    json.member("effect", direction_name(effect.direction)).member("item", effect.item);
    write_amount(json, "amount", effect.amount);
    json.end_object();
  }
  json.end_array();
}

/// What is to be obtained, and under each fact what hangs on it.
std::string missing_text(const Assessment& assessment) {
  if (assessment.missing.empty()) return {};
  std::string out = "\nTo be obtained:\n";
  const std::vector<FactEffect> effects = effects_of(assessment);
  for (const std::string& missing : assessment.missing) {
    out += "  - " + printable(missing) + "\n";
    for (const FactEffect& effect : effects) {
      if (effect.fact == missing) out += "      " + printable(text(effect)) + "\n";
    }
  }
  return out;
}

void write_items(JsonWriter& json, const char* name, const std::vector<AssessedItem>& items) {
  json.name(name).begin_array();
  for (const AssessedItem& item : items) {
    json.begin_object().member("id", item.id).member("description", item.description);
    json.member("outcome", text(item.outcome));
    write_amount(json, "stated", item.stated);
    write_amount(json, "value", item.value);
    json.member("reason", item.reason).member("authority", item.authority);
    json.members("missing", item.missing);
    write_traced(json, item.traced);
    write_citations(json, item.citations);
    json.end_object();
  }
  json.end_array();
}

void write_scenario(JsonWriter& json, const Scenario& scenario) {
  json.begin_object().name("criminal_lifestyle").truth(scenario.lifestyle);
  write_figure(json, "benefit", scenario.benefit);
  write_figure(json, "available", scenario.available);
  write_figure(json, "recoverable", scenario.recoverable);
  write_items(json, "benefit_items", scenario.benefit_items);
  write_items(json, "earlier_orders", scenario.earlier_orders);
  write_items(json, "assets", scenario.assets);
  write_items(json, "obligations", scenario.obligations);
  write_items(json, "gifts", scenario.gifts);
  json.end_object();
}

/// The items of one reading: what each came to, and why.
std::string items_text(const Scenario& scenario, const Assessment& assessment) {
  TextTable table({"item", "description", "stated", "outcome", "counted", "reason"},
                  {Align::left, Align::left, Align::right, Align::left, Align::right, Align::left});
  for (const auto* items : {&scenario.benefit_items, &scenario.earlier_orders, &scenario.assets,
                            &scenario.obligations, &scenario.gifts}) {
    for (const AssessedItem& item : *items) {
      const bool counted = item.outcome == ItemOutcome::counted && item.value;
      table.row({item.id, item.description, item.stated ? item.stated->grouped() : "not stated",
                 std::string(text(item.outcome)), counted ? item.value->grouped() : "",
                 item.reason});
    }
  }
  const std::string head = assessment.scenarios.size() == 1 ? "Items"
                           : scenario.lifestyle ? "Items if a criminal lifestyle is found"
                                                : "Items if no criminal lifestyle is found";
  return "\n" + head + "\n" + table.text() + "\n";
}

}  // namespace

std::string assessment_json(const Assessment& assessment) {
  JsonWriter json;
  json.begin_object()
      .member("case", assessment.case_id)
      .member("status", assessment.provisional() ? "provisional" : "determined");
  if (!assessment.refused.empty()) json.member("refused", assessment.refused);
  json.member("currency", "GBP").name("scenarios").begin_array();
  for (const Scenario& scenario : assessment.scenarios) write_scenario(json, scenario);
  json.end_array().name("steps").begin_array();
  for (const Step& step : assessment.steps) {
    json.begin_object().name("number").integer(step.number);
    json.member("sentence", step.sentence).member("authority", step.authority);
    write_amount(json, "amount", step.figure);
    write_amount(json, "amount_most", step.figure_most);
    json.name("determined").truth(step.determined);
    json.members("missing", step.missing);
    write_citations(json, step.citations);
    json.end_object();
  }
  json.end_array();
  json.members("missing", assessment.missing);
  write_effects(json, assessment);
  json.members("notes", assessment.notes);
  json.end_object();
  return json.take();
}

std::string assessment_text(const Assessment& assessment) {
  std::string out = "Case " + printable(assessment.case_id) +
                    ": what would follow if the stated facts are found\n\n";
  if (!assessment.refused.empty()) out += printable(assessment.refused) + "\n";
  for (const Step& step : assessment.steps) {
    out += std::to_string(step.number) + ". " + printable(step.sentence);
    if (!step.authority.empty()) out += " (" + step.authority + ")";
    out += step.determined ? "\n" : " PROVISIONAL\n";
  }
  for (const Scenario& scenario : assessment.scenarios) out += items_text(scenario, assessment);
  for (const std::string& note : assessment.notes) out += "note: " + printable(note) + "\n";
  out += missing_text(assessment);
  return out;
}

}  // namespace recoup
