#include "seizures/seizure_profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "csv/reader.hpp"
#include "profile/profile_text.hpp"
#include "recoup/base/text.hpp"
#include "seizures/seizure_fields.hpp"

namespace recoup {
namespace {

struct ColumnKey {
  std::string_view key;
  SeizureProfile::Columns SeizureProfile::*columns;
};

constexpr std::array<ColumnKey, 17> column_keys = {{
    {"id", &SeizureProfile::id},
    {"case", &SeizureProfile::case_id},
    {"operation", &SeizureProfile::operation},
    {"seized_at", &SeizureProfile::seized_at},
    {"place", &SeizureProfile::place},
    {"from_whom", &SeizureProfile::from_whom},
    {"amount", &SeizureProfile::amount},
    {"quantity", &SeizureProfile::quantity},
    {"exhibit", &SeizureProfile::exhibit},
    {"seal", &SeizureProfile::seal},
    {"power", &SeizureProfile::power},
    {"status", &SeizureProfile::status},
    {"what", &SeizureProfile::what},
    {"forfeited_at", &SeizureProfile::forfeited_at},
    {"forfeited_amount", &SeizureProfile::forfeited_amount},
    {"currency_column", &SeizureProfile::currency_column},
    {"unread", &SeizureProfile::unread},
}};

struct KindKey {
  std::string_view key;
  SeizureKind kind;
};

constexpr std::array<KindKey, 4> kind_keys = {{
    {"cash", SeizureKind::cash},
    {"account", SeizureKind::account},
    {"listed_asset", SeizureKind::listed_asset},
    {"cryptoasset", SeizureKind::cryptoasset},
}};

constexpr std::array<std::string_view, 13> text_keys = {
    "kind",      "name",   "version",  "title",     "country",      "sheet",
    "first_row", "header", "currency", "otherwise", "case_default", "operation_default",
    "date_order"};

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys(text_keys.begin(), text_keys.end());
  keys.emplace_back("decimal");
  for (const ColumnKey& one : column_keys) keys.push_back(one.key);
  for (const KindKey& one : kind_keys) keys.push_back(one.key);
  return keys;
}

/// The parts of `text` between `separator`, without the blanks at their ends.
std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

/// Fills a profile from the keys and values of its text.
class ProfileFiller {
 public:
  explicit ProfileFiller(const ProfileText& text) : text_(text) {}

  Result<SeizureProfile> fill() {
    if (auto checked = text_.check_keys(all_keys()); !checked) return checked.error();
    if (auto done = fill_texts(); !done) return done.error();
    if (auto done = fill_choices(); !done) return done.error();
    if (auto done = fill_header(); !done) return done.error();
    for (const ColumnKey& one : column_keys) {
      if (auto done = fill_columns(one); !done) return done.error();
    }
    for (const KindKey& one : kind_keys) {
      RECOUP_TRY(line, text_.one(one.key));
      if (line) profile_.words.push_back({one.kind, parts_of(line->value, "|")});
    }
    if (auto done = check(); !done) return done.error();
    return std::move(profile_);
  }

 private:
  Result<void> fill_texts() {
    const std::array<std::pair<std::string_view, std::string*>, 7> texts = {{
        {"name", &profile_.name},
        {"version", &profile_.version},
        {"title", &profile_.title},
        {"sheet", &profile_.sheet},
        {"case_default", &profile_.case_default},
        {"operation_default", &profile_.operation_default},
        {"date_order", &profile_.date_order},
    }};
    for (const auto& [key, into] : texts) {
      RECOUP_TRY(value, text_.value(key, ""));
      *into = value;
    }
    return {};
  }

  Result<void> fill_choices() {
    RECOUP_TRY(order, text_.one("date_order"));
    if (order && order->value != "dmy" && order->value != "mdy" && order->value != "ymd") {
      return text_.error(*order, quoted(order->value), "dmy, mdy or ymd");
    }
    RECOUP_TRY(decimal, text_.one("decimal"));
    if (decimal && decimal->value != "point" && decimal->value != "comma") {
      return text_.error(*decimal, quoted(decimal->value), "point or comma");
    }
    if (decimal && decimal->value == "comma") profile_.decimal = DecimalMark::comma;
    RECOUP_TRY(currency, text_.one("currency"));
    if (currency) {
      const auto known = Currency::parse(currency->value);
      if (!known) return text_.error(*currency, quoted(currency->value), "a currency, such as GBP");
      profile_.currency = known.value();
    }
    RECOUP_TRY(otherwise, text_.one("otherwise"));
    if (otherwise) {
      std::string word = otherwise->value;
      std::replace(word.begin(), word.end(), '_', '-');
      const auto kind = parse_seizure_kind(word);
      if (!kind || kind.value() == SeizureKind::drugs) {
        return text_.error(*otherwise, quoted(otherwise->value),
                           "cash, account, listed_asset, cryptoasset or other");
      }
      profile_.otherwise = kind.value();
    }
    RECOUP_TRY(row, text_.one("first_row"));
    if (!row) return {};
    const char* end = row->value.data() + row->value.size();
    const auto [at, failure] = std::from_chars(row->value.data(), end, profile_.first_row);
    if (failure == std::errc() && at == end && profile_.first_row > 0) return {};
    return text_.error(*row, quoted(row->value), "the number of a line, from 1");
  }

  Result<void> fill_header() {
    RECOUP_TRY(line, text_.one("header"));
    const ProfileLine header = line ? *line : text_.lines().front();
    if (!line) return text_.error(header, "no `header`", "the columns as a line of CSV");
    CsvReader reader(header.value);
    CsvRecord record;
    const auto read = reader.next(record);
    if (!read || !read.value() || record.fault) {
      return text_.error(header, quoted(header.value), "the columns as a line of CSV");
    }
    for (const std::string_view column : record.fields) profile_.header.emplace_back(column);
    return {};
  }

  Result<void> fill_columns(const ColumnKey& one) {
    RECOUP_TRY(line, text_.one(one.key));
    if (!line) return {};
    for (const std::string& column : parts_of(line->value, " + ")) {
      const auto found = std::find(profile_.header.begin(), profile_.header.end(), column);
      if (found == profile_.header.end()) {
        return text_.error(*line, quoted(column), "a column of the header");
      }
      const auto place = static_cast<std::size_t>(found - profile_.header.begin());
      (profile_.*one.columns).push_back(place);
      used_.insert(place);
    }
    return {};
  }

  Result<void> check() {
    const ProfileLine& first = text_.lines().front();
    if (profile_.name.empty() || profile_.version.empty()) {
      return text_.error(first, "no `name` or no `version`", "both");
    }
    if (profile_.id.empty() || profile_.seized_at.empty() || profile_.amount.empty()) {
      return text_.error(first, "no `id`, no `seized_at` or no `amount`", "all three");
    }
    for (std::size_t i = 0; i < profile_.header.size(); ++i) {
      if (used_.contains(i)) continue;
      return text_.error(first, "a column " + quoted(profile_.header[i]) + " that is not named",
                         "every column under a key, or under `unread`");
    }
    return {};
  }

  const ProfileText& text_;
  SeizureProfile profile_;
  std::set<std::size_t> used_;
};

bool is_header(const SeizureProfile& profile, const TableRow& row) {
  const std::size_t size = profile.header.size();
  for (std::size_t i = 0; i < std::max(size, row.cells.size()); ++i) {
    const std::string_view cell = i < row.cells.size() ? std::string_view(row.cells[i]) : "";
    if (cell != (i < size ? std::string_view(profile.header[i]) : "")) return false;
  }
  return true;
}

}  // namespace

Result<SeizureProfile> SeizureProfile::parse(std::string_view text, std::string_view name) {
  RECOUP_TRY(lines, ProfileText::parse(text, name));
  return ProfileFiller(lines).fill();
}

bool is_seizure_profile(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return false;
  const auto lines = ProfileText::parse(text, "profile");
  if (!lines) return false;
  const auto kind = lines.value().value("kind", "");
  return kind && kind.value() == "seizures";
}

Result<SeizureProfile> seizure_profile_of(std::string_view name_or_text) {
  if (is_seizure_profile(name_or_text)) return SeizureProfile::parse(name_or_text, "profile");
  for (const SeizureProfile& profile : built_in_seizure_profiles()) {
    if (profile.name == name_or_text) return profile;
  }
  return Error{ErrorCode::not_found,
               "profile " + quoted(printable(name_or_text)),
               "the name of a built-in profile, or the text of one",
               {}};
}

std::optional<std::size_t> header_row(const SeizureProfile& profile, const Table& table) {
  constexpr std::size_t rows_before_max = 20;
  if (!profile.sheet.empty() && !table.sheet.empty() && profile.sheet != table.sheet) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < std::min(table.rows.size(), rows_before_max); ++i) {
    if (is_header(profile, table.rows[i])) return i;
  }
  return std::nullopt;
}

std::string bare_letters(std::string_view text) {
  std::string letters;
  for (const char c : ascii_lower(text)) {
    if ((c >= 'a' && c <= 'z') || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0) {
      letters += c;
    }
  }
  return letters;
}

}  // namespace recoup
