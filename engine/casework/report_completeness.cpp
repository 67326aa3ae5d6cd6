#include "report_material.hpp"

namespace recoup {
namespace {

CourtRow row_of(const ReportMaterial& material, const AccountCompleteness& account,
                const GridPeriod& row) {
  std::vector<CourtCitation> citations;
  for (const RecordPlace& place : row.places) {
    for (CourtCitation& each : material.citer.cite(place)) citations.push_back(std::move(each));
  }
  std::string verdict(text(row.verdict));
  if (row.verdict == PeriodVerdict::overlap) verdict += row.agrees ? ", agrees" : ", disagrees";
  std::string why;
  for (const std::string& each : row.why) why += (why.empty() ? "" : "; ") + each;
  return {text_cell(account.account),
          date_cell(row.from),
          date_cell(row.until),
          text_cell(std::move(verdict), std::move(citations)),
          row.difference ? amount_cell(*row.difference) : text_cell(""),
          text_cell(std::move(why))};
}

}  // namespace

CourtTable schedule_completeness(const ReportMaterial& material) {
  CourtTable table{
      "What the statements prove",
      "A period is verified where the balances that the bank states prove that every entry is "
      "there. What rests on any other period is marked in part 5.",
      {{"Account", CellKind::reference},
       {"From", CellKind::date},
       {"Until", CellKind::date},
       {"Verdict", CellKind::text},
       {"Difference", CellKind::amount},
       {"Why", CellKind::text}},
      {},
      std::nullopt};
  for (const AccountCompleteness& account : material.loaded.completeness) {
    for (const GridPeriod& row : account.periods) {
      table.rows.push_back(row_of(material, account, row));
    }
  }
  return table;
}

}  // namespace recoup
