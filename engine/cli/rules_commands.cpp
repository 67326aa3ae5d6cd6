#include "command_line.hpp"
#include "recoup/casework/rules_questions.hpp"
#include "recoup/casework/rules_run.hpp"

namespace recoup {
namespace {

constexpr const char* rules_help =
    "A file *.dmn, the folder of a pack, or the name of a pack of the program";

void add_run(CLI::App& rules, CommandLine& command_line) {
  auto request = std::make_shared<RulesRunRequest>();
  CLI::App* run = rules.add_subcommand("run", "Run a decision table over the rows of a CSV file");
  run->add_option("rules", request->rules, rules_help)->required();
  run->add_option("--decision", request->decision, "The table, where there are several");
  run->add_option("--rows", request->rows, "CSV with a column for each input, by its name")
      ->required()
      ->type_name("FILE");
  run->add_option("--on", request->on, "The day that governs the parameters of a pack")
      ->type_name("YYYY-MM-DD");
  run->add_flag("--draft", request->asks_for_draft,
                "Run a pack from a folder that is not reviewed");
  run->add_flag("--json", command_line.json, "One JSON document on stdout");
  run->footer(
      "An empty field is a missing fact; the word null a fact known to be none. Every row that is\n"
      "told was judged twice, in two ways. Ends with status 1 where a row is undetermined. What a\n"
      "file *.dmn or a draft says is marked DRAFT.\n\n"
      "Examples:\n  recoup rules run flags.dmn --rows payments.csv\n"
      "  recoup rules run ew-seizure-minimums --decision \"Cash minimum met\" --on 2025-03-04 "
      "--rows seizures.csv --json");
  run->callback([=, &command_line] {
    request->form = command_line.form();
    print_reply(command_line, run_rules(*request, print_piece));
  });
}

void add_explain_plan(CLI::App& rules, CommandLine& command_line) {
  auto named = std::make_shared<std::string>();
  auto decision = std::make_shared<std::string>();
  CLI::App* plan = rules.add_subcommand(
      "explain-plan", "Which cells are tested over columns, which row by row, and why");
  plan->add_option("rules", *named, rules_help)->required();
  plan->add_option("--decision", *decision, "One table alone");
  plan->add_flag("--json", command_line.json, "One JSON document on stdout");
  plan->footer("Example:\n  recoup rules explain-plan ew-criminal-lifestyle");
  plan->callback([=, &command_line] {
    print_reply(command_line, explain_rules_plan(*named, *decision, command_line.form()));
  });
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
  add_run(*rules, command_line);
  add_explain_plan(*rules, command_line);
  add_pack_commands(*rules, command_line);
}

}  // namespace recoup
