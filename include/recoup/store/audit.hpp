// audit.hpp: who did what with the evidence, as a chain that shows every later change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"

namespace recoup {

/// What kind of use an entry of the audit log tells of.
///
///   Cites  Data Protection Act 2018 s.62(1).
enum class AuditCategory : std::uint8_t {
  collection,
  alteration,
  consultation,  ///< Looking at or analysing: a trace and a list of hits are consultations too.
  disclosure,    ///< `recipient` says to whom.
  combination,
  erasure,
};

/// Something that an entry speaks of, e.g. kind "case", name "OP-1".
struct AuditObject {
  std::string kind;
  std::string name;

  friend bool operator==(const AuditObject&, const AuditObject&) = default;
};

/// What a caller says about a use of the evidence.
struct AuditNote {
  CivilTime when_utc;
  std::string who;
  AuditCategory category = AuditCategory::consultation;
  std::string action;  ///< The verb, e.g. "trace", "export transactions".
  std::vector<AuditObject> objects;
  std::uint64_t count = 0;        ///< How many records were written or shown.
  std::optional<Digest> content;  ///< Digest of what was written or shown.
  std::string reason;             ///< Why, where the person said so.
  std::string recipient;          ///< Of a disclosure.
  std::string tool_version;

  friend bool operator==(const AuditNote&, const AuditNote&) = default;
};

/// One link of the chain.
///
///   Same  `hash` is the SHA-256 of every other field, each with its length in front, and of the
///         hash of the entry before it (32 zero bytes before the first).
struct AuditEntry {
  std::uint64_t sequence = 0;  ///< From 1, without a hole.
  AuditNote note;
  Digest previous;
  Digest hash;

  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// The first thing that does not agree with the audit log.
struct AuditFault {
  std::uint64_t entry = 0;  ///< The entry concerned; 0 where no entry speaks of what was found.
  std::string why;
};

/// What an examination of the store found.
struct AuditVerdict {
  std::uint64_t entries = 0;
  Digest head;  ///< Hash of the last entry. Kept outside the store it proves what the log was.
  std::optional<AuditFault> fault;

  [[nodiscard]] bool is_sound() const { return !fault.has_value(); }
};

}  // namespace recoup
