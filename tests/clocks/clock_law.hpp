// clock_law.hpp: the rules and the calendar that ship with the program.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "recoup/clocks/calendar.hpp"
#include "recoup/clocks/clock_rules.hpp"
#include "recoup/clocks/deadlines.hpp"

namespace recoup {

inline std::string clock_pack_file(const std::string& path) {
  std::ifstream file(std::string(RECOUP_SOURCE_DIR) + "/rules/packs/ew-part5-clocks/" + path,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline ClockRules shipped_rules() {
  return ClockRules::parse(clock_pack_file("params/clocks.csv"), "clocks.csv").value();
}

inline Calendar shipped_calendar() {
  return Calendar::parse(clock_pack_file("calendars/england-and-wales.csv"),
                         "england-and-wales.csv")
      .value();
}

inline BookingTime at(const std::string& text) { return BookingTime::parse(text).value(); }
inline Date day(const std::string& text) { return parse_date(text).value(); }

}  // namespace recoup
