// overlap.hpp: what two statements that show the same days say of them.
#pragma once

#include <optional>
#include <string>

#include "recoup/completeness/statement_check.hpp"

namespace recoup {

/// The first contradiction between what two statements show of the days from `from` to `until`, in
/// words; nothing where they agree. The first and the last day of a statement that states no period
/// may have been cut: there it need only show a part of what the other shows.
[[nodiscard]] std::optional<std::string> contradiction_of_days(const CheckedStatement& one,
                                                               const CheckedStatement& other,
                                                               Date from, Date until);

/// What `statement` held before the first entry of `day`, where its balances say so.
[[nodiscard]] std::optional<Money> balance_before(const CheckedStatement& statement, Date day);

/// Whether `statement` held `balance` at some point from `day` on.
[[nodiscard]] bool held_balance_from(const CheckedStatement& statement, Date day, Money balance);

}  // namespace recoup
