// dmn_fuzz.cpp: any bytes at all, read as a model, whose decisions are then evaluated.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "recoup/base/check.hpp"
#include "recoup/dmn/model.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recoup;
  std::string source(size, '\0');
  std::transform(bytes, bytes + size, source.begin(),
                 [](std::uint8_t byte) { return static_cast<char>(byte); });
  const auto strict = DecisionModel::read("fuzz.dmn", source);
  if (!strict) RECOUP_CHECK(!strict.error().expected.empty());
  const auto model = DecisionModel::read("fuzz.dmn", source, {}, ModelReading::forgiving);
  RECOUP_CHECK(model.has_value() || !strict.has_value());
  if (!model) return 0;
  std::size_t asked = 0;
  for (const std::string& decision : model.value().decisions()) {
    if (++asked > 5) break;
    for (const DecisionMode mode : {DecisionMode::standard, DecisionMode::court}) {
      const auto outcome = model.value().evaluate(decision, {}, mode);
      RECOUP_CHECK(outcome.has_value());
      // What hangs on a missing fact is never determined.
      if (outcome.value().value.is_unknown()) {
        RECOUP_CHECK(outcome.value().status != Status::determined);
      }
    }
  }
  return 0;
}
