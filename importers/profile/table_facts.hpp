// table_facts.hpp: what a table says around its entries: the account, the period, its balances.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "profile/plan.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// An amount that a line around the entries states.
struct StatedAmount {
  Money amount;
  std::uint64_t line = 0;
  std::optional<Date> date = {};  ///< Where it is stated beside it.
};

/// What the lines before the header and behind the entries say.
struct TableFacts {
  std::string account;
  std::string currency;
  std::string number;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<StatedAmount> opening;
  std::optional<StatedAmount> closing;
  std::optional<StatedAmount> current;
  std::optional<StatedAmount> available;
  std::uint64_t line = 0;  ///< Of the first fact.
  std::vector<Rejection> rejections;
  std::vector<std::string> notes;
};

/// The account, the currency and the period, before anything else is known.
[[nodiscard]] TableFacts read_facts(const Table& table, const TablePlan& plan,
                                    const std::string& document);

/// Puts the balances and the period of `facts` into `import`, whose entries are complete. They are
/// of the only account of the document; where there are several, a note says that nobody knows.
void add_statement(const TableFacts& facts, const TablePlan& plan, Import& import);

}  // namespace recoup
