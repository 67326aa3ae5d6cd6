// expect_all.hpp: expressions and what they come to, as a table.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "recoup/feel/expression.hpp"

namespace recoup {

/// What the expression comes to, or why it is none.
inline std::string shown(const std::string& expression) {
  const auto parsed = Expression::parse(expression, FeelScope{});
  if (!parsed) return "fault: " + message(parsed.error());
  return text(parsed.value().evaluate({}).value);
}

struct ExpressionRow {
  const char* expression;
  const char* outcome;
};

template <std::size_t count>
void expect_all(const ExpressionRow (&table)[count]) {
  for (const ExpressionRow& row : table) {
    EXPECT_EQ(shown(row.expression), row.outcome) << row.expression;
  }
}

}  // namespace recoup
