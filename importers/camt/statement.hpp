// statement.hpp: one statement, report or notification of a camt message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "camt/balances.hpp"
#include "camt/entry.hpp"
#include "camt/totals.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/records/document.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// The message around a statement.
struct CamtMessage {
  const Document& document;
  std::string_view text;  ///< As UTF-8; `begin` and `end` of an element count its bytes.
  const ImportOptions& options;
  std::optional<Currency> currency;  ///< What the person said.
  bool is_statement = false;         ///< camt.053.
};

/// Takes the parts of one statement as they come, and puts what it says into the Import.
class CamtStatementReader {
 public:
  CamtStatementReader(const CamtMessage& message, std::uint64_t line, Import& import,
                      CamtRemarks& remarks);

  /// Takes one payment of the entry that is being read.
  void take_detail(CamtElement detail);
  /// Takes a child of the statement that is complete. Errors: malformed (of the whole document).
  Result<void> take(CamtElement part);
  void finish();

 private:
  Result<void> take_account(CamtElement account);
  void take_period(CamtElement period);
  void take_pages(CamtElement pages);
  void take_entry(CamtElement element);
  void take_balance(CamtElement element);
  void book(const CamtEntry& entry);
  void turn_round();
  void reject(Error error, std::uint64_t line, std::size_t begin, std::size_t end);
  void hold_back(std::string why, std::uint64_t line, std::size_t begin, std::size_t end);
  void name_account();
  void choose_currency();
  void put_in_statement_order();
  void add_balances();
  void say_what_was_read();
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::string_view record(std::size_t begin, std::size_t end) const;
  void note(std::string text) { import_.notes.push_back(std::move(text)); }

  const CamtMessage& message_;
  Import& import_;
  CamtRemarks& remarks_;
  Statement statement_;
  CamtOwner owner_;
  CamtSurroundings around_;
  std::string id_;
  std::string sequence_;
  std::string legal_sequence_;
  std::vector<CamtBalance> balances_;
  std::vector<CamtStatedTotal> stated_totals_;
  std::vector<Transaction> transactions_;
  std::vector<std::size_t> entry_sizes_;  ///< How many transactions each entry became.
  std::vector<CamtDetail> details_;
  std::optional<Error> detail_fault_;
  CamtSums booked_;
  CamtSums all_;
  std::size_t entry_count_ = 0;
  std::size_t rejected_ = 0;
  std::size_t held_back_ = 0;
};

}  // namespace recoup
