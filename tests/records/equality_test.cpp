// Whether a document was imported before, and whether an export reads back as what it was, is asked
// by comparing records: no field may be left out of the comparison.

#include <gtest/gtest.h>

#include "recoup/records/case_fact.hpp"
#include "recoup/records/import.hpp"
#include "recoup/records/seizure.hpp"
#include "recoup/records/statement.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {
namespace {

Transaction entry() {
  return {"20-11-22 12345678",
          BookingTime(make_date(2025, 3, 4).value()),
          Money(-125005, gbp),
          Money(30010, gbp),
          "30-44-55 87654321",
          "B. Jones",
          "FPI RENT",
          "R1",
          17};
}

TEST(Transaction, IsToldApartByEveryField) {
  const Transaction one = entry();
  EXPECT_EQ(one, entry());
  for (const auto change : {
           +[](Transaction& t) { t.account += "9"; },
           +[](Transaction& t) { t.booked_at = BookingTime(make_date(2025, 3, 5).value()); },
           +[](Transaction& t) { t.amount = Money(-125005, eur); },
           +[](Transaction& t) { t.balance.reset(); },
           +[](Transaction& t) { t.counterparty_account.clear(); },
           +[](Transaction& t) { t.counterparty_name.clear(); },
           +[](Transaction& t) { t.description += " "; },
           +[](Transaction& t) { t.reference = "R2"; },
           +[](Transaction& t) { t.line = 18; },
       }) {
    Transaction other = entry();
    change(other);
    EXPECT_FALSE(one == other);
  }
}

TEST(StatementPart, IsToldApartByItsDocumentAndItsBalances) {
  const StatementPart one{entry().account, sha256("march"), {entry()}, {}};
  StatementPart other = one;
  EXPECT_EQ(one, other);
  other.document = sha256("april");
  EXPECT_FALSE(one == other);
  other = one;
  other.balances.push_back({entry().account, StatementBalance::Kind::closing,
                            make_date(2025, 3, 31).value(), Money(30010, gbp), 40});
  EXPECT_FALSE(one == other);
}

TEST(CaseFact, IsToldApartByItsKind) {
  const CaseFact text{"OP-1", "sources", "S1", 0, "amount", CaseFact::Kind::text, "1000.50", 8};
  CaseFact number = text;
  EXPECT_EQ(text, number);
  number.kind = CaseFact::Kind::number;
  EXPECT_FALSE(text == number);
}

TEST(Seizure, IsToldApartByItsNotesAndOrders) {
  Seizure one;
  one.id = "Z-1";
  Seizure other = one;
  other.notes.push_back({Money(2000, gbp), 150});
  EXPECT_FALSE(one == other);
  other = one;
  other.orders.push_back({"detention", BookingTime(make_date(2025, 3, 4).value()), {}});
  EXPECT_FALSE(one == other);
}

TEST(Import, IsToldApartByWhatWasRefused) {
  Import one;
  Import other;
  EXPECT_EQ(one, other);
  other.rejections.push_back({Error{}, "20-11-22 12345678,2025-02-30"});
  EXPECT_FALSE(one == other);
}

}  // namespace
}  // namespace recoup
