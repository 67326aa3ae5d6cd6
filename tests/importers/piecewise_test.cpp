#include "recoup/importers/piecewise.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "recoup/importers/canonical_writer.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

class CollectingSink final : public RecordSink {
 public:
  bool entry(const EntryView& entry) override {
    import.transactions.push_back(transaction_of(entry, entry.account));
    return true;
  }
  bool rejection(Rejection rejection) override {
    import.rejections.push_back(std::move(rejection));
    return true;
  }
  Import import;
};

/// What comes of `bytes` in pieces of `size`.
Result<Import> import_in_pieces(const std::string& bytes, std::size_t size) {
  CollectingSink sink;
  const auto importer = piecewise_importer("canonical", "a.csv", sink);
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    auto taken = importer->take(std::string_view(bytes).substr(at, size));
    if (!taken) return std::move(taken).error();
  }
  RECOUP_TRY(rest, importer->finish());
  rest.transactions = std::move(sink.import.transactions);
  rest.rejections = std::move(sink.import.rejections);
  return rest;
}

std::string header() { return std::string(canonical_header()); }

const std::string good =
    "\xEF\xBB\xBF\r\n" + header() +
    "20-11-22 12345678,2025-03-04,-1250.05,GBP,99.95,20-33-44 87654321,Orla Fenwick,RENT,FT1\n"
    "\n\r\n"
    "\"A,B\",2025-03-04T09:15:00.5,0.00,GBP,,,\"say \"\"x\"\"\",\"a\r\nb\",7\r\n"
    "A,2025-03-04,1,GBP,-0.5,,Caf\xC3\xA9 \xC2\xA3,\ta\xE2\x80\xAE,r\n"
    "A,2025-02-30,1.00,GBP,,,,,\n"
    "A,2025-03-04,1.005,GBP,,,,,\n"
    " A,2025-03-04,1.00,GBP,,,,,\n"
    "A,2025-03-04,1.00,QQQ,,,,,\n"
    "A,2025-03-04,1.00,GBP,,,\xC2\x85,,\n"
    "A,2025-03-04,1.00,GBP,,,a\"b,,\n"
    "A,2025-03-04,1.00,GBP,,,,\n"
    "A,2025-03-04,+1.00,GBP,,,,,,\n"
    "A,2025-03-04,1234567890123456789.01,GBP,,,,,x\n"
    "Y,2025-03-05T10:00:00Z,-12,JPY,-170141183460469231731687303715884105728,,,,\n"
    "A,2025-03-04,1.00,GBP,,,cr\rhere,,\r\n"
    "A,2025-03-05,2.00,GBP,,,,,last";

TEST(Piecewise, GivesTheSameRecordsHoweverTheDocumentIsCut) {
  const Import whole = import_document(make_document("a.csv", good)).value();
  EXPECT_EQ(whole.transactions.size(), 7U);
  EXPECT_EQ(whole.rejections.size(), 8U);
  EXPECT_EQ(whole.notes, std::vector<std::string>{"3 blank lines passed over"});
  for (std::size_t size = 1; size <= good.size(); ++size) {
    const auto pieces = import_in_pieces(good, size);
    ASSERT_TRUE(pieces.has_value()) << size << ": " << message(pieces.error());
    ASSERT_EQ(pieces.value(), whole) << size;
  }
}

TEST(Piecewise, RefusesWithTheSameWordsHoweverTheDocumentIsCut) {
  for (const std::string& bad :
       {std::string(), std::string("  \n"), header() + "A,2025-03-01,1.00,GBP,,,caf\xE9,,\n",
        header() + "\n\n" + std::string("A\0B", 3), std::string("account,booked_at\nA,B\n"),
        header() + "A,2025-03-01,1.00,GBP,,,\"open,,\nA,2025-03-01,1.00,GBP,,,,,\n"}) {
    const Error whole = import_document(make_document("a.csv", bad), {"canonical"}).error();
    for (std::size_t size = 1; size <= bad.size() + 1; ++size) {
      const auto pieces = import_in_pieces(bad, size);
      ASSERT_FALSE(pieces.has_value()) << bad;
      EXPECT_EQ(message(pieces.error()), message(whole)) << size;
    }
  }
}

TEST(Piecewise, DoesNotGatherADocumentBehindAQuoteThatIsNeverClosed) {
  const std::string open = header() + "A,2025-03-01,1.00,GBP,,,\"open,,\n";
  const std::string line = std::string(1000, 'x') + "\n";
  CollectingSink sink;
  const auto importer = piecewise_importer("canonical", "a.csv", sink);
  ASSERT_TRUE(importer->take(open).has_value());
  std::optional<Error> refused;
  for (int i = 0; i < 40 && !refused; ++i) {
    std::string piece;
    for (int j = 0; j < 1000; ++j) piece += line;
    if (auto taken = importer->take(piece); !taken) refused = taken.error();
  }
  ASSERT_TRUE(refused.has_value());
  EXPECT_EQ(refused->place.line, 2U);
  EXPECT_NE(refused->found.find("16 MiB"), std::string::npos);
}

TEST(Piecewise, IsOnlyForFormatsThatNeedNoLookBack) {
  CollectingSink sink;
  EXPECT_FALSE(is_read_piecewise("ofx"));
  EXPECT_EQ(piecewise_importer("ofx", "a", sink), nullptr);
  EXPECT_EQ(detect_format_of_head(header()), "canonical");
}

}  // namespace
}  // namespace recoup
