#include <gmock/gmock.h>

#include <iterator>

#include "casework_fixture.hpp"
#include "recoup/casework/answer_chart.hpp"
#include "recoup/casework/export_case.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A victim's 300.00 on A, of which 250.00 goes to B through an overdraft, and 20.00 to a shop.
class ExportsTest : public CaseworkTest {
 protected:
  void import_all() {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"case.json",
         R"({"case": {"id": "C1", "name": "n", "operation": "o"},
             "accounts": [{"account": "A", "holder": "Ann", "currency": "GBP"},
                          {"account": "B", "holder": "", "currency": "GBP"}],
             "sources": [{"id": "S1", "account": "A", "reference": "R1", "basis": "b"}]})"},
        {"a.csv", statement("A,2025-03-01,300.00,GBP,400.00,,VICTIM,,R1\n"
                            "A,2025-03-03,-250.00,GBP,150.00,B,,,R2\n")},
        {"b.csv", statement("B,2025-03-02,-100.00,GBP,-100.00,,RENT,,B1\n"
                            "B,2025-03-03,250.00,GBP,150.00,A,,,B2\n"
                            "B,2025-03-05,-20.00,GBP,130.00,,SHOP,,B3\n")}};
    for (const auto& [name, bytes] : files) import(name, bytes);
  }

  std::string exported(const std::string& format, const std::optional<std::string>& method = {},
                       const std::optional<std::string>& as_at = {}) {
    std::string out;
    const auto reply = export_case(session_, {"C1", format, method, as_at},
                                   [&](std::string_view piece) -> Result<void> {
                                     out += piece;
                                     return {};
                                   });
    EXPECT_TRUE(reply.has_value()) << (reply ? "" : message(reply.error()));
    return out;
  }

  ErrorCode refused(const CaseExportRequest& request) {
    const auto reply =
        export_case(session_, request, [](std::string_view) { return Result<void>(); });
    return reply ? ErrorCode::busy : reply.error().code;
  }

  Result<Reply> charted(const std::string& kind, const std::optional<std::string>& method,
                        const std::optional<std::string>& account) {
    return answer_chart(session_, {"C1", kind, method, account, {}, {}, file()});
  }

  [[nodiscard]] std::string file() const { return (folder_ / "chart.svg").string(); }
  [[nodiscard]] std::string drawn() const {
    std::ifstream stream(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
};

TEST_F(ExportsTest, AJournalAssertsEveryPrintedBalanceAndNamesItsDocuments) {
  import_all();
  const std::string journal = exported("hledger");
  EXPECT_THAT(journal, HasSubstr(" a.csv, 2 entries, 0 records refused\n"));
  for (const char* each :
       {"300.00 GBP = 400.00 GBP", "-250.00 GBP = 150.00 GBP", "250.00 GBP = 150.00 GBP",
        "-20.00 GBP = 130.00 GBP", "(opening) Opening balance"}) {
    EXPECT_THAT(journal, HasSubstr(each));
  }
  EXPECT_THAT(journal, Not(HasSubstr("is stated")));
}

TEST_F(ExportsTest, EveryGraphSaysWhatAMovementCarried) {
  import_all();
  for (const char* format : {"graphml", "gexf", "i2", "ftm"}) {
    EXPECT_THAT(exported(format, "tainted-first"), HasSubstr("250.00")) << format;
    EXPECT_THAT(exported(format, "tainted-first"), HasSubstr("S1")) << format;
    EXPECT_THAT(exported(format), Not(HasSubstr("S1"))) << format;
  }
  EXPECT_THAT(exported("graphml"), HasSubstr("<data key=\"node-holder\">Ann</data>"));
}

TEST_F(ExportsTest, AMomentEndsAnExport) {
  import_all();
  for (const char* format : {"hledger", "graphml", "gexf", "i2", "ftm"}) {
    EXPECT_THAT(exported(format), HasSubstr("SHOP")) << format;
    EXPECT_THAT(exported(format, {}, "2025-03-04"), Not(HasSubstr("SHOP"))) << format;
  }
}

TEST_F(ExportsTest, WhatIsAskedWronglyIsRefused) {
  import_all();
  EXPECT_EQ(refused({"C1", "xml", {}, {}}), ErrorCode::usage);
  EXPECT_EQ(refused({"C1", "gexf", "poison", {}}), ErrorCode::usage);
  EXPECT_EQ(refused({"C1", "hledger", "fifo", {}}), ErrorCode::usage);
  EXPECT_EQ(refused({"C1", "gexf", {}, "yesterday"}), ErrorCode::usage);
  EXPECT_EQ(refused({"C9", "gexf", {}, {}}), ErrorCode::not_found);
  EXPECT_EQ(charted("pie", "fifo", "A").error().code, ErrorCode::usage);
  EXPECT_EQ(charted("sankey", {}, {}).error().code, ErrorCode::usage);
  EXPECT_EQ(charted("balance", {}, {}).error().code, ErrorCode::usage);
  EXPECT_EQ(charted("balance", {}, "Z").error().code, ErrorCode::not_found);
  EXPECT_EQ(answer_chart(session_, {"C1", "balance", {}, "A", "EUR", {}, file()}).error().code,
            ErrorCode::usage);
}

// 100.00 of the 250.00 repays B's overdraft; the band is what is left of the source.
TEST_F(ExportsTest, TheBandOfABalanceIsWhatTheTraceGivesForTheDay) {
  import_all();
  const auto reply = charted("balance", "tainted-first", "B");
  ASSERT_TRUE(reply.has_value());
  EXPECT_THAT(reply.value().text, HasSubstr("2025-03-02        1  -100.00     -100.00"));
  EXPECT_THAT(reply.value().text, HasSubstr("150.00               150.00\n"));
  EXPECT_THAT(reply.value().text, HasSubstr("130.00               130.00\n"));
  EXPECT_THAT(drawn(), HasSubstr("held of the sources under tainted-first (Re Oatway"));
}

TEST_F(ExportsTest, ASankeyIsDrawnAndItsTableSaysTheSame) {
  import_all();
  const auto reply = charted("sankey", "tainted-first", {});
  ASSERT_TRUE(reply.has_value());
  EXPECT_THAT(reply.value().text, HasSubstr("VICTIM"));
  EXPECT_THAT(reply.value().text, HasSubstr("overdraft of B  GBP       100.00"));
  EXPECT_THAT(drawn(), HasSubstr("Where the sources of C1 went</text>"));
}

TEST_F(ExportsTest, TheOrderOfImportChangesNoByte) {
  import_all();
  std::unique_ptr<Store> other =
      open_store((folder_ / "other.db").string(), OpenMode::read_write_create).value();
  Session session{*other, "tester", CivilTime{0}, "test"};
  for (const char* name : {"b.csv", "a.csv", "case.json"}) {
    ImportRequest request;
    request.paths = {(folder_ / name).string()};
    ASSERT_TRUE(import_files(session, request).has_value());
  }
  for (const char* format : {"hledger", "graphml", "gexf", "i2", "ftm"}) {
    std::string out;
    const auto take = [&](std::string_view piece) -> Result<void> {
      out += piece;
      return {};
    };
    ASSERT_TRUE(export_case(session, {"C1", format, {}, {}}, take).has_value());
    EXPECT_EQ(out, exported(format)) << format;
  }
}

}  // namespace
}  // namespace recoup
