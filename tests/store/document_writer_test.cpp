#include <gtest/gtest.h>

#include "faulty_disk.hpp"
#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

/// What of the sample's import goes to `finish`.
Import rest_of(const Sample& sample) {
  Import rest = sample.import;
  rest.transactions.clear();
  rest.rejections.clear();
  return rest;
}

/// Saves the sample piece by piece; the digest is not told beforehand.
Result<WrittenDocument> write_in_pieces(Store& store, const Sample& sample, std::size_t piece,
                                        const std::string& case_id = "") {
  const std::string& bytes = sample.document.bytes;
  RECOUP_TRY(writer, store.begin_document({sample.document.name, bytes.size(), std::nullopt},
                                          by_anna(case_id)));
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    auto written = writer->bytes(std::string_view(bytes).substr(at, piece));
    if (!written) return std::move(written).error();
  }
  for (const Transaction& one : sample.import.transactions) {
    if (!writer->entry(view_of(one))) break;
  }
  for (const Rejection& one : sample.import.rejections) {
    if (!writer->rejection(one)) break;
  }
  return writer->finish(rest_of(sample));
}

TEST(DocumentWriter, KeepsWhatSaveKeeps) {
  const Sample sample = statement_sample(4, 300);
  std::vector<std::optional<Digest>> contents;
  for (const std::size_t piece : {0UL, 1UL, 700UL, 1UL << 20U}) {
    const StoreFolder folder;
    const auto store = open_or_fail(folder.store());
    if (piece == 0) {
      ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
    } else {
      const auto written = write_in_pieces(*store, sample, piece, "OP-1").value();
      EXPECT_EQ(written.digest, sample.document.digest);
      EXPECT_EQ(written.counts, count_records(sample.import));
      EXPECT_TRUE(written.outcome.name_added && written.outcome.case_linked);
    }
    EXPECT_EQ(store->document_records(sample.document.digest).value(), sample.import);
    EXPECT_EQ(store->document_bytes(sample.document.digest).value(), sample.document.bytes);
    EXPECT_TRUE(store->verify_audit().value().is_sound());
    contents.push_back(store->audit_entries().value().at(0).note.content);
  }
  for (const auto& content : contents) EXPECT_EQ(content, contents[0]);
}

TEST(DocumentWriter, ThatIsNotFinishedLeavesNothing) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(4, 300);
  {
    const auto writer =
        store->begin_document({"d", sample.document.bytes.size(), std::nullopt}, by_anna()).value();
    ASSERT_TRUE(writer->bytes(sample.document.bytes).has_value());
    for (const Transaction& one : sample.import.transactions) {
      ASSERT_TRUE(writer->entry(view_of(one)));
    }
  }
  EXPECT_TRUE(store->documents().value().empty());
  EXPECT_TRUE(store->audit_entries().value().empty());
  EXPECT_TRUE(store->verify_audit().value().is_sound());
  EXPECT_TRUE(write_in_pieces(*store, sample, 100).has_value());
}

TEST(DocumentWriter, RefusesOtherBytesThanWereAnnounced) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const auto writer = store->begin_document({"d", 5, std::nullopt}, by_anna()).value();
  ASSERT_TRUE(writer->bytes("four").has_value());
  const auto written = writer->finish({});
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::contradiction);
}

TEST(DocumentWriter, RefusesADocumentThatIsHeldAndMakesARefusedOneAnImportedOne) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(4, 30);
  const AnnouncedDocument known{"d", sample.document.bytes.size(), sample.document.digest};
  EXPECT_FALSE(store->holds_size(known.size).value());
  const Error reason{ErrorCode::malformed, "words", "a statement", {}};
  {
    const auto writer = store->begin_document(known, by_anna()).value();
    ASSERT_TRUE(writer->bytes(sample.document.bytes).has_value());
    ASSERT_TRUE(writer->refuse(reason).has_value());
  }
  EXPECT_TRUE(store->holds_size(known.size).value());
  EXPECT_EQ(store->document(*known.digest).value().refused, reason);
  EXPECT_EQ(write_in_pieces(*store, sample, 100).error().code, ErrorCode::contradiction)
      << "its digest must be told";
  {
    const auto writer = store->begin_document(known, by_anna()).value();
    ASSERT_TRUE(writer->bytes(sample.document.bytes).has_value());
    for (const Transaction& one : sample.import.transactions) writer->entry(view_of(one));
    for (const Rejection& one : sample.import.rejections) writer->rejection(one);
    ASSERT_TRUE(writer->finish(rest_of(sample)).has_value());
  }
  EXPECT_EQ(store->document_records(*known.digest).value(), sample.import);
  EXPECT_TRUE(store->verify_audit().value().is_sound());
  EXPECT_EQ(store->begin_document(known, by_anna()).error().code, ErrorCode::contradiction);
}

TEST(DocumentWriter, NamesTheAccountsThatAskForALook) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Sample one{make_document("1", "1"), {}};
  one.import.transactions = {entry("A", 5, 1), entry("B", 5, 2), entry("B", 5, 3)};
  const auto first = write_in_pieces(*store, one, 10).value();
  EXPECT_EQ(first.accounts, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(first.doubtful_accounts, std::vector<std::string>{"B"});
  Sample two{make_document("2", "22"), {}};
  two.import.transactions = {entry("A", 5, 1), entry("C", 5, 2)};
  const auto second = write_in_pieces(*store, two, 10).value();
  EXPECT_EQ(second.doubtful_accounts, std::vector<std::string>{"A"});
  EXPECT_EQ(store->accounts_of(two.document.digest).value(), (std::vector<std::string>{"A", "C"}));
}

TEST(DocumentWriter, LooksTwiceAtAccountsWhoseReferencesLeaveTheSameMarks) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  // So many references for so few bytes that every account leaves the marks of every other.
  Sample sample{make_document("1", "1"), {}};
  std::uint64_t line = 0;
  for (int i = 0; i < 20000; ++i) {
    for (const std::string account : {"A", "B", "C"}) {
      Transaction one = entry(account, 5, ++line);
      one.balance.reset();
      one.reference = "R" + std::to_string(i == 19999 && account == "B" ? 7 : i);
      sample.import.transactions.push_back(std::move(one));
    }
  }
  const auto written = write_in_pieces(*store, sample, 10).value();
  EXPECT_EQ(written.doubtful_accounts, std::vector<std::string>{"B"});
}

TEST(DocumentWriter, SayingANameAgainIsNotedLikeSavingAgain) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(4, 30);
  ASSERT_TRUE(write_in_pieces(*store, sample, 100).has_value());
  const auto again = store->save_again(sample.document.digest, "copy", by_anna("OP-1")).value();
  EXPECT_TRUE(again.already_held && again.name_added && again.case_linked);
  EXPECT_EQ(store->audit_entries().value().size(), 3U);
  EXPECT_EQ(store->save_again(sha256("none"), "x", by_anna()).error().code, ErrorCode::not_found);
}

/// A sample whose bytes and entries need several pieces and chunks.
Sample large_sample() {
  Sample sample = statement_sample(9, 4000);
  sample.document = make_document("large.csv", std::string(2500000, 'b'));
  return sample;
}

TEST(FaultyDisk, InTheMiddleOfALongDocumentLeavesNothingOfIt) {
  const Sample before = statement_sample(1, 60);
  const Sample large = large_sample();
  const StoreFolder folder;
  ASSERT_TRUE(open_or_fail(folder.path("base.db"))
                  ->save(before.document, before.import, by_anna())
                  .has_value());
  int failed = 0;
  for (const DiskFault fault : {DiskFault::io_error, DiskFault::full, DiskFault::power_loss}) {
    bool was_hit = true;
    for (int at = 1; was_hit; at += 1 + at / 3) {
      std::filesystem::remove(folder.store() + "-journal");
      std::filesystem::copy_file(folder.path("base.db"), folder.store(),
                                 std::filesystem::copy_options::overwrite_existing);
      FaultyDisk disk;
      disk.arm(fault, at);
      bool acknowledged = false;
      {
        const auto store = open_store(folder.store(), OpenMode::read_write_create);
        acknowledged = store && write_in_pieces(*store.value(), large, 1U << 20U).has_value();
      }
      was_hit = disk.has_failed();
      if (fault == DiskFault::power_loss) disk.restart(static_cast<std::uint32_t>(at));
      disk.arm(DiskFault::none, 0);
      if (!acknowledged) ++failed;
      const auto store = open_or_fail(folder.store());
      const auto held = store->documents().value();
      ASSERT_TRUE(!acknowledged || held.size() == 2U) << at;
      ASSERT_TRUE(store->verify_audit().value().is_sound()) << at;
      ASSERT_TRUE(store->integrity_check().value().empty()) << at;
      if (held.size() == 2) {
        ASSERT_EQ(store->document_records(large.document.digest).value(), large.import) << at;
      }
    }
  }
  EXPECT_GT(failed, 30);
}

}  // namespace
}  // namespace recoup
