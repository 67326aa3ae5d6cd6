#include "flat_json.hpp"

#include <charconv>
#include <utility>

#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

/// Follows the events of a document and knows the path of each value.
class PathFollower {
 public:
  Result<void> take(const JsonEvent& event) {
    switch (event.kind) {
      case JsonEvent::Kind::key: key_ = event.text; return {};
      case JsonEvent::Kind::object_begin: open(false); return {};
      case JsonEvent::Kind::array_begin: open(true); return {};
      case JsonEvent::Kind::object_end:
      case JsonEvent::Kind::array_end: open_.pop_back(); return {};
      default: values_[path_of_next()] = event.text; return {};
    }
  }
  [[nodiscard]] FlatJson take_values() { return std::move(values_); }

 private:
  struct Level {
    std::string path;
    bool is_array = false;
    std::size_t next = 0;
  };

  std::string path_of_next() {
    if (open_.empty()) return "";
    Level& level = open_.back();
    if (level.is_array) return level.path + "[" + std::to_string(level.next++) + "]";
    return level.path.empty() ? key_ : level.path + "." + key_;
  }
  void open(bool is_array) { open_.push_back({path_of_next(), is_array, 0}); }

  FlatJson values_;
  std::vector<Level> open_;
  std::string key_;
};

}  // namespace

Result<FlatJson> flat_json(std::string_view bytes) {
  PathFollower follower;
  auto read = read_json(bytes, [&](const JsonEvent& event) { return follower.take(event); });
  if (!read) return std::move(read).error();
  return follower.take_values();
}

std::string text_at(const FlatJson& flat, const std::string& path) {
  const auto at = flat.find(path);
  return at == flat.end() ? std::string() : at->second;
}

std::uint64_t count_at(const FlatJson& flat, const std::string& path) {
  const std::string digits = text_at(flat, path);
  std::uint64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

std::vector<std::string> texts_at(const FlatJson& flat, const std::string& path) {
  std::vector<std::string> texts;
  for (std::size_t i = 0;; ++i) {
    const auto at = flat.find(path + "[" + std::to_string(i) + "]");
    if (at == flat.end()) return texts;
    texts.push_back(at->second);
  }
}

std::optional<Date> day_at(const FlatJson& flat, const std::string& path) {
  const auto day = parse_date(text_at(flat, path));
  return day ? std::optional(day.value()) : std::nullopt;
}

}  // namespace recoup
