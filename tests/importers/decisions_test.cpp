#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

const std::string header =
    "case,decision,account,reference,document,line,other_account,other_reference,other_document,"
    "other_line,by,on,why\n";

Import read(const std::string& lines) {
  return import_document(make_document("decided.csv", header + lines)).value();
}

std::string fact(const Import& import, const std::string& field) {
  for (const CaseFact& each : import.facts) {
    if (each.field == field) return each.value;
  }
  return "";
}

TEST(Decisions, AreKnownByTheirHeader) {
  EXPECT_EQ(detect_format(make_document("any.csv", header)), "decisions");
}

TEST(Decisions, OnTwoEntriesAreFactsOfTheCase) {
  const Import import = read("OP-1,confirm,A,R1,,,B,,ab12cd34ef56,7,P. Lane,2026-01-05,seen\n");
  EXPECT_TRUE(import.rejections.empty());
  ASSERT_FALSE(import.facts.empty());
  EXPECT_EQ(import.facts[0].case_id, "OP-1");
  EXPECT_EQ(import.facts[0].section, "transfers");
  EXPECT_EQ(import.facts[0].key, "A R1 / B ab12cd34ef56:7");
  EXPECT_EQ(fact(import, "decision"), "confirm");
  EXPECT_EQ(fact(import, "credit_line"), "7");
  EXPECT_EQ(fact(import, "by"), "P. Lane");
}

TEST(Decisions, OnTwoAccountsAreOneWhicheverComesFirst) {
  const Import one = read("OP-1,same,Wallet,,,,A,,,,P. Lane,2026-01-05,said the bank\n");
  const Import other = read("OP-1,apart,A,,,,Wallet,,,,P. Lane,2026-01-06,it was wrong\n");
  EXPECT_EQ(one.facts[0].section, "account_ties");
  EXPECT_EQ(one.facts[0].key, other.facts[0].key);
  EXPECT_EQ(fact(one, "same"), "true");
  EXPECT_EQ(fact(other, "same"), "false");
}

TEST(Decisions, AreUndoneByALaterOneThatSaysSo) {
  const Import import = read("OP-1,undo,A,R1,,,B,R2,,,P. Lane,2026-01-07,an error\n");
  EXPECT_EQ(fact(import, "decision"), "undo");
  EXPECT_EQ(fact(import, "debit_reference"), "R1");
  EXPECT_EQ(fact(import, "credit_reference"), "R2");
  const Import of_accounts = read("OP-1,undo,A,,,,Wallet,,,,P. Lane,2026-01-07,an error\n");
  EXPECT_EQ(fact(of_accounts, "removed"), "true");
}

TEST(Decisions, WithoutWhoOrWhenOrWhyAreRejected) {
  const Import import = read(
      "OP-1,confirm,A,R1,,,B,R2,,,,2026-01-05,seen\n"
      "OP-1,confirm,A,R1,,,B,R2,,,P. Lane,5 January,seen\n"
      "OP-1,confirm,A,R1,,,B,R2,,,P. Lane,2026-01-05,\n"
      "OP-1,perhaps,A,R1,,,B,R2,,,P. Lane,2026-01-05,seen\n"
      "OP-1,confirm,A,,,,B,R2,,,P. Lane,2026-01-05,seen\n"
      "OP-1,confirm,A,R1,doc,3,B,R2,,,P. Lane,2026-01-05,seen\n"
      ",confirm,A,R1,,,B,R2,,,P. Lane,2026-01-05,seen\n"
      "OP-1,confirm,A,R1\n");
  EXPECT_TRUE(import.facts.empty());
  ASSERT_EQ(import.rejections.size(), 8U);
  EXPECT_EQ(import.rejections[0].error.place.field, "by");
  EXPECT_EQ(import.rejections[1].error.place.field, "on");
  EXPECT_EQ(import.rejections[7].error.place.line, 9U);
}

TEST(Decisions, OfOneDocumentDoNotContradictEachOther) {
  const Import import = read(
      "OP-1,confirm,A,R1,,,B,R2,,,P. Lane,2026-01-05,seen\n"
      "OP-1,reject,A,R1,,,B,R2,,,P. Lane,2026-01-05,seen\n");
  ASSERT_EQ(import.rejections.size(), 1U);
  EXPECT_EQ(import.rejections[0].error.code, ErrorCode::contradiction);
}

}  // namespace
}  // namespace recoup
