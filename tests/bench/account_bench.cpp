// account_bench.cpp: what an account with many lines costs to be verified and to be put in order.
//
//   account_bench [LINES]
//
// For each way in which banks deliver an account, and for a quarter, half and all of the lines:
// nanoseconds of processor time a line of `check_completeness` and of `build_ledger`. They should
// not grow with the number of lines. It is no test: its figures are those of the machine.
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/completeness/completeness.hpp"
#include "recoup/ledger/builder.hpp"

namespace recoup {
namespace {

constexpr std::size_t lines_a_day = 100;
constexpr std::size_t lines_a_statement = 20;
constexpr std::size_t lines_a_document = 1000;

/// One document's part while it is made: credits of a penny, so that the balance counts the lines.
class AccountPart {
 public:
  AccountPart(const std::string& name, std::size_t first_line) : line_(first_line) {
    part_.account = "20-11-22 12345678";
    part_.document = sha256(name);
    part_.layout = name.substr(0, name.find(' '));
  }

  void add_lines(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, ++line_) {
      Transaction entry{part_.account, BookingTime(day()), Money(1, gbp), {}, {}, {}, {}, {},
                        line_ + 1};
      entry.reference = "R" + std::to_string(line_);
      entry.statement = static_cast<std::uint32_t>(part_.statements.size());
      part_.entries.push_back(std::move(entry));
    }
  }

  void begin_statement(std::size_t lines) {
    Statement statement;
    statement.account = part_.account;
    statement.currency = gbp;
    statement.opening = Money(static_cast<std::int64_t>(line_), gbp);
    statement.closing = Money(static_cast<std::int64_t>(line_ + lines), gbp);
    statement.opening_date = statement.closing_date = day();
    statement.line = line_ + 1;
    part_.statements.push_back(statement);
    part_.statement_numbers.push_back(static_cast<std::uint32_t>(part_.statements.size()));
  }

  [[nodiscard]] StatementPart done() && { return std::move(part_); }

 private:
  [[nodiscard]] Date day() const {
    return make_date(1990, 1, 1).value() + std::chrono::days(line_ / lines_a_day);
  }

  StatementPart part_{};
  std::size_t line_;
};

std::vector<StatementPart> one_document_of_statements(std::size_t lines) {
  AccountPart part("statements", 0);
  for (std::size_t at = 0; at < lines; at += lines_a_statement) {
    part.begin_statement(lines_a_statement);
    part.add_lines(lines_a_statement);
  }
  std::vector<StatementPart> parts;
  parts.push_back(std::move(part).done());
  return parts;
}

std::vector<StatementPart> document_after_document(std::size_t lines) {
  std::vector<StatementPart> parts;
  for (std::size_t at = 0; at < lines; at += lines_a_document) {
    AccountPart part("piece " + std::to_string(at), at);
    part.begin_statement(lines_a_document);
    part.add_lines(lines_a_document);
    parts.push_back(std::move(part).done());
  }
  return parts;
}

std::vector<StatementPart> all_of_it_and_again_in_pieces(std::size_t lines) {
  std::vector<StatementPart> parts = document_after_document(lines);
  AccountPart whole("whole", 0);
  whole.begin_statement(lines);
  whole.add_lines(lines);
  parts.push_back(std::move(whole).done());
  return parts;
}

struct Delivery {
  std::string_view name;
  std::vector<StatementPart> (*make)(std::size_t lines);
};

constexpr std::array<Delivery, 3> deliveries = {
    {{"one document of statements", one_document_of_statements},
     {"document after document", document_after_document},
     {"all of it, and again in pieces", all_of_it_and_again_in_pieces}}};

template <typename Work>
std::uint64_t nanoseconds(const Work& work) {
  const std::clock_t begin = std::clock();
  work();
  constexpr std::uint64_t nanoseconds_a_tick = 1'000'000'000 / CLOCKS_PER_SEC;
  return static_cast<std::uint64_t>(std::clock() - begin) * nanoseconds_a_tick;
}

int measure(const Delivery& delivery, std::size_t lines) {
  std::vector<StatementPart> parts = delivery.make(lines);
  bool is_sound = true;
  const std::uint64_t checking =
      nanoseconds([&] { is_sound = is_complete(check_completeness(parts, {})); });
  std::size_t legs = 0;
  const std::uint64_t building = nanoseconds([&] {
    const auto built = build_ledger(std::move(parts), {});
    legs = built ? built.value().ledger.leg_count() : 0;
  });
  if (!is_sound || legs != lines) {
    std::cerr << delivery.name << ": " << legs << " lines, and not " << lines << "\n";
    return 1;
  }
  std::cout << std::left << std::setw(32) << delivery.name << std::right << std::setw(9) << lines
            << std::setw(8) << checking / lines << std::setw(8) << building / lines << "\n";
  return 0;
}

int run(std::size_t lines) {
  std::cout << "                                    lines   check  ledger, ns a line\n";
  int status = 0;
  for (const Delivery& delivery : deliveries) {
    for (const std::size_t share : {4U, 2U, 1U}) status |= measure(delivery, lines / share);
  }
  return status;
}

}  // namespace
}  // namespace recoup

int main(int count, char** words) {
  std::size_t lines = 1'000'000;
  if (count > 1) {
    const std::string_view word = words[1];
    std::from_chars(word.data(), word.data() + word.size(), lines);
  }
  return recoup::run(lines);
}
