// encoding.hpp: records as bytes that mean one thing only, for digests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/digest.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"
#include "recoup/store/audit.hpp"

namespace recoup {

/// Feeds values to a SHA-256 so that no two different lists of values give the same bytes: numbers
/// have a fixed length and the most significant byte first, texts have their length in front, and
/// what may be missing has a byte that says whether it is there.
class Encoder {
 public:
  Encoder& text(std::string_view value);
  Encoder& number(std::int64_t value);
  Encoder& count(std::uint64_t value);
  Encoder& amount(Int128 value);
  Encoder& truth(bool value);
  Encoder& digest(const Digest& value);
  Encoder& money(const Money& value);
  Encoder& money(const std::optional<Money>& value);
  Encoder& time(const BookingTime& value);

  [[nodiscard]] Digest finish();

 private:
  void flush();

  std::string waiting_;
  DigestBuilder digest_;
};

/// The form of `content_digest` that is written now. Documents imported earlier keep theirs.
constexpr int newest_encoding = 3;

/// What an import wrote of the records that may be too many to be held together.
struct WrittenRecords {
  std::uint64_t entries = 0;
  Digest chunks;                           ///< Of every chunk of entries.
  std::vector<std::string_view> accounts;  ///< By their numbers in the chunks.
  std::uint64_t rejections = 0;
  Digest rejected;  ///< Of every rejection.
};

/// The digest of everything that an import wrote: which document, how it was read, every record.
///
///   Same  Depends on the arguments alone, so that a reader who has the document and the program
///         can compute it again.
[[nodiscard]] Digest content_digest(const Digest& document, std::uint64_t size,
                                    const WrittenRecords& records, const Import& rest);

/// The same as schemas 1 and 2 had it, which kept every entry as a row.
///
/// Requires encoding 1 or 2. Encoding 1 knows only the fields of schema 1.
[[nodiscard]] Digest old_content_digest(int encoding, const Digest& document, std::uint64_t size,
                                        const Import& import);

void encode_rejection(Encoder& out, const Rejection& rejection);

/// The digest of a document that was refused, and of the reason.
[[nodiscard]] Digest refusal_digest(const Digest& document, std::uint64_t size,
                                    const Error& reason);

/// The hash of an audit entry, from every other field of it.
[[nodiscard]] Digest entry_hash(const AuditEntry& entry);

}  // namespace recoup
