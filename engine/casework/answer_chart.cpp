#include "recoup/casework/answer_chart.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/report/balance_chart.hpp"
#include "report_material.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

Error usage(std::string found, std::string expected) {
  return {ErrorCode::usage, std::move(found), std::move(expected), {}};
}

Error not_found(std::string found, std::string expected) {
  return {ErrorCode::not_found, std::move(found), std::move(expected), {}};
}

std::string cited(TracingMethod method) {
  return std::string(text(method)) +
         (authority(method).empty() ? "" : " (" + std::string(authority(method)) + ")");
}

/// A case with what its drawing is asked of.
struct ChartMaterial {
  const LoadedCase& loaded;
  const ChartRequest& request;
  std::optional<TracingMethod> method;
  std::optional<CivilTime> as_at;

  [[nodiscard]] const Ledger& ledger() const { return loaded.build.ledger; }
  [[nodiscard]] Result<Trace> traced(const std::optional<CivilTime>& until) const {
    RECOUP_TRY(both, trace_both(ledger(), loaded.movements, {loaded.sources, *method, until}));
    return std::move(both.leads);
  }
};

Result<ChartPage> sankey(const ChartMaterial& material) {
  if (!material.method) return usage("a sankey without a method", "--method, e.g. fifo");
  RECOUP_TRY(found, material.traced(material.as_at));
  const Flow flow = flow_of(material.loaded, found);
  if (flow.edges.empty()) {
    return not_found("no movement that carries some source", "a case whose sources are resolved");
  }
  std::string subtitle = "Under " + cited(*material.method);
  if (material.request.as_at) subtitle += ", as at " + *material.request.as_at;
  return flow_page(flow, "Where the sources of " + material.loaded.id + " went", subtitle);
}

Result<AccountRow> account_of(const ChartMaterial& material) {
  if (!material.request.account) return usage("a balance without an account", "--account ACCOUNT");
  const auto account = material.ledger().find_account(*material.request.account);
  if (account) return *account;
  return not_found("account " + recoup::quoted(*material.request.account),
                   "an account of the case with a statement");
}

/// The one currency of the account, or the one that is asked for.
Result<Currency> currency_of(const ChartMaterial& material, AccountRow account) {
  const Ledger& ledger = material.ledger();
  std::set<Currency> known;
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    known.insert(ledger.currency[i]);
  }
  if (known.empty()) {
    return not_found("no entry of " + recoup::quoted(ledger.accounts[index(account)]),
                     "an account with entries");
  }
  std::string names;
  for (const Currency each : known) {
    if (material.request.currency && each.code() == *material.request.currency) return each;
    names += (names.empty() ? "" : ", ") + std::string(each.code());
  }
  if (material.request.currency) return usage("currency " + *material.request.currency, names);
  if (known.size() == 1) return *known.begin();
  return usage("an account in several currencies", "--currency with one of " + names);
}

/// The balance behind every entry that is not later than the drawing.
Result<void> add_points(const ChartMaterial& material, AccountRow account, Currency currency,
                        BalanceHistory& history) {
  const Ledger& ledger = material.ledger();
  Money balance(0, currency);
  for (const OpeningBalance& opening : ledger.openings) {
    if (opening.account == account && opening.amount.currency() == currency) {
      balance = opening.amount;
    }
  }
  history.opening = balance;
  auto gap = ledger.gaps.begin();
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    if (ledger.currency[i] != currency) continue;
    const CivilTime when = ledger.booked_at[i].order_key();
    if (material.as_at && when > *material.as_at) continue;
    bool behind_gap = false;
    for (; gap != ledger.gaps.end() && index(gap->before) <= i; ++gap) {
      if (index(gap->before) < i || gap->restart.currency() != currency) continue;
      balance = gap->restart;
      behind_gap = true;
    }
    RECOUP_TRY(next, balance.plus(Money(ledger.amount_minor[i], currency)));
    balance = next;
    const RecordPlace& place = ledger.place[i];
    history.points.push_back({when, balance,
                              place.document.short_text() + ":" + std::to_string(place.line),
                              behind_gap});
  }
  if (!history.points.empty()) return {};
  return not_found("no entry of the account by then", "a later day");
}

/// Days on which the account may begin or cease to hold something of a source.
std::set<Date> days_of_change(const ChartMaterial& material, AccountRow account,
                              const Trace& whole) {
  const Ledger& ledger = material.ledger();
  std::set<Date> days;
  for (const Carried& carried : whole.carried) {
    const Movement& movement = material.loaded.movements.of(whole).in_order[carried.movement];
    for (MaybeLeg leg : {movement.debit, movement.credit}) {
      if (!leg || ledger.account[index(*leg)] != account) continue;
      days.insert(ledger.booked_at[index(movement.leg())].date());
      days.insert(ledger.booked_at[index(*leg)].date());
    }
  }
  for (const Gap& gap : ledger.gaps) {
    if (ledger.account[index(gap.before)] == account) {
      days.insert(ledger.booked_at[index(gap.before)].date());
    }
  }
  for (const Source& source : material.loaded.sources) {
    const std::uint32_t first = ledger.first_leg[index(account)];
    if (!source.credit && source.account == account) days.insert(ledger.booked_at[first].date());
  }
  return days;
}

std::vector<Date> thinned(const std::set<Date>& days) {
  std::vector<Date> all(days.begin(), days.end());
  if (all.size() <= traced_days_max) return all;
  std::vector<Date> kept;
  for (std::size_t i = 0; i < traced_days_max; ++i) {
    kept.push_back(all[i * (all.size() - 1) / (traced_days_max - 1)]);
  }
  return kept;
}

Result<void> add_band(const ChartMaterial& material, AccountRow account, Currency currency,
                      BalanceHistory& history, std::string& note) {
  history.method = cited(*material.method);
  RECOUP_TRY(whole, material.traced(material.as_at));
  const std::set<Date> days = days_of_change(material, account, whole);
  const std::vector<Date> drawn = thinned(days);
  if (drawn.size() < days.size()) {
    note = "The band was worked out for " + std::to_string(drawn.size()) + " of the " +
           std::to_string(days.size()) + " days on which it may change.\n";
  }
  const std::string& name = material.ledger().accounts[index(account)];
  for (const Date day : drawn) {
    const CivilTime end{midnight(day).micros + micros_per_day - 1};
    RECOUP_TRY(then, material.traced(material.as_at ? std::min(end, *material.as_at) : end));
    Money held(0, currency);
    for (const Holding& holding : then.holdings) {
      const bool is_here = holding.kind == Holding::Kind::account && holding.node == name &&
                           holding.amount.currency() == currency;
      if (!is_here) continue;
      RECOUP_TRY(sum, held.plus(holding.amount));
      held = sum;
    }
    history.traced.push_back({day, held});
  }
  return {};
}

Result<ChartPage> balance(const ChartMaterial& material) {
  RECOUP_TRY(account, account_of(material));
  RECOUP_TRY(currency, currency_of(material, account));
  BalanceHistory history;
  history.account = material.ledger().accounts[index(account)];
  if (auto added = add_points(material, account, currency, history); !added) {
    return std::move(added).error();
  }
  for (const UnverifiedPeriod& period : unverified_of_case(material.loaded)) {
    const auto row = material.ledger().find_account(period.account);
    if (row != account || period.currency != currency) continue;
    history.unverified.push_back({period.from, period.until, period.why});
  }
  std::string note;
  if (material.method) {
    if (auto added = add_band(material, account, currency, history, note); !added) {
      return std::move(added).error();
    }
  }
  RECOUP_TRY(page, balance_chart(history));
  page.table += note;
  return page;
}

}  // namespace

Result<Reply> answer_chart(const Session& session, const ChartRequest& request) {
  const bool is_sankey = request.kind == "sankey";
  if (!is_sankey && request.kind != "balance") {
    return usage("kind " + recoup::quoted(request.kind), "sankey or balance");
  }
  std::optional<TracingMethod> method;
  if (request.method) {
    method = parse_tracing_method(*request.method);
    if (!method) {
      return usage("method " + recoup::quoted(*request.method),
                   "fifo, lifo, pro-rata, lowest-intermediate-balance or tainted-first");
    }
  }
  std::optional<CivilTime> as_at;
  if (request.as_at) {
    RECOUP_TRY(time, parse_as_at(*request.as_at));
    as_at = time;
  }
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  const ChartMaterial material{loaded, request, method, as_at};
  RECOUP_TRY(page, is_sankey ? sankey(material) : balance(material));
  if (auto written = write_whole_file(request.file, page.svg); !written) {
    return std::move(written).error();
  }
  const bool needs_person = !loaded.unresolved.empty() ||
                            !material.loaded.movements.first.contradictions.empty() ||
                            !loaded.links.review.empty() || has_faults(loaded.build.remarks);
  return Reply{page.table, needs_person};
}

}  // namespace recoup
