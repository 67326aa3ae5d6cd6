// canonical_stream.hpp: reads canonical CSV piece by piece.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "csv/reader.hpp"
#include "recoup/importers/piecewise.hpp"

namespace recoup {

/// Reads canonical CSV; see importers/README.md.
class CanonicalStream final : public PiecewiseImporter {
 public:
  CanonicalStream(std::string name, RecordSink& sink) : name_(std::move(name)), sink_(&sink) {}

  Result<void> take(std::string_view piece) override;
  Result<Import> finish() override;

 private:
  /// What is the same on many lines is read once.
  struct Remembered {
    std::string day;
    BookingTime time;
    std::optional<Currency> currency;
  };

  Result<void> check_bytes(std::size_t end);
  Result<void> read_header(bool is_last);
  Result<void> read_records(bool is_last);
  Result<bool> read_any_record(bool is_last);
  bool read_plain_line(std::string_view line);
  static bool read_fields_of(std::string_view line, std::string_view (&fields)[9]);
  bool read_fields(const std::string_view (&fields)[9], EntryView& entry);
  [[nodiscard]] Error too_long() const;
  [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

  std::string name_;
  RecordSink* sink_;
  std::string buffer_;              ///< What is not read yet, from `at_` on.
  std::size_t at_ = 0;              ///< In the buffer.
  std::size_t checked_ = 0;         ///< Bytes of the buffer known to be UTF-8.
  std::uint64_t bytes_before_ = 0;  ///< Bytes of the document before the buffer.
  std::uint64_t line_ = 1;          ///< On which the next record begins.
  std::uint64_t blank_lines_ = 0;
  bool has_header_ = false;
  bool wants_more_ = true;
  CsvRecord record_;
  Remembered remembered_;
};

}  // namespace recoup
