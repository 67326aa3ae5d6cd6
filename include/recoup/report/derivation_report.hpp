// derivation_report.hpp: why a traced figure is what it is, in sentences that a pencil can check.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/base/digest.hpp"
#include "recoup/report/trace_report.hpp"
#include "recoup/tracing/derivation.hpp"

namespace recoup {

/// What an explanation refers to.
struct DerivationContext {
  TraceContext trace;
  const Movements* movements = nullptr;        ///< In the order that was followed.
  std::map<Digest, std::string> documents;     ///< The names of those that are cited.
  std::map<std::string, std::string> holders;  ///< Of accounts, as the case file states them.
  std::map<std::string, std::string> basis;    ///< Of sources, by id: why the case declares them.
  DerivationTarget target;
  std::string question;  ///< What is explained, in words: "source S1", "the payment ...".
};

/// The rule of a method in one sentence, as it is applied at every payment.
[[nodiscard]] std::string rule_in_words(TracingMethod method);

/// One sentence for each step, in order. Entries of one account that follow each other and move
/// other money alone share a sentence.
///
///   Unit  Amounts with groups of three; with their currency where the steps know several.
[[nodiscard]] std::vector<std::string> derivation_sentences(const DerivationContext& context,
                                                            const Derivation& derivation);

/// What the steps come to for what was asked, a sentence each; the sums are re-added.
[[nodiscard]] std::vector<std::string> derivation_results(const DerivationContext& context,
                                                          const Derivation& derivation);

/// The question, the rule with its authority, the numbered sentences and the result.
[[nodiscard]] std::string derivation_text(const DerivationContext& context,
                                          const Derivation& derivation);
[[nodiscard]] std::string derivation_json(const DerivationContext& context,
                                          const Derivation& derivation);

/// Where two methods part: the first movement that carries something else, what each rule takes
/// there, and what each comes to in the end.
[[nodiscard]] std::string parting_text(const DerivationContext& context, const Derivation& one,
                                       const Derivation& other);
[[nodiscard]] std::string parting_json(const DerivationContext& context, const Derivation& one,
                                       const Derivation& other);

}  // namespace recoup
