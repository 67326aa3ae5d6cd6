// fact_dictionary.hpp: what the facts are that a pack's tables ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/tck.hpp"

namespace recoup {

/// What one fact means, whoever states it.
struct FactEntry {
  std::string name;
  std::string type;   ///< "string", "boolean", "number", "date".
  std::string grain;  ///< What there is one of: "case", "offence", "account", "seizure" ...
  std::string unit;   ///< "GBP", "days" ... or empty.
  std::string meaning;
  std::string source;  ///< Where it comes from: a document, a finding of a person, a derivation.
  bool may_be_missing = false;
};

/// The facts of a pack.
///
///   Shape   A file `facts.csv` with the header name,type,grain,unit,meaning,source,may_be_missing;
///           the last column is yes or no.
///   Errors  malformed (not that header, an empty name, type, meaning or source, neither yes nor
///           no), contradiction (one name twice).
class FactDictionary {
 public:
  static Result<FactDictionary> read(std::string_view csv, const std::string& document);
  /// That of a pack's files; empty where there is no such file.
  static Result<FactDictionary> of_pack(const FileSet& files);

  [[nodiscard]] const FactEntry* find(std::string_view name) const;
  [[nodiscard]] const std::vector<FactEntry>& entries() const noexcept { return entries_; }

 private:
  std::vector<FactEntry> entries_;
};

}  // namespace recoup
