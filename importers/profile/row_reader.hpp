// row_reader.hpp: reads one row of a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profile/plan.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// The entries of one row: one, or two where a fee is booked apart; these come in the order in
/// which the bank took them, and the last has the balance of the row.
using RowEntries = std::vector<Transaction>;

/// Reads rows by a plan. The plan must outlive the reader.
class TableRowReader {
 public:
  explicit TableRowReader(const TablePlan& plan) : plan_(plan), profile_(*plan.profile) {}

  /// Errors: malformed, contradiction, out_of_range, with the column; the line is the caller's.
  [[nodiscard]] Result<RowEntries> read(const TableRow& row) const;

  /// The date of the row. Errors: malformed.
  [[nodiscard]] Result<BookingTime> date(const TableRow& row) const;
  /// The account of the row. Errors: malformed.
  [[nodiscard]] Result<std::string> account(const TableRow& row) const;
  /// The balance of the row, where it states one. Errors: malformed.
  [[nodiscard]] Result<std::optional<Money>> balance(const TableRow& row) const;

 private:
  [[nodiscard]] std::string_view raw(const TableRow& row, ProfileField field) const;
  [[nodiscard]] Error in(ProfileField field, Error error) const;
  [[nodiscard]] Result<void> check_cells(const TableRow& row) const;
  [[nodiscard]] Result<Currency> currency(const TableRow& row) const;
  [[nodiscard]] Result<std::optional<Money>> money(const TableRow& row, ProfileField field) const;
  [[nodiscard]] Result<Money> amount(const TableRow& row) const;
  [[nodiscard]] Result<Money> split_amount(const TableRow& row) const;
  [[nodiscard]] Result<Money> directed(const TableRow& row, Money amount) const;
  [[nodiscard]] Result<std::string> text(const TableRow& row, ProfileField field, bool lines) const;
  [[nodiscard]] Result<void> read_texts(const TableRow& row, Transaction& entry) const;
  [[nodiscard]] Result<void> read_details(const TableRow& row, Transaction& entry) const;
  [[nodiscard]] Result<void> add_original(const TableRow& row, Transaction& entry) const;
  [[nodiscard]] Result<void> add_fee(const TableRow& row, RowEntries& entries) const;

  const TablePlan& plan_;
  const Profile& profile_;
};

}  // namespace recoup
