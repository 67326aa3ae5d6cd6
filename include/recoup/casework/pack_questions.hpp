// pack_questions.hpp: what a lawyer, a reviewer and the other side ask of a pack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// Checks packs; without a name all of the program. Needs a person where one is refused.
///
/// Errors: as find_pack.
[[nodiscard]] Result<Reply> check_packs(const std::vector<std::string>& packs, Form form);

/// How a pack is to be shown.
enum class PackForm : std::uint8_t { text, html };

/// Law beside rows, tables, figures and facts of a pack. One from a folder that is not reviewed is
/// marked DRAFT. Needs a person where a provision or a row stands alone.
///
/// Errors: as find_pack, and what keeps the pack from being read.
[[nodiscard]] Result<Reply> show_pack(const std::string& pack, PackForm form);

/// What `recoup rules table` asks.
struct TableRequest {
  std::string pack;
  std::string decision;
  std::optional<std::string> edited;
  std::optional<std::string> output;
};

/// The table of a decision as CSV, or, with `edited`, the model with that file's rows in its place;
/// the model is written to `output`, or answered.
///
/// Errors: as find_pack, table_csv and with_table; cannot_write.
[[nodiscard]] Result<Reply> edit_table(const TableRequest& request);

/// Makes a key for a person in a new file that only its owner may read.
///
/// Errors: malformed (the name), contradiction (the file is there), cannot_write.
[[nodiscard]] Result<Reply> make_signing_key(const std::string& name, const std::string& path);

/// Signs the pack in a folder with the key of a file, into its `pack.sig`. A pack that its check
/// refuses is not signed.
///
/// Errors: as find_pack and signed_text; malformed (the key, the pack); usage (no folder).
[[nodiscard]] Result<Reply> sign_pack(const std::string& folder, const std::string& role,
                                      const std::string& key_path);

/// The signatures of packs; without a name those of the program. With `keys`, a file of lines
/// "KEY NAME", a signature by a key that it does not list under that name counts for nothing. Needs
/// a person where a pack is not reviewed.
///
/// Errors: as find_pack and pack_signatures; malformed (the keys).
[[nodiscard]] Result<Reply> verify_packs(const std::vector<std::string>& packs,
                                         const std::optional<std::string>& keys, Form form);

/// What `recoup rules explain` asks.
struct RuleExplainRequest {
  std::string pack;
  std::string decision;
  std::string facts_path;
  std::optional<std::string> governing_date;
  bool is_draft = false;  ///< Whether a pack from a folder may run without two signatures.
  Form form = Form::text;
  std::string program_version;
};

/// The record of one decision on stated facts. Needs a person unless it is determined.
///
/// Errors: as find_pack, read_stated_facts and Pack::evaluate; usage (a folder that is not reviewed
/// and no draft, a day that is none); contradiction (altered after signing).
[[nodiscard]] Result<Reply> explain_decision(const RuleExplainRequest& request);

}  // namespace recoup
