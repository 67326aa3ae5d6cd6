#include "recoup/report/ranking_report.hpp"

#include "ranking_words.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_reasons(JsonWriter& json, const RankedCase& ranked) {
  json.name("reasons").begin_array();
  for (std::size_t i = 0; i < ranked.contributions.size(); ++i) {
    const Contribution& each = ranked.contributions[i];
    const FindingRule rule =
        i < ranked.points_finding.fired.size() ? ranked.points_finding.fired[i] : FindingRule();
    json.begin_object()
        .member("rule", each.rule)
        .member("criterion", each.criterion)
        .member("reason", each.reason)
        .member("points", each.points.text())
        .member("weight", each.weight)
        .member("action", each.action);
    json.members("authority", rule.authority);
    json.members("missing", rule.missing);
    json.end_object();
  }
  json.end_array();
}

void write_open(JsonWriter& json, const RankedCase& ranked) {
  json.name("open").begin_array();
  for (const OpenPoints& each : ranked.open) {
    json.begin_object();
    json.members("facts", each.facts);
    json.members("to_obtain", each.to_obtain);
    json.member("least", each.least.text()).member("most", each.most.text());
    json.end_object();
  }
  json.end_array();
}

void write_recovery(JsonWriter& json, const std::optional<ExpectedRecovery>& recovery) {
  json.name("expected_recovery");
  if (!recovery) {
    json.null();
    return;
  }
  json.begin_object().name("lines").begin_array();
  for (const RecoveryLine& line : recovery->lines) {
    json.begin_object()
        .member("property", line.property.id)
        .member("kind", line.property.kind)
        .member("value", line.property.value.plain())
        .member("share", line.property.share.text());
    json.name("secured").truth(line.property.is_secured);
    json.member("chance", text(line.chance.value))
        .member("chance_parameter", line.chance.name)
        .member("chance_from", iso_text(line.chance.from))
        .member("chance_note", line.chance.note)
        .member("cost", text(line.cost.value))
        .member("expected", line.expected.plain())
        .end_object();
  }
  json.end_array();
  json.member("gross", recovery->gross.plain())
      .member("costs", recovery->costs.plain())
      .member("cost_of_case", text(recovery->case_cost.value))
      .member("cap", recovery->cap ? recovery->cap->plain() : "")
      .member("cap_is", recovery->cap_words);
  json.name("capped").truth(recovery->is_capped);
  json.member("net", recovery->net_waits_for.empty() ? recovery->net.plain() : "");
  json.member("net_waits_for", recovery->net_waits_for);
  json.members("left_out", recovery->left_out);
  json.end_object();
}

void write_measured(JsonWriter& json, const RankedCase& ranked) {
  json.name("measured").begin_array();
  for (const Fact& fact : ranked.points_finding.facts) {
    json.begin_object()
        .member("fact", fact.name)
        .member("value", shown(fact.value, fact.unit))
        .member("working", fact.origin.derivation);
    if (!fact.origin.author.empty()) {
      json.member("author", fact.origin.author)
          .member("found_on", fact.origin.found_on)
          .member("reasons", fact.origin.reasons);
    }
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
      .member("points_least", ranked.least.text())
      .member("points_most", ranked.most.text())
      .name("provisional")
      .truth(ranked.provisional);
  json.member("value_at_stake", ranked.value.plain())
      .member("currency", ranked.value.currency().code())
      .member("next_deadline", ranked.next_deadline);
  write_reasons(json, ranked);
  write_open(json, ranked);
  json.members("to_obtain", ranked.points_finding.missing);
  json.members("to_do", to_do(ranked));
  write_recovery(json, ranked.recovery);
  write_case_links(json, links, ranked.case_id);
  write_measured(json, ranked);
  json.member("pack", ranked.points_finding.pack_id)
      .member("pack_version", ranked.points_finding.pack_version)
      .member("pack_sha256", ranked.points_finding.pack_digest.text())
      .end_object();
}

}  // namespace

std::string ranking_json(const RankingContext& context, const std::vector<RankedCase>& ranked,
                         std::optional<std::size_t> only) {
  JsonWriter json;
  write_ranking_head(json, context);
  json.member("under_investigation", context.under_investigation.plain())
      .member("currency", context.under_investigation.currency().code());
  json.name("cases").begin_array();
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (!only || *only == i) write_case(json, ranked[i], i + 1, context.links);
  }
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
  json.end_array().members("remarks", context.remarks).end_object();
  return json.take();
}

std::string ranking_text(const RankingContext& context, const std::vector<RankedCase>& ranked) {
  TextTable table({"", "case", "deadline", "points", "could be", "at stake, GBP", "expected, GBP",
                   "next deadline", "name"},
                  {Align::right, Align::left, Align::left, Align::right, Align::right, Align::right,
                   Align::right, Align::left, Align::left});
  bool provisional = false;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const RankedCase& each = ranked[i];
    provisional = provisional || each.provisional;
    table.row({std::to_string(i + 1), each.case_id, std::string(text(each.band)),
               points_words(each), range_words(each), each.value.grouped(), expected_words(each),
               each.next_deadline.empty() ? "no clock runs" : each.next_deadline, each.name});
  }
  std::string out = head_words(context) + ", ranked as at " + context.as_at + "\n\n" +
                    table.text() + "\nUnder investigation (sources declared in these cases): " +
                    context.under_investigation.grouped() + " GBP\n";
  for (const UnrankedCase& each : context.unranked) {
    out += "not ranked: case " + printable(each.case_id) + ": " + each.why + "\n";
  }
  for (const std::string& remark : context.remarks) out += "to settle: " + remark + "\n";
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
        "* a fact is missing: the points could be any of the range beside them; --explain CASE\n"
        "  lists what to obtain\n";
  }
  return out;
}

}  // namespace recoup
