#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "checks.hpp"

namespace recoup::tidy {
namespace {

namespace fs = std::filesystem;

const Tree& project() {
  static const Tree tree{fs::path(RECOUP_SOURCE_DIR)};
  return tree;
}

const Check& check_named(std::string_view name) {
  const auto found = std::ranges::find(checks, name, &Check::name);
  EXPECT_NE(found, checks.end()) << name;
  return *found;
}

void expect_none(std::string_view name) {
  const Check& check = check_named(name);
  std::string breaches;
  for (const Finding& finding : check.find(project())) {
    if (!is_allowed(project(), check, finding)) breaches += text(finding) + "\n";
  }
  EXPECT_TRUE(breaches.empty()) << breaches;
}

TEST(Tidy, NoRoomIncludesARoomThatItDoesNotName) { expect_none("direction"); }
TEST(Tidy, EveryForeignLibraryHasOneHome) { expect_none("home"); }
TEST(Tidy, NoRoomCountsInFloatingPoint) { expect_none("floating-point"); }
TEST(Tidy, NoRoomCallsWhatIsBanned) { expect_none("banned-call"); }
TEST(Tidy, NoLineHoldsATabOrEndsInABlank) { expect_none("untidy"); }
TEST(Tidy, NoLineIsLongerThanAHundredColumns) { expect_none("line-length"); }
TEST(Tidy, NoFileOutgrowsItsLimit) { expect_none("length"); }
TEST(Tidy, NothingIsMarkedAsUnfinished) { expect_none("open-end"); }
TEST(Tidy, EverySourceAndEveryTestIsBuilt) { expect_none("unbuilt"); }
TEST(Tidy, EveryPublicHeaderIsTested) { expect_none("test-file"); }
TEST(Tidy, EveryGoldenCaseSaysWhy) { expect_none("why"); }
TEST(Tidy, TheMapNamesTheRoomsThatThereAre) { expect_none("map"); }

TEST(Tidy, EveryTypeHasANameOfItsOwn) { expect_none("name"); }
TEST(Tidy, EveryLinkLeadsSomewhere) { expect_none("link"); }

TEST(Tidy, TheTreeWasFound) {
  EXPECT_NE(project().room_named("base"), nullptr);
  EXPECT_GT(project().files().size(), 20U);
}

TEST(Tidy, NothingIsAllowedWithoutAReason) {
  for (const auto& [key, allowance] : project().allowed()) {
    EXPECT_FALSE(allowance.reason.empty())
        << "tests/tidy/allowed.txt:" << allowance.line << ": no reason";
  }
}

TEST(Tidy, NothingIsAllowedThatIsNoLongerNeeded) {
  std::map<std::string_view, std::vector<Finding>> found;
  for (const Check& check : checks) found[check.name] = check.find(project());
  for (const auto& [key, allowance] : project().allowed()) {
    const auto& [name, path] = key;
    const std::string where = "tests/tidy/allowed.txt:" + std::to_string(allowance.line) + ": ";
    if (!found.contains(name)) {
      ADD_FAILURE() << where << "no check is called '" << name << "'";
    } else if (std::ranges::find(found[name], path, &Finding::path) == found[name].end()) {
      ADD_FAILURE() << where << path << " no longer needs this; delete the line";
    }
  }
}

// A tree of one room with one mistake in it.
class Mistake : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    const std::string own = std::to_string(getpid()) + "-" + test.name();
    root_ = fs::path(testing::TempDir()) / ("recoup-tidy-" + own);
    fs::remove_all(root_);
    write("CMakeLists.txt",
          "recoup_room(low FOLDER engine/low SOURCES a.cpp)\n"
          "recoup_room(high FOLDER engine/high USES low  # a word\n  SOURCES b.cpp)\n");
    write("engine/README.md",
          "| 0 | low | `engine/low` |\n"
          "| 1 | high | `engine/high` |\n");
    write("engine/low/a.cpp", "int a;\n");
    write("engine/high/b.cpp", "#include \"recoup/low/a.hpp\"\n");
    write("tests/CMakeLists.txt", "room_test(low SOURCES low/a_test.cpp)\n");
    write("tests/tidy/allowed.txt", "# nothing\n");
  }

  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }

  // Every breach that no list lets pass, as "path:line: what" under the name of its check.
  [[nodiscard]] std::vector<std::string> breaches() const {
    const Tree tree(root_);
    std::vector<std::string> found;
    for (const Check& check : checks) {
      for (const Finding& finding : check.find(tree)) {
        if (is_allowed(tree, check, finding)) continue;
        const std::string line = finding.line == 0 ? "" : ":" + std::to_string(finding.line);
        found.push_back(std::string(check.name) + " " + finding.path + line);
      }
    }
    return found;
  }

 private:
  fs::path root_;
};

using Breaches = std::vector<std::string>;

TEST_F(Mistake, NoneIsSeenWhereThereIsNone) { EXPECT_EQ(breaches(), Breaches{}); }

TEST_F(Mistake, AnIncludeUpwardIsSeen) {
  write("engine/low/a.cpp", "int a;\n#include \"recoup/high/b.hpp\"\n");
  EXPECT_EQ(breaches(), Breaches{"direction engine/low/a.cpp:2"});
}

TEST_F(Mistake, AnIncludeThroughTheBackDoorIsSeen) {
  write("engine/high/b.cpp", "#include \"../low/private.hpp\"\n");
  EXPECT_EQ(breaches(), Breaches{"direction engine/high/b.cpp:1"});
}

TEST_F(Mistake, ACommentedIncludeIsNoInclude) {
  write("engine/low/a.cpp", "// #include \"recoup/high/b.hpp\"\n");
  EXPECT_EQ(breaches(), Breaches{});
}

TEST_F(Mistake, ALibraryAwayFromHomeIsSeen) {
  write("engine/low/a.cpp", "#include <sqlite3.h>\n#include <Poco/Net/HTTPServer.h>\n");
  EXPECT_EQ(breaches(), (Breaches{"home engine/low/a.cpp:1", "home engine/low/a.cpp:2"}));
}

TEST_F(Mistake, FloatingPointIsSeenAndItsNameInWordsIsNot) {
  write("engine/low/a.cpp",
        "// a double\n/* float\ndouble */ int a = 1'000;\nauto b = \"float\";\n"
        "auto c = R\"x(double)\" float)x\";\nint double_entry;\ndouble d;\n");
  EXPECT_EQ(breaches(), Breaches{"floating-point engine/low/a.cpp:7"});
}

TEST_F(Mistake, ABannedCallIsSeen) {
  write("engine/low/a.cpp", "auto a = rand();\nauto b = std::stod(t);\nint strand(int);\n");
  write("engine/high/b.cpp", "auto t = time(nullptr);\nstd::cout << 1;\nsnprintf(a, 1, b);\n");
  EXPECT_EQ(breaches(),
            (Breaches{"banned-call engine/high/b.cpp:1", "banned-call engine/high/b.cpp:2",
                      "banned-call engine/low/a.cpp:1", "banned-call engine/low/a.cpp:2"}));
}

TEST_F(Mistake, UntidyTextIsSeen) {
  write("engine/low/a.cpp", "int a; \n\tint b;\nint c;\r\nint \xC3\xA4;\n// \xC3\xA4\n");
  EXPECT_EQ(breaches(), (Breaches{"untidy engine/low/a.cpp:1", "untidy engine/low/a.cpp:2",
                                  "untidy engine/low/a.cpp:3", "untidy engine/low/a.cpp:4"}));
}

TEST_F(Mistake, ALineIsMeasuredInCharacters) {
  std::string accents;
  for (int i = 0; i < 97; ++i) accents += "\xC3\xA4";
  write("engine/low/a.cpp", "// " + accents + "\n// " + accents + "b\n");
  EXPECT_EQ(breaches(), Breaches{"line-length engine/low/a.cpp:2"});
}

TEST_F(Mistake, AFileThatOutgrowsItsLimitIsSeen) {
  write("engine/low/a.cpp", std::string(401, '\n'));
  write("engine/low/a.hpp", std::string(251, '\n'));
  EXPECT_EQ(breaches(), (Breaches{"length engine/low/a.cpp", "length engine/low/a.hpp"}));
}

TEST_F(Mistake, AnAllowedLengthIsALimitToo) {
  write("tests/tidy/allowed.txt", "length engine/low/a.cpp 410 a table\n");
  write("engine/low/a.cpp", std::string(410, '\n'));
  EXPECT_EQ(breaches(), Breaches{});
  write("engine/low/a.cpp", std::string(411, '\n'));
  EXPECT_EQ(breaches(), Breaches{"length engine/low/a.cpp"});
}

TEST_F(Mistake, AMarkOfUnfinishedWorkIsSeen) {
  write("engine/low/a.cpp", std::string("// TO") + "DO: later\n");
  EXPECT_EQ(breaches(), Breaches{"open-end engine/low/a.cpp:1"});
}

TEST_F(Mistake, AFileThatNothingBuildsIsSeen) {
  write("engine/low/lost.cpp", "int lost;\n");
  write("engine/homeless/main.cpp", "int main() {}\n");
  write("tests/low/lost_test.cpp", "int lost;\n");
  write("tests/low/a_test.cpp", "int a;\n");
  write("tests/world/w_test.cpp", "int w;\n");
  write("tests/world/CMakeLists.txt", "add_executable(w_test w_test.cpp)\n");
  EXPECT_EQ(breaches(), (Breaches{"unbuilt engine/homeless/main.cpp", "unbuilt engine/low/lost.cpp",
                                  "unbuilt tests/low/lost_test.cpp"}));
}

TEST_F(Mistake, AHeaderWithoutATestIsSeen) {
  write("include/recoup/low/a.hpp", "int a;\n");
  write("include/recoup/low/b.hpp", "int b;\n");
  write("include/recoup/low/c.hpp", "int c;\n");
  write("tests/low/a_test.cpp", "#include \"recoup/low/b.hpp\"\n");
  EXPECT_EQ(breaches(), Breaches{"test-file include/recoup/low/c.hpp"});
}

TEST_F(Mistake, AGoldenCaseWithoutItsWhyIsSeen) {
  write("tests/golden/low/bad/half-a-file/why.md", "It was cut off.\n");
  write("tests/golden/low/bad/comma-for-point/input.csv", "1,5\n");
  EXPECT_EQ(breaches(), Breaches{"why tests/golden/low/bad/comma-for-point"});
}

TEST_F(Mistake, AMapThatDisagreesWithTheTreeIsSeen) {
  write("engine/README.md", "| 0 | low | `engine/low` |\n| 1 | gone | `engine/gone` |\n");
  EXPECT_EQ(breaches(), (Breaches{"map engine/gone", "map engine/README.md"}));
}

TEST_F(Mistake, ANameThatTwoRoomsDefineIsSeen) {
  write("engine/low/a.hpp", "struct Cell {\n};\nstruct Ahead;\n");
  write("engine/high/b.hpp", "struct Ahead;\nclass Cell final {\n};\n");
  const Breaches found = breaches();
  EXPECT_TRUE(found == Breaches{"name engine/low/a.hpp:1"} ||
              found == Breaches{"name engine/high/b.hpp:2"})
      << found.size();
}

TEST_F(Mistake, ALinkThatLeadsNowhereIsSeen) {
  write("README.md", "[a](engine/README.md#map) [b](https://example.org)\n[c](engine/GONE.md)\n");
  write("engine/low/notes.md", "[up](../README.md) and [down](lower.md)\n");
  EXPECT_EQ(breaches(), (Breaches{"link README.md:2", "link engine/low/notes.md:1"}));
}

}  // namespace
}  // namespace recoup::tidy
