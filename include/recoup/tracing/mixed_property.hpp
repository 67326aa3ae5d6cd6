// mixed_property.hpp: what a claim is worth in property that was bought with mixed money.
#pragma once

#include <cstdint>

#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Property towards whose price, or whose value on the day it went in, traced money went.
struct MixedProperty {
  Money traced;     ///< Of the claimant; no more than `price`.
  Money price;      ///< The whole price, or the value when the money went in.
  Money value_now;  ///< Of one currency with the other two.
};

/// The traced part of the property: value_now x traced / price.
///
///   Exact   Nothing is rounded but the result, half up, to the minor unit.
///   Errors  contradiction (a price of nothing, amounts below zero, more traced than the price, two
///           currencies), out_of_range.
///   Cites   POCA 2002 s.306: the portion attributable to the recoverable property; Foskett v
///           McKeown [2001] 1 AC 102; Re Diplock [1948] Ch 465 for money of a volunteer; where the
///           money is the whole price, FC Jones & Sons v Jones [1997] Ch 159.
[[nodiscard]] Result<Money> traced_share(const MixedProperty& property);

/// What a claimant may choose between, and the greater of the two.
struct ClaimantElection {
  enum class Choice : std::uint8_t { share, lien };

  Money share;                     ///< Of the property, as it is worth now.
  Money lien;                      ///< The traced money and its interest, secured on the property.
  Choice greater = Choice::share;  ///< Where both are alike, the share.
};

/// Share or lien: of a wrongdoer who mixed, the claimant takes which is more. A lien gives no more
/// than the property is worth.
///
///   Errors  As traced_share; contradiction (interest below zero or in another currency).
///   Cites   Foskett v McKeown [2001] 1 AC 102; Re Oatway [1903] 2 Ch 356.
[[nodiscard]] Result<ClaimantElection> elect(const MixedProperty& property, Money interest);

}  // namespace recoup
