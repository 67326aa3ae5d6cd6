// pack_signatures.hpp: who answers for a pack, and whether it is still what they signed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/signing/signature.hpp"

namespace recoup {

/// One signature of a pack.
struct PackSigner {
  std::string role;  ///< "author" or "reviewer".
  std::string name;  ///< As the key states it; whose key it is has to be known from elsewhere.
  PublicKey key;
  Signature signature;
};

/// What the signatures of a pack come to.
struct PackSignatures {
  enum class State : std::uint8_t {
    unsigned_pack,  ///< No pack.sig, or one without signatures.
    author_only,    ///< No reviewer has signed.
    reviewed,       ///< An author and a reviewer, two persons with two keys.
    altered,        ///< The files are not those that were signed.
    invalid,        ///< A signature that does not hold, or both by one person.
  };

  State state = State::unsigned_pack;
  Digest digest;  ///< Of the files as they are.
  std::vector<PackSigner> signers;
  std::vector<std::string> changes;  ///< "params/a.csv was changed" ..., or what does not hold.
};

/// The SHA-256 of one line "PATH SHA256\n" for every file but `pack.sig`, sorted by path.
[[nodiscard]] Digest pack_digest(const FileSet& files);

/// "unsigned", "signed by the author alone", "reviewed", "altered after signing", "invalid".
[[nodiscard]] std::string_view signature_state_text(PackSignatures::State state);

/// Reads `pack.sig` and compares.
///
///   Shape   Lines "recoup pack signatures 1", "digest HEX", then "file HEX PATH" for each file and
///           "author KEY SIGNATURE NAME", "reviewer ...". What is signed is the text
///           "recoup pack signature 1", role, name and digest, each on a line.
///   Errors  malformed: a pack.sig that is not in this form.
[[nodiscard]] Result<PackSignatures> pack_signatures(const FileSet& files);

/// The text of `pack.sig` with one more signature.
///
///   Errors  usage (no such role), contradiction (the pack was altered after somebody signed; the
///           role is taken; the other role has this name or this key), malformed.
[[nodiscard]] Result<std::string> signed_text(const FileSet& files, std::string_view role,
                                              const SigningKey& key);

}  // namespace recoup
