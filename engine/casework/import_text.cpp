#include "recoup/casework/import_text.hpp"

#include <algorithm>
#include <map>

#include "recoup/base/text.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {
namespace {

/// A merged line that a reference or balance proves is good news; all else is to be looked at.
bool is_fault(const LedgerRemark& remark) {
  return remark.kind != LedgerRemark::Kind::merged_lines;
}

std::string name_of(const ImportReport& report, const Digest& digest) {
  for (const ImportedFile& file : report.files) {
    if (!file.refused && file.digest == digest) return file.path;
  }
  const auto held = report.names.find(digest);
  return held == report.names.end() ? digest.short_text() : held->second;
}

Error as_error(const ImportReport& report, const LedgerRemark& remark) {
  return {ErrorCode::contradiction, remark.found, remark.expected,
          Place{name_of(report, remark.place.document), remark.place.line, remark.account}};
}

std::string count_text(const RecordCounts& counts) {
  std::string out;
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count == 0) return;
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + what;
  };
  add(counts.entries, "entries");
  add(counts.balances, "balances");
  add(counts.facts, "facts");
  add(counts.seizures, "seizures");
  add(counts.statements, "statements");
  add(counts.series, "published figures");
  add(counts.held_back, "held back");
  add(counts.rejections, "rejected");
  return out.empty() ? "no records" : out;
}

std::string file_text(const ImportedFile& file) {
  if (file.refused) return "refused  " + printable(file.path) + "\n";
  std::string out = file.outcome.already_held ? "held     " : "imported ";
  out += printable(file.path) + "  " + file.format;
  if (!file.profile.empty()) out += " (" + printable(file.profile) + ")";
  out += "  " + count_text(file.counts);
  if (file.outcome.already_held) {
    out += file.outcome.name_added ? "  (these bytes were here under another name)"
                                   : "  (these bytes were here already; nothing was changed)";
  }
  return out + "\n";
}

std::size_t certain_merges(const ImportReport& report) {
  return static_cast<std::size_t>(
      std::count_if(report.remarks.begin(), report.remarks.end(),
                    [](const LedgerRemark& remark) { return !is_fault(remark); }));
}

/// What is waited for, line by line; a long list of one kind in one line, with its first three.
/// JSON has them all.
std::string waiting_text(const ImportReport& report) {
  constexpr std::size_t lines_of_a_kind_max = 12;
  std::map<std::string, std::vector<std::string>> by_reason;
  for (const Unresolved& each : report.unresolved) by_reason[each.why].push_back(each.what);
  std::string out;
  for (const auto& [why, what] : by_reason) {
    if (what.size() > lines_of_a_kind_max) {
      out += "waiting  " + std::to_string(what.size()) + " (" + printable(what[0]) + "; " +
             printable(what[1]) + "; " + printable(what[2]) +
             "; …; --json lists all): " + printable(why) + "\n";
      continue;
    }
    for (const std::string& each : what) {
      out += "waiting  " + printable(each) + ": " + printable(why) + "\n";
    }
  }
  return out;
}

void write_error(JsonWriter& json, const Error& error) {
  json.begin_object().member("document", error.place.document);
  json.name("line").integer(error.place.line);
  json.member("field", error.place.field)
      .member("found", error.found)
      .member("expected", error.expected)
      .end_object();
}

void write_file(JsonWriter& json, const ImportedFile& file) {
  json.begin_object().member("file", file.path);
  json.member("status", file.refused ? "refused" : file.outcome.already_held ? "held" : "imported");
  if (file.refused) {
    json.name("error");
    write_error(json, *file.refused);
  } else {
    json.member("sha256", file.digest.text())
        .member("format", file.format)
        .member("importer", file.version)
        .member("profile", file.profile);
    json.name("entries").integer(file.counts.entries);
    json.name("facts").integer(file.counts.facts);
    json.name("seizures").integer(file.counts.seizures);
    json.name("statements").integer(file.counts.statements);
    json.name("series").integer(file.counts.series);
    json.name("held_back").integer(file.counts.held_back);
    json.name("rejected").begin_array();
    for (const Rejection& rejection : file.rejections) write_error(json, rejection.error);
    json.end_array().name("notes").begin_array();
    for (const std::string& note : file.notes) json.text(note);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

bool needs_person(const ImportReport& report) {
  if (!report.faults.empty()) return true;
  return std::any_of(report.remarks.begin(), report.remarks.end(), is_fault) ||
         std::any_of(report.files.begin(), report.files.end(),
                     [](const ImportedFile& file) { return !file.rejections.empty(); });
}

std::string import_text(const ImportReport& report) {
  std::string out;
  for (const ImportedFile& file : report.files) {
    out += file_text(file);
    for (const std::string& note : file.notes) out += "         " + printable(note) + "\n";
  }
  if (const std::size_t merged = certain_merges(report); merged > 0) {
    out += std::to_string(merged) + " entries stand in two documents and count once\n";
  }
  out += waiting_text(report);
  return out;
}

std::vector<std::string> fault_lines(const ImportReport& report) {
  std::vector<std::string> lines;
  for (const ImportedFile& file : report.files) {
    if (file.refused) lines.push_back("refused: " + message(*file.refused));
    for (const Rejection& rejection : file.rejections) {
      lines.push_back("rejected: " + message(rejection.error));
    }
  }
  for (const LedgerRemark& remark : report.remarks) {
    if (is_fault(remark)) lines.push_back("look at: " + message(as_error(report, remark)));
  }
  for (const std::string& fault : report.faults) lines.push_back("look at: " + fault);
  return lines;
}

std::string import_json(const ImportReport& report) {
  JsonWriter json;
  json.begin_object().name("files").begin_array();
  for (const ImportedFile& file : report.files) write_file(json, file);
  json.end_array().name("remarks").begin_array();
  for (const LedgerRemark& remark : report.remarks) write_error(json, as_error(report, remark));
  json.end_array().name("faults").begin_array();
  for (const std::string& fault : report.faults) json.text(fault);
  json.end_array().name("waiting").begin_array();
  for (const Unresolved& unresolved : report.unresolved) {
    json.begin_object().member("what", unresolved.what).member("why", unresolved.why).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace recoup
