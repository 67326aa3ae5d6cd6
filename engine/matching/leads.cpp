#include "leads.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "party_name.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 11> own_account_words = {
    "own account", "own a/c",    "own acc",      "to self",       "from self",        "my account",
    "my savings",  "to savings", "from savings", "inter account", "internal transfer"};

constexpr std::array<std::string_view, 4> cash_words = {"cash", "atm", "cashpoint", "notemachine"};
constexpr std::array<std::string_view, 3> no_cash_words = {"cashback", "cash back", "petty cash"};

constexpr std::chrono::days cash_days_max(14);

template <std::size_t N>
std::string_view first_in(const std::string& lower, const std::array<std::string_view, N>& words) {
  for (const std::string_view word : words) {
    const std::size_t at = lower.find(word);
    if (at == std::string::npos) continue;
    const auto is_letter = [&](std::size_t i) {
      return i < lower.size() && lower[i] >= 'a' && lower[i] <= 'z';
    };
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return word;
  }
  return {};
}

bool is_cash(const LegText& text) {
  if (!text.counterparty_account.empty()) return false;
  const std::string lower =
      ascii_lower(std::string(text.description) + " " + std::string(text.counterparty_name));
  return !first_in(lower, cash_words).empty() && first_in(lower, no_cash_words).empty();
}

bool is_own_name(const KnownNames& names, const LegText& text, AccountRow own) {
  const std::vector<AccountRow> accounts = names.accounts(party_key(text.counterparty_name));
  return std::binary_search(accounts.begin(), accounts.end(), own);
}

std::optional<Lead> lead_of(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                            const KnownNames& names, LegRow leg) {
  const LegText text = ledger.text[index(leg)];
  const std::uint32_t number = named[index(leg)];
  if (number < names_unheld_account) return std::nullopt;
  const bool is_debit = ledger.amount_minor[index(leg)] < 0;
  const std::string where = number == names_unheld_account
                                ? "an account of which no statement is held"
                                : "an account that it does not name";
  const std::string went = (is_debit ? "money went to " : "money came from ") + where;
  if (is_own_name(names, text, ledger.account[index(leg)])) {
    return Lead{leg, std::string(text.counterparty_account),
                went + ", in the name of this account's holder"};
  }
  const std::string_view words = first_in(ascii_lower(text.description), own_account_words);
  if (words.empty()) return std::nullopt;
  return Lead{leg, std::string(text.counterparty_account),
              went + "; its words are " + quoted(words)};
}

void pair_cash(const Ledger& ledger, const std::vector<LegRow>& cash, Links& links) {
  using Key = std::tuple<Currency, MinorUnits>;
  std::map<Key, std::vector<LegRow>> drawn;
  for (const LegRow leg : cash) {
    const MinorUnits amount = ledger.amount_minor[index(leg)];
    const Key key(ledger.currency[index(leg)], amount < 0 ? -amount : amount);
    if (amount < 0) {
      drawn[key].push_back(leg);
      continue;
    }
    const auto before = drawn.find(key);
    if (before == drawn.end() || before->second.empty()) continue;
    const LegRow last = before->second.back();
    const Date from = ledger.booked_at[index(last)].date();
    const Date to = ledger.booked_at[index(leg)].date();
    if (to - from > cash_days_max) continue;
    before->second.pop_back();
    links.cash.push_back({last, leg,
                          "cash of " + Money(amount, ledger.currency[index(leg)]).text() +
                              " was drawn on " + iso_text(from) + " and as much was paid in on " +
                              iso_text(to) + "; a suggestion, since notes carry no name"});
  }
}

}  // namespace

void add_leads(const Ledger& ledger, const std::vector<std::uint32_t>& named,
               const KnownNames& names, const std::vector<LegState>& states, Links& links) {
  std::vector<LegRow> cash;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] != LegState::open || ledger.amount_minor[i] == 0) continue;
    const auto leg = static_cast<LegRow>(i);
    if (is_cash(ledger.text[i])) {
      cash.push_back(leg);
    } else if (auto lead = lead_of(ledger, named, names, leg)) {
      links.leads.push_back(std::move(*lead));
    }
  }
  std::sort(cash.begin(), cash.end(), [&](LegRow a, LegRow b) {
    return std::tuple(ledger.booked_at[index(a)].order_key(), a) <
           std::tuple(ledger.booked_at[index(b)].order_key(), b);
  });
  pair_cash(ledger, cash, links);
  std::sort(links.cash.begin(), links.cash.end(),
            [](const CashPair& a, const CashPair& b) { return a.drawn < b.drawn; });
}

}  // namespace recoup
