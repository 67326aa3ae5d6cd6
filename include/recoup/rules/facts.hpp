// facts.hpp: what is known of a case, by name, each fact with where it comes from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

/// Where a fact comes from: a line of a document, a calculation told in one sentence, or the
/// finding of a person, which the program never makes itself.
struct Origin {
  std::string document;
  std::uint64_t line = 0;
  std::string derivation;
  std::string author = {};    ///< Of a finding: who found it.
  std::string found_on = {};  ///< The day on which they did.
  std::string reasons = {};

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// One fact. Its value may be missing; it then names what must be found out.
struct Fact {
  std::string name;
  Value value;
  std::string unit;  ///< "GBP", "days" … or empty.
  Origin origin;
};

/// Facts by name, in the order in which they were stated.
class FactTable {
 public:
  /// States a fact, or states it anew.
  void set(Fact fact);
  [[nodiscard]] const Fact* find(std::string_view name) const;
  [[nodiscard]] const std::vector<Fact>& facts() const noexcept { return facts_; }

 private:
  std::vector<Fact> facts_;
};

/// A value for a reader: "18,204.50 GBP", "4 March 2025", "yes", or what is not known.
[[nodiscard]] std::string shown(const Value& value, std::string_view unit);

}  // namespace recoup
