#include "command_line.hpp"
#include "recoup/store/store.hpp"

namespace recoup {

std::string tool_version() { return RECOUP_VERSION; }

std::string version_text() {
  return "recoup " + tool_version() + "\nschema " + std::to_string(newest_schema_version());
}

}  // namespace recoup
