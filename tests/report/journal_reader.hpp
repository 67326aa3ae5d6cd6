// journal_reader.hpp: a strict reader of the part of hledger's journal format that is written.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace recoup {

/// What a journal comes to where it is added up day by day, as hledger does.
struct JournalSums {
  std::vector<std::string> faults;             ///< What hledger would refuse.
  std::map<std::string, std::string> balance;  ///< "accounts:A GBP" -> "12.00".
  std::size_t transactions = 0;
  std::size_t assertions = 0;
};

/// Reads and re-adds `journal`: every transaction must balance, every assertion hold, every account
/// and commodity be declared; nothing is passed over that is not understood.
[[nodiscard]] JournalSums read_journal(const std::string& journal);

}  // namespace recoup
