#include "declared_legs.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool is_document(const LoadedCase& loaded, const RecordPlace& place, const std::string& wanted) {
  const std::string digest = place.document.text();
  if (wanted.size() >= 6 && digest.starts_with(wanted)) return true;
  return std::any_of(
      loaded.documents.begin(), loaded.documents.end(), [&](const HeldDocument& held) {
        return held.digest == place.document &&
               std::find(held.names.begin(), held.names.end(), wanted) != held.names.end();
      });
}

/// Whether the leg is the line that is declared, in its own document or in one that was
/// merged.
bool stands_on_line(const LoadedCase& loaded, LegRow leg, const DeclaredLeg& declared) {
  const RecordPlace& place = loaded.build.ledger.place[index(leg)];
  if (place.line == declared.line && is_document(loaded, place, declared.document)) return true;
  return std::any_of(loaded.build.same_entries.begin(), loaded.build.same_entries.end(),
                     [&](const SameEntry& same) {
                       return same.kept == place && same.merged.line == declared.line &&
                              is_document(loaded, same.merged, declared.document);
                     });
}

/// The leg that stands for a merged line of this reference, or nothing.
std::optional<LegRow> leg_behind_reference(const LoadedCase& loaded, const DeclaredLeg& declared,
                                           AccountRow account) {
  const Ledger& ledger = loaded.build.ledger;
  for (const SameEntry& same : loaded.build.same_entries) {
    if (same.reference != declared.reference || same.is_sum) continue;
    if (same.account != ledger.accounts[index(account)]) continue;
    for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
         ++i) {
      if (ledger.place[i] == same.kept) return static_cast<LegRow>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

std::uint64_t line_number(const std::string& text) {
  std::uint64_t line = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), line);
  return failure == std::errc() && end == text.data() + text.size() ? line : 0;
}

Place fact_place(const HeldFact& held, const std::string& field) {
  return {held.document_name, held.fact.line, field};
}

Result<FoundLeg> find_leg(const LoadedCase& loaded, const DeclaredLeg& declared,
                          AccountRow account) {
  const Ledger& ledger = loaded.build.ledger;
  const bool by_line = declared.reference.empty();
  FoundLeg found;
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    const auto leg = static_cast<LegRow>(i);
    const bool fits = by_line ? stands_on_line(loaded, leg, declared)
                              : ledger.text[i].reference == declared.reference;
    if (!fits) continue;
    if (found.leg) {
      return Error{ErrorCode::contradiction,
                   "reference " + recoup::quoted(declared.reference) + " on several entries of " +
                       declared.account,
                   "a reference that one entry has, or \"document\" and \"line\" in its place",
                   declared.place};
    }
    found.leg = leg;
  }
  if (!found.leg && !by_line) found.leg = leg_behind_reference(loaded, declared, account);
  if (!found.leg) {
    found.why_not =
        by_line ? "no entry of " + declared.account + " stands on line " +
                      std::to_string(declared.line) + " of " + declared.document
                : "no entry of " + declared.account + " has the reference " + declared.reference;
  }
  return found;
}

bool has_reference(const Ledger& ledger, MaybeLeg leg, std::string_view reference) {
  return leg && !reference.empty() && ledger.text[index(*leg)].reference == reference;
}

}  // namespace recoup
