// sample_document.hpp: a document as a case gives it, with what makes documents difficult.
#pragma once

#include <string>

#include "recoup/report/court_document.hpp"
#include "samples.hpp"

namespace recoup::samples {

inline CourtTable accounts() {
  CourtTable table;
  table.title = "Accounts of the case";
  table.columns = {{"Account", CellKind::reference},
                   {"Holder", CellKind::text},
                   {"Statements from", CellKind::date},
                   {"to", CellKind::date},
                   {"Closing balance", CellKind::amount}};
  table.rows = {
      {text_cell("20-11-22 12345678"), text_cell("A. Smith"), date_cell(day(3, 1)),
       date_cell(day(3, 31)), amount_cell(Money(120418, gbp), {{1, 84, "balance", ""}})},
      {text_cell("30-98-76 87654321"),
       text_cell("Altrincham Vehicle Preparation & Valeting Limited"), date_cell(day(3, 1)),
       date_cell(day(3, 31)), amount_cell(Money(0, gbp), {{2, 61, "balance", ""}})},
      {text_cell("GB29 NWBK 6016 1331 9268 19"), text_cell("A. Smith and J. Okonkwo-Fitzwilliam"),
       date_cell(day(3, 1)), date_cell(day(3, 28)),
       amount_cell(Money(731055, gbp), {{3, 112, "LEDGERBAL/BALAMT", ""}})}};
  table.total = CourtTotal{"Total of closing balances", {{}, {}, {}, {}, Money(851473, gbp)}};
  return table;
}

/// Entries that fill more than a page; some with references that are long or hostile.
inline CourtTable entries() {
  CourtTable table;
  table.title = "Credits relied on";
  table.note =
      "Amounts are as booked. Row numbers do not change between versions of this document.";
  table.columns = {{"Booked", CellKind::date},
                   {"Account", CellKind::reference},
                   {"Description as on the statement", CellKind::text},
                   {"Reference", CellKind::reference},
                   {"Amount", CellKind::amount},
                   {"Traced", CellKind::amount}};
  Money sum(0, gbp);
  Money traced(0, gbp);
  for (unsigned i = 0; i < 58; ++i) {
    std::string description = "FASTER PAYMENT RECEIVED " + std::to_string(4711 + 13 * i);
    if (i == 3) description = "<script>alert('x')</script> =HYPERLINK(\"http://e.example\")";
    if (i == 5) description = "invoice \u202E0001-41-02\u202C for 👩‍🔧 Łódź";
    if (i == 8) description = std::string(180, 'X');
    const std::string reference = i == 11 ? "FPS-20250317-0098127634987123649871236498712364"
                                          : "FP" + std::to_string(90017 + 7 * i);
    const Money amount(static_cast<MinorUnits>(2500 + 98765 * i), gbp);
    const Money part(i % 4 == 0 ? amount.minor() : static_cast<MinorUnits>(1200 + 777 * i), gbp);
    const std::string record = i == 3 ? "2025-03-04,<script>alert('x')</script>,98.76" : "";
    table.rows.push_back({date_cell(day(3, 1 + i / 2)),
                          text_cell(i % 2 == 0 ? "20-11-22 12345678" : "30-98-76 87654321"),
                          text_cell(description), text_cell(reference),
                          amount_cell(amount, {{i % 2 == 0 ? 1U : 2U, 12 + i, "amount", record}}),
                          amount_cell(part)});
    sum = sum.plus(amount).value();
    traced = traced.plus(part).value();
  }
  table.total = CourtTotal{"Total of 58 credits", {{}, {}, {}, {}, sum, traced}};
  return table;
}

inline CourtTable range() {
  CourtTable table;
  table.title = "Least and most that the methods with authority give";
  table.columns = {{"What the money became", CellKind::text},
                   {"Least", CellKind::amount},
                   {"by", CellKind::reference},
                   {"Most", CellKind::amount},
                   {"by", CellKind::reference}};
  table.rows = {
      {text_cell("Prestige Performance Motor Cars of Altrincham Limited"),
       amount_cell(Money(3127544, gbp)), text_cell("pro-rata"), amount_cell(Money(3850000, gbp)),
       text_cell("tainted-first")},
      {text_cell("20-11-22 12345678, still held"), amount_cell(Money(0, gbp)), text_cell("fifo"),
       amount_cell(Money(120418, gbp)), text_cell("lowest-intermediate-balance")}};
  return table;
}

inline CourtTable other_currencies() {
  CourtTable table;
  table.title = "Holdings in other currencies";
  table.columns = {{"Where", CellKind::text}, {"Held", CellKind::amount}};
  table.rows = {{text_cell("Exchange account"), amount_cell(Money(75000000, btc))},
                {text_cell("Kyoto branch"), amount_cell(Money(1250000, jpy))},
                {text_cell("Dollar account"), amount_cell(Money(-125005, usd))}};
  return table;
}

inline CourtDocument statement() {
  const std::string line_17 = "2025-03-04,FASTER PAYMENT M ELLISON REF \"HOUSE\",42500.00,43716.18";
  CourtDocument document;
  document.title = {"Statement of tracing",
                    "OFFICIAL - SENSITIVE",
                    "OP-1",
                    "R v Smith and another",
                    "Harrow",
                    "J. Marlowe, financial investigator",
                    "31 March 2025",
                    "recoup 0.1.0",
                    "3",
                    "gb/poca-2002/2025-01-01 (sha256 1f0c55aa90d2)",
                    "3f9a1c04b7e2",
                    {{"Court", "Crown Court at Manchester"}}};
  CourtPart first{"What was asked and what was found", {}};
  first.blocks.emplace_back(
      CourtParagraph{{"Two payments, of ", CitedFigure{"£42,500.00", {{1, 17, "amount", line_17}}},
                      " and ", CitedFigure{"£24,000.00", {{1, 23, "amount", ""}, {4, 9, "", ""}}},
                      ", were obtained by fraud. This statement says, "
                      "to the penny, where they went under each method that a court may choose."},
                     0});
  first.blocks.emplace_back(CourtParagraph{
      {"Of these, ", BoldText{"£38,500.00"}, " bought a motor car; the credits are in ",
       ScheduleReference{2, 0}, ", the first of them at ", ScheduleReference{2, 4}, "."},
      0});
  first.blocks.emplace_back(
      CourtParagraph{{"The dealer's own record of the sale has not been seen."}, 1});
  first.blocks.emplace_back(
      CourtParagraph{{"No order of the entries of one day had to be assumed."}, 1});
  first.blocks.emplace_back(range());
  CourtPart second{"The flow of the money", {}};
  second.blocks.emplace_back(
      CourtParagraph{{"Money went round three accounts: ",
                      CitedFigure{"£9,000.00",
                                  {{3, 40, "TRNAMT", ""},
                                   {3, 41, "TRNAMT", ""},
                                   {3, 55, "TRNAMT", ""},
                                   {1, 44, "amount", ""}}},
                      " returned to the account on which it had first been received."},
                     0});
  second.blocks.emplace_back(
      FlowFigure{"Both sources, by the first-in-first-out method", laundering()});
  CourtPart third{"Other holdings", {}};
  third.blocks.emplace_back(CourtParagraph{{"Amounts in other currencies are not converted."}, 0});
  third.blocks.emplace_back(other_currencies());
  document.parts = {first, second, third};
  document.schedules = {accounts(), entries()};
  document.documents = {
      {"2025-03 current account.csv", sha256("a"), 10412, "canonical", "canonical 1", 83, 0},
      {"statement <b>30-98-76</b>.csv", sha256("b"), 7201, "csv", "csv 2", 60, 1},
      {"NWBK_" + std::string(90, '9') + ".ofx", sha256("c"), 1250077, "ofx", "ofx 1", 111, 0},
      {"witness\u202Efdp.exe", sha256("d"), 512, "canonical", "canonical 1", 9, 2}};
  return document;
}

}  // namespace recoup::samples
