// tck.hpp: runs tests in the format of the standard's conformance suite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// What became of one result node of a test.
struct TckCase {
  enum class Result : std::uint8_t { passed, failed, skipped };

  std::string file;   ///< Of the tests.
  std::string model;  ///< As the tests name it.
  std::string test;   ///< Identifier of the test case.
  std::string node;   ///< Decision whose result is compared.
  Result result = Result::failed;
  std::string why;                 ///< Unless it passed strictly.
  std::vector<std::string> fired;  ///< Identifiers of the rules that fired.
};

/// Everything that was run.
struct TckReport {
  std::size_t passed = 0;  ///< Result nodes.
  std::size_t failed = 0;
  std::size_t skipped = 0;
  std::size_t tests_passed = 0;  ///< Test cases all of whose nodes passed.
  std::size_t tests = 0;
  std::vector<TckCase> cases;
};

/// What of the standard's conformance kit this engine passes.
struct KitScore {
  std::size_t passed;
  std::size_t run;     ///< Test cases that were at hand.
  std::size_t whole;   ///< Test cases of the whole kit.
  const char* commit;  ///< Of dmn-tck/tck.
};

/// As measured by tests/dmn/external_tck_test.cpp, strictly; what fails is written in Java.
inline constexpr KitScore kit_score{2070, 2077, 3391, "0dbcaf9b"};

/// "2070/2077 of 3391 @0dbcaf9b".
[[nodiscard]] std::string text(const KitScore& score);

/// Files by path, with "/" between folders.
using FileSet = std::map<std::string, std::string>;

/// Runs every `*-test-*.xml` among the files against the model that it names, which stands in the
/// same folder or in a folder `model` beside it. Results are compared strictly: no tolerance, no
/// rounding, but for a short list of nodes of the conformance suite, each marked in its case.
///
/// A file that cannot be read is a failed case that says why.
[[nodiscard]] TckReport run_tck(const FileSet& files);

}  // namespace recoup
