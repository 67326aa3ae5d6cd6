#include "leads.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "recoup/base/text.hpp"
#include "recoup/matching/party_name.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 11> own_account_words = {
    "own account", "own a/c",    "own acc",      "to self",       "from self",        "my account",
    "my savings",  "to savings", "from savings", "inter account", "internal transfer"};

constexpr std::array<std::string_view, 4> cash_words = {"cash", "atm", "cashpoint", "notemachine"};
constexpr std::array<std::string_view, 3> no_cash_words = {"cashback", "cash back", "petty cash"};

constexpr std::chrono::days cash_days_max(14);

/// A bit for each letter from a to z that the text has.
constexpr std::uint32_t letters_in(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') letters |= std::uint32_t{1} << (c - 'a');
  }
  return letters;
}

template <std::size_t N>
std::string_view first_in(const std::string& lower, const std::array<std::string_view, N>& words) {
  // Most texts lack a letter of every word.
  const std::uint32_t letters = letters_in(lower);
  for (const std::string_view word : words) {
    if ((letters_in(word) & ~letters) != 0) continue;
    const std::size_t at = lower.find(word);
    if (at == std::string::npos) continue;
    const auto is_letter = [&](std::size_t i) {
      return i < lower.size() && lower[i] >= 'a' && lower[i] <= 'z';
    };
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return word;
  }
  return {};
}

/// Reads each text once.
class LeadReader {
 public:
  /// Everything must outlive it.
  LeadReader(const Ledger& ledger, const std::vector<std::uint32_t>& named, const KnownNames& names)
      : ledger_(ledger), named_(named), names_(names), of_text_(ledger.text.text_count()) {}

  [[nodiscard]] bool is_cash(LegRow leg);
  [[nodiscard]] std::optional<Lead> lead_of(LegRow leg);

 private:
  /// What a text says, as far as it was asked.
  struct Told {
    bool is_read = false;
    bool tells_cash = false;
    std::uint8_t own_words = 0;  // row of own_account_words, and one
    bool is_name_read = false;
    std::uint32_t accounts = 0;  // row of accounts_
  };

  const Told& told(TextId text);
  [[nodiscard]] bool is_own_name(TextId name, AccountRow own);

  const Ledger& ledger_;
  const std::vector<std::uint32_t>& named_;
  const KnownNames& names_;
  std::vector<Told> of_text_;
  std::vector<std::vector<AccountRow>> accounts_ = {{}};
};

const LeadReader::Told& LeadReader::told(TextId text) {
  Told& told = of_text_[index(text)];
  if (told.is_read) return told;
  const std::string lower = ascii_lower(ledger_.text.text(text));
  told.is_read = true;
  told.tells_cash = !first_in(lower, cash_words).empty();
  const auto* const own = std::find(own_account_words.begin(), own_account_words.end(),
                                    first_in(lower, own_account_words));
  if (own != own_account_words.end()) {
    told.own_words = static_cast<std::uint8_t>(own - own_account_words.begin() + 1);
  }
  return told;
}

bool LeadReader::is_cash(LegRow leg) {
  const LegTextIds& ids = ledger_.text.ids(index(leg));
  if (ids.counterparty_account != TextId{}) return false;
  if (!told(ids.description).tells_cash && !told(ids.counterparty_name).tells_cash) return false;
  const LegText text = ledger_.text[index(leg)];
  const std::string lower =
      ascii_lower(std::string(text.description) + " " + std::string(text.counterparty_name));
  return !first_in(lower, cash_words).empty() && first_in(lower, no_cash_words).empty();
}

bool LeadReader::is_own_name(TextId name, AccountRow own) {
  if (name == TextId{}) return false;
  Told& told = of_text_[index(name)];
  if (!told.is_name_read) {
    told.is_name_read = true;
    std::vector<AccountRow> accounts = names_.accounts(party_key(ledger_.text.text(name)));
    if (!accounts.empty()) {
      told.accounts = static_cast<std::uint32_t>(accounts_.size());
      accounts_.push_back(std::move(accounts));
    }
  }
  const std::vector<AccountRow>& accounts = accounts_[told.accounts];
  return std::binary_search(accounts.begin(), accounts.end(), own);
}

std::optional<Lead> LeadReader::lead_of(LegRow leg) {
  const std::size_t i = index(leg);
  const std::uint32_t number = named_[i];
  if (number < names_unheld_account) return std::nullopt;
  const LegTextIds& ids = ledger_.text.ids(i);
  const bool is_own = is_own_name(ids.counterparty_name, ledger_.account[i]);
  const std::uint8_t words = is_own ? 0 : told(ids.description).own_words;
  if (!is_own && words == 0) return std::nullopt;
  std::string why = ledger_.amount_minor[i] < 0 ? "money went to " : "money came from ";
  why += number == names_unheld_account ? "an account of which no statement is held"
                                        : "an account that it does not name";
  why += is_own ? ", in the name of this account's holder"
                : "; its words are " + quoted(own_account_words.at(words - 1));
  return Lead{leg, std::string(ledger_.text.text(ids.counterparty_account)), std::move(why)};
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
  LeadReader reader(ledger, named, names);
  std::vector<LegRow> cash;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] != LegState::open || ledger.amount_minor[i] == 0) continue;
    const auto leg = static_cast<LegRow>(i);
    if (reader.is_cash(leg)) {
      cash.push_back(leg);
    } else if (auto lead = reader.lead_of(leg)) {
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
