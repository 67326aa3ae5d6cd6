#include "profile/date_format.hpp"

#include <array>

#include "profile/amount.hpp"
#include "profile/month_names.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Two digits mean 1970 to 2069, as POSIX has it: 69 is 2069 there and 70 is 1970.
constexpr int first_short_year = 70;

/// Longest first: `mmm` is no `mm` with an `m` behind.
constexpr std::array<std::string_view, 14> tokens = {"yyyy", "yy", "mmm", "mm", "m",  "dd", "d",
                                                     "HH",   "H",  "MI",  "SS", "AM", "ZZ", "?"};

std::string_view token_at(std::string_view format) {
  constexpr std::string_view beginnings = "ymdHMSAZ?";
  if (beginnings.find(format.front()) == std::string_view::npos) return {};
  for (const std::string_view token : tokens) {
    if (format.starts_with(token)) return token;
  }
  return {};
}

/// Reads one cell along one format.
class DateReader {
 public:
  DateReader(std::string_view cell, std::string_view format) : cell_(cell), format_(format) {}

  std::optional<BookingTime> read(std::optional<int> year) {
    while (!format_.empty()) {
      const std::string_view token = token_at(format_);
      if (token.empty() ? !take_literal() : !take(token)) return std::nullopt;
    }
    if (!cell_.empty()) return std::nullopt;
    const std::optional<int> of = year_ ? year_ : year;
    if (!of || !month_ || !day_) return std::nullopt;
    const auto date = make_date(*of, *month_, *day_);
    if (!date) return std::nullopt;
    return hour_ ? timed(*date) : BookingTime(*date);
  }

 private:
  bool take_literal() {
    if (cell_.empty() || cell_.front() != format_.front()) return false;
    cell_.remove_prefix(1);
    format_.remove_prefix(1);
    return true;
  }

  bool take(std::string_view token) {
    format_.remove_prefix(token.size());
    if (token == "?") {
      cell_ = {};
      return true;
    }
    if (token == "mmm") return take_month_name();
    if (token == "AM") return take_half_of_day();
    if (token == "ZZ") return take_offset();
    const std::size_t digits_max = token == "yyyy" ? 4 : 2;
    const bool exact = token != "d" && token != "m" && token != "H";
    const auto value = take_number(exact ? digits_max : 1, digits_max);
    if (!value) return false;
    if (token == "yyyy") year_ = *value;
    if (token == "yy") year_ = *value + (*value < first_short_year ? 2000 : 1900);
    if (token == "m" || token == "mm") month_ = static_cast<unsigned>(*value);
    if (token == "d" || token == "dd") day_ = static_cast<unsigned>(*value);
    if (token == "H" || token == "HH") hour_ = *value;
    if (token == "MI") minute_ = *value;
    if (token == "SS") return take_seconds(*value);
    return true;
  }

  std::optional<int> take_number(std::size_t digits_min, std::size_t digits_max) {
    int value = 0;
    std::size_t digits = 0;
    while (digits < digits_max && !cell_.empty() && is_digit(cell_.front())) {
      value = value * 10 + (cell_.front() - '0');
      cell_.remove_prefix(1);
      ++digits;
    }
    if (digits < digits_min) return std::nullopt;
    return value;
  }

  /// Seconds may have a fraction: "05.123456".
  bool take_seconds(int seconds) {
    second_ = seconds;
    if (!cell_.starts_with('.')) return true;
    cell_.remove_prefix(1);
    std::int64_t unit = micros_per_second;
    bool any = false;
    while (!cell_.empty() && is_digit(cell_.front())) {
      if (unit == 1 && cell_.front() != '0') return false;
      unit = unit == 1 ? 1 : unit / 10;
      fraction_ += (cell_.front() - '0') * unit;
      cell_.remove_prefix(1);
      any = true;
    }
    return any;
  }

  bool take_month_name() {
    std::size_t length = 0;
    while (length < cell_.size()) {
      const auto byte = static_cast<unsigned char>(cell_[length]);
      const bool letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
      if (!letter && byte < 0x80) break;
      ++length;
    }
    const auto month = month_named(cell_.substr(0, length));
    if (!month) return false;
    month_ = *month;
    cell_.remove_prefix(length);
    // "Sept. 2026", but not the point of "01.Sep.2026".
    if (cell_.starts_with('.') && !format_.starts_with('.')) cell_.remove_prefix(1);
    return true;
  }

  bool take_half_of_day() {
    const std::string half = ascii_lower(cell_.substr(0, 2));
    if (half != "am" && half != "pm") return false;
    cell_.remove_prefix(2);
    afternoon_ = half == "pm";
    return true;
  }

  bool take_offset() {
    offset_ = 0;
    if (cell_.starts_with('Z')) {
      cell_.remove_prefix(1);
      return true;
    }
    if (cell_.empty() || (cell_.front() != '+' && cell_.front() != '-')) return false;
    const int sign = cell_.front() == '-' ? -1 : 1;
    cell_.remove_prefix(1);
    const auto hours = take_number(2, 2);
    if (cell_.starts_with(':')) cell_.remove_prefix(1);
    const auto minutes = take_number(2, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return false;
    offset_ = sign * (*hours * 60 + *minutes);
    return true;
  }

  std::optional<BookingTime> timed(Date date) {
    int hour = *hour_;
    if (afternoon_) {
      if (hour < 1 || hour > 12) return std::nullopt;
      hour = hour % 12 + (*afternoon_ ? 12 : 0);
    }
    if (hour > 23 || minute_ > 59 || second_ > 59) return std::nullopt;
    const std::int64_t seconds = (hour * 60 + minute_) * 60 + second_;
    const CivilTime civil{midnight(date).micros + seconds * micros_per_second + fraction_};
    std::optional<std::int16_t> offset;
    if (offset_) offset = static_cast<std::int16_t>(*offset_);
    return BookingTime(civil, offset);
  }

  std::string_view cell_;
  std::string_view format_;
  std::optional<int> year_;
  std::optional<unsigned> month_;
  std::optional<unsigned> day_;
  std::optional<int> hour_;
  int minute_ = 0;
  int second_ = 0;
  std::int64_t fraction_ = 0;
  std::optional<bool> afternoon_;
  std::optional<int> offset_;
};

}  // namespace

std::optional<BookingTime> read_date(std::string_view cell, const DateFormat& format,
                                     std::optional<int> year) {
  return DateReader(bare(cell), format.text).read(year);
}

std::optional<BookingTime> with_time(const BookingTime& day, std::string_view cell) {
  const std::string text = iso_text(day.civil().date()) + " " + std::string(bare(cell));
  for (const char* const format : {"yyyy-mm-dd H:MI:SS", "yyyy-mm-dd H:MI", "yyyy-mm-dd HHMISS"}) {
    if (auto read = read_date(text, {format}, std::nullopt)) return read;
  }
  return std::nullopt;
}

std::string order_of(const DateFormat& format) {
  std::string order;
  std::string_view rest = format.text;
  while (!rest.empty()) {
    const std::string_view token = token_at(rest);
    const char first = token.empty() ? ' ' : token.front();
    if (first == 'd' || first == 'm' || first == 'y') order += first;
    rest.remove_prefix(token.empty() ? 1 : token.size());
  }
  return order;
}

bool lacks_year(const DateFormat& format) {
  return order_of(format).find('y') == std::string::npos;
}

}  // namespace recoup
