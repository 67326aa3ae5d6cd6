// bytes.hpp: numbers and texts one behind the other, in as few bytes as they need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace recoup {

/// Writes values one behind the other. `ByteReader` reads them back in the same order.
///
///   Same  One list of values has one spelling: a count takes seven bits a byte, the lowest first,
///         and no more bytes than it needs.
class ByteWriter {
 public:
  ByteWriter() = default;
  /// A writer that begins with nothing and uses the memory of `spare`.
  explicit ByteWriter(std::string spare) : bytes_(std::move(spare)) {}

  ByteWriter& count(std::uint64_t value) {
    char* out = room(10);
    while (value >= 0x80U) {
      *out++ = static_cast<char>(static_cast<unsigned char>(value | 0x80U));
      value >>= 7U;
    }
    *out++ = static_cast<char>(static_cast<unsigned char>(value));
    size_ = static_cast<std::size_t>(out - bytes_.data());
    return *this;
  }
  /// Small numbers of either sign take few bytes.
  ByteWriter& number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return count((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
  }
  ByteWriter& text(std::string_view value) {
    count(value.size());
    char* const out = room(value.size());
    if (!value.empty()) std::memcpy(out, value.data(), value.size());
    size_ += value.size();
    return *this;
  }

  [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Begins again, with the memory there is.
  void clear() { size_ = 0; }
  [[nodiscard]] std::string take() {
    bytes_.resize(std::exchange(size_, 0));
    return std::move(bytes_);
  }

 private:
  /// Where the next `more` bytes go.
  char* room(std::size_t more) {
    if (bytes_.size() - size_ < more) bytes_.resize(2 * bytes_.size() + more);
    return bytes_.data() + size_;
  }

  std::string bytes_;  ///< Of which `size_` are written.
  std::size_t size_ = 0;
};

/// Reads what a `ByteWriter` wrote. The bytes must outlive it and the texts it gives.
///
///   Errors  Where the bytes break off, or are no spelling of a value, it is broken from there on
///           and gives zeros and empty texts.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t count() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      const std::uint64_t bits = byte & 0x7FU;
      // The tenth byte has room for one bit, and no value ends in a byte of zero.
      if ((shift == 63 && bits > 1) || (byte == 0 && shift > 0)) break;
      value |= bits << shift;
      if (byte < 0x80U) return value;
    }
    return broken();
  }
  std::int64_t number() {
    const std::uint64_t bits = count();
    return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
  }
  std::string_view text() {
    const std::uint64_t size = count();
    if (size > bytes_.size() - at_) {
      broken();
      return {};
    }
    const std::string_view value = bytes_.substr(at_, size);
    at_ += size;
    return value;
  }

  [[nodiscard]] bool is_at_end() const { return at_ == bytes_.size(); }
  [[nodiscard]] bool is_broken() const { return is_broken_; }

 private:
  std::uint64_t broken() {
    is_broken_ = true;
    at_ = bytes_.size();
    return 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_broken_ = false;
};

}  // namespace recoup
