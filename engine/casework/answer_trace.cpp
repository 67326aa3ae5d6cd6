#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {
namespace {

Error no_such_method(const std::string& method) {
  std::string expected;
  for (const TracingMethod known : dividing_methods) expected += std::string(text(known)) + ", ";
  return Error{
      ErrorCode::usage, "method " + recoup::quoted(method), expected + "poison or all", {}};
}

Error no_amounts() {
  return Error{ErrorCode::usage,
               "what-if options with method \"poison\", which claims no amount",
               "a method that divides, or all",
               {}};
}

Result<std::vector<TracedBoth>> trace_each(const LoadedCase& loaded,
                                           const std::vector<TracingMethod>& methods,
                                           TraceQuestion question) {
  std::vector<TracedBoth> traces;
  for (const TracingMethod each : methods) {
    question.method = each;
    RECOUP_TRY(traced, trace_both(loaded.build.ledger, loaded.movements, question));
    traces.push_back(std::move(traced));
  }
  return traces;
}

Result<WhatIfAnswer> answer_what_if(const LoadedCase& loaded, const WhatIfRequest& request,
                                    TraceQuestion question, const std::vector<TracedBoth>& stands) {
  RECOUP_TRY(supposed, suppose(loaded, request));
  WhatIfAnswer answer{supposed.changes, supposed.notes, {}};
  for (const TracedBoth& each : stands) {
    question.method = each.leads.method;
    RECOUP_TRY(figures, trace_supposed(supposed, question, each, answer.notes));
    answer.figures.push_back(std::move(figures));
  }
  return answer;
}

}  // namespace

Result<CivilTime> parse_as_at(const std::string& text) {
  const auto time = BookingTime::parse(text);
  if (!time) return Error{ErrorCode::usage, time.error().found, time.error().expected, {}};
  const CivilTime key = time.value().order_key();
  // A date alone means the end of that day.
  return time.value().has_time() ? key : CivilTime{key.micros + micros_per_day - 1};
}

Result<Reply> answer_trace(const Session& session, const TraceRequest& request) {
  std::optional<CivilTime> as_at;
  if (request.as_at) {
    RECOUP_TRY(time, parse_as_at(*request.as_at));
    as_at = time;
  }
  const auto method = parse_tracing_method(request.method);
  const bool is_all = request.method == "all";
  if (!method && !is_all && request.method != "poison") return no_such_method(request.method);
  if (!method && !is_all && !request.what_if.is_empty()) return no_amounts();
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  TraceContext context = trace_context(loaded, request.as_at);
  TraceQuestion question{loaded.sources, TracingMethod::fifo, as_at};
  if (request.accrue) {
    context.interest.emplace();
    for (const NamedInterest& named : loaded.interest) {
      question.accrue.push_back(named.interest);
      context.interest->push_back({named.interest.credit, named.why});
    }
  }
  Reply answer;
  answer.needs_person = !loaded.unresolved.empty() ||
                        !loaded.movements.first.contradictions.empty() ||
                        !loaded.links.review.empty() || has_faults(loaded.build.remarks) ||
                        has_contradictions(context.unverified);
  if (!is_all && !method) {
    RECOUP_TRY(found, exposures(loaded.build.ledger, loaded.movements.first, question));
    answer.text = request.form == Form::json ? exposures_json(context, found)
                                             : exposures_text(context, found);
    return answer;
  }
  const auto methods =
      is_all ? std::vector(dividing_methods.begin(), dividing_methods.end()) : std::vector{*method};
  RECOUP_TRY(traces, trace_each(loaded, methods, question));
  if (!request.what_if.is_empty()) {
    RECOUP_TRY(what_if, answer_what_if(loaded, request.what_if, question, traces));
    context.what_if = std::move(what_if);
  }
  const bool is_json = request.form == Form::json;
  if (is_all) {
    std::vector<Trace> leads;
    for (const TracedBoth& traced : traces) leads.push_back(traced.leads);
    const std::vector<RangeRow> range = range_over(leads);
    answer.text = is_json ? all_methods_json(context, traces, range)
                          : all_methods_text(context, traces, range);
  } else {
    answer.text =
        is_json ? trace_json(context, traces.front()) : trace_text(context, traces.front());
  }
  return answer;
}

}  // namespace recoup
