#include "recoup/report/court_document.hpp"

#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

Result<void> verify_citations(const CourtDocument& document,
                              const std::vector<CourtCitation>& citations,
                              const std::string& where) {
  for (const CourtCitation& citation : citations) {
    if (citation.document >= 1 && citation.document <= document.documents.size()) continue;
    return Error{ErrorCode::contradiction,
                 "a citation of document " + std::to_string(citation.document),
                 "one of " + std::to_string(document.documents.size()) + " documents",
                 {where, 0, ""}};
  }
  return {};
}

Result<void> verify_reference(const CourtDocument& document, const ScheduleReference& reference,
                              const std::string& where) {
  const bool has_schedule =
      reference.schedule >= 1 && reference.schedule <= document.schedules.size();
  if (has_schedule && reference.row <= document.schedules[reference.schedule - 1].rows.size()) {
    return {};
  }
  return Error{
      ErrorCode::contradiction,
      "schedule " + std::to_string(reference.schedule) + ", row " + std::to_string(reference.row),
      "a schedule and a row of this document",
      {where, 0, ""}};
}

Result<void> verify_total(const CourtTable& table, std::size_t column) {
  const Money stated = *table.total->amounts[column];
  const Place place{table.title, 0, table.columns[column].heading};
  Money sum(0, stated.currency());
  for (const CourtRow& row : table.rows) {
    const std::optional<Money>& amount = row[column].amount;
    if (!amount) continue;
    if (amount->currency() != stated.currency()) {
      return Error{ErrorCode::contradiction, "a total over " + amount->text(),
                   "amounts of one currency, " + std::string(stated.currency().code()), place};
    }
    Result<Money> longer = sum.plus(*amount);
    if (!longer) {
      Error error = std::move(longer).error();
      error.place = place;
      return error;
    }
    sum = longer.value();
  }
  if (sum == stated) return {};
  return Error{ErrorCode::contradiction, "a total of " + stated.text(),
               sum.text() + ", to which the rows add up", place};
}

Result<void> verify_table(const CourtDocument& document, const CourtTable& table) {
  for (const CourtRow& row : table.rows) {
    RECOUP_CHECK(row.size() == table.columns.size());
    for (const CourtCell& cell : row) {
      if (auto held = verify_citations(document, cell.citations, table.title); !held) return held;
    }
  }
  if (!table.total) return {};
  RECOUP_CHECK(table.total->amounts.size() == table.columns.size());
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (!table.total->amounts[column]) continue;
    if (auto held = verify_total(table, column); !held) return held;
  }
  return {};
}

Result<void> verify_paragraph(const CourtDocument& document, const CourtParagraph& paragraph,
                              const std::string& where) {
  for (const CourtRun& run : paragraph.runs) {
    if (const auto* figure = std::get_if<CitedFigure>(&run)) {
      if (auto held = verify_citations(document, figure->citations, where); !held) return held;
    }
    if (const auto* reference = std::get_if<ScheduleReference>(&run)) {
      if (auto held = verify_reference(document, *reference, where); !held) return held;
    }
  }
  return {};
}

}  // namespace

CourtCell text_cell(std::string text, std::vector<CourtCitation> citations) {
  return {std::move(text), std::nullopt, std::move(citations)};
}

CourtCell amount_cell(Money amount, std::vector<CourtCitation> citations) {
  return {"", amount, std::move(citations)};
}

CourtCell date_cell(Date date, std::vector<CourtCitation> citations) {
  const std::string with_weekday = short_text(date);
  return {with_weekday.substr(with_weekday.find(' ') + 1), std::nullopt, std::move(citations)};
}

Result<void> verify(const CourtDocument& document) {
  for (const CourtPart& part : document.parts) {
    for (const CourtBlock& block : part.blocks) {
      Result<void> held;
      if (const auto* paragraph = std::get_if<CourtParagraph>(&block)) {
        held = verify_paragraph(document, *paragraph, part.heading);
      } else if (const auto* table = std::get_if<CourtTable>(&block)) {
        held = verify_table(document, *table);
      }
      if (!held) return held;
    }
  }
  for (const CourtTable& schedule : document.schedules) {
    if (auto held = verify_table(document, schedule); !held) return held;
  }
  return {};
}

std::string schedule_letter(std::uint32_t number) {
  RECOUP_CHECK(number >= 1);
  std::string letters;
  for (; number > 0; number = (number - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
  }
  return letters;
}

}  // namespace recoup
