#include "derivation_words.hpp"

#include <algorithm>
#include <set>

#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

std::set<Currency> currencies_of(const Derivation& derivation) {
  std::set<Currency> known;
  for (const DerivationStep& step : derivation.steps) {
    if (step.paid) known.insert(step.paid->currency);
    if (step.received) known.insert(step.received->currency);
  }
  return known;
}

MinorUnits sum_of(const std::vector<Lot>& lots) {
  MinorUnits sum = 0;
  for (const Lot& lot : lots) sum += lot.amount;
  return sum;
}

MinorUnits amount_with(const std::vector<Lot>& lots, std::uint32_t tag) {
  MinorUnits sum = 0;
  for (const Lot& lot : lots) {
    if (lot.tag == tag) sum += lot.amount;
  }
  return sum;
}

}  // namespace

DerivationWords::DerivationWords(const DerivationContext& context, const Derivation& derivation)
    : context_(context), method_(derivation.trace.method) {
  const std::set<Currency> currencies = currencies_of(derivation);
  if (currencies.size() == 1) only_currency_ = currencies.begin()->code();
  for (const DerivationStep& step : derivation.steps) {
    if (step.paid) see(*step.paid);
    if (step.received) see(*step.received);
    if (step.kind == DerivationStep::Kind::opening) continue;
    if (step.kind == DerivationStep::Kind::gap) {
      mark_document(step.leg);
      continue;
    }
    if (step.paid) mark_document(*movement(step.movement).debit);
    if (step.received) mark_document(*movement(step.movement).credit);
  }
  for (const std::uint32_t row : context.target.movements) mark_document(movement(row).leg());
}

void DerivationWords::see(const AccountStep& step) {
  accounts_.insert(step.account);
  for (const auto* const lots : {&step.before, &step.after}) {
    for (const Lot& lot : *lots) {
      if (lot.tag != Lot::clean) sources_.insert(lot.tag);
    }
  }
}

void DerivationWords::mark_document(LegRow leg) {
  const Digest& digest = ledger().place[index(leg)].document;
  for (const CitedDocument& known : documents_) {
    if (known.digest == digest) return;
  }
  const auto name = context_.documents.find(digest);
  documents_.push_back({"D" + std::to_string(documents_.size() + 1),
                        name == context_.documents.end() ? "" : printable(name->second), digest});
}

std::string DerivationWords::amount(MinorUnits minor, Currency currency) const {
  const Money money(minor, currency);
  return only_currency_.empty() ? money.grouped() + " " + std::string(currency.code())
                                : money.grouped();
}

std::string DerivationWords::tag(std::uint32_t tag) const {
  return tag == Lot::clean ? "other money" : printable((*context_.trace.sources)[tag].id);
}

std::string DerivationWords::lots(const std::vector<Lot>& lots, Currency currency) const {
  if (lots.empty()) return "nothing";
  const bool in_order = method_ == TracingMethod::fifo || method_ == TracingMethod::lifo;
  std::string words;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    if (i > 0) words += in_order ? ", then " : i + 1 < lots.size() ? ", " : " and ";
    words += amount(lots[i].amount, currency) + " of " + tag(lots[i].tag);
  }
  return words;
}

std::string DerivationWords::account(AccountRow account) const {
  return printable(ledger().accounts[index(account)]);
}

std::string DerivationWords::place(LegRow leg) const {
  const RecordPlace& place = ledger().place[index(leg)];
  std::string words;
  for (const CitedDocument& known : documents_) {
    if (known.digest == place.document) words = known.mark;
  }
  words += " line " + std::to_string(place.line);
  const std::string_view reference = ledger().text[index(leg)].reference;
  return reference.empty() ? words : words + ", reference " + printable(reference);
}

std::string DerivationWords::day(LegRow leg) const { return ledger().booked_at[index(leg)].text(); }

std::string DerivationWords::end_point(LegRow leg) const {
  const LegText text = ledger().text[index(leg)];
  const std::string_view name = end_point_name(text);
  const std::string_view person = text.counterparty_name;
  return quoted(name) + (person.empty() || person == name ? "" : " (" + printable(person) + ")");
}

std::string DerivationWords::division(const std::vector<Lot>& held, const std::vector<Lot>& taken,
                                      Currency currency) const {
  if (method_ == TracingMethod::fifo || method_ == TracingMethod::lifo) return "";
  // Clean money is one of those that share under pro-rata alone; else it goes before or after them.
  std::vector<Lot> sharing;
  for (const Lot& lot : held) {
    if (method_ == TracingMethod::pro_rata || lot.tag != Lot::clean) sharing.push_back(lot);
  }
  const MinorUnits whole = sum_of(sharing);
  MinorUnits part = 0;
  for (const Lot& lot : sharing) part += amount_with(taken, lot.tag);
  if (sharing.size() < 2 || part == 0 || part == whole) return "";
  std::string words;
  std::string left_over;
  MinorUnits rest = part;
  for (const Lot& lot : sharing) {
    const MinorUnits share = amount_with(taken, lot.tag);
    const MinorUnits cut = multiply_divide(part, lot.amount, whole).quotient;
    rest -= cut;
    words += (words.empty() ? "" : "; ") + tag(lot.tag) + ": " + amount(part, currency) + " x " +
             amount(lot.amount, currency) + " / " + amount(whole, currency) + ", rounded down to " +
             amount(cut, currency);
    if (share > cut) left_over += (left_over.empty() ? "" : " and ") + tag(lot.tag);
  }
  if (rest == 0) return words;
  return words + "; " + amount(rest, currency) + " is left over, and goes, " + amount(1, currency) +
         " each, to " + left_over + ", from which most was cut off";
}

}  // namespace recoup
