// pack_facts.hpp: the facts that somebody states for a decision.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/rules/fact_dictionary.hpp"
#include "recoup/rules/facts.hpp"

namespace recoup {

/// Reads facts for a decision of a pack.
///
///   Shape   {"facts": {NAME: VALUE, ...}}, where a value is a text, a number, a truth value, null
///           for what is known to be none, or an object with "value" and, as texts, "unit",
///           "source", and for the finding of a person "author", "on" and "reasons". Types are
///           those of the dictionary; a fact that is not named is missing.
///   Errors  malformed (another shape, a value of another type, no value, an author without
///           reasons), not_found (a fact that the dictionary does not know).
[[nodiscard]] Result<FactTable> read_stated_facts(std::string_view json,
                                                  const std::string& document,
                                                  const FactDictionary& dictionary);

}  // namespace recoup
