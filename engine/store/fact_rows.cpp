#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "case_rows.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

constexpr std::string_view fact_columns =
    "case_id, section, key, position, field, kind, value, line";

CaseFact read_fact(SqliteRow& row) {
  CaseFact fact{row.text(), row.text(), row.text(), 0, "", CaseFact::Kind::text, "", 0};
  const std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  fact.position = static_cast<std::uint32_t>(row.number_between(0, most));
  fact.field = row.text();
  const auto last = static_cast<std::int64_t>(CaseFact::Kind::none);
  fact.kind = static_cast<CaseFact::Kind>(row.number_between(0, last));
  fact.value = row.text();
  fact.line = row.count();
  return fact;
}

bool removes(const CaseFact& fact) {
  return fact.field == "removed" && fact.kind == CaseFact::Kind::truth && fact.value == "true";
}

/// A fact with what decides whether it still holds.
struct Candidate {
  std::int64_t import_order = 0;
  std::int64_t sequence = 0;
  CaseFact fact;
};

/// What the documents together say of one section and key.
struct EntryHistory {
  std::int64_t last_import = 0;
  std::int64_t last_removal = 0;  ///< What stood there up to this document is gone.
  std::uint32_t position = std::numeric_limits<std::uint32_t>::max();
  std::map<std::string, std::int64_t> last_by_field;
};

using EntryName = std::pair<std::string, std::string>;

std::map<EntryName, EntryHistory> histories_of(const std::vector<Candidate>& candidates) {
  std::map<EntryName, EntryHistory> histories;
  for (const Candidate& candidate : candidates) {
    EntryHistory& history = histories[{candidate.fact.section, candidate.fact.key}];
    history.last_import = std::max(history.last_import, candidate.import_order);
    history.position = std::min(history.position, candidate.fact.position);
    if (removes(candidate.fact)) {
      history.last_removal = std::max(history.last_removal, candidate.import_order);
    }
    std::int64_t& last = history.last_by_field[candidate.fact.field];
    last = std::max(last, candidate.import_order);
  }
  return histories;
}

bool holds(const Candidate& candidate, const EntryHistory& history) {
  if (candidate.import_order <= history.last_removal) return false;
  const std::int64_t last = is_updated_by_field(candidate.fact)
                                ? history.last_by_field.at(candidate.fact.field)
                                : history.last_import;
  return candidate.import_order == last;
}

std::vector<Candidate> those_that_hold(std::vector<Candidate> candidates) {
  const std::map<EntryName, EntryHistory> histories = histories_of(candidates);
  const auto history_of = [&](const Candidate& candidate) -> const EntryHistory& {
    return histories.at({candidate.fact.section, candidate.fact.key});
  };
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !holds(candidate, history_of(candidate));
  });
  // An entry whose fields come from several files has one place: the first that any of them gives.
  for (Candidate& candidate : candidates) {
    if (!is_updated_by_field(candidate.fact)) continue;
    candidate.fact.position = history_of(candidate).position;
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.fact.section, a.fact.position, a.fact.key, a.import_order, a.sequence) <
           std::tie(b.fact.section, b.fact.position, b.fact.key, b.import_order, b.sequence);
  });
  return candidates;
}

}  // namespace

Result<void> write_facts(const SqliteConnection& connection, std::int64_t document_id,
                         const std::vector<CaseFact>& facts) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO case_fact VALUES (?,?,?,?,?,?,?,?,?,?)"));
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const CaseFact& fact = facts[i];
    insert.number(document_id).count(i).text(fact.case_id).text(fact.section).text(fact.key);
    insert.count(fact.position).text(fact.field).number(static_cast<int>(fact.kind));
    insert.text(fact.value).count(fact.line);
    if (const auto done = insert.run(); !done) return done.error();
  }
  return {};
}

Result<std::vector<CaseFact>> read_facts(const SqliteConnection& connection,
                                         std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT sequence, " + std::string(fact_columns) +
                                        " FROM case_fact WHERE document_id = ?"));
  Positioned<CaseFact> facts;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t sequence = row.count();
    facts.add(sequence, read_fact(row));
  });
  if (!read) return read.error();
  return std::move(facts).in_order();
}

Result<std::vector<HeldFact>> read_facts_of_case(const SqliteConnection& connection,
                                                 std::string_view case_id) {
  RECOUP_TRY(select,
             connection.prepare("SELECT import_order, sequence, " + std::string(fact_columns) +
                                " FROM case_fact JOIN document ON document.id = document_id"
                                " WHERE case_id = ?"));
  std::vector<Candidate> candidates;
  const auto read = for_each_row(select.text(case_id), [&](SqliteRow& row) {
    candidates.push_back({row.number(), row.number(), read_fact(row)});
  });
  if (!read) return read.error();
  RECOUP_TRY(origin, connection.prepare("SELECT digest, name FROM document JOIN document_name"
                                        " ON document_id = document.id AND position = 0"
                                        " WHERE import_order = ?"));
  std::map<std::int64_t, std::pair<Digest, std::string>> origins;
  std::vector<HeldFact> facts;
  for (Candidate& candidate : those_that_hold(std::move(candidates))) {
    const auto [at, is_new] = origins.try_emplace(candidate.import_order);
    if (is_new) {
      auto& [digest, name] = at->second;
      const auto found = for_each_row(origin.number(candidate.import_order), [&](SqliteRow& row) {
        digest = row.digest();
        name = row.text();
      });
      if (!found) return found.error();
    }
    facts.push_back({std::move(candidate.fact), at->second.first, at->second.second});
  }
  return facts;
}

}  // namespace recoup
