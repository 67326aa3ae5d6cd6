#include "entry_doubts.hpp"

#include <algorithm>
#include <bit>

#include "text_numbers.hpp"

namespace recoup {
namespace {

constexpr std::size_t words_in_block = 8;  // 64 bytes: one line of the processor's memory.

/// Two bytes of bits for thirty-two of the document: about forty bits a reference.
std::size_t words_for(std::uint64_t document_size) {
  constexpr std::uint64_t bytes_min = 1U << 12U;
  constexpr std::uint64_t bytes_max = 64U << 20U;
  const std::uint64_t bytes = std::clamp(document_size / 16, bytes_min, bytes_max);
  return static_cast<std::size_t>(std::bit_floor(bytes) / sizeof(std::uint64_t));
}

}  // namespace

EntryDoubts::EntryDoubts(std::uint64_t document_size) : bits_(words_for(document_size)) {}

void EntryDoubts::look_at(std::uint32_t account, const EntryView& entry) {
  if (account >= states_.size())
    states_.resize(std::max<std::size_t>(account + 1, 2 * states_.size()));
  State& state = states_[account];
  if (state.is_doubtful) return;
  follow(state, entry);
  if (!entry.reference.empty() && has_seen(account, entry.reference)) state.may_repeat = true;
}

void EntryDoubts::follow(State& state, const EntryView& entry) {
  const Currency currency = entry.amount.currency();
  if (!state.has_entry) {
    state.has_entry = true;
    state.currency = currency;
  }
  const auto expected = checked_add(state.running, entry.amount.minor());
  if (currency != state.currency || !expected) {
    state.is_doubtful = true;
    return;
  }
  state.running = *expected;
  if (!entry.balance) return;
  const bool fits = entry.balance->currency() == currency &&
                    (!state.has_balance || entry.balance->minor() == *expected);
  if (!fits) state.is_doubtful = true;
  state.has_balance = true;
  state.running = entry.balance->minor();
}

/// Notes the reference; whether it, or one that leaves the same marks, was noted before.
bool EntryDoubts::has_seen(std::uint32_t account, std::string_view reference) {
  const std::uint64_t hash = hash_of(reference, account + 1);
  std::uint64_t* const block =
      &bits_[(hash & (bits_.size() / words_in_block - 1)) * words_in_block];
  bool seen = true;
  // The lower half chose the block; the upper half marks one bit in each of five words of it.
  for (unsigned i = 0; i < 5; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << ((hash >> (32U + 6U * i)) & 63U);
    seen = seen && (block[i] & bit) != 0;
    block[i] |= bit;
  }
  return seen;
}

}  // namespace recoup
