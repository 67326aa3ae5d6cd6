// working_days.hpp: how long a transfer was on its way.
#pragma once

#include "recoup/base/date.hpp"

namespace recoup {

/// How many days from Monday to Friday come after `from` up to `to`; negative where `to` comes
/// first. Holidays count as days: a window must leave room for them.
[[nodiscard]] int working_days(Date from, Date to);

}  // namespace recoup
