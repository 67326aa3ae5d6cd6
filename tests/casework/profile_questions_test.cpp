#include "recoup/casework/profile_questions.hpp"

#include "casework_fixture.hpp"
#include "recoup/importers/profiles.hpp"

namespace recoup {
namespace {

class ProfileQuestions : public CaseworkTest {};

/// A layout that no bank has, and a file of it.
constexpr const char* layout =
    "name: test-layout\nversion: 1\ntitle: A layout of a test\nheader: Tag;Worte;Betrag\n"
    "delimiter: ;\ndate: Tag\ndate_format: YYYY-MM-DD\ndescription: Worte\namount: Betrag\n"
    "currency: GBP\n";

TEST_F(ProfileQuestions, ListsWhatIsBuiltIn) {
  const auto listed = list_profile_names(Form::text);
  ASSERT_TRUE(listed);
  for (const char* name : {"barclays", "hsbc", "lloyds", "monzo", "natwest", "starling"}) {
    EXPECT_NE(listed.value().text.find(name), std::string::npos) << name;
  }
}

TEST_F(ProfileQuestions, ShowsTheTextOfEveryProfileItLists) {
  const auto profiles = list_profiles();
  ASSERT_GT(profiles.size(), 100U);
  for (const auto& each : profiles) {
    const auto shown = show_profile(each.name, Form::text);
    ASSERT_TRUE(shown) << each.name;
    EXPECT_NE(shown.value().text.find(each.name), std::string::npos);
  }
}

TEST_F(ProfileQuestions, RefusesAProfileThatThereIsNot) {
  const auto shown = show_profile("bank-of-nowhere", Form::text);
  ASSERT_FALSE(shown);
  EXPECT_EQ(shown.error().code, ErrorCode::usage);
}

TEST_F(ProfileQuestions, TakesTheTextOfAFileWhereThereIsOne) {
  const std::string path = (folder_ / "own.profile").string();
  std::ofstream(path) << layout;
  EXPECT_TRUE(said_profile(path).value().starts_with(layout));
  EXPECT_EQ(said_profile("monzo").value(), "monzo");
}

}  // namespace
}  // namespace recoup
