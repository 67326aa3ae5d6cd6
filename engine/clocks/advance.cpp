#include "recoup/clocks/advance.hpp"

#include <algorithm>
#include <vector>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "12 h", "9 h 15 min", "45 min 30 s".
std::string span_text(std::int64_t micros) {
  const std::int64_t seconds = micros / micros_per_second;
  const std::int64_t rest = micros % micros_per_second;
  std::string text;
  const auto add = [&](std::int64_t count, const char* unit) {
    if (count != 0) text += (text.empty() ? "" : " ") + std::to_string(count) + unit;
  };
  add(seconds / 3600, " h");
  add(seconds / 60 % 60, " min");
  add(seconds % 60, " s");
  add(rest, " us");
  return text;
}

std::string weekday_text(Date date) { return short_text(date).substr(0, 3); }

std::string working_text(const std::vector<std::string>& spans,
                         const std::vector<std::string>& skipped) {
  std::string text;
  for (const std::string& span : spans) text += (text.empty() ? "" : " + ") + span;
  for (const std::string& reason : skipped) {
    text += (&reason == &skipped.front() ? "; " : ", ") + reason;
  }
  return skipped.empty() ? text : text + " skipped";
}

}  // namespace

Advance advance(const Calendar& calendar, CivilTime from, std::int64_t micros) {
  RECOUP_CHECK(micros > 0);
  std::vector<std::string> spans;
  std::vector<std::string> skipped;
  CivilTime at = from;
  std::int64_t left = micros;
  while (true) {
    const Date date = at.date();
    if (!calendar.covers(date)) {
      return {std::nullopt,
              "the calendar of " + calendar.region() + " does not cover " + short_text(date)};
    }
    const CivilTime next = midnight(date + std::chrono::days(1));
    const std::string reason(calendar.pause(date));
    if (!reason.empty()) {
      if (std::find(skipped.begin(), skipped.end(), reason) == skipped.end()) {
        skipped.push_back(reason);
      }
      at = next;
      continue;
    }
    const std::int64_t room = next.micros - at.micros;
    const std::int64_t taken = std::min(left, room);
    spans.push_back(span_text(taken) + " " + weekday_text(date));
    if (left <= room) return {CivilTime{at.micros + left}, working_text(spans, skipped)};
    left -= room;
    at = next;
  }
}

std::string expiry_text(CivilTime expiry) {
  const std::int64_t micros = expiry.micros_of_day();
  if (micros == 0) return "end of " + short_text(expiry.date() - std::chrono::days(1));
  const std::int64_t seconds = micros / micros_per_second;
  std::string text = short_text(expiry.date()) + " " + two_digits(seconds / 3600) + ":" +
                     two_digits(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ":" + two_digits(seconds % 60);
  return text;
}

}  // namespace recoup
