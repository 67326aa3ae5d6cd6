#include "context.hpp"

namespace recoup {
namespace {

void add_trace(CLI::App& app, Context& context) {
  auto request = std::make_shared<TraceRequest>();
  auto as_at = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("trace", "Say where each source of a case went, to the penny");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command->add_option("--method", request->method,
                      "fifo, lifo, pro-rata, lowest-intermediate-balance, tainted-first, poison or all")
      ->required()->type_name("METHOD");
  command->add_option("--as-at", *as_at, "Follow no further than this day or moment")->type_name("TIME");
  command->add_flag("--json", context.json, "One JSON document on stdout");
  command->footer("Examples:\n"
                  "  recoup trace OP-1 --method fifo\n"
                  "  recoup trace OP-1 --method all --json > traces.json\n"
                  "  recoup trace OP-1 --method pro-rata --as-at 2025-03-31");
  command->callback([=, &context] {
    auto open = open_session(context, OpenMode::read_only);
    if (!open) return;
    request->form = context.form();
    if (!as_at->empty()) request->as_at = *as_at;
    print_reply(context, answer_trace(*open->session, *request));
  });
}

void add_match(CLI::App& app, Context& context) {
  auto case_id = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("match", "Say which debit and which credit are one transfer");
  command->add_option("--case", *case_id, "Only the accounts of this case")->type_name("CASE");
  command->add_flag("--json", context.json, "One JSON document on stdout");
  command->footer("Examples:\n  recoup match\n  recoup match --case OP-1 --json");
  command->callback([=, &context] {
    auto open = open_session(context, OpenMode::read_only);
    if (!open) return;
    const auto chosen = case_id->empty() ? std::nullopt : std::optional(*case_id);
    print_reply(context, answer_match(*open->session, chosen, context.form()));
  });
}

}  // namespace

void add_tracing_commands(CLI::App& app, Context& context) {
  add_match(app, context);
  add_trace(app, context);
}

}  // namespace recoup
