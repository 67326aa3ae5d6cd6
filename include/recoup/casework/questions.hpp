// questions.hpp: one function per question that the command line asks of a case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/piece_sink.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/what_if.hpp"

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
  bool accrue = false;         ///< Split interest over what earned it.
  WhatIfRequest what_if = {};  ///< Under which every figure is given a second time.
};

/// Where each source went. Whether it asks for a person does not depend on what is supposed.
///
/// Errors: usage (no such method or time; poison and a hypothesis), not_found, those of `suppose`,
/// and what the tracer answers.
[[nodiscard]] Result<Reply> answer_trace(const Session& session, const TraceRequest& request);

/// What `recoup pool` asks.
struct PoolRequest {
  std::string case_id;
  std::string account;
  std::string currency;  ///< Empty where the account has one only.
  std::optional<std::string> as_at;
  bool sources_only = false;  ///< Money that no source claims has no share.
  bool is_capped = false;     ///< By each contributor's lowest intermediate balance.
  Form form = Form::text;
};

/// What is left on one account, shared by total contributions.
///
/// Errors: usage (no such time or currency), not_found (case, account), and those of share_pool.
[[nodiscard]] Result<Reply> answer_pool(const Session& session, const PoolRequest& request);
/// The entries of a case or of every account that is held, with their transfers.
struct MatchedPopulation {
  LedgerBuild build;
  Links links;
};

/// Over every account the decisions of all cases count.
///
/// Errors: not_found, and those of the store.
[[nodiscard]] Result<MatchedPopulation> matched_population(
    const Session& session, const std::optional<std::string>& case_id);
/// What `recoup explain` asks: one of asset, movement and source.
struct ExplainRequest {
  std::string case_id;
  /// An asset of the case file that names its payment, an account, or the name of an end point.
  std::optional<std::string> asset;
  std::optional<std::string> movement;  ///< Its id in a trace, or a reference that it alone has.
  std::optional<std::string> source;
  std::string method = "fifo";         ///< A name of TracingMethod.
  std::optional<std::string> against;  ///< Another: where the two part.
  std::optional<std::string> as_at;
  Form form = Form::text;
};

/// Why a figure of a trace is what it is, as numbered sentences; or where two methods part.
///
/// Errors: usage, not_found (no such movement, source or asset), contradiction (a reference that
/// several movements have), and what the tracer answers.
[[nodiscard]] Result<Reply> answer_explain(const Session& session, const ExplainRequest& request);

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
