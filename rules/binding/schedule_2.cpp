#include "schedule_2.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// What the list says of one offence: yes, no, or nothing.
Result<Value> listed(const Pack& pack, std::string_view written, const Origin& origin,
                     std::string& working) {
  const std::size_t at = written.rfind(" s.");
  if (at == std::string_view::npos) return Value();
  FactTable facts;
  facts.set({"offence statute", Value(std::string(trimmed(written.substr(0, at)))), "", origin});
  facts.set({"offence section", Value(std::string(trimmed(written.substr(at + 3)))), "", origin});
  RECOUP_TRY(finding, pack.evaluate("Schedule 2 listing", facts, std::nullopt));
  if (finding.status != Status::determined) return Value();
  for (const FindingRule& rule : finding.fired) {
    working += (working.empty() ? "" : " ") + rule.reason;
  }
  return finding.value;
}

}  // namespace

Result<Fact> schedule_2_fact(const Pack& pack, const CaseEntry& entry,
                             const std::string& document) {
  Fact fact{"schedule 2 offence",
            Value::missing(entry.name_of("schedule_2")),
            "",
            {document, entry.line, ""}};
  if (const auto stated = entry.truth("schedule_2")) {
    fact.value = Value(*stated);
    return fact;
  }
  const auto statute = entry.text("statute");
  if (!statute) return fact;
  bool any = false;
  bool all_excluded = true;
  std::string working;
  for (const std::string_view part : split(*statute, ';')) {
    RECOUP_TRY(answer, listed(pack, trimmed(part), fact.origin, working));
    any = any || answer.is_true();
    all_excluded = all_excluded && answer.is_false();
  }
  if (!any && !all_excluded) return fact;
  fact.value = Value(any);
  fact.origin.derivation = working;
  return fact;
}

}  // namespace recoup
