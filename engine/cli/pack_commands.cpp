#include "command_line.hpp"
#include "recoup/casework/pack_questions.hpp"

namespace recoup {
namespace {

constexpr const char* pack_words = "Id of a pack of the program, or the folder of a pack";

void add_check(CLI::App& rules, CommandLine& command_line) {
  auto packs = std::make_shared<std::vector<std::string>>();
  CLI::App* check = rules.add_subcommand("check", "Whether packs keep the rules for packs");
  check->add_option("packs", *packs, "Ids of packs of the program, or folders; all of the program")
      ->type_name("PACK");
  check->add_flag("--json", command_line.json, "One JSON document on stdout");
  check->footer(
      "Every remark names file, line and rule, what was found and what was expected. Ends with\n"
      "status 1 where a pack is refused.\n\n"
      "Examples:\n  recoup rules check\n  recoup rules check rules/packs/ew-criminal-lifestyle");
  check->callback(
      [=, &command_line] { print_reply(command_line, check_packs(*packs, command_line.form())); });
}

void add_show(CLI::App& rules, CommandLine& command_line) {
  auto pack = std::make_shared<std::string>();
  auto html = std::make_shared<bool>(false);
  CLI::App* show = rules.add_subcommand("show", "A pack for its readers: law left, rows right");
  show->add_option("pack", *pack, pack_words)->required()->type_name("PACK");
  show->add_flag("--html", *html, "A page instead of text");
  show->footer(
      "Every cell is printed back from what the program read of it.\n\n"
      "Example:\n  recoup rules show ew-criminal-lifestyle --html > lifestyle.html");
  show->callback([=, &command_line] {
    print_reply(command_line, show_pack(*pack, *html ? PackForm::html : PackForm::text));
  });
}

void add_table(CLI::App& rules, CommandLine& command_line) {
  auto request = std::make_shared<TableRequest>();
  CLI::App* table = rules.add_subcommand("table", "A decision table as CSV, and back");
  table->add_option("pack", request->pack, pack_words)->required()->type_name("PACK");
  table->add_option("decision", request->decision, "Name of the decision")
      ->required()
      ->type_name("DECISION");
  table->add_option("--with", request->edited, "CSV whose rows take the place of the rules")
      ->type_name("FILE");
  table->add_option("-o,--output", request->output, "File to write instead of stdout")
      ->type_name("FILE");
  table->footer(
      "Without --with the table goes out; with it the whole model comes back, byte for byte the\n"
      "same where no cell was changed.\n\n"
      "Examples:\n  recoup rules table ew-poca-part2 \"Default term\" -o term.csv\n"
      "  recoup rules table my-pack \"Default term\" --with term.csv -o my-pack/model/new.dmn");
  table->callback([=, &command_line] { print_reply(command_line, edit_table(*request)); });
}

void add_keygen(CLI::App& rules, CommandLine& command_line) {
  auto name = std::make_shared<std::string>();
  auto path = std::make_shared<std::string>();
  CLI::App* keygen = rules.add_subcommand("keygen", "Make a key by which a person signs packs");
  keygen->add_option("--name", *name, "The person's name")->required()->type_name("NAME");
  keygen->add_option("-o,--output", *path, "New file, which only its owner may read")
      ->required()
      ->type_name("FILE");
  keygen->footer(
      "Prints the public key and the name: a line for the file of --keys in rules verify.\n\n"
      "Example:\n  recoup rules keygen --name \"Ann Author\" -o ann.key >> keys.txt");
  keygen->callback(
      [=, &command_line] { print_reply(command_line, make_signing_key(*name, *path)); });
}

void add_sign(CLI::App& rules, CommandLine& command_line) {
  auto folder = std::make_shared<std::string>();
  auto role = std::make_shared<std::string>();
  auto key = std::make_shared<std::string>();
  CLI::App* sign = rules.add_subcommand("sign", "Sign the pack in a folder");
  sign->add_option("folder", *folder, "Folder of the pack")->required()->type_name("FOLDER");
  sign->add_option("--as", *role, "author or reviewer: two persons")->required()->type_name("ROLE");
  sign->add_option("--key", *key, "File of the key")->required()->type_name("FILE");
  sign->footer(
      "Writes pack.sig. A pack that rules check refuses is not signed.\n\n"
      "Example:\n  recoup rules sign my-pack --as reviewer --key rob.key");
  sign->callback(
      [=, &command_line] { print_reply(command_line, sign_pack(*folder, *role, *key)); });
}

void add_verify(CLI::App& rules, CommandLine& command_line) {
  auto packs = std::make_shared<std::vector<std::string>>();
  auto keys = std::make_shared<std::optional<std::string>>();
  CLI::App* verify = rules.add_subcommand("verify", "Who signed packs, and whether they changed");
  verify->add_option("packs", *packs, "Ids of packs of the program, or folders; all of the program")
      ->type_name("PACK");
  verify->add_option("--keys", *keys, "File with a line \"KEY NAME\" for each person known")
      ->type_name("FILE");
  verify->add_flag("--json", command_line.json, "One JSON document on stdout");
  verify->footer(
      "Ends with status 1 unless every pack bears the signatures of an author and a reviewer.\n\n"
      "Example:\n  recoup rules verify my-pack --keys keys.txt");
  verify->callback([=, &command_line] {
    print_reply(command_line, verify_packs(*packs, *keys, command_line.form()));
  });
}

void add_explain(CLI::App& rules, CommandLine& command_line) {
  auto request = std::make_shared<RuleExplainRequest>();
  CLI::App* explain = rules.add_subcommand("explain", "Decide from stated facts, with the record");
  explain->add_option("pack", request->pack, pack_words)->required()->type_name("PACK");
  explain->add_option("--decision", request->decision, "Name of the decision")
      ->required()
      ->type_name("NAME");
  explain->add_option("--facts", request->facts_path, "JSON: {\"facts\": {NAME: VALUE, ...}}")
      ->required()
      ->type_name("FILE");
  explain->add_option("--on", request->governing_date, "Day whose law decides")->type_name("DATE");
  explain->add_flag("--draft", request->is_draft, "Run a pack from a folder that is not reviewed");
  explain->add_flag("--json", command_line.json, "One JSON document on stdout");
  explain->footer(
      "A fact that is not stated is missing; null says that it is known to be none. Ends with\n"
      "status 1 unless the conclusion is determined.\n\n"
      "Example:\n  recoup rules explain ew-poca-part2 --decision \"Default term\" --facts f.json "
      "--on 2026-11-22");
  explain->callback([=, &command_line] {
    request->form = command_line.form();
    request->program_version = tool_version();
    print_reply(command_line, explain_decision(*request));
  });
}

}  // namespace

void add_pack_commands(CLI::App& rules, CommandLine& command_line) {
  add_check(rules, command_line);
  add_show(rules, command_line);
  add_table(rules, command_line);
  add_explain(rules, command_line);
  add_keygen(rules, command_line);
  add_sign(rules, command_line);
  add_verify(rules, command_line);
}

}  // namespace recoup
