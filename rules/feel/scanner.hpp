// scanner.hpp: reads the words, names and literals of an expression, one at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// A name taken apart: words, and the operators between them, each for itself.
struct KnownName {
  std::string name;  ///< As `normal_name` gives it.
  std::vector<std::string> parts;
};

[[nodiscard]] KnownName known_name(std::string_view name);

/// Stands at a place in an expression. Everything that takes something skips the white space and
/// the comments in front of it.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t place() const noexcept { return at_; }
  void go_back(std::size_t place) noexcept { at_ = place; }

  [[nodiscard]] bool at_end();
  [[nodiscard]] bool at(std::string_view symbol);
  bool take(std::string_view symbol);
  [[nodiscard]] bool at_word(std::string_view word);
  bool take_word(std::string_view word);
  [[nodiscard]] bool at_digit();
  [[nodiscard]] bool at_name();
  /// The number literal that begins here.
  [[nodiscard]] std::string_view take_number();
  /// The text between quotation marks with its escapes resolved.
  ///
  /// Errors: malformed.
  Result<std::string> take_string();

  /// The longest of `names` that stands here, or nothing. Does not move.
  struct Match {
    const KnownName* name = nullptr;
    std::size_t end = 0;
  };
  [[nodiscard]] std::optional<Match> longest(const std::vector<KnownName>& names);
  /// Takes words up to the next word of the language: what an unknown name is taken for.
  [[nodiscard]] std::string take_words();
  /// Takes the name of a variable that is being made: everything up to `end`, which is a word
  /// ("in") or a symbol (":"). Nothing where it does not follow; then nothing has moved.
  std::optional<std::string> take_name_before(std::string_view end);

  /// What stands here instead of what was expected.
  [[nodiscard]] Error error(std::string_view expected);

 private:
  void skip_blanks();
  [[nodiscard]] std::size_t word_length(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> end_of(const KnownName& name) const;
  Result<std::string> take_escape();

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Whether `word` is a word of the language and so ends an unknown name.
[[nodiscard]] bool is_feel_word(std::string_view word);

}  // namespace recoup
