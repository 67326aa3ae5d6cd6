#include "what_if_names.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "declared_legs.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t candidates_shown_max = 12;

Error fault(ErrorCode code, const char* option, std::string found, std::string expected) {
  return Error{code, std::move(found), std::move(expected), Place{"", 0, option}};
}

/// "one of X; Y; Z".
std::string one_of(const std::vector<std::string>& candidates) {
  std::string out = "one of ";
  for (std::size_t i = 0; i < candidates.size() && i < candidates_shown_max; ++i) {
    out += (i == 0 ? "" : "; ") + candidates[i];
  }
  if (candidates.size() > candidates_shown_max) {
    out += "; and " + std::to_string(candidates.size() - candidates_shown_max) + " more";
  }
  return out;
}

std::string place_text(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return place.document.short_text() + ":" + std::to_string(place.line);
}

const std::string& account_of(const Ledger& ledger, LegRow leg) {
  return ledger.accounts[index(ledger.account[index(leg)])];
}

/// Whether `name` is the leg's reference or place, with its account in front or without.
bool is_leg(const Ledger& ledger, LegRow leg, std::string_view name) {
  const auto text = ledger.text[index(leg)];
  const RecordPlace& place = ledger.place[index(leg)];
  const std::string& account = account_of(ledger, leg);
  if (name.starts_with(account + " ")) name.remove_prefix(account.size() + 1);
  if (name.empty()) return false;
  return name == text.reference || name == place_text(ledger, leg) ||
         name == place.document.text() + ":" + std::to_string(place.line);
}

std::string from_words(const Ledger& ledger, const Movement& movement) {
  if (movement.debit) return account_of(ledger, *movement.debit);
  return std::string(end_point_name(ledger.text[index(*movement.credit)]));
}

std::string to_words(const Ledger& ledger, const Movement& movement) {
  if (movement.credit) return account_of(ledger, *movement.credit);
  return end_point_of(ledger, movement);
}

Result<std::size_t> named_movement(const LoadedCase& loaded, const std::string& name) {
  constexpr const char* option = "--without";
  const Ledger& ledger = loaded.build.ledger;
  const std::vector<Movement>& movements = loaded.movements.first.in_order;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < movements.size(); ++row) {
    if (movement_id(ledger, movements[row]) == name) rows.push_back(row);
  }
  const bool is_id = !rows.empty();
  for (std::size_t row = 0; row < movements.size() && !is_id; ++row) {
    const Movement& movement = movements[row];
    if (has_reference(ledger, movement.debit, name) ||
        has_reference(ledger, movement.credit, name)) {
      rows.push_back(row);
    }
  }
  if (rows.empty()) {
    return fault(ErrorCode::not_found, option, "movement " + quoted(name),
                 "an id of `recoup trace --json`, or the reference of an entry of the case");
  }
  if (rows.size() == 1) return rows.front();
  std::vector<std::string> candidates;
  for (const std::size_t row : rows) candidates.push_back(movement_words(ledger, movements[row]));
  return fault(ErrorCode::usage, option,
               std::to_string(rows.size()) + " movements that are called " + quoted(name),
               one_of(candidates));
}

std::string pair_words(const Ledger& ledger, const Link& link) {
  return leg_words(ledger, link.debit) + " , " + leg_words(ledger, link.credit);
}

Result<std::size_t> named_pair(const LoadedCase& loaded, const std::string& name) {
  constexpr const char* option = "--undo-match";
  const Ledger& ledger = loaded.build.ledger;
  if (name.find(',') == std::string::npos) {
    return fault(ErrorCode::usage, option, quoted(name), "DEBIT,CREDIT");
  }
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < loaded.links.matched.size(); ++row) {
    const Link& link = loaded.links.matched[row];
    bool is_named = false;
    // A reference may have a comma in it.
    for (std::size_t at = name.find(','); at != std::string::npos; at = name.find(',', at + 1)) {
      const std::string_view whole = name;
      is_named = is_named || (is_leg(ledger, link.debit, trimmed(whole.substr(0, at))) &&
                              is_leg(ledger, link.credit, trimmed(whole.substr(at + 1))));
    }
    if (is_named) rows.push_back(row);
  }
  if (rows.empty()) {
    return fault(ErrorCode::not_found, option, "pair " + quoted(name),
                 "a debit and a credit that `recoup match --case` prints as one transfer, each by "
                 "its reference or as DOCUMENT:LINE");
  }
  if (rows.size() == 1) return rows.front();
  std::vector<std::string> candidates;
  for (const std::size_t row : rows) {
    candidates.push_back(pair_words(ledger, loaded.links.matched[row]));
  }
  return fault(ErrorCode::usage, option,
               std::to_string(rows.size()) + " pairs that are called " + quoted(name),
               one_of(candidates));
}

/// The account's one currency, of its entries and its opening balances.
Result<Currency> only_currency(const Ledger& ledger, AccountRow account, const char* option) {
  std::set<Currency> currencies;
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    currencies.insert(ledger.currency[i]);
  }
  for (const OpeningBalance& opening : ledger.openings) {
    if (opening.account == account) currencies.insert(opening.amount.currency());
  }
  if (currencies.size() == 1) return *currencies.begin();
  std::vector<std::string> codes;
  for (const Currency each : currencies) codes.emplace_back(each.code());
  return fault(ErrorCode::usage, option,
               "account " + quoted(ledger.accounts[index(account)]) + " with " +
                   std::to_string(codes.size()) + " currencies",
               "the currency behind the amount, " + (codes.empty() ? "as GBP" : one_of(codes)));
}

Result<SupposedOpening> named_opening(const LoadedCase& loaded, const std::string& name) {
  constexpr const char* option = "--what-if-opening";
  const Ledger& ledger = loaded.build.ledger;
  // An account's name may have the sign in it; an amount has not.
  const std::size_t sign = name.rfind('=');
  if (sign == std::string::npos) {
    return fault(ErrorCode::usage, option, quoted(name),
                 "ACCOUNT=AMOUNT or \"ACCOUNT=AMOUNT CUR\"");
  }
  const std::string said(trimmed(std::string_view(name).substr(0, sign)));
  const auto account = ledger.find_account(said);
  if (!account) {
    return fault(ErrorCode::not_found, option, "account " + quoted(said),
                 "an account of the case of which a statement has been imported: " +
                     one_of(ledger.accounts));
  }
  std::string amount(trimmed(std::string_view(name).substr(sign + 1)));
  const std::size_t blank = amount.find(' ');
  const std::string code =
      blank == std::string::npos ? "" : std::string(trimmed(amount.substr(blank)));
  amount = amount.substr(0, blank);
  const auto currency =
      code.empty() ? only_currency(ledger, *account, option) : Currency::parse(code);
  if (!currency) {
    if (code.empty()) return currency.error();
    return fault(ErrorCode::usage, option, currency.error().found, currency.error().expected);
  }
  const auto money = Money::parse_plain(amount, currency.value());
  if (!money) return fault(ErrorCode::usage, option, money.error().found, money.error().expected);
  return SupposedOpening{*account, money.value()};
}

using FindsOne = Result<std::size_t> (*)(const LoadedCase&, const std::string&);

Result<std::vector<std::size_t>> each_once(const LoadedCase& loaded,
                                           const std::vector<std::string>& names, FindsOne find) {
  std::set<std::size_t> rows;
  for (const std::string& name : names) {
    RECOUP_TRY(row, find(loaded, name));
    rows.insert(row);
  }
  return std::vector<std::size_t>(rows.begin(), rows.end());
}

}  // namespace

std::string movement_words(const Ledger& ledger, const Movement& movement) {
  const std::size_t leg = index(movement.leg());
  return movement_id(ledger, movement) + " (" + ledger.booked_at[leg].text() + ", " +
         Money(debited(ledger, movement), ledger.currency[leg]).text() + ", " +
         from_words(ledger, movement) + " to " + to_words(ledger, movement) + ")";
}

std::string leg_words(const Ledger& ledger, LegRow leg) {
  const auto text = ledger.text[index(leg)];
  std::string words = account_of(ledger, leg) + " ";
  if (text.reference.empty()) return words + place_text(ledger, leg);
  words += text.reference;
  return words + " (" + place_text(ledger, leg) + ")";
}

Result<std::vector<std::size_t>> named_movements(const LoadedCase& loaded,
                                                 const std::vector<std::string>& names) {
  return each_once(loaded, names, named_movement);
}

Result<std::vector<std::size_t>> named_pairs(const LoadedCase& loaded,
                                             const std::vector<std::string>& names) {
  return each_once(loaded, names, named_pair);
}

Result<std::vector<SupposedOpening>> named_openings(const LoadedCase& loaded,
                                                    const std::vector<std::string>& names) {
  std::vector<SupposedOpening> openings;
  for (const std::string& name : names) {
    RECOUP_TRY(opening, named_opening(loaded, name));
    for (const SupposedOpening& other : openings) {
      if (other.account != opening.account || other.amount.currency() != opening.amount.currency())
        continue;
      return fault(ErrorCode::usage, "--what-if-opening", "a second one of " + quoted(name),
                   "one opening balance for an account and currency");
    }
    openings.push_back(opening);
  }
  return openings;
}

}  // namespace recoup
