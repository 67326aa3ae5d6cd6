// Tests of a column: made by asking the ordinary evaluator, run as comparisons of whole numbers.
#include "kernel.hpp"

#include <algorithm>
#include <limits>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

bool add_bound(const Value& value, std::vector<Value>& bounds) {
  if (const auto* list = value.as<Value::List>()) {
    return std::all_of(list->begin(), list->end(),
                       [&](const Value& element) { return add_bound(element, bounds); });
  }
  if (const auto* range = value.as<Range>()) {
    return (range->low.empty() || add_bound(range->low.front(), bounds)) &&
           (range->high.empty() || add_bound(range->high.front(), bounds));
  }
  bounds.push_back(value);
  return value.is_null() || value.as<bool>() != nullptr || value.as<Decimal>() != nullptr ||
         value.as<std::string>() != nullptr || value.as<Date>() != nullptr;
}

/// Adds the first number of the column that is not below the bound, and the first above it: between
/// two of these no answer changes.
void add_starts(const Decimal& bound, int decimals, std::vector<std::int64_t>& starts) {
  const auto from = bound.rounded(decimals, Rounding::ceiling);
  const auto below = bound.rounded(decimals, Rounding::floor);
  for (const auto& [number, step] : {std::pair{from, 0}, std::pair{below, 1}}) {
    const auto scaled = number ? number->value.minor_units(decimals) : std::nullopt;
    // A bound beyond every number of the column parts none of them.
    if (!scaled || *scaled + step > highest || *scaled + step <= lowest) continue;
    starts.push_back(static_cast<std::int64_t>(*scaled) + step);
  }
}

std::vector<std::int64_t> starts_of(const std::vector<Value>& bounds, const FactColumn& column) {
  std::vector<std::int64_t> starts;
  for (const Value& bound : bounds) {
    const auto* number = bound.as<Decimal>();
    const auto* date = bound.as<Date>();
    if (column.kind() == FactColumn::Kind::number && number != nullptr) {
      add_starts(*number, column.decimals(), starts);
    } else if (column.kind() == FactColumn::Kind::date && date != nullptr) {
      const std::int64_t day = date->time_since_epoch().count();
      starts.push_back(day);
      starts.push_back(day + 1);
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

Value sample_of(const FactColumn& column, std::int64_t number) {
  if (column.kind() == FactColumn::Kind::date) {
    return Value(Date(std::chrono::days(static_cast<std::int32_t>(number))));
  }
  return Value(Decimal::scaled(number, column.decimals()).value);
}

/// Sets the bits of the rows whose value lies from `low` to `high`.
template <typename Whole>
void set_within(const Whole* values, std::size_t count, std::int64_t low, std::int64_t high,
                BatchWords& words) {
  constexpr std::int64_t least = std::numeric_limits<Whole>::min();
  constexpr std::int64_t most = std::numeric_limits<Whole>::max();
  if (high < least || low > most) return;
  using Unsigned = std::make_unsigned_t<Whole>;
  const auto from = static_cast<Unsigned>(static_cast<Whole>(std::max(low, least)));
  const auto width =
      static_cast<Unsigned>(static_cast<Unsigned>(static_cast<Whole>(std::min(high, most))) - from);
  for (std::size_t word = 0; word * 64 < count; ++word) {
    const std::size_t rows = std::min<std::size_t>(64, count - word * 64);
    const Whole* row = values + word * 64;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      const auto offset = static_cast<Unsigned>(static_cast<Unsigned>(row[i]) - from);
      bits |= std::uint64_t{offset <= width} << i;
    }
    words[word] |= bits;
  }
}

template <typename Whole>
void set_stretches(const std::vector<CellKernel::Stretch>& stretches, CellBits bit,
                   const Whole* values, std::size_t count, BatchWords& words) {
  std::int64_t first = lowest;
  for (const CellKernel::Stretch& stretch : stretches) {
    if ((stretch.answer & bit) != 0) set_within(values, count, first, stretch.last, words);
    if (stretch.last != highest) first = stretch.last + 1;
  }
}

void set_codes(const std::vector<CellBits>& by_code, CellBits bit, const std::uint32_t* codes,
               std::size_t count, BatchWords& words) {
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_set = codes[i] < by_code.size() && (by_code[codes[i]] & bit) != 0;
    words[i / 64] |= std::uint64_t{is_set} << (i % 64);
  }
}

void set_truths(const std::vector<CellBits>& by_code, CellBits bit, const std::uint64_t* truths,
                std::size_t words_in_batch, BatchWords& words) {
  for (std::size_t word = 0; word < words_in_batch; ++word) {
    if ((by_code[1] & bit) != 0) words[word] |= truths[word];
    if ((by_code[0] & bit) != 0) words[word] |= ~truths[word];
  }
}

void set_values(const CellKernel& kernel, const FactColumn& column, CellBits bit, std::size_t first,
                std::size_t count, BatchWords& words) {
  switch (column.kind()) {
    case FactColumn::Kind::number:
      return set_stretches(kernel.stretches, bit, column.numbers() + first, count, words);
    case FactColumn::Kind::date:
      return set_stretches(kernel.stretches, bit, column.days() + first, count, words);
    case FactColumn::Kind::text:
      return set_codes(kernel.by_code, bit, column.codes() + first, count, words);
    case FactColumn::Kind::truth:
      return set_truths(kernel.by_code, bit, column.truths().words() + first / 64,
                        (count + 63) / 64, words);
  }
}

/// Gives the rows without a value the answer that belongs to them.
void set_gaps(const CellKernel& kernel, const FactColumn& column, CellBits bit, std::size_t first,
              std::size_t count, BatchWords& words) {
  const std::uint64_t if_null = (kernel.when_null & bit) != 0 ? ~std::uint64_t{0} : 0;
  const std::uint64_t if_missing = (kernel.when_missing & bit) != 0 ? ~std::uint64_t{0} : 0;
  for (std::size_t word = 0; word * 64 < count; ++word) {
    const std::uint64_t null = column.nulls().words()[first / 64 + word];
    const std::uint64_t missing = column.missing().words()[first / 64 + word];
    words[word] = (words[word] & ~(null | missing)) | (null & if_null) | (missing & if_missing);
  }
}

CellBits all_bits(const CellKernel& kernel) {
  CellBits bits = static_cast<CellBits>(kernel.when_null | kernel.when_missing);
  for (const auto& stretch : kernel.stretches) bits = static_cast<CellBits>(bits | stretch.answer);
  for (const CellBits answer : kernel.by_code) bits = static_cast<CellBits>(bits | answer);
  return bits;
}

}  // namespace

CellBits cell_bits(const Value& passed, const Value& input) {
  if (passed.is_true()) return cell_yes;
  CellBits bits = 0;
  const auto add = [&](const Value& value) {
    const Null* null = value.as<Null>();
    if (null == nullptr) return;
    if (!null->missing.empty()) bits |= cell_missing;
    if (!null->errors.empty()) bits |= cell_error;
  };
  add(passed);
  if (passed.is_false()) add(input);
  return bits;
}

std::optional<std::vector<Value>> bounds_of(const SimpleTest& test, const Context& constants) {
  std::vector<Value> bounds;
  for (const SimplePart& part : test.parts) {
    for (const SimpleBound& bound : part.bounds) {
      const Value* value = &bound.constant;
      if (!bound.variable.empty()) value = constants.find(bound.variable);
      if (value == nullptr || !add_bound(*value, bounds)) return std::nullopt;
    }
  }
  return bounds;
}

CellKernel make_kernel(const UnaryTests& test, const std::vector<Value>& bounds,
                       const FactColumn& column, std::size_t place, const Context& constants) {
  const auto answer = [&](const Value& input) {
    return cell_bits(test.test(input, constants).value, input);
  };
  CellKernel kernel;
  kernel.column = place;
  kernel.when_null = answer(Value());
  kernel.when_missing = answer(Value::missing(column.name()));
  if (column.kind() == FactColumn::Kind::truth) {
    kernel.by_code = {answer(Value(false)), answer(Value(true))};
    return kernel;
  }
  if (column.kind() == FactColumn::Kind::text) {
    for (const std::string& text : column.dictionary()) {
      kernel.by_code.push_back(answer(Value(text)));
    }
    return kernel;
  }
  const std::vector<std::int64_t> starts = starts_of(bounds, column);
  for (std::size_t i = 0; i <= starts.size(); ++i) {
    const std::int64_t sample = i > 0 ? starts[i - 1] : starts.empty() ? 0 : starts[0] - 1;
    const CellKernel::Stretch stretch{i < starts.size() ? starts[i] - 1 : highest,
                                      answer(sample_of(column, sample))};
    if (!kernel.stretches.empty() && kernel.stretches.back().answer == stretch.answer) {
      kernel.stretches.back().last = stretch.last;
    } else {
      kernel.stretches.push_back(stretch);
    }
  }
  return kernel;
}

CellKernel uniform_kernel(CellBits answer) {
  CellKernel kernel;
  kernel.when_null = answer;
  return kernel;
}

void run_kernel(const CellKernel& kernel, const FactColumns& facts, std::size_t first,
                std::size_t count, BatchAnswers& answers) {
  const CellBits possible = all_bits(kernel);
  answers.is_open = false;
  for (const auto& [bit, words] :
       {std::pair{cell_yes, &answers.yes}, std::pair{cell_missing, &answers.missing},
        std::pair{cell_error, &answers.error}}) {
    words->fill(0);
    if ((possible & bit) == 0) continue;
    if (kernel.column == CellKernel::no_column) {
      words->fill(~std::uint64_t{0});
    } else {
      const FactColumn& column = facts.columns()[kernel.column];
      set_values(kernel, column, bit, first, count, *words);
      if (column.nulls().any() || column.missing().any()) {
        set_gaps(kernel, column, bit, first, count, *words);
      }
    }
    if (bit == cell_yes) continue;
    for (const std::uint64_t word : *words) answers.is_open = answers.is_open || word != 0;
  }
}

}  // namespace recoup
