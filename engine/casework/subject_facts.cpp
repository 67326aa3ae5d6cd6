#include "subject_facts.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

void add(StatedEntry& entry, const HeldFact& held, std::string field) {
  if (held.fact.kind == CaseFact::Kind::none) return;
  if (entry.texts.empty() || held.fact.line < entry.line) entry.line = held.fact.line;
  entry.document = held.document;
  entry.document_name = held.document_name;
  entry.texts.insert_or_assign(std::move(field), held.fact.value);
}

Result<SubjectMention> side_of(const StatedEntry& entry, const std::string& side,
                               const std::map<std::string, SubjectMention>& declared) {
  const std::string kind = entry.text_or_empty(side + "_kind");
  const bool is_by_id = kind.empty() || kind == "id";
  if (is_by_id) {
    const std::string id = entry.text_or_empty(kind.empty() ? side : side + "_number");
    const auto at = declared.find(id);
    if (at == declared.end()) {
      return Error{ErrorCode::not_found, "subject " + quoted(id), "a subject of the case", {}};
    }
    return at->second;
  }
  RECOUP_TRY(known, parse_subject_kind(kind));
  return SubjectMention{known, entry.text_or_empty(side + "_number"),
                        entry.text_or_empty(side + "_name"), ""};
}

}  // namespace

std::string StatedEntry::text_or_empty(std::string_view field) const {
  const auto at = texts.find(field);
  return at == texts.end() ? std::string() : at->second;
}

std::vector<StatedEntry> entries_of(const std::vector<HeldFact>& facts, std::string_view section) {
  std::vector<StatedEntry> entries;
  std::map<std::string, std::size_t> places;
  for (const HeldFact& held : facts) {
    if (held.fact.section != section) continue;
    const auto [at, is_new] = places.try_emplace(held.fact.key, entries.size());
    if (is_new) entries.push_back({held.fact.key, 0, {}, "", {}});
    add(entries[at->second], held, held.fact.field);
  }
  return entries;
}

std::map<std::string, std::vector<StatedEntry>> statements_by_key(
    const std::vector<HeldFact>& facts) {
  constexpr std::string_view before = "says[";
  std::map<std::string, std::vector<StatedEntry>> reports;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (const HeldFact& held : facts) {
    const std::string& field = held.fact.field;
    const std::size_t end = field.find("].");
    if (!field.starts_with(before) || end == std::string::npos) continue;
    std::vector<StatedEntry>& statements = reports[held.fact.key];
    const auto [at, is_new] =
        places.try_emplace({held.fact.key, field.substr(0, end)}, statements.size());
    if (is_new) statements.push_back({held.fact.key, 0, {}, "", {}});
    add(statements[at->second], held, field.substr(end + 2));
  }
  return reports;
}

SubjectMention account_mention(const std::string& account, const std::string& name) {
  if (subject_number_key(SubjectKind::account, account)) {
    return {SubjectKind::account, account, name, ""};
  }
  return {SubjectKind::account, "", account, ""};
}

Result<SubjectMention> declared_subject(const StatedEntry& entry) {
  RECOUP_TRY(kind, parse_subject_kind(entry.text_or_empty("kind")));
  return SubjectMention{kind, entry.text_or_empty("number"), entry.text_or_empty("name"),
                        entry.key};
}

Result<SubjectStatement> stated_tie(const StatedEntry& entry,
                                    const std::map<std::string, SubjectMention>& declared) {
  SubjectStatement said;
  said.line = entry.line;
  RECOUP_TRY(from, side_of(entry, "from", declared));
  said.from = std::move(from);
  if (const std::string day = entry.text_or_empty("on"); !day.empty()) {
    RECOUP_TRY(on, parse_date(day));
    said.on = on;
  }
  if (const std::string relation = entry.text_or_empty("relation"); !relation.empty()) {
    RECOUP_TRY(known, parse_subject_relation(relation));
    RECOUP_TRY(to, side_of(entry, "to", declared));
    if (!can_stand(said.from.kind, known, to.kind)) {
      return Error{
          ErrorCode::contradiction,
          std::string(text(said.from.kind)) + " " + relation + " " + std::string(text(to.kind)),
          sides_of(known),
          {}};
    }
    said.relation = known;
    said.to = std::move(to);
  }
  said.text = entry.text_or_empty("text");
  if (said.text.empty()) said.text = entry.text_or_empty("basis");
  return said;
}

Result<IntelligenceRecord> stated_report(const StatedEntry& entry) {
  IntelligenceRecord report;
  report.agency = entry.text_or_empty("agency");
  report.number = entry.text_or_empty("record");
  RECOUP_TRY(received, parse_date(entry.text_or_empty("received")));
  report.received = received;
  RECOUP_TRY(source, parse_source_grade(entry.text_or_empty("source_grade")));
  report.grade.source = source;
  RECOUP_TRY(information, parse_information_grade(entry.text_or_empty("information_grade")));
  report.grade.information = information;
  RECOUP_TRY(handling, parse_handling_code(entry.text_or_empty("handling")));
  report.grade.handling = handling;
  report.grade.conditions = entry.text_or_empty("conditions");
  return report;
}

}  // namespace recoup
