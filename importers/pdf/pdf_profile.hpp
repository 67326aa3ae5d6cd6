// pdf_profile.hpp: the words by which one bank's statements are read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/phrases.hpp"
#include "pdf/values.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// What words of a statement can mean. The keys of a profile are these names.
enum class PdfLabel : std::uint8_t {
  date,              ///< Heads of columns.
  description,       ///<
  code,              ///<
  money_out,         ///<
  money_in,          ///<
  amount,            ///< One column for both, with signs.
  balance,           ///<
  opening,           ///< In front of a balance: brought forward.
  closing,           ///< Carried forward.
  balance_on,        ///< A day follows, and it says which of the two.
  total_in,          ///< In front of a sum.
  total_out,         ///<
  totals,            ///< In front of both sums, in their columns.
  account,           ///< In front of, or above, what the statement is of.
  sort_code,         ///<
  iban,              ///<
  statement_number,  ///<
  statement_date,    ///<
  currency,          ///<
};

/// Where the amount of an entry of several lines stands.
enum class PdfAmountLine : std::uint8_t {
  either,  ///< Found out from the document.
  first,
  last,
};

/// A layout.
struct PdfProfile {
  std::string name;
  std::string version;
  std::vector<std::string> must_appear;  ///< Plain words, with blanks between them.
  std::map<PdfLabel, PdfPhrases> phrases;
  PdfDateOrder date_order = PdfDateOrder::day_first;
  DecimalMark decimal_mark = DecimalMark::point;
  PdfAmountLine amount_line = PdfAmountLine::either;
  bool owed = false;       ///< Amounts are owed to the bank: a card's purchases have no sign.
  bool has_header = true;  ///< Columns are known by their heads; else each line says it all.

  [[nodiscard]] const PdfPhrases& of(PdfLabel label) const;
};

/// Reads a profile: `key: value` lines, phrases between bars. `like: NAME` begins with the profile
/// of that name, which the program holds.
///
/// Errors: malformed, contradiction, not_found (no profile to be like); with the line.
Result<PdfProfile> parse_pdf_profile(std::string_view text, std::string_view name);

/// A profile that the program holds, as text.
struct BuiltInPdfProfile {
  std::string_view name;
  std::string_view text;
};

/// All of them, in the order in which they are tried.
[[nodiscard]] std::vector<BuiltInPdfProfile> built_in_pdf_profiles();

}  // namespace recoup
