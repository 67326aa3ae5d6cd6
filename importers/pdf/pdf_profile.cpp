#include "pdf/pdf_profile.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "profile/profile_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct LabelKey {
  std::string_view key;
  PdfLabel label;
};

constexpr std::array<LabelKey, 19> label_keys = {{
    {"date", PdfLabel::date},
    {"description", PdfLabel::description},
    {"code", PdfLabel::code},
    {"money_out", PdfLabel::money_out},
    {"money_in", PdfLabel::money_in},
    {"amount", PdfLabel::amount},
    {"balance", PdfLabel::balance},
    {"opening", PdfLabel::opening},
    {"closing", PdfLabel::closing},
    {"balance_on", PdfLabel::balance_on},
    {"total_in", PdfLabel::total_in},
    {"total_out", PdfLabel::total_out},
    {"totals", PdfLabel::totals},
    {"account", PdfLabel::account},
    {"sort_code", PdfLabel::sort_code},
    {"iban", PdfLabel::iban},
    {"statement_number", PdfLabel::statement_number},
    {"statement_date", PdfLabel::statement_date},
    {"currency", PdfLabel::currency},
}};

constexpr std::array<std::string_view, 9> other_keys = {
    "name",         "version",     "like",        "must_appear", "date_order",
    "decimal_mark", "amount_line", "amounts_are", "header"};

/// One of the words that a key knows, by its place among them.
template <typename Value, std::size_t Count>
Result<void> read_choice(const ProfileText& text, std::string_view key,
                         const std::array<std::pair<std::string_view, Value>, Count>& choices,
                         Value& into) {
  RECOUP_TRY(line, text.one(key));
  if (!line) return {};
  std::string names;
  for (const auto& [name, value] : choices) {
    if (line->value == name) {
      into = value;
      return {};
    }
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return text.error(*line, quoted(line->value), "one of: " + names);
}

Result<void> read_choices(const ProfileText& text, PdfProfile& profile) {
  using Order = std::pair<std::string_view, PdfDateOrder>;
  using Mark = std::pair<std::string_view, DecimalMark>;
  using Line = std::pair<std::string_view, PdfAmountLine>;
  using Truth = std::pair<std::string_view, bool>;
  const std::array orders = {Order{"dmy", PdfDateOrder::day_first},
                             Order{"mdy", PdfDateOrder::month_first},
                             Order{"ymd", PdfDateOrder::year_first}};
  const std::array decimal_marks = {Mark{"point", DecimalMark::point},
                                    Mark{"comma", DecimalMark::comma}};
  const std::array lines = {Line{"either", PdfAmountLine::either},
                            Line{"first", PdfAmountLine::first}, Line{"last", PdfAmountLine::last}};
  const std::array owed = {Truth{"owed", true}, Truth{"held", false}};
  const std::array header = {Truth{"yes", true}, Truth{"none", false}};
  if (auto read = read_choice(text, "date_order", orders, profile.date_order); !read) return read;
  if (auto read = read_choice(text, "decimal_mark", decimal_marks, profile.decimal_mark); !read) {
    return read;
  }
  if (auto read = read_choice(text, "amount_line", lines, profile.amount_line); !read) return read;
  if (auto read = read_choice(text, "amounts_are", owed, profile.owed); !read) return read;
  return read_choice(text, "header", header, profile.has_header);
}

Result<PdfProfile> profile_to_begin_with(const ProfileText& text, bool may_be_like) {
  RECOUP_TRY(like, text.one("like"));
  if (!like) return PdfProfile{};
  for (const BuiltInPdfProfile& held : built_in_pdf_profiles()) {
    if (held.name != like->value || !may_be_like) continue;
    return parse_pdf_profile(held.text, held.name);
  }
  Error fault =
      text.error(*like, quoted(like->value), "the name of a PDF profile that is like none");
  fault.code = ErrorCode::not_found;
  return fault;
}

}  // namespace

const PdfPhrases& PdfProfile::of(PdfLabel label) const {
  static const PdfPhrases none;
  const auto at = phrases.find(label);
  return at == phrases.end() ? none : at->second;
}

Result<PdfProfile> parse_pdf_profile(std::string_view text, std::string_view name) {
  RECOUP_TRY(lines, ProfileText::parse(text, name));
  std::vector<std::string_view> known(other_keys.begin(), other_keys.end());
  for (const LabelKey& key : label_keys) known.push_back(key.key);
  if (auto checked = lines.check_keys(known); !checked) return checked.error();
  RECOUP_TRY(profile, profile_to_begin_with(lines, name != "uk-statement"));
  RECOUP_TRY(own_name, lines.value("name", ""));
  RECOUP_TRY(version, lines.value("version", "1"));
  if (own_name.empty()) {
    return Error{ErrorCode::malformed,
                 "no `name`",
                 "a name for the profile",
                 {std::string(name), 0, "name"}};
  }
  profile.name = own_name;
  profile.version = version;
  for (const ProfileLine& line : lines.all("must_appear")) {
    profile.must_appear.push_back(ascii_lower(line.value));
  }
  for (const LabelKey& key : label_keys) {
    PdfPhrases phrases;
    for (const ProfileLine& line : lines.all(key.key)) {
      const PdfPhrases more = parse_pdf_phrases(line.value);
      if (more.empty()) return lines.error(line, quoted(line.value), "words between bars");
      phrases.insert(phrases.end(), more.begin(), more.end());
    }
    if (!phrases.empty()) profile.phrases[key.label] = std::move(phrases);
  }
  if (auto read = read_choices(lines, profile); !read) return read.error();
  return profile;
}

}  // namespace recoup
