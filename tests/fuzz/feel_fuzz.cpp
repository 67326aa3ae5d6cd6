// feel_fuzz.cpp: any bytes at all, read as an expression and as the test of a cell, and evaluated.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "recoup/base/check.hpp"
#include "recoup/feel/expression.hpp"

namespace {

recoup::FeelBudget small_budget() {
  recoup::FeelBudget budget;
  budget.steps_left = 20'000;
  budget.depth_left = 200;
  return budget;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace recoup;
  std::string source(size, '\0');
  std::transform(bytes, bytes + size, source.begin(),
                 [](std::uint8_t byte) { return static_cast<char>(byte); });
  Context variables;
  variables.set("a", Value(Decimal(5)));
  variables.set("two words", Value(Value::List{Value("x"), Value(Decimal(-1))}));
  variables.set("unsaid", Value::missing("unsaid"));
  const FeelScope scope{.names = {"a", "two words", "unsaid"}};
  if (const auto parsed = Expression::parse(source, scope)) {
    FeelBudget first = small_budget();
    FeelBudget second = small_budget();
    const std::string once = text(parsed.value().evaluate(variables, first).value);
    RECOUP_CHECK(once == text(parsed.value().evaluate(variables, second).value));
  } else {
    RECOUP_CHECK(!parsed.error().expected.empty());
  }
  if (const auto tests = UnaryTests::parse(source, scope)) {
    FeelBudget budget = small_budget();
    const Value passed = tests.value().test(Value(Decimal(3)), variables, budget).value;
    RECOUP_CHECK(passed.is_null() || passed.as<bool>() != nullptr);
  }
  return 0;
}
