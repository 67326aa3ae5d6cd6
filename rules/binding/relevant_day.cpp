#include "recoup/rules/relevant_day.hpp"

namespace recoup {

Result<RelevantDay> relevant_day(const Pack& pack, Date proceedings_started,
                                 std::optional<Date> earlier_benefit_day) {
  const DatedFigure* years = pack.parameters().at("lookback.years", proceedings_started);
  const auto* number = years == nullptr ? nullptr : years->value.as<Decimal>();
  const auto count = number == nullptr ? std::nullopt : number->whole();
  if (!count || *count < 1 || *count > 100) {
    return Error{ErrorCode::not_found,
                 "no lookback.years on " + iso_text(proceedings_started),
                 "a whole number of years in force on that day",
                 {}};
  }
  // The day of the start is counted, so the years begin on the day after its anniversary. Taking
  // the years off first and a day after that goes wrong at the end of February.
  const Date after = proceedings_started + std::chrono::days(1);
  const Date first = add_months_rollforward(after, -12 * static_cast<int>(*count));
  RelevantDay found{proceedings_started, first, first + std::chrono::days(1), *years, ""};
  found.working = "Proceedings started on " + long_text(proceedings_started) + ". The " +
                  number->text() + " years that end with that day begin on " + long_text(first) +
                  ".";
  if (earlier_benefit_day && *earlier_benefit_day >= first &&
      *earlier_benefit_day <= proceedings_started) {
    found.day = *earlier_benefit_day;
    found.first_caught = found.day + std::chrono::days(1);
    found.working += " An earlier order found benefit up to " + long_text(found.day) +
                     ", which takes its place.";
  }
  found.working += " Events after " + long_text(found.day) + " count: the first day caught is " +
                   long_text(found.first_caught) + ".";
  return found;
}

Result<Finding> in_window(const Pack& pack, std::optional<Date> proceedings_started,
                          std::optional<Date> event_date, std::optional<Date> earlier_benefit_day) {
  FactTable facts;
  facts.set({"event date", event_date ? Value(*event_date) : Value::missing("event date"), "", {}});
  if (proceedings_started) {
    RECOUP_TRY(found, relevant_day(pack, *proceedings_started, earlier_benefit_day));
    facts.set({"relevant day", Value(found.day), "", {"", 0, found.working}});
  } else {
    facts.set({"relevant day", Value::missing("proceedings.started"), "", {}});
  }
  return pack.evaluate("After the relevant day", facts, proceedings_started);
}

}  // namespace recoup
