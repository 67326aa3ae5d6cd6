// Reads declarations of features.
#include <array>
#include <charconv>

#include "recoup/base/text.hpp"
#include "recoup/dmn/feature.hpp"
#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

using Kind = JsonEvent::Kind;

constexpr std::array<std::pair<std::string_view, FeatureAggregate>, 7> aggregates = {
    {{"count", FeatureAggregate::count},
     {"sum", FeatureAggregate::sum},
     {"distinct", FeatureAggregate::distinct},
     {"min", FeatureAggregate::min},
     {"max", FeatureAggregate::max},
     {"first", FeatureAggregate::first},
     {"last", FeatureAggregate::last}}};

/// Takes the events of one file. The path of keys tells where a value belongs.
class FeatureReader {
 public:
  explicit FeatureReader(const std::string& document) : document_(document) {}

  Result<void> take(const JsonEvent& event) {
    switch (event.kind) {
      case Kind::key: key_ = event.text; return {};
      case Kind::object_begin: return begin_object(event);
      case Kind::array_begin: return begin_array(event);
      case Kind::object_end: return end_object(event);
      case Kind::array_end: in_grain_ = false; return {};
      case Kind::text:
      case Kind::number:
      case Kind::truth:
      case Kind::none: break;
    }
    if (depth_ != 2 + (in_filter_ ? 1 : 0)) return fault(event, "a list of features");
    return member(event);
  }

  std::vector<FeatureDefinition> features;

 private:
  Error fault(const JsonEvent& event, std::string expected) const {
    return {ErrorCode::malformed, quoted(event.text.empty() ? key_ : event.text),
            std::move(expected), Place{document_, event.line, key_}};
  }

  Result<void> begin_object(const JsonEvent& event) {
    ++depth_;
    if (depth_ == 2) features.emplace_back();
    if (depth_ == 3 && key_ == "filter") in_filter_ = true;
    if (depth_ > 3 || (depth_ == 3 && !in_filter_)) return fault(event, "no object here");
    return {};
  }

  Result<void> begin_array(const JsonEvent& event) {
    if (depth_ == 1 && key_ == "features") return {};
    if (depth_ != 2 || key_ != "grain") return fault(event, "no list here");
    in_grain_ = true;
    return {};
  }

  Result<void> end_object(const JsonEvent& event) {
    --depth_;
    if (in_filter_) {
      in_filter_ = false;
      return {};
    }
    return depth_ == 1 ? check(event) : Result<void>();
  }

  Result<void> member(const JsonEvent& event) {
    FeatureDefinition& feature = features.back();
    if (key_ == "window_days" && !in_filter_) return window(event);
    if (event.kind != Kind::text) return fault(event, "a text");
    if (in_filter_) {
      feature.filter.push_back({normal_name(key_), event.text});
    } else if (in_grain_) {
      feature.grain.push_back(normal_name(event.text));
    } else if (key_ == "name") {
      feature.name = normal_name(event.text);
    } else if (key_ == "day") {
      feature.day = normal_name(event.text);
    } else if (key_ == "of") {
      feature.of = normal_name(event.text);
    } else if (key_ == "authority" || key_ == "source") {
      feature.authority = event.text;
    } else if (key_ == "aggregate") {
      return aggregate(event);
    } else {
      return fault(event,
                   "name, grain, filter, day, window_days, aggregate, of, authority or source");
    }
    return {};
  }

  Result<void> aggregate(const JsonEvent& event) {
    for (const auto& [word, aggregate] : aggregates) {
      if (event.text != word) continue;
      features.back().aggregate = aggregate;
      has_aggregate_ = true;
      return {};
    }
    return fault(event, "count, sum, distinct, min, max, first or last");
  }

  Result<void> window(const JsonEvent& event) {
    std::int32_t days = 0;
    const char* end = event.text.data() + event.text.size();
    const auto read = std::from_chars(event.text.data(), end, days);
    if (event.kind != Kind::number || read.ec != std::errc() || read.ptr != end || days < 1 ||
        days > 100'000) {
      return fault(event, "a number of days from 1 to 100000");
    }
    features.back().window_days = days;
    return {};
  }

  Result<void> check(const JsonEvent& event) {
    const FeatureDefinition& feature = features.back();
    key_.clear();
    if (feature.name.empty()) return fault(event, "a name");
    key_ = feature.name;
    if (feature.authority.empty()) return fault(event, "an authority or a source");
    if (!has_aggregate_) return fault(event, "an aggregate");
    has_aggregate_ = false;
    const bool counts = feature.aggregate == FeatureAggregate::count;
    if (counts != feature.of.empty()) {
      return fault(event, counts ? "no \"of\" for a count" : "\"of\", the column to aggregate");
    }
    if (feature.window_days && feature.day.empty()) return fault(event, "\"day\" for the window");
    for (std::size_t i = 0; i + 1 < features.size(); ++i) {
      if (features[i].name != feature.name) continue;
      return Error{ErrorCode::contradiction, quoted(feature.name) + " twice", "one feature a name",
                   Place{document_, event.line, "name"}};
    }
    return {};
  }

  const std::string& document_;
  std::string key_;
  int depth_ = 0;
  bool in_filter_ = false;
  bool in_grain_ = false;
  bool has_aggregate_ = false;
};

}  // namespace

Result<std::vector<FeatureDefinition>> read_features(const std::string& document,
                                                     std::string_view bytes) {
  FeatureReader reader(document);
  auto read = read_json(bytes, [&](const JsonEvent& event) { return reader.take(event); });
  if (!read) {
    Error error = read.error();
    error.place.document = document;
    return error;
  }
  return std::move(reader.features);
}

}  // namespace recoup
