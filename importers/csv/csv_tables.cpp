#include "csv/csv_tables.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "csv/text_encoding.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t head_bytes_max = 1U << 16U;

}  // namespace

CsvTables::CsvTables(std::string_view bytes) : bytes_(bytes), certain_(certain_encoding(bytes)) {}

std::string_view CsvTables::head(std::string_view bytes) {
  if (bytes.size() <= head_bytes_max) return bytes;
  const std::string_view head = bytes.substr(0, head_bytes_max);
  const std::size_t end = head.rfind('\n');
  return end == std::string_view::npos ? head : head.substr(0, end + 1);
}

/// What the bytes say of themselves goes before what the profile says, and that before what they
/// look like.
const std::string& CsvTables::encoding_of(const Profile& profile) {
  if (!certain_.empty()) return certain_;
  if (!profile.encoding.empty()) return profile.encoding;
  if (likely_.empty()) likely_ = likely_encoding(bytes_);
  return likely_;
}

const Result<CsvTable>& CsvTables::of(const Profile& profile) {
  const std::string encoding = encoding_of(profile);
  std::string key = encoding + '\n' + profile.delimiter + (profile.quote ? *profile.quote : ' ');
  if (profile.layout == Profile::Layout::blocks) key += profile.name;
  auto found = tables_.find(key);
  if (found == tables_.end()) found = tables_.emplace(key, cut(profile, encoding)).first;
  return found->second;
}

Result<CsvTable> CsvTables::cut(const Profile& profile, const std::string& encoding) {
  if (!texts_.contains(encoding)) {
    auto text = converted(bytes_, encoding);
    if (!text) {
      return Error{ErrorCode::malformed,
                   "bytes that are not " + encoding,
                   "a document in UTF-8 or " + encoding,
                   {}};
    }
    // Old programs ended a line with a carriage return alone.
    if (text->find('\n') == std::string::npos) std::replace(text->begin(), text->end(), '\r', '\n');
    texts_.emplace(encoding, *std::move(text));
  }
  const std::string& text = texts_.at(encoding);
  if (const auto nul = first_nul(text)) {
    return Error{ErrorCode::malformed,
                 "a NUL at byte " + std::to_string(*nul),
                 "text without NUL bytes",
                 {"", line_of(text, *nul), ""}};
  }
  RECOUP_TRY(rows, cut_text(text, profile));
  return CsvTable{std::move(rows), encoding};
}

}  // namespace recoup
