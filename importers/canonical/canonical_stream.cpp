#include "canonical/canonical_stream.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "canonical/canonical_record.hpp"
#include "canonical/columns.hpp"
#include "csv/header.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A record that is longer is none: somewhere before a quote was left open.
constexpr std::size_t record_bytes_max = 16U << 20U;

enum class ByteKind : std::uint8_t { plain, comma, lead_of_controls, other };

/// What each byte of a line may be. C2 begins the control characters U+0080 to U+009F.
constexpr std::array<ByteKind, 256> byte_kinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) kinds[byte] = ByteKind::other;
  kinds['\t'] = ByteKind::plain;
  kinds['"'] = ByteKind::other;
  kinds[0x7F] = ByteKind::other;
  kinds[','] = ByteKind::comma;
  kinds[0xC2] = ByteKind::lead_of_controls;
  return kinds;
}();

/// The minor units of an amount of few digits; nothing where it is written in any other way.
std::optional<std::int64_t> read_minor(std::string_view text, int decimals) {
  constexpr std::size_t digits_max = 18;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() > digits_max) return std::nullopt;  // it might not fit while it is read
  std::int64_t minor = 0;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) minor = minor * 10 + (text[at++] - '0');
  const std::size_t whole = at;
  int missing = decimals;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]) && missing > 0; ++at, --missing) {
      minor = minor * 10 + (text[at] - '0');
    }
    if (at == whole + 1) return std::nullopt;
  }
  if (whole == 0 || at != text.size() || whole + static_cast<std::size_t>(decimals) > digits_max) {
    return std::nullopt;
  }
  for (; missing > 0; --missing) minor *= 10;
  return negative ? -minor : minor;
}

bool has_blank_end(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  return text.empty() || is_blank(text.front()) || is_blank(text.back());
}

}  // namespace

Result<void> CanonicalStream::take(std::string_view piece) {
  buffer_.erase(0, at_);
  bytes_before_ += at_;
  checked_ -= std::min(checked_, at_);
  at_ = 0;
  buffer_ += piece;
  // No character of UTF-8 goes beyond a line end.
  const std::size_t end = buffer_.rfind('\n');
  if (end == std::string::npos || end < checked_) {
    if (buffer_.size() > record_bytes_max) return too_long();
    return {};
  }
  if (auto checked = check_bytes(end + 1); !checked) return checked;
  if (!has_header_) {
    if (auto read = read_header(false); !read) return read;
  }
  return has_header_ ? read_records(false) : Result<void>();
}

Result<Import> CanonicalStream::finish() {
  if (auto checked = check_bytes(buffer_.size()); !checked) return checked.error();
  if (!has_header_) {
    if (auto read = read_header(true); !read) return read.error();
  }
  if (auto read = read_records(true); !read) return read.error();
  Import import;
  import.format = "canonical";
  import.version = "1";
  if (blank_lines_ > 0) import.notes.push_back(blank_lines_note(blank_lines_));
  return import;
}

/// Refuses a NUL, and what is not UTF-8, in the buffer up to `end`.
Result<void> CanonicalStream::check_bytes(std::size_t end) {
  const std::string_view fresh = std::string_view(buffer_).substr(checked_, end - checked_);
  const auto line_at = [&](std::size_t at) {
    return line_ - 1 + line_of(std::string_view(buffer_).substr(at_), at - at_);
  };
  if (const auto nul = first_nul(fresh)) {
    const std::size_t at = checked_ + *nul;
    return Error{ErrorCode::malformed,
                 "a NUL at byte " + std::to_string(bytes_before_ + at),
                 "text without NUL bytes",
                 {name_, line_at(at), ""}};
  }
  if (const auto bad = first_bad_utf8(fresh)) {
    const std::size_t at = checked_ + *bad;
    const std::size_t shown = std::min<std::size_t>(at, 20);
    return Error{ErrorCode::malformed,
                 "a byte that is not UTF-8 at byte " + std::to_string(bytes_before_ + at) +
                     ", behind " + quoted(std::string_view(buffer_).substr(at - shown, shown)),
                 "a document in UTF-8",
                 {name_, line_at(at), ""}};
  }
  checked_ = end;
  return {};
}

Error CanonicalStream::too_long() const {
  return Error{ErrorCode::malformed,
               "a record of more than " + std::to_string(record_bytes_max >> 20U) +
                   " MiB that begins " + quoted(printable(rest().substr(0, 80))),
               "a line end, and every quote closed",
               {name_, line_, ""}};
}

Result<void> CanonicalStream::read_header(bool is_last) {
  if (bytes_before_ == 0 && at_ == 0 && rest().starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
  }
  if (trimmed(rest()).empty()) {
    if (!is_last) return {};
    return Error{ErrorCode::malformed,
                 buffer_.empty() ? "an empty file" : "nothing but blanks",
                 "a document with something in it",
                 {name_, 0, ""}};
  }
  CsvReader reader(rest(), line_);
  const auto header = take_header(reader, canonical_columns);
  // What stands at the end of the buffer may go on in the next piece.
  if (!is_last && reader.position() == rest().size()) return {};
  if (!header) return placed(header.error(), name_, 1);
  at_ += reader.position();
  line_ = reader.line();
  blank_lines_ += reader.blank_lines();
  has_header_ = true;
  return {};
}

Result<void> CanonicalStream::read_records(bool is_last) {
  while (wants_more_ && at_ < buffer_.size()) {
    const char* const begin = buffer_.data() + at_;
    const std::size_t left = buffer_.size() - at_;
    const auto* const end = static_cast<const char*>(std::memchr(begin, '\n', left));
    if (end != nullptr) {
      std::string_view line(begin, static_cast<std::size_t>(end - begin));
      const std::size_t size = line.size() + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || read_plain_line(line)) {
        if (line.empty()) ++blank_lines_;
        at_ += size;
        ++line_;
        continue;
      }
    } else if (!is_last) {
      break;
    }
    RECOUP_TRY(was_read, read_any_record(is_last));
    if (!was_read) break;
  }
  if (!is_last && buffer_.size() - at_ > record_bytes_max) return too_long();
  return {};
}

/// Reads a record that is written in any way; false where it may go on in the next piece.
Result<bool> CanonicalStream::read_any_record(bool is_last) {
  CsvReader reader(rest(), line_);
  const auto has_record = reader.next(record_);
  if (!is_last && (!has_record || reader.position() == rest().size())) return false;
  if (!has_record) return placed(has_record.error(), name_);
  blank_lines_ += reader.blank_lines();
  if (has_record.value()) wants_more_ = take_canonical_record(record_, name_, *sink_);
  at_ += reader.position();
  line_ = reader.line();
  return true;
}

/// Reads a record that stands on one line, without quotes, as nearly all do; false where there is
/// anything unusual about it.
bool CanonicalStream::read_plain_line(std::string_view line) {
  std::string_view fields[9];
  EntryView entry;
  if (!read_fields_of(line, fields) || !read_fields(fields, entry)) return false;
  entry.line = line_;
  wants_more_ = sink_->entry(entry);
  return true;
}

bool CanonicalStream::read_fields_of(std::string_view line, std::string_view (&fields)[9]) {
  std::size_t count = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const ByteKind kind = byte_kinds[static_cast<unsigned char>(line[at])];
    if (kind == ByteKind::plain) continue;
    if (kind == ByteKind::comma) {
      if (count == 8) return false;
      fields[count++] = line.substr(begin, at - begin);
      begin = at + 1;
    } else if (kind == ByteKind::other || static_cast<unsigned char>(line[at + 1]) < 0xA0) {
      return false;
    }
  }
  fields[8] = line.substr(begin);
  return count == 8;
}

bool CanonicalStream::read_fields(const std::string_view (&fields)[9], EntryView& entry) {
  const auto& [account, booked_at, amount, currency, balance, other, name, words, reference] =
      fields;
  if (has_blank_end(account)) return false;
  if (remembered_.day != booked_at) {
    const auto time = BookingTime::parse(booked_at);
    if (!time) return false;
    remembered_.day = booked_at;
    remembered_.time = time.value();
  }
  if (!remembered_.currency || remembered_.currency->code() != currency) {
    const auto known = Currency::parse(currency);
    if (!known) return false;
    remembered_.currency = known.value();
  }
  const int decimals = remembered_.currency->decimals();
  const auto minor = read_minor(amount, decimals);
  if (!minor) return false;
  entry.amount = Money(*minor, *remembered_.currency);
  if (!balance.empty()) {
    const auto after = read_minor(balance, decimals);
    if (!after) return false;
    entry.balance = Money(*after, *remembered_.currency);
  }
  entry.account = account;
  entry.booked_at = remembered_.time;
  entry.counterparty_account = other;
  entry.counterparty_name = name;
  entry.description = words;
  entry.reference = reference;
  return true;
}

}  // namespace recoup
