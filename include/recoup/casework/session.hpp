// session.hpp: who works on which store, and when.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/store/store.hpp"

namespace recoup {

/// Told how far a long work has come: what is being done, how much is done, of how much.
using Progress = std::function<void(std::string_view what, std::size_t done, std::size_t total)>;

/// The surroundings of one command. The store must outlive it.
struct Session {
  Store& store;
  std::string who;    ///< The person at the keyboard, for the audit log.
  CivilTime now_utc;  ///< The moment of the command, for the audit log.
  std::string tool_version;
  Progress progress = [](std::string_view, std::size_t, std::size_t) {};
};

}  // namespace recoup
