#include "recoup/rules/facts.hpp"

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"

namespace recoup {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string shown_number(const Decimal& number, std::string_view unit) {
  if (const auto currency = Currency::parse(unit)) {
    const auto minor = number.minor_units(currency.value().decimals());
    if (minor) return Money(*minor, currency.value()).grouped() + " " + std::string(unit);
  }
  return unit.empty() ? number.text() : number.text() + " " + std::string(unit);
}

}  // namespace

void FactTable::set(Fact fact) {
  for (Fact& known : facts_) {
    if (known.name == fact.name) {
      known = std::move(fact);
      return;
    }
  }
  facts_.push_back(std::move(fact));
}

const Fact* FactTable::find(std::string_view name) const {
  for (const Fact& fact : facts_) {
    if (fact.name == name) return &fact;
  }
  return nullptr;
}

std::string shown(const Value& value, std::string_view unit) {
  if (const Null* null = value.as<Null>()) {
    if (!null->missing.empty()) return "not known (" + joined(null->missing) + ")";
    if (!null->errors.empty()) return "not known (" + joined(null->errors) + ")";
    return "none";
  }
  if (const bool* truth = value.as<bool>()) return *truth ? "yes" : "no";
  if (const auto* number = value.as<Decimal>()) return shown_number(*number, unit);
  if (const auto* day = value.as<FeelDate>()) {
    const auto date = calendar_date(*day);
    return date ? long_text(*date) : text(value);
  }
  return text(value);
}

}  // namespace recoup
