// identity.hpp: what a statement says of itself: account, period, number, sums and balances.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdf/lines.hpp"
#include "pdf/pdf_profile.hpp"
#include "recoup/base/date.hpp"

namespace recoup {

/// Which statement it is.
struct PdfIdentity {
  std::string account;  ///< "20-11-22 12345678"; the number alone; or empty.
  std::string number;
  std::optional<Date> from;
  std::optional<Date> until;
  std::optional<Date> dated;
  std::optional<std::uint32_t> first_page;  ///< As printed: page 3 of 5.
  std::optional<std::uint32_t> last_page;
  std::optional<std::uint32_t> pages;
  std::uint32_t pages_seen = 0;  ///< Pages of the document that are this statement's.
};

/// A sum or a balance that stands outside the table.
struct PdfStated {
  PdfLabel label = PdfLabel::opening;
  Money amount;
  std::optional<PdfDay> day;  ///< Behind "balance on".
  std::uint64_t line = 0;
};

/// The first account, period, number and date that the lines name, and their page numbers.
[[nodiscard]] PdfIdentity read_pdf_identity(const std::vector<PdfLine>& lines,
                                            const PdfProfile& profile);

/// The sums and balances on those of the lines that are `free`: labels with an amount behind them,
/// or a line of labels above a line of as many amounts.
[[nodiscard]] std::vector<PdfStated> read_pdf_stated(const std::vector<PdfLine>& lines,
                                                     const std::vector<bool>& free,
                                                     const PdfProfile& profile, Currency currency);

/// "Page 3 of 5" of a line.
struct PdfPageNumber {
  std::uint32_t page = 0;
  std::uint32_t of = 0;
};
[[nodiscard]] std::optional<PdfPageNumber> pdf_page_number(const PdfLine& line);

/// The account's name that a line states, or empty.
[[nodiscard]] std::string pdf_account_number(const std::vector<PdfLine>& lines, std::size_t at,
                                             const PdfProfile& profile);

}  // namespace recoup
