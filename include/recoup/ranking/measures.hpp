// measures.hpp: what is measured of a case, each figure with how it was found.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/money/money.hpp"
#include "recoup/rules/facts.hpp"

namespace recoup {

/// Builds the facts that the ranking pack asks for. What could not be measured is missing, and is
/// named by what would have to be obtained. What is stated anew replaces what was.
class Measures {
 public:
  void count(std::string_view name, std::int64_t count, std::string derivation);
  void amount(std::string_view name, Money amount, std::string derivation);
  /// `part / whole` to four decimals, half up; `whole` above zero.
  void share(std::string_view name, MinorUnits part, MinorUnits whole, std::string derivation);
  void truth(std::string_view name, bool truth, std::string derivation);
  void missing(std::string_view name, const std::string& to_obtain);
  /// What a person found, with author, day and reasons.
  void found(std::string_view name, Value value, std::string unit, Origin origin);

  [[nodiscard]] const FactTable& facts() const noexcept { return facts_; }

 private:
  void set(std::string_view name, Value value, std::string unit, std::string derivation);

  FactTable facts_;
};

}  // namespace recoup
