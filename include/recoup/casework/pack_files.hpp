// pack_files.hpp: the packs that a command names, from the program or from a folder.
#pragma once

#include <string>

#include "recoup/base/result.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {

/// A pack as it was named, with its files.
struct NamedPack {
  std::string name;        ///< As it was named.
  bool is_folder = false;  ///< Whether it comes from outside the program.
  FileSet files;           ///< Paths within the pack's folder.
};

/// The pack of the program that has this id, else the pack in this folder. Hidden files and files
/// that editors leave (ending in ~) are no part of a pack.
///
/// Errors: not_found (neither), no_such_file, not_permitted, out_of_range (a file too large).
[[nodiscard]] Result<NamedPack> find_pack(const std::string& path_or_id);

/// Whether what the pack answers is to be called a draft: one from a folder has to be reviewed, or
/// be allowed as a draft.
///
/// Errors: contradiction (it is not as it was signed), usage (neither reviewed nor allowed).
[[nodiscard]] Result<bool> runs_as_draft(const NamedPack& pack, const PackSignatures& signatures,
                                         bool is_draft);

}  // namespace recoup
