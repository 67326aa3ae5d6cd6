// How many of the accounts that a simulator labels as laundering the search for cycles finds, and
// how many of those that it names are labelled. It measures; it demands only that nothing is lost.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "typology_world.hpp"

namespace recoup {
namespace {

std::vector<std::vector<std::string>> table_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> fields;
    std::istringstream words(line);
    for (std::string field; std::getline(words, field, ',');) fields.push_back(field);
    rows.push_back(std::move(fields));
  }
  return rows;
}

struct Labelled {
  std::vector<StatementPart> parts;
  std::set<std::string> launderers;
  std::size_t transfers = 0;
};

std::string account_of(const std::string& node) {
  return "NODE" + std::string(6 - node.size(), '0') + node;
}

/// Every transfer as two lines, on the statements of both sides.
Labelled read_labelled(const std::filesystem::path& folder) {
  Labelled labelled;
  for (const auto& row : table_of(folder / "nodes.csv")) {
    if (row.at(1) == "1") labelled.launderers.insert(account_of(row.at(0)));
  }
  std::map<std::string, StatementPart> parts;
  const auto add = [&](const std::string& account, const std::string& other, Money amount,
                       Date day) {
    StatementPart& part = parts[account];
    part.account = account;
    part.document = sha256(account);
    part.entries.push_back(
        {account, BookingTime(day), amount, {}, other, "", "", "", part.entries.size() + 1});
  };
  for (const auto& row : table_of(folder / "transactions.csv")) {
    const Money amount = Money::parse_plain(row.at(2), gbp).value();
    const Date day = make_date(2025, 1, 1).value() + std::chrono::days(std::stoi(row.at(3)));
    add(account_of(row.at(0)), account_of(row.at(1)), Money(-amount.minor(), gbp), day);
    add(account_of(row.at(1)), account_of(row.at(0)), amount, day);
    ++labelled.transfers;
  }
  for (auto& [account, part] : parts) labelled.parts.push_back(std::move(part));
  return labelled;
}

/// The limits of the program, with others for a simulator whose cycles are small and slow.
TypologyLimits limits_for(const std::string& days, const std::string& kept) {
  std::string csv = typology_file("limits.csv");
  const auto put = [&](const std::string& from, const std::string& to) {
    const std::size_t at = csv.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    csv.replace(at, from.size(), to);
  };
  put("cycle.days,30", "cycle.days," + days);
  put("cycle.kept_percent,80", "cycle.kept_percent," + kept);
  put("cycle.minimum,100.00", "cycle.minimum,0.01");
  return TypologyLimits::parse(csv, "limits.csv", make_date(2025, 6, 1).value()).value();
}

TEST(ExternalAmlsim, CyclesAgainstTheLabels) {
  const std::filesystem::path folder = std::filesystem::path(RECOUP_SOURCE_DIR) /
                                       "../shared/data/aml/IBM+AMLSim/sample/20K_cycle200";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no labelled data beside the project";
  Labelled labelled = read_labelled(folder);
  const std::size_t transfers = labelled.transfers;
  const Ledger ledger = build_ledger(std::move(labelled.parts), {}).value().ledger;
  ASSERT_EQ(ledger.leg_count(), 2 * transfers);
  const Links links = match(ledger);
  for (const auto& [days, kept] :
       {std::pair("30", "80"), std::pair("30", "100"), std::pair("150", "100")}) {
    const TypologyLimits limits = limits_for(days, kept);
    TypologyQuestion question{ledger, links, {}, limits, {}, {}};
    question.kinds.assign(ledger.leg_count(), CreditKind::third_party);
    question.holders.assign(ledger.accounts.size(), "");
    const Indicators indicators = find_indicators(question).value();
    std::map<Typology, std::set<std::string>> named;
    for (const Indicator& one : indicators.found) {
      for (const LegRow leg : one.movements) {
        named[one.typology].insert(ledger.accounts[index(ledger.account[index(leg)])]);
        if (one.typology != Typology::cycle) break;
      }
    }
    for (const auto& [typology, accounts] : named) {
      std::size_t right = 0;
      for (const std::string& account : accounts) right += labelled.launderers.count(account);
      std::cout << days << " days, " << kept << " percent kept: " << text(typology) << " names "
                << accounts.size() << " accounts, " << right << " of them labelled, of "
                << labelled.launderers.size() << " labelled\n";
    }
    for (const std::string& note : indicators.notes) std::cout << "  " << note << "\n";
  }
}

}  // namespace
}  // namespace recoup
