#include <algorithm>
#include <utility>

#include "declared_legs.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/report/derivation_report.hpp"

namespace recoup {
namespace {

Error not_found(std::string found, std::string expected) {
  return Error{ErrorCode::not_found, std::move(found), std::move(expected), {}};
}

/// Finds what is to be explained among the movements of a case.
class TargetFinder {
 public:
  TargetFinder(const LoadedCase& loaded, const Movements& movements, std::size_t followed)
      : loaded_(loaded), movements_(movements), followed_(followed) {}

  /// By the id that a trace gives, or by a reference that one movement alone has.
  Result<void> add_movement(const std::string& name, DerivationContext& context) const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < followed_; ++row) {
      const Movement& movement = movements_.in_order[row];
      const bool is_named = movement_id(ledger(), movement) == name ||
                            has_reference(ledger(), movement.debit, name) ||
                            has_reference(ledger(), movement.credit, name);
      if (is_named) rows.push_back(row);
    }
    if (rows.empty()) {
      return not_found("movement " + quoted(name),
                       "an id of `recoup trace --json`, or the reference of an entry");
    }
    if (rows.size() > 1) {
      return Error{ErrorCode::contradiction,
                   std::to_string(rows.size()) + " movements with the reference " + quoted(name),
                   "the id of one of them, as `recoup trace --json` gives it",
                   {}};
    }
    context.target.movements = rows;
    context.question = "where the money of movement " + printable(name) + " came from";
    return {};
  }

  Result<void> add_source(const std::string& id, DerivationContext& context) const {
    for (std::uint32_t source = 0; source < loaded_.sources.size(); ++source) {
      if (loaded_.sources[source].id != id) continue;
      context.target.sources.push_back(source);
      context.question = "where source " + printable(id) + " went";
      return {};
    }
    return not_found("source " + quoted(id), "a source of the case that a statement shows");
  }

  /// An asset of the case file that names its payment, an account, or an end point by its name.
  Result<void> add_asset(const std::string& name, DerivationContext& context) const {
    if (const HeldFact* const entry = loaded_.facts.find("assets", name, "id"); entry != nullptr) {
      return add_declared_asset(name, context);
    }
    if (const auto account = ledger().find_account(name)) {
      context.target.accounts.push_back(*account);
      context.question = "where the money on " + printable(name) + " came from";
      return {};
    }
    for (std::uint32_t row = 0; row < followed_; ++row) {
      const Movement& movement = movements_.in_order[row];
      if (movement.credit) continue;
      const std::string paid = end_point_of(ledger(), movement);
      if (ascii_lower(paid) != ascii_lower(name)) continue;
      context.target.movements.push_back(row);
    }
    context.question = "where the money paid to " + quoted(name) + " came from";
    if (!context.target.movements.empty()) return {};
    return not_found("asset " + quoted(name),
                     "an asset of the case file, an account of the case, or the name of an end "
                     "point as `recoup trace` gives it");
  }

 private:
  [[nodiscard]] const Ledger& ledger() const { return loaded_.build.ledger; }

  Result<void> add_declared_asset(const std::string& id, DerivationContext& context) const {
    const auto field = [&](std::string_view name) {
      return loaded_.facts.text_or_empty("assets", id, name);
    };
    const DeclaredLeg declared{field("account"), field("reference"), field("document"),
                               line_number(field("line")),
                               fact_place(*loaded_.facts.find("assets", id, "id"), "assets")};
    const auto account = ledger().find_account(declared.account);
    if (!account) {
      return not_found("asset " + quoted(id) + " without the payment that bought it",
                       "\"account\" of the case and \"reference\" (or \"document\" and \"line\") "
                       "in its entry of the case file; or --asset with the name of the one paid");
    }
    RECOUP_TRY(found, find_leg(loaded_, declared, *account));
    if (!found.leg) return not_found("asset " + quoted(id), found.why_not);
    for (std::uint32_t row = 0; row < followed_; ++row) {
      const Movement& movement = movements_.in_order[row];
      if (movement.debit == found.leg || movement.credit == found.leg) {
        context.target.movements.push_back(row);
      }
    }
    context.question = "where the money that bought asset " + printable(id) + " came from";
    const std::string description = field("description");
    if (!description.empty()) context.question += " (" + printable(description) + ")";
    return {};
  }

  const LoadedCase& loaded_;
  const Movements& movements_;
  std::size_t followed_;
};

Result<TracingMethod> method_of(const std::string& name) {
  const auto method = parse_tracing_method(name);
  if (method) return *method;
  std::string expected;
  for (const TracingMethod known : dividing_methods) {
    expected += (expected.empty() ? "" : ", ") + std::string(text(known));
  }
  return Error{ErrorCode::usage, "method " + quoted(name), std::move(expected), {}};
}

Result<void> add_target(const ExplainRequest& request, const TargetFinder& finder,
                        DerivationContext& context) {
  const int named = (request.movement ? 1 : 0) + (request.source ? 1 : 0) + (request.asset ? 1 : 0);
  if (named != 1) {
    return Error{ErrorCode::usage,
                 named == 0 ? "nothing to explain" : "several things to explain",
                 "one of --asset, --movement and --source",
                 {}};
  }
  if (request.movement) return finder.add_movement(*request.movement, context);
  if (request.source) return finder.add_source(*request.source, context);
  return finder.add_asset(*request.asset, context);
}

DerivationContext derivation_context(const LoadedCase& loaded,
                                     const std::optional<std::string>& as_at) {
  DerivationContext context;
  context.trace = trace_context(loaded, as_at);
  for (const HeldDocument& held : loaded.documents) {
    context.documents.emplace(held.digest, held.name);
  }
  for (const CaseAccount& account : loaded.accounts) {
    context.holders.emplace(account.account, account.holder);
  }
  for (const DeclaredSource& source : loaded.declared) {
    context.basis.emplace(source.id, source.basis);
  }
  return context;
}

}  // namespace

Result<Reply> answer_explain(const Session& session, const ExplainRequest& request) {
  RECOUP_TRY(method, method_of(request.method));
  std::optional<TracingMethod> against;
  if (request.against) {
    RECOUP_TRY(other, method_of(*request.against));
    against = other;
  }
  std::optional<CivilTime> as_at;
  if (request.as_at) {
    RECOUP_TRY(time, parse_as_at(*request.as_at));
    as_at = time;
  }
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  DerivationContext context = derivation_context(loaded, request.as_at);
  const Ledger& ledger = loaded.build.ledger;
  TraceQuestion question{loaded.sources, method, as_at};
  RECOUP_TRY(traced, trace_both(ledger, loaded.movements, question));
  // Two methods are held against each other in one order.
  context.movements = &loaded.movements.of(traced.leads);
  const TargetFinder finder(loaded, *context.movements,
                            followed_count(ledger, *context.movements, as_at));
  if (auto added = add_target(request, finder, context); !added) return added.error();
  RECOUP_TRY(one, derive(ledger, *context.movements, question, context.target));
  const bool is_json = request.form == Form::json;
  Reply answer;
  // As for the trace that is explained.
  answer.needs_person = !loaded.unresolved.empty() || !context.movements->contradictions.empty() ||
                        !loaded.links.review.empty() || has_faults(loaded.build.remarks) ||
                        has_contradictions(context.trace.unverified);
  if (against) {
    question.method = *against;
    RECOUP_TRY(other, derive(ledger, *context.movements, question, context.target));
    answer.text = is_json ? parting_json(context, one, other) : parting_text(context, one, other);
  } else {
    answer.text = is_json ? derivation_json(context, one) : derivation_text(context, one);
  }
  return answer;
}

}  // namespace recoup
