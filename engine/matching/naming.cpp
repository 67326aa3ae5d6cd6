#include "naming.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/matching/party_name.hpp"

namespace recoup {
namespace {

/// Fewer digits of a number would be met by chance.
constexpr std::size_t ending_digits_min = 4;
constexpr std::ptrdiff_t number_digits_min = 8;

std::ptrdiff_t digits_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_digit);
}

/// The digits at the end of a number that is masked ("**** 1234", "XX1234") or lacks the bank's
/// part ("12345678"); empty where it is a whole number of another form.
std::string ending_of(std::string_view number) {
  std::size_t from = number.size();
  while (from > 0 && (is_digit(number[from - 1]) || number[from - 1] == ' ')) --from;
  std::string digits(number.substr(from));
  std::erase(digits, ' ');
  const std::string_view before = number.substr(0, from);
  const bool is_masked = !before.empty() && std::all_of(before.begin(), before.end(), [](char c) {
    return c == '*' || c == 'x' || c == 'X' || c == '.' || c == ' ' || c == '-';
  });
  const bool lacks_bank = before.empty() && digits.size() >= 6 && digits.size() <= 10;
  if (digits.size() < ending_digits_min || (!is_masked && !lacks_bank)) return {};
  return digits;
}

/// Words of a description, in which blanks and hyphens part the pieces of a number.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

Namings::Namings(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                 const KnownNames& names, const std::vector<LegState>& states)
    : ledger_(ledger), names_(names), numbers_(named), lists_(named.size(), 0) {
  for (std::size_t i = 0; i < ledger.accounts.size(); ++i) {
    std::string key = account_key(ledger.accounts[i]);
    if (digits_in(key) < number_digits_min) continue;
    std::reverse(key.begin(), key.end());
    by_ending_.emplace_back(std::move(key), static_cast<AccountRow>(i));
  }
  std::sort(by_ending_.begin(), by_ending_.end());
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (states[i] != LegState::open) continue;
    const LegTextIds& text = ledger.text.ids(i);
    if (text.counterparty_account == TextId{}) {
      numbers_[i] = number_in(text.description, ledger.account[i]);
    }
    if (numbers_[i] >= names_unheld_account) lists_[i] = list_of_leg(i);
  }
  lists_of_texts_ = {};
}

Namings::AccountList Namings::numbered_in(std::string_view words) const {
  AccountList found;
  if (digits_in(words) < number_digits_min) return found;
  const std::vector<std::string_view> parts = words_of(words);
  for (std::size_t from = 0; from < parts.size(); ++from) {
    const char* const begin = parts[from].data();
    for (std::size_t to = from; to < parts.size() && to < from + 3; ++to) {
      const std::string_view piece(
          begin, static_cast<std::size_t>(parts[to].data() - begin) + parts[to].size());
      if (digits_in(piece) < number_digits_min) continue;
      if (const auto account = ledger_.find_account(piece)) found.push_back(*account);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::uint32_t Namings::number_in(TextId words, AccountRow own) {
  std::uint32_t number = names_no_account;
  for (const AccountRow account : kept_lists_[list_of(Way::numbers_in_words, words)]) {
    if (account == own) continue;
    if (number != names_no_account) return names_no_account;
    number = static_cast<std::uint32_t>(index(account));
  }
  return number;
}

Namings::AccountList Namings::ending_in(std::string_view number) const {
  AccountList found;
  std::string ending = ending_of(number);
  if (ending.empty()) return found;
  std::reverse(ending.begin(), ending.end());
  auto at = std::lower_bound(
      by_ending_.begin(), by_ending_.end(), ending,
      [](const auto& each, const std::string& wanted) { return each.first < wanted; });
  for (; at != by_ending_.end() && at->first.starts_with(ending); ++at) {
    found.push_back(at->second);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::uint32_t Namings::kept(AccountList accounts) {
  if (accounts.empty()) return 0;
  const auto [at, is_new] =
      row_of_list_.try_emplace(accounts, static_cast<std::uint32_t>(kept_lists_.size()));
  if (is_new) kept_lists_.push_back(std::move(accounts));
  return at->second;
}

Namings::AccountList Namings::read(Way way, std::string_view text) const {
  switch (way) {
    case Way::number: return ending_in(text);
    case Way::name: return names_.accounts(party_key(text));
    case Way::words: return names_.accounts_in(party_key(text));
    case Way::numbers_in_words: return numbered_in(text);
  }
  return {};
}

std::uint32_t Namings::list_of(Way way, TextId text) {
  constexpr std::uint32_t unread = 0xFFFFFFFF;
  if (text == TextId{}) return 0;
  std::vector<std::uint32_t>& lists = lists_of_texts_.at(static_cast<std::size_t>(way));
  if (lists.empty()) lists.assign(ledger_.text.text_count(), unread);
  std::uint32_t& list = lists[index(text)];
  if (list == unread) list = kept(read(way, ledger_.text.text(text)));
  return list;
}

std::uint32_t Namings::list_of_leg(std::size_t leg) {
  const LegTextIds& text = ledger_.text.ids(leg);
  if (text.counterparty_account != TextId{}) return list_of(Way::number, text.counterparty_account);
  if (text.counterparty_name != TextId{}) return list_of(Way::name, text.counterparty_name);
  return list_of(Way::words, text.description);
}

Says Namings::says(LegRow leg, AccountRow other) const {
  const std::uint32_t number = numbers_[index(leg)];
  if (number == index(other)) return Says::number;
  if (number < names_unheld_account) return Says::another;
  const AccountList& list = kept_lists_[lists_[index(leg)]];
  if (std::binary_search(list.begin(), list.end(), other)) return Says::in_part;
  if (number == names_unheld_account) return Says::another;
  if (!list.empty() && !(list.size() == 1 && list[0] == ledger_.account[index(leg)])) {
    return Says::another;
  }
  if (ledger_.text.ids(index(leg)).counterparty_name == TextId{}) return Says::nothing;
  return names_.is_known(other) ? Says::unknown : Says::nothing;
}

}  // namespace recoup
