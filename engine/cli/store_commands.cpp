#include "context.hpp"
#include "recoup/casework/holdings.hpp"

namespace recoup {
namespace {

using Question = Result<Reply> (*)(const Session&, Form);

/// A verb without arguments that asks the store one question.
void add_question(CLI::App& parent, Context& context, const char* name, const char* words,
                  const char* example, Question question) {
  CLI::App* command = parent.add_subcommand(name, words);
  command->add_flag("--json", context.json, "One JSON document on stdout");
  command->footer(example);
  command->callback([&context, question] {
    auto open = open_session(context, OpenMode::read_only);
    if (open) print_reply(context, question(*open->session, context.form()));
  });
}

}  // namespace

void add_store_commands(CLI::App& app, Context& context) {
  add_question(app, context, "documents", "List what was handed in, and every record refused",
               "Example:\n  recoup documents --json", list_documents);
  add_question(app, context, "cases", "List the cases, and what they still wait for",
               "Example:\n  recoup cases", list_cases);
  CLI::App* audit = app.add_subcommand("audit", "The log of everything done, as a chain of digests");
  audit->require_subcommand(1);
  add_question(*audit, context, "verify", "Check the log against itself and everything held",
               "Names the first bad entry and ends with status 1 where something was altered.\n\n"
               "Example:\n  recoup audit verify",
               verify_audit);
  add_question(*audit, context, "show", "Show the log", "Example:\n  recoup audit show --json", show_audit);
}

}  // namespace recoup
