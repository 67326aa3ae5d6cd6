// pack.hpp: a pack of rules: decision models, dated parameters, the law behind them, and tests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"
#include "recoup/dmn/model.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/rules/facts.hpp"
#include "recoup/rules/finding.hpp"
#include "recoup/rules/parameters.hpp"

namespace recoup {

/// A pack that has been read.
///
///   Shape   `pack.json` (id, title, jurisdiction, version, status; all text), `model/*.dmn`,
///           `params/*.csv`; `law/*.md` and `tests/` are carried along.
///   Same    The digest is the SHA-256 of one line "PATH SHA256\n" for every file but `pack.sig`,
///           sorted by path: it stands for every other byte of the pack.
class Pack {
 public:
  /// Reads a pack from its files, with paths within the pack's folder.
  ///
  /// Errors: not_found (no pack.json; neither model nor parameters in a pack that is enabled),
  /// malformed, contradiction.
  static Result<Pack> read(FileSet files);

  [[nodiscard]] const std::string& id() const noexcept { return id_; }
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  [[nodiscard]] const std::string& jurisdiction() const noexcept { return jurisdiction_; }
  [[nodiscard]] const std::string& version() const noexcept { return version_; }
  /// "enabled", or why the pack must not be used yet.
  [[nodiscard]] const std::string& status() const noexcept { return status_; }
  /// The first day of the law that the pack encodes, as pack.json writes it; may be empty.
  [[nodiscard]] const std::string& in_force_from() const noexcept { return in_force_from_; }
  /// Its last day; empty where it is still in force.
  [[nodiscard]] const std::string& in_force_to() const noexcept { return in_force_to_; }
  /// Whether the pack may decide anything.
  [[nodiscard]] bool is_enabled() const noexcept { return status_ == "enabled"; }
  [[nodiscard]] const Digest& digest() const noexcept { return digest_; }
  [[nodiscard]] const DatedFigures& parameters() const noexcept { return parameters_; }
  [[nodiscard]] const FileSet& files() const noexcept { return files_; }
  /// The files `model/*.dmn`.
  [[nodiscard]] ModelSet models() const;
  [[nodiscard]] std::vector<std::string> decisions() const;
  /// The facts and parameters that the decision reads, by the names that tables use; none where
  /// there is no such decision.
  [[nodiscard]] std::vector<std::string> inputs_of(std::string_view decision) const;

  /// Answers one decision from the facts and from the parameters in force on the governing date.
  /// Without that date every parameter is a missing fact.
  ///
  /// Errors: not_found (no such decision), contradiction (the pack is not enabled).
  [[nodiscard]] Result<Finding> evaluate(std::string_view decision, const FactTable& facts,
                                         std::optional<Date> governing_date) const;

  /// Runs the pack's own tests.
  [[nodiscard]] TckReport test() const { return run_tck(files_); }

 private:
  std::string id_;
  std::string title_;
  std::string jurisdiction_;
  std::string version_;
  std::string status_;
  std::string in_force_from_;
  std::string in_force_to_;
  Digest digest_;
  DatedFigures parameters_;
  std::vector<DecisionModel> models_;
  FileSet files_;
};

/// Identifiers of the packs that are part of the program, sorted.
[[nodiscard]] std::vector<std::string> built_in_pack_ids();

/// The files of all of them, with the pack's identifier as first folder.
[[nodiscard]] FileSet built_in_pack_files();

/// One of them.
///
/// Errors: not_found.
[[nodiscard]] Result<Pack> built_in_pack(std::string_view id);

}  // namespace recoup
