#include "command_line.hpp"
#include "recoup/casework/subject_questions.hpp"

namespace recoup {
namespace {

/// What every question about subjects can be told.
struct SubjectChoices {
  std::string case_id;
  std::string operation;
  std::string handling;
  std::string why;
};

SubjectRequest request_of(const SubjectChoices& choices, Form form) {
  SubjectRequest request;
  if (!choices.case_id.empty()) request.case_id = choices.case_id;
  request.operation = choices.operation;
  request.with_restricted = choices.handling == "C";
  request.reason = choices.why;
  request.form = form;
  return request;
}

using SubjectQuestion = Result<Reply> (*)(const Session&, const SubjectRequest&);

void add_question(CLI::App& app, CommandLine& command_line, const char* name, const char* what,
                  const char* footer, SubjectQuestion question) {
  auto choices = std::make_shared<SubjectChoices>();
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option("--case", choices->case_id, "Only what concerns this case")
      ->type_name("CASE");
  command->add_option("--operation", choices->operation, "Only what concerns this operation")
      ->type_name("OP");
  command
      ->add_option("--handling", choices->handling,
                   "C: with reports that have conditions; the audit log notes it")
      ->type_name("CODE")
      ->check(CLI::IsMember({"P", "C"}));
  command->add_option("--why", choices->why, "Why they are looked at, for the audit log")
      ->type_name("TEXT");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(footer);
  command->callback([=, &command_line] {
    const SubjectRequest request = request_of(*choices, command_line.form());
    auto open = open_session(
        command_line, request.with_restricted ? OpenMode::read_write_create : OpenMode::read_only);
    if (open) print_reply(command_line, question(*open->session, request));
  });
}

}  // namespace

void add_subject_commands(CLI::App& app, CommandLine& command_line) {
  add_question(app, command_line, "subjects",
               "Persons, companies, vehicles, premises, phones and accounts, with their links",
               "Plates, phones, companies and accounts are one in any spelling; names alone make\n"
               "nothing one. Ends with status 1 where something could not be used.\n\n"
               "Examples:\n  recoup subjects --case OP-1\n  recoup subjects --json",
               answer_subjects);
  add_question(app, command_line, "leads",
               "What cases and reports have in common: questions, no evidence",
               "Each with its records, the innocent explanation and the next step. Reports under\n"
               "handling code C are named and not shown, unless they are asked for.\n\n"
               "Examples:\n  recoup leads --case OP-1\n  recoup leads --operation Alliance --json\n"
               "  recoup leads --case OP-1 --handling C --why 'disclosure review'",
               answer_leads);
}

}  // namespace recoup
