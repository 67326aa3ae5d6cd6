#include "command_line.hpp"
#include "recoup/casework/answer_chart.hpp"
#include "recoup/casework/subject_questions.hpp"

namespace recoup {
namespace {

/// A drawing of money needs a case and a kind; one of links a case or an operation, and no kind.
std::optional<Error> fault_of(const ChartRequest& request, bool links,
                              const std::string& operation) {
  const auto usage = [](std::string found, std::string expected) {
    return Error{ErrorCode::usage, std::move(found), std::move(expected), {}};
  };
  if (links && !request.kind.empty()) return usage("--links and --kind", "one of them");
  if (links && request.case_id.empty() && operation.empty()) {
    return usage("links of nothing", "a case, or --operation");
  }
  if (!links && !operation.empty()) return usage("--operation without --links", "a case");
  if (!links && request.case_id.empty()) return usage("no case", "the case");
  if (!links && request.kind.empty()) return usage("no --kind", "sankey or balance; or --links");
  return std::nullopt;
}

}  // namespace

void add_chart_commands(CLI::App& app, CommandLine& command_line) {
  auto request = std::make_shared<ChartRequest>();
  // Empty where it is not given.
  struct Choices {
    std::string method;
    std::string account;
    std::string currency;
    std::string as_at;
    std::string operation;
    bool links = false;
  };
  auto choices = std::make_shared<Choices>();
  CLI::App* command =
      app.add_subcommand("chart", "Draw a trace, an account's balance, or links, as SVG");
  command->add_option("case", request->case_id, "The case")->type_name("CASE");
  command->add_option("--kind", request->kind, "sankey or balance")->type_name("KIND");
  command->add_flag("--links", choices->links, "Subjects and links, in place of money");
  command->add_option("--operation", choices->operation, "Of links: every case of it")
      ->type_name("OP");
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
      "    --method lowest-intermediate-balance --output balance.svg\n"
      "  recoup chart OP-1 --links --output links.svg\n"
      "  recoup chart --links --operation Alliance --output alliance.svg");
  command->callback([=, &command_line] {
    if (auto fault = fault_of(*request, choices->links, choices->operation)) {
      return print_error(command_line, *fault);
    }
    auto open = open_session(command_line, OpenMode::read_only);
    if (!open) return;
    if (choices->links) {
      SubjectRequest links;
      if (!request->case_id.empty()) links.case_id = request->case_id;
      links.operation = choices->operation;
      return print_reply(command_line, answer_link_chart(*open->session, links, request->file));
    }
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
