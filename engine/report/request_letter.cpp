#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"

namespace recoup {
namespace {

std::string days(Date from, Date until) {
  return from == until ? long_text(from) : long_text(from) + " to " + long_text(until);
}

bool is_about_pages(StatementFault::Kind kind) {
  return kind == StatementFault::Kind::page_missing ||
         kind == StatementFault::Kind::beginning_missing ||
         kind == StatementFault::Kind::end_missing;
}

std::string name_of(const CheckedStatement& statement) {
  const std::string number =
      statement.number.empty() ? "" : "number " + printable(statement.number) + ", ";
  return "statement " + number + days(statement.from, statement.until);
}

void add_item(std::string& list, const std::string& item) { list += "  - " + item + "\n"; }

std::string missing_periods(const AccountCompleteness& account) {
  std::string list;
  for (const GridPeriod& row : account.periods) {
    if (row.verdict == PeriodVerdict::missing) add_item(list, days(row.from, row.until));
  }
  for (const NumberHole& hole : account.number_holes) {
    if (hole.balance_carries_on) continue;
    const std::string last = hole.until == hole.from ? "" : " to " + std::to_string(hole.until);
    add_item(list, "statement number " + std::to_string(hole.from) + last);
  }
  return list;
}

std::string missing_pages(const AccountCompleteness& account) {
  std::string list;
  for (const CheckedStatement& statement : account.statements) {
    for (const StatementFault& fault : statement.faults) {
      if (!is_about_pages(fault.kind)) continue;
      add_item(list, name_of(statement) + ": found " + printable(fault.found) + "; expected " +
                         printable(fault.expected));
    }
  }
  return list;
}

std::string difference_of(const std::optional<Money>& difference) {
  return difference ? " (a difference of " + difference->grouped() + ")" : std::string();
}

std::string disagreements(const AccountCompleteness& account) {
  std::string list;
  for (const CheckedStatement& statement : account.statements) {
    for (const StatementFault& fault : statement.faults) {
      if (is_about_pages(fault.kind)) continue;
      add_item(list, name_of(statement) + ": found " + printable(fault.found) + "; expected " +
                         printable(fault.expected) + difference_of(fault.difference));
    }
  }
  for (const GridPeriod& row : account.periods) {
    const bool between = row.verdict == PeriodVerdict::does_not_add_up && !row.why.empty() &&
                         row.why.front().starts_with("between two statements");
    if (row.is_sound() || (row.verdict != PeriodVerdict::overlap && !between)) continue;
    add_item(list, days(row.from, row.until) + ": " + printable(row.why.front()));
  }
  return list;
}

std::string without_balances(const AccountCompleteness& account) {
  std::string list;
  for (const GridPeriod& row : account.periods) {
    if (row.verdict != PeriodVerdict::not_verifiable) continue;
    add_item(list, days(row.from, row.until) + ": " + printable(row.why.front()));
  }
  return list;
}

void add_section(std::string& letter, const std::string& heading, const std::string& list) {
  if (!list.empty()) letter += heading + "\n" + list + "\n";
}

}  // namespace

std::string request_letter(const CompletenessContext& context, const AccountCompleteness& account) {
  if (account.is_complete()) return {};
  const auto holder = context.holders.find(account.account);
  std::string letter = "Statements of account " + printable(account.account) + ", " +
                       std::string(account.currency.code()) + "\n";
  if (holder != context.holders.end() && !holder->second.empty()) {
    letter += "Account holder: " + printable(holder->second) + "\n";
  }
  if (!context.case_id.empty()) letter += "Our reference: " + printable(context.case_id) + "\n";
  letter +=
      "\nThe statements of this account that we hold do not account for every day and every "
      "entry.\nPlease provide what is listed below.\n\n";
  add_section(letter, "No statement that we hold shows:", missing_periods(account));
  add_section(letter, "Pages that are not among those that we hold:", missing_pages(account));
  add_section(letter, "Figures that do not agree; please provide the statement again, or say why:",
              disagreements(account));
  add_section(letter,
              "Please provide for these periods statements with opening and closing balance:",
              without_balances(account));
  letter +=
      "Preferred form, the first that you have: camt.053 (ISO 20022), MT940, OFX, BAI2; else the\n"
      "bank's own CSV with a balance on every line; else the statements as PDF with a text layer,\n"
      "all pages. Please send the entries as booked, with times and the bank's own references,\n"
      "and include statements of periods without entries.\n\n"
      "Where an order to produce material is needed, it is a production order under section 345 "
      "of\n"
      "the Proceeds of Crime Act 2002; this letter is not such an order.\n";
  return letter;
}

}  // namespace recoup
