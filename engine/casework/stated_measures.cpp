#include "stated_measures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {
namespace {

constexpr int grade_max = 3;

/// A fact and the field of section "investigation" that may state it; none: only a finding may.
struct StatedMeasure {
  std::string_view fact;
  std::string_view field;
  MeasureKind kind;
};

constexpr std::array stated_measures = {
    StatedMeasure{"admissions", "admissions", MeasureKind::truth},
    StatedMeasure{"section 17 acceptances", "section_17_accepted", MeasureKind::truth},
    StatedMeasure{"vulnerable victims", "vulnerable_victims", MeasureKind::truth},
    StatedMeasure{"organised crime link", "organised_crime_link", MeasureKind::truth},
    StatedMeasure{"victims", "victims", MeasureKind::count},
    StatedMeasure{"victim loss", "victim_loss", MeasureKind::truth},
    StatedMeasure{"unrepaid victim loss", "unrepaid_loss", MeasureKind::amount},
    StatedMeasure{"dissipation past steps", "", MeasureKind::grade},
    StatedMeasure{"dissipation circumstances", "", MeasureKind::grade},
    StatedMeasure{"dissipation character", "", MeasureKind::grade}};

std::optional<std::int64_t> whole_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = failure == std::errc() && end == text.data() + text.size();
  // What a decimal of the rules is made from.
  constexpr std::int64_t most = 1'000'000'000;
  return is_whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::string unit_of(MeasureKind kind) { return kind == MeasureKind::amount ? "GBP" : ""; }

/// What keeps a finding from being one, or nothing.
std::string lacking(const CaseFacts& facts, const std::string& key) {
  std::string out;
  for (const char* field : {"author", "date", "reasons"}) {
    if (!facts.text_or_empty("findings", key, field).empty()) continue;
    out += (out.empty() ? "" : ", ") + std::string(field);
  }
  return out;
}

void state_field(Measures& measures, const CaseFacts& facts, const StatedMeasure& stated) {
  const std::string name(stated.fact);
  const std::string or_finding = "a finding \"" + name + "\"";
  if (stated.field.empty()) {
    measures.missing(name, or_finding);
    return;
  }
  const std::string field = "investigation." + std::string(stated.field);
  const auto text = facts.text("investigation", "", stated.field);
  if (!text) {
    measures.missing(name, field + ", or " + or_finding);
    return;
  }
  if (auto value = value_of(stated.kind, *text)) {
    const HeldFact* held = facts.find("investigation", "", stated.field);
    measures.found(name, std::move(*value), unit_of(stated.kind),
                   {held->document_name, held->fact.line, "section \"investigation\""});
    return;
  }
  measures.missing(name, field + ": " + std::string(expected_of(stated.kind)) + ", not " +
                             recoup::quoted(*text));
}

}  // namespace

std::string_view expected_of(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::truth: return "true or false";
    case MeasureKind::count: return "a whole number";
    case MeasureKind::grade: return "a grade: 0, 1, 2 or 3";
    case MeasureKind::amount: return "an amount in pounds, for instance \"1000.50\"";
  }
  return "";
}

std::optional<Value> value_of(MeasureKind kind, std::string_view text) {
  const std::string word = ascii_lower(trimmed(text));
  if (kind == MeasureKind::truth) {
    if (word == "true" || word == "yes") return Value(true);
    if (word == "false" || word == "no") return Value(false);
    return std::nullopt;
  }
  if (kind == MeasureKind::amount) {
    const auto amount = Money::parse_plain(word, gbp);
    if (!amount || amount.value().is_negative()) return std::nullopt;
    return Value(Decimal::scaled(amount.value().minor(), gbp.decimals()).value);
  }
  const auto number = whole_of(word);
  if (!number || (kind == MeasureKind::grade && *number > grade_max)) return std::nullopt;
  return Value(Decimal::scaled(*number, 0).value);
}

bool state_finding(Measures& measures, const CaseFacts& facts, std::string_view name,
                   MeasureKind kind) {
  for (const HeldFact* entry : facts.entries("findings")) {
    const std::string& key = entry->fact.key;
    const auto field = [&](std::string_view which) {
      return facts.text_or_empty("findings", key, which);
    };
    if (ascii_lower(trimmed(field("question"))) != name || field("removed") == "true") continue;
    const std::string where = "findings." + key;
    const std::string lack = lacking(facts, key);
    auto value = value_of(kind, field("answer"));
    if (!lack.empty()) {
      measures.missing(name, where + ": " + lack);
    } else if (!value) {
      measures.missing(name, where + ".answer: " + std::string(expected_of(kind)) + ", not " +
                                 recoup::quoted(field("answer")));
    } else {
      measures.found(name, std::move(*value), unit_of(kind),
                     {entry->document_name, entry->fact.line, "finding " + key, field("author"),
                      field("date"), field("reasons")});
    }
    return true;
  }
  return false;
}

void state_measures(Measures& measures, const CaseFacts& facts) {
  for (const StatedMeasure& stated : stated_measures) {
    if (!state_finding(measures, facts, stated.fact, stated.kind)) {
      state_field(measures, facts, stated);
    }
  }
}

std::optional<std::int64_t> expected_hours(const CaseFacts& facts) {
  const auto text = facts.text("investigation", "", "expected_hours");
  const auto hours = text ? whole_of(trimmed(*text)) : std::nullopt;
  return hours && *hours > 0 ? hours : std::nullopt;
}

}  // namespace recoup
