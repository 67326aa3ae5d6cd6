#include "recoup/records/record_sink.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(EntryView, OfATransactionIsThatTransactionAgain) {
  const Transaction entry{"20-11-22 12345678",
                          BookingTime(make_date(2025, 3, 4).value()),
                          Money(-125005, gbp),
                          Money(30010, eur),
                          "30-44-55 87654321",
                          "B. Jones",
                          "FPI RENT",
                          "R1",
                          17,
                          3,
                          make_date(2025, 3, 5).value(),
                          {{"code", "NTRF"}, {"charge", "GBP 0.50"}}};
  const EntryView view = view_of(entry);
  EXPECT_EQ(view.account, entry.account);
  EXPECT_EQ(transaction_of(view, view.account), entry);
  Transaction renamed = entry;
  renamed.account = "A";
  EXPECT_EQ(transaction_of(view, "A"), renamed);
}

}  // namespace
}  // namespace recoup
