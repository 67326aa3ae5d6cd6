#include <charconv>
#include <iostream>
#include <set>

#include "command_line.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/import_text.hpp"
#include "recoup/casework/match_review.hpp"

namespace recoup {
namespace {

constexpr std::size_t pairs_shown_max = 20;

/// One line of what is typed, without blanks around it; nothing at the end of it.
std::optional<std::string> typed_line() {
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return std::string(trimmed(line));
}

/// Puts one set after the other to the person at the keyboard.
class MatchWalk {
 public:
  MatchWalk(CommandLine& command_line, Session& session, std::string case_id)
      : command_line_(command_line), session_(session), case_id_(std::move(case_id)) {}

  void run() {
    for (;;) {
      const auto matched = matched_population(session_, case_id_);
      if (!matched) return print_error(command_line_, matched.error());
      const std::vector<OpenMatch> open = open_matches(matched.value());
      const OpenMatch* const next = first_of(open);
      if (next == nullptr || !ask(matched.value().build.ledger, *next, open.size())) {
        print(command_line_,
              std::to_string(decided_) + " decided, " + std::to_string(open.size()) + " open\n");
        if (!open.empty() && command_line_.status == ExitStatus::done) {
          command_line_.status = ExitStatus::needs_person;
        }
        return;
      }
    }
  }

 private:
  [[nodiscard]] const OpenMatch* first_of(const std::vector<OpenMatch>& open) const {
    for (const OpenMatch& each : open) {
      if (!passed_.contains(each.key)) return &each;
    }
    return nullptr;
  }

  void show(const Ledger& ledger, const OpenMatch& open, std::size_t count) {
    std::string out = "\n" + std::to_string(count) + " open. " + printable(open.why) + "\n";
    for (std::size_t i = 0; i < open.pairs.size() && i < pairs_shown_max; ++i) {
      out += "  " + std::to_string(i + 1) + "  debit   " + entry_line(ledger, open.pairs[i].first) +
             "\n     credit  " + entry_line(ledger, open.pairs[i].second) + "\n";
    }
    if (open.pairs.size() > pairs_shown_max) {
      out += "  and " + std::to_string(open.pairs.size() - pairs_shown_max) +
             " more pairs, for which there is recoup match --decisions\n";
    }
    print(command_line_, out +
                             "Number: they are one transfer; -number: they are not; s: later; "
                             "q: quit\n");
  }

  /// False where the walk is over.
  bool ask(const Ledger& ledger, const OpenMatch& open, std::size_t count) {
    show(ledger, open, count);
    const auto typed = typed_line();
    if (!typed || *typed == "q") return false;
    if (*typed == "s") {
      passed_.insert(open.key);
      return true;
    }
    int number = 0;
    const auto [end, fault] = std::from_chars(typed->data(), typed->data() + typed->size(), number);
    const auto chosen = static_cast<std::size_t>(number < 0 ? -number : number);
    if (fault != std::errc() || end != typed->data() + typed->size() || chosen == 0 ||
        chosen > std::min(open.pairs.size(), pairs_shown_max)) {
      print(command_line_, "not understood: " + printable(*typed) + "\n");
      return true;
    }
    print(command_line_, "Why?\n");
    const auto why = typed_line();
    if (!why) return false;
    if (why->empty()) {
      print(command_line_, "a decision needs a reason\n");
      return true;
    }
    const auto& [debit, credit] = open.pairs[chosen - 1];
    const auto kept =
        record_decision(session_, ledger, {case_id_, debit, credit, number > 0, *why});
    if (!kept) {
      print_error(command_line_, kept.error());
      return false;
    }
    ++decided_;
    return true;
  }

  CommandLine& command_line_;
  Session& session_;
  std::string case_id_;
  std::set<std::string> passed_;
  std::size_t decided_ = 0;
};

}  // namespace

bool take_decisions(CommandLine& command_line, Session& session, const std::string& path) {
  ImportRequest request;
  request.paths = {path};
  request.format = "decisions";
  const auto report = import_files(session, request);
  if (!report) {
    print_error(command_line, report.error());
    return false;
  }
  for (const std::string& line : fault_lines(report.value())) {
    std::cerr << "recoup: " << line << "\n";
  }
  const ImportedFile& file = report.value().files.at(0);
  if (file.refused) {
    command_line.status = exit_status(file.refused->code);
    return false;
  }
  if (!file.rejections.empty()) command_line.status = ExitStatus::needs_person;
  return true;
}

void add_match_review(CLI::App& match, CommandLine& command_line) {
  auto case_id = std::make_shared<std::string>();
  CLI::App* command = match.add_subcommand(
      "review", "Decide in the terminal what more than one reading fits, one set after the other");
  command->add_option("--case", *case_id, "The case to which the decisions belong")
      ->required()
      ->type_name("CASE");
  command->footer("Example:\n  recoup match review --case OP-1");
  command->callback([=, &command_line] {
    auto open = open_session(command_line, OpenMode::read_write_create);
    if (!open) return;
    MatchWalk(command_line, *open->session, *case_id).run();
  });
}

}  // namespace recoup
