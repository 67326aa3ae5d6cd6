// leg_texts.hpp: the words of a ledger's legs, each kept once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// What a leg's statement says of the other side, and the words that go with it.
struct LegText {
  std::string_view counterparty_account;
  std::string_view counterparty_name;
  std::string_view description;
  std::string_view reference;
};

/// A text among those of one ledger: two have one number where they are the same, byte by byte.
enum class TextId : std::uint32_t {};

constexpr std::size_t index(TextId id) noexcept { return static_cast<std::size_t>(id); }

/// The numbers of a leg's texts.
struct LegTextIds {
  TextId counterparty_account{};
  TextId counterparty_name{};
  TextId description{};
  TextId reference{};
};

/// Texts, each kept once. They are numbered from 0 in the order in which they first came; 0 is "".
class TextPool {
 public:
  TextPool();

  /// The number of a text, which is kept where it is new.
  TextId add(std::string_view text);

  /// Valid until the next `add`.
  [[nodiscard]] std::string_view text(TextId id) const noexcept {
    const std::uint64_t begin = ends_[index(id)];
    return {bytes_.data() + begin, static_cast<std::size_t>(ends_[index(id) + 1] - begin)};
  }
  [[nodiscard]] std::size_t count() const noexcept { return ends_.size() - 1; }

 private:
  void grow();

  std::string bytes_;
  std::vector<std::uint64_t> ends_;   // of the text before; one more than there are texts
  std::vector<std::uint32_t> slots_;  // by hash, number + 1; 0 where free
};

/// The words of N legs.
class LegTexts {
 public:
  void push_back(const LegText& text);

  /// Valid until the next `push_back`.
  [[nodiscard]] LegText operator[](std::size_t leg) const noexcept {
    const LegTextIds& ids = rows_[leg];
    return {pool_.text(ids.counterparty_account), pool_.text(ids.counterparty_name),
            pool_.text(ids.description), pool_.text(ids.reference)};
  }
  [[nodiscard]] const LegTextIds& ids(std::size_t leg) const noexcept { return rows_[leg]; }
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

  [[nodiscard]] std::string_view text(TextId id) const noexcept { return pool_.text(id); }
  /// How many different texts there are: their numbers are below it.
  [[nodiscard]] std::size_t text_count() const noexcept { return pool_.count(); }

 private:
  std::vector<LegTextIds> rows_;
  TextPool pool_;
};

}  // namespace recoup
