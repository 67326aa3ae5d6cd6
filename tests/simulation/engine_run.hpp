// engine_run.hpp: the engine's own answer to a case, in the words of the second opinion.
#pragma once

#include <functional>

#include "penny_tracer.hpp"
#include "recoup/ledger/builder.hpp"
#include "recoup/matching/links.hpp"
#include "world.hpp"

namespace recoup {

/// What the engine says, and which promises of its headers it broke in saying so.
struct EngineRun {
  PennyOpinion opinion;
  std::vector<std::string> broken_promises;
};

/// Asks the engine, from documents to range. The dice cut the statements into documents where that
/// can be done without doubt, and shuffle these.
EngineRun run_engine(const PennyCase& told, Dice& dice);

/// The documents of a case, before they are shuffled.
std::vector<StatementPart> documents_of(const PennyCase& told, Dice& dice);

/// What is done to the engine's ledger and links before they are traced.
using LedgerChange = std::function<void(Ledger& ledger, Links& links)>;

/// The same, from documents at hand, which show the entries of `told` with their lines. A change
/// leaves every entry in place that a source or interest of `told` is on.
EngineRun run_engine_on(const PennyCase& told, std::vector<StatementPart> documents,
                        const LedgerChange& change = nullptr);

}  // namespace recoup
