#include "command_line.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/store/store.hpp"

namespace recoup {

std::string tool_version() { return RECOUP_VERSION; }

std::string version_text() {
  std::string out =
      "recoup " + tool_version() + "\nschema " + std::to_string(newest_schema_version());
  for (const std::string& id : built_in_pack_ids()) {
    const auto pack = built_in_pack(id);
    out += "\npack " + id + " " +
           (pack ? pack.value().version() + " " + pack.value().digest().text() : "cannot be read");
  }
  return out;
}

}  // namespace recoup
