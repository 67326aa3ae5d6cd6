// import_files.hpp: takes files into the store.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/session.hpp"
#include "recoup/ledger/builder.hpp"
#include "recoup/records/import.hpp"
#include "recoup/report/trace_report.hpp"

namespace recoup {

/// What became of one file.
struct ImportedFile {
  std::string path;
  std::optional<Error> refused;  ///< Why nothing of the file was taken in.
  Digest digest;
  std::string format;
  std::string version;
  std::string profile;  ///< Of the layout by which it was read, or empty.
  RecordCounts counts;
  SaveOutcome outcome;
  std::vector<Rejection> rejections;
  std::vector<std::string> notes;
};

/// What became of all of them, and what the accounts they touch now show.
struct ImportReport {
  std::vector<ImportedFile> files;
  std::vector<LedgerRemark> remarks;
  std::vector<Unresolved> unresolved;
  std::map<Digest, std::string> names;  ///< Of the documents that the remarks name.
  std::vector<std::string> faults;  ///< Of the cases touched: sources that cannot be, by message.
};

/// How files are to be read.
struct ImportRequest {
  std::vector<std::string> paths;
  std::string format = {};      ///< Empty: found out from the content.
  std::string profile = {};     ///< Name of a layout of CSV, or empty: the one that fits.
  std::string date_order = {};  ///< "dmy", "mdy" or "ymd" where a file leaves it open, or empty.
  std::string account = {};     ///< For files that name no account.
  std::string currency = {};    ///< For files that name no currency.
  std::string case_id = {};     ///< Empty: for no case.
  /// Whether the cases that the files touch are put together, and what they show is reported.
  bool looks_at_cases = true;
};

/// The formats that can be asked for by name.
[[nodiscard]] std::vector<std::string> import_formats();

/// Imports each file as one transaction; a file that is refused stops no other, and is kept with
/// the reason.
///
/// Errors: what the store answers. A fault of a file is part of the report.
[[nodiscard]] Result<ImportReport> import_files(Session& session, const ImportRequest& request);

/// The bytes of the file `path`.
///
/// Errors: no_such_file (not there, or a folder), not_permitted, malformed (unreadable).
[[nodiscard]] Result<Document> read_document(const std::string& path);

}  // namespace recoup
