// csv_tables.hpp: one document cut in every way in which a profile may want it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "csv/cut.hpp"
#include "profile/profile.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// The document as a table, and how its bytes became text.
struct CsvTable {
  CutText cut;
  std::string encoding;
};

/// Cuts a document once for each encoding, delimiter, quote and layout that is asked for.
///
///   Shape  The bytes must outlive it.
class CsvTables {
 public:
  explicit CsvTables(std::string_view bytes);

  /// The document as the profile wants it. The reference is good as long as this object.
  ///
  /// Errors: malformed (bytes that are not of the encoding, a NUL, a quote that is never closed).
  const Result<CsvTable>& of(const Profile& profile);

  /// The same bytes up to a line end at 64 KiB, enough to see what they are.
  [[nodiscard]] static std::string_view head(std::string_view bytes);

 private:
  [[nodiscard]] Result<CsvTable> cut(const Profile& profile, const std::string& encoding);
  const std::string& encoding_of(const Profile& profile);

  std::string_view bytes_;
  std::string certain_;
  std::string likely_;
  std::map<std::string, std::string> texts_;
  std::map<std::string, Result<CsvTable>> tables_;
};

}  // namespace recoup
