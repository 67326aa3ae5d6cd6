#include "command_line.hpp"
#include "recoup/casework/holdings.hpp"

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

}  // namespace

void add_store_commands(CLI::App& app, CommandLine& command_line) {
  add_question(app, command_line, "documents", "List what was handed in, and every record refused",
               "Example:\n  recoup documents --json", list_documents);
  add_question(app, command_line, "cases", "List the cases, and what they still wait for",
               "Example:\n  recoup cases", list_cases);
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
