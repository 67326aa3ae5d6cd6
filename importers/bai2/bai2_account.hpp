// bai2_account.hpp: one account of a group of BAI2, from its header (03) to its trailer (49).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "account_blocks.hpp"
#include "bai2/bai2_records.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// Amounts and lines added up, to be held against a trailer.
struct Bai2Sum {
  Int128 amounts = 0;
  bool overflow = false;
  std::uint64_t lines = 0;  ///< Physical records: every continuation counts.

  void add(Int128 amount);
  void add(const Bai2Sum& other);
};

/// The total that a trailer states in `field`, and what the records come to.
[[nodiscard]] ControlTotal bai2_amount_total(std::string what, const Bai2Record& trailer,
                                             std::size_t field, const Bai2Sum& sum);
/// The count that a trailer states in `field`, and how many there are.
[[nodiscard]] ControlTotal bai2_count_total(std::string what, const Bai2Record& trailer,
                                            std::size_t field, std::uint64_t count);

/// What the accounts of a group take from its header (02).
struct Bai2Group {
  std::string currency;  ///< As written; may be empty.
  std::optional<Date> as_of;
  std::optional<Error> as_of_fault;
  std::string held_back;  ///< Why nothing of this group counts; "" where it does.
};

/// The document, and what has been made of it so far.
struct Bai2Document {
  const Document& source;
  const ImportOptions& options;
  Import import = {};
  std::vector<AccountBlock> blocks = {};
  std::size_t unnamed = 0;
  std::optional<Currency> assumed = {};  ///< For accounts that name no currency, once asked for.

  void reject(const Bai2Record& record, Error error);
  void hold_back(const Bai2Record& record, std::string why);
};

/// One account on its way into the Import.
class Bai2Account {
 public:
  /// Begins with the header (03).
  ///
  /// Errors: usage (the options name a currency that there is not).
  static Result<Bai2Account> begin(const Bai2Record& header, const Bai2Group& group,
                                   Bai2Document& document);

  /// Takes an entry (16).
  void take(const Bai2Record& record, Bai2Document& document);
  /// Ends with the trailer (49), or without one, and says what the account's amounts come to.
  Bai2Sum end(const Bai2Record* trailer, Bai2Document& document);

 private:
  /// A total of everything that was credited or debited, as the header states it.
  struct Stated {
    std::string text;
    std::optional<Money> amount;
    std::string count;
    std::uint64_t line = 0;
  };

  Bai2Account(const Bai2Group& group, std::uint32_t number) : group_(group), number_(number) {}

  void take_summaries(const Bai2Record& header, Bai2Document& document);
  void take_summary(std::string_view code, Money amount, std::string_view count,
                    const Bai2Record& header, Bai2Document& document);
  Result<Transaction> read_entry(const Bai2Record& record) const;
  void hold_totals();
  void hold_total(const char* what, const std::optional<Stated>& stated, bool credits);

  Bai2Group group_;
  std::uint32_t number_;
  std::string name_;
  std::optional<Currency> currency_;
  std::optional<Error> currency_fault_;
  Statement statement_;
  std::vector<Transaction> entries_;
  std::optional<Stated> all_credits_;
  std::optional<Stated> all_debits_;
  std::vector<std::string> other_codes_;
  Bai2Sum sum_;
  std::size_t rejected_ = 0;
};

}  // namespace recoup
