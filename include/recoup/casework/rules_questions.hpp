// rules_questions.hpp: which packs decide, and whether rules give what their tests say.
#pragma once

#include <string>
#include <vector>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// The packs that are part of the program: id, version, title, digest.
[[nodiscard]] Result<Reply> list_packs(Form form);

/// Runs the test files (`*-test-*.xml`) below each path against their models.
///
/// Errors: no_such_file, not_permitted.
[[nodiscard]] Result<Reply> test_rules(const std::vector<std::string>& paths, Form form);

}  // namespace recoup
