#include "recoup/rules/pack_signatures.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using State = PackSignatures::State;

constexpr std::string_view first_line = "recoup pack signatures 1";
constexpr std::string_view signature_file = "pack.sig";

/// pack.sig as it stands.
struct SignatureFile {
  std::string digest;
  std::map<std::string, std::string> files;  ///< Digest by path.
  std::vector<PackSigner> signers;
};

std::string message_of(std::string_view role, std::string_view name, std::string_view digest) {
  std::string out = "recoup pack signature 1\n";
  for (const std::string_view part : {role, name, digest}) {
    out += part;
    out += '\n';
  }
  return out;
}

/// Takes the text up to the next blank.
std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

bool read_line(std::string_view line, SignatureFile& read) {
  const std::string_view word = take_word(line);
  if (word == "digest" && read.digest.empty()) {
    read.digest = line;
    return line.size() == 64;
  }
  if (word == "file") {
    const std::string digest(take_word(line));
    return digest.size() == 64 && read.files.emplace(line, digest).second;
  }
  if (word != "author" && word != "reviewer") return false;
  const auto key = PublicKey::parse(take_word(line));
  const auto signature = Signature::parse(take_word(line));
  if (!key || !signature || !signer_name_fault(line).empty()) return false;
  read.signers.push_back({std::string(word), std::string(line), *key, *signature});
  return true;
}

Result<SignatureFile> read_signatures(const std::string& bytes) {
  SignatureFile read;
  std::uint64_t number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    const bool last = line.empty() && number > 1;
    if (last || (number == 1 && line == first_line)) continue;
    if (number > 1 && read_line(line, read)) continue;
    return Error{ErrorCode::malformed,
                 quoted(line),
                 number == 1 ? quoted(first_line) : "digest, file, author or reviewer",
                 {std::string(signature_file), number, ""}};
  }
  // The list of files is only there to say what changed: it has to come to the digest itself.
  std::string lines;
  for (const auto& [path, digest] : read.files) lines += path + " " + digest + "\n";
  if (sha256(lines).text() != read.digest) {
    return Error{ErrorCode::malformed,
                 "a digest that is not that of the files listed",
                 "the digest of the list",
                 {std::string(signature_file), 2, "digest"}};
  }
  return read;
}

std::vector<std::string> changes_of(const SignatureFile& read, const FileSet& files) {
  std::vector<std::string> changes;
  for (const auto& [path, digest] : read.files) {
    const auto now = files.find(path);
    if (now == files.end()) {
      changes.push_back(path + " was removed");
    } else if (sha256(now->second).text() != digest) {
      changes.push_back(path + " was changed");
    }
  }
  for (const auto& [path, bytes] : files) {
    if (path != signature_file && !read.files.contains(path))
      changes.push_back(path + " was added");
  }
  return changes;
}

const PackSigner* signer_as(const std::vector<PackSigner>& signers, std::string_view role) {
  const auto found = std::find_if(signers.begin(), signers.end(),
                                  [&](const PackSigner& one) { return one.role == role; });
  return found == signers.end() ? nullptr : &*found;
}

bool is_one_person(const PackSigner& one, std::string_view name, const PublicKey& key) {
  return one.key == key || ascii_lower(one.name) == ascii_lower(name);
}

/// What does not hold among the signatures themselves.
std::vector<std::string> faults_of(const SignatureFile& read) {
  std::vector<std::string> faults;
  for (const PackSigner& one : read.signers) {
    if (!verifies(message_of(one.role, one.name, read.digest), one.signature, one.key)) {
      faults.push_back("the signature of the " + one.role + " " + quoted(one.name) +
                       " does not hold");
    }
    if (signer_as(read.signers, one.role) != &one)
      faults.push_back("two signatures as " + one.role);
  }
  const PackSigner* author = signer_as(read.signers, "author");
  const PackSigner* reviewer = signer_as(read.signers, "reviewer");
  if (author != nullptr && reviewer != nullptr &&
      is_one_person(*author, reviewer->name, reviewer->key)) {
    faults.push_back("author and reviewer are one person: " + quoted(author->name));
  }
  return faults;
}

State state_of(const SignatureFile& read) {
  const bool author = signer_as(read.signers, "author") != nullptr;
  const bool reviewer = signer_as(read.signers, "reviewer") != nullptr;
  if (author && reviewer) return State::reviewed;
  return author ? State::author_only : State::unsigned_pack;
}

std::string written(const FileSet& files, const std::vector<PackSigner>& signers) {
  std::string out = std::string(first_line) + "\ndigest " + pack_digest(files).text() + "\n";
  for (const auto& [path, bytes] : files) {
    if (path != signature_file) out += "file " + sha256(bytes).text() + " " + path + "\n";
  }
  for (const PackSigner& one : signers) {
    out += one.role + " " + one.key.text() + " " + one.signature.text() + " " + one.name + "\n";
  }
  return out;
}

}  // namespace

Digest pack_digest(const FileSet& files) {
  std::string lines;
  for (const auto& [path, bytes] : files) {
    if (path != signature_file) lines += path + " " + sha256(bytes).text() + "\n";
  }
  return sha256(lines);
}

std::string_view signature_state_text(PackSignatures::State state) {
  switch (state) {
    case State::unsigned_pack: return "unsigned";
    case State::author_only: return "signed by the author alone";
    case State::reviewed: return "reviewed";
    case State::altered: return "altered after signing";
    case State::invalid: return "invalid";
  }
  return "";
}

Result<PackSignatures> pack_signatures(const FileSet& files) {
  PackSignatures found;
  found.digest = pack_digest(files);
  const auto file = files.find(std::string(signature_file));
  if (file == files.end()) return found;
  RECOUP_TRY(read, read_signatures(file->second));
  found.signers = read.signers;
  found.state = state_of(read);
  if (auto faults = faults_of(read); !faults.empty()) {
    found.state = State::invalid;
    found.changes = std::move(faults);
  } else if (read.digest != found.digest.text()) {
    found.state = State::altered;
    found.changes = changes_of(read, files);
  }
  return found;
}

Result<std::string> signed_text(const FileSet& files, std::string_view role,
                                const SigningKey& key) {
  if (role != "author" && role != "reviewer") {
    return Error{ErrorCode::usage, quoted(role), "author or reviewer", {}};
  }
  RECOUP_TRY(now, pack_signatures(files));
  const auto refuse = [](std::string found, std::string expected) {
    return Error{ErrorCode::contradiction,
                 std::move(found),
                 std::move(expected),
                 {std::string(signature_file), 0, ""}};
  };
  if (now.state == State::altered || now.state == State::invalid) {
    return refuse(std::string(signature_state_text(now.state)) + ": " + now.changes.front(),
                  "files as they were signed; to begin anew, remove pack.sig");
  }
  if (signer_as(now.signers, role) != nullptr) {
    return refuse("a signature as " + std::string(role), "a role that nobody has signed as");
  }
  for (const PackSigner& one : now.signers) {
    if (!is_one_person(one, key.name, key.public_key)) continue;
    return refuse(quoted(key.name) + ", who signed as " + one.role,
                  "another person: author and reviewer are two");
  }
  now.signers.push_back({std::string(role), key.name, key.public_key,
                         sign(message_of(role, key.name, now.digest.text()), key)});
  std::sort(now.signers.begin(), now.signers.end(),
            [](const PackSigner& a, const PackSigner& b) { return a.role < b.role; });
  return written(files, now.signers);
}

}  // namespace recoup
