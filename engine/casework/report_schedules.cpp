#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "recoup/clocks/advance.hpp"
#include "recoup/report/assessment_report.hpp"
#include "report_material.hpp"

namespace recoup {
namespace {

/// Adds up the amounts of each column where they are of one currency; none where they are not.
void total_up(CourtTable& table, const std::vector<std::size_t>& columns) {
  CourtTotal total{"Total", std::vector<std::optional<Money>>(table.columns.size())};
  bool any = false;
  for (const std::size_t column : columns) {
    std::optional<Money> sum;
    for (const CourtRow& row : table.rows) {
      const std::optional<Money>& amount = row[column].amount;
      if (!amount) continue;
      if (sum && sum->currency() != amount->currency()) return;
      const auto next = sum ? sum->plus(*amount) : Result<Money>(*amount);
      if (!next) return;
      sum = next.value();
    }
    total.amounts[column] = sum;
    any = any || sum.has_value();
  }
  if (any) table.total = std::move(total);
}

std::string node_name(const Ledger& ledger, MaybeLeg here, MaybeLeg there) {
  if (here) return ledger.accounts[index(ledger.account[index(*here)])];
  return std::string(end_point_name(ledger.text[index(*there)]));
}

std::vector<CourtCitation> cite_seizure(const ReportMaterial& material, const std::string& id) {
  for (const HeldSeizure& held : material.loaded.seizures) {
    if (held.seizure.id == id) {
      return material.citer.cite(RecordPlace{held.document, held.seizure.line});
    }
  }
  return {};
}

/// Where the seizure, or the entry of the case file, stands that starts the clock.
std::vector<CourtCitation> cite_clock(const ReportMaterial& material, const Deadline& deadline) {
  if (!deadline.seizure_id.empty()) return cite_seizure(material, deadline.seizure_id);
  for (const HeldFact& held : material.loaded.facts.all()) {
    const CaseFact& fact = held.fact;
    const bool is_entry = (fact.section == "steps" || fact.section == "confiscation_orders") &&
                          fact.key == deadline.step_id;
    const bool is_section = fact.key.empty() && fact.section == deadline.step_id;
    if (is_entry || is_section) {
      return material.citer.cite(RecordPlace{held.document, fact.line});
    }
  }
  return {};
}

std::vector<CourtCitation> cite_leg(const ReportMaterial& material, LegRow leg) {
  return material.citer.cite(material.loaded.build.ledger.place[index(leg)]);
}

/// What one account shows in one currency.
struct AccountSums {
  Money opening;
  Money credits;
  Money debits;
  Money closing;
  std::size_t count = 0;
  std::vector<CourtCitation> opening_citations;
};

std::map<std::pair<AccountRow, Currency>, AccountSums> account_sums(
    const ReportMaterial& material) {
  const Ledger& ledger = material.loaded.build.ledger;
  std::map<std::pair<AccountRow, Currency>, AccountSums> sums;
  const auto at = [&](AccountRow account, Currency currency) -> AccountSums& {
    const Money zero(0, currency);
    return sums.try_emplace({account, currency}, AccountSums{zero, zero, zero, zero, 0, {}})
        .first->second;
  };
  for (const OpeningBalance& opening : ledger.openings) {
    AccountSums& sum = at(opening.account, opening.amount.currency());
    sum.opening = opening.amount;
    sum.closing = opening.amount;
    sum.opening_citations = material.citer.cite(opening.place);
  }
  auto gap = ledger.gaps.begin();
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const Money amount(ledger.amount_minor[i], ledger.currency[i]);
    AccountSums& sum = at(ledger.account[i], ledger.currency[i]);
    if (gap != ledger.gaps.end() && index(gap->before) == i) {
      sum.closing = gap->restart;
      ++gap;
    }
    Money& side = amount.is_negative() ? sum.debits : sum.credits;
    side = side.plus(amount).value();
    sum.closing = sum.closing.plus(amount).value();
    ++sum.count;
  }
  return sums;
}

std::string holder_of(const LoadedCase& loaded, const std::string& account) {
  for (const CaseAccount& each : loaded.accounts) {
    if (each.account == account) return each.holder;
  }
  return {};
}

void add_items(const ReportMaterial& material, const std::vector<AssessedItem>& items,
               CourtTable& table) {
  for (const AssessedItem& item : items) {
    CourtCell value = text_cell("");
    if (item.outcome == ItemOutcome::counted && item.value) value = amount_cell(*item.value);
    CourtCell stated = text_cell("not stated");
    if (item.stated) stated = amount_cell(*item.stated, material.citer.cite(item.citations));
    table.rows.push_back({text_cell(item.id), text_cell(item.date ? iso_text(*item.date) : ""),
                          text_cell(item.description), std::move(stated),
                          text_cell(std::string(text(item.outcome))), std::move(value),
                          text_cell(item.reason), text_cell(item.authority)});
  }
}

CourtTable items_table(std::string title, std::string note) {
  return {std::move(title),
          std::move(note),
          {{"Item", CellKind::reference},
           {"Date", CellKind::date},
           {"Description", CellKind::text},
           {"Stated", CellKind::amount},
           {"Outcome", CellKind::text},
           {"Counted", CellKind::amount},
           {"Reason", CellKind::text},
           {"Authority", CellKind::text}},
          {},
          std::nullopt};
}

}  // namespace

CourtTable schedule_accounts(const ReportMaterial& material) {
  const Ledger& ledger = material.loaded.build.ledger;
  CourtTable table{"Accounts and what their statements show",
                   "Opening balance, credits and debits lead to the closing balance, but for an "
                   "account whose statement has a gap.",
                   {{"Account", CellKind::reference},
                    {"Holder", CellKind::text},
                    {"Entries", CellKind::count},
                    {"Opening", CellKind::amount},
                    {"Credits", CellKind::amount},
                    {"Debits", CellKind::amount},
                    {"Closing", CellKind::amount}},
                   {},
                   std::nullopt};
  for (const auto& [key, sums] : account_sums(material)) {
    const std::string& account = ledger.accounts[index(key.first)];
    table.rows.push_back(
        {text_cell(account), text_cell(holder_of(material.loaded, account)),
         text_cell(std::to_string(sums.count)), amount_cell(sums.opening, sums.opening_citations),
         amount_cell(sums.credits), amount_cell(sums.debits), amount_cell(sums.closing)});
  }
  total_up(table, {3, 4, 5, 6});
  return table;
}

CourtTable schedule_sources(const ReportMaterial& material) {
  const LoadedCase& loaded = material.loaded;
  CourtTable table{
      "Sources: the money that is said to be tainted",
      "Each is the whole or a part of a credit from outside, or of an opening balance.",
      {{"Source", CellKind::reference},
       {"Booked", CellKind::date},
       {"Account", CellKind::reference},
       {"From", CellKind::text},
       {"Amount", CellKind::amount},
       {"Basis stated", CellKind::text}},
      {},
      std::nullopt};
  const Ledger& ledger = loaded.build.ledger;
  for (const Source& source : loaded.sources) {
    const auto declared = std::find_if(loaded.declared.begin(), loaded.declared.end(),
                                       [&](const DeclaredSource& d) { return d.id == source.id; });
    std::vector<CourtCitation> citations;
    std::string booked = "opening";
    std::string payer = "opening balance";
    if (source.credit) {
      citations = cite_leg(material, *source.credit);
      booked = iso_text(ledger.booked_at[index(*source.credit)].date());
      payer = end_point_name(ledger.text[index(*source.credit)]);
    }
    table.rows.push_back({text_cell(source.id), text_cell(booked),
                          text_cell(ledger.accounts[index(source.account)]), text_cell(payer),
                          amount_cell(source.amount, std::move(citations)),
                          text_cell(declared == loaded.declared.end() ? "" : declared->basis)});
  }
  total_up(table, {4});
  return table;
}

CourtTable schedule_results(const ReportMaterial& material) {
  CourtTable table{"Where the sources are, under each method",
                   "Every column adds up to the sources. LIFO has no authority and is shown for "
                   "comparison only; it does not count for the range of least and most.",
                   {{"Kind", CellKind::reference},
                    {"Node", CellKind::text},
                    {"FIFO", CellKind::amount},
                    {"LIFO", CellKind::amount},
                    {"Pro rata", CellKind::amount},
                    {"Lowest intermediate balance", CellKind::amount},
                    {"Tainted first", CellKind::amount},
                    {"Least", CellKind::amount},
                    {"Most", CellKind::amount}},
                   {},
                   std::nullopt};
  using Key = std::tuple<Currency, Holding::Kind, std::string>;
  std::map<Key, std::vector<MinorUnits>> figures;
  for (std::size_t i = 0; i < material.traces.size(); ++i) {
    for (const Holding& holding : material.traces[i].holdings) {
      auto& row = figures[{holding.amount.currency(), holding.kind, holding.node}];
      row.resize(material.traces.size(), 0);
      row[i] += holding.amount.minor();
    }
  }
  std::vector<std::pair<Key, std::vector<MinorUnits>>> rows(figures.begin(), figures.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return *std::max_element(a.second.begin(), a.second.end()) >
           *std::max_element(b.second.begin(), b.second.end());
  });
  for (const auto& [key, amounts] : rows) {
    const auto& [currency, kind, node] = key;
    CourtRow row = {text_cell(std::string(text(kind))), text_cell(node)};
    std::vector<MinorUnits> counted;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      row.push_back(amount_cell(Money(amounts[i], currency)));
      if (material.traces[i].method != TracingMethod::lifo) counted.push_back(amounts[i]);
    }
    const auto [least, most] = std::minmax_element(counted.begin(), counted.end());
    row.push_back(amount_cell(Money(*least, currency)));
    row.push_back(amount_cell(Money(*most, currency)));
    table.rows.push_back(std::move(row));
  }
  total_up(table, {2, 3, 4, 5, 6});
  return table;
}

CourtTable schedule_movements(const ReportMaterial& material) {
  const Ledger& ledger = material.loaded.build.ledger;
  const Trace& trace = headline(material);
  CourtTable table{
      "Movements that carry some of the sources, " + std::string(text(trace.method)),
      "In the order in which the money moved. " + std::string(authority(trace.method)) + ".",
      {{"Booked", CellKind::date},
       {"From", CellKind::text},
       {"To", CellKind::text},
       {"As on the statement", CellKind::text},
       {"Amount", CellKind::amount},
       {"Of which traced", CellKind::amount}},
      {},
      std::nullopt};
  for (auto from = trace.carried.begin(); from != trace.carried.end();) {
    const auto to = std::find_if(from, trace.carried.end(),
                                 [&](const Carried& c) { return c.movement != from->movement; });
    const Movement& movement = material.loaded.movements.of(trace).in_order[from->movement];
    const std::size_t leg = index(movement.leg());
    MinorUnits traced = 0;
    for (auto each = from; each != to; ++each) traced += each->amount;
    const MinorUnits amount = debited(ledger, movement);
    table.rows.push_back(
        {text_cell(iso_text(ledger.booked_at[leg].date())),
         text_cell(node_name(ledger, movement.debit, movement.credit)),
         text_cell(movement.is_charge ? end_point_of(ledger, movement)
                                      : node_name(ledger, movement.credit, movement.debit)),
         text_cell(std::string(ledger.text[leg].description)),
         amount_cell(Money(amount, ledger.currency[leg]), cite_leg(material, movement.leg())),
         amount_cell(Money(traced, ledger.currency[leg]))});
    from = to;
  }
  return table;
}

CourtTable schedule_benefit(const ReportMaterial& material) {
  CourtTable table = items_table("Benefit: items counted, removed and open",
                                 "Only items that are counted stand in the last amount column.");
  if (!material.assessed.assessment.scenarios.empty()) {
    add_items(material, material.assessed.assessment.scenarios.front().benefit_items, table);
  }
  total_up(table, {5});
  return table;
}

CourtTable schedule_means(const ReportMaterial& material) {
  CourtTable table = items_table(
      "Means: property, obligations with priority, gifts",
      "Property and gifts add to the available amount, obligations with priority lessen it; they "
      "are listed together and not added up here.");
  if (!material.assessed.assessment.scenarios.empty()) {
    const Scenario& scenario = material.assessed.assessment.scenarios.front();
    add_items(material, scenario.assets, table);
    add_items(material, scenario.obligations, table);
    add_items(material, scenario.gifts, table);
    add_items(material, scenario.earlier_orders, table);
  }
  return table;
}

CourtTable schedule_seizures(const ReportMaterial& material) {
  CourtTable table{
      "What was seized or frozen",
      "Face value of cash, balance frozen, stated value of assets and of drugs: unlike "
      "things, which are not added up.",
      {{"Id", CellKind::reference},
       {"When", CellKind::date},
       {"Kind", CellKind::text},
       {"Where", CellKind::text},
       {"From", CellKind::text},
       {"Exhibit", CellKind::reference},
       {"Power", CellKind::text},
       {"Status", CellKind::text},
       {"Amount or value", CellKind::amount}},
      {},
      std::nullopt};
  for (const HeldSeizure& held : material.loaded.seizures) {
    const Seizure& seizure = held.seizure;
    const auto citations = material.citer.cite(RecordPlace{held.document, seizure.line});
    CourtCell amount = text_cell("not stated", citations);
    if (seizure.amount) amount = amount_cell(*seizure.amount, citations);
    table.rows.push_back({text_cell(seizure.id), text_cell(iso_text(seizure.seized_at.date())),
                          text_cell(seizure_kind_words(seizure)), text_cell(seizure.place),
                          text_cell(seizure.from_whom), text_cell(seizure.exhibit),
                          text_cell(seizure.power), text_cell(seizure.status), std::move(amount)});
  }
  return table;
}

CourtTable schedule_clocks(const ReportMaterial& material) {
  CourtTable table{"Statutory clocks",
                   "No period here is carried forward because it ends on a weekend or holiday; the "
                   "last working day before its end is shown.",
                   {{"About", CellKind::reference},
                    {"Clock", CellKind::text},
                    {"Began", CellKind::text},
                    {"Ends", CellKind::text},
                    {"Last working day", CellKind::text},
                    {"Working", CellKind::text},
                    {"Authority", CellKind::text}},
                   {},
                   std::nullopt};
  for (const Deadline& deadline : material.deadlines) {
    table.rows.push_back(
        {text_cell(deadline.about(), cite_clock(material, deadline)),
         text_cell(std::string(text(deadline.kind))), text_cell(deadline.trigger),
         text_cell(deadline.expiry ? expiry_text(*deadline.expiry) : "not known"),
         text_cell(deadline.last_working_day ? short_text(*deadline.last_working_day)
                                             : "not known"),
         text_cell(deadline.working), text_cell(deadline.legal_basis)});
  }
  return table;
}

}  // namespace recoup
