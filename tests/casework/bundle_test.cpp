// Bundles and seizures in foreign money, as the command line imports them.
#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/importers/bundle.hpp"
#include "zip_builder.hpp"

namespace recoup {
namespace {

using testing::Contains;
using testing::HasSubstr;

const std::string entries = "A,2025-01-01,10.00,GBP,,,PAYER,FIRST,r1\n";

TEST_F(CaseworkTest, EachDocumentOfABundleIsADocumentOfTheStore) {
  const std::string bytes = zip_of({{"in/a.csv", statement(entries)},
                                    {"letter.txt", "Dear Sir"},
                                    {"inner.zip", zip_of({{"b.csv", "x"}})}});
  const ImportReport report = import("b.zip", bytes, "C-1");
  ASSERT_EQ(report.files.size(), 4U);
  EXPECT_EQ(report.files[0].format, "bundle");
  EXPECT_EQ(report.files[0].counts.entries, 0U);
  EXPECT_THAT(report.files[0].notes, Contains(HasSubstr("holds b.zip/in/a.csv, SHA-256 ")));
  EXPECT_EQ(report.files[1].path, "b.zip/in/a.csv");
  EXPECT_EQ(report.files[1].counts.entries, 1U);
  EXPECT_THAT(report.files[1].notes,
              Contains("out of the archive b.zip, SHA-256 " + sha256(bytes).text()));
  EXPECT_TRUE(report.files[2].refused.has_value());
  ASSERT_TRUE(report.files[3].refused.has_value());
  EXPECT_EQ(report.files[3].refused->found, "a ZIP archive inside a ZIP archive");
  EXPECT_EQ(store_->document(sha256(bytes)).value().name, "b.zip");
  EXPECT_EQ(store_->document(sha256(statement(entries))).value().name, "b.zip/in/a.csv");
}

TEST_F(CaseworkTest, ABundleASecondTimeChangesNothing) {
  const std::string bytes = zip_of({{"a.csv", statement(entries)}});
  import("b.zip", bytes);
  const ImportReport again = import("b.zip", bytes);
  ASSERT_EQ(again.files.size(), 2U);
  EXPECT_TRUE(again.files[0].outcome.already_held);
  EXPECT_TRUE(again.files[1].outcome.already_held);
}

TEST_F(CaseworkTest, ABundleThatCannotBeTrustedIsRefusedAsAWhole) {
  const ImportReport report =
      import("b.zip", zip_of({{"a.csv", statement(entries)}, {"../c", "x"}}));
  ASSERT_EQ(report.files.size(), 1U);
  ASSERT_TRUE(report.files[0].refused.has_value());
  EXPECT_THAT(report.files[0].refused->found, HasSubstr("a path out of the archive"));
}

TEST_F(CaseworkTest, ForeignCashHasItsValueInPoundsBeside) {
  const std::string seized =
      "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,"
      "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n"
      "C1,Larch,C-1,cash,2025-03-08,Hull,W,1000.00,USD,,,,,,,,EX1,S1,,,\n";
  EXPECT_THAT(import("seized.csv", seized).files[0].notes,
              Contains(HasSubstr("1 seizure in USD has no value in GBP")));
  import("rates.csv", "Date,USD,GBP,\n2025-03-07,1.0857,0.83988,\n2025-03-10,9.9,9.9,\n");
  // 1000.00 / 1.0857 * 0.83988 = 773.5838...
  EXPECT_THAT(import("seized.csv", seized).files[0].notes,
              Contains("seizure C1: 1000.00 USD on 2025-03-08 = 773.58 GBP, by rate EUR/USD 1.0857 "
                       "and rate EUR/GBP 0.83988 of 2025-03-07, rounded once to the nearest minor "
                       "unit, halves to even"));
}

}  // namespace
}  // namespace recoup
