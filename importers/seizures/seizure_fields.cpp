#include "seizures/seizure_fields.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/records/legal_step.hpp"

namespace recoup {
namespace {

Error malformed(std::string_view found, std::string expected) {
  return Error{ErrorCode::malformed, quoted(found), std::move(expected), {}};
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Digits, perhaps with a point and at most `decimals_max` decimals.
bool is_plain_decimal(std::string_view text, std::size_t decimals_max) {
  const std::size_t point = text.find('.');
  if (!all_digits(text.substr(0, point))) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view decimals = text.substr(point + 1);
  return all_digits(decimals) && decimals.size() <= decimals_max;
}

Result<NoteCount> parse_note(std::string_view text, Currency currency) {
  const std::size_t at = text.find('x');
  if (at == std::string_view::npos) return malformed(text, "DENOMINATIONxCOUNT, such as 20.00x150");
  RECOUP_TRY(denomination, Money::parse_plain(text.substr(0, at), currency));
  if (denomination.minor() <= 0) return malformed(text, "a denomination above zero");
  const std::string_view digits = text.substr(at + 1);
  const auto count = all_digits(digits) ? parse_int128(digits) : std::nullopt;
  if (!count || *count <= 0 || *count > std::numeric_limits<std::int64_t>::max()) {
    return malformed(text, "a count of notes above zero behind the x");
  }
  return NoteCount{denomination, static_cast<std::int64_t>(*count)};
}

Result<SeizureOrder> parse_order(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const std::string_view kind = text.substr(0, blank);
  const auto known = parse_step_kind(kind);
  if (!known || !is_about_seizure(*known)) {
    return malformed(kind,
                     "detention, freezing, forfeiture, forfeiture-notice, objection, or another "
                     "step about a seizure that the documentation lists");
  }
  if (blank == std::string_view::npos) return malformed(text, "when it was made, behind a blank");
  const std::string_view period = text.substr(blank + 1);
  const std::size_t dots = period.find("..");
  RECOUP_TRY(made, BookingTime::parse(period.substr(0, dots)));
  SeizureOrder order{std::string(kind), made, std::nullopt};
  if (dots == std::string_view::npos) return order;
  RECOUP_TRY(until, parse_date(period.substr(dots + 2)));
  if (until < made.date())
    return malformed(text, "an order that ends on or after the day it was made");
  order.until = until;
  return order;
}

}  // namespace

Result<SeizureKind> parse_seizure_kind(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, SeizureKind>, 6> kinds = {{
      {"cash", SeizureKind::cash},
      {"account", SeizureKind::account},
      {"listed-asset", SeizureKind::listed_asset},
      {"cryptoasset", SeizureKind::cryptoasset},
      {"drugs", SeizureKind::drugs},
      {"other", SeizureKind::other},
  }};
  for (const auto& [name, kind] : kinds) {
    if (name == text) return kind;
  }
  return malformed(text, "cash, account, listed-asset, cryptoasset, drugs or other");
}

Result<std::vector<NoteCount>> parse_notes(std::string_view text, Currency currency) {
  std::vector<NoteCount> notes;
  for (const std::string_view part : split(text, ';')) {
    RECOUP_TRY(note, parse_note(part, currency));
    notes.push_back(note);
  }
  return notes;
}

Result<Money> total(const std::vector<NoteCount>& notes) {
  RECOUP_CHECK(!notes.empty());
  Money sum(0, notes.front().denomination.currency());
  for (const NoteCount& note : notes) {
    const auto minor = checked_multiply(note.denomination.minor(), note.count);
    if (!minor) {
      return Error{ErrorCode::out_of_range,
                   note.denomination.text() + " x " + text(note.count),
                   "an amount of at most 128 bits",
                   {}};
    }
    RECOUP_TRY(next, sum.plus(Money(*minor, sum.currency())));
    sum = next;
  }
  return sum;
}

Result<Int128> parse_weight(std::string_view text) {
  constexpr std::size_t decimals = 3;
  constexpr std::size_t length_max = 20;
  if (!is_plain_decimal(text, decimals) || text.size() > length_max) {
    return malformed(text, "a weight in grams with at most three decimals, such as 1204.5");
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits(text.substr(0, point));
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  fraction.resize(decimals, '0');
  const auto milligrams = parse_int128(digits + fraction);
  RECOUP_CHECK(milligrams.has_value());
  if (*milligrams == 0) return malformed(text, "a weight above zero");
  return *milligrams;
}

Result<void> check_percentage(std::string_view text) {
  constexpr std::size_t length_max = 20;
  const std::string_view whole = text.substr(0, text.find('.'));
  if (!is_plain_decimal(text, length_max) || whole.size() > 3 || text.size() > length_max) {
    return malformed(text, "a percentage such as 78.5");
  }
  const Int128 percent = *parse_int128(whole);
  const bool has_rest = text.substr(whole.size()).find_first_not_of(".0") != std::string_view::npos;
  if (percent > 100 || (percent == 100 && has_rest)) return malformed(text, "at most 100 percent");
  return {};
}

Result<std::vector<SeizureOrder>> parse_orders(std::string_view text) {
  std::vector<SeizureOrder> orders;
  if (text.empty()) return orders;
  for (const std::string_view part : split(text, ';')) {
    RECOUP_TRY(order, parse_order(trimmed(part)));
    orders.push_back(std::move(order));
  }
  return orders;
}

Result<Money> drugs_value(Int128 weight_milligrams, Money price_per_kilogram,
                          const std::optional<Money>& stated) {
  constexpr Int128 milligrams_of_a_kilogram = 1'000'000;
  const auto product = checked_multiply(weight_milligrams, price_per_kilogram.minor());
  if (!product) {
    return Error{
        ErrorCode::out_of_range, price_per_kilogram.text(), "a value of at most 128 bits", {}};
  }
  const Money below(*product / milligrams_of_a_kilogram, price_per_kilogram.currency());
  const bool exact = *product % milligrams_of_a_kilogram == 0;
  if (!stated) {
    if (exact) return below;
    return Error{ErrorCode::malformed,
                 "\"\"",
                 "an amount, because weight times price lies between " + below.text() +
                     " and the next minor unit",
                 {}};
  }
  const Int128 distance = stated->minor() - below.minor();
  if (distance == 0 || (!exact && distance == 1)) return *stated;
  return Error{
      ErrorCode::contradiction,
      quoted(stated->plain()),
      below.plain() + (exact ? "" : " or one minor unit more") + ", which is weight times price",
      {}};
}

}  // namespace recoup
