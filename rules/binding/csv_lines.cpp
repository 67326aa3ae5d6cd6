#include "csv_lines.hpp"

namespace recoup {
namespace {

class CsvScanner {
 public:
  explicit CsvScanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  Result<CsvLine> take_line() {
    CsvLine line{{}, line_};
    while (true) {
      RECOUP_TRY(field, take_field());
      line.fields.push_back(std::move(field));
      if (!at_end() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (!at_end() && text_[at_] == '\r') ++at_;
      if (!at_end()) {
        ++at_;
        ++line_;
      }
      return line;
    }
  }

 private:
  Result<std::string> take_field() {
    if (at_end() || text_[at_] != '"') {
      const std::size_t begin = at_;
      while (!at_end() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
        if (text_[at_] == '"') return misplaced();
        ++at_;
      }
      return std::string(text_.substr(begin, at_ - begin));
    }
    std::string field;
    for (++at_; !at_end(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (text_.substr(at_ + 1, 1) == "\"") {
        field += '"';
        ++at_;
      } else {
        ++at_;
        const bool ends = at_end() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r';
        if (!ends) return misplaced();
        return field;
      }
    }
    return misplaced();
  }

  Error misplaced() const {
    return {
        ErrorCode::malformed, "a quotation mark", "one at both ends of a field", {"", line_, ""}};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvLine>> read_csv_lines(std::string_view text) {
  std::vector<CsvLine> lines;
  CsvScanner scanner(text);
  while (!scanner.at_end()) {
    RECOUP_TRY(line, scanner.take_line());
    if (line.fields.size() > 1 || !line.fields.front().empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace recoup
