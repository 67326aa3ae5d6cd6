// Finds classes of values, and tests the classes in place of the values.
#include "classes.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <map>

namespace recoup {
namespace {

constexpr std::size_t block_rows = 256;  // They stay in the nearest memory while bounds change.

/// Counts for each value how many of the starts it reaches.
template <typename Small>
void count_starts(const std::int32_t* values, std::size_t count,
                  std::span<const std::int64_t> starts, Small* classes) {
  std::array<std::int32_t, block_rows> reached;
  for (std::size_t begin = 0; begin < count; begin += block_rows) {
    const std::size_t rows = std::min(block_rows, count - begin);
    reached.fill(0);
    for (const std::int64_t start : starts) {
      if (start > std::numeric_limits<std::int32_t>::max()) break;
      const auto bound = static_cast<std::int32_t>(
          std::max<std::int64_t>(start, std::numeric_limits<std::int32_t>::min()));
      for (std::size_t i = 0; i < rows; ++i) reached[i] += values[begin + i] >= bound ? 1 : 0;
    }
    for (std::size_t i = 0; i < rows; ++i) classes[begin + i] = static_cast<Small>(reached[i]);
  }
}

/// The same by halving, where there are many starts or large numbers.
template <typename Whole, typename Small>
void search_starts(const Whole* values, std::size_t count, std::span<const std::int64_t> starts,
                   Small* classes) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t* base = starts.data();
    std::size_t left = starts.size();
    while (left > 1) {
      const std::size_t half = left / 2;
      base += values[i] >= base[half - 1] ? half : 0;
      left -= half;
    }
    const auto before = static_cast<std::size_t>(base - starts.data());
    classes[i] = static_cast<Small>(before + (left == 1 && values[i] >= *base ? 1 : 0));
  }
}

bool fits_32_bits(const std::int64_t* values, std::size_t count) {
  std::uint64_t above = 0;
  for (std::size_t i = 0; i < count; ++i) {
    above |= static_cast<std::uint64_t>(values[i]) + (std::uint64_t{1} << 31U);
  }
  return above >> 32U == 0;
}

constexpr std::size_t counted_max = 24;

template <typename Small>
void class_numbers(const std::int64_t* values, std::size_t count,
                   std::span<const std::int64_t> starts, Small* classes) {
  if (starts.size() > counted_max || !fits_32_bits(values, count)) {
    return search_starts(values, count, starts, classes);
  }
  std::array<std::int32_t, batch_rows> narrow;
  for (std::size_t i = 0; i < count; ++i) narrow[i] = static_cast<std::int32_t>(values[i]);
  count_starts(narrow.data(), count, starts, classes);
}

/// 64 bytes that are 0 or 1, as bits.
std::uint64_t packed(const std::uint8_t* flags) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, flags + i * 8, 8);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    bits |= ((eight * 0x0102040810204080U) >> 56U) << (i * 8);
  }
  return bits;
}

template <typename Small>
void set_within(const std::vector<Small>& classes, Small first, Small last, BatchWords& words) {
  const auto width = static_cast<Small>(last - first);
  std::array<std::uint8_t, 64> flags;
  for (std::size_t word = 0; word < batch_words; ++word) {
    const Small* row = classes.data() + word * 64;
    for (std::size_t i = 0; i < 64; ++i) {
      flags[i] = static_cast<Small>(row[i] - first) <= width ? 1 : 0;
    }
    words[word] |= packed(flags.data());
  }
}

}  // namespace

void ColumnClasses::part_numbers(const std::vector<const CellKernel*>& kernels) {
  for (const CellKernel* kernel : kernels) {
    for (std::size_t i = 0; i + 1 < kernel->stretches.size(); ++i) {
      starts_.push_back(kernel->stretches[i].last + 1);
    }
  }
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  values_ = starts_.size() + 1;
}

void ColumnClasses::part_codes(const std::vector<const CellKernel*>& kernels) {
  std::map<std::vector<CellBits>, std::uint32_t> known;
  const std::size_t codes = kernels.front()->by_code.size();
  for (std::size_t code = 0; code < codes; ++code) {
    std::vector<CellBits> answers;
    for (const CellKernel* kernel : kernels) answers.push_back(kernel->by_code[code]);
    const auto place = static_cast<std::uint32_t>(known.size());
    class_of_code_.push_back(known.try_emplace(std::move(answers), place).first->second);
  }
  values_ = known.size();
}

void ColumnClasses::add_test(const std::vector<CellBits>& answers) {
  ClassTest test;
  for (std::size_t kind = 0; kind < test.ranges.size(); ++kind) {
    const unsigned bit = 1U << kind;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if ((answers[i] & bit) == 0) continue;
      const auto place = static_cast<std::uint32_t>(i);
      if (i > 0 && (answers[i - 1] & bit) != 0) {
        test.ranges[kind].back().last = place;
      } else {
        test.ranges[kind].push_back({place, place});
      }
    }
  }
  test.by_class = answers;
  tests_.push_back(std::move(test));
}

ColumnClasses::ColumnClasses(const std::vector<const CellKernel*>& kernels,
                             const FactColumn& column) {
  const bool has_codes =
      column.kind() == FactColumn::Kind::text || column.kind() == FactColumn::Kind::truth;
  if (has_codes) {
    part_codes(kernels);
  } else {
    part_numbers(kernels);
  }
  if (values_ + 2 > UINT16_MAX) {
    classes_ = std::vector<std::uint32_t>(batch_rows);
  } else if (values_ + 2 > UINT8_MAX) {
    classes_ = std::vector<std::uint16_t>(batch_rows);
  } else {
    classes_ = std::vector<std::uint8_t>(batch_rows);
  }
  for (const CellKernel* kernel : kernels) {
    std::vector<CellBits> answers(values_);
    for (std::size_t code = 0; code < class_of_code_.size(); ++code) {
      answers[class_of_code_[code]] = kernel->by_code[code];
    }
    std::size_t stretch = 0;
    for (std::size_t i = 0; !has_codes && i < values_; ++i) {
      while (i > 0 && kernel->stretches[stretch].last < starts_[i - 1]) ++stretch;
      answers[i] = kernel->stretches[stretch].answer;
    }
    // Where no row has a gap, no row can be open for it.
    answers.push_back(column.nulls().any() ? kernel->when_null : CellBits{0});
    answers.push_back(column.missing().any() ? kernel->when_missing : CellBits{0});
    add_test(answers);
  }
}

template <typename Small>
void ColumnClasses::fill(const FactColumn& column, std::size_t first, std::size_t count,
                         std::vector<Small>& classes) const {
  switch (column.kind()) {
    case FactColumn::Kind::number:
      class_numbers(column.numbers() + first, count, starts_, classes.data());
      break;
    case FactColumn::Kind::date:
      if (starts_.size() > counted_max) {
        search_starts(column.days() + first, count, starts_, classes.data());
      } else {
        count_starts(column.days() + first, count, starts_, classes.data());
      }
      break;
    case FactColumn::Kind::text:
      // A column of nothing but gaps has no text at all.
      for (std::size_t i = 0; i < count && !class_of_code_.empty(); ++i) {
        classes[i] = static_cast<Small>(class_of_code_[column.codes()[first + i]]);
      }
      break;
    case FactColumn::Kind::truth:
      for (std::size_t i = 0; i < count; ++i) {
        classes[i] = static_cast<Small>(class_of_code_[column.truths().at(first + i) ? 1 : 0]);
      }
  }
  if (!column.nulls().any() && !column.missing().any()) return;
  for (std::size_t i = 0; i < count; ++i) {
    if (column.is_null(first + i)) classes[i] = static_cast<Small>(values_);
    if (column.is_missing(first + i)) classes[i] = static_cast<Small>(values_ + 1);
  }
}

void ColumnClasses::classify(const FactColumn& column, std::size_t first, std::size_t count) {
  std::visit([&](auto& classes) { fill(column, first, count, classes); }, classes_);
}

template <typename Small>
void ColumnClasses::set_bits(const ClassTest& test, std::size_t kind,
                             const std::vector<Small>& classes, BatchWords& words) {
  constexpr std::size_t ranges_max = 4;
  if (test.ranges[kind].size() > ranges_max) {
    for (std::size_t i = 0; i < batch_rows; ++i) {
      const std::uint64_t bit = static_cast<std::uint64_t>(test.by_class[classes[i]]) >> kind & 1U;
      words[i / 64] |= bit << (i % 64);
    }
    return;
  }
  for (const ClassRange& range : test.ranges[kind]) {
    set_within(classes, static_cast<Small>(range.first), static_cast<Small>(range.last), words);
  }
}

void ColumnClasses::answer(std::size_t kernel, BatchAnswers& answers) const {
  const ClassTest& test = tests_[kernel];
  answers.is_open = !test.ranges[1].empty() || !test.ranges[2].empty();
  std::size_t kind = 0;
  for (BatchWords* words : {&answers.yes, &answers.missing, &answers.error}) {
    words->fill(0);
    std::visit([&](const auto& classes) { set_bits(test, kind, classes, *words); }, classes_);
    ++kind;
  }
}

}  // namespace recoup
