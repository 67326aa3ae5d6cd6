// methods_questions.hpp: financial methods and indicators of a case, from what the store holds.
#pragma once

#include <optional>
#include <string>

#include "recoup/casework/questions.hpp"
#include "recoup/casework/session.hpp"

namespace recoup {

/// `recoup methods CASE`: one method by its name, or "all".
///
/// Needs a person where a figure is provisional or there is none.
///
/// Errors: usage (no such method), not_found, and those of read_means_facts.
[[nodiscard]] Result<Reply> answer_methods(const Session& session, const std::string& case_id,
                                           const std::string& method, const std::string& as_at,
                                           Form form);

/// `recoup typologies`: of one case, or of every account held. Needs a person where one is found.
///
/// Errors: usage (no such day), not_found.
[[nodiscard]] Result<Reply> answer_typologies(const Session& session,
                                              const std::optional<std::string>& case_id,
                                              const std::string& as_at, Form form);

}  // namespace recoup
