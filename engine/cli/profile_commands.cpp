#include "command_line.hpp"
#include "recoup/casework/profile_questions.hpp"

namespace recoup {
namespace {

void add_try(CLI::App& profiles, CommandLine& command_line) {
  auto request = std::make_shared<ImportRequest>();
  request->paths.resize(1);
  CLI::App* attempt = profiles.add_subcommand(
      "try", "Say which profiles fit a file and how it would be read; nothing is taken in");
  attempt->add_option("file", request->paths.front(), "A table of a bank")
      ->required()
      ->type_name("FILE");
  attempt
      ->add_option("--profile", request->profile,
                   "Read it by this one: a name from `recoup profiles list`, or a file")
      ->type_name("PROFILE");
  attempt
      ->add_option("--date-order", request->date_order,
                   "Which of day, month and year comes first, where the file leaves it open")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
  attempt->add_option("--account", request->account, "The account, where the file does not name it")
      ->type_name("ACCOUNT");
  attempt
      ->add_option("--currency", request->currency,
                   "The currency (ISO 4217), where the file does not name it")
      ->type_name("CODE");
  attempt->add_flag("--json", command_line.json, "One JSON document on stdout");
  attempt->footer(
      "Ends with status 1 where the file is refused or a row is rejected.\n\n"
      "Examples:\n"
      "  recoup profiles try march.csv\n"
      "  recoup profiles try march.csv --profile my-bank.profile --json");
  attempt->callback(
      [=, &command_line] { print_reply(command_line, try_file(*request, command_line.form())); });
}

}  // namespace

void add_profile_commands(CLI::App& app, CommandLine& command_line) {
  CLI::App* profiles = app.add_subcommand("profiles", "The layouts of tables of single banks");
  profiles->require_subcommand(1);
  profiles->footer(
      "A profile describes one layout in a few lines; `show` prints one, to copy and change.\n\n"
      "Examples:\n"
      "  recoup profiles list\n"
      "  recoup profiles show uk-lloyds > my-bank.profile\n"
      "  recoup profiles try march.csv --profile my-bank.profile");
  CLI::App* list = profiles->add_subcommand("list", "The profiles that are part of the program");
  list->add_flag("--json", command_line.json, "One JSON document on stdout");
  list->footer("Example:\n  recoup profiles list --json");
  list->callback(
      [&command_line] { print_reply(command_line, list_profile_names(command_line.form())); });

  auto name = std::make_shared<std::string>();
  CLI::App* show = profiles->add_subcommand("show", "The text of one profile");
  show->add_option("name", *name, "Its name")->required()->type_name("NAME");
  show->add_flag("--json", command_line.json, "One JSON document on stdout");
  show->footer("Example:\n  recoup profiles show uk-lloyds");
  show->callback(
      [=, &command_line] { print_reply(command_line, show_profile(*name, command_line.form())); });
  add_try(*profiles, command_line);
}

}  // namespace recoup
