#include "csv/reader.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error stray_quote(std::string_view field, std::uint64_t line, std::string expected) {
  return Error{ErrorCode::malformed,
               "a stray quote in " + quoted(field),
               std::move(expected),
               {"", line, ""}};
}

}  // namespace

bool CsvReader::at_line_end() const {
  if (at_ >= text_.size() || text_[at_] == '\n') return true;
  // A CR is part of a line end only with its LF, or where the text breaks off between the two.
  return text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n');
}

void CsvReader::take_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') {
    ++at_;
    ++line_;
  }
}

void CsvReader::skip_blank_lines() {
  while (at_ < text_.size() && at_line_end()) {
    take_line_end();
    ++blank_lines_;
  }
}

Result<bool> CsvReader::next(CsvRecord& record) {
  skip_blank_lines();
  record.fields.clear();
  record.unescaped.clear();
  record.fault.reset();
  if (at_ >= text_.size()) return false;
  record.line = line_;
  record.offset = at_;
  while (true) {
    if (at_ < text_.size() && text_[at_] == quote_) {
      RECOUP_TRY(field, take_quoted(record));
      record.fields.push_back(field);
    } else {
      record.fields.push_back(take_plain(record));
    }
    if (at_line_end()) break;
    ++at_;  // the delimiter
  }
  record.raw = text_.substr(record.offset, at_ - record.offset);
  take_line_end();
  return true;
}

/// Reads up to the delimiter or the line end that ends the field.
std::string_view CsvReader::take_plain(CsvRecord& record) {
  const std::size_t begin = at_;
  bool has_quote = false;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == delimiter_ || c == '\n' || (c == '\r' && at_line_end())) break;
    has_quote = has_quote || c == quote_;
    ++at_;
  }
  const std::string_view field = text_.substr(begin, at_ - begin);
  if (has_quote && !record.fault) {
    record.fault = stray_quote(field, line_, "the whole field in quotes, and quotes in it doubled");
  }
  return field;
}

Result<std::string_view> CsvReader::take_quoted(CsvRecord& record) {
  const char quote = *quote_;
  const std::size_t begin = at_ + 1;
  const std::uint64_t begin_line = line_;
  bool has_doubled = false;
  std::size_t end = begin;
  while (true) {
    end = text_.find(quote, end);
    if (end == std::string_view::npos) {
      return Error{ErrorCode::malformed,
                   "a quote that is never closed: " + quoted(text_.substr(at_)),
                   "a closing quote before the end of the document",
                   {"", begin_line, ""}};
    }
    if (end + 1 >= text_.size() || text_[end + 1] != quote) break;
    has_doubled = true;
    end += 2;
  }
  std::string_view field = text_.substr(begin, end - begin);
  line_ += static_cast<std::uint64_t>(std::count(field.begin(), field.end(), '\n'));
  at_ = end + 1;
  if (!at_line_end() && text_[at_] != delimiter_) {
    const std::string_view rest = take_plain(record);
    record.fault = stray_quote("\"" + std::string(field) + "\"" + std::string(rest), begin_line,
                               delimiter_ == ','
                                   ? "a comma or the end of the line behind the closing quote"
                                   : "a delimiter or the end of the line behind the closing quote");
  }
  if (!has_doubled) return field;
  std::string& single = record.unescaped.emplace_back();
  single.reserve(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) {
    single += field[i];
    if (field[i] == quote) ++i;
  }
  return std::string_view(single);
}

}  // namespace recoup
