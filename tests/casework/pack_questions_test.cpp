#include "recoup/casework/pack_questions.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/rules_run.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Packs in folders, as their authors keep them.
class PackQuestions : public CaseworkTest {
 protected:
  std::string folder(const FileSet& files) {
    const std::filesystem::path top = folder_ / "gifts";
    for (const auto& [path, bytes] : files) put("gifts/" + path, bytes);
    return top.string();
  }

  std::string put(const std::string& name, const std::string& bytes) {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  std::string key(const std::string& name) {
    const std::string path = (folder_ / (name + ".key")).string();
    keys_ += make_signing_key(name, path).value().text;
    return path;
  }

  RuleExplainRequest large_gift(const std::string& pack, const std::string& facts) {
    return {pack, "Large gift", put("facts.json", facts), "1995-05-05", false, Form::text, "0.1.0"};
  }

  /// What `rules run` says of one gift.
  Result<std::string> run_over_a_gift(const std::string& pack, bool asks_for_draft,
                                      Form form = Form::text) {
    std::string said;
    const RulesRunRequest request{
        pack,         "Large gift",   put("rows.csv", "gift value\n300\n"),
        "1995-05-05", asks_for_draft, form};
    RECOUP_TRY(reply, run_rules(request, [&](std::string_view piece) -> Result<void> {
                 said += piece;
                 return {};
               }));
    EXPECT_FALSE(reply.needs_person);
    return said;
  }

  std::string keys_;
};

TEST_F(PackQuestions, ReadAFolderWithoutWhatEditorsLeave) {
  const std::string pack = folder(small_pack());
  put("gifts/model/gifts.dmn~", "x");
  put("gifts/.git/config", "x");
  EXPECT_EQ(find_pack(pack).value().files, small_pack());
  EXPECT_FALSE(find_pack("ew-relevant-day").value().is_folder);
  EXPECT_EQ(find_pack((folder_ / "none").string()).error().code, ErrorCode::not_found);
}

TEST_F(PackQuestions, CheckNamesFileLineAndRule) {
  EXPECT_FALSE(check_packs({folder(small_pack())}, Form::text).value().needs_person);
  FileSet files = small_pack_with("model/gifts.dmn", "&gt;= gift window", "&gt;= gift window * 1");
  const Reply refused = check_packs({folder(files)}, Form::text).value();
  EXPECT_TRUE(refused.needs_person);
  EXPECT_THAT(refused.text, HasSubstr("/gifts/model/gifts.dmn:24: large: literal-threshold: found "
                                      "\"1\"; expected a parameter"));
  EXPECT_THAT(check_packs({folder(files)}, Form::json).value().text,
              HasSubstr("\"code\": \"literal-threshold\""));
  EXPECT_FALSE(check_packs({}, Form::text).value().needs_person);
}

TEST_F(PackQuestions, AFolderIsADraftUntilTwoPersonsSigned) {
  const std::string pack = folder(small_pack());
  EXPECT_TRUE(show_pack(pack, PackForm::text).value().text.starts_with("DRAFT\n"));
  RuleExplainRequest request = large_gift(pack, R"({"facts": {"gift value": 300.00}})");
  EXPECT_EQ(explain_decision(request).error().code, ErrorCode::usage);
  request.is_draft = true;
  EXPECT_TRUE(explain_decision(request).value().text.starts_with("DRAFT\n"));
  ASSERT_TRUE(sign_pack(pack, "author", key("Ann Author")).has_value());
  EXPECT_TRUE(verify_packs({pack}, {}, Form::text).value().needs_person);
  ASSERT_TRUE(sign_pack(pack, "reviewer", key("Rob Reviewer")).has_value());
  EXPECT_FALSE(verify_packs({pack}, {}, Form::text).value().needs_person);
  request.is_draft = false;
  const Reply answer = explain_decision(request).value();
  EXPECT_TRUE(answer.text.starts_with("C-1\n1. Is the gift large?: yes.\n"));
  EXPECT_FALSE(show_pack(pack, PackForm::text).value().text.starts_with("DRAFT\n"));
  put("gifts/law/gifts.md", "changed");
  EXPECT_EQ(explain_decision(request).error().code, ErrorCode::contradiction);
  EXPECT_THAT(verify_packs({pack}, {}, Form::json).value().text,
              HasSubstr("law/gifts.md was changed"));
}

TEST_F(PackQuestions, AFolderThatIsNotReviewedRunsOverNoRowsButAsADraft) {
  const std::string pack = folder(small_pack());
  EXPECT_EQ(run_over_a_gift(pack, false).error().code, ErrorCode::usage);
  const std::string draft = run_over_a_gift(pack, true).value();
  EXPECT_TRUE(draft.starts_with("DRAFT\n\nrow 1: determined, true\n")) << draft;
  EXPECT_TRUE(draft.ends_with("\nDRAFT\n")) << draft;
  EXPECT_THAT(run_over_a_gift(pack, true, Form::json).value(), HasSubstr("\"marking\": \"DRAFT\""));
  EXPECT_TRUE(explain_rules_plan(pack, "", Form::text).value().text.starts_with("DRAFT\n"));
  ASSERT_TRUE(sign_pack(pack, "author", key("Ann Author")).has_value());
  EXPECT_EQ(run_over_a_gift(pack, false).error().code, ErrorCode::usage);
  ASSERT_TRUE(sign_pack(pack, "reviewer", key("Rob Reviewer")).has_value());
  EXPECT_TRUE(run_over_a_gift(pack, false).value().starts_with("row 1: determined, true\n"));
  EXPECT_THAT(run_over_a_gift(pack, false).value(), Not(HasSubstr("DRAFT")));
  put("gifts/law/gifts.md", "changed");
  EXPECT_EQ(run_over_a_gift(pack, true).error().code, ErrorCode::contradiction);
}

TEST_F(PackQuestions, APackThatIsNotEnabledDecidesNothing) {
  const std::string pack =
      folder(small_pack_with("pack.json", "\"enabled\"", "\"disabled: not in force\""));
  EXPECT_EQ(run_over_a_gift(pack, true).error().code, ErrorCode::contradiction);
  RuleExplainRequest request = large_gift(pack, R"({"facts": {"gift value": 300.00}})");
  request.is_draft = true;
  EXPECT_EQ(explain_decision(request).error().code, ErrorCode::contradiction);
}

TEST_F(PackQuestions, KeysSayWhoseSignaturesCount) {
  const std::string pack = folder(small_pack());
  ASSERT_TRUE(sign_pack(pack, "author", key("Ann Author")).has_value());
  const std::string one_key = put("keys.txt", "# people\n" + keys_);
  ASSERT_TRUE(sign_pack(pack, "reviewer", key("Rob Reviewer")).has_value());
  const Reply stranger = verify_packs({pack}, one_key, Form::text).value();
  EXPECT_TRUE(stranger.needs_person);
  EXPECT_THAT(stranger.text, HasSubstr("not among the keys given: Rob Reviewer (reviewer)"));
  EXPECT_FALSE(verify_packs({pack}, put("keys.txt", keys_), Form::text).value().needs_person);
  EXPECT_EQ(verify_packs({pack}, put("keys.txt", "nothing"), Form::text).error().code,
            ErrorCode::malformed);
}

TEST_F(PackQuestions, ASecretIsItsOwnersAndIsNeverOverwritten) {
  const std::string path = key("Ann Author");
  const auto permissions = std::filesystem::status(path).permissions();
  EXPECT_EQ(permissions, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(make_signing_key("Ann Author", path).error().code, ErrorCode::contradiction);
}

TEST_F(PackQuestions, ARefusedPackIsNotSigned) {
  const std::string pack = folder(small_pack_with("facts.csv", "gift value,", "gift worth,"));
  EXPECT_EQ(sign_pack(pack, "author", key("Ann Author")).error().code, ErrorCode::malformed);
  EXPECT_EQ(sign_pack("ew-relevant-day", "author", "none").error().code, ErrorCode::usage);
}

TEST_F(PackQuestions, AMissingFactIsToBeObtainedAndAnUnknownNameIsRefused) {
  RuleExplainRequest request = large_gift(folder(small_pack()), R"({"facts": {}})");
  request.is_draft = true;
  const Reply open = explain_decision(request).value();
  EXPECT_TRUE(open.needs_person);
  EXPECT_THAT(open.text, HasSubstr("not determined; to be obtained: gift value"));
  const auto code = [&](const std::string& facts) {
    put("facts.json", facts);
    return explain_decision(request).error().code;
  };
  EXPECT_EQ(code(R"({"facts": {"gift worth": 1}})"), ErrorCode::not_found);
  EXPECT_EQ(code(R"({"facts": {"gift value": "much"}})"), ErrorCode::malformed);
  EXPECT_EQ(code(R"({"facts": {"gift value": {"unit": "GBP"}}})"), ErrorCode::malformed);
  EXPECT_EQ(code(R"({"facts": {"gift value": {"value": 1, "unit": "EUR"}}})"),
            ErrorCode::malformed);
  EXPECT_EQ(code(R"({"facts": {"gift value": {"value": 1, "author": "A"}}})"),
            ErrorCode::malformed);
  EXPECT_EQ(code(R"({"gift value": 1})"), ErrorCode::malformed);
  EXPECT_EQ(code(R"({"facts": [1]})"), ErrorCode::malformed);
}

TEST_F(PackQuestions, ATableGoesOutAndComesBackTheSame) {
  const std::string pack = folder(small_pack());
  const std::string sheet = (folder_ / "sheet.csv").string();
  ASSERT_TRUE(edit_table({pack, "Large gift", {}, sheet}).has_value());
  EXPECT_EQ(edit_table({pack, "Large gift", sheet, {}}).value().text, small_model);
  EXPECT_EQ(edit_table({pack, "Other", {}, {}}).error().code, ErrorCode::not_found);
}

TEST_F(PackQuestions, EveryPackOfTheProgramCanBeShown) {
  for (const char* id : {"ew-poca-part2", "recoup-ranking", "ew-poca-part2-cpa2026"}) {
    EXPECT_THAT(show_pack(id, PackForm::html).value().text, HasSubstr("</html>")) << id;
  }
  EXPECT_THAT(show_pack("ew-poca-part2-cpa2026", PackForm::text).value().text,
              HasSubstr("NOT IN USE: disabled"));
}

}  // namespace
}  // namespace recoup
