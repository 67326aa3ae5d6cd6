// law.hpp: the packs that decide, read once for a command.
#pragma once

#include <string>
#include <vector>

#include "recoup/assessment/part2_rules.hpp"
#include "recoup/clocks/calendar.hpp"
#include "recoup/clocks/clock_rules.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// Identity of a pack, as every report prints it.
struct PackIdentity {
  std::string id;
  std::string version;
  Digest digest;
  std::string signatures;  ///< "unsigned", "reviewed" ...
};

/// The packs that are part of the program.
struct Law {
  Pack lifestyle;
  Pack relevant_day;
  Pack minimums;
  Pack ranking;
  ClockRules clocks;
  Calendar calendar;    ///< Of England and Wales.
  Calendars calendars;  ///< Of every region of which one is held.
  Part2Rules part2;
  std::vector<PackIdentity> packs;  ///< Those that are enabled, by id.
};

/// Reads them. Errors: what is wrong with a pack, which is a defect of the build.
[[nodiscard]] Result<Law> load_law();

}  // namespace recoup
