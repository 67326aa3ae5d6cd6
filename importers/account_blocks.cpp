#include "account_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

bool earlier(const Transaction& one, const Transaction& other) {
  return one.booked_at.order_key() < other.booked_at.order_key();
}

Date first_day(const AccountBlock& block) {
  return std::min_element(block.entries.begin(), block.entries.end(), earlier)->booked_at.date();
}

Date last_day(const AccountBlock& block) {
  return std::max_element(block.entries.begin(), block.entries.end(), earlier)->booked_at.date();
}

/// Puts the blocks at `places`, all of one account, into the order of their days where that order
/// is certain.
void order_blocks(std::vector<AccountBlock>& blocks, const std::vector<std::size_t>& places,
                  std::vector<std::string>& notes) {
  std::vector<std::size_t> by_day = places;
  std::stable_sort(by_day.begin(), by_day.end(), [&](std::size_t one, std::size_t other) {
    return first_day(blocks[one]) < first_day(blocks[other]);
  });
  if (by_day == places) return;
  const std::string account = printable(quoted(blocks[places.front()].account));
  for (std::size_t i = 0; i + 1 < by_day.size(); ++i) {
    if (last_day(blocks[by_day[i]]) < first_day(blocks[by_day[i + 1]])) continue;
    notes.push_back("the statements of " + account +
                    " overlap and do not stand in the order of their days; their order was kept");
    return;
  }
  std::vector<AccountBlock> ordered;
  for (const std::size_t place : by_day) ordered.push_back(std::move(blocks[place]));
  for (std::size_t i = 0; i < places.size(); ++i) blocks[places[i]] = std::move(ordered[i]);
  notes.push_back("the statements of " + account +
                  " do not stand in the order of their days; the earliest was put first");
}

}  // namespace

bool put_oldest_first(std::vector<Transaction>& entries, std::string_view statement,
                      std::vector<std::string>& notes) {
  if (std::is_sorted(entries.begin(), entries.end(), earlier)) return false;
  if (std::is_sorted(entries.rbegin(), entries.rend(), earlier)) {
    std::reverse(entries.begin(), entries.end());
    notes.push_back("the entries of " + std::string(statement) +
                    " stand newest first; they were turned round");
    return true;
  }
  notes.push_back("the entries of " + std::string(statement) +
                  " do not stand in the order of their dates; their order was kept");
  return false;
}

void place_blocks(std::vector<AccountBlock> blocks, Import& import) {
  std::map<std::string, std::vector<std::size_t>> places;
  std::size_t entries = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    entries += blocks[i].entries.size();
    if (!blocks[i].entries.empty()) places[blocks[i].account].push_back(i);
  }
  for (const auto& [account, of_account] : places) order_blocks(blocks, of_account, import.notes);
  if (blocks.size() == 1 && import.transactions.empty()) {
    import.transactions = std::move(blocks.front().entries);
    return;
  }
  import.transactions.reserve(import.transactions.size() + entries);
  for (AccountBlock& block : blocks) {
    std::move(block.entries.begin(), block.entries.end(), std::back_inserter(import.transactions));
  }
}

std::string name_for_unnamed(const Document& document, const ImportOptions& options,
                             std::size_t earlier_ones, std::vector<std::string>& notes) {
  if (!options.account.empty()) {
    notes.push_back("the document names no account; it is " + printable(quoted(options.account)) +
                    ", as --account says");
    return options.account;
  }
  std::string name = "unnamed account " + document.digest.short_text();
  if (earlier_ones > 0) name += " (" + std::to_string(earlier_ones + 1) + ")";
  notes.push_back("the document names no account; it is called " + quoted(name) +
                  " until --account gives it a name");
  return name;
}

Result<Currency> assumed_currency(const Document& document, const ImportOptions& options,
                                  Currency otherwise, std::vector<std::string>& notes) {
  if (options.currency.empty()) {
    notes.push_back("the document names no currency; " + std::string(otherwise.code()) +
                    " was assumed, --currency names another");
    return otherwise;
  }
  auto currency = Currency::parse(options.currency);
  if (!currency) {
    Error error = placed(in_field("currency", std::move(currency).error()), document.name);
    error.code = ErrorCode::usage;
    return error;
  }
  notes.push_back("the document names no currency; it is " + options.currency +
                  ", as --currency says");
  return currency;
}

}  // namespace recoup
