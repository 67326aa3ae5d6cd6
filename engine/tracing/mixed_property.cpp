#include "recoup/tracing/mixed_property.hpp"

#include "recoup/number/fraction.hpp"

namespace recoup {
namespace {

Error impossible(std::string found, std::string expected) {
  return Error{ErrorCode::contradiction, std::move(found), std::move(expected), {}};
}

Result<void> check(const MixedProperty& property) {
  const Currency currency = property.price.currency();
  if (property.traced.currency() != currency || property.value_now.currency() != currency) {
    return impossible("amounts in two currencies", "traced money, price and value in one currency");
  }
  if (property.price.minor() <= 0) {
    return impossible("a price of " + property.price.text(), "a price above zero");
  }
  if (property.traced.is_negative() || property.value_now.is_negative()) {
    return impossible("an amount below zero", "traced money and a value of zero or more");
  }
  if (property.traced.minor() > property.price.minor()) {
    return impossible(property.traced.text() + " traced into it",
                      "no more than the price of " + property.price.text());
  }
  return {};
}

}  // namespace

Result<Money> traced_share(const MixedProperty& property) {
  if (auto checked = check(property); !checked) return std::move(checked).error();
  const Fraction share = Fraction::from(property.value_now.minor()) *
                         Fraction::from(property.traced.minor()) /
                         Fraction::from(property.price.minor());
  RECOUP_TRY(minor, share.round_half_up());
  return Money(minor, property.price.currency());
}

Result<ClaimantElection> elect(const MixedProperty& property, Money interest) {
  RECOUP_TRY(share, traced_share(property));
  if (interest.currency() != property.price.currency() || interest.is_negative()) {
    return impossible("interest of " + interest.text(),
                      "interest of zero or more in the currency of the price");
  }
  RECOUP_TRY(secured, property.traced.plus(interest));
  const Money lien = secured.minor() > property.value_now.minor() ? property.value_now : secured;
  const bool is_lien = lien.minor() > share.minor();
  return ClaimantElection{
      share, lien, is_lien ? ClaimantElection::Choice::lien : ClaimantElection::Choice::share};
}

}  // namespace recoup
