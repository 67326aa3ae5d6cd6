#include "command_line.hpp"

namespace recoup {
namespace {

/// Each may be given several times, with one value each time.
void add_what_if(CLI::App& command, WhatIfRequest& request, std::string& as_at) {
  const auto add = [&](const char* name, std::vector<std::string>& values, const char* help,
                       const char* type) {
    command.add_option(name, values, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->group("What if (a second figure beside each; several together are one hypothesis)");
  };
  add("--without", request.without,
      "This movement never was: an id of `recoup trace --json`, or a reference", "MOVEMENT");
  add("--undo-match", request.undone,
      "These two entries are no transfer: references, or DOCUMENT:LINE", "DEBIT,CREDIT");
  add("--what-if-opening", request.openings, "This was the balance before the first entry",
      "ACCOUNT=AMOUNT[ CUR]");
  command.add_option("--what-if-as-at", as_at, "The same trace as at this day or moment")
      ->type_name("TIME")
      ->group("What if (a second figure beside each; several together are one hypothesis)");
}

void add_trace(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<TraceRequest>();
  auto as_at = std::make_shared<std::string>();
  auto what_if_as_at = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("trace", "Say where each source of a case went, to the penny");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command
      ->add_option(
          "--method", request->method,
          "fifo, lifo, pro-rata, lowest-intermediate-balance, tainted-first, poison or all")
      ->required()
      ->type_name("METHOD");
  command->add_option("--as-at", *as_at, "Follow no further than this day or moment")
      ->type_name("TIME");
  command->add_flag("--accrue", request->accrue,
                    "Split interest over the money that earned it (POCA 2002 s.307)");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  add_what_if(*command, request->what_if, *what_if_as_at);
  command->footer(
      "Examples:\n"
      "  recoup trace OP-1 --method fifo\n"
      "  recoup trace OP-1 --method pro-rata --accrue\n"
      "  recoup trace OP-1 --method all --json > traces.json\n"
      "  recoup trace OP-1 --method pro-rata --as-at 2025-03-31\n"
      "  recoup trace OP-1 --method fifo --without FT0042\n"
      "  recoup trace OP-1 --method all --undo-match FT0042,B17 "
      "--what-if-opening \"20-11-22 12345678=0.00\"");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    request->form = command_line.form();
    if (!as_at->empty()) request->as_at = *as_at;
    if (!what_if_as_at->empty()) request->what_if.as_at = *what_if_as_at;
    print_reply(command_line, answer_trace(*open->session, *request));
  });
}

void add_pool(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<PoolRequest>();
  auto as_at = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "pool", "Share what is left on one account by what each contributor paid in");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command->add_option("--account", request->account, "The account that holds the pool")
      ->required()
      ->type_name("ACCOUNT");
  command->add_option("--currency", request->currency, "Where the account has several")
      ->type_name("CODE");
  command->add_flag("--capped", request->is_capped,
                    "No contributor takes more than its lowest intermediate balance");
  command->add_flag("--sources-only", request->sources_only,
                    "Money that no source claims has no share");
  command->add_option("--as-at", *as_at, "Share what was left on this day or at this moment")
      ->type_name("TIME");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Dates are ignored, and nothing is followed outward.\n\n"
      "Examples:\n"
      "  recoup pool OP-1 --account \"20-11-22 12345678\"\n"
      "  recoup pool OP-1 --account \"20-11-22 12345678\" --capped --json");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    request->form = command_line.form();
    if (!as_at->empty()) request->as_at = *as_at;
    print_reply(command_line, answer_pool(*open->session, *request));
  });
}

void set_if_given(std::optional<std::string>& asked, const std::string& given) {
  if (!given.empty()) asked = given;
}

void add_explain(CLI::App& app, CommandLine& command_line) {
  struct Given {
    ExplainRequest request;
    std::string asset;
    std::string movement;
    std::string source;
    std::string against;
    std::string as_at;
  };
  auto given = std::make_shared<Given>();
  CLI::App* command = app.add_subcommand(
      "explain", "Say why a traced figure is what it is, in steps that a pencil can check");
  command->add_option("case", given->request.case_id, "The case")->required()->type_name("CASE");
  command
      ->add_option("--asset", given->asset,
                   "Where its money came from: an asset of the case file, an account, or the name "
                   "of the one paid")
      ->type_name("ASSET");
  command
      ->add_option("--movement", given->movement,
                   "Where its money came from: an id of `recoup trace --json`, or a reference")
      ->type_name("ID");
  command->add_option("--source", given->source, "Where it went: a source of the case")
      ->type_name("SOURCE");
  command
      ->add_option("--method", given->request.method,
                   "fifo, lifo, pro-rata, lowest-intermediate-balance or tainted-first")
      ->type_name("METHOD")
      ->capture_default_str();
  command->add_option("--against", given->against, "Say where this other method parts from it")
      ->type_name("METHOD");
  command->add_option("--as-at", given->as_at, "Follow no further than this day or moment")
      ->type_name("TIME");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Examples:\n"
      "  recoup explain OP-1 --source S1\n"
      "  recoup explain OP-1 --asset \"Brindle Motor Co\" --method pro-rata\n"
      "  recoup explain OP-1 --movement FT0042 --method fifo --against pro-rata");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    ExplainRequest request = given->request;
    request.form = command_line.form();
    set_if_given(request.asset, given->asset);
    set_if_given(request.movement, given->movement);
    set_if_given(request.source, given->source);
    set_if_given(request.against, given->against);
    set_if_given(request.as_at, given->as_at);
    print_reply(command_line, answer_explain(*open->session, request));
  });
}

void add_match(CLI::App& app, CommandLine& command_line) {
  auto case_id = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("match", "Say which debit and which credit are one transfer");
  command->add_option("--case", *case_id, "Only the accounts of this case")->type_name("CASE");
  auto decisions = std::make_shared<std::string>();
  command
      ->add_option("--decisions", *decisions,
                   "Take these decisions into the store first: who confirms or rejects what, when "
                   "and why (CSV)")
      ->type_name("FILE");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Examples:\n"
      "  recoup match\n"
      "  recoup match --case OP-1 --json\n"
      "  recoup match --case OP-1 --decisions decided.csv\n"
      "  recoup match review --case OP-1");
  add_match_review(*command, command_line);
  command->callback([=, &command_line] {
    if (!command->get_subcommands().empty()) return;
    auto open = open_session(
        command_line, decisions->empty() ? OpenMode::read_only : OpenMode::read_write_create);
    if (!open) return;
    if (!decisions->empty() && !take_decisions(command_line, *open->session, *decisions)) return;
    const auto chosen = case_id->empty() ? std::nullopt : std::optional(*case_id);
    print_reply(command_line, answer_match(*open->session, chosen, command_line.form()));
  });
}

}  // namespace

void add_tracing_commands(CLI::App& app, CommandLine& command_line) {
  add_match(app, command_line);
  add_trace(app, command_line);
  add_pool(app, command_line);
  add_explain(app, command_line);
}

}  // namespace recoup
