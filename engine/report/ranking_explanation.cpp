#include <algorithm>

#include "ranking_words.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

constexpr std::size_t largest_named = 5;

Decimal size_of(const Decimal& number) { return number.is_negative() ? number.negated() : number; }

std::string band_text(const RankedCase& each) {
  std::string out = "\nDeadline band: " + std::string(text(each.band)) + "\n";
  if (!each.next_deadline.empty()) out += "  " + printable(each.next_deadline) + "\n";
  for (const FindingRule& rule : each.band_finding.fired) {
    if (!rule.reason.empty()) out += "  " + printable(rule.reason) + "\n";
  }
  return out;
}

std::string contributions_text(const RankedCase& each) {
  std::string out = "\nPoints: " + each.points.text();
  if (!each.open.empty()) {
    out += ", and " + range_words(each) + " by what the missing facts are";
  }
  out += "\n";
  std::vector<Contribution> by_size = each.contributions;
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) {
    return size_of(a.points) > size_of(b.points);
  });
  for (std::size_t i = 0; i < by_size.size(); ++i) {
    if (i == 0 && by_size.size() > largest_named) out += "  The five that weigh most:\n";
    if (i == largest_named) out += "  The others:\n";
    out += "  " +
           std::string(4 - std::min<std::size_t>(4, signed_words(by_size[i].points).size()), ' ') +
           signed_words(by_size[i].points) + "  " + printable(by_size[i].reason) + " [" +
           by_size[i].criterion + "]\n";
  }
  return out;
}

std::string to_do_text(const RankedCase& each) {
  const std::vector<std::string> lines = to_do(each);
  if (lines.empty()) return "";
  std::string out = "\nTo do today\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += "  " + std::to_string(i + 1) + ". " + printable(lines[i]) + "\n";
  }
  return out;
}

std::string open_text(const RankedCase& each) {
  if (each.open.empty()) return "";
  std::string out = "\nTo be obtained, and the points that it could add or take\n";
  for (const OpenPoints& open : each.open) {
    std::string what;
    for (const std::string& part : open.to_obtain) what += (what.empty() ? "" : "; ") + part;
    std::string facts;
    for (const std::string& fact : open.facts) facts += (facts.empty() ? "" : ", ") + fact;
    out += "  " + signed_words(open.least) + " to " + signed_words(open.most) + "  " +
           printable(what) + (what == facts ? "" : " [" + facts + "]") + "\n";
  }
  return out;
}

std::string recovery_text(const ExpectedRecovery& recovery) {
  if (recovery.lines.empty() && recovery.left_out.empty()) return "";
  TextTable table(
      {"property", "kind", "value, GBP", "share", "chance", "expected, GBP", "cost, GBP"},
      {Align::left, Align::left, Align::right, Align::right, Align::right, Align::right,
       Align::right});
  for (const RecoveryLine& line : recovery.lines) {
    table.row({line.property.id + (line.property.is_secured ? " (secured)" : ""),
               line.property.kind, line.property.value.grouped(), line.property.share.text(),
               text(line.chance.value), line.expected.grouped(), shown(line.cost.value, "")});
  }
  std::string out = "\nExpected recovery: value x share x chance\n";
  if (!recovery.lines.empty()) out += table.text();
  out += "  " + recovery.gross.grouped() + " expected";
  if (!recovery.net_waits_for.empty()) {
    out += "; the net is not known before this is: " + printable(recovery.net_waits_for);
  } else if (recovery.cap) {
    out += (recovery.is_capped ? ", capped at " : ", below the cap of ") + recovery.cap->grouped() +
           " (" + recovery.cap_words + ")";
  }
  out += recovery.net_waits_for.empty() ? ", less costs of " : "; costs are ";
  out += recovery.costs.grouped() + " (" + shown(recovery.case_cost.value, "") + " for the case)";
  if (recovery.net_waits_for.empty()) out += ": " + recovery.net.grouped() + " GBP net";
  out += "\n";
  for (const std::string& each : recovery.left_out) {
    out += "  not counted: " + printable(each) + "\n";
  }
  return out + "  chances and costs from " + iso_text(recovery.case_cost.from) + ", " +
         recovery.case_cost.note + "\n";
}

std::string measured_text(const RankedCase& each) {
  std::string out = "\nMeasured\n";
  for (const Fact& fact : each.points_finding.facts) {
    if (fact.value.is_unknown()) continue;
    out += "  " + printable(fact.name) + ": " + printable(shown(fact.value, fact.unit));
    std::string how = fact.origin.derivation;
    if (!fact.origin.author.empty()) {
      how += " of " + fact.origin.author + ", " + fact.origin.found_on + ": " + fact.origin.reasons;
    }
    if (!how.empty()) out += " (" + printable(how) + ")";
    out += "\n";
  }
  return out;
}

}  // namespace

std::string explanation_text(const RankingContext& context, const std::vector<RankedCase>& ranked,
                             std::size_t row) {
  const RankedCase& each = ranked[row];
  std::string out = (context.is_draft ? "DRAFT, by rules that nobody reviewed.\n" : "") +
                    ("Case " + printable(each.case_id)) + " (" + printable(each.name) +
                    ") is number " + std::to_string(row + 1) + " of " +
                    std::to_string(ranked.size()) + " as at " + context.as_at + "\n" +
                    band_text(each) + contributions_text(each) + to_do_text(each) + open_text(each);
  if (each.recovery) out += recovery_text(*each.recovery);
  out += links_paragraph(context.links, each.case_id);
  out += measured_text(each);
  if (const auto at = context.unverified.find(each.case_id); at != context.unverified.end()) {
    out += "\nRests on what is not verified\n";
    for (const UnverifiedPeriod& period : at->second) {
      out += "  " + printable(unverified_words(period)) + "\n";
    }
  }
  return out + "\nPack " + each.points_finding.pack_id + " " + each.points_finding.pack_version +
         ", " + each.points_finding.pack_digest.text() + "\n";
}

}  // namespace recoup
