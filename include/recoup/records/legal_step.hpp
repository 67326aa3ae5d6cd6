// legal_step.hpp: orders, applications, notices and days of a case that start or stop a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/case_fact.hpp"

namespace recoup {

/// What a step is.
enum class StepKind : std::uint8_t {
  // About what was seized or frozen; the words are those of a seizure's orders.
  detention,
  freezing,
  forfeiture,
  forfeiture_notice,
  objection,
  authority,         ///< A senior officer's, for the further hours of a listed asset.
  overseas_request,  ///< For evidence from abroad; outstanding until it ends.
  detention_application,
  freezing_application,  ///< To extend a freezing order.
  forfeiture_application,
  forfeiture_refusal,  ///< A decision to forfeit nothing, or a part.
  set_aside_application,
  appeal,
  // About confiscation.
  postponement,
  conviction_appeal,
  s16_statement,
  s17_response,
  s18_information,
  s18a_information,
  confiscation_decision,  ///< That no order is made.
  sentence_varied,
  reconsideration_application,
  time_to_pay,
  time_to_pay_application,
  time_to_pay_extension,
  restraint_order,
  restraint_report,
  // About civil recovery and investigations.
  property_obtained,
  civil_recovery_claim,
  production_order,
  account_monitoring_order,
  unexplained_wealth_order,
  interim_freezing_order,
  interim_freezing_extension,
  consent_request,
  consent_refusal,
  moratorium_extension,
};

/// "forfeiture-notice", "time-to-pay": as a case file writes it.
[[nodiscard]] std::string_view text(StepKind kind);
[[nodiscard]] std::optional<StepKind> parse_step_kind(std::string_view word);
/// Whether a step of this kind is about a seizure, and may stand among its orders.
[[nodiscard]] bool is_about_seizure(StepKind kind);

/// One entry of the section "steps" of a case file.
struct LegalStep {
  std::string id;
  StepKind kind = StepKind::detention;
  std::string of;       ///< Id of the step or confiscation order that it is about.
  std::string seizure;  ///< Id of the seizure that it is about.
  std::string region;   ///< Where it was made: "england-and-wales", "scotland", …; may be empty.
  std::optional<BookingTime> made;   ///< Made, given, received or begun.
  std::optional<Date> until;         ///< Last day that it states.
  std::optional<BookingTime> ended;  ///< Decided, complied with, answered, withdrawn or discharged.
  std::string amount;                ///< As written: of a slice to pay.
  std::uint64_t line = 0;

  friend bool operator==(const LegalStep&, const LegalStep&) = default;
};

/// The steps among the facts of one case, in their order; entries with `removed` true are left out.
///
/// Errors: malformed (a kind, a region or a time that is none), contradiction (`until` or `ended`
/// before `made`; a step about a seizure that names none), with `steps/ID/FIELD` as field.
[[nodiscard]] Result<std::vector<LegalStep>> read_legal_steps(const std::vector<CaseFact>& facts);

}  // namespace recoup
