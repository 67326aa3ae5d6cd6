#include "run_writer.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Rows that are fetched while those before them are written.
constexpr std::size_t rows_ahead = 12;

}  // namespace

RunWriter::RunWriter(RunSizes sizes, TakeChunk take, std::optional<std::uint64_t> doubts_of_size)
    : sizes_(sizes), take_(std::move(take)) {
  if (doubts_of_size) doubts_.emplace(*doubts_of_size);
}

Result<void> RunWriter::check(const EntryView& entry) const {
  if (entry.line > static_cast<std::uint64_t>(INT64_MAX)) {
    return Error{ErrorCode::out_of_range,
                 std::to_string(entry.line),
                 "a line of at most 9223372036854775807",
                 {}};
  }
  const auto refuse_nul = [](std::string_view text) -> Result<void> {
    const auto at = first_nul(text);
    if (!at) return {};
    return Error{ErrorCode::malformed,
                 quoted(printable(text)),
                 "a text without a NUL byte (there is one at byte " + std::to_string(*at) + ")",
                 {}};
  };
  for (const std::string_view text :
       {entry.account, entry.counterparty_account, entry.counterparty_name, entry.description,
        entry.reference}) {
    if (auto checked = refuse_nul(text); !checked) return checked;
  }
  for (const EntryDetail& detail : entry.details) {
    if (auto checked = refuse_nul(detail.name); !checked) return checked;
    if (auto checked = refuse_nul(detail.value); !checked) return checked;
  }
  return {};
}

void RunWriter::note_currency(Currency currency) {
  if (!currencies_.empty() && currencies_.back() == currency) return;
  const auto at = std::find(currencies_.begin(), currencies_.end(), currency);
  if (at == currencies_.end()) {
    currencies_.push_back(currency);
  } else {
    std::iter_swap(at, currencies_.end() - 1);  // Found at once the next time.
  }
}

Result<void> RunWriter::add(const EntryView& entry) {
  if (auto checked = check(entry); !checked) return checked;
  Row& row = rows_.emplace_back();
  row.account = accounts_.number(entry.account);
  if (row.account >= by_account_.size()) by_account_.resize(row.account + 1);
  ++by_account_[row.account];
  row.amount = entry.amount.minor();
  row.currency = entry.amount.currency();
  note_currency(row.currency);
  if (entry.balance) {
    row.has_balance = true;
    row.balance = entry.balance->minor();
    row.balance_currency = entry.balance->currency();
    note_currency(row.balance_currency);
  }
  row.micros = entry.booked_at.civil().micros;
  row.has_time = entry.booked_at.has_time();
  row.has_offset = entry.booked_at.offset_minutes().has_value();
  row.offset = entry.booked_at.offset_minutes().value_or(0);
  row.line = entry.line;
  row.statement = entry.statement;
  row.has_value_date = entry.value_date.has_value();
  if (entry.value_date) {
    row.value_day = static_cast<std::int32_t>(entry.value_date->time_since_epoch().count());
  }
  row.text_at = static_cast<std::uint32_t>(texts_.size());
  const std::array texts = {entry.counterparty_account, entry.counterparty_name, entry.description,
                            entry.reference};
  for (std::size_t i = 0; i < texts_in_row; ++i) {
    row.text_sizes[i] = static_cast<std::uint32_t>(texts[i].size());
    texts_ += texts[i];
  }
  if (!entry.details.empty()) {
    details_.emplace_back(entry.details.begin(), entry.details.end());
    row.details = static_cast<std::uint32_t>(details_.size());
  }
  ++entries_;
  if (rows_.size() < sizes_.rows_max && texts_.size() < sizes_.text_bytes_max) return {};
  return give_out();
}

std::vector<std::uint32_t> RunWriter::suspected() const {
  std::vector<std::uint32_t> suspected;
  for (std::uint32_t account = 0; doubts_ && account < accounts_.size(); ++account) {
    if (doubts_->is_suspected(account)) suspected.push_back(account);
  }
  return suspected;
}

Result<void> RunWriter::finish() { return rows_.empty() ? Result<void>() : give_out(); }

ChunkEntry RunWriter::entry_of(std::uint32_t index) const {
  const Row& row = rows_[index];
  ChunkEntry entry;
  entry.account = row.account;
  entry.position = entries_ - rows_.size() + index;
  EntryView& view = entry.view;
  view.amount = Money(row.amount, row.currency);
  if (row.has_balance) view.balance = Money(row.balance, row.balance_currency);
  const CivilTime civil{row.micros};
  view.booked_at =
      row.has_time ? BookingTime(civil, row.has_offset ? std::optional(row.offset) : std::nullopt)
                   : BookingTime(civil.date());
  view.line = row.line;
  view.statement = row.statement;
  if (row.has_value_date) view.value_date = Date(std::chrono::days(row.value_day));
  std::string_view rest = std::string_view(texts_).substr(row.text_at);
  const auto next = [&](std::size_t i) {
    const std::string_view text = rest.substr(0, row.text_sizes[i]);
    rest.remove_prefix(row.text_sizes[i]);
    return text;
  };
  view.counterparty_account = next(0);
  view.counterparty_name = next(1);
  view.description = next(2);
  view.reference = next(3);
  if (row.details > 0) view.details = details_[row.details - 1];
  return entry;
}

/// Puts the indices of the rows in the order of their accounts, keeping their order within one.
void RunWriter::sort_by_account() {
  constexpr unsigned digit_bits = 11;
  constexpr std::uint32_t digit_mask = (1U << digit_bits) - 1;
  order_.resize(rows_.size());
  order_before_.resize(rows_.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
  for (unsigned shift = 0; shift < 32 && (accounts_.size() >> shift) > 0; shift += digit_bits) {
    std::array<std::uint32_t, (1U << digit_bits) + 1> begins{};
    const auto digit_of = [&](std::uint32_t i) { return (rows_[i].account >> shift) & digit_mask; };
    for (const std::uint32_t i : order_) ++begins[digit_of(i) + 1];
    for (std::size_t d = 1; d < begins.size(); ++d) begins[d] += begins[d - 1];
    order_.swap(order_before_);
    for (const std::uint32_t i : order_before_) order_[begins[digit_of(i)]++] = i;
  }
}

Result<void> RunWriter::give_out() {
  sort_by_account();
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i + rows_ahead < order_.size()) {
      const Row& ahead = rows_[order_[i + rows_ahead]];
      __builtin_prefetch(&ahead);
      __builtin_prefetch(reinterpret_cast<const char*>(&ahead) + 64);
    }
    if (i + rows_ahead / 2 < order_.size()) {
      __builtin_prefetch(texts_.data() + rows_[order_[i + rows_ahead / 2]].text_at);
    }
    const ChunkEntry entry = entry_of(order_[i]);
    if (doubts_) doubts_->look_at(entry.account, entry.view);
    chunk_.add(entry);
    if (chunk_.size() < sizes_.chunk_bytes) continue;
    if (auto given = give_chunk(); !given) return given;
  }
  if (chunk_.rows() > 0) {
    if (auto given = give_chunk(); !given) return given;
  }
  rows_.clear();
  texts_.clear();
  details_.clear();
  ++run_;
  return {};
}

Result<void> RunWriter::give_chunk() {
  RunChunk chunk{run_, chunk_.first_account(), chunk_.last_account(), chunk_.rows(), {}};
  chunk.bytes = chunk_.take();
  return take_(chunk);
}

}  // namespace recoup
