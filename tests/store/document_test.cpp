#include <gtest/gtest.h>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

using Texts = std::vector<std::string>;

TEST(StoreDocument, IsDescribedWithoutBeingRead) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(1, 40);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
  const HeldDocument held = store->document(sample.document.digest).value();
  EXPECT_EQ(held.name, "statement-1.csv");
  EXPECT_EQ(held.names, Texts{"statement-1.csv"});
  EXPECT_EQ(held.cases, Texts{"OP-1"});
  EXPECT_EQ(held.number, 1U);
  EXPECT_EQ(held.size, sample.document.bytes.size());
  EXPECT_EQ(held.format, "canonical");
  EXPECT_EQ(held.version, "1");
  EXPECT_EQ(held.profile, "Northern Bank 2");
  EXPECT_FALSE(held.is_refused());
  EXPECT_EQ(held.notes, sample.import.notes);
  EXPECT_EQ(held.counts, (RecordCounts{40, 2, 0, 0, 1, 2, 1, 1}));
  EXPECT_EQ(store->rejections(sample.document.digest).value(), sample.import.rejections);
}

TEST(StoreDocument, TheSameBytesAgainChangeNothing) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(1, 10);
  const SaveOutcome first = store->save(sample.document, sample.import, by_anna("OP-1")).value();
  EXPECT_FALSE(first.already_held);
  EXPECT_TRUE(first.name_added);
  EXPECT_TRUE(first.case_linked);
  const auto before = store->document(sample.document.digest).value();
  Import other = sample.import;
  other.transactions.clear();
  for (const Import& again : {sample.import, other}) {
    const SaveOutcome second = store->save(sample.document, again, by_anna("OP-1")).value();
    EXPECT_TRUE(second.already_held);
    EXPECT_FALSE(second.name_added);
    EXPECT_FALSE(second.case_linked);
  }
  EXPECT_EQ(store->document(sample.document.digest).value(), before);
  EXPECT_EQ(store->document_records(sample.document.digest).value(), sample.import);
  EXPECT_EQ(store->audit_entries().value().size(), 1U);
}

TEST(StoreDocument, AnotherNameAndAnotherCaseAreAddedAndAudited) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Sample sample = statement_sample(1, 10);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna()).has_value());
  sample.document.name = "a copy.csv";
  const SaveOutcome outcome = store->save(sample.document, sample.import, by_anna("OP-2")).value();
  EXPECT_TRUE(outcome.already_held && outcome.name_added && outcome.case_linked);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
  const HeldDocument held = store->documents().value().at(0);
  EXPECT_EQ(held.name, "statement-1.csv");
  EXPECT_EQ(held.names, (Texts{"a copy.csv", "statement-1.csv"}));
  EXPECT_EQ(held.cases, (Texts{"OP-1", "OP-2"}));
  const auto entries = store->audit_entries().value();
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0].note.action, "import");
  EXPECT_EQ(entries[0].note.category, AuditCategory::collection);
  EXPECT_EQ(entries[1].note.action, "name document");
  EXPECT_EQ(entries[2].note.objects,
            (std::vector<AuditObject>{{"document", held.digest.text()}, {"case", "OP-2"}}));
  EXPECT_EQ(entries[3].note.category, AuditCategory::alteration);
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(StoreDocument, IsFoundByNameAndByTheBeginningOfItsDigest) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Document one = make_document("same.csv", "one");
  const Document two = make_document("same.csv", "two");
  const Document three = make_document("three.csv", "three");
  for (const Document& document : {one, two, three}) {
    ASSERT_TRUE(store->save(document, {}, by_anna()).has_value());
  }
  EXPECT_EQ(store->find_document("three.csv").value().digest, three.digest);
  EXPECT_EQ(store->find_document(two.digest.text()).value().digest, two.digest);
  EXPECT_EQ(store->find_document(one.digest.short_text()).value().digest, one.digest);
  EXPECT_EQ(store->find_document(one.digest.text().substr(0, 6)).value().digest, one.digest);
  EXPECT_EQ(store->find_document(one.digest.text().substr(0, 5)).error().code,
            ErrorCode::not_found);
  EXPECT_EQ(store->find_document("same.csv").error().code, ErrorCode::contradiction);
  EXPECT_EQ(store->find_document("none.csv").error().code, ErrorCode::not_found);
  EXPECT_EQ(store->find_document("%").error().code, ErrorCode::not_found);
  EXPECT_EQ(store->find_document("").error().code, ErrorCode::not_found);
}

TEST(StoreDocument, ThatIsNotThereIsNotFound) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Digest digest = sha256("nothing");
  EXPECT_EQ(store->document(digest).error().code, ErrorCode::not_found);
  EXPECT_EQ(store->document_bytes(digest).error().code, ErrorCode::not_found);
  EXPECT_EQ(store->document_records(digest).error().code, ErrorCode::not_found);
  EXPECT_EQ(store->rejections(digest).error().code, ErrorCode::not_found);
}

TEST(StoreDocument, ThatWasAlteredIsRefusedWhenRead) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Document document = make_document("d.csv", "the bytes");
  ASSERT_TRUE(store->save(document, {}, by_anna()).has_value());
  RawDatabase raw(folder.store());
  raw.run("DROP TRIGGER document_chunk_update; UPDATE document_chunk SET bytes = x'00'");
  EXPECT_EQ(store->document_bytes(document.digest).error().code, ErrorCode::malformed);
}

TEST(StoreDocument, ListedByNameWhateverTheOrderOfImport) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  for (const char* name : {"c", "a", "b"}) {
    ASSERT_TRUE(store->save(make_document(name, name), {}, by_anna()).has_value());
  }
  Texts names;
  const auto documents = store->documents().value();
  for (const HeldDocument& held : documents) names.push_back(held.name);
  EXPECT_EQ(names, (Texts{"a", "b", "c"}));
}

}  // namespace
}  // namespace recoup
