#include "interest_marks.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace recoup {
namespace {

bool is_interest(std::string_view format, std::string_view code) {
  if (format == "ofx") return code == "INT";
  if (format == "mt940") return code == "NINT";
  if (format == "bai2") return code == "354";
  if (format != "camt" || !code.ends_with("/INTR")) return false;
  return code.starts_with("ACMT/") || code.starts_with("PMNT/MCOP/");
}

}  // namespace

std::vector<std::size_t> marked_interest(const Population& population,
                                         const std::vector<StatementPart>& parts) {
  std::map<Digest, std::string> formats;
  for (const StatementPart& part : parts) {
    formats[part.document] = part.layout.substr(0, part.layout.find(' '));
  }
  std::vector<std::size_t> marked;
  for (std::size_t i = 0; i < population.entries.size(); ++i) {
    const PlacedEntry& placed = population.entries[i];
    if (placed.entry.amount.minor() <= 0 || placed.entry.details.empty()) continue;
    const auto format = formats.find(placed.place.document);
    if (format == formats.end()) continue;
    const std::vector<EntryDetail>& details = placed.entry.details;
    const bool is_marked =
        std::any_of(details.begin(), details.end(), [&](const EntryDetail& detail) {
          return detail.name == "code" && is_interest(format->second, detail.value);
        });
    if (is_marked) marked.push_back(i);
  }
  return marked;
}

}  // namespace recoup
