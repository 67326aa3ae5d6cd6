// builders.hpp: statements written tersely, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/records/statement.hpp"

namespace recoup {

/// A document's digest that a test can tell from others: all zeros but for `number` in front.
inline Digest digest_numbered(std::uint8_t number) {
  Digest digest;
  digest.bytes[0] = number;
  return digest;
}

/// Writes one account's statement line by line. Entries are a day apart unless `on` says when.
///
/// Example
///   StatementBuilder("A").credit("1000.00", "victim").debit("600.00", "shop").entries();
class StatementBuilder {
 public:
  explicit StatementBuilder(std::string account, Currency currency = gbp)
      : account_(std::move(account)), currency_(currency) {}

  /// Books the entries that follow at `time`; each `on` holds until the next one.
  StatementBuilder& on(std::string_view time) {
    fixed_ = true;
    time_ = BookingTime::parse(time).value();
    return *this;
  }
  /// `other` is the counterparty's account as the statement names it.
  StatementBuilder& credit(std::string_view amount, std::string other = "") {
    return add(Money::parse_plain(amount, currency_).value(), std::move(other));
  }
  StatementBuilder& debit(std::string_view amount, std::string other = "") {
    const Money paid = Money::parse_plain(amount, currency_).value();
    return add(Money(-paid.minor(), currency_), std::move(other));
  }
  /// The balance that the statement prints after the last entry.
  StatementBuilder& balance(std::string_view amount) {
    entries_.back().balance = Money::parse_plain(amount, currency_).value();
    return *this;
  }
  StatementBuilder& reference(std::string reference) {
    entries_.back().reference = std::move(reference);
    return *this;
  }

  [[nodiscard]] const std::vector<Transaction>& entries() const { return entries_; }
  [[nodiscard]] StatementPart part(Digest document) const {
    return {account_, document, entries_, {}};
  }

 private:
  StatementBuilder& add(Money amount, std::string other) {
    Transaction entry{account_, time_, amount, {}, std::move(other), "", "", "", 0};
    entry.line = entries_.size() + 2;
    entries_.push_back(std::move(entry));
    if (!fixed_) time_ = BookingTime(time_.date() + std::chrono::days(1));
    return *this;
  }

  std::string account_;
  Currency currency_;
  BookingTime time_{make_date(2025, 1, 1).value()};
  bool fixed_ = false;
  std::vector<Transaction> entries_;
};

}  // namespace recoup
