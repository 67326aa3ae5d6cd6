#include "rank_what_if.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error usage(const std::string& text, std::string expected) {
  return {ErrorCode::usage, "--what-if " + recoup::quoted(text), std::move(expected), {}};
}

Result<Value> value_as(const FactEntry& entry, const std::string& text, const std::string& whole) {
  if (entry.type == "boolean") {
    const std::string word = ascii_lower(text);
    if (word == "true" || word == "yes") return Value(true);
    if (word == "false" || word == "no") return Value(false);
    return usage(whole, recoup::quoted(entry.name) + " is true or false");
  }
  const auto number = Decimal::parse(text);
  if (!number || !number.value().exact) {
    return usage(whole, recoup::quoted(entry.name) + " is a number" +
                            (entry.unit.empty() ? "" : " (" + entry.unit + ")"));
  }
  return Value(number.value().value);
}

Result<void> read_order(const std::string& value, const std::string& whole, CivilTime as_at,
                        MeasureSupposition& supposed) {
  const auto parts = split(value, ',');
  if (parts.size() != 3) return usage(whole, "CASE:order=SEIZURE,KIND,DAY");
  const auto until = parse_date(trimmed(parts[2]));
  if (!until) return usage(whole, "the last day of the order as 2025-03-04");
  supposed.kind = MeasureSupposition::Kind::order;
  supposed.seizure = std::string(trimmed(parts[0]));
  supposed.order = {std::string(trimmed(parts[1])), BookingTime(as_at.date()), until.value()};
  return {};
}

HeldSeizure* find_seizure(LoadedCase& records, const std::string& id) {
  for (HeldSeizure& held : records.seizures) {
    if (held.seizure.id == id) return &held;
  }
  return nullptr;
}

}  // namespace

Result<MeasureSupposition> read_supposition(const std::string& text,
                                            const FactDictionary& dictionary, CivilTime as_at) {
  const std::size_t equals = text.find('=');
  const std::size_t colon = text.rfind(':', equals);
  if (equals == std::string::npos || colon == std::string::npos || colon == 0) {
    return usage(text, "CASE:FACT=VALUE, CASE:order=SEIZURE,KIND,DAY or CASE:statement=ACCOUNT");
  }
  MeasureSupposition supposed;
  supposed.case_id = text.substr(0, colon);
  supposed.words = text;
  const std::string name(trimmed(std::string_view(text).substr(colon + 1, equals - colon - 1)));
  const std::string value(trimmed(std::string_view(text).substr(equals + 1)));
  if (name == "order") {
    if (auto read = read_order(value, text, as_at, supposed); !read) return std::move(read).error();
    return supposed;
  }
  if (name == "statement") {
    supposed.kind = MeasureSupposition::Kind::statement;
    supposed.account = value;
    return supposed;
  }
  const FactEntry* entry = dictionary.find(name);
  if (entry == nullptr) {
    return Error{ErrorCode::not_found,
                 "--what-if " + recoup::quoted(text) + ": no fact " + recoup::quoted(name),
                 "a fact of the ranking pack: recoup rules show recoup-ranking lists them",
                 {}};
  }
  RECOUP_TRY(given, value_as(*entry, value, text));
  supposed.fact = name;
  supposed.value = std::move(given);
  supposed.unit = entry->unit == "GBP" ? entry->unit : "";
  return supposed;
}

Result<void> suppose_records(const std::vector<MeasureSupposition>& suppositions,
                             LoadedCase& records, LedgerMeasures& sums) {
  for (const MeasureSupposition& each : suppositions) {
    if (each.case_id != records.id) continue;
    if (each.kind == MeasureSupposition::Kind::order) {
      HeldSeizure* held = find_seizure(records, each.seizure);
      if (held == nullptr) {
        return Error{ErrorCode::not_found,
                     "seizure " + recoup::quoted(each.seizure),
                     "a seizure of case " + recoup::quoted(records.id),
                     {}};
      }
      held->seizure.orders.push_back(each.order);
    }
    if (each.kind == MeasureSupposition::Kind::statement) {
      const std::size_t before = sums.unverified.size();
      std::erase_if(sums.unverified,
                    [&](const UnverifiedPeriod& period) { return period.account == each.account; });
      if (sums.unverified.size() == before) {
        return Error{ErrorCode::not_found,
                     "no period of account " + recoup::quoted(each.account) + " to be proved",
                     "an account that verify --case " + records.id + " lists",
                     {}};
      }
    }
  }
  return {};
}

void suppose_facts(const std::vector<MeasureSupposition>& suppositions, MeasuredCase& measured) {
  for (const MeasureSupposition& each : suppositions) {
    if (each.kind != MeasureSupposition::Kind::fact || each.case_id != measured.case_id) continue;
    measured.facts.set({each.fact, each.value, each.unit, {"", 0, "supposed"}});
  }
}

}  // namespace recoup
