#include "command_line.hpp"
#include "recoup/casework/answer_chart.hpp"

namespace recoup {

void add_chart_commands(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<ChartRequest>();
  // Empty where it is not given.
  struct Choices {
    std::string method;
    std::string account;
    std::string currency;
    std::string as_at;
  };
  auto choices = std::make_shared<Choices>();
  CLI::App* command = app.add_subcommand("chart", "Draw a trace, or an account's balance, as SVG");
  command->add_option("case", request->case_id, "The case")->required()->type_name("CASE");
  command->add_option("--kind", request->kind, "sankey or balance")->required()->type_name("KIND");
  command->add_option("--method", choices->method, "Of a sankey; of a balance's grey band")
      ->type_name("METHOD");
  command->add_option("--account", choices->account, "Of a balance")->type_name("ACCOUNT");
  command->add_option("--currency", choices->currency, "Of a balance, where there are several")
      ->type_name("CODE");
  command->add_option("--as-at", choices->as_at, "No further than this day or moment")
      ->type_name("TIME");
  command->add_option("--output", request->file, "The drawing")->required()->type_name("FILE.svg");
  command->footer(
      "Prints the table that says the same as the drawing.\n\n"
      "Examples:\n"
      "  recoup chart OP-1 --kind sankey --method fifo --output op-1.svg\n"
      "  recoup chart OP-1 --kind balance --account '20-11-22 12345678' \\\n"
      "    --method lowest-intermediate-balance --output balance.svg");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    const auto given = [](const std::string& text) {
      return text.empty() ? std::nullopt : std::optional(text);
    };
    request->method = given(choices->method);
    request->account = given(choices->account);
    request->currency = given(choices->currency);
    request->as_at = given(choices->as_at);
    print_reply(command_line, answer_chart(*open->session, *request));
  });
}

}  // namespace recoup
