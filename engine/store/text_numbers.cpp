#include "text_numbers.hpp"

#include <cstring>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

__extension__ using Product = unsigned __int128;

constexpr std::size_t slots_at_first = 1024;

/// Both halves of a product: every bit of it depends on every bit of both factors.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const Product product = static_cast<Product>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t other = 0xD1B54A32D192ED03U;
  std::uint64_t hash = mix(seed ^ odd, text.size() ^ other);
  while (text.size() > sizeof hash) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    hash = mix(hash ^ word, odd);
    text.remove_prefix(sizeof word);
  }
  std::uint64_t last = 0;
  if (!text.empty()) std::memcpy(&last, text.data(), text.size());
  return mix(hash ^ last, other);
}

TextNumbers::TextNumbers() : slots_(slots_at_first) {}

std::uint32_t TextNumbers::number(std::string_view name) {
  const std::uint64_t hash = hash_of(name);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (!slot.is_taken) {
      const std::uint32_t fresh = size();
      RECOUP_CHECK(fresh != UINT32_MAX);
      slot = {hash, fresh, true};
      texts_ += name;
      ends_.push_back(texts_.size());
      if (ends_.size() * 2 > slots_.size()) grow();
      return fresh;
    }
    if (slot.hash == hash && text(slot.number) == name) return slot.number;
  }
}

void TextNumbers::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (!slot.is_taken) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].is_taken) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace recoup
