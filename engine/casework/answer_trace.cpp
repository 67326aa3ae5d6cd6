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
  if (is_all) {
    std::vector<TracedBoth> traces;
    std::vector<Trace> leads;
    for (const TracingMethod each : dividing_methods) {
      question.method = each;
      RECOUP_TRY(traced, trace_both(loaded.build.ledger, loaded.movements, question));
      leads.push_back(traced.leads);
      traces.push_back(std::move(traced));
    }
    const std::vector<RangeRow> range = range_over(leads);
    answer.text = request.form == Form::json ? all_methods_json(context, traces, range)
                                             : all_methods_text(context, traces, range);
  } else if (method) {
    question.method = *method;
    RECOUP_TRY(traced, trace_both(loaded.build.ledger, loaded.movements, question));
    answer.text =
        request.form == Form::json ? trace_json(context, traced) : trace_text(context, traced);
  } else {
    RECOUP_TRY(found, exposures(loaded.build.ledger, loaded.movements.first, question));
    answer.text = request.form == Form::json ? exposures_json(context, found)
                                             : exposures_text(context, found);
  }
  return answer;
}

}  // namespace recoup
