#include "recoup/records/legal_step.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct StepWord {
  std::string_view word;
  StepKind kind;
};

constexpr std::array<StepWord, 37> words = {{
    {"detention", StepKind::detention},
    {"freezing", StepKind::freezing},
    {"forfeiture", StepKind::forfeiture},
    {"forfeiture-notice", StepKind::forfeiture_notice},
    {"objection", StepKind::objection},
    {"authority", StepKind::authority},
    {"overseas-request", StepKind::overseas_request},
    {"detention-application", StepKind::detention_application},
    {"freezing-application", StepKind::freezing_application},
    {"forfeiture-application", StepKind::forfeiture_application},
    {"forfeiture-refusal", StepKind::forfeiture_refusal},
    {"set-aside-application", StepKind::set_aside_application},
    {"appeal", StepKind::appeal},
    {"postponement", StepKind::postponement},
    {"conviction-appeal", StepKind::conviction_appeal},
    {"s16-statement", StepKind::s16_statement},
    {"s17-response", StepKind::s17_response},
    {"s18-information", StepKind::s18_information},
    {"s18a-information", StepKind::s18a_information},
    {"confiscation-decision", StepKind::confiscation_decision},
    {"sentence-varied", StepKind::sentence_varied},
    {"reconsideration-application", StepKind::reconsideration_application},
    {"time-to-pay", StepKind::time_to_pay},
    {"time-to-pay-application", StepKind::time_to_pay_application},
    {"time-to-pay-extension", StepKind::time_to_pay_extension},
    {"restraint-order", StepKind::restraint_order},
    {"restraint-report", StepKind::restraint_report},
    {"property-obtained", StepKind::property_obtained},
    {"civil-recovery-claim", StepKind::civil_recovery_claim},
    {"production-order", StepKind::production_order},
    {"account-monitoring-order", StepKind::account_monitoring_order},
    {"unexplained-wealth-order", StepKind::unexplained_wealth_order},
    {"interim-freezing-order", StepKind::interim_freezing_order},
    {"interim-freezing-extension", StepKind::interim_freezing_extension},
    {"consent-request", StepKind::consent_request},
    {"consent-refusal", StepKind::consent_refusal},
    {"moratorium-extension", StepKind::moratorium_extension},
}};

constexpr std::array<std::string_view, 3> regions = {"england-and-wales", "scotland",
                                                     "northern-ireland"};

Error fault(ErrorCode code, const CaseFact& fact, std::string found, std::string expected) {
  return {code,
          std::move(found),
          std::move(expected),
          {"", fact.line, "steps/" + fact.key + "/" + fact.field}};
}

Error malformed(const CaseFact& fact, std::string expected) {
  return fault(ErrorCode::malformed, fact, quoted(fact.value), std::move(expected));
}

/// An entry while its facts are being read.
struct OpenStep {
  LegalStep step;
  CaseFact first;
  bool has_kind = false;
  bool is_removed = false;
};

Result<void> take_kind(OpenStep& open, const CaseFact& fact) {
  const auto kind = parse_step_kind(fact.value);
  if (!kind) return malformed(fact, "a kind of step that the documentation of case files lists");
  open.step.kind = *kind;
  open.has_kind = true;
  return {};
}

Result<void> take_region(OpenStep& open, const CaseFact& fact) {
  if (std::find(regions.begin(), regions.end(), fact.value) == regions.end()) {
    return malformed(fact, "england-and-wales, scotland or northern-ireland");
  }
  open.step.region = fact.value;
  return {};
}

Result<void> take_time(std::optional<BookingTime>& into, const CaseFact& fact) {
  const auto time = BookingTime::parse(fact.value);
  if (!time) return malformed(fact, time.error().expected);
  into = time.value();
  return {};
}

Result<void> take_until(OpenStep& open, const CaseFact& fact) {
  const auto date = parse_date(fact.value);
  if (!date) return malformed(fact, date.error().expected);
  open.step.until = date.value();
  return {};
}

Result<void> take(OpenStep& open, const CaseFact& fact) {
  if (fact.kind == CaseFact::Kind::none) return {};
  if (fact.field == "removed") {
    open.is_removed = fact.value == "true";
    return {};
  }
  if (fact.field == "kind") return take_kind(open, fact);
  if (fact.field == "region") return take_region(open, fact);
  if (fact.field == "made") return take_time(open.step.made, fact);
  if (fact.field == "ended") return take_time(open.step.ended, fact);
  if (fact.field == "until") return take_until(open, fact);
  if (fact.field == "of") open.step.of = fact.value;
  if (fact.field == "seizure") open.step.seizure = fact.value;
  if (fact.field == "amount") open.step.amount = fact.value;
  return {};
}

Result<void> check(const OpenStep& open) {
  const LegalStep& step = open.step;
  CaseFact at = open.first;
  const auto contradiction = [&](const char* field, std::string found, std::string expected) {
    at.field = field;
    return fault(ErrorCode::contradiction, at, std::move(found), std::move(expected));
  };
  if (!open.has_kind) {
    at.field = "kind";
    return fault(ErrorCode::malformed, at, "nothing", "what the step is");
  }
  if (is_about_seizure(step.kind) && step.seizure.empty()) {
    return contradiction("seizure", "nothing", "the id of the seizure that the step is about");
  }
  if (step.made && step.until && *step.until < step.made->date()) {
    return contradiction("until", iso_text(*step.until),
                         "a day not before " + iso_text(step.made->date()));
  }
  if (step.made && step.ended && step.ended->date() < step.made->date()) {
    return contradiction("ended", step.ended->text(),
                         "a day not before " + iso_text(step.made->date()));
  }
  return {};
}

}  // namespace

std::string_view text(StepKind kind) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](const StepWord& each) { return each.kind == kind; });
  RECOUP_CHECK(at != words.end());
  return at->word;
}

std::optional<StepKind> parse_step_kind(std::string_view word) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](const StepWord& each) { return each.word == word; });
  return at == words.end() ? std::nullopt : std::optional(at->kind);
}

bool is_about_seizure(StepKind kind) { return kind <= StepKind::appeal; }

Result<std::vector<LegalStep>> read_legal_steps(const std::vector<CaseFact>& facts) {
  std::vector<OpenStep> open;
  for (const CaseFact& fact : facts) {
    if (fact.section != "steps") continue;
    auto at = std::find_if(open.begin(), open.end(),
                           [&](const OpenStep& each) { return each.step.id == fact.key; });
    if (at == open.end()) {
      open.push_back({{}, fact, false, false});
      at = open.end() - 1;
      at->step.id = fact.key;
      at->step.line = fact.line;
    }
    if (auto taken = take(*at, fact); !taken) return std::move(taken).error();
  }
  std::vector<LegalStep> steps;
  for (OpenStep& each : open) {
    if (each.is_removed) continue;
    if (auto checked = check(each); !checked) return std::move(checked).error();
    steps.push_back(std::move(each.step));
  }
  return steps;
}

}  // namespace recoup
