#include "recoup/ledger/leg_texts.hpp"

#include <functional>
#include <limits>

#include "recoup/base/check.hpp"

namespace recoup {

TextPool::TextPool() : ends_{0}, slots_(16, 0) { add({}); }

TextId TextPool::add(std::string_view text) {
  if (ends_.size() * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(text) & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const auto id = static_cast<TextId>(slots_[at] - 1);
    if (this->text(id) == text) return id;
  }
  RECOUP_CHECK(count() < std::numeric_limits<std::uint32_t>::max());
  const auto id = static_cast<TextId>(count());
  bytes_.append(text);
  ends_.push_back(bytes_.size());
  slots_[at] = static_cast<std::uint32_t>(count());
  return id;
}

void TextPool::grow() {
  std::vector<std::uint32_t> slots(slots_.size() * 2, 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < count(); ++number) {
    std::size_t at = std::hash<std::string_view>()(text(static_cast<TextId>(number))) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = number + 1;
  }
  slots_ = std::move(slots);
}

void LegTexts::push_back(const LegText& text) {
  rows_.push_back({pool_.add(text.counterparty_account), pool_.add(text.counterparty_name),
                   pool_.add(text.description), pool_.add(text.reference)});
}

}  // namespace recoup
