#include <gtest/gtest.h>

#include <map>

#include "import_of.hpp"

namespace recoup {
namespace {

const std::vector<std::string> columns = {
    "id",           "operation", "case",     "kind",           "seized_at",
    "place",        "from_whom", "amount",   "currency",       "quantity",
    "notes",        "drug",      "weight_g", "purity_percent", "unit_price_per_kg",
    "price_source", "exhibit",   "seal",     "power",          "status",
    "orders"};

/// A seizures CSV of one line for each set of fields.
std::string csv(const std::vector<std::map<std::string, std::string>>& lines) {
  std::string out;
  for (const std::string& column : columns) out += (out.empty() ? "" : ",") + column;
  for (const auto& line : lines) {
    out += "\n";
    for (const std::string& column : columns) {
      if (column != "id") out += ",";
      if (line.contains(column)) out += line.at(column);
    }
  }
  return out + "\n";
}

using Line = std::map<std::string, std::string>;

const Line cash = {{"id", "C1"},
                   {"operation", "Elm"},
                   {"case", "E-1"},
                   {"kind", "cash"},
                   {"currency", "GBP"},
                   {"seized_at", "2025-03-04T09:15"},
                   {"amount", "3370.00"},
                   {"place", "12 Low St"},
                   {"from_whom", "P Dunmore"},
                   {"notes", "20.00x150;10.00x37"}};
const Line drugs = {{"id", "D1"},
                    {"kind", "drugs"},
                    {"seized_at", "2025-03-05"},
                    {"drug", "cocaine"},
                    {"weight_g", "1204.5"},
                    {"purity_percent", "78.5"},
                    {"currency", "GBP"},
                    {"unit_price_per_kg", "40000.00"}};

Line changed(Line line, const std::string& column, const std::string& value) {
  line[column] = value;
  return line;
}

std::string refused_field(const Line& line) {
  const Import import = import_of(csv({line}), "seizures");
  EXPECT_TRUE(import.seizures.empty());
  EXPECT_TRUE(import.transactions.empty());
  return import.rejections.size() == 1 ? import.rejections[0].error.place.field : "";
}

TEST(Seizures, ReadsCashWithItsNotesAndBooksIt) {
  const Import import = import_of(csv({cash}), "seizures");
  ASSERT_EQ(import.seizures.size(), 1U);
  EXPECT_EQ(import.seizures[0].amount, Money(337000, gbp));
  ASSERT_EQ(import.seizures[0].notes.size(), 2U);
  EXPECT_EQ(import.seizures[0].notes[1], (NoteCount{Money(1000, gbp), 37}));
  EXPECT_EQ(import.seizures[0].line, 2U);
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions[0];
  EXPECT_EQ(entry.account, "cash seizure C1");
  EXPECT_EQ(entry.booked_at.text(), "2025-03-04T09:15:00");
  EXPECT_EQ(entry.amount, Money(337000, gbp));
  EXPECT_EQ(entry.counterparty_name, "P Dunmore");
  EXPECT_EQ(entry.description, "Cash seized at 12 Low St");
  EXPECT_EQ(entry.reference, "C1");
  EXPECT_EQ(entry.line, 2U);
}

TEST(Seizures, RefusesCashThatDoesNotAddUp) {
  EXPECT_EQ(refused_field(changed(cash, "amount", "3370.01")), "notes");
  EXPECT_EQ(refused_field(changed(cash, "notes", "20.00x168;10.00x0")), "notes");
  EXPECT_EQ(refused_field(changed(cash, "notes", "20.00 x 150")), "notes");
  EXPECT_EQ(refused_field(changed(cash, "amount", "")), "amount");
  EXPECT_EQ(refused_field(changed(cash, "amount", "-3370.00")), "amount");
  EXPECT_EQ(refused_field(changed(cash, "currency", "")), "amount");
}

TEST(Seizures, ValuesDrugsByWeightAndPrice) {
  const Import import = import_of(csv({drugs}), "seizures");
  ASSERT_EQ(import.seizures.size(), 1U);
  EXPECT_EQ(import.seizures[0].amount, Money(4818000, gbp));
  ASSERT_TRUE(import.seizures[0].drugs.has_value());
  EXPECT_TRUE(import.seizures[0].drugs->weight_milligrams == 1204500);
  EXPECT_EQ(import.seizures[0].drugs->purity, "78.5");
  EXPECT_TRUE(import.transactions.empty());
}

TEST(Seizures, AsksForAnAmountWhereWeightTimesPriceIsNotWhole) {
  const Line odd = changed(changed(drugs, "weight_g", "0.333"), "unit_price_per_kg", "50.01");
  EXPECT_EQ(refused_field(odd), "amount");
  EXPECT_EQ(refused_field(changed(odd, "amount", "0.03")), "amount");
  // 0.333 g at 50.01 a kilogram is 1.665333 pence.
  EXPECT_EQ(import_of(csv({changed(odd, "amount", "0.01")}), "seizures").seizures.size(), 1U);
  EXPECT_EQ(import_of(csv({changed(odd, "amount", "0.02")}), "seizures").seizures.size(), 1U);
}

TEST(Seizures, RefusesADrugsAmountThatDisagrees) {
  EXPECT_EQ(refused_field(changed(drugs, "amount", "48180.01")), "amount");
  EXPECT_EQ(import_of(csv({changed(drugs, "amount", "48180.00")}), "seizures").seizures.size(), 1U);
}

TEST(Seizures, TakesDrugsWithoutAPriceAsWithoutAValue) {
  const Import import = import_of(csv({changed(drugs, "unit_price_per_kg", "")}), "seizures");
  ASSERT_EQ(import.seizures.size(), 1U);
  EXPECT_FALSE(import.seizures[0].amount.has_value());
}

TEST(Seizures, RefusesBadWeightsAndPurities) {
  for (const char* weight : {"", "0", "1.2345", "-1", "\"1,5\"", "1e3", ".5", "5.", "0.000"}) {
    EXPECT_EQ(refused_field(changed(drugs, "weight_g", weight)), "weight_g") << weight;
  }
  for (const char* purity : {"100.1", "-1", "101", "1000", "x"}) {
    EXPECT_EQ(refused_field(changed(drugs, "purity_percent", purity)), "purity_percent") << purity;
  }
  EXPECT_EQ(
      import_of(csv({changed(drugs, "purity_percent", "100.00")}), "seizures").seizures.size(), 1U);
}

TEST(Seizures, ReadsOrdersWithTheirPeriods) {
  const Line line =
      changed(cash, "orders", "detention 2025-03-06T10:00..2025-09-05;objection 2025-09-01");
  const Import import = import_of(csv({line}), "seizures");
  ASSERT_EQ(import.seizures.size(), 1U);
  const auto& orders = import.seizures[0].orders;
  ASSERT_EQ(orders.size(), 2U);
  EXPECT_EQ(orders[0].kind, "detention");
  EXPECT_EQ(orders[0].made_at.text(), "2025-03-06T10:00:00");
  EXPECT_EQ(orders[0].until, make_date(2025, 9, 5));
  EXPECT_FALSE(orders[1].until.has_value());
}

TEST(Seizures, RefusesOrdersThatCannotBe) {
  for (const char* orders :
       {"detention", "detained 2025-03-06", "detention 2025-03-06..2025-03-05",
        "detention 2025-03-06..", "detention 2025-02-30", "detention 2025-03-06;"}) {
    EXPECT_EQ(refused_field(changed(cash, "orders", orders)), "orders") << orders;
  }
}

TEST(Seizures, RefusesFieldsOfAnotherKind) {
  const Line asset = {{"id", "A1"},
                      {"kind", "listed-asset"},
                      {"seized_at", "2025-03-04"},
                      {"quantity", "2 watches"}};
  EXPECT_EQ(import_of(csv({asset}), "seizures").seizures.size(), 1U);
  EXPECT_EQ(refused_field(changed(asset, "drug", "heroin")), "drug");
  EXPECT_EQ(refused_field(changed(asset, "notes", "20.00x1")), "notes");
  EXPECT_EQ(refused_field(changed(asset, "kind", "watch")), "kind");
  EXPECT_EQ(refused_field(changed(asset, "seized_at", "4 March")), "seized_at");
  EXPECT_EQ(refused_field(changed(asset, "id", "")), "id");
}

TEST(Seizures, RefusesTheSameIdTwice) {
  const Import import = import_of(csv({cash, cash}), "seizures");
  EXPECT_EQ(import.seizures.size(), 1U);
  EXPECT_EQ(rejection_of(import),
            "a.txt:3: id: found \"C1\" for the second time; expected one line for each seizure");
}

}  // namespace
}  // namespace recoup
