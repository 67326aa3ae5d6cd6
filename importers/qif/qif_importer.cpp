#include "qif/qif_importer.hpp"

#include <algorithm>
#include <utility>

#include "document_text.hpp"
#include "ofx/encoding.hpp"
#include "qif/qif_amounts.hpp"
#include "qif/qif_dates.hpp"
#include "qif/qif_entries.hpp"
#include "qif/qif_records.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// What --date-order says, else a line !Option:MDY or !Option:DMY, which some programs write.
QifStatedOrder stated_order(const std::vector<QifSection>& sections, const ImportOptions& options) {
  if (!options.date_order.empty()) return {options.date_order, "--date-order"};
  for (const QifSection& section : sections) {
    if (section.kind != QifSectionKind::option) continue;
    const std::string_view header = trimmed(section.header);
    const std::string lower = ascii_lower(header);
    for (const std::string_view order : {"dmy", "mdy", "ymd"}) {
      if (lower != "!option:" + std::string(order)) continue;
      return {order, printable(quoted(header)) + " on line " + std::to_string(section.line)};
    }
  }
  return {};
}

/// Decides how the dates and amounts of the document are read.
Result<void> decide_reading(const std::vector<QifSection>& sections, QifDocument& document) {
  std::vector<QifDateLine> dates;
  std::vector<QifAmountLine> amounts;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const QifSectionKind kind = sections[i].kind;
    if (kind != QifSectionKind::entries && kind != QifSectionKind::investments) continue;
    for (const QifRecord& record : sections[i].records) {
      const QifField* const day = record.field('D');
      if (day != nullptr) dates.push_back({day->value, day->line, i});
      for (const QifField& field : record.fields) {
        const bool sum = field.letter == 'T' || field.letter == 'U' || field.letter == '$';
        if (sum && kind == QifSectionKind::entries) amounts.push_back({field.value, field.line});
      }
    }
  }
  std::vector<std::string>& notes = document.import.notes;
  RECOUP_TRY(reading, decide_qif_dates(dates, stated_order(sections, document.options), notes));
  document.dates = reading;
  RECOUP_TRY(mark, decide_qif_mark(amounts, notes));
  document.mark = mark;
  RECOUP_TRY(currency, assumed_currency(document.source, document.options, gbp, notes));
  document.currency = currency;
  return {};
}

std::string name_of(const QifSection& section) {
  return printable(quoted(trimmed(section.header))) + " on line " + std::to_string(section.line);
}

/// Goes through the sections; the last record of a list of accounts names what follows it.
void read_sections(const std::vector<QifSection>& sections, QifDocument& document) {
  std::string account;
  for (const QifSection& section : sections) {
    switch (section.kind) {
      case QifSectionKind::accounts:
        account = section.records.empty() ? "" : section.records.back().value('N');
        break;
      case QifSectionKind::option:
        if (ascii_lower(section.header).starts_with("!clear")) account.clear();
        break;
      case QifSectionKind::entries: read_qif_entries(section, account, document); break;
      case QifSectionKind::investments:
        for (const QifRecord& record : section.records) {
          document.hold_back(record, "an investment transaction");
        }
        break;
      case QifSectionKind::lists:
        document.import.notes.push_back(std::to_string(section.records.size()) +
                                        " records of the section " + name_of(section) +
                                        " are no entries and were passed over");
        break;
      case QifSectionKind::unknown:
        for (const QifRecord& record : section.records) {
          document.reject(record, Error{ErrorCode::malformed,
                                        "a record of the section " + name_of(section),
                                        "a record of a section that importers/README.md names",
                                        {}});
        }
        break;
    }
  }
}

/// A text without any header may still be records of one account, where somebody says it is QIF.
Result<void> check_beginning(std::vector<QifSection>& sections, QifDocument& document) {
  QifSection& first = sections.front();
  if (!first.header.empty()) return {};
  const bool looks_right =
      std::all_of(first.records.begin(), first.records.end(), [](const QifRecord& record) {
        return record.field('D') != nullptr && record.field('T') != nullptr;
      });
  if (!looks_right || first.records.empty()) {
    const std::string_view text = trimmed(document.source.bytes);
    return Error{ErrorCode::malformed,
                 "a text that begins " +
                     quoted(printable(trimmed(text.substr(0, text.find_first_of("\r\n")))), 60),
                 "QIF, which begins with !Type: or !Account",
                 {"", 1, ""}};
  }
  first.kind = QifSectionKind::entries;
  document.import.notes.push_back(
      "no header stands before the first record; it was read as "
      "!Type:Bank");
  return {};
}

}  // namespace

bool is_qif(std::string_view head) {
  const std::string begin = ascii_lower(trimmed(head).substr(0, 10));
  return begin.starts_with("!type:") || begin.starts_with("!account") ||
         begin.starts_with("!option:") || begin.starts_with("!clear:");
}

Result<Import> import_qif(const Document& document, const ImportOptions& options) {
  RECOUP_TRY(decoded, decode_ofx(document));
  QifDocument source{document, options};
  Import& import = source.import;
  import.format = "qif";
  import.version = "1";
  import.notes.push_back("read as " + std::string(decoded.encoding));
  std::vector<QifSection> sections = qif_sections(decoded.text());
  if (sections.empty()) {
    return Error{ErrorCode::malformed,
                 "carets and no records",
                 "QIF, which begins with !Type: or !Account",
                 {document.name, 1, ""}};
  }
  if (auto begins = check_beginning(sections, source); !begins) {
    return placed(begins.error(), document.name, 1);
  }
  if (auto decided = decide_reading(sections, source); !decided) {
    return placed(decided.error(), document.name);
  }
  read_sections(sections, source);
  place_blocks(std::move(source.blocks), import);
  return std::move(source.import);
}

}  // namespace recoup
