// type.hpp: types of the rule language, and what happens to a value where one is asked for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

class UnaryTests;

/// A type: one of the language's own, or one that a model defines.
///
///   Cites  OMG DMN 1.5, 10.3.2.9.
struct FeelType {
  enum class Kind : std::uint8_t {
    any,
    null,
    number,
    string,
    boolean,
    date,
    time,
    date_time,
    day_duration,
    month_duration,
    list,      ///< `parts` holds the type of the elements.
    range,     ///< `parts` holds the type of the ends.
    context,   ///< Members `names` of the types `parts`; others may stand beside them.
    function,  ///< `parts` holds the types of the parameters and, last, of the result.
  };

  Kind kind = Kind::any;
  std::vector<std::string> names{};
  std::vector<FeelTypePtr> parts{};
  /// What a value must pass besides where one of the type is asked for.
  std::vector<std::shared_ptr<const UnaryTests>> allowed{};
};

/// Types by name.
using FeelTypes = std::map<std::string, FeelTypePtr, std::less<>>;

/// The types that the language brings with it.
[[nodiscard]] const FeelTypes& built_in_types();

/// Whether the value is an instance of the type, whatever values the type allows. Null is of no
/// type but `null`. Requires that the value is not unknown.
[[nodiscard]] bool is_instance(const Value& value, const FeelType& type);

/// The value where one of the type is asked for: itself where it fits, and is one of the allowed
/// values, or is null; the only element
/// of a list, a list of the one value, the midnight of a day; else null with the fault.
[[nodiscard]] Value coerced(Value value, const FeelType& type);

}  // namespace recoup
