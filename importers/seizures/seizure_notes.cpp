#include "seizures/seizure_notes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "recoup/base/text.hpp"
#include "seizures/seizure_profile.hpp"

namespace recoup {
namespace {

using LinesOf = std::map<std::string, std::vector<std::uint64_t>>;

/// "12COFO-000176" as "9A-9": digits, capitals and small letters of one row count as one.
std::string form_of(std::string_view text) {
  std::string form;
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_small = c >= 'a' && c <= 'z';
    const char kind = is_digit(c) ? '9' : is_capital ? 'A' : is_small ? 'a' : c;
    const bool goes_on =
        (is_digit(c) || is_capital || is_small) && !form.empty() && form.back() == kind;
    if (!goes_on) form += kind;
  }
  return form;
}

std::string times_text(const std::vector<std::uint64_t>& lines) {
  constexpr std::size_t listed_max = 3;
  if (lines.size() <= listed_max) return lines_text(lines);
  return std::to_string(lines.size()) + " times";
}

/// "the seal S1 stands in lines 4 and 9", for each value that stands in more than one.
void note_repeats(const LinesOf& lines_of, const std::string& what,
                  std::vector<std::string>& notes) {
  for (const auto& [value, lines] : lines_of) {
    if (lines.size() < 2) continue;
    notes.push_back(what + " " + printable(value) + " stands in " + lines_text(lines));
  }
}

std::string records_text(const std::vector<std::uint64_t>& lines) {
  return std::to_string(lines.size()) + (lines.size() == 1 ? " record has" : " records have");
}

}  // namespace

std::string lines_text(const std::vector<std::uint64_t>& lines) {
  constexpr std::size_t listed_max = 10;
  std::string out = lines.size() == 1 ? "line " : "lines ";
  const std::size_t listed = std::min(lines.size(), listed_max);
  for (std::size_t i = 0; i < listed; ++i) {
    const bool is_last = i + 1 == lines.size();
    if (i > 0) out += is_last ? " and " : ", ";
    out += std::to_string(lines[i]);
  }
  if (listed < lines.size()) out += " and " + std::to_string(lines.size() - listed) + " more";
  return out;
}

std::vector<std::string> spelling_notes(const std::vector<LinedText>& values,
                                        const std::string& what) {
  std::map<std::string, LinesOf> spellings;
  for (const LinedText& value : values) {
    spellings[bare_letters(value.text)][value.text].push_back(value.line);
  }
  std::vector<std::string> notes;
  for (const auto& [bare, written] : spellings) {
    if (written.size() < 2) continue;
    std::string list;
    for (const auto& [text, lines] : written) {
      list += (list.empty() ? "" : ", ") + quoted(printable(text)) + " (" + times_text(lines) + ")";
    }
    notes.push_back(what + " spelled differently: " + list);
  }
  return notes;
}

std::vector<std::string> form_notes(const std::vector<LinedText>& values, const std::string& what) {
  std::map<std::string, std::size_t> forms;
  for (const LinedText& value : values) ++forms[form_of(value.text)];
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == forms.end() || most->second * 10 < values.size() * 9) return {};
  std::vector<std::string> notes;
  std::string sample;
  for (const LinedText& value : values) {
    if (form_of(value.text) == most->first) {
      if (sample.empty()) sample = value.text;
      continue;
    }
    notes.push_back("line " + std::to_string(value.line) + ": " + what + " " +
                    quoted(printable(value.text)) + " is of another form than most");
  }
  for (std::string& note : notes) note += ", such as " + quoted(printable(sample));
  return notes;
}

std::vector<std::string> likeness_notes(const std::vector<Seizure>& seizures) {
  using Key = std::tuple<CivilTime, SeizureKind, std::string, std::string, std::string>;
  std::map<Key, std::vector<const Seizure*>> alike;
  for (const Seizure& one : seizures) {
    if (!one.amount) continue;
    alike[{one.seized_at.order_key(), one.kind, bare_letters(one.place), bare_letters(one.quantity),
           one.amount->text()}]
        .push_back(&one);
  }
  std::vector<std::string> notes;
  for (const auto& [key, group] : alike) {
    if (group.size() < 2) continue;
    std::vector<std::uint64_t> lines;
    for (const Seizure* one : group) lines.push_back(one->line);
    notes.push_back(lines_text(lines) +
                    " agree in day, place, thing and amount: perhaps one seizure more than once");
  }
  return notes;
}

std::vector<std::string> continuity_notes(const std::vector<Seizure>& seizures) {
  LinesOf exhibits;
  LinesOf seals;
  std::vector<std::uint64_t> unsealed;
  std::vector<std::uint64_t> nameless;
  for (const Seizure& one : seizures) {
    if (!one.exhibit.empty()) exhibits[one.exhibit].push_back(one.line);
    if (!one.seal.empty()) seals[one.seal].push_back(one.line);
    if (!one.exhibit.empty() && one.seal.empty()) unsealed.push_back(one.line);
    if (one.exhibit.empty() && !one.seal.empty()) nameless.push_back(one.line);
  }
  std::vector<std::string> notes;
  note_repeats(exhibits, "exhibit", notes);
  note_repeats(seals, "seal", notes);
  if (!unsealed.empty()) {
    notes.push_back(records_text(unsealed) + " an exhibit and no seal: " + lines_text(unsealed));
  }
  if (!nameless.empty()) {
    notes.push_back(records_text(nameless) + " a seal and no exhibit: " + lines_text(nameless));
  }
  return notes;
}

}  // namespace recoup
