#include "decided.hpp"

#include <utility>

namespace recoup {

std::string decision_words(const CaseFacts& facts, const std::string& section,
                           const std::string& key) {
  const auto field = [&](std::string_view name) { return facts.text_or_empty(section, key, name); };
  std::string words = "decided";
  if (!field("by").empty()) words += " by " + field("by");
  if (!field("on").empty()) words += " on " + field("on");
  if (!field("why").empty()) words += ": " + field("why");
  return words;
}

std::vector<DecidedTie> decided_ties(const CaseFacts& facts) {
  std::vector<DecidedTie> ties;
  for (const HeldFact* entry : facts.entries("account_ties")) {
    const std::string& key = entry->fact.key;
    const auto field = [&](std::string_view name) {
      return facts.text_or_empty("account_ties", key, name);
    };
    const std::string same = field("same");
    if (field("account").empty() || field("other").empty() || same.empty()) continue;
    ties.push_back({field("account"), field("other"), same == "true",
                    decision_words(facts, "account_ties", key)});
  }
  return ties;
}

}  // namespace recoup
