#include "recoup/matching/links.hpp"

#include "recoup/base/check.hpp"

namespace recoup {

std::string_view text(Confidence confidence) {
  switch (confidence) {
    case Confidence::exact: return "exact";
    case Confidence::strong: return "strong";
    case Confidence::confirmed: return "confirmed";
  }
  RECOUP_CHECK(false && "a confidence without a name");
}

std::string reasons(const Ledger& ledger, const Link& link) {
  if (!link.why.empty() || link.confidence != Confidence::exact) return link.why;
  const std::size_t row = index(link.debit);
  std::string why = "each leg names the other's account; both show " +
                    Money(-ledger.amount_minor[row], ledger.currency[row]).text() + " on " +
                    iso_text(ledger.booked_at[row].date());
  if (link.alike > 1) {
    why += "; " + std::to_string(link.alike) +
           " such transfers are alike and are paired in statement order";
  }
  return why;
}

}  // namespace recoup
