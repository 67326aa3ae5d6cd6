// xlsx_builder.hpp: builds small workbooks for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zip_builder.hpp"

namespace recoup {

/// A workbook whose sheets are given as the XML between <sheetData> and its end.
struct WorkbookParts {
  struct SheetPart {
    std::string name;
    std::string rows;
    std::string attributes = {};   ///< Of the sheet's tag in the workbook.
    std::string behind_rows = {};  ///< Behind </sheetData>.
  };

  std::vector<SheetPart> sheets;
  std::string strings = {};   ///< Between <sst> and its end.
  std::string styles = {};    ///< Between <styleSheet> and its end.
  std::string workbook = {};  ///< Before <sheets>.
  std::string modified = {};  ///< The day it was last saved, or empty.
};

inline std::string workbook_of(const WorkbookParts& parts) {
  const std::string main_space =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string relation_space =
      "http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships";
  const auto relation = [&](const std::string& id, const std::string& type,
                            const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + relation_space + "/" + type +
           "\" Target=\"" + target + "\"/>";
  };
  const auto relations = [](const std::string& inside) {
    return "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           inside + "</Relationships>";
  };
  std::vector<std::pair<std::string, std::string>> files;
  files.emplace_back("[Content_Types].xml", "<Types/>");
  files.emplace_back("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml") +
                                              relation("r2", "core-properties", "core.xml")));
  std::string sheets;
  std::string links = relation("s", "sharedStrings", "sharedStrings.xml") +
                      relation("t", "styles", "/xl/styles.xml");
  for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets += "<sheet name=\"" + parts.sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"w" +
              number + "\" " + parts.sheets[i].attributes + "/>";
    links += relation("w" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    files.emplace_back("xl/worksheets/sheet" + number + ".xml",
                       "<worksheet" + main_space + "><sheetData>" + parts.sheets[i].rows +
                           "</sheetData>" + parts.sheets[i].behind_rows + "</worksheet>");
  }
  files.emplace_back("xl/workbook.xml", "<workbook" + main_space + " xmlns:r=\"" + relation_space +
                                            "\">" + parts.workbook + "<sheets>" + sheets +
                                            "</sheets></workbook>");
  files.emplace_back("xl/_rels/workbook.xml.rels", relations(links));
  files.emplace_back("xl/sharedStrings.xml", "<sst" + main_space + ">" + parts.strings + "</sst>");
  files.emplace_back("xl/styles.xml",
                     "<styleSheet" + main_space + ">" + parts.styles + "</styleSheet>");
  if (!parts.modified.empty()) {
    files.emplace_back("core.xml", "<c xmlns:d=\"http://purl.org/dc/terms/\"><d:modified>" +
                                       parts.modified + "T09:00:00Z</d:modified></c>");
  }
  return zip_of(files);
}

/// Rows of texts as inline strings: "a|b" is a row of two cells; an empty cell is left out. A cell
/// "=12.5" is a number, and "@41000" a number with style 1.
inline std::string sheet_rows(const std::vector<std::string>& rows) {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += "<row r=\"" + std::to_string(i + 1) + "\">";
    std::string_view rest = rows[i];
    for (char column = 'A';; ++column) {
      const std::string cell(rest.substr(0, rest.find('|')));
      const std::string name = std::string(1, column) + std::to_string(i + 1);
      if (cell.starts_with('=')) {
        out += "<c r=\"" + name + "\"><v>" + cell.substr(1) + "</v></c>";
      } else if (cell.starts_with('@')) {
        out += "<c r=\"" + name + "\" s=\"1\"><v>" + cell.substr(1) + "</v></c>";
      } else if (!cell.empty()) {
        out += "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
      }
      if (rest.find('|') == std::string_view::npos) break;
      rest.remove_prefix(rest.find('|') + 1);
    }
    out += "</row>";
  }
  return out;
}

/// Style 1 is a date, style 2 a time, style 3 an amount in pounds.
inline std::string some_styles() {
  return "<numFmts><numFmt numFmtId=\"165\" formatCode=\"[$\xC2\xA3-809]#,##0.00\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
         "<xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"165\"/></cellXfs>";
}

}  // namespace recoup
