#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/pack_questions.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_check.hpp"
#include "recoup/rules/pack_signatures.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

using State = PackSignatures::State;

Error io_error(ErrorCode code, const std::string& path) {
  return {code, std::strerror(errno), "a new file that may be written", {path, 0, ""}};
}

/// Writes a file that nobody but its owner can read at any time, and that was not there.
Result<void> write_secret(const std::string& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return io_error(errno == EEXIST ? ErrorCode::contradiction : ErrorCode::cannot_write, path);
  }
  const ssize_t done = ::write(file, text.data(), text.size());
  const bool whole = done == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  const bool closed = ::close(file) == 0;
  if (whole && closed) return {};
  const Error error = io_error(ErrorCode::cannot_write, path);
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return error;
}

struct TrustedKey {
  PublicKey key;
  std::string name;
};

Result<std::vector<TrustedKey>> read_keys(const std::string& path) {
  RECOUP_TRY(document, read_document(path));
  std::vector<TrustedKey> keys;
  std::uint64_t number = 0;
  for (const std::string_view line : split(document.bytes, '\n')) {
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    const auto key = line.size() > 65 ? PublicKey::parse(line.substr(0, 64)) : std::nullopt;
    if (!key || line[64] != ' ') {
      return Error{
          ErrorCode::malformed, recoup::quoted(line), "KEY NAME on each line", {path, number, ""}};
    }
    keys.push_back({*key, std::string(trimmed(line.substr(65)))});
  }
  return keys;
}

struct VerifiedPack {
  std::string name;
  PackSignatures signatures;
  std::vector<std::string> unknown;  ///< Signers whose keys are not listed.
  [[nodiscard]] bool passes() const {
    return signatures.state == State::reviewed && unknown.empty();
  }
};

std::string verified_text(const std::vector<VerifiedPack>& packs) {
  std::string out;
  for (const VerifiedPack& one : packs) {
    out += one.name + ": " + signature_sentence(one.signatures) + "\n  SHA-256 " +
           one.signatures.digest.text() + "\n";
    for (const PackSigner& signer : one.signatures.signers) {
      out += "  " + signer.role + "  " + signer.key.text() + "  " + printable(signer.name) + "\n";
    }
    for (const std::string& name : one.unknown) {
      out += "  not among the keys given: " + printable(name) + "\n";
    }
  }
  return out;
}

std::string verified_json(const std::vector<VerifiedPack>& packs) {
  JsonWriter json;
  json.begin_object().name("packs").begin_array();
  for (const VerifiedPack& one : packs) {
    json.begin_object().member("pack", one.name);
    json.member("state", signature_state_text(one.signatures.state));
    json.name("passes").truth(one.passes()).member("sha256", one.signatures.digest.text());
    json.name("signers").begin_array();
    for (const PackSigner& signer : one.signatures.signers) {
      json.begin_object().member("role", signer.role).member("name", signer.name);
      json.member("key", signer.key.text()).end_object();
    }
    json.end_array().members("changes", one.signatures.changes);
    json.members("not_among_the_keys", one.unknown).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace

Result<Reply> make_signing_key(const std::string& name, const std::string& path) {
  RECOUP_TRY(key, SigningKey::make(name));
  if (auto written = write_secret(path, key.text()); !written) return written.error();
  return Reply{key.public_key.text() + " " + key.name + "\n", false};
}

Result<Reply> sign_pack(const std::string& folder, const std::string& role,
                        const std::string& key_path) {
  RECOUP_TRY(pack, find_pack(folder));
  if (!pack.is_folder) {
    return Error{ErrorCode::usage,
                 recoup::quoted(folder) + ", a pack inside the program",
                 "the folder of a pack",
                 {}};
  }
  const PackCheck check = check_pack(pack.files);
  for (const LintRemark& remark : check.remarks) {
    if (!remark.refuses()) continue;
    return Error{ErrorCode::malformed,
                 std::string(lint_code_text(remark.code)) + ": " + remark.found,
                 "a pack that its check passes (recoup rules check)",
                 {folder + "/" + remark.file, remark.line, remark.rule}};
  }
  RECOUP_TRY(document, read_document(key_path));
  RECOUP_TRY(key, SigningKey::parse(document.bytes, key_path));
  RECOUP_TRY(text, signed_text(pack.files, role, key));
  const std::filesystem::path path = std::filesystem::path(folder) / "pack.sig";
  if (auto written = write_whole_file(path, text); !written) return written.error();
  pack.files["pack.sig"] = text;
  RECOUP_TRY(signatures, pack_signatures(pack.files));
  return Reply{check.pack + ": " + signature_sentence(signatures) + "\n", false};
}

Result<Reply> verify_packs(const std::vector<std::string>& packs,
                           const std::optional<std::string>& keys, Form form) {
  std::vector<TrustedKey> trusted;
  if (keys) {
    RECOUP_TRY(read, read_keys(*keys));
    trusted = std::move(read);
  }
  std::vector<VerifiedPack> verified;
  for (const std::string& name : packs.empty() ? built_in_pack_ids() : packs) {
    RECOUP_TRY(pack, find_pack(name));
    RECOUP_TRY(signatures, pack_signatures(pack.files));
    VerifiedPack one{name, std::move(signatures), {}};
    for (const PackSigner& signer : one.signatures.signers) {
      const bool known = std::any_of(trusted.begin(), trusted.end(), [&](const TrustedKey& key) {
        return key.key == signer.key && key.name == signer.name;
      });
      if (keys && !known) one.unknown.push_back(signer.name + " (" + signer.role + ")");
    }
    verified.push_back(std::move(one));
  }
  const bool all = std::all_of(verified.begin(), verified.end(),
                               [](const VerifiedPack& one) { return one.passes(); });
  return Reply{form == Form::json ? verified_json(verified) : verified_text(verified), !all};
}

}  // namespace recoup
