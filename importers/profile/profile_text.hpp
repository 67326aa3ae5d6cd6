// profile_text.hpp: the syntax of a profile: keys and values, line by line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One `key: value` of a profile.
struct ProfileLine {
  std::string key;
  std::string value;  ///< Without the blanks at its ends; everything else as it stands.
  std::uint64_t line = 0;

  friend bool operator==(const ProfileLine&, const ProfileLine&) = default;
};

/// The keys and values of a profile, in their order; a key may stand more than once.
class ProfileText {
 public:
  /// Reads `key: value` lines. A key is small letters, digits and `_`; it ends at the first colon.
  /// Blank lines are passed over, and so are lines whose first character that is no blank is `#`.
  ///
  /// Errors: malformed (not UTF-8, a NUL, a line that is neither, nothing in it), with the line;
  /// the place's document is `name`.
  static Result<ProfileText> parse(std::string_view text, std::string_view name);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<ProfileLine>& lines() const { return lines_; }

  /// The only line with this key, or none.
  ///
  /// Errors: contradiction (the key stands more than once).
  [[nodiscard]] Result<std::optional<ProfileLine>> one(std::string_view key) const;
  /// The value of the only line with this key, or `otherwise`. Errors: as `one`.
  [[nodiscard]] Result<std::string> value(std::string_view key, std::string_view otherwise) const;
  /// Every line with this key.
  [[nodiscard]] std::vector<ProfileLine> all(std::string_view key) const;

  /// Refuses keys that nobody reads: a slip in a key must not pass unseen.
  ///
  /// Errors: malformed, naming the first key that is not in `known`, and the nearest that is.
  [[nodiscard]] Result<void> check_keys(const std::vector<std::string_view>& known) const;

  /// `found; expected` at the line, in the profile.
  [[nodiscard]] Error error(const ProfileLine& line, std::string found, std::string expected) const;

 private:
  std::string name_;
  std::vector<ProfileLine> lines_;
};

}  // namespace recoup
