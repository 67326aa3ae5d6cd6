#include "csv/reader.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

/// Records as "line:offset[field|field]", a fault as "!" behind it.
std::string records_of(std::string_view text) {
  CsvReader reader(text);
  CsvRecord record;
  std::string out;
  while (true) {
    const auto has_record = reader.next(record);
    if (!has_record) return out + "error: " + message(has_record.error());
    if (!has_record.value()) return out;
    out += std::to_string(record.line) + ":" + std::to_string(record.offset) + "[";
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      out += (i == 0 ? "" : "|") + std::string(record.fields[i]);
    }
    out += record.fault ? "]! " : "] ";
  }
}

TEST(CsvReader, CutsFieldsAndCountsLinesAndBytes) {
  EXPECT_EQ(records_of("a,b\nc,,d\n"), "1:0[a|b] 2:4[c||d] ");
  EXPECT_EQ(records_of("a,b\r\nc,d"), "1:0[a|b] 2:5[c|d] ");
  EXPECT_EQ(records_of(",\n,"), "1:0[|] 2:2[|] ");
  EXPECT_EQ(records_of(""), "");
}

TEST(CsvReader, ReadsQuotedFieldsWithCommasQuotesAndLineEnds) {
  EXPECT_EQ(records_of("\"a,b\",\"c\"\"d\"\n"), "1:0[a,b|c\"d] ");
  EXPECT_EQ(records_of("\"a\nb\",c\nd,e\n"), "1:0[a\nb|c] 3:8[d|e] ");
  EXPECT_EQ(records_of("\"a\r\nb\"\r\nc"), "1:0[a\r\nb] 3:8[c] ");
  EXPECT_EQ(records_of("\"\",\"\"\"\"\n"), "1:0[|\"] ");
}

TEST(CsvReader, CountsBlankLinesAndMakesNoRecordsOfThem) {
  CsvReader reader("\na\n\r\n\nb\n\n");
  CsvRecord record;
  int records = 0;
  while (reader.next(record).value()) ++records;
  EXPECT_EQ(records, 2);
  EXPECT_EQ(reader.blank_lines(), 4U);
}

TEST(CsvReader, KeepsARecordWithAStrayQuoteToItself) {
  EXPECT_EQ(records_of("a\"b,c\nd,e\n"), "1:0[a\"b|c]! 2:6[d|e] ");
  EXPECT_EQ(records_of("\"a\"b,c\nd,e\n"), "1:0[a|c]! 2:7[d|e] ");
  EXPECT_EQ(records_of("\"a\" ,c\n"), "1:0[a|c]! ");
}

TEST(CsvReader, RefusesAQuoteThatIsNeverClosed) {
  EXPECT_EQ(records_of("a,b\nc,\"d\ne,f\n"),
            "1:0[a|b] error: 2: found a quote that is never closed: \"\"d\\ne,f\\n\"; expected a "
            "closing quote before the end of the document");
  EXPECT_EQ(records_of("\"a\"\"").substr(0, 5), "error");
}

TEST(CsvReader, TakesACarriageReturnInsideAFieldAsItStands) {
  EXPECT_EQ(records_of("a\rb,c\n"), "1:0[a\rb|c] ");
  EXPECT_EQ(records_of("a\r"), "1:0[a] ");
}

}  // namespace
}  // namespace recoup
