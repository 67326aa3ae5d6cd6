#include "command_line.hpp"
#include "recoup/casework/holdings.hpp"
#include "recoup/casework/verify_statements.hpp"

namespace recoup {
namespace {

using Question = Result<Reply> (*)(const Session&, Form);

/// A verb without arguments that asks the store one question.
void add_question(CLI::App& parent, CommandLine& command_line, const char* name, const char* words,
                  const char* example, Question question) {
  CLI::App* command = parent.add_subcommand(name, words);
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(example);
  command->callback([&command_line, question] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (open) print_reply(command_line, question(*open->session, command_line.form()));
  });
}

void add_verify(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<VerifyRequest>();
  auto case_id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "verify", "Say of every account which days its statements prove, and what is missing");
  command->add_option("--case", *case_id, "Only the accounts of this case")->type_name("CASE");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  CLI::Option* letter =
      command->add_flag("--letter", request->letters, "Write what to ask each bank for");
  command->add_option("--output", request->folder, "Write the letters into this folder")
      ->needs(letter)
      ->type_name("DIR");
  command->footer(
      "Ends with status 1 where anything is missing, does not add up or cannot be proven.\n\n"
      "Examples:\n  recoup verify\n  recoup verify --case OP-1 --json\n"
      "  recoup verify --case OP-1 --letter --output letters");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    if (!case_id->empty()) request->case_id = *case_id;
    request->form = command_line.form();
    print_reply(command_line, answer_verify(*open->session, *request));
  });
}

}  // namespace

void add_store_commands(CLI::App& app, CommandLine& command_line) {
  add_question(app, command_line, "documents", "List what was handed in, and every record refused",
               "Example:\n  recoup documents --json", list_documents);
  add_question(app, command_line, "cases", "List the cases, and what they still wait for",
               "Example:\n  recoup cases", list_cases);
  add_verify(app, command_line);
  CLI::App* audit =
      app.add_subcommand("audit", "The log of everything done, as a chain of digests");
  audit->require_subcommand(1);
  add_question(*audit, command_line, "verify", "Check the log against itself and everything held",
               "Names the first bad entry and ends with status 1 where something was altered.\n\n"
               "Example:\n  recoup audit verify",
               verify_audit);
  add_question(*audit, command_line, "show", "Show the log", "Example:\n  recoup audit show --json",
               show_audit);
}

}  // namespace recoup
