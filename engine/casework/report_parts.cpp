#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "asserted_records.hpp"
#include "recoup/base/check.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/report/assessment_report.hpp"
#include "recoup/report/completeness_report.hpp"
#include "report_material.hpp"

namespace recoup {
namespace {

CourtParagraph paragraph(std::vector<CourtRun> runs, std::uint8_t level = 0) {
  return {std::move(runs), level};
}

ScheduleReference see(Schedule schedule) { return {number(schedule), 0}; }

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string kind_words(Holding::Kind kind) {
  switch (kind) {
    case Holding::Kind::account: return "on the account";
    case Holding::Kind::end_point: return "paid to";
    case Holding::Kind::overdraft: return "spent on repaying the overdraft of";
    case Holding::Kind::gap: return "not traceable through a gap in the statements of";
  }
  RECOUP_CHECK(false && "a kind without words");
}

/// Least and most of each account on which some of the sources is, over all sources.
void add_account_ranges(const ReportMaterial& material, CourtPart& part) {
  std::map<std::pair<std::string, Currency>, std::vector<MinorUnits>> sums;
  std::vector<const Trace*> counted;
  for (const Trace& trace : material.traces) {
    if (trace.method != TracingMethod::lifo) counted.push_back(&trace);
  }
  for (std::size_t i = 0; i < counted.size(); ++i) {
    for (const Holding& holding : counted[i]->holdings) {
      if (holding.kind != Holding::Kind::account) continue;
      auto& row = sums[{holding.node, holding.amount.currency()}];
      row.resize(counted.size(), 0);
      row[i] += holding.amount.minor();
    }
  }
  for (const auto& [key, row] : sums) {
    const auto [least, most] = std::minmax_element(row.begin(), row.end());
    const auto method = [&](auto at) {
      return std::string(text(counted[static_cast<std::size_t>(at - row.begin())]->method));
    };
    part.blocks.emplace_back(paragraph(
        {"On account " + key.first + ": from ", BoldText{printed(Money(*least, key.second))},
         " (" + method(least) + ") to ", BoldText{printed(Money(*most, key.second))},
         " (" + method(most) + ") of the sources."},
        1));
  }
}

/// The nodes that got most under one method, over all sources, and what the others got together.
void add_largest(const Trace& trace, CourtPart& part) {
  constexpr std::size_t shown_max = 8;
  using Node = std::tuple<Currency, Holding::Kind, std::string>;
  std::map<Node, MinorUnits> sums;
  for (const Holding& holding : trace.holdings) {
    sums[{holding.amount.currency(), holding.kind, holding.node}] += holding.amount.minor();
  }
  std::vector<std::pair<Node, MinorUnits>> largest(sums.begin(), sums.end());
  std::stable_sort(largest.begin(), largest.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<Currency, MinorUnits> rest;
  for (std::size_t i = 0; i < largest.size(); ++i) {
    const auto& [currency, kind, node] = largest[i].first;
    if (i >= shown_max) {
      rest[currency] += largest[i].second;
      continue;
    }
    part.blocks.emplace_back(paragraph({BoldText{printed(Money(largest[i].second, currency))},
                                        " is " + kind_words(kind) + " " + node + "."},
                                       1));
  }
  for (const auto& [currency, minor] : rest) {
    part.blocks.emplace_back(
        paragraph({BoldText{printed(Money(minor, currency))}, " is at the other nodes, which ",
                   see(Schedule::results), " lists."},
                  1));
  }
}

}  // namespace

const Trace& headline(const ReportMaterial& material) {
  for (const Trace& trace : material.traces) {
    if (trace.method == TracingMethod::lowest_intermediate_balance) return trace;
  }
  RECOUP_CHECK(false && "the headline method was not traced");
}

std::string seizure_kind_words(const Seizure& seizure) {
  switch (seizure.kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed asset: " + seizure.quantity;
    case SeizureKind::cryptoasset: return "cryptoasset: " + seizure.quantity;
    case SeizureKind::drugs: return seizure.drugs ? "drugs: " + seizure.drugs->drug : "drugs";
    case SeizureKind::other: return "other property: " + seizure.quantity;
  }
  RECOUP_CHECK(false && "a kind of seizure without words");
}

CourtPart part_about(const ReportMaterial& material) {
  const LoadedCase& loaded = material.loaded;
  CourtPart part{"What this document is", {}};
  part.blocks.emplace_back(paragraph(
      {"This document sets out what the records of the case show. It states what would follow if "
       "the facts stated in the case file are found; it does not state that any conduct was "
       "criminal. It is to be reviewed and adopted by an accredited financial investigator."}));
  part.blocks.emplace_back(
      paragraph({"It rests on " + plural(loaded.documents.size(), "document", "documents") +
                     ", listed at the end with their digests, and on " +
                     plural(loaded.build.ledger.accounts.size(), "account", "accounts") + " (",
                 see(Schedule::accounts),
                 "). Every figure names the document and the line from which it comes."}));
  if (!loaded.build.remarks.empty() || !loaded.unresolved.empty()) {
    part.blocks.emplace_back(paragraph(
        {BoldText{"Some records need a person's attention"}, "; they are set out in part 5."}));
  }
  return part;
}

CourtPart part_money(const ReportMaterial& material) {
  const LoadedCase& loaded = material.loaded;
  CourtPart part{"Where the money went", {}};
  if (loaded.sources.empty()) {
    part.blocks.emplace_back(
        paragraph({"The case file declares no source that a statement shows; "
                   "nothing was traced."}));
    return part;
  }
  part.blocks.emplace_back(paragraph(
      {"The case file declares " + plural(loaded.sources.size(), "source", "sources") +
           " of tainted money (",
       see(Schedule::sources), "). ",
       plural(loaded.links.matched.size(), "transfer", "transfers") +
           " between the accounts were matched because each leg names the other's account with the "
           "same amount and booking time; " +
           plural(loaded.links.review.size(), "set", "sets") +
           " of legs fit more than one reading "
           "and were left unmatched."}));
  part.blocks.emplace_back(paragraph(
      {"Courts choose among several rules on the facts. The sources were followed under each, to "
       "the penny; every method's figures are in ",
       see(Schedule::results),
       ". After every movement the parts of each source were checked to add up to the source. What "
       "is left on accounts under the methods with authority:"}));
  add_account_ranges(material, part);
  const Trace& trace = headline(material);
  part.blocks.emplace_back(paragraph({"The chart and ", see(Schedule::movements),
                                      " follow one method, " + std::string(text(trace.method)) +
                                          " (" + std::string(authority(trace.method)) +
                                          "; drawn in part 7): the holder's own money is taken to "
                                          "go first, and money that comes later does not make "
                                          "good what has gone. Under it:"}));
  add_largest(trace, part);
  return part;
}

CourtPart part_chart(const ReportMaterial& material) {
  const Trace& trace = headline(material);
  CourtPart part{"The flow of the sources as a drawing", {}};
  if (trace.carried.empty()) {
    part.blocks.emplace_back(paragraph({"No movement carries any of the sources."}));
    return part;
  }
  part.blocks.emplace_back(paragraph(
      {"The drawing shows what the movements of ", see(Schedule::movements),
       " carried, payments between the same two put together; the table below it gives the same in "
       "figures, with the days of the first and the last payment."}));
  part.blocks.emplace_back(FlowFigure{"Flow of the sources, " + std::string(text(trace.method)),
                                      flow_of(material.loaded, trace)});
  return part;
}

CourtPart part_seizures(const ReportMaterial& material) {
  CourtPart part{"What was seized, and which clocks run", {}};
  const std::size_t count = material.loaded.seizures.size();
  part.blocks.emplace_back(
      count == 0 ? paragraph({"No seizure is recorded in this case."})
                 : paragraph({plural(count, "seizure is", "seizures are") + " recorded (",
                              see(Schedule::seizures), ")."}));
  if (material.deadlines.empty()) return part;
  part.blocks.emplace_back(paragraph(
      {"The statutory clocks are in ", see(Schedule::clocks), ", each with its working."}));
  for (const Deadline& deadline : material.deadlines) {
    const std::string ends =
        deadline.expiry ? expiry_text(*deadline.expiry) : std::string("not known");
    part.blocks.emplace_back(paragraph(
        {deadline.about() + ", " + std::string(text(deadline.kind)) + ": ends ", BoldText{ends},
         (deadline.legal_basis.empty() ? "" : " (" + deadline.legal_basis + ")") +
             (deadline.status == DeadlineStatus::expired ? "; this is past."
              : deadline.status == DeadlineStatus::held  ? "; held by " + deadline.stopped_by + "."
                                                         : std::string("."))},
        1));
    for (const std::string& finding : deadline.findings) {
      part.blocks.emplace_back(paragraph({BoldText{"To be looked at: "}, finding}, 1));
    }
  }
  return part;
}

CourtPart part_attention(const ReportMaterial& material) {
  const LoadedCase& loaded = material.loaded;
  CourtPart part{"What needs a person's attention", {}};
  for (const LedgerRemark& remark : loaded.build.remarks) {
    part.blocks.emplace_back(
        paragraph({"Account " + remark.account + ": found ",
                   CitedFigure{remark.found, material.citer.cite(remark.place)},
                   "; expected " + remark.expected + "."}));
  }
  for (const UnverifiedPeriod& period : unverified_of_case(loaded)) {
    part.blocks.emplace_back(paragraph(
        {"Not verified: " + unverified_words(period) + " (", see(Schedule::completeness), ")."}));
  }
  for (const Unresolved& unresolved : loaded.unresolved) {
    part.blocks.emplace_back(
        paragraph({"Not yet found: " + unresolved.what + ": " + unresolved.why + "."}));
  }
  for (const std::string& sentence : assertions(loaded)) {
    part.blocks.emplace_back(paragraph({"The traces rest on this: " + sentence + "."}));
  }
  for (const UnknownDays& days : unknown_days(loaded.build.ledger)) {
    part.blocks.emplace_back(paragraph({unknown_order_words(days) +
                                        ". Each figure is that of the order which leaves less of "
                                        "the sources on accounts."}));
  }
  for (const std::size_t row : loaded.movements.first.contradictions) {
    part.blocks.emplace_back(
        paragraph({"The statements contradict each other's order at movement " +
                   movement_id(loaded.build.ledger, loaded.movements.first.in_order[row]) +
                   "; it was placed first by booking time, account and line."}));
  }
  for (const HeldDocument& document : loaded.documents) {
    if (document.counts.rejections == 0) continue;
    part.blocks.emplace_back(paragraph(
        {document.name + ": " + plural(document.counts.rejections, "record was", "records were") +
         " refused and " + "stand in no figure."}));
  }
  if (loaded.build.ledger.accounts.empty()) {
    part.blocks.emplace_back(paragraph({"No statement of any account has been imported."}));
  }
  for (const std::string& note : material.assessed.assessment.notes) {
    part.blocks.emplace_back(paragraph({"On the assessment: " + note}));
  }
  for (const Deadline& deadline : material.deadlines) {
    for (const std::string& finding : deadline.findings) {
      part.blocks.emplace_back(paragraph({"Clock of " + deadline.about() + ": " + finding}));
    }
  }
  if (const std::size_t missing = material.assessed.assessment.missing.size(); missing > 0) {
    part.blocks.emplace_back(
        paragraph({plural(missing, "fact is", "facts are") +
                   " missing for the assessment; part 3 lists what is to be obtained."}));
  }
  if (part.blocks.empty()) {
    part.blocks.emplace_back(paragraph(
        {"Nothing: every balance printed follows from the one before, every record was read, and "
         "every source was found."}));
  }
  return part;
}

CourtPart part_by_hand(const Law& law) {
  CourtPart part{"How to check this document", {}};
  part.blocks.emplace_back(paragraph(
      {"The digests at the end are those that the program sha256sum prints for the documents as "
       "they were handed in. The line named beside a figure is the line of that file, counted from "
       "one."}));
  part.blocks.emplace_back(paragraph(
      {"To follow a method with pencil and paper, take the entries of the accounts in the order of "
       "their statements and keep beside each balance what of it is from which source; at each "
       "debit "
       "take from the money held as the method says; a share is rounded down to the penny, and the "
       "pennies left over go to the largest remainders, ties to the source declared first. The "
       "schedule of movements shows what should come out at every movement that carries some of a "
       "source."}));
  part.blocks.emplace_back(paragraph(
      {"The rules of law are decision tables in the public DMN format and tables of dated figures. "
       "They are part of the program's source, and any other engine for that format gives the same "
       "answers from the same facts. These were used:"}));
  CourtTable packs{
      "Packs of rules",
      "The digest of a pack is the SHA-256 of one line for each of its files: path, "
      "blank, SHA-256 of the file. A pack that is unsigned has been reviewed by no lawyer.",
      {{"Pack", CellKind::text},
       {"Version", CellKind::text},
       {"Signatures", CellKind::text},
       {"SHA-256", CellKind::text}},
      {},
      std::nullopt};
  for (const PackIdentity& pack : law.packs) {
    packs.rows.push_back({text_cell(pack.id), text_cell(pack.version), text_cell(pack.signatures),
                          text_cell(pack.digest.text())});
  }
  part.blocks.emplace_back(std::move(packs));
  return part;
}

}  // namespace recoup
