#include "recoup/casework/case_facts.hpp"

#include <utility>

namespace recoup {

CaseFacts::CaseFacts(std::vector<HeldFact> facts) : facts_(std::move(facts)) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const CaseFact& fact = facts_[i].fact;
    if (fact.kind == CaseFact::Kind::none) continue;
    index_.try_emplace({fact.section, fact.key, fact.field}, i);
  }
}

const HeldFact* CaseFacts::find(std::string_view section, std::string_view key,
                                std::string_view field) const {
  const auto at = index_.find(std::tuple(section, key, field));
  return at == index_.end() ? nullptr : &facts_[at->second];
}

std::optional<std::string> CaseFacts::text(std::string_view section, std::string_view key,
                                           std::string_view field) const {
  const HeldFact* held = find(section, key, field);
  if (held == nullptr) return std::nullopt;
  return held->fact.value;
}

std::string CaseFacts::text_or_empty(std::string_view section, std::string_view key,
                                     std::string_view field) const {
  return text(section, key, field).value_or(std::string());
}

std::vector<const HeldFact*> CaseFacts::entries(std::string_view section) const {
  std::vector<const HeldFact*> entries;
  for (const HeldFact& held : facts_) {
    if (held.fact.section != section) continue;
    if (entries.empty() || entries.back()->fact.key != held.fact.key) entries.push_back(&held);
  }
  return entries;
}

}  // namespace recoup
