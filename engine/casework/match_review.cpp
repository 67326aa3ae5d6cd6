#include "recoup/casework/match_review.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view header =
    "case,decision,account,reference,document,line,other_account,other_reference,other_document,"
    "other_line,by,on,why\n";

std::string cell(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + "\"";
}

/// The entry by its place, which no other entry has.
std::string entry_cells(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return cell(ledger.accounts[index(ledger.account[index(leg)])]) + ",," + place.document.text() +
         "," + std::to_string(place.line);
}

std::string place_text(const Ledger& ledger, LegRow leg) {
  const RecordPlace& place = ledger.place[index(leg)];
  return place.document.text() + ":" + std::to_string(place.line);
}

}  // namespace

std::vector<OpenMatch> open_matches(const MatchedPopulation& matched) {
  const Ledger& ledger = matched.build.ledger;
  std::vector<OpenMatch> open;
  for (const Review& review : matched.links.review) {
    OpenMatch each{review.why, {}, ""};
    for (const LegRow debit : review.debits) {
      each.key += place_text(ledger, debit) + " ";
      for (const LegRow credit : review.credits) each.pairs.emplace_back(debit, credit);
    }
    for (const LegRow credit : review.credits) each.key += place_text(ledger, credit) + " ";
    open.push_back(std::move(each));
  }
  return open;
}

std::string entry_line(const Ledger& ledger, LegRow leg) {
  const std::size_t row = index(leg);
  const LegText text = ledger.text[row];
  std::string out = ledger.accounts[index(ledger.account[row])] + "  " +
                    ledger.booked_at[row].text() + "  " +
                    Money(ledger.amount_minor[row], ledger.currency[row]).text();
  for (const std::string_view words :
       {text.counterparty_account, text.counterparty_name, text.description, text.reference}) {
    if (!words.empty()) out += "  " + std::string(words);
  }
  const RecordPlace& place = ledger.place[row];
  return printable(out) + "  (" + place.document.short_text() + ":" + std::to_string(place.line) +
         ")";
}

Result<void> record_decision(Session& session, const Ledger& ledger,
                             const MatchDecision& decision) {
  const std::string text = std::string(header) + cell(decision.case_id) + "," +
                           (decision.is_confirmed ? "confirm" : "reject") + "," +
                           entry_cells(ledger, decision.debit) + "," +
                           entry_cells(ledger, decision.credit) + "," + cell(session.who) + "," +
                           iso_text(session.now_utc.date()) + "," + cell(decision.why) + "\n";
  const Document document = make_document("decision.csv", text);
  ImportOptions options;
  options.format = "decisions";
  RECOUP_TRY(import, import_document(document, options));
  if (!import.rejections.empty()) return import.rejections.front().error;
  RECOUP_TRY(saved, session.store.save(
                        document, import,
                        {session.who, session.now_utc, decision.case_id, session.tool_version}));
  (void)saved;
  return {};
}

}  // namespace recoup
