#include "nightly/state.hpp"

#include <charconv>
#include <utility>

#include "recoup/markup/json.hpp"
#include "recoup/number/int128.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

using Flat = std::map<std::string, std::string>;

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
  [[nodiscard]] Flat take_values() { return std::move(values_); }

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

  Flat values_;
  std::vector<Level> open_;
  std::string key_;
};

std::string text_at(const Flat& flat, const std::string& path) {
  const auto at = flat.find(path);
  return at == flat.end() ? std::string() : at->second;
}

std::uint64_t count_at(const Flat& flat, const std::string& path) {
  const std::string digits = text_at(flat, path);
  std::uint64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

std::vector<std::string> texts_at(const Flat& flat, const std::string& path) {
  std::vector<std::string> texts;
  for (std::size_t i = 0;; ++i) {
    const auto at = flat.find(path + "[" + std::to_string(i) + "]");
    if (at == flat.end()) return texts;
    texts.push_back(at->second);
  }
}

std::string day_text(const std::optional<Date>& day) { return day ? iso_text(*day) : ""; }

std::optional<Date> day_at(const Flat& flat, const std::string& path) {
  const auto day = parse_date(text_at(flat, path));
  return day ? std::optional(day.value()) : std::nullopt;
}

/// The amounts of a measurement by the names under which they are kept.
struct KeptAmount {
  const char* name;
  MinorUnits LedgerMeasures::*amount;
};

constexpr KeptAmount kept_amounts[] = {{"sources", &LedgerMeasures::sources},
                                       {"traced_least", &LedgerMeasures::traced_least},
                                       {"traced_low", &LedgerMeasures::traced_low},
                                       {"traced_high", &LedgerMeasures::traced_high},
                                       {"left", &LedgerMeasures::left},
                                       {"held", &LedgerMeasures::held}};

void write_measures(JsonWriter& json, const MeasuresByCase& measures) {
  json.name("measures").begin_array();
  for (const auto& [case_id, kept] : measures) {
    json.begin_object().member("case", case_id).member("fingerprint", kept.fingerprint);
    json.member("measured_on", iso_text(kept.measured_on));
    json.member("last_booking", day_text(kept.sums.last_booking));
    json.member("last_known_booking", day_text(kept.sums.last_known_booking));
    json.name("unverified_lines").integer(kept.sums.unverified_lines);
    for (const KeptAmount& each : kept_amounts)
      json.member(each.name, text(kept.sums.*each.amount));
    json.end_object();
  }
  json.end_array();
}

Result<MeasuresByCase> read_measures(const Flat& flat) {
  MeasuresByCase measures;
  for (std::size_t i = 0;; ++i) {
    const std::string at = "measures[" + std::to_string(i) + "].";
    if (!flat.contains(at + "case")) return measures;
    KeptMeasures kept;
    kept.fingerprint = text_at(flat, at + "fingerprint");
    RECOUP_TRY(day, parse_date(text_at(flat, at + "measured_on")));
    kept.measured_on = day;
    kept.sums.last_booking = day_at(flat, at + "last_booking");
    kept.sums.last_known_booking = day_at(flat, at + "last_known_booking");
    kept.sums.unverified_lines = static_cast<std::int64_t>(count_at(flat, at + "unverified_lines"));
    for (const KeptAmount& each : kept_amounts) {
      const auto amount = parse_int128(text_at(flat, at + each.name));
      if (!amount) {
        return Error{ErrorCode::malformed, "no amount", "a whole number", {"", 0, at + each.name}};
      }
      kept.sums.*each.amount = *amount;
    }
    measures[text_at(flat, at + "case")] = std::move(kept);
  }
}

void write_ranking(JsonWriter& json, const std::vector<RankedRow>& ranking) {
  json.name("ranking").begin_array();
  for (const RankedRow& row : ranking) {
    json.begin_object().name("place").integer(row.place);
    json.member("case", row.case_id)
        .member("operation", row.operation)
        .member("band", row.band)
        .member("points", row.points)
        .member("value", row.value)
        .member("next_deadline", row.next_deadline);
    json.members("reasons", row.reasons);
    json.end_object();
  }
  json.end_array();
}

std::vector<RankedRow> read_ranking(const Flat& flat) {
  std::vector<RankedRow> ranking;
  for (std::size_t i = 0;; ++i) {
    const std::string at = "ranking[" + std::to_string(i) + "].";
    if (!flat.contains(at + "case")) return ranking;
    ranking.push_back({count_at(flat, at + "place"), text_at(flat, at + "case"),
                       text_at(flat, at + "operation"), text_at(flat, at + "band"),
                       text_at(flat, at + "points"), text_at(flat, at + "value"),
                       text_at(flat, at + "next_deadline"), texts_at(flat, at + "reasons")});
  }
}

}  // namespace

Result<Flat> flat_json(std::string_view bytes) {
  PathFollower follower;
  auto read = read_json(bytes, [&](const JsonEvent& event) { return follower.take(event); });
  if (!read) return std::move(read).error();
  return follower.take_values();
}

std::string written(const LastNight& night) {
  JsonWriter json;
  json.begin_object().name("number").integer(night.number).member("as_at", night.as_at);
  write_ranking(json, night.ranking);
  write_measures(json, night.measures);
  json.end_object();
  return json.take();
}

Result<LastNight> read_last_night(std::string_view bytes) {
  LastNight night;
  if (bytes.empty()) return night;
  RECOUP_TRY(flat, flat_json(bytes));
  night.number = count_at(flat, "number");
  night.as_at = text_at(flat, "as_at");
  night.ranking = read_ranking(flat);
  RECOUP_TRY(measures, read_measures(flat));
  night.measures = std::move(measures);
  return night;
}

std::string written(const Arrival& arrival) {
  JsonWriter json;
  json.begin_object()
      .member("file", arrival.file)
      .member("status", arrival.status)
      .member("sha256", arrival.sha256)
      .member("format", arrival.format);
  json.name("entries").integer(arrival.entries).name("rejected").integer(arrival.rejected);
  json.members("remarks", arrival.remarks);
  json.members("notes", arrival.notes);
  json.end_object();
  return json.take();
}

Result<Arrival> read_arrival(std::string_view bytes) {
  RECOUP_TRY(flat, flat_json(bytes));
  return Arrival{text_at(flat, "file"),     text_at(flat, "status"),   text_at(flat, "sha256"),
                 text_at(flat, "format"),   count_at(flat, "entries"), count_at(flat, "rejected"),
                 texts_at(flat, "remarks"), texts_at(flat, "notes")};
}

}  // namespace recoup
