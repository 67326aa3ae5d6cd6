// entry.hpp: makes an entry of one record of an OFX statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ofx/element.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// What an entry takes from the statement in which it stands.
struct OfxStatementHead {
  const OfxElement* element = nullptr;  ///< STMTRS, CCSTMTRS or INVSTMTRS.
  std::string account;
  std::optional<Error> account_fault;   ///< Spoils every entry.
  std::optional<Currency> currency;     ///< Of the account.
  std::optional<Error> currency_fault;  ///< Spoils every entry that names no currency of its own.
  std::uint32_t number = 0;             ///< Of the statement, from 1.

  [[nodiscard]] std::string_view currency_code() const {
    return currency ? currency->code() : std::string_view();
  }
};

/// `error` in the value `leaf` of `parent`: its field, its line, and that it is missing where it
/// is.
[[nodiscard]] Error ofx_error_at(const OfxElement& parent, std::string_view leaf, Error error);

/// `result`, whose error, where it is one, is in the value `leaf` of `parent`.
template <typename T>
Result<T> in_ofx_value(const OfxElement& parent, std::string_view leaf, Result<T> result) {
  if (result) return result;
  return ofx_error_at(parent, leaf, std::move(result).error());
}

/// Reads a STMTTRN.
///
///   Errors  those of the values, with line and field; contradiction where a value that stands once
///           in an entry stands twice.
Result<Transaction> read_ofx_entry(const OfxElement& element, const OfxStatementHead& statement);

}  // namespace recoup
