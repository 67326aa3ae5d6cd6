#include "court_html.hpp"
#include "recoup/report/markup_text.hpp"
#include "recoup/report/nightly_report.hpp"

namespace recoup {
namespace {

constexpr const char* page_head =
    R"(<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 11pt/1.5 Georgia, "Times New Roman", "Liberation Serif", serif; color: #111;
  max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
.lead { color: #444; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.4; }
th { text-align: left; border-top: 1.5px solid #111; border-bottom: 1px solid #111;
  padding: .3rem .5rem; vertical-align: bottom; }
td { border-bottom: 1px solid #ccc; padding: .3rem .5rem; vertical-align: top;
  overflow-wrap: anywhere; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.nowrap { white-space: nowrap; } .refused, .look { font-weight: bold; }
ul { margin: .2rem 0 0; padding-left: 1.1rem; color: #333; }
@media print { body { margin: 0; } tr { break-inside: avoid; }
  thead { display: table-header-group; } }
</style>
)";

std::string cell(const std::string& text, const std::string& attributes = "") {
  return element("td", attributes, markup_text(text));
}

std::string list(const std::vector<std::string>& lines) {
  if (lines.empty()) return "";
  std::string items;
  for (const std::string& line : lines) items += element("li", "", markup_text(line));
  return element("ul", "", items);
}

/// A table with its heading; `none` where it has no row.
std::string section(const std::string& heading, const std::vector<std::string>& head,
                    const std::string& rows, const std::string& none) {
  std::string out = element("h2", "", markup_text(heading)) + "\n";
  if (rows.empty()) return out + element("p", "", markup_text(none)) + "\n";
  std::string cells;
  for (const std::string& each : head) cells += element("th", " scope=\"col\"", markup_text(each));
  return out + "<table>" + element("thead", "", element("tr", "", cells)) + "\n" +
         element("tbody", "", rows) + "</table>\n";
}

std::string arrival_rows(const NightlyReport& report) {
  std::string rows;
  for (const Arrival& each : report.arrivals) {
    const bool refused = each.status == "refused";
    rows += element("tr", "",
                    cell(each.status, refused ? " class=\"nowrap refused\"" : " class=\"nowrap\"") +
                        element("td", "", markup_text(each.file) + list(each.remarks)) +
                        cell(each.format, " class=\"nowrap\"") +
                        cell(refused ? "" : std::to_string(each.entries), " class=\"right\"") +
                        cell(refused ? "" : std::to_string(each.rejected), " class=\"right\"")) +
            "\n";
  }
  return rows;
}

std::string examined_rows(const NightlyReport& report) {
  std::string rows;
  for (const ExaminedCase& each : report.examined) {
    rows += element("tr", "",
                    cell(each.case_id, " class=\"nowrap\"") +
                        element("td", "", markup_text(each.summary) + list(each.remarks))) +
            "\n";
  }
  return rows;
}

std::string place_cell(std::uint64_t place) {
  return cell(place == 0 ? "–" : std::to_string(place), " class=\"right\"");
}

std::string move_rows(const NightlyReport& report) {
  std::string rows;
  for (const RankingMove& each : report.moves) {
    rows += element("tr", "",
                    cell(each.case_id, " class=\"nowrap\"") + place_cell(each.place_before) +
                        place_cell(each.place_now) + element("td", "", list(each.why))) +
            "\n";
  }
  return rows;
}

std::string clock_rows(const NightlyReport& report) {
  std::string rows;
  for (const EndingClock& each : report.clocks) {
    rows += element("tr", "",
                    cell(each.ends, each.status == "expired" ? " class=\"look\"" : "") +
                        cell(each.case_id, " class=\"nowrap\"") + cell(each.seizure) +
                        cell(each.what) + cell(each.last_working_day) + cell(each.authority)) +
            "\n";
  }
  return rows;
}

std::string ranking_rows(const NightlyReport& report) {
  std::string rows;
  for (const RankedRow& each : report.ranking) {
    rows +=
        element("tr", "",
                cell(std::to_string(each.place), " class=\"right\"") +
                    cell(each.case_id, " class=\"nowrap\"") + cell(each.band) +
                    cell(each.points, " class=\"right\"") + cell(each.value, " class=\"right\"") +
                    cell(each.next_deadline.empty() ? "no clock runs" : each.next_deadline)) +
        "\n";
  }
  return rows;
}

}  // namespace

std::string nightly_html(const NightlyReport& report) {
  const std::string title = "Nightly digest " + std::to_string(report.number);
  return page_head + element("title", "", markup_text(title + ", " + report.as_at)) +
         "</head>\n<body>\n<main>\n" + element("h1", "", markup_text(title)) +
         element(
             "p", " class=\"lead\"",
             markup_text("As at " + report.as_at + ". " + std::to_string(report.arrivals.size()) +
                         " files came; " + std::to_string(report.examined.size()) + " of " +
                         std::to_string(report.cases) + " cases were examined anew.")) +
         "\n" +
         section("Clocks that end within " + std::to_string(report.within_days) +
                     " days, or have ended",
                 {"Ends", "Case", "Seizure", "Clock", "Last working day", "Authority"},
                 clock_rows(report), "None.") +
         section("What moved in the ranking", {"Case", "Was", "Is", "Why"}, move_rows(report),
                 "Nothing moved.") +
         section("The ranking",
                 {"", "Case", "Deadline", "Points", "At stake, GBP", "Next deadline"},
                 ranking_rows(report), "No case.") +
         section("Cases examined anew", {"Case", "What was found"}, examined_rows(report),
                 "None.") +
         section("What came", {"", "File", "Format", "Entries", "Rejected"}, arrival_rows(report),
                 "Nothing came.") +
         "</main>\n</body></html>\n";
}

}  // namespace recoup
