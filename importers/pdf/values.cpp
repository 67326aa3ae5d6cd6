#include "pdf/values.hpp"

#include <algorithm>
#include <array>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// 1 to 12 for a month's name or its first three letters (September also has four); else 0.
unsigned month_of(std::string_view name) {
  for (unsigned i = 0; i < months.size(); ++i) {
    if (name == months[i] || name == months[i].substr(0, 3)) return i + 1;
  }
  return name == "sept" ? 9 : 0;
}

bool is_weekday(std::string_view name) {
  return std::any_of(weekdays.begin(), weekdays.end(),
                     [&](std::string_view day) { return name == day || name == day.substr(0, 3); });
}

/// A run of digits or of letters.
using Atom = std::string_view;

/// The runs of `text`, and nothing where something else stands between them than separators.
std::optional<std::vector<Atom>> atoms_of(std::string_view text) {
  std::vector<Atom> atoms;
  for (std::size_t i = 0; i < text.size();) {
    const auto kind = is_digit(text[i]) ? is_digit : is_letter;
    std::size_t end = i;
    while (end < text.size() && kind(text[end])) ++end;
    if (end == i) {
      if (std::string_view(" /-.,'").find(text[i]) == std::string_view::npos) return std::nullopt;
      ++i;
      continue;
    }
    const Atom atom = text.substr(i, end - i);
    const bool ordinal = !atoms.empty() && i > 0 && is_digit(text[i - 1]) &&
                         (atom == "st" || atom == "nd" || atom == "rd" || atom == "th");
    if (!ordinal) atoms.push_back(atom);
    i = end;
  }
  return atoms;
}

std::optional<unsigned> small_number(Atom atom) {
  if (atom.empty() || atom.size() > 2 || !is_digit(atom.front())) return std::nullopt;
  unsigned value = 0;
  for (const char c : atom) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<int> year_of(Atom atom) {
  if ((atom.size() != 2 && atom.size() != 4) || !is_digit(atom.front())) return std::nullopt;
  int value = 0;
  for (const char c : atom) value = value * 10 + (c - '0');
  if (atom.size() == 2) return value < 80 ? 2000 + value : 1900 + value;
  return value >= 1900 && value <= 2199 ? std::optional(value) : std::nullopt;
}

std::optional<PdfDay> day_of(Atom day, unsigned month, Atom year, bool has_year) {
  const auto number = small_number(day);
  if (!number || *number < 1 || *number > 31 || month < 1 || month > 12) return std::nullopt;
  if (!has_year) return PdfDay{std::nullopt, month, *number, 0};
  const auto in_year = year_of(year);
  if (!in_year) return std::nullopt;
  return PdfDay{in_year, month, *number, 0};
}

std::optional<PdfDay> day_in_numbers(const std::vector<Atom>& atoms, PdfDateOrder order) {
  if (atoms.size() != 3) return std::nullopt;
  const bool year_first = atoms[0].size() == 4 || order == PdfDateOrder::year_first;
  if (year_first) return day_of(atoms[2], small_number(atoms[1]).value_or(0), atoms[0], true);
  const bool day_first = order == PdfDateOrder::day_first;
  const unsigned month = small_number(atoms[day_first ? 1 : 0]).value_or(0);
  return day_of(atoms[day_first ? 0 : 1], month, atoms[2], true);
}

std::optional<PdfDay> day_of_atoms(std::vector<Atom> atoms, PdfDateOrder order) {
  if (atoms.size() > 2 && is_weekday(atoms.front())) atoms.erase(atoms.begin());
  if (atoms.size() < 2 || atoms.size() > 3) return std::nullopt;
  const bool has_year = atoms.size() == 3;
  const Atom year = has_year ? atoms[2] : Atom();
  if (const unsigned month = month_of(atoms[1]); month != 0) {
    return day_of(atoms[0], month, year, has_year);
  }
  if (const unsigned month = month_of(atoms[0]); month != 0) {
    return day_of(atoms[1], month, year, has_year);
  }
  return day_in_numbers(atoms, order);
}

/// The word without its currency's symbol, and with a plain minus for a typographic one.
std::string strip_symbols(std::string_view text) {
  std::string out(text);
  for (const std::string_view symbol : {"\xC2\xA3", "\xE2\x82\xAC", "$"}) {
    const std::size_t at = out.find(symbol);
    if (at != std::string::npos && at <= 4) out.erase(at, symbol.size());
  }
  for (const std::string_view minus : {"\xE2\x88\x92", "\xE2\x80\x93"}) {
    if (out.starts_with(minus)) out.replace(0, minus.size(), "-");
    if (out.ends_with(minus)) out.replace(out.size() - minus.size(), minus.size(), "-");
  }
  return out;
}

/// The sign that stands round the digits, which are left; 0 where there is none, 2 where there are
/// two.
int take_sign(std::string& text) {
  int sign = 0;
  int signs = 0;
  const auto found = [&](int which) {
    sign = which;
    ++signs;
  };
  for (const auto& [suffix, which] :
       {std::pair{"cr", 1}, std::pair{"dr", -1}, std::pair{"od", -1}, std::pair{"d", -1},
        std::pair{"c", 1}, std::pair{"-", -1}, std::pair{"+", 1}}) {
    if (!text.ends_with(suffix)) continue;
    text.resize(text.size() - std::string_view(suffix).size());
    text = trimmed(text);
    found(which);
    break;
  }
  if (text.starts_with("(") && text.ends_with(")")) {
    text = text.substr(1, text.size() - 2);
    found(-1);
  }
  if (text.starts_with("-") || text.starts_with("+")) {
    found(text.front() == '-' ? -1 : 1);
    text.erase(0, 1);
  }
  return signs > 1 ? 2 : sign;
}

}  // namespace

std::optional<Date> PdfDay::in(int otherwise) const {
  return make_date(year.value_or(otherwise), month, day);
}

std::optional<PdfDay> read_pdf_day(const std::vector<std::string_view>& words, PdfDateOrder order) {
  constexpr std::size_t words_max = 4;
  for (std::size_t count = std::min(words.size(), words_max); count > 0; --count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += ascii_lower(words[i]);
    }
    constexpr std::size_t longest = 40;
    if (text.size() > longest) continue;
    const auto atoms = atoms_of(text);
    if (!atoms) continue;
    auto day = day_of_atoms(*atoms, order);
    if (!day) continue;
    day->words = count;
    return day;
  }
  return std::nullopt;
}

std::optional<PdfAmount> read_pdf_amount(std::string_view word, Currency currency,
                                         DecimalMark mark) {
  std::string text = ascii_lower(strip_symbols(word));
  const bool by_letters = !text.empty() && is_letter(text.back());
  const int sign = take_sign(text);
  if (sign == 2 || text.empty() || !is_digit(text.front())) return std::nullopt;
  const auto decimals = static_cast<std::size_t>(currency.decimals());
  const std::size_t at = text.find(static_cast<char>(mark));
  const std::size_t behind = at == std::string::npos ? 0 : text.size() - at - 1;
  if (behind != decimals) return std::nullopt;
  auto amount = Money::parse((sign < 0 ? "-" : "") + text, currency, mark);
  if (!amount) return std::nullopt;
  return PdfAmount{std::move(amount).value(), by_letters};
}

}  // namespace recoup
