#include "recoup/casework/law.hpp"

#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {
namespace {

Result<std::string> file_of(const FileSet& files, const std::string& path) {
  for (const auto& [name, bytes] : files) {
    if (name == path) return bytes;
  }
  return Error{ErrorCode::not_found, "no " + path, "a file of the packs built in", {}};
}

}  // namespace

Result<Law> load_law() {
  const FileSet files = built_in_pack_files();
  RECOUP_TRY(lifestyle, built_in_pack("ew-criminal-lifestyle"));
  RECOUP_TRY(relevant_day, built_in_pack("ew-relevant-day"));
  RECOUP_TRY(minimums, built_in_pack("ew-seizure-minimums"));
  RECOUP_TRY(ranking, built_in_pack("recoup-ranking"));
  RECOUP_TRY(clock_rows, file_of(files, "ew-part5-clocks/params/clocks.csv"));
  RECOUP_TRY(clocks, ClockRules::parse(clock_rows, "clocks.csv"));
  RECOUP_TRY(holidays, file_of(files, "ew-part5-clocks/calendars/england-and-wales.csv"));
  RECOUP_TRY(clock_pack, built_in_pack("ew-part5-clocks"));
  RECOUP_TRY(calendar, Calendar::parse(holidays, "england-and-wales.csv",
                                       clock_pack.id() + " " + clock_pack.version()));
  RECOUP_TRY(part2_pack, built_in_pack("ew-poca-part2"));
  RECOUP_TRY(part2, Part2Rules::of(std::move(part2_pack)));
  std::vector<PackIdentity> identities;
  for (const std::string& id : built_in_pack_ids()) {
    RECOUP_TRY(pack, built_in_pack(id));
    if (!pack.is_enabled()) continue;
    RECOUP_TRY(signatures, pack_signatures(pack.files()));
    identities.push_back({pack.id(), pack.version(), pack.digest(),
                          std::string(signature_state_text(signatures.state))});
  }
  return Law{std::move(lifestyle), std::move(relevant_day), std::move(minimums),
             std::move(ranking),   std::move(clocks),       calendar,
             Calendars(calendar),  std::move(part2),        std::move(identities)};
}

}  // namespace recoup
