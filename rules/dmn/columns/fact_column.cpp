#include <limits>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/dmn/columns.hpp"

namespace recoup {

FactColumn::FactColumn(std::string name, Kind kind, int decimals)
    : name_(std::move(name)), kind_(kind), decimals_(decimals) {
  RECOUP_CHECK(decimals >= 0 && decimals <= decimals_max);
}

void FactColumn::add_present() {
  null_.add(false);
  missing_.add(false);
}

void FactColumn::add_gap(bool is_null) {
  switch (kind_) {
    case Kind::number: numbers_.push_back(0); break;
    case Kind::date: days_.push_back(0); break;
    case Kind::truth: truths_.add(false); break;
    case Kind::text: codes_.push_back(0); break;
  }
  null_.add(is_null);
  missing_.add(!is_null);
}

void FactColumn::add_number(std::int64_t scaled) {
  RECOUP_CHECK(kind_ == Kind::number);
  numbers_.push_back(scaled);
  add_present();
}

void FactColumn::add_date(Date date) {
  RECOUP_CHECK(kind_ == Kind::date);
  const auto days = date.time_since_epoch().count();
  RECOUP_CHECK(days >= std::numeric_limits<std::int32_t>::min() &&
               days <= std::numeric_limits<std::int32_t>::max());
  days_.push_back(static_cast<std::int32_t>(days));
  add_present();
}

void FactColumn::add_truth(bool truth) {
  RECOUP_CHECK(kind_ == Kind::truth);
  truths_.add(truth);
  add_present();
}

void FactColumn::add_text(std::string_view text) {
  RECOUP_CHECK(kind_ == Kind::text);
  const auto [entry, is_new] =
      code_of_.try_emplace(std::string(text), static_cast<std::uint32_t>(dictionary_.size()));
  if (is_new) dictionary_.emplace_back(text);
  codes_.push_back(entry->second);
  add_present();
}

bool FactColumn::add(const Value& value) {
  if (const Null* null = value.as<Null>()) {
    if (!null->errors.empty()) return false;
    add_gap(null->missing.empty());
    return true;
  }
  if (const auto* number = value.as<Decimal>(); number != nullptr && kind_ == Kind::number) {
    const auto scaled = number->minor_units(decimals_);
    if (!scaled || *scaled > std::numeric_limits<std::int64_t>::max() ||
        *scaled < std::numeric_limits<std::int64_t>::min()) {
      return false;
    }
    add_number(static_cast<std::int64_t>(*scaled));
    return true;
  }
  if (const auto* day = value.as<FeelDate>(); day != nullptr && kind_ == Kind::date) {
    const auto date = calendar_date(*day);
    if (date) add_date(*date);
    return date.has_value();
  }
  if (const auto* truth = value.as<bool>(); truth != nullptr && kind_ == Kind::truth) {
    add_truth(*truth);
    return true;
  }
  const auto* text = value.as<std::string>();
  if (text == nullptr || kind_ != Kind::text) return false;
  add_text(*text);
  return true;
}

Value FactColumn::value(std::size_t row) const {
  if (missing_.at(row)) return Value::missing(name_);
  if (null_.at(row)) return Value();
  switch (kind_) {
    case Kind::number: return Value(Decimal::scaled(numbers_[row], decimals_).value);
    case Kind::date: return Value(Date(std::chrono::days(days_[row])));
    case Kind::truth: return Value(truths_.at(row));
    case Kind::text: return Value(dictionary_[codes_[row]]);
  }
  RECOUP_CHECK(false);
  return Value();
}

Result<FactColumns> FactColumns::of(std::vector<FactColumn> columns) {
  FactColumns facts;
  facts.rows_ = columns.empty() ? 0 : columns.front().size();
  for (const FactColumn& column : columns) {
    if (column.size() != facts.rows_) {
      return Error{ErrorCode::contradiction,
                   std::to_string(column.size()) + " rows in " + quoted(column.name()),
                   std::to_string(facts.rows_) + ", as many as in the other columns",
                   {}};
    }
    for (const FactColumn& other : columns) {
      if (&other == &column) break;
      if (other.name() != column.name()) continue;
      return Error{
          ErrorCode::contradiction, quoted(column.name()) + " twice", "one column a name", {}};
    }
  }
  facts.columns_ = std::move(columns);
  return facts;
}

std::optional<std::size_t> FactColumns::find(std::string_view name) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name() == name) return i;
  }
  return std::nullopt;
}

Context FactColumns::row(std::size_t row) const {
  Context facts;
  for (const FactColumn& column : columns_) {
    facts.entries.push_back({column.name(), column.value(row)});
  }
  return facts;
}

}  // namespace recoup
