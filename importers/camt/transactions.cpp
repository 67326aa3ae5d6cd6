#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "camt/entry.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

Money negated(Money amount) { return {-amount.minor(), amount.currency()}; }

Money size_of(Money amount) { return amount.is_negative() ? negated(amount) : amount; }

/// Puts texts together, each once. They must outlive it.
class JoinedText {
 public:
  void add(std::string_view part) {
    if (part.empty() || part == joined_) return;
    if (!parts_.insert(part).second) return;
    if (!joined_.empty()) joined_ += ' ';
    joined_ += part;
  }
  [[nodiscard]] std::string text() && { return std::move(joined_); }

 private:
  std::set<std::string_view> parts_;
  std::string joined_;
};

/// The other side: who paid a credit, who received a debit. A returned payment keeps the roles of
/// the payment, so that the side that would be taken may be the owner of the account.
const CamtParty& other_side(const CamtDetail& detail, bool is_credit, bool is_reversal,
                            const CamtOwner& owner) {
  const CamtParty& likely = is_credit ? detail.debtor : detail.creditor;
  const CamtParty& unlikely = is_credit ? detail.creditor : detail.debtor;
  const auto is_owner = [&](const CamtParty& party) {
    if (!party.account.empty()) return party.account == owner.account;
    return !party.name.empty() && party.name == owner.name;
  };
  const auto is_known = [](const CamtParty& party) {
    return !party.name.empty() || !party.account.empty();
  };
  if (is_owner(likely) && is_known(unlikely) && !is_owner(unlikely)) return unlikely;
  const bool is_returned =
      is_reversal || std::any_of(detail.details.begin(), detail.details.end(),
                                 [](const EntryDetail& more) { return more.name == "return"; });
  if (is_returned && !is_known(likely) && is_known(unlikely) && !is_owner(unlikely)) {
    return unlikely;
  }
  return likely;
}

/// The amount of a payment in the currency of its entry, signed; without charges.
std::optional<Money> own_amount(const CamtDetail& detail, const CamtEntry& entry) {
  for (const Money& amount : detail.amounts.own) {
    if (amount.currency() != entry.amount.currency()) continue;
    return detail.is_credit.value_or(entry.is_credit()) ? amount : negated(amount);
  }
  return std::nullopt;
}

/// What the charges come to in that currency; those that the amounts do not contain are left out.
std::optional<Money> sum_of(const std::vector<CamtCharge>& charges, Currency currency) {
  Money sum(0, currency);
  for (const CamtCharge& charge : charges) {
    if (charge.is_outside || !charge.amount || charge.amount->currency() != currency) continue;
    const auto next = sum.plus(*charge.amount);
    if (!next) return std::nullopt;
    sum = next.value();
  }
  return sum;
}

std::optional<Money> plus(std::optional<Money> one, std::optional<Money> other) {
  if (!one || !other) return std::nullopt;
  const auto sum = one->plus(*other);
  return sum ? std::optional(sum.value()) : std::nullopt;
}

std::optional<Money> sum_of(const std::vector<Money>& parts, Currency currency) {
  std::optional<Money> sum = Money(0, currency);
  for (const Money& part : parts) sum = plus(sum, part);
  return sum;
}

/// How an entry is divided: an amount for each payment, and what is left for charges of its own.
struct Division {
  std::vector<Money> parts;
  Money charges;
};

std::optional<Division> divide(const CamtEntry& entry) {
  const Currency currency = entry.amount.currency();
  std::vector<Money> gross;
  std::vector<Money> net;
  for (const CamtDetail& detail : entry.details) {
    const auto own = own_amount(detail, entry);
    const auto less = plus(own, sum_of(detail.charges, currency));
    if (!own || !less || detail.fault) return std::nullopt;
    gross.push_back(*own);
    net.push_back(*less);
  }
  const Money nothing(0, currency);
  const auto of_entry = sum_of(entry.charges, currency);
  const auto whole = sum_of(gross, currency);
  if (whole == entry.amount) return Division{std::move(gross), nothing};
  if (sum_of(net, currency) == entry.amount) return Division{std::move(net), nothing};
  if (plus(whole, of_entry) == entry.amount) return Division{std::move(gross), *of_entry};
  return std::nullopt;
}

/// Adds what was instructed, where it is not what was booked.
void add_amounts(const CamtAmounts& amounts, Money booked, std::vector<EntryDetail>& details) {
  for (const Money& amount : amounts.stated) {
    if (amount.is_zero() || amount == size_of(booked)) continue;
    details.push_back({"original_amount", camt_money_text(amount)});
    break;
  }
  if (!amounts.exchange_rate.empty()) details.push_back({"exchange_rate", amounts.exchange_rate});
}

void add_charges(const std::vector<CamtCharge>& charges, std::vector<EntryDetail>& details) {
  for (const CamtCharge& charge : charges) details.push_back({"charge", charge.words});
}

void add_codes(const std::vector<std::string>& codes, std::vector<EntryDetail>& details) {
  for (const std::string& code : codes) details.push_back({"code", code});
}

std::string batch_text(const CamtEntry& entry) {
  return entry.reference + (entry.reference.empty() ? "" : " ") + camt_money_text(entry.amount);
}

/// What every transaction of the entry has.
Transaction begun(const CamtEntry& entry, Money amount, std::uint64_t line) {
  Transaction transaction{{}, entry.booked_at, amount, {}, {}, {}, {}, {}, line};
  transaction.value_date = entry.value_date;
  if (entry.is_reversal) transaction.details.push_back({"reversal", "yes"});
  return transaction;
}

void set_other_side(Transaction& transaction, const CamtParty& party) {
  transaction.counterparty_name = party.name;
  transaction.counterparty_account = party.account;
  if (!party.bank.empty()) transaction.details.push_back({"bank", party.bank});
}

/// An entry with one payment or none.
Transaction single(const CamtEntry& entry, const CamtOwner& owner) {
  Transaction one = begun(entry, entry.amount, entry.line);
  one.reference = entry.reference;
  JoinedText text;
  if (entry.details.empty()) {
    add_codes(entry.codes, one.details);
    add_amounts(entry.amounts, entry.amount, one.details);
  } else {
    const CamtDetail& detail = entry.details.front();
    add_codes(entry.codes.empty() ? detail.codes : entry.codes, one.details);
    if (one.reference.empty()) {
      one.reference = detail.reference;
    } else if (!detail.reference.empty() && detail.reference != one.reference) {
      one.details.push_back({"servicer", detail.reference});
    }
    for (const EntryDetail& more : detail.details) one.details.push_back(more);
    const bool has_own = !detail.amounts.own.empty();
    add_amounts(has_own ? detail.amounts : entry.amounts, entry.amount, one.details);
    add_charges(detail.charges, one.details);
    set_other_side(one, other_side(detail, entry.is_credit(), entry.is_reversal, owner));
    for (const std::string& part : detail.texts) text.add(part);
  }
  add_charges(entry.charges, one.details);
  text.add(entry.text);
  one.description = std::move(text).text();
  return one;
}

/// An entry of which the payments cannot be told apart by their amounts.
Transaction undivided(const CamtEntry& entry, const CamtOwner& owner) {
  Transaction one = begun(entry, entry.amount, entry.line);
  one.reference = entry.reference;
  add_codes(entry.codes, one.details);
  add_amounts(entry.amounts, entry.amount, one.details);
  JoinedText text;
  bool is_one_party = true;
  const CamtParty& first =
      other_side(entry.details.front(), entry.is_credit(), entry.is_reversal, owner);
  for (const CamtDetail& detail : entry.details) {
    const CamtParty& party = other_side(detail, entry.is_credit(), entry.is_reversal, owner);
    is_one_party = is_one_party && party.name == first.name && party.account == first.account;
    std::string words = party.name;
    if (!party.account.empty()) words += (words.empty() ? "" : ", ") + party.account;
    if (!detail.amounts.own.empty()) {
      words += (words.empty() ? "" : ", ") + camt_money_text(detail.amounts.own.front());
    }
    if (!words.empty()) one.details.push_back({"party", words});
    if (!detail.reference.empty()) one.details.push_back({"servicer", detail.reference});
    for (const EntryDetail& more : detail.details) one.details.push_back(more);
    add_charges(detail.charges, one.details);
    for (const std::string& part : detail.texts) text.add(part);
  }
  if (is_one_party) set_other_side(one, first);
  add_charges(entry.charges, one.details);
  text.add(entry.text);
  one.description = std::move(text).text();
  return one;
}

/// References that name more than one payment, or the entry itself.
std::set<std::string_view> shared_references(const CamtEntry& entry) {
  std::set<std::string_view> seen = {entry.reference};
  std::set<std::string_view> shared = seen;
  for (const CamtDetail& detail : entry.details) {
    if (!seen.insert(detail.reference).second) shared.insert(detail.reference);
  }
  return shared;
}

/// One payment of a divided entry. A reference that names it alone is its reference.
Transaction part_of(const CamtEntry& entry, const CamtDetail& detail, Money amount,
                    const CamtOwner& owner, bool has_own_reference) {
  Transaction one = begun(entry, amount, detail.line);
  add_codes(detail.codes.empty() ? entry.codes : detail.codes, one.details);
  one.details.push_back({"batch", batch_text(entry)});
  if (has_own_reference) {
    one.reference = detail.reference;
  } else if (!detail.reference.empty()) {
    one.details.push_back({"servicer", detail.reference});
  }
  for (const EntryDetail& more : detail.details) one.details.push_back(more);
  add_amounts(detail.amounts, amount, one.details);
  add_charges(detail.charges, one.details);
  set_other_side(one, other_side(detail, !amount.is_negative(), entry.is_reversal, owner));
  JoinedText text;
  for (const std::string& part : detail.texts) text.add(part);
  text.add(entry.text);
  one.description = std::move(text).text();
  return one;
}

std::vector<Transaction> divided(const CamtEntry& entry, const Division& division,
                                 const CamtOwner& owner) {
  std::vector<Transaction> parts;
  parts.reserve(entry.details.size() + 1);
  const std::set<std::string_view> shared = shared_references(entry);
  for (std::size_t i = 0; i < entry.details.size(); ++i) {
    const CamtDetail& detail = entry.details[i];
    const bool has_own = !detail.reference.empty() && !shared.contains(detail.reference);
    parts.push_back(part_of(entry, detail, division.parts[i], owner, has_own));
  }
  if (division.charges.is_zero()) return parts;
  Transaction charges = begun(entry, division.charges, entry.line);
  add_codes(entry.codes, charges.details);
  charges.details.push_back({"batch", batch_text(entry)});
  add_charges(entry.charges, charges.details);
  charges.description = entry.text;
  parts.push_back(std::move(charges));
  return parts;
}

}  // namespace

std::vector<Transaction> camt_transactions(const CamtEntry& entry, const CamtOwner& owner,
                                           CamtRemarks& remarks) {
  for (const CamtBatch& batch : entry.batches) {
    if (lists_payments(entry, batch)) continue;
    remarks.add("an entry is a batch, and the document does not list its payments", entry.line);
  }
  std::vector<Transaction> parts;
  if (entry.details.size() <= 1) {
    parts.push_back(single(entry, owner));
    return parts;
  }
  const auto division = divide(entry);
  if (!division) {
    remarks.add(
        "the amounts of the payments that an entry lists are missing or do not come to its amount; "
        "it was kept as one",
        entry.line);
    parts.push_back(undivided(entry, owner));
    return parts;
  }
  remarks.add("an entry was divided into the payments that it lists", entry.line);
  parts = divided(entry, *division, owner);
  Money sum(0, entry.amount.currency());
  for (const Transaction& part : parts) sum = sum.plus(part.amount).value();
  RECOUP_CHECK(sum == entry.amount);
  return parts;
}

}  // namespace recoup
