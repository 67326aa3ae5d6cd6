#include <algorithm>
#include <array>

#include "pack_facts.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/pack_questions.hpp"
#include "recoup/dmn/model_outline.hpp"
#include "recoup/report/explanation_report.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {
namespace {

using State = PackSignatures::State;

/// The expressions of a pack that round, where it holds the decision.
std::vector<std::string> roundings_of(const NamedPack& pack, const std::string& decision) {
  constexpr std::array<std::string_view, 7> functions = {
      "decimal(",         "round up(", "round down(", "round half up(",
      "round half down(", "floor(",    "ceiling("};
  std::vector<std::string> found;
  const auto look = [&](const std::string& text) {
    const bool rounds = std::any_of(functions.begin(), functions.end(), [&](std::string_view one) {
      return text.find(one) != std::string::npos;
    });
    if (rounds) found.push_back(text);
  };
  for (const auto& [path, bytes] : pack.files) {
    if (!path.ends_with(".dmn")) continue;
    const auto outline = outline_model(path, bytes);
    if (!outline || outline.value().find(decision) == nullptr) continue;
    for (const OutlineElement& element : outline.value().elements) {
      for (const OutlineExpression& one : element.expressions) look(one.text.text);
      for (const OutlineTable& table : element.tables) {
        for (const OutlineColumn& input : table.inputs) look(input.expression.text);
        for (const OutlineRule& rule : table.rules) {
          for (const OutlineText& test : rule.tests) look(test.text);
          for (const OutlineText& output : rule.outputs) look(output.text);
        }
      }
    }
  }
  return found;
}

std::string program_digest() {
  const auto program = read_document("/proc/self/exe");
  return program ? sha256(program.value().bytes).text() : "";
}

/// A figure of the law comes from the pack: nobody states it as a fact.
Result<void> refuse_figures(const FactTable& facts, const Pack& pack) {
  for (const Fact& fact : facts.facts()) {
    if (!pack.parameters().has(fact.name)) continue;
    return Error{ErrorCode::contradiction,
                 recoup::quoted(fact.name) + " as a fact",
                 "a fact: this one is a dated figure of the pack",
                 {fact.origin.document, fact.origin.line, fact.name}};
  }
  return {};
}

}  // namespace

Result<bool> runs_as_draft(const NamedPack& pack, const PackSignatures& signatures, bool is_draft) {
  if (signatures.state == State::altered || signatures.state == State::invalid) {
    return Error{ErrorCode::contradiction,
                 signature_sentence(signatures),
                 "a pack as it was signed",
                 {pack.name, 0, "pack.sig"}};
  }
  if (!pack.is_folder || signatures.state == State::reviewed) return false;
  if (is_draft) return true;
  return Error{ErrorCode::usage,
               recoup::quoted(pack.name) + ", " + signature_sentence(signatures),
               "a pack signed by an author and a reviewer, or --draft",
               {}};
}

Result<Reply> explain_decision(const RuleExplainRequest& request) {
  RECOUP_TRY(named, find_pack(request.pack));
  RECOUP_TRY(signatures, pack_signatures(named.files));
  RECOUP_TRY(is_draft, runs_as_draft(named, signatures, request.is_draft));
  RECOUP_TRY(pack, Pack::read(named.files));
  std::optional<Date> day;
  if (request.governing_date) {
    const auto date = parse_date(*request.governing_date);
    if (!date) {
      return Error{ErrorCode::usage,
                   recoup::quoted(*request.governing_date),
                   "a day such as 2026-11-22",
                   {}};
    }
    day = date.value();
  }
  RECOUP_TRY(dictionary, FactDictionary::of_pack(named.files));
  RECOUP_TRY(document, read_document(request.facts_path));
  RECOUP_TRY(facts, read_stated_facts(document.bytes, request.facts_path, dictionary));
  if (auto checked = refuse_figures(facts, pack); !checked) return checked.error();
  RECOUP_TRY(finding, pack.evaluate(request.decision, facts, day));
  ExplanationFrame frame{request.program_version,
                         program_digest(),
                         signature_sentence(signatures),
                         is_draft,
                         roundings_of(named, request.decision),
                         {}};
  for (const Fact& fact : facts.facts()) {
    const bool asked = std::any_of(finding.facts.begin(), finding.facts.end(),
                                   [&](const Fact& one) { return one.name == fact.name; });
    if (!asked) frame.unasked.push_back(fact.name);
  }
  return Reply{request.form == Form::json ? explanation_json(finding, frame)
                                          : explanation_text(finding, frame),
               finding.status != Status::determined};
}

}  // namespace recoup
