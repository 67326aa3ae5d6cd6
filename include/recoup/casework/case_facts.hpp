// case_facts.hpp: the facts of a case, found by name.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "recoup/store/store.hpp"

namespace recoup {

/// The facts that hold for a case, in the store's order, with an index by section, key and field.
class CaseFacts {
 public:
  CaseFacts() = default;
  explicit CaseFacts(std::vector<HeldFact> facts);

  [[nodiscard]] const std::vector<HeldFact>& all() const noexcept { return facts_; }

  /// The fact, or nothing where the case file does not say or says null.
  [[nodiscard]] const HeldFact* find(std::string_view section, std::string_view key,
                                     std::string_view field) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view section, std::string_view key,
                                                std::string_view field) const;
  [[nodiscard]] std::string text_or_empty(std::string_view section, std::string_view key,
                                          std::string_view field) const;

  /// The first fact of each entry of a section, in their order.
  [[nodiscard]] std::vector<const HeldFact*> entries(std::string_view section) const;

 private:
  // Owns its words: a view into facts_ would dangle when the index is copied with its short
  // strings.
  using Name = std::tuple<std::string, std::string, std::string>;

  std::vector<HeldFact> facts_;
  std::map<Name, std::size_t, std::less<>> index_;
};

}  // namespace recoup
