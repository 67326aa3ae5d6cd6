// entry_reader.hpp: one entry of a case file, read field by field.
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/facts.hpp"

namespace recoup {

/// The fields of one entry.
///
///   Errors  Every function that returns a Result names section, entry and field in the place.
class EntryReader {
 public:
  EntryReader(std::string section, std::string id) : section_(std::move(section)), id_(id) {}

  /// Adds a field. Errors: contradiction (stated before in another way).
  Result<void> add(const StatedFact& stated);

  [[nodiscard]] const std::string& section() const noexcept { return section_; }
  [[nodiscard]] const std::string& id() const noexcept { return id_; }
  /// Where the entry begins.
  [[nodiscard]] StatedPlace entry() const;

  /// The text as it stands, or "".
  [[nodiscard]] std::string text(std::string_view field);
  Result<Maybe<Date>> date(std::string_view field);
  Result<Maybe<bool>> truth(std::string_view field);
  Result<Maybe<Fraction>> fraction(std::string_view field);
  /// An amount of zero or more in the currency of the entry.
  Result<Maybe<Money>> amount(std::string_view field);
  /// Which of `words` stands there, as its place in the list. Errors: malformed, also where nothing
  /// stands there.
  Result<std::size_t> word(std::string_view field, std::initializer_list<std::string_view> words);
  [[nodiscard]] bool has(std::string_view field) const;
  /// Whether there is a field whose name begins with `path`: an element of a list.
  [[nodiscard]] bool has_any(std::string_view path) const;
  /// Where the field is stated. Requires that it is there.
  [[nodiscard]] StatedPlace cited(std::string_view field) const;

  /// Fields that others read.
  void leave(std::initializer_list<std::string_view> fields);
  /// Fields that no call above has named.
  [[nodiscard]] std::vector<std::string> unread() const;

  /// An error about `field`.
  [[nodiscard]] Error fault(ErrorCode code, std::string found, std::string expected,
                            std::string_view field) const;

 private:
  const StatedFact* find(std::string_view field);
  [[nodiscard]] StatedPlace cite(const StatedFact& stated) const;

  std::string section_;
  std::string id_;
  std::map<std::string, StatedFact, std::less<>> fields_;
  std::set<std::string, std::less<>> read_;
};

/// The entries of `section`, in the order of their place in the file, then of their id.
///
/// Errors: contradiction.
[[nodiscard]] Result<std::vector<EntryReader>> entries_of(const std::vector<StatedFact>& facts,
                                                          std::string_view section);

}  // namespace recoup
