// ast.hpp: an expression as a tree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

struct FeelNode;
using FeelNodePtr = std::shared_ptr<const FeelNode>;

enum class FeelOperator : std::uint8_t {
  none,
  add,
  subtract,
  multiply,
  divide,
  power,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  both,
  either,
};

/// One node. Which members mean something depends on the kind; children stand in the order named.
struct FeelNode {
  enum class Kind : std::uint8_t {
    literal,      ///< `constant`
    name,         ///< `text`; "?" is the input of a cell
    negate,       ///< operand
    binary,       ///< left, right; `op`
    between,      ///< operand, low, high
    in,           ///< operand, tests
    choice,       ///< condition, then, else
    list,         ///< elements
    context,      ///< values, called `names`
    range,        ///< low, high
    comparison,   ///< the other side; `op`: "< 5" as a test or a range
    path,         ///< operand; `text` is the member
    filter,       ///< list, condition
    call,         ///< callee, arguments; `names` where they are named
    loop,         ///< `names`' domains, then the body
    some,         ///< as loop, with the condition in place of the body
    every,        ///< as loop, with the condition in place of the body
    span,         ///< low, high of a loop's domain written low..high
    instance_of,  ///< operand; `types` holds the type
    function,     ///< body; `names` are the parameters, `types` theirs (empty where none is said)
    tests,        ///< tests of a cell, any of which may pass
    none_of,      ///< tests of a cell, none of which may pass
    any,          ///< the cell "-"
  };

  Kind kind = Kind::literal;
  FeelOperator op = FeelOperator::none;
  bool low_closed = false;
  bool high_closed = false;
  bool mentions_input = false;    ///< Whether "?" stands in the tree below.
  bool mentions_partial = false;  ///< Whether "partial", the results of a loop so far, does.
  int depth = 1;                  ///< Of the tree below, this node included.
  std::string text{};
  Value constant{};
  std::vector<std::string> names{};
  std::vector<FeelNodePtr> children{};
  std::vector<FeelTypePtr> types{};
};

}  // namespace recoup
