#include "command_line.hpp"
#include "recoup/casework/assess_case.hpp"
#include "recoup/casework/case_report.hpp"
#include "recoup/casework/clock_questions.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/summarise.hpp"

namespace recoup {
namespace {

/// The day or moment for which a question is answered; today where the person does not say.
std::shared_ptr<std::string> add_as_at(CLI::App& command) {
  auto as_at = std::make_shared<std::string>(today());
  command
      .add_option("--as-at", *as_at, "The day or moment for which to answer; today where not given")
      ->type_name("TIME");
  return as_at;
}

void add_assess(CLI::App& app, CommandLine& command_line) {
  auto case_id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "assess", "Lifestyle, benefit, available and recoverable amount, step by step");
  command->add_option("case", *case_id, "The case")->required()->type_name("CASE");
  const auto as_at = add_as_at(*command);
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Says what would follow if the stated facts are found. Ends with status 1 where a\n"
      "fact is missing and a figure is provisional.\n\n"
      "Examples:\n  recoup assess OP-1\n  recoup assess OP-1 --as-at 2025-09-30 --json");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (open)
      print_reply(command_line,
                  answer_assess(*open->session, *case_id, *as_at, command_line.form()));
  });
}

void add_clocks(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<ClocksRequest>();
  auto case_id = std::make_shared<std::string>();
  auto calendar_file = std::make_shared<std::string>();
  auto within = std::make_shared<std::optional<int>>();
  CLI::App* command =
      app.add_subcommand("clocks", "The statutory clocks that run, with their working");
  command->add_option("--case", *case_id, "Only this case")->type_name("CASE");
  command
      ->add_option("--within", *within,
                   "Only what ends within so many working days, has ended or cannot be told")
      ->type_name("DAYS");
  command->add_flag("--all", request->all,
                    "Also clocks that were stopped in time, and rights without a limit of time");
  command->add_option("--ics", *calendar_file, "Write a calendar file (RFC 5545) as well")
      ->type_name("FILE");
  const auto as_at = add_as_at(*command);
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Seizures and their orders come from lists of seizures, everything else from the section\n"
      "\"steps\" of case files. Bank holidays are the pack's, and those of any list of GOV.UK\n"
      "that was imported (recoup import bank-holidays.json).\n\n"
      "Examples:\n  recoup clocks --case OP-1 --as-at 2025-09-30\n"
      "  recoup clocks --within 10 --ics clocks.ics");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    if (!case_id->empty()) request->case_id = *case_id;
    if (!calendar_file->empty()) request->calendar_file = *calendar_file;
    request->within = *within;
    request->as_at = *as_at;
    request->form = command_line.form();
    print_reply(command_line, answer_clocks(*open->session, *request));
  });
}

/// What `recoup rank` is asked beside the order itself.
void add_rank_questions(CLI::App& command, RankRequest& request, std::string& explain,
                        std::string& since) {
  CLI::Option* explained =
      command
          .add_option("--explain", explain, "Why this case stands where it stands, and what to do")
          ->type_name("CASE");
  CLI::Option* compared =
      command.add_option("--compare", request.compare, "Why one of two cases is above the other")
          ->type_name("CASE")
          ->expected(2)
          ->excludes(explained);
  CLI::Option* sensitive =
      command
          .add_flag("--sensitivity", request.sensitivity,
                    "Which places change where a weight is a fifth less or more")
          ->excludes(explained)
          ->excludes(compared);
  CLI::Option* supposed =
      command
          .add_option(
              "--what-if", request.what_if,
              "CASE:FACT=VALUE, CASE:order=SEIZURE,KIND,LAST-DAY or CASE:statement=ACCOUNT; "
              "several are one hypothesis")
          ->type_name("CHANGE")
          ->allow_extra_args(false)
          ->excludes(explained)
          ->excludes(compared)
          ->excludes(sensitive);
  command
      .add_option("--since", since,
                  "What moved since the last ranking recorded by this moment (UTC), or \"last\"")
      ->type_name("TIME")
      ->excludes(explained)
      ->excludes(compared)
      ->excludes(sensitive)
      ->excludes(supposed);
}

void add_rank(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<RankRequest>();
  auto explain = std::make_shared<std::string>();
  auto since = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("rank", "Which case comes first, and why");
  command->add_option("--operation", request->operation, "Only the cases of this operation")
      ->type_name("OP");
  add_rank_questions(*command, *request, *explain, *since);
  command->add_option("--pack", request->pack, "A folder with the ranking pack of your unit")
      ->type_name("DIR");
  command->add_flag("--draft", request->draft, "Take it though nobody reviewed it; says DRAFT");
  command->add_flag("--record", request->record,
                    "Record this ranking, and what was measured, beside the store");
  command->add_flag("--afresh", request->afresh, "Measure every case anew, whatever is recorded");
  const auto as_at = add_as_at(*command);
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Ordered by deadline band, then points of the ranking pack, then value, then id. Rankings\n"
      "are recorded in the folder STORE.ranking; cases whose records are as they were are not\n"
      "traced again.\n\n"
      "Examples:\n  recoup rank --operation Alliance\n  recoup rank --explain OP-1\n"
      "  recoup rank --compare OP-1 OP-2\n  recoup rank --sensitivity\n"
      "  recoup rank --what-if \"OP-1:convicted=true\"\n"
      "  recoup rank --what-if \"OP-1:order=S-3,detention,2026-03-31\"\n"
      "  recoup rank --record\n  recoup rank --since last\n"
      "  recoup rank --as-at 2025-09-30 --json");
  command->callback([=, &command_line] {
    auto open = open_session(command_line,
                             request->record ? OpenMode::read_write_create : OpenMode::read_only);
    if (!open) return;
    if (!explain->empty()) request->explain = *explain;
    if (!since->empty()) request->since = *since;
    request->as_at = *as_at;
    request->form = command_line.form();
    request->record_folder = command_line.store_path + ".ranking";
    print_reply(command_line, answer_rank(*open->session, *request));
  });
}

void add_summary(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<SummaryRequest>();
  CLI::App* command = app.add_subcommand(
      "summary", "The figures of an operation, or of all, added up from their records");
  command->add_option("--operation", request->operation, "Only this operation")->type_name("OP");
  command
      ->add_option("--by", request->by,
                   "In groups: operation (where no operation is given), unit, force, stage or kind")
      ->type_name("GROUP");
  command
      ->add_option("--from", request->from, "Count from this day; from the beginning if not given")
      ->type_name("DAY");
  command->add_option("--form", request->form, "text, json, csv, html or xlsx; text if not given")
      ->type_name("FORM");
  command->add_option("--output", request->output, "Write to this file, which xlsx needs")
      ->type_name("FILE");
  const auto as_at = add_as_at(*command);
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Unit and force are what the case file says (case.unit, case.force), the stage is\n"
      "investigation.stage. Sources count by the day of their credit where --from is given.\n\n"
      "Examples:\n  recoup summary --operation Alliance --as-at 2025-09-30\n"
      "  recoup summary --by stage --from 2025-01-01 --as-at 2025-12-31\n"
      "  recoup summary --operation Alliance --form html --output alliance.html\n"
      "  recoup summary --by kind --form xlsx --output kinds.xlsx");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    request->as_at = *as_at;
    if (request->form.empty()) request->form = command_line.json ? "json" : "text";
    print_reply(command_line, answer_summary(*open->session, *request));
  });
}

void add_report(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<ReportRequest>();
  CLI::App* command =
      app.add_subcommand("report", "Write a case's evidence summary as HTML and JSON");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command->add_option("--output", request->folder, "The folder; made where it is not there")
      ->required()
      ->type_name("DIR");
  command->add_option("--prepared-by", request->prepared_by, "Name and rank for the title")
      ->type_name("NAME");
  const auto as_at = add_as_at(*command);
  command->footer(
      "Run twice it writes the same bytes.\n\n"
      "Example:\n  recoup report OP-1 --output reports --as-at 2025-09-30");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    request->as_at = *as_at;
    print_reply(command_line, write_case_report(*open->session, *request));
  });
}

}  // namespace

void add_case_commands(CLI::App& app, CommandLine& command_line) {
  add_assess(app, command_line);
  add_clocks(app, command_line);
  add_rank(app, command_line);
  add_summary(app, command_line);
  add_report(app, command_line);
}

}  // namespace recoup
