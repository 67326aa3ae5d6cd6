// value.hpp: what an expression of the rule language can be.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/feel/temporal.hpp"
#include "recoup/number/decimal.hpp"

namespace recoup {

class Value;
struct ContextEntry;
struct Evaluated;
struct FeelBudget;
struct FeelType;
struct Builtin;
using FeelTypePtr = std::shared_ptr<const FeelType>;

/// No value, and why.
///
///   Shape  Both lists are sorted and free of doubles. Where both are empty it is known that there
///          is nothing: the plain `null` of the language.
struct Null {
  std::vector<std::string> missing;  ///< Facts that nobody has given; with one of these the value
                                     ///< is unknown, and no operator may make "no" of it.
  std::vector<std::string> errors;   ///< What went wrong: a wrong type, a division by zero …
};

/// Named values, in the order in which they were written.
struct Context {
  std::vector<ContextEntry> entries;

  /// The value called `name`, or nothing.
  [[nodiscard]] const Value* find(std::string_view name) const;
  /// Adds a value, or replaces the one of that name.
  void set(std::string_view name, Value value);
};

/// Values between two ends.
///
///   Same  "< 10" and "(null..10)" are two different ranges, as the suite of the standard has it.
struct Range {
  std::vector<Value> low;   ///< One value, or none where there is no lower end.
  std::vector<Value> high;  ///< One value, or none where there is no upper end.
  bool low_closed = false;
  bool high_closed = false;
  bool is_comparison = false;  ///< Written "< 10", ">= 10", "= 10" or "!= 10".
  bool is_complement = false;  ///< Everything but the one value in `low`: "!= 10".
};

/// Something that can be called: a function of the language, or a piece of knowledge of a model.
struct Function {
  std::vector<std::string> parameters;
  std::vector<FeelTypePtr> types{};  ///< Of the parameters; none where nothing is said.
  FeelTypePtr result{};              ///< Of the result, as far as it is known; may be empty.
  const Builtin* builtin = nullptr;  ///< The function of the language itself that this is.
  /// Requires as many arguments as parameters. The budget is that of the whole evaluation. Unset
  /// where `builtin` is set.
  std::function<Evaluated(const std::vector<Value>& arguments, FeelBudget& budget)> call{};
};

/// What is shared between the copies of a value, and how much it holds.
template <typename T>
struct Weighed {
  T value;
  std::uint64_t weight = 1;
};

/// A value of the language.
///
///   Shape  Value type. Copies share their lists, contexts and ranges, which never change.
///   Cites  OMG DMN 1.5, 10.3.2.2 (semantic domains).
class Value {
 public:
  using List = std::vector<Value>;

  Value() = default;
  explicit Value(Null null) : held_(std::move(null)) {}
  explicit Value(bool truth) : held_(truth) {}
  explicit Value(Decimal number) : held_(number) {}
  explicit Value(std::string text) : held_(std::move(text)) {}
  explicit Value(const char* text) : held_(std::string(text)) {}
  explicit Value(Date date) : held_(feel_date(date)) {}
  explicit Value(FeelDate date) : held_(date) {}
  explicit Value(FeelTime time) : held_(std::move(time)) {}
  explicit Value(FeelDateTime time) : held_(std::move(time)) {}
  explicit Value(DayDuration duration) : held_(duration) {}
  explicit Value(MonthDuration duration) : held_(duration) {}
  explicit Value(List list);
  explicit Value(Context context);
  explicit Value(Range range);
  explicit Value(std::shared_ptr<const Function> function) : held_(std::move(function)) {}

  /// The unknown value of a fact that nobody has given.
  static Value missing(std::string fact);
  /// Null because of a fault, told in one sentence.
  static Value error(std::string fault);

  /// The value as a `T`, or nothing where it is something else.
  template <typename T>
  [[nodiscard]] const T* as() const noexcept {
    if constexpr (is_shared<T>) {
      const auto* held = std::get_if<std::shared_ptr<const Weighed<T>>>(&held_);
      return held == nullptr ? nullptr : &(*held)->value;
    } else {
      return std::get_if<T>(&held_);
    }
  }
  [[nodiscard]] bool is_null() const noexcept { return held_.index() == 0; }
  /// Whether the value hangs on a fact that nobody has given.
  [[nodiscard]] bool is_unknown() const noexcept;
  [[nodiscard]] bool is_true() const noexcept;
  [[nodiscard]] bool is_false() const noexcept;
  [[nodiscard]] std::size_t kind() const noexcept { return held_.index(); }
  /// How much it holds: one for itself, and what its parts weigh, however often the same one stands
  /// in it; text weighs one more for every 32 bytes.
  [[nodiscard]] std::uint64_t weight() const noexcept;

 private:
  template <typename T>
  static constexpr bool is_shared =
      std::is_same_v<T, List> || std::is_same_v<T, Context> || std::is_same_v<T, Range>;

  std::variant<Null, bool, Decimal, std::string, FeelDate, FeelTime, FeelDateTime, DayDuration,
               MonthDuration, std::shared_ptr<const Weighed<List>>,
               std::shared_ptr<const Weighed<Context>>, std::shared_ptr<const Weighed<Range>>,
               std::shared_ptr<const Function>>
      held_;
};

struct ContextEntry {
  std::string name;
  Value value;
};

/// A value, and whether every calculation on the way to it was exact.
struct Evaluated {
  Value value;
  bool exact = true;
};

/// What one evaluation may still use. Where it is used up the value is null, with that reason.
struct FeelBudget {
  int depth_left = 1000;
  std::int64_t steps_left = 10'000'000;
  /// The value, paid for by what it took to make it; null where it is too large, or where nothing
  /// is left.
  [[nodiscard]] Value admit(Value made);
  /// Pays for looking at everything that the value holds.
  void pay_for_reading(const Value& value) {
    steps_left -= static_cast<std::int64_t>(value.weight());
  }
  /// Whether "if" may not take "else" where its condition is null. The standard takes it.
  bool refuses_null_conditions = false;
  /// What "now()" gives. Without it that is null: the day of a run is a fact to be told.
  std::optional<FeelDateTime> now{};
};

/// Null with the reasons of both, as far as they are null.
[[nodiscard]] Value merged_null(const Value& one, const Value& other);

/// Whether two values are equal: nothing where the language says that they cannot be compared.
/// Null equals null alone. Requires that neither value is unknown.
[[nodiscard]] std::optional<bool> equal(const Value& one, const Value& other);

/// Below, equal or above zero as `one` lies before, at or behind `other`; nothing where the two
/// have no order.
[[nodiscard]] std::optional<int> compare(const Value& one, const Value& other);

/// What the language's function `string` makes of the value; "null" for null. Text stands alone
/// without quotation marks, and with them inside a list or context.
[[nodiscard]] std::string text(const Value& value);

/// "number", "string", "date" …
[[nodiscard]] std::string_view type_name(const Value& value);

/// `name` with every run of white space as one space and none at the ends: how names are compared.
[[nodiscard]] std::string normal_name(std::string_view name);

}  // namespace recoup
