#include "qif/qif_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr int month_max = 12;
constexpr int day_max = 31;

/// One of the three parts of a date.
struct QifDatePart {
  int value = 0;
  std::size_t digits = 0;  ///< 0 for the name of a month.
};

struct QifWrittenDate {
  std::array<QifDatePart, 3> parts;
  bool apostrophe = false;  ///< Before the last part: a year of the 2000s.

  [[nodiscard]] bool year_first() const { return parts[0].digits == 4; }
  [[nodiscard]] bool names_month() const { return parts[0].digits == 0 || parts[1].digits == 0; }
  /// Whether its reading depends on the order of the document.
  [[nodiscard]] bool is_open() const { return !year_first() && !names_month(); }
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The number of the month whose name begins with these letters; 0 where none does.
int month_named(std::string_view letters) {
  constexpr std::array<std::string_view, 12> names = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t length_min = 3;
  const std::string lower = ascii_lower(letters);
  if (lower.size() < length_min) return 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].starts_with(lower)) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::size_t run_of(std::string_view text, bool (*belongs)(char)) {
  std::size_t length = 0;
  while (length < text.size() && belongs(text[length])) ++length;
  return length;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Eight digits: the year in front where that gives a month, else behind.
QifWrittenDate eight_digits(std::string_view digits) {
  const int month = number(digits.substr(4, 2));
  const bool year_first = number(digits.substr(0, 4)) >= 1900 && month >= 1 && month <= month_max;
  if (year_first) {
    return {{{{number(digits.substr(0, 4)), 4}, {month, 2}, {number(digits.substr(6)), 2}}}, false};
  }
  return {{{{number(digits.substr(0, 2)), 2},
            {number(digits.substr(2, 2)), 2},
            {number(digits.substr(4)), 4}}},
          false};
}

/// The parts of a date; nothing where there are not three of them.
std::optional<QifWrittenDate> written_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() == 8 && run_of(text, is_digit) == text.size()) return eight_digits(text);
  QifWrittenDate date;
  std::size_t count = 0;
  bool apostrophe = false;
  while (!text.empty()) {
    const std::size_t separators = std::min(text.find_first_not_of("/-.' ,"), text.size());
    if ((count == 0) != (separators == 0)) return std::nullopt;
    apostrophe = text.substr(0, separators).find('\'') != std::string_view::npos;
    text.remove_prefix(separators);
    const std::size_t digits = run_of(text, is_digit);
    const std::size_t length = digits > 0 ? digits : run_of(text, is_letter);
    if (length == 0 || count == date.parts.size() || digits > 4) return std::nullopt;
    const std::string_view part = text.substr(0, length);
    date.parts[count] = {digits > 0 ? number(part) : month_named(part), digits};
    if (digits == 0 && (date.parts[count].value == 0 || count == 2)) return std::nullopt;
    ++count;
    text.remove_prefix(length);
  }
  if (count != date.parts.size()) return std::nullopt;
  if (date.parts[0].digits == 0 && date.parts[1].digits == 0) return std::nullopt;
  date.apostrophe = apostrophe;
  return date;
}

/// The year of the part; 0 where it is none.
int year_of(const QifDatePart& part, bool apostrophe, const QifDateReading& reading) {
  constexpr int pivot = 70;
  if (part.digits == 4) return part.value;
  if (part.digits > 2) return 0;
  if (apostrophe) return 2000 + part.value;
  if (reading.plain_years_of_1900s) return 1900 + part.value;
  return part.value + (part.value < pivot ? 2000 : 1900);
}

std::optional<Date> date_of(const QifWrittenDate& date, const QifDateReading& reading) {
  const auto& [first, second, third] = date.parts;
  QifDayOrder order = reading.order;
  if (date.year_first()) order = QifDayOrder::ymd;
  if (second.digits == 0) order = QifDayOrder::dmy;
  if (first.digits == 0) order = QifDayOrder::mdy;
  const bool year_in_front = order == QifDayOrder::ymd;
  const QifDatePart& year_part = year_in_front ? first : third;
  const QifDatePart& month = order == QifDayOrder::mdy ? first : second;
  const QifDatePart& day = year_in_front ? third : order == QifDayOrder::mdy ? second : first;
  const int year = year_of(year_part, date.apostrophe && !year_in_front, reading);
  if (year == 0 || month.digits > 2 || day.digits > 2 || day.digits == 0) return std::nullopt;
  return make_date(year, static_cast<unsigned>(month.value), static_cast<unsigned>(day.value));
}

/// What one date alone says of the order of all.
std::optional<QifDayOrder> order_shown_by(const QifWrittenDate& date) {
  if (!date.is_open()) return std::nullopt;
  const int first = date.parts[0].value;
  const int second = date.parts[1].value;
  const bool short_years = date.parts[2].digits <= 2 && !date.apostrophe;
  if (first > day_max && second <= month_max && short_years) return QifDayOrder::ymd;
  if (first > month_max && first <= day_max && second <= month_max) return QifDayOrder::dmy;
  if (second > month_max && second <= day_max && first <= month_max) return QifDayOrder::mdy;
  return std::nullopt;
}

const char* words_for(QifDayOrder order) {
  switch (order) {
    case QifDayOrder::dmy: return "day first";
    case QifDayOrder::mdy: return "month first";
    case QifDayOrder::ymd: return "year first";
  }
  return "";
}

std::string at_line(const QifDateLine& date) {
  return printable(quoted(trimmed(date.text), 40)) + " on line " + std::to_string(date.line);
}

/// The order of the dates of one document on its way to being decided.
class QifDateJudge {
 public:
  QifDateJudge(const std::vector<QifDateLine>& dates, std::vector<std::string>& notes)
      : dates_(dates), notes_(notes) {
    for (const QifDateLine& date : dates) {
      written_.push_back(written_date(date.text));
      if (!written_.back()) continue;
      if (written_.back()->apostrophe) reading_.plain_years_of_1900s = true;
    }
  }

  Result<QifDateReading> decide(const QifStatedOrder& wanted) {
    note_years();
    if (!wanted.order.empty()) return as_wanted(wanted);
    const auto by_parts = by_single_dates();
    if (!by_parts) return by_parts.error();
    if (by_parts.value()) return reading_with(*by_parts.value());
    if (is_alike_both_ways()) return reading_;
    if (const auto order = by_their_row()) return reading_with(*order);
    return undecided();
  }

 private:
  QifDateReading reading_with(QifDayOrder order) const {
    QifDateReading reading = reading_;
    reading.order = order;
    return reading;
  }

  void note_years() {
    const auto plain = std::find_if(written_.begin(), written_.end(), [](const auto& date) {
      return date && !date->year_first() && !date->apostrophe && date->parts[2].digits <= 2;
    });
    if (plain == written_.end()) return;
    const QifDateLine& line = dates_[static_cast<std::size_t>(plain - written_.begin())];
    notes_.push_back("years of two digits without an apostrophe, as in " + at_line(line) +
                     (reading_.plain_years_of_1900s
                          ? ", are of the 1900s, because others have the apostrophe of the 2000s"
                          : ", were read as 1970 to 2069"));
  }

  [[nodiscard]] bool reads(std::size_t index, QifDayOrder order) const {
    return date_of(*written_[index], reading_with(order)).has_value();
  }

  [[nodiscard]] Error contradiction(const QifDateLine& one, const std::string& against) const {
    return Error{ErrorCode::contradiction,
                 at_line(one) + ", and " + against,
                 "dates of one order in one document",
                 {"", one.line, "D"}};
  }

  Result<QifDateReading> as_wanted(const QifStatedOrder& stated) {
    const std::string_view wanted = stated.order;
    const QifDayOrder order = wanted == "mdy"   ? QifDayOrder::mdy
                              : wanted == "ymd" ? QifDayOrder::ymd
                                                : QifDayOrder::dmy;
    if (wanted != "dmy" && order == QifDayOrder::dmy) {
      return Error{ErrorCode::usage, quoted(wanted), "dmy, mdy or ymd", {"", 0, "date order"}};
    }
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      if (!written_[i] || reads(i, order) || !order_shown_by(*written_[i])) continue;
      return contradiction(dates_[i], stated.by + " " + std::string(wanted));
    }
    notes_.push_back(std::string("dates were read ") + words_for(order) + ", as " + stated.by +
                     " says");
    return reading_with(order);
  }

  /// The first date that shows an order decides; every other must be readable in it.
  Result<std::optional<QifDayOrder>> by_single_dates() {
    std::optional<QifDayOrder> order;
    std::size_t decides = 0;
    // A year in front looks like a day where it is small: the larger ones speak first.
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      const auto shown = written_[i] ? order_shown_by(*written_[i]) : std::nullopt;
      if (!shown || (order && (*order == QifDayOrder::ymd || *shown != QifDayOrder::ymd))) continue;
      order = shown;
      decides = i;
    }
    if (!order) return std::optional<QifDayOrder>();
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      if (!written_[i] || !order_shown_by(*written_[i]) || reads(i, *order)) continue;
      if (!reads(i, *order_shown_by(*written_[i]))) continue;  // a day that there is not
      return contradiction(dates_[decides], at_line(dates_[i]));
    }
    notes_.push_back(std::string("dates are ") + words_for(*order) + ": " +
                     at_line(dates_[decides]) + " can be read in no other way");
    return order;
  }

  [[nodiscard]] bool is_alike_both_ways() const {
    return std::all_of(written_.begin(), written_.end(), [](const auto& date) {
      return !date || !date->is_open() || date->parts[0].value == date->parts[1].value;
    });
  }

  /// The date at which the dates of its section turn from rising to falling, or the other way.
  [[nodiscard]] const QifDateLine* turning_point(QifDayOrder order) const {
    std::optional<Date> before;
    std::size_t section = 0;
    int direction = 0;
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      const auto day = written_[i] ? date_of(*written_[i], reading_with(order)) : std::nullopt;
      if (!day) continue;
      if (!before || section != dates_[i].section) {
        direction = 0;
      } else if (*day != *before) {
        const int step = *day > *before ? 1 : -1;
        if (direction == -step) return &dates_[i];
        direction = step;
      }
      before = day;
      section = dates_[i].section;
    }
    return nullptr;
  }

  std::optional<QifDayOrder> by_their_row() {
    const QifDateLine* const day_first = turning_point(QifDayOrder::dmy);
    const QifDateLine* const month_first = turning_point(QifDayOrder::mdy);
    if ((day_first == nullptr) == (month_first == nullptr)) return std::nullopt;
    const QifDayOrder order = day_first == nullptr ? QifDayOrder::dmy : QifDayOrder::mdy;
    const QifDayOrder other = day_first == nullptr ? QifDayOrder::mdy : QifDayOrder::dmy;
    notes_.push_back(std::string("dates are ") + words_for(order) + ": read " + words_for(other) +
                     ", they would turn back at " +
                     at_line(day_first == nullptr ? *month_first : *day_first));
    return order;
  }

  [[nodiscard]] Error undecided() const {
    std::size_t first = 0;
    while (!written_[first] || !written_[first]->is_open() ||
           written_[first]->parts[0].value == written_[first]->parts[1].value) {
      ++first;
    }
    return Error{ErrorCode::malformed,
                 at_line(dates_[first]) + ", which may be day first or month first",
                 "dates that show their order, or --date-order dmy or mdy",
                 {"", dates_[first].line, "D"}};
  }

  const std::vector<QifDateLine>& dates_;
  std::vector<std::string>& notes_;
  std::vector<std::optional<QifWrittenDate>> written_;
  QifDateReading reading_;
};

}  // namespace

Result<QifDateReading> decide_qif_dates(const std::vector<QifDateLine>& dates,
                                        const QifStatedOrder& wanted,
                                        std::vector<std::string>& notes) {
  return QifDateJudge(dates, notes).decide(wanted);
}

Result<Date> read_qif_date(std::string_view text, const QifDateReading& reading) {
  const auto written = written_date(text);
  const auto date = written ? date_of(*written, reading) : std::nullopt;
  if (date) return *date;
  return Error{ErrorCode::malformed,
               quoted(text),
               std::string("a day of the calendar, ") + words_for(reading.order),
               {}};
}

}  // namespace recoup
