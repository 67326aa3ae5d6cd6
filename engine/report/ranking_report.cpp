#include "recoup/report/ranking_report.hpp"

#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_rules(JsonWriter& json, const char* name, const std::vector<FindingRule>& rules) {
  json.name(name).begin_array();
  for (const FindingRule& rule : rules) {
    json.begin_object().member("rule", rule.rule).member("reason", rule.reason);
    json.member("points", text(rule.output));
    json.members("authority", rule.authority);
    json.members("missing", rule.missing);
    json.end_object();
  }
  json.end_array();
}

void write_case(JsonWriter& json, const RankedCase& ranked, std::size_t place,
                const CaseLinks& links) {
  json.begin_object().name("place").integer(place);
  json.member("case", ranked.case_id)
      .member("name", ranked.name)
      .member("operation", ranked.operation)
      .member("band", text(ranked.band))
      .member("points", ranked.points.text())
      .name("provisional")
      .truth(ranked.provisional);
  json.member("value_at_stake", ranked.value.plain())
      .member("currency", ranked.value.currency().code())
      .member("next_deadline", ranked.next_deadline);
  write_rules(json, "reasons", ranked.points_finding.fired);
  write_rules(json, "open", ranked.points_finding.open);
  json.members("to_obtain", ranked.points_finding.missing);
  write_case_links(json, links, ranked.case_id);
  json.member("pack", ranked.points_finding.pack_id)
      .member("pack_version", ranked.points_finding.pack_version)
      .member("pack_sha256", ranked.points_finding.pack_digest.text())
      .end_object();
}

}  // namespace

std::string ranking_json(const RankingContext& context, const std::vector<RankedCase>& ranked) {
  JsonWriter json;
  json.begin_object().member("operation", context.operation).member("as_at", context.as_at);
  json.member("under_investigation", context.under_investigation.plain())
      .member("currency", context.under_investigation.currency().code());
  json.name("cases").begin_array();
  for (std::size_t i = 0; i < ranked.size(); ++i) write_case(json, ranked[i], i + 1, context.links);
  json.end_array().name("not_ranked").begin_array();
  for (const UnrankedCase& each : context.unranked) {
    json.begin_object().member("case", each.case_id).member("why", each.why).end_object();
  }
  json.end_array().name("rests_on").begin_array();
  for (const auto& [case_id, periods] : context.unverified) {
    json.begin_object().member("case", case_id);
    write_unverified(json, periods);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string ranking_text(const RankingContext& context, const std::vector<RankedCase>& ranked) {
  TextTable table({"", "case", "deadline", "points", "at stake, GBP", "next deadline", "name"},
                  {Align::right, Align::left, Align::left, Align::right, Align::right, Align::left,
                   Align::left});
  bool provisional = false;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const RankedCase& each = ranked[i];
    provisional = provisional || each.provisional;
    table.row({std::to_string(i + 1), each.case_id, std::string(text(each.band)),
               each.points.text() + (each.provisional ? "*" : ""), each.value.grouped(),
               each.next_deadline.empty() ? "no clock runs" : each.next_deadline, each.name});
  }
  std::string out =
      context.operation.empty() ? "Every case" : "Operation " + printable(context.operation);
  out += ", ranked as at " + context.as_at + "\n\n" + table.text() +
         "\nUnder investigation (sources declared in these cases): " +
         context.under_investigation.grouped() + " GBP\n";
  for (const UnrankedCase& each : context.unranked) {
    out += "not ranked: case " + printable(each.case_id) + ": " + each.why + "\n";
  }
  for (const auto& [case_id, periods] : context.unverified) {
    out += "not verified: case " + printable(case_id) + " rests on " +
           std::to_string(periods.size()) + (periods.size() == 1 ? " period" : " periods") +
           " that nothing proves; verify --case lists them\n";
  }
  for (const RankedCase& each : ranked) {
    const std::string links = links_words(context.links, each.case_id);
    if (links.empty()) continue;
    out += "linked: case " + printable(each.case_id) + " with " + printable(links) + "\n";
  }
  if (provisional) {
    out +=
        "* a fact is missing that could change the points; --explain CASE lists what to obtain\n";
  }
  return out;
}

std::string explanation_text(const RankingContext& context, const std::vector<RankedCase>& ranked,
                             std::size_t row) {
  const RankedCase& each = ranked[row];
  std::string out = "Case " + printable(each.case_id) + " (" + printable(each.name) +
                    ") is number " + std::to_string(row + 1) + " of " +
                    std::to_string(ranked.size()) + " as at " + context.as_at +
                    "\n\nDeadline band: " + std::string(text(each.band)) + "\n";
  if (!each.next_deadline.empty()) out += "  " + printable(each.next_deadline) + "\n";
  for (const FindingRule& rule : each.band_finding.fired) {
    if (!rule.reason.empty()) out += "  " + printable(rule.reason) + "\n";
  }
  out += "\nPoints: " + each.points.text() + (each.provisional ? " (provisional)" : "") + "\n";
  for (const FindingRule& rule : each.points_finding.fired) {
    out += "  " + printable(rule.reason) + "\n";
  }
  out += "\nMeasured\n";
  for (const Fact& fact : each.points_finding.facts) {
    out += "  " + printable(fact.name) + ": " + printable(shown(fact.value, fact.unit));
    if (!fact.origin.derivation.empty()) out += " (" + printable(fact.origin.derivation) + ")";
    out += "\n";
  }
  if (!each.points_finding.missing.empty()) {
    out += "\nTo be obtained\n";
    for (const std::string& missing : each.points_finding.missing) {
      out += "  " + printable(missing) + "\n";
    }
  }
  if (const auto at = context.unverified.find(each.case_id); at != context.unverified.end()) {
    out += "\nRests on what is not verified\n";
    for (const UnverifiedPeriod& period : at->second) {
      out += "  " + printable(unverified_words(period)) + "\n";
    }
  }
  out += links_paragraph(context.links, each.case_id);
  out += "\nPack " + each.points_finding.pack_id + " " + each.points_finding.pack_version + ", " +
         each.points_finding.pack_digest.text() + "\n";
  return out;
}

}  // namespace recoup
