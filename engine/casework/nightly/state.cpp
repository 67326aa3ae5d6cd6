#include "nightly/state.hpp"

#include <utility>

#include "recoup/report/json_writer.hpp"

namespace recoup {
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
  night.measures = read_measures(flat);
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
