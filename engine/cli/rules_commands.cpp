#include "command_line.hpp"
#include "recoup/casework/pack_questions.hpp"
#include "recoup/casework/rules_questions.hpp"

namespace recoup {
namespace {

void add_check(CLI::App& rules, CommandLine& command_line) {
  auto packs = std::make_shared<std::vector<std::string>>();
  CLI::App* check = rules.add_subcommand("check", "Whether packs keep the rules for packs");
  check->add_option("packs", *packs, "Ids of packs of the program, or folders; all of the program")
      ->type_name("PACK");
  check->add_flag("--json", command_line.json, "One JSON document on stdout");
  check->footer(
      "Every remark names file, line and rule, what was found and what was expected. Ends with\n"
      "status 1 where a pack is refused.\n\n"
      "Examples:\n  recoup rules check\n  recoup rules check rules/packs/ew-criminal-lifestyle");
  check->callback(
      [=, &command_line] { print_reply(command_line, check_packs(*packs, command_line.form())); });
}

}  // namespace

void add_rules_commands(CLI::App& app, CommandLine& command_line) {
  CLI::App* rules = app.add_subcommand("rules", "The packs of rules, and their tests");
  rules->require_subcommand(1);
  rules->footer("Examples:\n  recoup rules list\n  recoup rules test rules/packs --json");
  CLI::App* list = rules->add_subcommand("list", "The packs that are part of the program");
  list->add_flag("--json", command_line.json, "One JSON document on stdout");
  list->footer("Example:\n  recoup rules list");
  list->callback([&command_line] { print_reply(command_line, list_packs(command_line.form())); });

  auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App* test =
      rules->add_subcommand("test", "Run test files of the DMN conformance kit's format");
  test->add_option("paths", *paths, "Folders or test files")->required()->type_name("PATH");
  test->add_flag("--json", command_line.json, "One JSON document on stdout");
  test->footer(
      "Compares strictly. Ends with status 1 where a test fails.\n\n"
      "Example:\n  recoup rules test rules/packs/ew-criminal-lifestyle");
  test->callback(
      [=, &command_line] { print_reply(command_line, test_rules(*paths, command_line.form())); });
  add_check(*rules, command_line);
}

}  // namespace recoup
