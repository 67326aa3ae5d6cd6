// court_document.hpp: one document for a court, complete in itself, and its forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "recoup/report/flow_chart.hpp"

namespace recoup {

/// Where a figure stands in a document that was handed in.
struct CourtCitation {
  std::uint32_t document = 0;  ///< Number in CourtDocument::documents, from 1.
  std::uint64_t line = 0;      ///< From 1; 0 for the document as a whole.
  std::string field;           ///< May be empty.
  std::string record;          ///< The line as it stands there; may be empty.
};

struct BoldText {
  std::string text;
};

/// A figure, or a fact, that can be walked back to where it stands.
struct CitedFigure {
  std::string text;
  std::vector<CourtCitation> citations;
};

/// "Schedule B, row 4".
struct ScheduleReference {
  std::uint32_t schedule = 0;  ///< Number in CourtDocument::schedules, from 1.
  std::uint32_t row = 0;       ///< From 1; 0 for the schedule as a whole.
};

using CourtRun = std::variant<std::string, BoldText, CitedFigure, ScheduleReference>;

/// A numbered paragraph. Level 0 is 2.1, level 1 below it 2.1.1.
struct CourtParagraph {
  std::vector<CourtRun> runs;
  std::uint8_t level = 0;
};

/// What a column holds decides how it is set: amounts and counts to the right, amounts on the
/// decimal point; dates and references are not broken where that can be helped.
enum class CellKind : std::uint8_t { text, reference, date, count, amount };

struct CourtColumn {
  std::string heading;  ///< The currency of amounts is put behind it where all are of one.
  CellKind kind = CellKind::text;
};

struct CourtCell {
  std::string text;
  std::optional<Money> amount;  ///< Printed in place of `text` where it is there.
  std::vector<CourtCitation> citations;
};

[[nodiscard]] CourtCell text_cell(std::string text, std::vector<CourtCitation> citations = {});
[[nodiscard]] CourtCell amount_cell(Money amount, std::vector<CourtCitation> citations = {});
/// "4 Mar 2025".
[[nodiscard]] CourtCell date_cell(Date date, std::vector<CourtCitation> citations = {});

using CourtRow = std::vector<CourtCell>;

/// The last row. A column with an amount here is added up again before anything is written.
struct CourtTotal {
  std::string label;
  std::vector<std::optional<Money>> amounts;  ///< One for each column.
};

struct CourtTable {
  std::string title;
  std::string note;  ///< Below the table; may be empty.
  std::vector<CourtColumn> columns;
  std::vector<CourtRow> rows;  ///< Numbered from 1.
  std::optional<CourtTotal> total;
};

/// A chart of the flow of money, followed by the same as a table.
struct FlowFigure {
  std::string title;
  Flow flow;
};

using CourtBlock = std::variant<CourtParagraph, CourtTable, FlowFigure>;

struct CourtPart {
  std::string heading;
  std::vector<CourtBlock> blocks;
};

struct CourtParticular {
  std::string name;
  std::string value;
};

/// What stands at the head. Empty values are left out.
struct TitleBlock {
  std::string title;
  std::string marking;  ///< Protective marking, on every page.
  std::string case_id;
  std::string case_name;
  std::string operation;
  std::string prepared_by;
  std::string as_at;
  std::string program_version;
  std::string schema_version;
  std::string pack_version;
  std::string document_id;  ///< At the foot of every page.
  std::vector<CourtParticular> further;
};

/// A document that was read.
struct ReadDocument {
  std::string name;  ///< As received.
  Digest digest;
  std::uint64_t size_bytes = 0;
  std::string format;
  std::string importer_version;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
};

/// Numbered parts, schedules A, B, C …, and the documents on which all of it rests.
struct CourtDocument {
  TitleBlock title;
  std::vector<CourtPart> parts;
  std::vector<CourtTable> schedules;
  std::vector<ReadDocument> documents;
};

/// Whether the document holds together: every total is what its rows add up to, every citation
/// names a document of the table and every reference a schedule and a row. Each form below asks
/// this first, and writes nothing where it does not.
///
/// Requires rows, and totals, with a cell for each column.
/// Errors: contradiction (names the table and the column), out_of_range (a sum).
[[nodiscard]] Result<void> verify(const CourtDocument& document);

/// One HTML file for screen and print (A4): no script, nothing outside the file is asked for, and a
/// policy in the file forbids both.
///
///   Same    Equal documents give equal bytes.
///   Errors  As `verify` and `flow_chart`.
[[nodiscard]] Result<std::string> html(const CourtDocument& document);

/// The same content as JSON; amounts are text in plain decimal notation.
///
///   Errors  As `verify`.
[[nodiscard]] Result<std::string> json(const CourtDocument& document);

/// The same content as plain text for a terminal: paragraphs a hundred columns wide, tables as wide
/// as their columns need; charts as tables.
///
///   Errors  As `verify`.
[[nodiscard]] Result<std::string> text(const CourtDocument& document);

/// "A", "B", … "Z", "AA": the letter of schedule `number`, from 1.
[[nodiscard]] std::string schedule_letter(std::uint32_t number);

}  // namespace recoup
