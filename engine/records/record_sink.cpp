#include "recoup/records/record_sink.hpp"

namespace recoup {

EntryView view_of(const Transaction& entry) {
  return {entry.account,
          entry.booked_at,
          entry.amount,
          entry.balance,
          entry.counterparty_account,
          entry.counterparty_name,
          entry.description,
          entry.reference,
          entry.line,
          entry.statement,
          entry.value_date,
          entry.details};
}

Transaction transaction_of(const EntryView& entry, std::string_view account) {
  return {std::string(account),
          entry.booked_at,
          entry.amount,
          entry.balance,
          std::string(entry.counterparty_account),
          std::string(entry.counterparty_name),
          std::string(entry.description),
          std::string(entry.reference),
          entry.line,
          entry.statement,
          entry.value_date,
          {entry.details.begin(), entry.details.end()}};
}

}  // namespace recoup
