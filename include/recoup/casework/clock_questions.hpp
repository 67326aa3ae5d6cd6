// clock_questions.hpp: the clocks of a case from what the store holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/law.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/clocks/case_clocks.hpp"
#include "recoup/clocks/deadlines.hpp"

namespace recoup {

/// The packs' law with the bank holidays that lists in the store publish in place of the packs'.
///
/// Errors: those of load_law and of the store.
[[nodiscard]] Result<Law> load_law(const Session& session);

/// The open clocks about the seizures of a case, soonest first, held ones last. Where `as_at` is
/// the end of a day, the day as a whole is asked about: a clock that ends in it has not ended yet.
[[nodiscard]] std::vector<Deadline> deadlines_of_seizures(const LoadedCase& loaded, const Law& law,
                                                          CivilTime as_at);

/// Those and the ones that a conviction, an order or an investigation starts.
[[nodiscard]] std::vector<Deadline> open_deadlines(const LoadedCase& loaded, const Law& law,
                                                   CivilTime as_at);

/// What `recoup clocks` asks.
struct ClocksRequest {
  std::optional<std::string> case_id;  ///< Nothing: every case, and seizures of none.
  std::string as_at;                   ///< A date or a date and time.
  std::optional<int> within;           ///< Only what ends within so many working days.
  bool all = false;  ///< Also what was stopped, and rights without a limit of time.
  std::optional<std::string> calendar_file;  ///< Where a calendar of the answer is written to.
  Form form = Form::text;
};

/// `recoup clocks`. Asks for a person where a clock has ended, cannot be told or has a finding.
///
/// Errors: usage (no such time; a number of days below zero), not_found, cannot_write, and those of
/// the store.
[[nodiscard]] Result<Reply> answer_clocks(const Session& session, const ClocksRequest& request);

}  // namespace recoup
