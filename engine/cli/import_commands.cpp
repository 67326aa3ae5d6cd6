#include <iostream>

#include "command_line.hpp"
#include "recoup/casework/export_case.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/import_text.hpp"

namespace recoup {
namespace {

/// The status of an import: that of the first refused file, else whether a person is needed.
ExitStatus status_of(const ImportReport& report) {
  for (const ImportedFile& file : report.files) {
    if (file.refused) return exit_status(file.refused->code);
  }
  return needs_person(report) ? ExitStatus::needs_person : ExitStatus::done;
}

void add_import(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<ImportRequest>();
  CLI::App* command =
      app.add_subcommand("import", "Take statements, case files and seizures into the store");
  command->add_option("files", request->paths, "Files of any kind, in any order")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--format", request->format,
                   "How to read them; found out from the content where not given")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(import_formats()));
  command
      ->add_option(
          "--profile", request->profile,
          "The layout of a CSV or XLSX file: a name from `recoup profiles list`, or a file")
      ->type_name("PROFILE");
  command
      ->add_option("--date-order", request->date_order,
                   "Which of day, month and year comes first, where the file leaves it open")
      ->type_name("ORDER")
      ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
  command->add_option("--account", request->account, "The account, for files that do not name it")
      ->type_name("ACCOUNT");
  command
      ->add_option("--currency", request->currency,
                   "The currency (ISO 4217), for files that do not name it")
      ->type_name("CODE");
  command->add_option("--case", request->case_id, "The case for which they are handed in")
      ->type_name("CASE");
  command->add_flag_callback(
      "--pdf-unsandboxed", [request] { request->pdf_sandbox = PdfSandbox::limits; },
      "Open PDF with limits on memory and time alone, on a machine that lets no sandbox be made");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Each file is one transaction: its good records and its listed rejections, or nothing.\n"
      "The same bytes again change nothing.\n\n"
      "Examples:\n"
      "  recoup import statements.csv --format canonical --case OP-1\n"
      "  recoup import case.json seizures.csv *.ofx");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_write_create);
    if (!open) return;
    const auto report = import_files(*open->session, *request);
    if (!report) {
      print_error(command_line, report.error());
      return;
    }
    command_line.status = status_of(report.value());
    for (const std::string& line : fault_lines(report.value()))
      std::cerr << "recoup: " << line << "\n";
    print(command_line,
          command_line.json ? import_json(report.value()) : import_text(report.value()));
  });
}

void add_export_case(CLI::App& parent, CommandLine& command_line) {
  auto request = std::make_shared<CaseExportRequest>();
  auto method = std::make_shared<std::string>();
  auto as_at = std::make_shared<std::string>();
  CLI::App* command = parent.add_subcommand("case", "A case's movements for another program");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command->add_option("--format", request->format, "hledger, graphml, gexf, i2 or ftm")
      ->required()
      ->type_name("FORMAT");
  command->add_option("--method", *method, "With what each movement carried under this method")
      ->type_name("METHOD");
  command->add_option("--as-at", *as_at, "No further than this day or moment")->type_name("TIME");
  command->footer(
      "hledger is a journal with every stated balance as an assertion; the others are graphs of\n"
      "accounts, end points and movements. In i2's CSV a field that a spreadsheet would take for\n"
      "a formula has an apostrophe in front.\n\n"
      "Examples:\n"
      "  recoup export case OP-1 --format hledger | hledger -f - check --strict\n"
      "  recoup export case OP-1 --format gexf --method fifo > op-1.gexf\n"
      "  recoup export case OP-1 --format i2 --method pro-rata > op-1.csv");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    if (!method->empty()) request->method = *method;
    if (!as_at->empty()) request->as_at = *as_at;
    print_reply(command_line, export_case(*open->session, *request, print_piece));
  });
}

void add_export(CLI::App& app, CommandLine& command_line) {
  CLI::App* command = app.add_subcommand("export", "Write what was imported");
  command->require_subcommand(1);
  auto case_id = std::make_shared<std::string>();
  CLI::App* transactions = command->add_subcommand(
      "transactions", "Every entry in canonical CSV, in statement order per account");
  transactions->add_option("--case", *case_id, "Only the accounts of this case")->type_name("CASE");
  transactions->footer("Example:\n  recoup export transactions --case OP-1 > op-1.csv");
  transactions->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    ExportRequest request;
    if (!case_id->empty()) request.case_id = *case_id;
    const auto written = export_transactions(*open->session, request, print_piece);
    if (!written) print_error(command_line, written.error());
  });
  add_export_case(*command, command_line);
}

}  // namespace

void add_import_commands(CLI::App& app, CommandLine& command_line) {
  add_import(app, command_line);
  add_export(app, command_line);
}

}  // namespace recoup
