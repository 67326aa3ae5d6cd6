// words.hpp: why legs are one transfer, or may be, in sentences.
#pragma once

#include <string>

#include "lags.hpp"
#include "sets.hpp"
#include "sums.hpp"

namespace recoup {

/// "the debit gives the number of the credit's account and the credit the debit's holder".
[[nodiscard]] std::string naming_words(const Reading& reading);
/// "booked 2025-03-07 and 2025-03-10, 1 working day apart".
[[nodiscard]] std::string days_words(const Field& field, const Reading& reading);
/// Why a pair of one amount is strong.
[[nodiscard]] std::string strong_words(const Field& field, const Lags& lags,
                                       const CertainPair& pair);
/// Why a pair with a charge taken out is strong.
[[nodiscard]] std::string charged_words(const Field& field, const Reading& reading);
/// Why a pair in two currencies is strong.
[[nodiscard]] std::string exchanged_words(const Field& field, const PublishedSeries& rates,
                                          const Reading& reading);
/// Why several legs are parts of one.
[[nodiscard]] std::string sum_words(const Field& field, const Sum& sum);
/// Why a set goes to review.
[[nodiscard]] std::string review_words(const Field& field, ReadingSet set,
                                       const std::string& doubt);

}  // namespace recoup
