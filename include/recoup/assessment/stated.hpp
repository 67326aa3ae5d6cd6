// stated.hpp: what a case file states, each value with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "recoup/number/fraction.hpp"
#include "recoup/records/case_fact.hpp"

namespace recoup {

/// A fact of a case file with the document that states it.
struct StatedFact {
  CaseFact fact;
  Digest document;
  std::string document_name;
};

/// Where a figure is stated.
struct StatedPlace {
  Digest document;
  std::string document_name;
  std::uint64_t line = 0;
  std::string field;  ///< "benefit_items/B-3/amount".

  friend bool operator==(const StatedPlace&, const StatedPlace&) = default;
};

/// A value with where it is stated; the fields below are optional where a file may be silent.
template <typename T>
struct Stated {
  T value;
  StatedPlace citation;
};
template <typename T>
using Maybe = std::optional<Stated<T>>;

/// A figure of a price index: as the file states it, or as a published series gives it.
struct IndexFigure {
  Maybe<Fraction> figure;
  std::string origin;   ///< "D7BT of August 2025"; empty where the file states the figure itself.
  std::string wanting;  ///< Why the series that the file names does not give it; else empty.
};

}  // namespace recoup
