// input_types.hpp: of which types a model says that its inputs are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/columns.hpp"
#include "recoup/dmn/model.hpp"

namespace recoup {

/// An input of a model.
struct InputType {
  std::string name;
  std::string type;  ///< "number", "date" …; the base of an item definition; empty where none is.

  /// The kind of column for it; nothing where no column holds that type, or none is named.
  [[nodiscard]] std::optional<FactColumn::Kind> kind() const;
};

/// The inputs of a model with their types, in the order of the document.
///
/// Errors: malformed (no XML).
[[nodiscard]] Result<std::vector<InputType>> read_input_types(const std::string& document,
                                                              std::string_view bytes);

/// The kind of column that the cells over this input compare it with, where the first constant of a
/// simple cell tells.
[[nodiscard]] std::optional<FactColumn::Kind> kind_by_cells(const DecisionModel& model,
                                                            std::string_view input);

}  // namespace recoup
