// checks.hpp: what a machine can see of the project's own rules.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tree.hpp"

namespace recoup::tidy {

/// One breach of one rule.
struct Finding {
  std::string path;
  std::size_t line = 0;  ///< From 1; 0 where the whole file or folder is meant.
  std::string what;
};

/// A rule: its name in allowed.txt, and the function that lists every breach of it, also those that
/// allowed.txt lets pass.
struct Check {
  std::string_view name;
  std::vector<Finding> (*find)(const Tree&);
};

/// A room includes the public headers of rooms that it names, and of no other.
[[nodiscard]] std::vector<Finding> includes_against_the_direction(const Tree& tree);
/// A foreign library is included in one room.
[[nodiscard]] std::vector<Finding> libraries_outside_their_home(const Tree& tree);
/// No double and no float, but where a foreign reader or server is wrapped.
[[nodiscard]] std::vector<Finding> floating_point(const Tree& tree);
/// Clocks, locale, random numbers, numbers by floating point, and printing in library rooms.
[[nodiscard]] std::vector<Finding> banned_calls(const Tree& tree);
/// Tabs, blanks at a line's end, bytes of another alphabet outside comments and literals.
[[nodiscard]] std::vector<Finding> untidy_text(const Tree& tree);
[[nodiscard]] std::vector<Finding> lines_too_long(const Tree& tree);
[[nodiscard]] std::vector<Finding> files_too_long(const Tree& tree);
/// Marks of unfinished work.
[[nodiscard]] std::vector<Finding> open_ends(const Tree& tree);
/// Every source of a room and every test is named in a CMakeLists.txt: what is not built is lost
/// without a word.
[[nodiscard]] std::vector<Finding> files_that_nothing_builds(const Tree& tree);
/// A public header of a room has tests/<room>/<stem>_test.cpp, or a test that includes it by name.
[[nodiscard]] std::vector<Finding> headers_without_a_test(const Tree& tree);
/// tests/golden/<room>/{good,bad}/<case>/ says why it is there.
[[nodiscard]] std::vector<Finding> golden_cases_without_a_why(const Tree& tree);
/// engine/README.md names every room with its folder, and no folder that is not there.
[[nodiscard]] std::vector<Finding> faults_of_the_map(const Tree& tree);

/// Two rooms define a type of one name: in one namespace the linker would take either for both.
[[nodiscard]] std::vector<Finding> names_defined_twice(const Tree& tree);

/// What a Markdown file of ours links to is there.
[[nodiscard]] std::vector<Finding> links_that_lead_nowhere(const Tree& tree);

inline constexpr std::array<Check, 14> checks = {{
    {"direction", includes_against_the_direction},
    {"home", libraries_outside_their_home},
    {"floating-point", floating_point},
    {"banned-call", banned_calls},
    {"untidy", untidy_text},
    {"line-length", lines_too_long},
    {"length", files_too_long},
    {"open-end", open_ends},
    {"unbuilt", files_that_nothing_builds},
    {"test-file", headers_without_a_test},
    {"why", golden_cases_without_a_why},
    {"map", faults_of_the_map},
    {"link", links_that_lead_nowhere},
    {"name", names_defined_twice},
}};

/// Whether allowed.txt lets a finding pass. A file's length passes up to the number that stands
/// there.
[[nodiscard]] bool is_allowed(const Tree& tree, const Check& check, const Finding& finding);

/// "path:line: what".
[[nodiscard]] std::string text(const Finding& finding);

}  // namespace recoup::tidy
