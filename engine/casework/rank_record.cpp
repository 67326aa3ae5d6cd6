#include "rank_record.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "recoup/base/text.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

constexpr const char* measures_name = "measures.json";
constexpr std::string_view ranking_ending = ".ranking.json";

std::string file_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A reading error with the file it is about.
template <typename T>
Result<T> at_file(Result<T> read, const fs::path& path) {
  if (read) return read;
  Error error = std::move(read).error();
  if (error.place.document.empty()) error.place.document = path.string();
  return error;
}

/// "2025-09-30T12-00-00.ranking.json": names in the order of the moments, without colons, which not
/// every file system takes.
std::string ranking_name(const RecordedRanking& ranking) {
  std::string name = ranking.recorded_at;
  std::replace(name.begin(), name.end(), ':', '-');
  return name + std::string(ranking_ending);
}

std::string written(const RecordedRanking& ranking) {
  JsonWriter json;
  json.begin_object()
      .member("recorded_at", ranking.recorded_at)
      .member("as_at", ranking.as_at)
      .member("operation", ranking.operation)
      .member("pack_sha256", ranking.pack_digest);
  write_ranking(json, ranking.rows);
  json.end_object();
  return json.take();
}

Result<RecordedRanking> read_recorded(std::string_view bytes) {
  RECOUP_TRY(flat, flat_json(bytes));
  if (!flat.contains("recorded_at")) {
    return Error{ErrorCode::malformed, "no \"recorded_at\"", "a ranking that was recorded", {}};
  }
  return RecordedRanking{text_at(flat, "recorded_at"), text_at(flat, "as_at"),
                         text_at(flat, "operation"), text_at(flat, "pack_sha256"),
                         read_ranking(flat)};
}

std::vector<fs::path> recorded_files(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (const auto& each : fs::directory_iterator(folder, failure)) {
    if (each.path().filename().string().ends_with(ranking_ending)) files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

RankedRow row_of(const RankedCase& ranked, std::size_t place) {
  RankedRow row{place,
                ranked.case_id,
                ranked.operation,
                std::string(text(ranked.band)),
                ranked.points.text() + (ranked.provisional ? "*" : ""),
                ranked.value.grouped(),
                ranked.next_deadline,
                {}};
  for (const Contribution& each : ranked.contributions) row.reasons.push_back(each.reason);
  return row;
}

std::vector<RankedRow> rows_of(const std::vector<RankedCase>& ranked) {
  std::vector<RankedRow> rows;
  for (std::size_t i = 0; i < ranked.size(); ++i) rows.push_back(row_of(ranked[i], i + 1));
  return rows;
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

std::vector<RankedRow> read_ranking(const FlatJson& flat) {
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

Result<MeasuresByCase> kept_in(const std::string& folder) {
  const fs::path path = fs::path(folder) / measures_name;
  const std::string bytes = file_bytes(path);
  if (bytes.empty()) return MeasuresByCase();
  RECOUP_TRY(flat, at_file(flat_json(bytes), path));
  return read_measures(flat);
}

Result<void> keep_in(const std::string& folder, const MeasuresByCase& measures) {
  if (auto made = make_folder(folder); !made) return made;
  JsonWriter json(JsonWriter::Layout::compact);
  json.begin_object();
  write_measures(json, measures);
  json.end_object();
  return write_whole_file(fs::path(folder) / measures_name, json.take());
}

Result<void> record_ranking(const std::string& folder, const RecordedRanking& ranking) {
  if (auto made = make_folder(folder); !made) return made;
  return write_whole_file(fs::path(folder) / ranking_name(ranking), written(ranking));
}

Result<std::optional<RecordedRanking>> last_recorded(const std::string& folder,
                                                     const std::string& operation,
                                                     const std::string& until) {
  std::optional<RecordedRanking> last;
  for (const fs::path& path : recorded_files(folder)) {
    RECOUP_TRY(ranking, at_file(read_recorded(file_bytes(path)), path));
    if (ranking.operation != operation || ranking.recorded_at > until) continue;
    last = std::move(ranking);
  }
  return last;
}

}  // namespace recoup
