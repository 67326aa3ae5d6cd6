#include "command_line.hpp"
#include "recoup/casework/methods_questions.hpp"

namespace recoup {
namespace {

void add_methods(CLI::App& app, CommandLine& command_line) {
  auto case_id = std::make_shared<std::string>();
  auto method = std::make_shared<std::string>("all");
  auto as_at = std::make_shared<std::string>(today());
  CLI::App* command =
      app.add_subcommand("methods", "Unexplained money by the indirect methods, line by line");
  command->add_option("case", *case_id, "The case")->required()->type_name("CASE");
  command
      ->add_option("--method", *method,
                   "net-worth, source-and-application, bank-deposits, income-and-credits; all "
                   "where not given")
      ->type_name("METHOD");
  command->add_option("--as-at", *as_at, "The day by whose words narratives are read; today else")
      ->type_name("TIME");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "From the sections financial_period, net_worth, expenditure, income, funds and credits\n"
      "of the case file, and from the statements. Ends with status 1 where a fact is missing\n"
      "and a figure is provisional.\n\n"
      "Examples:\n"
      "  recoup methods OP-1\n"
      "  recoup methods OP-1 --method bank-deposits --json");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    print_reply(command_line,
                answer_methods(*open->session, *case_id, *method, *as_at, command_line.form()));
  });
}

void add_typologies(CLI::App& app, CommandLine& command_line) {
  auto case_id = std::make_shared<std::string>();
  auto as_at = std::make_shared<std::string>(today());
  CLI::App* command = app.add_subcommand(
      "typologies", "Patterns in the movements that are worth a question: leads, never evidence");
  command->add_option("--case", *case_id, "Only the accounts of this case")->type_name("CASE");
  command->add_option("--as-at", *as_at, "The day whose limits are used; today where not given")
      ->type_name("TIME");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Each finding lists its movements, its figures, the limits that it met and innocent\n"
      "explanations. Ends with status 1 where one is found.\n\n"
      "Examples:\n  recoup typologies --case OP-1\n  recoup typologies --json");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    const auto chosen = case_id->empty() ? std::nullopt : std::optional(*case_id);
    print_reply(command_line,
                answer_typologies(*open->session, chosen, *as_at, command_line.form()));
  });
}

}  // namespace

void add_method_commands(CLI::App& app, CommandLine& command_line) {
  add_methods(app, command_line);
  add_typologies(app, command_line);
}

}  // namespace recoup
