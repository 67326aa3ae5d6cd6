#include "command_line.hpp"
#include "recoup/casework/rules_questions.hpp"

namespace recoup {
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
  add_pack_commands(*rules, command_line);
}

}  // namespace recoup
