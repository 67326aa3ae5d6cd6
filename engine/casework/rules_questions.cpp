#include "recoup/casework/rules_questions.hpp"

#include <filesystem>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {
namespace {

Result<void> add_file(const std::filesystem::path& path, FileSet& files) {
  const std::string extension = path.extension().string();
  if (extension != ".dmn" && extension != ".xml") return {};
  RECOUP_TRY(document, read_document(path.string()));
  files[path.generic_string()] = std::move(document.bytes);
  return {};
}

/// The models and tests below a folder; beside a test file, its folder's.
Result<void> add_files(const std::string& given, FileSet& files) {
  std::filesystem::path path(given);
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) {
    return Error{ErrorCode::no_such_file, "no such file", "a folder or a test file",
                 Place{given, 0, ""}};
  }
  if (!std::filesystem::is_directory(path, failure)) path = path.parent_path();
  if (path.empty()) path = ".";
  std::filesystem::recursive_directory_iterator entry(path, failure);
  for (; !failure && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(failure)) {
    if (!entry->is_regular_file(failure)) continue;
    if (auto added = add_file(entry->path(), files); !added) return added;
  }
  if (failure)
    return Error{ErrorCode::not_permitted, failure.message(), "a folder that may be read",
                 Place{given, 0, ""}};
  return {};
}

std::string_view result_name(TckCase::Result result) {
  switch (result) {
    case TckCase::Result::passed: return "passed";
    case TckCase::Result::failed: return "failed";
    case TckCase::Result::skipped: return "skipped";
  }
  return "failed";
}

std::string report_json(const TckReport& report) {
  JsonWriter json;
  json.begin_object().name("passed").integer(report.passed).name("failed").integer(report.failed);
  json.name("skipped").integer(report.skipped).name("test_cases").begin_object();
  json.name("passed").integer(report.tests_passed).name("total").integer(report.tests).end_object();
  json.name("cases").begin_array();
  for (const TckCase& each : report.cases) {
    json.begin_object()
        .member("file", each.file)
        .member("model", each.model)
        .member("test", each.test)
        .member("node", each.node)
        .member("result", result_name(each.result))
        .member("why", each.why)
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string report_text(const TckReport& report) {
  std::string out;
  for (const TckCase& each : report.cases) {
    if (each.result == TckCase::Result::passed) continue;
    out += std::string(result_name(each.result)) + "  " + printable(each.file) + "  " +
           printable(each.test) + "  " + printable(each.node) + ": " + printable(each.why) + "\n";
  }
  return out + std::to_string(report.passed) + " result nodes passed, " +
         std::to_string(report.failed) + " failed, " + std::to_string(report.skipped) +
         " skipped; " + std::to_string(report.tests_passed) + " of " +
         std::to_string(report.tests) + " test cases passed\n";
}

}  // namespace

Result<Reply> list_packs(Form form) {
  TextTable table({"pack", "version", "law from", "to", "status", "signatures", "title", "sha256"},
                  {Align::left, Align::left, Align::left, Align::left, Align::left, Align::left,
                   Align::left, Align::left});
  std::string not_in_use;
  JsonWriter json;
  json.begin_object().name("packs").begin_array();
  for (const std::string& id : built_in_pack_ids()) {
    RECOUP_TRY(pack, built_in_pack(id));
    RECOUP_TRY(signatures, pack_signatures(pack.files()));
    const std::string signed_by(signature_state_text(signatures.state));
    table.row({pack.id(), pack.version(), pack.in_force_from(), pack.in_force_to(),
               pack.is_enabled() ? pack.status() : "disabled", signed_by, pack.title(),
               pack.digest().text()});
    if (!pack.is_enabled()) not_in_use += pack.id() + " is " + pack.status() + "\n";
    json.begin_object()
        .member("id", pack.id())
        .member("version", pack.version())
        .member("title", pack.title())
        .member("status", pack.status())
        .member("in_force_from", pack.in_force_from())
        .member("in_force_to", pack.in_force_to())
        .member("signatures", signed_by)
        .member("sha256", pack.digest().text())
        .end_object();
  }
  json.end_array().end_object();
  return Reply{form == Form::json ? json.take() : table.text() + not_in_use, false};
}

Result<Reply> test_rules(const std::vector<std::string>& paths, Form form) {
  FileSet files;
  for (const std::string& path : paths) {
    if (auto added = add_files(path, files); !added) return std::move(added).error();
  }
  const TckReport report = run_tck(files);
  return Reply{form == Form::json ? report_json(report) : report_text(report), report.failed > 0};
}

}  // namespace recoup
