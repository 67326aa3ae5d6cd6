// stated_measures.hpp: what a case file, or the finding of a person, says for the ranking.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/casework/case_facts.hpp"
#include "recoup/ranking/measures.hpp"

namespace recoup {

/// What an answer must be.
enum class MeasureKind : std::uint8_t {
  truth,   ///< true or false; in a finding also yes or no.
  count,   ///< A whole number.
  grade,   ///< 0, 1, 2 or 3.
  amount,  ///< GBP in plain decimal notation.
};

/// The value of that kind which `text` is, or nothing.
[[nodiscard]] std::optional<Value> value_of(MeasureKind kind, std::string_view text);
/// "true or false", "a whole number" …
[[nodiscard]] std::string_view expected_of(MeasureKind kind);

/// States the fact by an entry of section "findings" whose question is the name of the fact, if
/// there is one. A finding needs an author, a day and reasons; without them, or with another
/// answer, the fact is missing and names what the finding lacks.
///
/// False: there is no such finding, and nothing was stated.
bool state_finding(Measures& measures, const CaseFacts& facts, std::string_view name,
                   MeasureKind kind);

/// States what only persons can say: admissions, victims, loss, links, and four grades of the
/// danger that property goes. A finding goes before section "investigation".
void state_measures(Measures& measures, const CaseFacts& facts);

/// The hours of work that the case is expected to take, above zero.
[[nodiscard]] std::optional<std::int64_t> expected_hours(const CaseFacts& facts);

}  // namespace recoup
