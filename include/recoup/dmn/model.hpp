// model.hpp: decision models, as any tool of the standard writes them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/outcome.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

struct DmnGraph;

/// How a model treats what it is not told.
enum class DecisionMode : std::uint8_t {
  standard,  ///< As the standard says: an input that is not given is null, and null matches
             ///< nothing.
  court,     ///< An input that is not given is a missing fact, and a missing fact is never a "no".
};

/// What becomes of an expression that is none.
enum class ModelReading : std::uint8_t {
  strict,     ///< The model is refused.
  forgiving,  ///< Its value is null, with the fault as the reason, as the conformance suite has it.
};

/// Documents by path.
using ModelSet = std::map<std::string, std::string>;

/// A model that has been read: its decisions can be evaluated any number of times.
///
///   Shape   Reads models of DMN 1.1 to 1.6. A value that is not of the type of its variable is
///           null. Functions of Java are not run.
///   Same    Equal inputs give an equal outcome, rule by rule in the order of the table.
///   Cites   OMG DMN 1.5 (formal/2024-01-01), clauses 6 to 10.
class DecisionModel {
 public:
  /// Reads a model. `document` is named in errors. Models that it imports are sought by their
  /// namespace among `others`.
  ///
  /// Errors: malformed (no XML, no model, an expression that is none), not_found (a requirement or
  /// an import that leads nowhere), contradiction (decisions that need each other, models that
  /// import each other, two elements of one id).
  static Result<DecisionModel> read(const std::string& document, std::string_view bytes,
                                    const ModelSet& others = {},
                                    ModelReading reading = ModelReading::strict);

  [[nodiscard]] const std::string& name() const noexcept;
  /// Names of the decisions, in the order of the document.
  [[nodiscard]] std::vector<std::string> decisions() const;
  /// Names of the input data that the decision needs, by itself and through others, sorted.
  [[nodiscard]] std::vector<std::string> inputs_of(std::string_view decision) const;

  /// Evaluates one decision and everything it needs.
  ///
  /// Errors: not_found (no such decision).
  [[nodiscard]] Result<Outcome> evaluate(std::string_view decision, const Context& inputs,
                                         DecisionMode mode) const;
  /// The same where the day and time of the run are told to the model ("now()").
  [[nodiscard]] Result<Outcome> evaluate(std::string_view decision, const Context& inputs,
                                         DecisionMode mode,
                                         const std::optional<FeelDateTime>& now) const;

  /// Calls a decision service or a piece of knowledge with arguments by their names.
  ///
  /// Errors: not_found (nothing of that name can be called).
  [[nodiscard]] Result<Outcome> invoke(std::string_view name, const Context& arguments,
                                       DecisionMode mode) const;

 private:
  std::shared_ptr<const DmnGraph> graph_;
};

}  // namespace recoup
