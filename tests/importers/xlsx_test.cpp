#include <gtest/gtest.h>

#include "import_of.hpp"
#include "xlsx/cell_number.hpp"
#include "xlsx/cell_styles.hpp"
#include "xlsx/sheet_table.hpp"
#include "xlsx/workbook.hpp"
#include "xlsx_builder.hpp"

namespace recoup {
namespace {

std::string plain(std::string_view text) {
  const auto number = plain_number(text);
  return number ? number->text + (number->is_shortened ? " (shortened)" : "") : "none";
}

TEST(CellNumber, IsReadDigitByDigit) {
  EXPECT_EQ(plain("1.1623836125E8"), "116238361.25");
  EXPECT_EQ(plain("-5E-3"), "-0.005");
  EXPECT_EQ(plain("00012.500"), "12.5");
  EXPECT_EQ(plain("-0.00"), "0");
  EXPECT_EQ(plain("1e+2"), "100");
  EXPECT_EQ(plain(".5"), "0.5");
  EXPECT_EQ(plain("123456789012345678901234567890"), "123456789012345678901234567890");
  for (const char* text :
       {"", "-", ".", "1,5", "1e", "1e999", "NaN", "INF", "0x1", "1 ", "1.2.3"}) {
    EXPECT_EQ(plain(text), "none") << text;
  }
}

TEST(CellNumber, ShortensOnlyTheMachinesForm) {
  EXPECT_EQ(plain("17873.400000000001"), "17873.4 (shortened)");
  EXPECT_EQ(plain("300.16000000000003"), "300.16 (shortened)");
  EXPECT_EQ(plain("0.10000000000000001"), "0.1 (shortened)");
  EXPECT_EQ(plain("1.0999999999999999E-2"), "0.011 (shortened)");
  EXPECT_EQ(plain("-8.0399999999999991"), "-8.04 (shortened)");
  // Sixteen and seventeen digits that are no noise, and whole numbers, stay as they are.
  EXPECT_EQ(plain("12345678901234.56"), "12345678901234.56");
  EXPECT_EQ(plain("0.1234567890123456"), "0.1234567890123456");
  EXPECT_EQ(plain("12345678901234567"), "12345678901234567");
  EXPECT_EQ(plain("1.00000000000000000001"), "1.00000000000000000001");
}

std::string day(std::string_view plain_text, DateSystem system = DateSystem::from_1900) {
  return day_of_serial(plain_text, system).value_or("none");
}

TEST(SerialDate, CountsWithTheDayThatNeverWas) {
  EXPECT_EQ(day("1"), "1900-01-01");
  EXPECT_EQ(day("59"), "1900-02-28");
  EXPECT_EQ(day("60"), "none");
  EXPECT_EQ(day("61"), "1900-03-01");
  EXPECT_EQ(day("40926"), "2012-01-18");
  EXPECT_EQ(day("2958465"), "9999-12-31");
  EXPECT_EQ(day("2958466"), "none");
  EXPECT_EQ(day("0"), "none");
  EXPECT_EQ(day("-1"), "none");
  EXPECT_EQ(day("12345678"), "none");
}

TEST(SerialDate, CountsFrom1904WhereTheWorkbookSaysSo) {
  EXPECT_EQ(day("0", DateSystem::from_1904), "1904-01-01");
  EXPECT_EQ(day("39464", DateSystem::from_1904), "2012-01-18");
}

TEST(SerialDate, TakesTheFractionToTheNearestSecond) {
  const auto moment = [](std::string_view text) {
    return moment_of_serial(text, DateSystem::from_1900).value_or("none");
  };
  EXPECT_EQ(moment("40926.5"), "2012-01-18T12:00:00");
  EXPECT_EQ(moment("40926"), "2012-01-18T00:00:00");
  EXPECT_EQ(moment("40926.385416666664"), "2012-01-18T09:15:00");
  EXPECT_EQ(moment("40926.999999"), "2012-01-19T00:00:00");
  EXPECT_EQ(moment("59.999999"), "1900-03-01T00:00:00");
  EXPECT_EQ(moment("60.5"), "none");
  EXPECT_EQ(moment("2958465.999999"), "none");
  EXPECT_EQ(day("40926.999999"), "2012-01-18");
  EXPECT_EQ(time_of_serial("0.75").value_or("none"), "18:00:00");
  EXPECT_EQ(time_of_serial("1.75").value_or("none"), "none");
}

TEST(CellStyles, KnowDatesFromNumbers) {
  for (const char* code :
       {"yyyy\\-mm\\-dd", "d/m/yy", "mmm-yy", "[$-409]d\\-mmm\\-yyyy;@", "dd\"th\" mmmm", "mmm"}) {
    EXPECT_EQ(shape_of_format(code), CellShape::date) << code;
  }
  EXPECT_EQ(shape_of_format("m/d/yy h:mm"), CellShape::date_time);
  for (const char* code : {"h:mm", "hh:mm:ss.000", "mm:ss"}) {
    EXPECT_EQ(shape_of_format(code), CellShape::time) << code;
  }
  for (const char* code : {"General", "0.00", "[h]:mm", "[SS].00", "#,##0.00;[Red]-#,##0.00",
                           "[$\xC2\xA3-809]#,##0.00", "0\" days\"", "@", "\\d0", "0.00E+00",
                           "_-* #,##0.00_-", "# ?/?"}) {
    EXPECT_EQ(shape_of_format(code), CellShape::number) << code;
  }
}

Workbook workbook_from(const WorkbookParts& parts) {
  auto workbook = read_workbook(workbook_of(parts));
  EXPECT_TRUE(workbook) << (workbook ? "" : message(workbook.error()));
  return workbook ? std::move(workbook).value() : Workbook();
}

std::string refused_sheet(const std::string& rows) {
  const auto workbook = read_workbook(workbook_of({.sheets = {{"S", rows}}}));
  return workbook ? "accepted" : message(workbook.error());
}

TEST(Workbook, ReadsEveryKindOfCell) {
  const Workbook workbook = workbook_from(
      {.sheets =
           {{"Takings",
             "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" s=\"1\"><v>40926</v></c>"
             "<c r=\"D2\" s=\"2\"><v>0.5</v></c><c r=\"E2\" s=\"3\"><v>1.5E1</v></c>"
             "<c r=\"F2\" t=\"b\"><v>1</v></c><c r=\"G2\" t=\"e\"><v>#N/A</v></c>"
             "<c r=\"H2\" t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>"
             "<c r=\"I2\" t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> "
             "runs</t></r></is></c><c r=\"J2\" s=\"3\"/><c t=\"d\"><v>2012-01-18</v></c></row>"}},
       .strings =
           "<si><t>first</t></si><si><r><t>O&amp;</t></r><r><t>M_x000D_</t></r><rPh sb=\"0\" "
           "eb=\"1\"><t>no</t></rPh></si>",
       .styles = some_styles()});
  ASSERT_EQ(workbook.sheets.size(), 1U);
  const auto table = table_of(workbook.sheets[0], DecimalMark::point);
  ASSERT_TRUE(table);
  EXPECT_EQ(table.value().sheet, "Takings");
  ASSERT_EQ(table.value().rows.size(), 1U);
  EXPECT_EQ(table.value().rows[0].line, 2U);
  EXPECT_EQ(table.value().rows[0].cells,
            (std::vector<std::string>{"", "O&M\r", "2012-01-18", "12:00:00", "15", "TRUE", "#N/A",
                                      "ax", "in runs", "", "2012-01-18"}));
  EXPECT_EQ(workbook.sheets[0].formulas, 1U);
}

TEST(Workbook, WritesNumbersWithTheMarkThatIsAskedFor) {
  const Workbook workbook = workbook_from({.sheets = {{"S", sheet_rows({"a.b|=12.5"})}}});
  EXPECT_EQ(table_of(workbook.sheets[0], DecimalMark::comma).value().rows[0].cells,
            (std::vector<std::string>{"a.b", "12,5"}));
}

TEST(Workbook, CountsRowsAndCellsWithoutNames) {
  const Workbook workbook = workbook_from(
      {.sheets = {
           {"S", "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"}}});
  ASSERT_EQ(workbook.sheets[0].rows.size(), 2U);
  EXPECT_EQ(workbook.sheets[0].rows[0].cells[1].column, 1U);
  EXPECT_EQ(workbook.sheets[0].rows[1].number, 3U);
}

TEST(Workbook, SaysWhatIsHiddenMergedAndWorkedOut) {
  const Workbook workbook = workbook_from(
      {.sheets = {{"Shown", "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", "",
                   "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"},
                  {"Not shown", sheet_rows({"x"}), "state=\"veryHidden\""}},
       .workbook = "<workbookPr date1904=\"1\"/>",
       .modified = "2017-06-15"});
  EXPECT_EQ(workbook.sheets[0].hidden_rows, 1U);
  EXPECT_EQ(workbook.sheets[0].merged, std::vector<std::string>{"A1:C1"});
  EXPECT_FALSE(workbook.sheets[0].is_hidden);
  EXPECT_TRUE(workbook.sheets[1].is_hidden);
  EXPECT_EQ(workbook.notes,
            std::vector<std::string>{"dates of this workbook count from 1 January 1904"});
  EXPECT_EQ(workbook.saved_on, make_date(2017, 6, 15));
}

TEST(Workbook, RefusesWhatContradictsItself) {
  EXPECT_EQ(refused_sheet("<row r=\"2\"/><row r=\"2\"/>"),
            "xl/worksheets/sheet1.xml: found row 2 behind row 2; expected rows in their order, at "
            "most 1048576");
  EXPECT_EQ(
      refused_sheet("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"),
      "xl/worksheets/sheet1.xml: found a cell \"A1\" in row 1; expected the cells of the row, "
      "from left to right");
  EXPECT_EQ(refused_sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"),
            "xl/worksheets/sheet1.xml!A1: found shared string \"7\"; expected one of the 0 that "
            "there are");
  EXPECT_EQ(refused_sheet("<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>"),
            "xl/worksheets/sheet1.xml!A1: found \"1,5\"; expected a number");
  for (const char* cell : {"A2", "1", "A", "a1", "XFE1", "A0", "AAAAAAAA1", "A99999999999"}) {
    EXPECT_NE(refused_sheet("<row r=\"1\"><c r=\"" + std::string(cell) + "\"><v>1</v></c></row>"),
              "accepted")
        << cell;
  }
}

TEST(Workbook, NamesWhatIsNoWorkbook) {
  const std::string relations =
      "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/d.xml\"/>"
      "</Relationships>";
  EXPECT_EQ(refusal_of(zip_of({{"[Content_Types].xml", "<T/>"},
                               {"_rels/.rels", relations},
                               {"word/d.xml", "<d/>"}}),
                       "xlsx", "letter.docx"),
            "letter.docx: word/d.xml: found a text document (DOCX); expected a workbook (XLSX)");
  EXPECT_EQ(refusal_of(zip_of({{"mimetype", "x"}, {"content.xml", "<d/>"}}), "xlsx", "b.ods"),
            "b.ods: found an OpenDocument file (ODS, ODT); expected a workbook (XLSX)");
}

TEST(Workbook, IsKnownByItsFirstPart) {
  EXPECT_EQ(detect_format(make_document("a", workbook_of({.sheets = {{"S", ""}}}))), "xlsx");
  EXPECT_NE(detect_format(make_document("a", zip_of({{"a.csv", "x"}}))), "xlsx");
}

constexpr const char* entries_profile =
    "name: ledger\nversion: 2\ntitle: A ledger\ndecimal: comma\nheader: Day,Words,Sum,Left\n"
    "date: Day\ndate_format: d/m/yyyy\namount: Sum\nbalance: Left\ndescription: Words\n"
    "usual_currency: EUR\norder: oldest first\n";

TEST(Workbook, EntriesAreReadByTheProfilesOfCsv) {
  const std::string bytes =
      workbook_of({.sheets = {{"Cover", sheet_rows({"Statement of account"})},
                              {"Book", sheet_rows({"Day|Words|Sum|Left", "@45720|RENT|=-12.5|=100",
                                                   "@45720.5|PAY|=17873.400000000001|=17973.4",
                                                   "@45721|FEE|=1.005|", "@45722|#N/A|#N/A|"})}},
                   .styles = some_styles()});
  const auto import = import_document(make_document("book.xlsx", bytes),
                                      {.profile = entries_profile, .account = "A1"});
  ASSERT_TRUE(import) << message(import.error());
  EXPECT_EQ(import.value().format, "xlsx");
  EXPECT_EQ(import.value().profile, "ledger 2");
  ASSERT_EQ(import.value().transactions.size(), 2U);
  const Transaction& rent = import.value().transactions[0];
  EXPECT_EQ(rent.booked_at.text(), "2025-03-04");
  EXPECT_EQ(rent.amount.text(), "-12.50 EUR");
  EXPECT_EQ(rent.balance->text(), "100.00 EUR");
  EXPECT_EQ(rent.line, 2U);
  EXPECT_EQ(import.value().transactions[1].booked_at.text(), "2025-03-04");
  EXPECT_EQ(import.value().transactions[1].amount.text(), "17873.40 EUR");
  ASSERT_EQ(import.value().rejections.size(), 2U);
  EXPECT_EQ(import.value().rejections[0].error.place.field, "Book!C4 Sum");
  EXPECT_EQ(import.value().rejections[0].error.place.line, 4U);
  EXPECT_EQ(import.value().rejections[1].error.place.field, "Book!C5 Sum");
}

TEST(Workbook, EverySheetCutOrChangedIsReadOrRefused) {
  const std::vector<std::string> strings = {"Amount"};
  const std::vector<CellShape> shapes = {CellShape::number, CellShape::date};
  const std::string sheet =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"B2\" s=\"1\"><v>4.5E4"
      "</v></c><c r=\"C2\" "
      "t=\"inlineStr\"><is><t>_x0041_</t></is></c></row></sheetData></worksheet>";
  const auto read = [&](const std::string& xml) {
    const auto result = read_sheet(xml, "S", {&strings, &shapes, DateSystem::from_1900});
    if (!result) {
      EXPECT_FALSE(result.error().found.empty());
    }
    return result.has_value();
  };
  EXPECT_TRUE(read(sheet));
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    EXPECT_FALSE(read(sheet.substr(0, i))) << i;
    for (const char c : {'\0', '9', 'Z', '<', '>', '"', '-', '\x80'}) {
      std::string changed = sheet;
      changed[i] = c;
      (void)read(changed);
    }
  }
}

TEST(Workbook, IsRefusedWhereItIsCutOrChanged) {
  const std::string bytes = workbook_of({.sheets = {{"S", sheet_rows({"x|=1"})}}});
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(read_workbook(bytes.substr(0, length))) << length;
  }
}

TEST(Workbook, ColumnsHaveTheNamesThatTheSpreadsheetShows) {
  EXPECT_EQ(cell_name(0, 1), "A1");
  EXPECT_EQ(cell_name(25, 7), "Z7");
  EXPECT_EQ(cell_name(26, 7), "AA7");
  EXPECT_EQ(cell_name(16'383, 1'048'576), "XFD1048576");
}

}  // namespace
}  // namespace recoup
