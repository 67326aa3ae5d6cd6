#include "profile/profile_fields.hpp"

#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct NamedField {
  std::string_view name;
  ProfileField field;
};

constexpr std::array field_names = {
    NamedField{"account", ProfileField::account},
    NamedField{"sort_code", ProfileField::sort_code},
    NamedField{"account_number", ProfileField::account_number},
    NamedField{"sub_account", ProfileField::sub_account},
    NamedField{"date", ProfileField::date},
    NamedField{"time", ProfileField::time},
    NamedField{"value_date", ProfileField::value_date},
    NamedField{"description", ProfileField::description},
    NamedField{"amount", ProfileField::amount},
    NamedField{"credit", ProfileField::credit},
    NamedField{"debit", ProfileField::debit},
    NamedField{"direction", ProfileField::direction},
    NamedField{"balance", ProfileField::balance},
    NamedField{"currency", ProfileField::currency},
    NamedField{"fee", ProfileField::fee},
    NamedField{"counterparty", ProfileField::counterparty},
    NamedField{"counterparty_account", ProfileField::counterparty_account},
    NamedField{"reference", ProfileField::reference},
    NamedField{"code", ProfileField::code},
    NamedField{"category", ProfileField::category},
    NamedField{"original_amount", ProfileField::original_amount},
    NamedField{"original_currency", ProfileField::original_currency},
    NamedField{"exchange_rate", ProfileField::exchange_rate},
    NamedField{"end_to_end", ProfileField::end_to_end},
    NamedField{"mandate", ProfileField::mandate},
    NamedField{"cheque", ProfileField::cheque},
    NamedField{"servicer", ProfileField::servicer},
};

constexpr std::array<std::string_view, 31> other_keys = {
    "name",         "version",        "title",       "country",     "also",         "kind",
    "layout",       "delimiter",      "quote",       "encoding",    "header",       "labels",
    "columns",      "first_row",      "preamble",    "footer_rows", "sheet",        "date_format",
    "year",         "decimal",        "debits",      "sign",        "order",        "fees",
    "credit_words", "usual_currency", "debit_words", "text_mark",   "account_form", "fact",
    "header_with"};
constexpr std::array<std::string_view, 3> condition_keys = {"hold_back", "opening_row", "reject"};

struct NamedFact {
  std::string_view name;
  ProfileFact::Kind kind;
};

constexpr std::array fact_names = {
    NamedFact{"account", ProfileFact::Kind::account},
    NamedFact{"sort_code", ProfileFact::Kind::sort_code},
    NamedFact{"currency", ProfileFact::Kind::currency},
    NamedFact{"opening", ProfileFact::Kind::opening},
    NamedFact{"closing", ProfileFact::Kind::closing},
    NamedFact{"current", ProfileFact::Kind::current},
    NamedFact{"available", ProfileFact::Kind::available},
    NamedFact{"from", ProfileFact::Kind::from},
    NamedFact{"until", ProfileFact::Kind::until},
    NamedFact{"period", ProfileFact::Kind::period},
    NamedFact{"number", ProfileFact::Kind::number},
};

Error malformed(std::string_view found, std::string expected) {
  return Error{ErrorCode::malformed, quoted(found), std::move(expected), {}};
}

Result<ProfileColumn> parse_column(std::string_view text) {
  const std::string expected = "the words of a column in the header, or #3 for the third";
  if (text.empty()) return malformed(text, expected);
  if (text.front() == '"') {
    if (text.size() < 3 || text.back() != '"') return malformed(text, expected);
    return ProfileColumn{std::string(text.substr(1, text.size() - 2)), 0};
  }
  if (text.front() != '#') return ProfileColumn{std::string(text), 0};
  std::size_t number = 0;
  for (const char c : text.substr(1)) {
    if (!is_digit(c) || number > 999) return malformed(text, expected);
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  if (number == 0) return malformed(text, expected);
  return ProfileColumn{"", number};
}

}  // namespace

std::string_view field_name(ProfileField field) {
  for (const NamedField& named : field_names) {
    if (named.field == field) return named.name;
  }
  RECOUP_CHECK(false);
  return "";
}

std::optional<ProfileField> field_of(std::string_view key) {
  for (const NamedField& named : field_names) {
    if (named.name == key) return named.field;
  }
  return std::nullopt;
}

std::vector<std::string_view> profile_keys() {
  std::vector<std::string_view> keys(other_keys.begin(), other_keys.end());
  keys.insert(keys.end(), condition_keys.begin(), condition_keys.end());
  for (const NamedField& named : field_names) keys.push_back(named.name);
  return keys;
}

Result<std::vector<ProfileColumn>> parse_columns(std::string_view text) {
  std::vector<ProfileColumn> columns;
  while (true) {
    // A plus inside quotes belongs to the words.
    const std::size_t from = text.starts_with('"') ? text.find('"', 1) : 0;
    const std::size_t plus = text.find(" + ", from == std::string_view::npos ? 0 : from);
    RECOUP_TRY(column, parse_column(trimmed(text.substr(0, plus))));
    columns.push_back(std::move(column));
    if (plus == std::string_view::npos) return columns;
    text = trimmed(text.substr(plus + 3));
  }
}

std::vector<std::string> parse_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, '|')) {
    const std::string_view bare = trimmed(word);
    words.emplace_back(bare == "(empty)" ? "" : bare);
  }
  return words;
}

Result<ProfileCondition> parse_condition(std::string_view text) {
  using Kind = ProfileCondition::Kind;
  const std::string expected = "COLUMN = VALUE -> WHY";
  const std::size_t arrow = text.rfind(" -> ");
  if (arrow == std::string_view::npos) return malformed(text, expected);
  ProfileCondition condition;
  condition.why = trimmed(text.substr(arrow + 4));
  const std::string_view test = text.substr(0, arrow);
  constexpr std::array<std::pair<std::string_view, Kind>, 3> signs = {
      {{" begins ", Kind::begins}, {" is not ", Kind::differs}, {" = ", Kind::equals}}};
  for (const auto& [sign, kind] : signs) {
    const std::size_t at = test.find(sign);
    if (at == std::string_view::npos) continue;
    RECOUP_TRY(column, parse_column(trimmed(test.substr(0, at))));
    condition.column = std::move(column);
    condition.kind = kind;
    condition.values = parse_words(test.substr(at + sign.size()));
    if (condition.why.empty()) break;
    return condition;
  }
  return malformed(text, expected);
}

Result<ProfileFact> parse_fact(std::string_view text) {
  const std::size_t at = text.find(" = ");
  const std::string_view what = trimmed(text.substr(0, at));
  for (const NamedFact& named : fact_names) {
    if (at == std::string_view::npos || named.name != what) continue;
    return ProfileFact{named.kind, std::string(trimmed(text.substr(at + 3)))};
  }
  return malformed(text, "account, opening, closing, period and so on, and behind ` = ` the label");
}

}  // namespace recoup
