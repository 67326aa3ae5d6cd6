// questions.hpp: one function per question that the command line asks of a case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/piece_sink.hpp"
#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// How an answer is to be written.
enum class Form : std::uint8_t { text, json };

/// An answer, and whether it asks for a person's attention.
struct Reply {
  std::string text;
  bool needs_person = false;  ///< Exit status 1.
};

/// What `recoup trace` asks.
struct TraceRequest {
  std::string case_id;
  std::string method;                ///< A name of TracingMethod, "poison" or "all".
  std::optional<std::string> as_at;  ///< A date or a date and time.
  Form form = Form::text;
};

/// Where each source went.
///
/// Errors: usage (no such method or time), not_found, and what the tracer answers.
[[nodiscard]] Result<Reply> answer_trace(const Session& session, const TraceRequest& request);

/// Which debit and credit are one transfer, over one case or over every account held.
[[nodiscard]] Result<Reply> answer_match(const Session& session,
                                         const std::optional<std::string>& case_id, Form form);

/// What `recoup export transactions` asks.
struct ExportRequest {
  std::optional<std::string> case_id;       ///< Nothing: every account that is held.
  std::uint64_t entries_at_once = 100'000;  ///< So many are held, or those of one account.
};

/// Every entry in canonical CSV, in statement order per account, by account name in byte order.
///
///   Shape   Memory for the entries that are held at once, whatever the size of the store.
///   Errors  not_found, and those of the store and of `out`; what was handed over before stands.
Result<void> export_transactions(const Session& session, const ExportRequest& request,
                                 const PieceSink& out);

/// The end of a day, or the moment, that `text` names.
///
/// Errors: usage.
[[nodiscard]] Result<CivilTime> parse_as_at(const std::string& text);

}  // namespace recoup
