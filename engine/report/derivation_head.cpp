#include "derivation_words.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string order_in_words() {
  return "Entries of one account stand in the order of its statement; accounts are put together by "
         "booking time, and a transfer arrives when it leaves. Two lines are one transfer where "
         "`recoup match` says so, with its reasons.\n";
}

}  // namespace

std::string derivation_legend(const DerivationContext& context, const Derivation& derivation) {
  const DerivationWords words(context, derivation);
  std::string out;
  if (!words.only_currency().empty()) {
    out += "Amounts are in " + std::string(words.only_currency()) + ".\n";
  }
  for (const DerivationWords::CitedDocument& cited : words.documents()) {
    out += cited.mark + " is " + (cited.name.empty() ? "" : cited.name + ", ") +
           "with the fingerprint (SHA-256) " + cited.digest.text() + ".\n";
  }
  out += "A line is the one on which the entry begins.\n";
  for (const AccountRow account : words.accounts()) {
    const auto holder = context.holders.find(words.ledger().accounts[index(account)]);
    if (holder == context.holders.end() || holder->second.empty()) continue;
    out += words.account(account) + ": held by " + printable(holder->second) + " (case file).\n";
  }
  for (const std::uint32_t tag : words.sources()) {
    const Source& source = (*context.trace.sources)[tag];
    const auto basis = context.basis.find(source.id);
    out += printable(source.id) + ": " + source.amount.grouped() + " " +
           std::string(source.amount.currency().code()) + ", declared by the case file" +
           (basis == context.basis.end() || basis->second.empty()
                ? ""
                : " as " + quoted(basis->second, 200)) +
           ". Whether that is so is not examined here.\n";
  }
  return out + "Other money: what no declared source is. Nothing is said about its origin.\n";
}

std::string derivation_head(const DerivationContext& context, const Derivation& derivation) {
  const TracingMethod method = derivation.trace.method;
  std::string out =
      "Case " + printable(context.trace.case_id) + ": " + context.question + "\n" +
      "Method: " + std::string(text(method)) + " (" + std::string(authority(method)) + "). " +
      rule_in_words(method) +
      "\nThe method was chosen by the one who asked. Which one the law requires here is "
      "not said.\n" +
      order_in_words();
  if (context.movements->day_order != DayOrder::as_listed) {
    out += "Nothing proves the order of some entries of one day; here they stand with " +
           std::string(text(context.movements->day_order)) +
           ". `recoup trace` gives both orders.\n";
  }
  if (context.trace.as_at) out += "Followed up to " + *context.trace.as_at + ".\n";
  return out + derivation_legend(context, derivation) + "\n";
}

std::string rule_in_words(TracingMethod method) {
  const std::string by_share =
      " Shares are rounded down to the smallest unit of the currency; the units left over go one "
      "each to those from which most was cut off, and where that is equal to the source declared "
      "first, other money last.";
  const std::string queue =
      " Each account is a row: money joins at its end when it arrives on that account, whatever "
      "its "
      "age, with its parts in the order in which they left; a declared part of a credit stands "
      "before the rest of it.";
  switch (method) {
    case TracingMethod::fifo: return "What came in first goes out first." + queue;
    case TracingMethod::lifo:
      return "What came in last goes out first. No court has adopted this rule; it is for "
             "comparison." +
             queue;
    case TracingMethod::pro_rata:
      return "Every payment takes from all that is held then in proportion to what each part is: "
             "the rolling form, worked out at each payment and not once at the end." +
             by_share;
    case TracingMethod::lowest_intermediate_balance:
      return "Other money goes out first and, once spent, is not made good by what comes later; "
             "then the sources go in proportion to what each holds." +
             by_share;
    case TracingMethod::tainted_first:
      return "The sources go out first, in proportion to what each holds; then other money." +
             by_share;
  }
  RECOUP_CHECK(false);
}

}  // namespace recoup
