#include "csv/text_encoding.hpp"

#include <iconv.h>
#include <uchardet.h>

#include <array>
#include <cerrno>
#include <memory>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view mark_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view mark_little = "\xFF\xFE";
constexpr std::string_view mark_big = "\xFE\xFF";

/// A conversion, closed when it is no longer needed.
class Conversion {
 public:
  Conversion(const std::string& to, const std::string& from)
      : handle_(iconv_open(to.c_str(), from.c_str())) {}
  ~Conversion() {
    if (is_open()) iconv_close(handle_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  /// Nothing where a byte has no meaning in either encoding, or only a similar one.
  std::optional<std::string> convert(std::string bytes) {
    if (!is_open()) return std::nullopt;
    std::string text;
    std::array<char, 4096> piece{};
    char* in = bytes.data();
    std::size_t left = bytes.size();
    bool flushed = false;
    while (!flushed) {
      char* out = piece.data();
      std::size_t room = piece.size();
      // The last call takes what a stateful encoding still holds back.
      flushed = left == 0;
      const std::size_t done = flushed ? iconv(handle_, nullptr, nullptr, &out, &room)
                                       : iconv(handle_, &in, &left, &out, &room);
      const bool full = done == static_cast<std::size_t>(-1) && errno == E2BIG;
      if (done != 0 && !full) return std::nullopt;
      if (full) flushed = false;
      text.append(piece.data(), piece.size() - room);
    }
    return text;
  }

 private:
  [[nodiscard]] bool is_open() const {
    // The library marks a failure by this value, which is no pointer.
    return reinterpret_cast<std::intptr_t>(handle_) != -1;
  }

  iconv_t handle_;
};

}  // namespace

std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") {
    if (first_bad_utf8(bytes)) return std::nullopt;
    return std::string(bytes.starts_with(mark_utf8) ? bytes.substr(mark_utf8.size()) : bytes);
  }
  const bool marked = bytes.starts_with(mark_little) || bytes.starts_with(mark_big);
  if (encoding.starts_with("UTF-16") && marked) bytes.remove_prefix(mark_little.size());
  auto text = Conversion("UTF-8", encoding).convert(std::string(bytes));
  if (!text || first_bad_utf8(*text)) return std::nullopt;
  const auto back = Conversion(encoding, "UTF-8").convert(*text);
  if (!back || *back != bytes) return std::nullopt;
  return text;
}

std::string likely_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) {
    return "windows-1252";
  }
  uchardet_data_end(detector.get());
  const std::string found = uchardet_get_charset(detector.get());
  // ISO-8859-1 has controls where windows-1252 has letters, and is otherwise the same.
  if (found.empty() || found == "ASCII" || found == "ISO-8859-1") return "windows-1252";
  return found;
}

std::string certain_encoding(std::string_view bytes) {
  if (bytes.starts_with(mark_little)) return "UTF-16LE";
  if (bytes.starts_with(mark_big)) return "UTF-16BE";
  return first_bad_utf8(bytes) ? "" : "UTF-8";
}

}  // namespace recoup
