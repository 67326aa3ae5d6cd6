// subject_facts.hpp: subjects, links and reports out of the facts that say them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/store/store.hpp"
#include "recoup/subjects/network.hpp"

namespace recoup {

/// One entry of a section, or one statement of a report: its texts by field.
struct StatedEntry {
  std::string key;
  std::uint64_t line = 0;  ///< The first of its facts.
  Digest document;
  std::string document_name;
  std::map<std::string, std::string, std::less<>> texts;

  [[nodiscard]] std::string text_or_empty(std::string_view field) const;
};

/// The entries of a section, in the order of the facts; null is as if it were not there.
[[nodiscard]] std::vector<StatedEntry> entries_of(const std::vector<HeldFact>& facts,
                                                  std::string_view section);
/// What each report says, by its key, one statement after the other: "says[0].", "says[1]." …
[[nodiscard]] std::map<std::string, std::vector<StatedEntry>> statements_by_key(
    const std::vector<HeldFact>& facts);

/// An account as its holder's case names it: without the digits of a bank's number it is a name.
[[nodiscard]] SubjectMention account_mention(const std::string& account, const std::string& name);

/// The subject that an entry of "subjects" declares. Errors: malformed.
[[nodiscard]] Result<SubjectMention> declared_subject(const StatedEntry& entry);

/// Reads relation, sides and day of a statement. `declared` are the subjects of the case by id.
///
///   Errors  malformed; not_found: an id that no subject of the case has; contradiction: two that
///           cannot stand in the relation.
[[nodiscard]] Result<SubjectStatement> stated_tie(
    const StatedEntry& entry, const std::map<std::string, SubjectMention>& declared);

/// The report whose fields these are. Errors: malformed.
[[nodiscard]] Result<IntelligenceRecord> stated_report(const StatedEntry& entry);

}  // namespace recoup
