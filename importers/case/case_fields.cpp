#include "case/case_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "recoup/base/date.hpp"
#include "recoup/base/text.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/legal_step.hpp"
#include "subjects/case_subjects.hpp"

namespace recoup {
namespace {

/// What a field holds.
enum class Holds : std::uint8_t {
  amount,
  signed_amount,
  date,
  currency,
  truth,
  whole_number,
  name
};

struct KnownField {
  std::string_view section;
  std::string_view field;
  Holds holds;
};

constexpr std::array<KnownField, 171> known_fields = {{
    {"case", "id", Holds::name},
    {"case", "name", Holds::name},
    {"case", "operation", Holds::name},
    {"accounts", "account", Holds::name},
    {"accounts", "currency", Holds::currency},
    {"accounts", "opening_balance", Holds::signed_amount},
    {"sources", "account", Holds::name},
    {"sources", "reference", Holds::name},
    {"sources", "document", Holds::name},
    {"sources", "line", Holds::whole_number},
    {"sources", "opening", Holds::truth},
    {"sources", "amount", Holds::amount},
    {"proceedings", "started", Holds::date},
    {"proceedings", "conviction_date", Holds::date},
    {"proceedings", "prosecutor_asks", Holds::truth},
    {"offences", "schedule_2", Holds::truth},
    {"offences", "from", Holds::date},
    {"offences", "to", Holds::date},
    {"offences", "convicted", Holds::truth},
    {"offences", "convicted_on", Holds::date},
    {"offences", "taken_into_consideration", Holds::truth},
    {"offences", "benefited", Holds::truth},
    {"offences", "benefit", Holds::amount},
    {"offences", "currency", Holds::currency},
    {"previous_convictions", "convicted_on", Holds::date},
    {"previous_convictions", "benefited", Holds::truth},
    {"benefit_items", "date", Holds::date},
    {"benefit_items", "amount", Holds::amount},
    {"benefit_items", "currency", Holds::currency},
    {"benefit_items", "line", Holds::whole_number},
    {"earlier_orders", "made", Holds::date},
    {"earlier_orders", "amount", Holds::amount},
    {"earlier_orders", "currency", Holds::currency},
    {"earlier_orders", "lifestyle", Holds::truth},
    {"earlier_orders", "benefit_found_on", Holds::date},
    {"assets", "value", Holds::amount},
    {"assets", "currency", Holds::currency},
    {"assets", "valued_on", Holds::date},
    {"assets", "secured_debt", Holds::amount},
    {"assets", "line", Holds::whole_number},
    {"obligations", "amount", Holds::amount},
    {"obligations", "currency", Holds::currency},
    {"obligations", "made", Holds::date},
    {"gifts", "date", Holds::date},
    {"gifts", "value_at_gift", Holds::amount},
    {"gifts", "consideration", Holds::amount},
    {"gifts", "value_now", Holds::amount},
    {"gifts", "currency", Holds::currency},
    {"gifts", "from_general_conduct", Holds::truth},
    {"findings", "date", Holds::date},
    {"findings", "matter", Holds::name},
    {"findings", "about", Holds::name},
    {"findings", "accepted", Holds::truth},
    {"findings", "amount", Holds::amount},
    {"confiscation_orders", "amount", Holds::amount},
    {"confiscation_orders", "currency", Holds::currency},
    {"confiscation_orders", "made", Holds::date},
    {"confiscation_orders", "due", Holds::date},
    {"confiscation_orders", "paid_on", Holds::date},
    {"joint_benefit", "amount", Holds::amount},
    {"joint_benefit", "currency", Holds::currency},
    {"proportionality", "kind", Holds::name},
    {"proportionality", "item", Holds::name},
    {"proportionality", "price", Holds::amount},
    {"proportionality", "loan", Holds::amount},
    {"proportionality", "value_now", Holds::amount},
    {"proportionality", "turnover", Holds::amount},
    {"proportionality", "vat", Holds::amount},
    {"proportionality", "accounted", Holds::truth},
    {"proportionality", "earned", Holds::amount},
    {"proportionality", "honest", Holds::amount},
    {"proportionality", "restored", Holds::amount},
    {"proportionality", "restored_on", Holds::date},
    {"proportionality", "certain", Holds::truth},
    {"proportionality", "currency", Holds::currency},
    {"reconsiderations", "kind", Holds::name},
    {"reconsiderations", "applied_on", Holds::date},
    {"reconsiderations", "found_on", Holds::date},
    {"reconsiderations", "died_on", Holds::date},
    {"reconsiderations", "ordered", Holds::amount},
    {"reconsiderations", "benefit", Holds::amount},
    {"reconsiderations", "available", Holds::amount},
    {"reconsiderations", "new_benefit", Holds::amount},
    {"reconsiderations", "new_available", Holds::amount},
    {"reconsiderations", "remaining", Holds::amount},
    {"reconsiderations", "currency", Holds::currency},
    {"valuation", "series", Holds::name},
    {"valuation", "decision_on", Holds::date},
    {"investigation", "opened", Holds::date},
    {"investigation", "last_activity", Holds::date},
    {"events", "date", Holds::date},
    {"events", "count", Holds::whole_number},
    {"sources", "id", Holds::name},
    {"kept_apart", "account", Holds::name},
    {"kept_apart", "document", Holds::name},
    {"kept_apart", "line", Holds::whole_number},
    {"reversals", "account", Holds::name},
    {"reversals", "reference", Holds::name},
    {"reversals", "document", Holds::name},
    {"reversals", "line", Holds::whole_number},
    {"reversals", "of_reference", Holds::name},
    {"reversals", "of_document", Holds::name},
    {"reversals", "of_line", Holds::whole_number},
    {"reversals", "by", Holds::name},
    {"reversals", "on", Holds::date},
    {"accepted_gaps", "account", Holds::name},
    {"accepted_gaps", "reference", Holds::name},
    {"accepted_gaps", "document", Holds::name},
    {"accepted_gaps", "line", Holds::whole_number},
    {"accepted_gaps", "by", Holds::name},
    {"accepted_gaps", "on", Holds::date},
    {"interest", "account", Holds::name},
    {"interest", "reference", Holds::name},
    {"interest", "document", Holds::name},
    {"interest", "line", Holds::whole_number},
    {"interest", "from", Holds::date},
    {"interest", "by", Holds::name},
    {"interest", "on", Holds::date},
    {"coordinations", "account", Holds::name},
    {"coordinations", "reference", Holds::name},
    {"coordinations", "document", Holds::name},
    {"coordinations", "line", Holds::whole_number},
    {"coordinations", "of_reference", Holds::name},
    {"coordinations", "of_document", Holds::name},
    {"coordinations", "of_line", Holds::whole_number},
    {"coordinations", "by", Holds::name},
    {"coordinations", "on", Holds::date},
    {"coordinations", "evidence", Holds::name},
    {"financial_period", "from", Holds::date},
    {"financial_period", "to", Holds::date},
    {"financial_period", "subject", Holds::name},
    {"net_worth", "date", Holds::date},
    {"net_worth", "cost", Holds::amount},
    {"net_worth", "market_value", Holds::amount},
    {"net_worth", "currency", Holds::currency},
    {"expenditure", "from", Holds::date},
    {"expenditure", "to", Holds::date},
    {"expenditure", "amount", Holds::amount},
    {"expenditure", "currency", Holds::currency},
    {"income", "from", Holds::date},
    {"income", "to", Holds::date},
    {"income", "net", Holds::amount},
    {"income", "gross", Holds::amount},
    {"income", "currency", Holds::currency},
    {"funds", "date", Holds::date},
    {"funds", "amount", Holds::amount},
    {"funds", "currency", Holds::currency},
    {"credits", "account", Holds::name},
    {"credits", "reference", Holds::name},
    {"credits", "document", Holds::name},
    {"credits", "line", Holds::whole_number},
    {"proceedings", "order_made", Holds::date},
    {"steps", "kind", Holds::name},
    {"steps", "of", Holds::name},
    {"steps", "seizure", Holds::name},
    {"steps", "region", Holds::name},
    {"steps", "made", Holds::name},
    {"steps", "until", Holds::date},
    {"steps", "ended", Holds::name},
    {"subjects", "id", Holds::name},
    {"subjects", "kind", Holds::name},
    {"subjects", "number", Holds::name},
    {"subjects", "name", Holds::name},
    {"subjects", "born", Holds::date},
    {"links", "id", Holds::name},
    {"links", "from", Holds::name},
    {"links", "relation", Holds::name},
    {"links", "to", Holds::name},
    {"links", "on", Holds::date},
    {"links", "basis", Holds::name},
    {"links", "by", Holds::name},
}};

Error fault(const CaseFileEntry& entry, const CaseFact& fact, std::string expected) {
  return Error{ErrorCode::malformed,
               fact.kind == CaseFact::Kind::text   ? quoted(fact.value)
               : fact.kind == CaseFact::Kind::none ? "null"
                                                   : fact.value,
               std::move(expected),
               {"", fact.line, entry.path + "." + fact.field}};
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Plain decimal notation, whatever the currency.
bool is_plain_amount(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (!all_digits(text.substr(0, point))) return false;
  return point == std::string_view::npos || all_digits(text.substr(point + 1));
}

/// The currency that the entry names, where it names one that there is.
std::optional<Currency> currency_of(const CaseFileEntry& entry) {
  const CaseFact* const fact = entry.find("currency");
  if (fact == nullptr || fact->kind != CaseFact::Kind::text) return std::nullopt;
  const auto currency = Currency::parse(fact->value);
  if (!currency) return std::nullopt;
  return currency.value();
}

Result<void> check_amount(const CaseFileEntry& entry, const CaseFact& fact, Holds holds) {
  if (fact.kind != CaseFact::Kind::text) {
    return fault(entry, fact, "an amount as a string, for instance \"1000.50\"");
  }
  if (const auto currency = currency_of(entry)) {
    const auto sum = Money::parse_plain(fact.value, *currency);
    if (!sum) return fault(entry, fact, sum.error().expected);
  } else if (!is_plain_amount(fact.value)) {
    return fault(entry, fact, "an amount in plain decimal notation, for instance \"1000.50\"");
  }
  if (holds == Holds::amount && fact.value.front() == '-') {
    return fault(entry, fact, "an amount without a minus sign");
  }
  return {};
}

Result<void> check_date(const CaseFileEntry& entry, const CaseFact& fact) {
  if (fact.kind != CaseFact::Kind::text) {
    return fault(entry, fact, "a date as a string, for instance \"2025-03-04\"");
  }
  const auto date = parse_date(fact.value);
  if (!date) return fault(entry, fact, date.error().expected);
  return {};
}

Result<void> check_fact(const CaseFileEntry& entry, const CaseFact& fact, Holds holds) {
  using Kind = CaseFact::Kind;
  // Written down as not known: that is a fact, too.
  if (fact.kind == Kind::none) return {};
  switch (holds) {
    case Holds::amount:
    case Holds::signed_amount: return check_amount(entry, fact, holds);
    case Holds::date: return check_date(entry, fact);
    case Holds::currency:
      if (fact.kind != Kind::text || !Currency::parse(fact.value)) {
        return fault(entry, fact, "a currency code of ISO 4217 in capitals, BTC or ETH");
      }
      return {};
    case Holds::truth:
      if (fact.kind != Kind::truth)
        return fault(entry, fact, "true, false or null, without quotes");
      return {};
    case Holds::whole_number:
      if (fact.kind != Kind::number || !all_digits(fact.value)) {
        return fault(entry, fact, "a whole number without quotes");
      }
      return {};
    case Holds::name:
      if (fact.kind != Kind::text) return fault(entry, fact, "a text in quotes");
      return {};
  }
  return {};
}

bool says(const CaseFileEntry& entry, std::string_view field) {
  const CaseFact* const fact = entry.find(field);
  return fact != nullptr && fact->kind != CaseFact::Kind::none && !fact->value.empty() &&
         !(fact->kind == CaseFact::Kind::truth && fact->value == "false");
}

/// A source names its account and, in one way and not in two, the credit on it.
Result<void> check_source(const CaseFileEntry& entry) {
  const auto refuse = [&](std::string found, std::string expected) {
    return Error{
        ErrorCode::malformed, std::move(found), std::move(expected), {"", entry.line, entry.path}};
  };
  if (!says(entry, "account")) return refuse("no account", "the account that was credited");
  const bool by_place = says(entry, "document") && says(entry, "line");
  const int ways =
      (says(entry, "reference") ? 1 : 0) + (by_place ? 1 : 0) + (says(entry, "opening") ? 1 : 0);
  if (ways != 1) {
    return refuse(ways == 0 ? "no word on which credit it is" : "more than one word on the credit",
                  "one of: a reference; a document and a line; \"opening\": true");
  }
  const CaseFact* const amount = entry.find("amount");
  if (amount != nullptr && amount->kind == CaseFact::Kind::text &&
      amount->value.find_first_of("123456789") == std::string::npos) {
    return fault(entry, *amount, "an amount above zero, or none for the whole credit");
  }
  return {};
}

/// A step must be of a kind that starts or stops a clock, and its days must be in their order.
Result<void> check_step(const CaseFileEntry& entry) {
  auto steps = read_legal_steps(entry.facts);
  if (steps) return {};
  Error error = std::move(steps).error();
  error.place.field = entry.path + error.place.field.substr(error.place.field.rfind('/'));
  error.place.field[entry.path.size()] = '.';
  return error;
}

}  // namespace

const CaseFact* CaseFileEntry::find(std::string_view field) const {
  const auto at = std::find_if(facts.begin(), facts.end(),
                               [&](const CaseFact& fact) { return fact.field == field; });
  return at == facts.end() ? nullptr : &*at;
}

Result<void> check_case_entry(std::string_view section, const CaseFileEntry& entry) {
  for (const CaseFact& fact : entry.facts) {
    if (fact.field == "removed") {
      if (auto checked = check_fact(entry, fact, Holds::truth); !checked) return checked;
    }
    for (const KnownField& known : known_fields) {
      // "line[0]" or "amount.value" is where "line" or "amount" should have been one value.
      const bool inside =
          fact.field.size() > known.field.size() && fact.field.starts_with(known.field) &&
          (fact.field[known.field.size()] == '.' || fact.field[known.field.size()] == '[');
      if (known.section != section || (fact.field != known.field && !inside)) continue;
      if (inside) return fault(entry, fact, "one value for " + quoted(known.field));
      if (auto checked = check_fact(entry, fact, known.holds); !checked) return checked;
    }
  }
  if (says(entry, "removed")) return {};
  if (section == "sources") return check_source(entry);
  if (section == "steps") return check_step(entry);
  if (section == "subjects" || section == "links") return check_case_subject(section, entry);
  return {};
}

}  // namespace recoup
