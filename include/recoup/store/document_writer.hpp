// document_writer.hpp: takes a document into the store while it is being read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/import.hpp"
#include "recoup/records/record_sink.hpp"

namespace recoup {

/// What is known of a document before its first byte is written.
struct AnnouncedDocument {
  std::string name;
  std::uint64_t size = 0;  ///< Bytes.
  /// Needed where `Store::holds_size` says that the same bytes may be held.
  std::optional<Digest> digest;
};

/// What saving a document changed.
struct SaveOutcome {
  bool already_held = false;  ///< The same bytes were there before; their records stay as they are.
  bool name_added = false;    ///< The document was not known by this name.
  bool case_linked = false;   ///< The document did not belong to this case.
};

/// How many records of each kind a document gave.
struct RecordCounts {
  std::uint64_t entries = 0;
  std::uint64_t balances = 0;
  std::uint64_t facts = 0;
  std::uint64_t seizures = 0;
  std::uint64_t rejections = 0;
  std::uint64_t statements = 0;
  std::uint64_t series = 0;  ///< Published figures.
  std::uint64_t held_back = 0;

  friend bool operator==(const RecordCounts&, const RecordCounts&) = default;
};

/// A document that was written.
struct WrittenDocument {
  Digest digest;
  SaveOutcome outcome;
  RecordCounts counts;
  std::vector<std::string> accounts;  ///< In the order in which the document shows them first.
  /// Those of them that another document shows as well, or whose balances or references ask for a
  /// look. Of the others the balances carry on in one currency and no reference occurs twice.
  std::vector<std::string> doubtful_accounts;
};

/// Writes one document with its records, in one transaction.
///
///   Shape    Memory of one run of entries and of the accounts, whatever the document's size. The
///            store must outlive the writer and answers nothing else while there is one.
///   Promise  Until `finish` or `refuse` was acknowledged nothing is kept.
///   Errors   As `Store`. A record that cannot be kept is told by the next call that has a result.
class DocumentWriter : public RecordSink {
 public:
  /// Takes the bytes behind those of the call before.
  virtual Result<void> bytes(std::string_view piece) = 0;

  /// Keeps the document with the entries and rejections that came, and the rest of what was read
  /// of it: `rest` has no entries and no rejections.
  ///
  /// Errors: contradiction (other bytes than announced; or another process kept the same document
  /// at the same time).
  virtual Result<WrittenDocument> finish(const Import& rest) = 0;
  /// Keeps the bytes, as `Store::save_refused`. Requires that no record came.
  virtual Result<SaveOutcome> refuse(const Error& reason) = 0;
};

}  // namespace recoup
