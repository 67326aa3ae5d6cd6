// verify_statements.hpp: whether the statements held are all there and add up.
#pragma once

#include <optional>
#include <string>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// What `recoup verify` asks.
struct VerifyRequest {
  std::optional<std::string> case_id;  ///< Every account held where none is named.
  Form form = Form::text;
  bool letters = false;  ///< In place of the grid: what to ask each bank for.
  std::string folder;    ///< Where the letters go; empty: they are the answer.
};

/// The grid of every account: what its statements prove, what is missing, what does not add up, and
/// which lines count once. Asks for a person where anything is not proven.
///
///   Errors  As load_case; cannot_write.
[[nodiscard]] Result<Reply> answer_verify(const Session& session, const VerifyRequest& request);

}  // namespace recoup
