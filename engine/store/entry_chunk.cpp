#include "entry_chunk.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

constexpr std::array text_columns = {ChunkColumn::counterparty_accounts,
                                     ChunkColumn::counterparty_names, ChunkColumn::descriptions,
                                     ChunkColumn::references};

std::array<std::string_view EntryView::*, 4> text_members() {
  return {&EntryView::counterparty_account, &EntryView::counterparty_name, &EntryView::description,
          &EntryView::reference};
}

bool is_wide(Int128 value) { return value < INT64_MIN || value > INT64_MAX; }

std::uint32_t shape_of(const EntryView& view) {
  std::uint32_t shape = 0;
  if (view.booked_at.has_time()) shape |= EntryShape::has_time;
  if (view.booked_at.offset_minutes()) shape |= EntryShape::has_offset;
  if (is_wide(view.amount.minor())) shape |= EntryShape::wide_amount;
  if (view.balance) {
    shape |= EntryShape::has_balance;
    if (view.balance->currency() != view.amount.currency()) shape |= EntryShape::other_currency;
    if (is_wide(view.balance->minor())) shape |= EntryShape::wide_balance;
  }
  if (view.statement != 0) shape |= EntryShape::has_statement;
  if (view.value_date) shape |= EntryShape::has_value_date;
  if (!view.details.empty()) shape |= EntryShape::has_details;
  return shape;
}

void write_wide(ByteWriter& out, Int128 value) {
  __extension__ using Bits = unsigned __int128;
  const auto bits = static_cast<Bits>(value);
  out.count(static_cast<std::uint64_t>(bits >> 64U)).count(static_cast<std::uint64_t>(bits));
}

Int128 read_wide(ByteReader& in) {
  __extension__ using Bits = unsigned __int128;
  const Bits high = in.count();
  return static_cast<Int128>((high << 64U) | in.count());
}

std::int64_t signed_of(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }
std::uint64_t bits_of(Int128 value) { return static_cast<std::uint64_t>(value); }

std::int64_t day_of(const BookingTime& time) {
  return time.civil().date().time_since_epoch().count();
}

}  // namespace

void ChunkWriter::add(const ChunkEntry& entry) {
  const std::uint32_t shape = shape_of(entry.view);
  add_place(entry);
  if (shape_.rows > 0 && shape_.value != shape) {
    column(ChunkColumn::shapes).count(shape_.value).count(std::exchange(shape_.rows, 0));
  }
  shape_.value = shape;
  ++shape_.rows;
  add_time(entry.view, shape);
  add_money(entry, shape);
  add_rest(entry.view, shape);
  ++rows_;
}

void ChunkWriter::add_place(const ChunkEntry& entry) {
  if (rows_ == 0) {
    first_account_ = entry.account;
    account_ = entry.account;
  }
  if (entry.account != account_) {
    column(ChunkColumn::accounts).count(account_ - account_before_).count(account_rows_);
    account_before_ = std::exchange(account_, entry.account);
    account_rows_ = 0;
  }
  const std::uint64_t base = account_rows_ == 0 ? 0 : position_;
  column(ChunkColumn::positions).count(entry.position - base);
  position_ = entry.position;
  ++account_rows_;
  const std::uint64_t beyond = entry.view.line - entry.position;
  column(ChunkColumn::lines).number(signed_of(beyond - line_beyond_position_));
  line_beyond_position_ = beyond;
}

void ChunkWriter::add_time(const EntryView& view, std::uint32_t shape) {
  ByteWriter& out = column(ChunkColumn::times);
  const std::int64_t day = day_of(view.booked_at);
  out.number(day - std::exchange(day_, day));
  if ((shape & EntryShape::has_time) != 0) {
    out.count(static_cast<std::uint64_t>(view.booked_at.civil().micros_of_day()));
  }
  if ((shape & EntryShape::has_offset) != 0) out.number(*view.booked_at.offset_minutes());
}

void ChunkWriter::add_money(const ChunkEntry& entry, std::uint32_t shape) {
  const Money& amount = entry.view.amount;
  const Currency currency = amount.currency();
  if (currency_rows_ > 0 && currency != currency_) {
    column(ChunkColumn::currencies).text(currency_.code()).count(std::exchange(currency_rows_, 0));
  }
  currency_ = currency;
  ++currency_rows_;
  if ((shape & EntryShape::wide_amount) != 0) {
    write_wide(column(ChunkColumn::amounts), amount.minor());
  } else {
    column(ChunkColumn::amounts).number(static_cast<std::int64_t>(amount.minor()));
  }
  if ((shape & EntryShape::has_balance) == 0) return;
  const Money& balance = *entry.view.balance;
  const Currency other = balance.currency();
  ByteWriter& out = column(ChunkColumn::balances);
  if ((shape & EntryShape::other_currency) != 0) out.text(other.code());
  const std::uint64_t minor = bits_of(balance.minor());
  if ((shape & EntryShape::wide_balance) != 0) {
    write_wide(out, balance.minor());
  } else {
    const auto expected = balance_.after(entry.account, other, bits_of(amount.minor()));
    out.number(signed_of(minor - expected));
  }
  balance_ = {entry.account, other, minor};
}

void ChunkWriter::add_rest(const EntryView& view, std::uint32_t shape) {
  const auto members = text_members();
  for (std::size_t i = 0; i < text_columns.size(); ++i) {
    column(text_columns[i]).text(view.*members[i]);
  }
  if ((shape & EntryShape::has_statement) != 0) {
    column(ChunkColumn::statements).count(view.statement);
  }
  if ((shape & EntryShape::has_value_date) != 0) {
    column(ChunkColumn::value_dates).number(view.value_date->time_since_epoch().count() - day_);
  }
  if ((shape & EntryShape::has_details) == 0) return;
  ByteWriter& out = column(ChunkColumn::details);
  out.count(view.details.size());
  for (const EntryDetail& detail : view.details) out.text(detail.name).text(detail.value);
}

std::size_t ChunkWriter::size() const {
  std::size_t size = 0;
  for (const ByteWriter& column : columns_) size += column.size();
  return size;
}

std::string_view ChunkWriter::take() {
  RECOUP_CHECK(rows_ > 0);
  column(ChunkColumn::accounts).count(account_ - account_before_).count(account_rows_);
  column(ChunkColumn::shapes).count(shape_.value).count(shape_.rows);
  column(ChunkColumn::currencies).text(currency_.code()).count(currency_rows_);
  ByteWriter out(std::move(chunk_));
  for (ByteWriter& column : columns_) {
    out.text(column.bytes());
    column.clear();
  }
  chunk_ = out.take();
  rows_ = 0;
  account_before_ = 0;
  account_rows_ = 0;
  line_beyond_position_ = 0;
  day_ = 0;
  shape_ = {};
  currency_rows_ = 0;
  balance_ = {};
  return chunk_;
}

ChunkReader::ChunkReader(std::string_view bytes) {
  ByteReader all(bytes);
  for (std::size_t i = 0; i < chunk_columns; ++i) columns_.emplace_back(all.text());
  is_broken_ = all.is_broken() || !all.is_at_end();
}

bool ChunkReader::next(ChunkEntry& entry) {
  if (is_broken_) return false;
  if (!next_account(entry)) {
    check_end();
    return false;
  }
  const std::uint32_t shape = next_shape();
  read_time(entry, shape);
  read_money(entry, shape);
  read_rest(entry, shape);
  for (const ByteReader& column : columns_) is_broken_ = is_broken_ || column.is_broken();
  return !is_broken_;
}

/// A chunk whose columns do not all end with its last entry is none.
void ChunkReader::check_end() {
  for (const ByteReader& column : columns_) {
    is_broken_ = is_broken_ || column.is_broken() || !column.is_at_end();
  }
  is_broken_ = is_broken_ || shape_rows_ > 0 || currency_rows_ > 0;
}

bool ChunkReader::next_account(ChunkEntry& entry) {
  std::uint64_t base = position_;
  if (account_rows_ == 0) {
    ByteReader& in = column(ChunkColumn::accounts);
    if (in.is_at_end()) return false;
    const std::uint64_t beyond = in.count();
    account_rows_ = in.count();
    if (account_rows_ == 0 || (beyond == 0 && !is_first_) || beyond > UINT32_MAX - account_) {
      is_broken_ = true;
      return false;
    }
    account_ += static_cast<std::uint32_t>(beyond);
    is_first_ = false;
    base = 0;
  }
  --account_rows_;
  position_ = base + column(ChunkColumn::positions).count();
  line_beyond_position_ += static_cast<std::uint64_t>(column(ChunkColumn::lines).number());
  entry.account = account_;
  entry.position = position_;
  entry.view.line = position_ + line_beyond_position_;
  return true;
}

std::uint32_t ChunkReader::next_shape() {
  if (shape_rows_ == 0) {
    shape_ = column(ChunkColumn::shapes).count();
    shape_rows_ = column(ChunkColumn::shapes).count();
    if (shape_ > EntryShape::all || shape_rows_ == 0) {
      is_broken_ = true;
      return 0;
    }
  }
  --shape_rows_;
  return static_cast<std::uint32_t>(shape_);
}

Currency ChunkReader::read_currency(ByteReader& in) {
  const auto currency = Currency::parse(in.text());
  if (!currency) is_broken_ = true;
  return currency ? currency.value() : gbp;
}

Currency ChunkReader::next_currency() {
  if (currency_rows_ == 0) {
    ByteReader& in = column(ChunkColumn::currencies);
    currency_ = read_currency(in);
    currency_rows_ = in.count();
    if (currency_rows_ == 0) {
      is_broken_ = true;
      return currency_;
    }
  }
  --currency_rows_;
  return currency_;
}

void ChunkReader::read_time(ChunkEntry& entry, std::uint32_t shape) {
  // Years 1 to 9999.
  constexpr std::int64_t day_min = -719162;
  constexpr std::int64_t day_max = 2932896;
  ByteReader& in = column(ChunkColumn::times);
  const std::int64_t beyond = in.number();
  if (beyond < day_min - day_max || beyond > day_max - day_min) is_broken_ = true;
  if (!is_broken_) day_ += beyond;
  if (day_ < day_min || day_ > day_max) is_broken_ = true;
  if (is_broken_) return;
  const Date date{std::chrono::days(day_)};
  entry.view.booked_at = BookingTime(date);
  if ((shape & EntryShape::has_time) == 0) {
    is_broken_ = is_broken_ || (shape & EntryShape::has_offset) != 0;
    return;
  }
  const std::uint64_t micros = in.count();
  if (micros >= static_cast<std::uint64_t>(micros_per_day)) {
    is_broken_ = true;
    return;
  }
  const CivilTime civil{midnight(date).micros + static_cast<std::int64_t>(micros)};
  std::optional<std::int16_t> offset;
  if ((shape & EntryShape::has_offset) != 0) {
    const std::int64_t minutes = in.number();
    if (minutes < INT16_MIN || minutes > INT16_MAX) is_broken_ = true;
    offset = static_cast<std::int16_t>(minutes);
  }
  entry.view.booked_at = BookingTime(civil, offset);
}

void ChunkReader::read_money(ChunkEntry& entry, std::uint32_t shape) {
  const Currency currency = next_currency();
  ByteReader& amounts = column(ChunkColumn::amounts);
  const Int128 amount =
      (shape & EntryShape::wide_amount) != 0 ? read_wide(amounts) : Int128{amounts.number()};
  entry.view.amount = Money(amount, currency);
  entry.view.balance.reset();
  if ((shape & EntryShape::has_balance) == 0) return;
  ByteReader& in = column(ChunkColumn::balances);
  const Currency other = (shape & EntryShape::other_currency) != 0 ? read_currency(in) : currency;
  Int128 balance = 0;
  if ((shape & EntryShape::wide_balance) != 0) {
    balance = read_wide(in);
  } else {
    const std::uint64_t expected = balance_.after(entry.account, other, bits_of(amount));
    balance = signed_of(expected + static_cast<std::uint64_t>(in.number()));
  }
  balance_ = {entry.account, other, bits_of(balance)};
  entry.view.balance = Money(balance, other);
}

void ChunkReader::read_rest(ChunkEntry& entry, std::uint32_t shape) {
  const auto members = text_members();
  for (std::size_t i = 0; i < text_columns.size(); ++i) {
    entry.view.*members[i] = column(text_columns[i]).text();
  }
  entry.view.statement = 0;
  if ((shape & EntryShape::has_statement) != 0) {
    const std::uint64_t number = column(ChunkColumn::statements).count();
    if (number > UINT32_MAX) is_broken_ = true;
    entry.view.statement = static_cast<std::uint32_t>(number);
  }
  entry.view.value_date.reset();
  if ((shape & EntryShape::has_value_date) != 0) {
    constexpr std::int64_t far = 4000000;
    const std::int64_t beyond = column(ChunkColumn::value_dates).number();
    if (beyond < -far || beyond > far) {
      is_broken_ = true;
    } else {
      entry.view.value_date = Date(std::chrono::days(day_ + beyond));
    }
  }
  details_.clear();
  if ((shape & EntryShape::has_details) != 0) {
    ByteReader& in = column(ChunkColumn::details);
    for (std::uint64_t left = in.count(); left > 0 && !in.is_broken(); --left) {
      const std::string_view name = in.text();
      details_.push_back({std::string(name), std::string(in.text())});
    }
  }
  entry.view.details = details_;
}

}  // namespace recoup
