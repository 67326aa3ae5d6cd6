#include "recoup/clocks/case_clocks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "case_parts.hpp"
#include "recoup/base/text.hpp"
#include "seizure_record.hpp"

namespace recoup {
namespace {

/// The entries of a section by id, each with its fields; withdrawn entries are left out.
class SectionReader {
 public:
  SectionReader(const std::vector<CaseFact>& facts, std::string_view section) {
    for (const CaseFact& fact : facts) {
      if (fact.section != section || fact.kind == CaseFact::Kind::none) continue;
      if (!entries_.contains(fact.key)) order_.push_back(fact.key);
      entries_[fact.key][fact.field] = &fact;
    }
    std::erase_if(order_, [&](const std::string& id) { return truth(id, "removed") == true; });
  }

  [[nodiscard]] const std::vector<std::string>& ids() const { return order_; }

  [[nodiscard]] std::optional<bool> truth(const std::string& id, const std::string& field) const {
    const CaseFact* fact = find(id, field);
    if (fact == nullptr || fact->kind != CaseFact::Kind::truth) return std::nullopt;
    return fact->value == "true";
  }

  [[nodiscard]] Result<std::optional<Date>> date(const std::string& id,
                                                 const std::string& field) const {
    const CaseFact* fact = find(id, field);
    if (fact == nullptr) return std::optional<Date>();
    const auto read = parse_date(fact->value);
    if (!read) {
      return Error{ErrorCode::malformed,
                   quoted(fact->value),
                   read.error().expected,
                   {"", fact->line, fact->section + "/" + fact->key + "/" + fact->field}};
    }
    return std::optional<Date>(read.value());
  }

 private:
  [[nodiscard]] const CaseFact* find(const std::string& id, const std::string& field) const {
    const auto entry = entries_.find(id);
    if (entry == entries_.end()) return nullptr;
    const auto at = entry->second.find(field);
    return at == entry->second.end() ? nullptr : at->second;
  }

  std::vector<std::string> order_;
  std::map<std::string, std::map<std::string, const CaseFact*>> entries_;
};

Result<void> read_convictions(const std::vector<CaseFact>& facts, ClockFacts& out) {
  const SectionReader proceedings(facts, "proceedings");
  RECOUP_TRY(stated, proceedings.date("", "conviction_date"));
  out.convicted_on = stated;
  out.is_convicted = stated.has_value();
  out.prosecutor_asks = proceedings.truth("", "prosecutor_asks");
  const SectionReader offences(facts, "offences");
  for (const std::string& id : offences.ids()) {
    if (offences.truth(id, "convicted") == true) out.is_convicted = true;
    if (offences.truth(id, "convicted") == false) continue;
    RECOUP_TRY(day, offences.date(id, "convicted_on"));
    if (day && (!out.convicted_on || *out.convicted_on < *day)) out.convicted_on = day;
  }
  out.is_convicted = out.is_convicted || out.convicted_on.has_value();
  return {};
}

Result<void> read_orders(const std::vector<CaseFact>& facts, ClockFacts& out) {
  const SectionReader orders(facts, "confiscation_orders");
  for (const std::string& id : orders.ids()) {
    RECOUP_TRY(made, orders.date(id, "made"));
    RECOUP_TRY(due, orders.date(id, "due"));
    RECOUP_TRY(paid, orders.date(id, "paid_on"));
    out.orders.push_back({id, made, due, paid});
  }
  const SectionReader proceedings(facts, "proceedings");
  RECOUP_TRY(made, proceedings.date("", "order_made"));
  if (!made) return {};
  if (out.orders.empty()) out.orders.push_back({"proceedings", made, std::nullopt, std::nullopt});
  if (out.orders.size() == 1 && !out.orders.front().made) out.orders.front().made = made;
  return {};
}

}  // namespace

Result<ClockFacts> read_clock_facts(const std::vector<CaseFact>& facts) {
  ClockFacts out;
  if (!facts.empty()) out.case_id = facts.front().case_id;
  if (auto read = read_convictions(facts, out); !read) return std::move(read).error();
  if (auto read = read_orders(facts, out); !read) return std::move(read).error();
  RECOUP_TRY(steps, read_legal_steps(facts));
  out.steps = std::move(steps);
  return out;
}

Seizure with_steps(Seizure seizure, const ClockFacts& facts) {
  for (const LegalStep& step : facts.steps) {
    if (step.seizure != seizure.id || !is_about_seizure(step.kind) || !step.made) continue;
    SeizureOrder order{std::string(text(step.kind)), *step.made, step.until};
    if (step.ended) order.until = step.ended->date();
    if (std::find(seizure.orders.begin(), seizure.orders.end(), order) == seizure.orders.end()) {
      seizure.orders.push_back(std::move(order));
    }
  }
  return seizure;
}

std::string region_of(const Seizure& seizure, const ClockFacts& facts) {
  for (const LegalStep& step : facts.steps) {
    if (step.seizure == seizure.id && !step.region.empty()) return step.region;
  }
  return "";
}

std::vector<Deadline> deadlines_of_case(const ClockFacts& facts, const ClockLaw& law,
                                        CivilTime as_at) {
  const CaseRecord record(facts, {law, as_at});
  std::vector<Deadline> deadlines;
  add_conviction_clocks(record, deadlines);
  add_timetable_clocks(record, deadlines);
  add_payment_clocks(record, deadlines);
  add_investigation_clocks(record, deadlines);
  sort_deadlines(deadlines);
  return deadlines;
}

std::vector<Deadline> unattached_steps(const ClockFacts& facts,
                                       const std::vector<std::string>& seizure_ids) {
  std::vector<Deadline> deadlines;
  for (const LegalStep& step : facts.steps) {
    if (!is_about_seizure(step.kind)) continue;
    const bool is_held =
        std::find(seizure_ids.begin(), seizure_ids.end(), step.seizure) != seizure_ids.end();
    if (is_held && step.made) continue;
    Deadline deadline;
    deadline.case_id = facts.case_id;
    deadline.step_id = step.id;
    deadline.kind = step.kind == StepKind::freezing ? DeadlineKind::freezing_order
                                                    : DeadlineKind::detention_order;
    deadline.trigger = step_text(step) + " about seizure " + step.seizure;
    deadline.missing.push_back(is_held ? "the day of the " + std::string(text(step.kind))
                                       : "seizure " + step.seizure +
                                             ", which no list of seizures of this case reports");
    deadlines.push_back(std::move(deadline));
  }
  return deadlines;
}

std::vector<ElapsedTime> elapsed_times(const ClockFacts& facts, CivilTime as_at) {
  std::vector<ElapsedTime> times;
  const Date today = as_at.date();
  for (const LegalStep& order : facts.steps) {
    const bool is_discharged = order.ended && order.ended->date() <= today;
    if (order.kind != StepKind::restraint_order || is_discharged) continue;
    if (!order.made || today < order.made->date()) continue;
    const Date made = order.made->date();
    times.push_back({facts.case_id, order.id, "days since the restraint order", made,
                     (today - made).count(), "POCA 2002 s.42(7)",
                     "no limit in days; proceedings must start in a reasonable time"});
    std::optional<Date> last;
    for (const LegalStep& report : facts.steps) {
      if (report.kind != StepKind::restraint_report || !report.made) continue;
      if (!report.of.empty() && report.of != order.id) continue;
      const Date day = report.made->date();
      if (day <= today && (!last || *last < day)) last = day;
    }
    times.push_back({facts.case_id, order.id,
                     last ? "days since the last report to the court"
                          : "days without a report to the court on record",
                     last.value_or(made), (today - last.value_or(made)).count(),
                     "POCA 2002 s.41(7A)-(7C)", "the court fixes when to report"});
  }
  return times;
}

std::vector<std::string> rights_without_limit(const ClockFacts& facts, CivilTime as_at) {
  for (const ConfiscationOrder& order : facts.orders) {
    if (!order.made || as_at.date() < *order.made) continue;
    return {facts.case_id +
                ": the prosecutor or a receiver may ask for more where the available amount has "
                "risen; the section has no time limit (POCA 2002 s.22)",
            facts.case_id +
                ": the defendant, the prosecutor or a receiver may ask for less where what is "
                "available is inadequate; the section has no time limit (POCA 2002 s.23)"};
  }
  return {};
}

}  // namespace recoup
