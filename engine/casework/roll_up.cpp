#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/summarise.hpp"
#include "recoup/report/completeness_report.hpp"
#include "summary_figures.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 5> groupings = {"operation", "unit", "force", "stage",
                                                       "kind"};
constexpr const char* not_stated = "not stated";

std::string or_not_stated(const std::string& text) { return text.empty() ? not_stated : text; }

/// Property of one kind: what was seized of it, and what case files state.
struct KindFigures {
  std::int64_t seized = 0;
  Money seized_value{0, gbp};
  std::int64_t stated = 0;
  Money stated_value{0, gbp};
};

std::string kind_words(const Seizure& seizure) {
  switch (seizure.kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "frozen account";
    case SeizureKind::listed_asset: return "listed asset";
    case SeizureKind::cryptoasset: return "cryptoasset";
    case SeizureKind::drugs: return "drugs";
    case SeizureKind::other: return "other property";
  }
  return "other property";
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& each : from) {
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
  }
}

/// Adds up everything that a roll-up shows.
class RollupMaker {
 public:
  RollupMaker(const Session& session, const SummaryRequest& request, SummaryDays days)
      : session_(session), request_(request), days_(days) {}

  Result<Rollup> run() {
    RECOUP_TRY(index, index_cases(session_));
    std::vector<std::string> ids = index.cases;
    if (!request_.operation.empty()) {
      RECOUP_TRY(chosen, cases_of(session_, request_.operation));
      ids = std::move(chosen);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      session_.progress("adding up cases", i, ids.size());
      if (auto added = add(ids[i]); !added) return std::move(added).error();
    }
    session_.progress("adding up cases", ids.size(), ids.size());
    for (const auto& [case_id, seizures] : index.seizures) {
      for (const HeldSeizure& held : seizures) {
        if (auto added = add(index, held.seizure); !added) return std::move(added).error();
      }
    }
    return finish();
  }

 private:
  OperationSummary& group(const std::string& name) {
    OperationSummary& summary = groups_[name];
    summary.operation = name;
    summary.as_at = request_.as_at;
    return summary;
  }

  [[nodiscard]] std::string group_of(const CaseFacts& facts) const {
    if (request_.by == "stage")
      return or_not_stated(facts.text_or_empty("investigation", "", "stage"));
    if (request_.by == "unit" || request_.by == "force") {
      return or_not_stated(facts.text_or_empty("case", "", request_.by));
    }
    return or_not_stated(facts.text_or_empty("case", "", "operation"));
  }

  Result<void> add(const std::string& id) {
    auto loaded = load_case(session_, id);
    if (!loaded) {
      rollup_.left_out.push_back("case " + id + ": " + message(loaded.error()));
      return {};
    }
    const LoadedCase& one = loaded.value();
    const std::string name = group_of(one.facts);
    group_by_case_[id] = name;
    OperationSummary& summary = group(name);
    summary.cases.push_back(id);
    add_assets(one);
    return add_case(one, days_, summary);
  }

  /// Of a case that no file names, the operation that its seizures name.
  Result<void> add(const CaseIndex& index, const Seizure& seizure) {
    if (!request_.operation.empty() && seizure.operation != request_.operation) return {};
    std::string name = or_not_stated(seizure.operation);
    if (request_.by != "operation" && !request_.by.empty()) {
      const auto known = group_by_case_.find(seizure.case_id);
      if (known != group_by_case_.end()) {
        name = known->second;
      } else if (index.seizures.contains(seizure.case_id) && !seizure.case_id.empty()) {
        RECOUP_TRY(facts, session_.store.case_facts(seizure.case_id));
        name = group_of(CaseFacts(std::move(facts)));
      } else {
        name = not_stated;
      }
    }
    if (auto added = add_kind(seizure); !added) return added;
    return add_seizure(seizure, days_, group(name));
  }

  void add_assets(const LoadedCase& loaded) {
    for (const HeldFact* entry : loaded.facts.entries("assets")) {
      const std::string& key = entry->fact.key;
      if (loaded.facts.text("assets", key, "removed") == "true") continue;
      KindFigures& kind = kinds_[or_not_stated(loaded.facts.text_or_empty("assets", key, "kind"))];
      ++kind.stated;
      const std::string code = loaded.facts.text("assets", key, "currency").value_or("GBP");
      const auto value = loaded.facts.text("assets", key, "value");
      const auto amount = value ? Money::parse_plain(*value, gbp)
                                : Result<Money>(Error{ErrorCode::not_found, "", "", {}});
      const auto sum = amount && code == "GBP" ? kind.stated_value.plus(amount.value())
                                               : Result<Money>(kind.stated_value);
      if (!amount || code != "GBP" || !sum) {
        kind_notes_.push_back("asset " + key + " of " + loaded.id + ": no value in GBP");
      } else {
        kind.stated_value = sum.value();
      }
    }
  }

  Result<void> add_kind(const Seizure& seizure) {
    const bool is_counted = seizure.seized_at.order_key() <= days_.until &&
                            (!days_.from || *days_.from <= seizure.seized_at.date());
    if (!is_counted) return {};
    KindFigures& kind = kinds_[kind_words(seizure)];
    ++kind.seized;
    if (!seizure.amount || seizure.amount->currency() != gbp) {
      kind_notes_.push_back("seizure " + seizure.id + ": no value in GBP");
      return {};
    }
    RECOUP_TRY(sum, kind.seized_value.plus(*seizure.amount));
    kind.seized_value = sum;
    return {};
  }

  Result<Rollup> finish() {
    rollup_.as_at = request_.as_at;
    rollup_.from = request_.from;
    const std::string whose =
        request_.operation.empty() ? "Every operation" : "Operation " + request_.operation;
    const bool is_single = !request_.operation.empty() && request_.by.empty();
    rollup_.title =
        is_single ? whose : whose + ", by " + (request_.by.empty() ? "operation" : request_.by);
    OperationSummary all;
    for (const auto& [name, summary] : groups_) {
      if (auto added = add_up(summary, all); !added) return std::move(added).error();
    }
    if (request_.by == "kind") {
      add_kind_table();
      append_new(rollup_.left_out, kind_notes_);
    } else if (is_single) {
      add_single_tables(all);
    } else {
      add_group_table(all);
      add_drug_table(all);
    }
    append_new(rollup_.remarks, all.remarks);
    append_new(rollup_.left_out, all.left_out);
    for (const UnverifiedPeriod& period : all.unverified) {
      append_new(rollup_.rests_on, {unverified_words(period)});
    }
    return std::move(rollup_);
  }

  static Result<void> add_up(const OperationSummary& one, OperationSummary& all) {
    for (const NamedSum& each : summary_sums) {
      RECOUP_TRY(sum, (all.*each.sum).plus(one.*each.sum));
      all.*each.sum = sum;
    }
    for (const auto& [kind, count] : one.events) all.events[kind] += count;
    for (const auto& [drug, total] : one.drugs) {
      DrugTotal& together = all.drugs[drug];
      together.weight_milligrams += total.weight_milligrams;
      RECOUP_TRY(sum, together.value.plus(total.value));
      together.value = sum;
    }
    all.cases.insert(all.cases.end(), one.cases.begin(), one.cases.end());
    append_new(all.left_out, one.left_out);
    append_new(all.remarks, one.remarks);
    all.unverified.insert(all.unverified.end(), one.unverified.begin(), one.unverified.end());
    return {};
  }

  static std::vector<RollupCell> group_row(const std::string& name,
                                           const OperationSummary& summary) {
    std::vector<RollupCell> row = {name, static_cast<std::int64_t>(summary.cases.size())};
    for (const NamedSum& each : summary_sums) row.emplace_back(summary.*each.sum);
    for (const NamedCount& each : summary_counts) row.emplace_back(count_named(summary, each.kind));
    return row;
  }

  void add_group_table(const OperationSummary& all) {
    const std::string by = request_.by.empty() ? "operation" : request_.by;
    RollupTable table{"Figures by " + by, "figures", {{by, by}, {"Cases", "cases"}}, {}, {}};
    for (const NamedSum& each : summary_sums)
      table.columns.push_back({each.words, each.json_name, true});
    for (const NamedCount& each : summary_counts)
      table.columns.push_back({each.words, each.json_name});
    for (const auto& [name, summary] : groups_) table.rows.push_back(group_row(name, summary));
    table.total = group_row("together", all);
    rollup_.tables.push_back(std::move(table));
  }

  void add_single_tables(const OperationSummary& all) {
    RollupTable sums{"Amounts", "amounts", {{"Figure", "figure"}, {"GBP", "amount", true}}, {}, {}};
    for (const NamedSum& each : summary_sums) sums.rows.push_back({each.words, all.*each.sum});
    rollup_.tables.push_back(std::move(sums));
    add_drug_table(all);
    RollupTable counts{
        "Counts", "counts", {{"Figure", "figure"}, {"Number", "number", true}}, {}, {}};
    counts.rows.push_back({std::string("Cases"), static_cast<std::int64_t>(all.cases.size())});
    for (const NamedCount& each : summary_counts) {
      counts.rows.push_back({each.words, count_named(all, each.kind)});
    }
    rollup_.tables.push_back(std::move(counts));
  }

  void add_drug_table(const OperationSummary& all) {
    RollupTable table{"Drugs",
                      "drugs",
                      {{"Drug", "drug"}, {"Kilograms", "kilograms"}, {"Value, GBP", "value", true}},
                      {},
                      {}};
    for (const auto& [drug, total] : all.drugs) {
      table.rows.push_back({drug, kilograms(total.weight_milligrams), total.value});
    }
    rollup_.tables.push_back(std::move(table));
  }

  void add_kind_table() {
    RollupTable table{"Property by kind",
                      "kinds",
                      {{"Kind", "kind"},
                       {"Seized or frozen", "seized"},
                       {"Value seized, GBP", "seized_value", true},
                       {"Stated in case files", "stated"},
                       {"Value stated, GBP", "stated_value", true}},
                      {},
                      {}};
    for (const auto& [name, kind] : kinds_) {
      table.rows.push_back({name, kind.seized, kind.seized_value, kind.stated, kind.stated_value});
    }
    rollup_.tables.push_back(std::move(table));
  }

  const Session& session_;
  const SummaryRequest& request_;
  SummaryDays days_;
  Rollup rollup_;
  std::map<std::string, OperationSummary> groups_;
  std::map<std::string, std::string> group_by_case_;
  std::map<std::string, KindFigures> kinds_;
  std::vector<std::string> kind_notes_;
};

}  // namespace

Result<Rollup> roll_up(const Session& session, const SummaryRequest& request) {
  RECOUP_TRY(until, parse_as_at(request.as_at));
  const bool is_known = request.by.empty() || std::find(groupings.begin(), groupings.end(),
                                                        request.by) != groupings.end();
  if (!is_known) {
    return Error{ErrorCode::usage,
                 "--by " + recoup::quoted(request.by),
                 "operation, unit, force, stage or kind",
                 {}};
  }
  SummaryDays days{std::nullopt, until};
  if (!request.from.empty()) {
    const auto from = parse_date(request.from);
    if (!from) {
      return Error{ErrorCode::usage,
                   "--from " + recoup::quoted(request.from),
                   "a day such as 2025-01-01",
                   {}};
    }
    days.from = from.value();
  }
  return RollupMaker(session, request, days).run();
}

}  // namespace recoup
