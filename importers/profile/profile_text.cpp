#include "profile/profile_text.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_';
  });
}

/// How many single letters must change to make one word of the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

std::string nearest(std::string_view key, const std::vector<std::string_view>& known) {
  const auto least = std::min_element(known.begin(), known.end(), [&](auto one, auto other) {
    return distance(key, one) < distance(key, other);
  });
  return least == known.end() ? "a known key"
                              : "a key of a profile, perhaps " + quoted(std::string(*least));
}

Error at_line(std::string_view name, std::uint64_t line, std::string found, std::string expected) {
  return Error{
      ErrorCode::malformed, std::move(found), std::move(expected), {std::string(name), line, ""}};
}

}  // namespace

Result<ProfileText> ProfileText::parse(std::string_view text, std::string_view name) {
  if (first_bad_utf8(text) || first_nul(text)) {
    return at_line(name, 0, "bytes that are no text", "a profile in UTF-8");
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  ProfileText profile;
  profile.name_ = name;
  std::uint64_t number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    const std::string_view line = trimmed(raw);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_key(key)) {
      return at_line(name, number, quoted(line), "a line `key: value`, or a comment behind #");
    }
    profile.lines_.push_back(
        {std::string(key), std::string(trimmed(line.substr(colon + 1))), number});
  }
  if (profile.lines_.empty()) {
    return at_line(name, 0, "no line `key: value`", "a profile with a name");
  }
  return profile;
}

Result<std::optional<ProfileLine>> ProfileText::one(std::string_view key) const {
  const std::vector<ProfileLine> found = all(key);
  if (found.empty()) return std::optional<ProfileLine>();
  if (found.size() == 1) return std::optional<ProfileLine>(found.front());
  Error twice = error(found[1], "`" + std::string(key) + "` for the second time",
                      "`" + std::string(key) + "` once");
  twice.code = ErrorCode::contradiction;
  return twice;
}

Result<std::string> ProfileText::value(std::string_view key, std::string_view otherwise) const {
  RECOUP_TRY(line, one(key));
  return line ? line->value : std::string(otherwise);
}

std::vector<ProfileLine> ProfileText::all(std::string_view key) const {
  std::vector<ProfileLine> found;
  std::copy_if(lines_.begin(), lines_.end(), std::back_inserter(found),
               [&](const ProfileLine& line) { return line.key == key; });
  return found;
}

Result<void> ProfileText::check_keys(const std::vector<std::string_view>& known) const {
  for (const ProfileLine& line : lines_) {
    if (std::find(known.begin(), known.end(), line.key) != known.end()) continue;
    return error(line, quoted(line.key), nearest(line.key, known));
  }
  return {};
}

Error ProfileText::error(const ProfileLine& line, std::string found, std::string expected) const {
  Error fault = at_line(name_, line.line, std::move(found), std::move(expected));
  fault.place.field = line.key;
  return fault;
}

}  // namespace recoup
