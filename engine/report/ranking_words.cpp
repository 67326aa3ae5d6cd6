#include "ranking_words.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view expected_fact = "expected net recovery";
constexpr std::size_t open_named = 3;  // of the facts that could move most

Decimal size_of(const Decimal& number) { return number.is_negative() ? number.negated() : number; }

void add_new(std::vector<std::string>& lines, const std::string& line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

}  // namespace

std::string head_words(const RankingContext& context) {
  return (context.is_draft ? "DRAFT, by rules that nobody reviewed. " : "") +
         (context.operation.empty() ? std::string("Every case")
                                    : "Operation " + printable(context.operation));
}

std::string points_words(const RankedCase& ranked) {
  return ranked.points.text() + (ranked.provisional ? "*" : "");
}

std::string range_words(const RankedCase& ranked) {
  if (ranked.open.empty()) return "";
  return ranked.least.text() + " to " + ranked.most.text();
}

std::string expected_words(const RankedCase& ranked) {
  for (const Fact& fact : ranked.points_finding.facts) {
    if (fact.name != expected_fact || fact.value.is_unknown()) continue;
    const std::string words = shown(fact.value, fact.unit);
    return words.substr(0, words.find(' '));
  }
  return "not known";
}

std::string signed_words(const Decimal& points) {
  return (points > Decimal(0) ? "+" : "") + points.text();
}

void write_ranking_head(JsonWriter& json, const RankingContext& context) {
  json.begin_object().member("operation", context.operation).member("as_at", context.as_at);
  if (context.is_draft) json.name("draft").truth(true);
}

std::vector<std::string> to_do(const RankedCase& ranked) {
  std::vector<std::string> lines;
  if (ranked.band == DeadlineBand::overdue || ranked.band == DeadlineBand::red) {
    lines.push_back(ranked.next_deadline + ".");
  }
  std::vector<Contribution> by_size = ranked.contributions;
  std::stable_sort(by_size.begin(), by_size.end(), [](const auto& a, const auto& b) {
    return size_of(a.points) > size_of(b.points);
  });
  for (const Contribution& each : by_size) {
    if (!each.action.empty()) add_new(lines, each.action);
  }
  // One thing to obtain may settle several facts; it is named once, where it weighs most.
  std::vector<std::string> named;
  for (const OpenPoints& open : ranked.open) {
    std::string what = joined(open.to_obtain);
    if (named.size() == open_named) break;
    if (std::find(named.begin(), named.end(), what) != named.end()) continue;
    lines.push_back("Obtain: " + what + " (" + signed_words(open.least) + " to " +
                    signed_words(open.most) + " points).");
    named.push_back(std::move(what));
  }
  return lines;
}

}  // namespace recoup
