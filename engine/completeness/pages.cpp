#include "pages.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Date day_of(const Transaction* entry) { return entry->booked_at.date(); }

std::optional<Currency> currency_of(const Statement& statement) {
  if (statement.currency) return statement.currency;
  if (statement.opening) return statement.opening->currency();
  if (statement.closing) return statement.closing->currency();
  return std::nullopt;
}

std::uint32_t number_in_document(const StatementPart& part, std::size_t i) {
  if (i < part.statement_numbers.size()) return part.statement_numbers[i];
  return static_cast<std::uint32_t>(i + 1);
}

/// Entries of the part by the statement and the currency to which they belong; 0 stands for none.
using EntriesByPage = std::map<std::pair<std::uint32_t, Currency>, std::vector<const Transaction*>>;

EntriesByPage entries_by_page(const StatementPart& part) {
  std::set<std::uint32_t> known;
  for (std::size_t i = 0; i < part.statements.size(); ++i)
    known.insert(number_in_document(part, i));
  // An importer that delimits one statement need not say to which its entries belong.
  const std::uint32_t only = known.size() == 1 ? *known.begin() : 0;
  EntriesByPage entries;
  for (const Transaction& entry : part.entries) {
    const std::uint32_t number = known.contains(entry.statement) ? entry.statement : only;
    entries[{number, entry.amount.currency()}].push_back(&entry);
  }
  return entries;
}

/// The currency of the statement's entries; of several the first by code.
std::optional<Currency> first_currency(const EntriesByPage& entries, std::uint32_t number) {
  const auto at = std::find_if(entries.begin(), entries.end(),
                               [&](const auto& each) { return each.first.first == number; });
  return at == entries.end() ? std::nullopt : std::optional(at->first.second);
}

/// Takes the balances that belong to no statement into the one that is implied.
void take_balances(const StatementPart& part, StatementPage& page) {
  Statement& claims = page.claims;
  for (const StatementBalance& balance : part.balances) {
    if (balance.amount.currency() != page.currency) continue;
    const bool is_after_all = page.entries.empty() || balance.date >= day_of(page.entries.back());
    if (balance.kind == StatementBalance::Kind::opening && !claims.opening) {
      claims.opening = balance.amount;
      claims.opening_date = balance.date;
    }
    if (balance.kind == StatementBalance::Kind::closing && is_after_all) {
      claims.closing = balance.amount;
      claims.closing_date = balance.date;
    }
  }
}

/// A balance in another currency than the statement's says nothing about its entries.
void keep_currency(StatementPage& page) {
  for (std::optional<Money>* balance : {&page.claims.opening, &page.claims.closing}) {
    if (*balance && (*balance)->currency() != page.currency) *balance = std::nullopt;
  }
}

std::uint64_t first_line(const StatementPart& part, const StatementPage& page) {
  if (!page.entries.empty()) return page.entries.front()->line;
  for (const StatementBalance& balance : part.balances) {
    if (balance.amount.currency() == page.currency) return balance.line;
  }
  return 0;
}

/// Where each page is carried on, by the places of both in the list.
class Continuations {
 public:
  explicit Continuations(const std::vector<StatementPage>& pages) : pages_(pages) {
    next_.assign(pages.size(), std::nullopt);
    claimed_.assign(pages.size(), false);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (!pages[i].claims.closing_is_intermediate) continue;
      next_[i] = following(i);
      if (next_[i]) claimed_[*next_[i]] = true;
    }
  }

  [[nodiscard]] std::optional<std::size_t> next(std::size_t i) const { return next_[i]; }
  [[nodiscard]] bool carries_on(std::size_t i) const { return claimed_[i]; }

 private:
  [[nodiscard]] bool may_follow(std::size_t i, std::size_t j) const {
    const StatementPage& page = pages_[i];
    const StatementPage& other = pages_[j];
    if (claimed_[j] || !other.claims.opening_is_intermediate || leads_to(j, i)) return false;
    if (page.account != other.account || page.currency != other.currency) return false;
    const auto number = statement_sequence(page.claims.number);
    const auto other_number = statement_sequence(other.claims.number);
    return !number || !other_number || *number == *other_number;
  }

  [[nodiscard]] bool leads_to(std::size_t from, std::size_t wanted) const {
    for (std::optional<std::size_t> at = from; at; at = next_[*at]) {
      if (*at == wanted) return true;
    }
    return false;
  }

  // Within a document the next page follows, whatever its balance says; among documents only a
  // balance that carries on shows it.
  [[nodiscard]] std::optional<std::size_t> following(std::size_t i) const {
    if (i + 1 < pages_.size() && pages_[i + 1].document == pages_[i].document &&
        may_follow(i, i + 1)) {
      return i + 1;
    }
    for (std::size_t j = 0; j < pages_.size(); ++j) {
      if (!may_follow(i, j) || pages_[j].document == pages_[i].document) continue;
      if (pages_[j].claims.opening && pages_[j].claims.opening == pages_[i].claims.closing) {
        return j;
      }
    }
    return std::nullopt;
  }

  const std::vector<StatementPage>& pages_;
  std::vector<std::optional<std::size_t>> next_;
  std::vector<bool> claimed_;
};

}  // namespace

std::optional<std::uint64_t> statement_sequence(const std::string& number) {
  const std::string_view front = std::string_view(number).substr(0, number.find('/'));
  const std::string_view digits = trimmed(front);
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size() || digits.empty()) {
    return std::nullopt;
  }
  return value;
}

std::vector<StatementPage> pages_of(const StatementPart& part, const std::string& account) {
  EntriesByPage entries = entries_by_page(part);
  std::vector<StatementPage> pages;
  for (std::size_t i = 0; i < part.statements.size(); ++i) {
    const Statement& statement = part.statements[i];
    const std::uint32_t number = number_in_document(part, i);
    std::optional<Currency> currency = currency_of(statement);
    if (!currency) currency = first_currency(entries, number);
    if (!currency) continue;
    StatementPage page{account, *currency, part.document, statement, {}};
    keep_currency(page);
    if (auto own = entries.extract({number, *currency})) page.entries = std::move(own.mapped());
    pages.push_back(std::move(page));
  }
  std::set<Currency> implied;
  for (const auto& [key, list] : entries) implied.insert(key.second);
  if (part.statements.empty()) {
    for (const StatementBalance& balance : part.balances) {
      implied.insert(balance.amount.currency());
    }
  }
  for (const Currency currency : implied) {
    StatementPage page{account, currency, part.document, {}, {}};
    page.claims.account = part.account;
    for (auto& [key, list] : entries) {
      if (key.second != currency) continue;
      page.entries.insert(page.entries.end(), list.begin(), list.end());
    }
    if (part.statements.empty()) take_balances(part, page);
    page.claims.line = first_line(part, page);
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<std::vector<StatementPage>> joined_pages(std::vector<StatementPage> pages) {
  std::stable_sort(pages.begin(), pages.end(), [](const StatementPage& a, const StatementPage& b) {
    return std::tie(a.account, a.currency, a.document, a.claims.line) <
           std::tie(b.account, b.currency, b.document, b.claims.line);
  });
  const Continuations continuations(pages);
  std::vector<std::vector<StatementPage>> joined;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (continuations.carries_on(i)) continue;
    std::vector<StatementPage> statement;
    for (std::optional<std::size_t> at = i; at; at = continuations.next(*at)) {
      statement.push_back(pages[*at]);
    }
    joined.push_back(std::move(statement));
  }
  return joined;
}

}  // namespace recoup
