// asserted_entry.hpp: one decision of a person, as a case file records it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "declared_legs.hpp"

namespace recoup {

/// One entry of a section of the case file.
class AssertedEntry {
 public:
  AssertedEntry(const LoadedCase& loaded, std::string section, const HeldFact& held)
      : loaded_(loaded), section_(std::move(section)), held_(held) {}

  [[nodiscard]] std::string field(std::string_view name) const {
    return loaded_.facts.text_or_empty(section_, held_.fact.key, name);
  }

  [[nodiscard]] std::string what() const { return section_ + " " + held_.fact.key; }

  /// The entry that `prefix` + "reference", or + "document" and + "line", names.
  [[nodiscard]] Result<FoundLeg> leg(const std::string& prefix) const {
    const DeclaredLeg declared{field("account"), field(prefix + "reference"),
                               field(prefix + "document"), line_number(field(prefix + "line")),
                               fact_place(held_, what())};
    const auto account = loaded_.build.ledger.find_account(declared.account);
    if (!account) {
      return FoundLeg{std::nullopt, "no statement of " + declared.account + " has been imported"};
    }
    return find_leg(loaded_, declared, *account);
  }

  /// "accepted by A on 2026-01-05: reason", as far as the file says it.
  [[nodiscard]] std::string said() const {
    std::string words = field("by").empty() ? "asserted" : "asserted by " + field("by");
    if (!field("on").empty()) words += " on " + field("on");
    return words + ": " + field("why");
  }

 private:
  const LoadedCase& loaded_;
  std::string section_;
  const HeldFact& held_;
};

}  // namespace recoup
