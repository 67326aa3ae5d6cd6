#include "recoup/rules/lifestyle.hpp"

#include <algorithm>
#include <set>

#include "case_entries.hpp"
#include "recoup/base/text.hpp"
#include "recoup/money/money.hpp"
#include "schedule_2.hpp"

namespace recoup {
namespace {

/// A number as far as it is known: what is certain, and what is missing for the rest.
struct Tally {
  Decimal least;
  std::vector<std::string> missing;
  std::string working;

  void add(const Decimal& amount, const std::string& from) {
    const auto sum = least.plus(amount);
    RECOUP_CHECK(sum.has_value() && sum->exact);
    least = sum->value;
    working += (working.empty() ? "" : " + ") + shown(Value(amount), "GBP") + " (" + from + ")";
  }
  [[nodiscard]] Value exact() const {
    return missing.empty() ? Value(least) : Value(Null{missing, {}});
  }
};

/// An offence of the case file with everything that is asked of it.
struct Offence {
  CaseEntry entry;
  std::optional<bool> convicted;
  bool taken_into_consideration = false;
  std::optional<bool> benefited;
  std::optional<Decimal> benefit;  ///< In GBP.
  std::optional<Date> from;
  std::optional<Date> to;
};

struct CaseReading {
  std::vector<Offence> offences;
  std::vector<CaseEntry> previous;
  bool previous_stated = false;
  std::optional<Date> started;
  std::string document;
};

Result<std::optional<Decimal>> benefit_of(const CaseEntry& entry) {
  const auto written = entry.text("benefit");
  const bool foreign = entry.text("currency").value_or("GBP") != "GBP";
  if (!written || foreign) return std::optional<Decimal>();
  const auto money = Money::parse_plain(*written, gbp);
  if (!money) {
    Error error = money.error();
    error.place = {"", entry.fields.at("benefit").line, entry.name_of("benefit")};
    return error;
  }
  return std::optional<Decimal>(Decimal::scaled(money.value().minor(), 2).value);
}

Result<Offence> offence_of(const CaseEntry& entry) {
  Offence offence{entry, {}, false, {}, {}, {}, {}};
  offence.taken_into_consideration = entry.truth("taken_into_consideration").value_or(false);
  offence.convicted = entry.truth("convicted");
  RECOUP_TRY(convicted_on, entry.date("convicted_on"));
  if (!offence.convicted && convicted_on) offence.convicted = true;
  RECOUP_TRY(benefit, benefit_of(entry));
  offence.benefit = benefit;
  offence.benefited = entry.truth("benefited");
  if (!offence.benefited && benefit) offence.benefited = !benefit->is_zero();
  RECOUP_TRY(from, entry.date("from"));
  RECOUP_TRY(to, entry.date("to"));
  offence.from = from;
  offence.to = to;
  return offence;
}

Result<CaseReading> read_case(const std::vector<CaseFact>& facts, const std::string& document) {
  CaseReading reading;
  reading.document = document;
  for (const CaseEntry& entry : entries_of(facts, "offences")) {
    RECOUP_TRY(offence, offence_of(entry));
    reading.offences.push_back(std::move(offence));
  }
  reading.previous = entries_of(facts, "previous_convictions");
  reading.previous_stated = !reading.previous.empty();
  for (const CaseEntry& entry : entries_of(facts, "defendant")) {
    if (entry.text("previous_convictions") == "none") reading.previous_stated = true;
  }
  for (const CaseEntry& entry : entries_of(facts, "findings")) {
    if (entry.text("question") == "previous convictions" && entry.text("answer") == "none") {
      reading.previous_stated = true;
    }
  }
  for (const CaseEntry& entry : entries_of(facts, "proceedings")) {
    RECOUP_TRY(started, entry.date("started"));
    reading.started = started;
  }
  return reading;
}

Value known_or_missing(std::optional<bool> truth, const std::string& name) {
  return truth ? Value(*truth) : Value::missing(name);
}

/// Adds the benefit of one offence, or what is missing of it.
void add_benefit(Tally& tally, const Offence& offence, const std::string& as) {
  if (offence.benefited == false) return;
  if (offence.benefit) {
    tally.add(*offence.benefit, as);
  } else {
    tally.missing.push_back(offence.entry.name_of("benefit"));
  }
}

/// Adds the benefit of the offences taken into consideration that are attached to `offence`.
void add_attached(Tally& tally, const CaseReading& reading, const Offence& offence) {
  for (const Offence& other : reading.offences) {
    if (!other.taken_into_consideration) continue;
    const auto attached = other.entry.text("attached_to");
    if (!attached && other.benefited != false) {
      tally.missing.push_back(other.entry.name_of("attached_to"));
    }
    if (attached == offence.entry.key) {
      add_benefit(tally, other, other.entry.key + ", taken into consideration");
    }
  }
}

/// Relevant benefit of s.75(6): of the offence and of what is attached to it.
Tally benefit_of_offence(const CaseReading& reading, const Offence& offence) {
  Tally tally;
  add_benefit(tally, offence, offence.entry.key);
  add_attached(tally, reading, offence);
  return tally;
}

bool in_one_course(const Offence& one, const Offence& other) {
  return one.entry.text("course").value_or("") == other.entry.text("course").value_or("");
}

/// Relevant benefit of s.75(5): the other offences of conviction in the course come in.
Tally benefit_of_course(const CaseReading& reading, const Offence& offence) {
  Tally tally = benefit_of_offence(reading, offence);
  for (const Offence& other : reading.offences) {
    const bool same = other.entry.key == offence.entry.key;
    if (same || other.taken_into_consideration || !in_one_course(offence, other)) continue;
    if (other.convicted == false || other.benefited == false) continue;
    if (!other.convicted) {
      tally.missing.push_back(other.entry.name_of("convicted"));
      continue;
    }
    add_benefit(tally, other, other.entry.key);
    add_attached(tally, reading, other);
  }
  return tally;
}

/// The other offences of conviction in these proceedings from which the defendant benefited.
Tally other_offences(const CaseReading& reading, const Offence& offence) {
  Tally tally;
  int count = 0;
  for (const Offence& other : reading.offences) {
    if (other.entry.key == offence.entry.key || other.taken_into_consideration) continue;
    if (other.convicted == false || other.benefited == false) continue;
    if (!other.convicted) tally.missing.push_back(other.entry.name_of("convicted"));
    if (!other.benefited) tally.missing.push_back(other.entry.name_of("benefited"));
    if (!other.convicted || !other.benefited) continue;
    ++count;
    tally.working += (tally.working.empty() ? "" : ", ") + other.entry.key;
  }
  tally.least = Decimal(count);
  return tally;
}

/// Occasions on which the defendant was convicted of an offence from which he benefited, within
/// the years that end with the day on which the proceedings started; both days are in.
Result<Tally> previous_occasions(const CaseReading& reading, const DatedFigure* years) {
  Tally tally;
  if (!reading.previous_stated) tally.missing.push_back("previous_convictions");
  if (!reading.started || years == nullptr) tally.missing.push_back("proceedings.started");
  if (!tally.missing.empty()) return tally;
  const auto* number = years->value.as<Decimal>();
  const auto count = number == nullptr ? std::nullopt : number->whole();
  RECOUP_CHECK(count.has_value());
  const Date first = add_months_rollforward(*reading.started + std::chrono::days(1),
                                            -12 * static_cast<int>(*count));
  std::set<Date> occasions;
  for (const CaseEntry& entry : reading.previous) {
    RECOUP_TRY(on, entry.date("convicted_on"));
    const auto benefited = entry.truth("benefited");
    if (benefited == false || (on && (*on < first || *on > *reading.started))) continue;
    if (!on) tally.missing.push_back(entry.name_of("convicted_on"));
    if (!benefited) tally.missing.push_back(entry.name_of("benefited"));
    if (on && benefited && occasions.insert(*on).second) {
      tally.working += (tally.working.empty() ? "" : ", ") + long_text(*on);
    }
  }
  tally.least = Decimal(static_cast<int>(occasions.size()));
  return tally;
}

/// Whether the offence ran for a period of at least so many months, first and last day counted.
Value lasted(const Offence& offence, const DatedFigure* months) {
  Null missing;
  if (!offence.from) missing.missing.push_back(offence.entry.name_of("from"));
  if (!offence.to) missing.missing.push_back(offence.entry.name_of("to"));
  if (months == nullptr) missing.missing.push_back("proceedings.started");
  if (!missing.missing.empty()) return Value(std::move(missing));
  const auto* number = months->value.as<Decimal>();
  const auto count = number == nullptr ? std::nullopt : number->whole();
  RECOUP_CHECK(count.has_value());
  return Value(*offence.to >= period_end(*offence.from, static_cast<int>(*count)));
}

std::string period_text(const Offence& offence) {
  const auto day = [](const std::optional<Date>& date) {
    return date ? long_text(*date) : std::string("a day not stated");
  };
  return "from " + day(offence.from) + " to " + day(offence.to);
}

void set_tally(FactTable& table, const std::string& name, const std::string& unit, Tally tally,
               const Origin& place) {
  std::sort(tally.missing.begin(), tally.missing.end());
  tally.missing.erase(std::unique(tally.missing.begin(), tally.missing.end()), tally.missing.end());
  Origin origin = place;
  origin.derivation = tally.working;
  table.set({name, tally.exact(), unit, origin});
  table.set({"least " + name, Value(tally.least), unit, origin});
}

/// Relevant benefit where earlier convictions make the course. Their own benefit is added where the
/// file states it, and missing where not: so it can never turn the answer into a "no".
Tally benefit_with_previous(const CaseReading& reading, Tally tally) {
  for (const CaseEntry& entry : reading.previous) {
    if (entry.truth("benefited") == false) continue;
    const auto benefit = benefit_of(entry);
    if (benefit && benefit.value()) {
      tally.add(*benefit.value(), entry.key + ", an earlier conviction");
    } else {
      tally.missing.push_back(entry.name_of("benefit"));
    }
  }
  return tally;
}

Result<FactTable> facts_of(const CaseReading& reading, const Offence& offence, const Pack& pack) {
  const auto parameter = [&](const char* name) {
    return reading.started ? pack.parameters().at(name, *reading.started) : nullptr;
  };
  const CaseEntry& entry = offence.entry;
  const Origin place{reading.document, entry.line, ""};
  FactTable table;
  const std::string key = entry.key.empty() ? "the offence" : entry.key;
  table.set({"offence", Value(entry.text("description").value_or(key)), "", place});
  table.set(
      {"convicted", known_or_missing(offence.convicted, entry.name_of("convicted")), "", place});
  RECOUP_TRY(listed, schedule_2_fact(pack, entry, reading.document));
  table.set(std::move(listed));
  table.set(
      {"benefited", known_or_missing(offence.benefited, entry.name_of("benefited")), "", place});
  table.set({"lasted the period",
             lasted(offence, parameter("lifestyle.months")),
             "",
             {reading.document, entry.line, period_text(offence)}});
  table.set({"period", Value(period_text(offence)), "", place});
  RECOUP_TRY(occasions, previous_occasions(reading, parameter("lookback.years")));
  set_tally(table, "other benefiting offences", "", other_offences(reading, offence), place);
  set_tally(table, "previous benefiting occasions", "", occasions, place);
  const Tally course = benefit_of_course(reading, offence);
  set_tally(table, "relevant benefit offence", "GBP", benefit_of_offence(reading, offence), place);
  set_tally(table, "relevant benefit course", "GBP", course, place);
  set_tally(table, "relevant benefit previous", "GBP", benefit_with_previous(reading, course),
            place);
  return table;
}

/// The finding where the case file names no offence at all.
Finding without_offence(const Pack& pack) {
  Finding finding;
  finding.question = "Does the defendant have a criminal lifestyle?";
  finding.decision = "Criminal lifestyle";
  finding.status = Status::undetermined;
  finding.missing = {"offences"};
  finding.value = Value::missing("offences");
  finding.pack_id = pack.id();
  finding.pack_version = pack.version();
  finding.pack_digest = pack.digest();
  return finding;
}

}  // namespace

Result<LifestyleFacts> lifestyle_facts(const Pack& pack, const std::vector<CaseFact>& facts,
                                       const std::string& document) {
  const auto reading = read_case(facts, document);
  if (!reading) {
    Error error = reading.error();
    error.place.document = document;
    return error;
  }
  LifestyleFacts derived;
  derived.proceedings_started = reading.value().started;
  for (const Offence& offence : reading.value().offences) {
    if (offence.taken_into_consideration) continue;
    RECOUP_TRY(table, facts_of(reading.value(), offence, pack));
    derived.offences.push_back({offence.entry.key, std::move(table)});
  }
  return derived;
}

Result<Finding> criminal_lifestyle(const Pack& pack, const std::vector<CaseFact>& facts,
                                   const std::string& document) {
  RECOUP_TRY(derived, lifestyle_facts(pack, facts, document));
  std::vector<Finding> findings;
  for (const OffenceFacts& offence : derived.offences) {
    RECOUP_TRY(finding,
               pack.evaluate("Criminal lifestyle", offence.facts, derived.proceedings_started));
    finding.about = offence.offence;
    findings.push_back(std::move(finding));
  }
  return findings.empty() ? without_offence(pack) : any_of(std::move(findings));
}

}  // namespace recoup
