// credits.hpp: what each credit of a person's accounts is, as far as the papers say.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "recoup/ledger/ledger.hpp"
#include "recoup/matching/links.hpp"

namespace recoup {

/// What a credit is. Cash, third_party and unknown are unexplained until somebody explains them.
enum class CreditKind : std::uint8_t {
  wages,
  benefits,
  own_transfer,
  refund,  ///< Also a reversal: money that comes back.
  loan,
  gift,
  cash,
  third_party,
  unknown,
};

constexpr std::size_t credit_kind_count = 9;

/// "wages", "own-transfer" and so on, as case files write them.
[[nodiscard]] std::string_view text(CreditKind kind);
[[nodiscard]] bool is_unexplained(CreditKind kind);

/// A word or phrase of narratives that tells a kind, e.g. "cash paid in".
struct CreditWord {
  std::string word;  ///< ASCII letters in lower case.
  CreditKind kind = CreditKind::unknown;
};

/// On what a classification rests.
enum class CreditBasis : std::uint8_t {
  person,     ///< Somebody states it in the case file.
  match,      ///< Its debit was found on another statement.
  statement,  ///< The bank says so: a reversal, the account on the other side.
  words,      ///< The narrative alone: weak.
  none,
};

struct ClassifiedCredit {
  LegRow leg{};
  CreditKind kind = CreditKind::unknown;
  CreditBasis basis = CreditBasis::none;
  std::string why;
};

/// A person's word on a leg that was found.
struct StatedCreditLeg {
  LegRow leg{};
  CreditKind kind = CreditKind::unknown;
  std::string why;
};

/// What classify_credits goes by. The ledger and the links must outlive the call.
struct CreditQuestion {
  const Ledger& ledger;
  const Links& links;
  std::vector<std::string> holders;  ///< By account; empty where nobody says whose it is.
  std::string subject;               ///< Whose accounts are own accounts.
  std::vector<StatedCreditLeg> stated;
  std::vector<LegRow> reversals;  ///< Legs of which the bank says that they take one back.
  std::vector<CreditWord> words;  ///< The first that stands in a narrative decides.
};

/// The credits of the subject's accounts, in row order.
struct Credits {
  std::vector<bool> is_own;  ///< By account.
  std::vector<ClassifiedCredit> rows;
  std::vector<std::string> missing;  ///< Whose figures or whose account: facts to obtain.
};

/// Says of every credit of the subject's accounts what it is, and why.
///
///   Exact    In this order: a person's word; a matched debit (on an own account: own transfer);
///            a reversal by the bank's word; an own account named on the other side; words of the
///            narrative; another party named; unknown. Nothing is guessed beyond that.
///   Promise  Every credit of an own account is in one row.
///   Cost     O(N log N + N words).
[[nodiscard]] Credits classify_credits(const CreditQuestion& question);

/// The kind of every credit of every account, by leg, each from the side of its account's holder; a
/// debit is unknown.
[[nodiscard]] std::vector<CreditKind> kinds_of_credits(const CreditQuestion& question);

/// Whether two spellings name one holder: ASCII case and blanks at the ends do not part them.
[[nodiscard]] bool is_same_holder(std::string_view one, std::string_view other);

/// Whether `word` stands in `narrative` as whole words, ASCII letters in any case. Requires a word
/// in lower case.
[[nodiscard]] bool has_words(std::string_view narrative, std::string_view word);

}  // namespace recoup
