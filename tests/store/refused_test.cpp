#include <gtest/gtest.h>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

using Texts = std::vector<std::string>;

Error unreadable(const std::string& found = "a text that begins \"Dear Sir\"") {
  return {ErrorCode::malformed, found, "a statement", Place{"march.csv", 3, "amount"}};
}

const Document letter = make_document("march.csv", "Dear Sir");

TEST(RefusedDocument, IsKeptWithItsReasonAndCountsNowhere) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const SaveOutcome outcome = store->save_refused(letter, unreadable(), by_anna("OP-1")).value();
  EXPECT_FALSE(outcome.already_held);
  EXPECT_TRUE(outcome.name_added && outcome.case_linked);
  const HeldDocument held = store->documents().value().at(0);
  EXPECT_EQ(held.refused, unreadable());
  EXPECT_EQ(held.format, "");
  EXPECT_EQ(held.names, Texts{"march.csv"});
  EXPECT_EQ(held.cases, Texts{"OP-1"});
  EXPECT_EQ(held.counts, RecordCounts{});
  EXPECT_EQ(store->document_bytes(letter.digest).value(), letter.bytes);
  EXPECT_EQ(store->find_document("march.csv").value(), held);
  EXPECT_TRUE(store->cases().value().empty());
  EXPECT_TRUE(store->case_documents("OP-1").value().empty());
  EXPECT_TRUE(store->account_names().value().empty());
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(RefusedDocument, IsToldOfInTheAuditLogWithTheReason) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  ASSERT_TRUE(store->save_refused(letter, unreadable(), by_anna("OP-1")).has_value());
  const auto entries = store->audit_entries().value();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].note.action, "refuse document");
  EXPECT_EQ(entries[0].note.category, AuditCategory::collection);
  EXPECT_EQ(entries[0].note.objects, (std::vector<AuditObject>{{"document", letter.digest.text()},
                                                               {"name", "march.csv"},
                                                               {"case", "OP-1"},
                                                               {"reason", message(unreadable())}}));
}

TEST(RefusedDocument, RefusedAgainForTheSameReasonChangesNothingButNameAndCase) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(store->save_refused(letter, unreadable(), by_anna()).has_value());
  }
  EXPECT_EQ(store->audit_entries().value().size(), 1U);
  Document copy = letter;
  copy.name = "copy.csv";
  Error reason = unreadable();
  reason.place.document = "copy.csv";
  ASSERT_TRUE(store->save_refused(copy, reason, by_anna("OP-1")).has_value());
  EXPECT_EQ(store->documents().value().at(0).refused, unreadable());
  EXPECT_EQ(store->audit_entries().value().size(), 3U);
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(RefusedDocument, AnotherReasonTakesThePlaceOfTheFirst) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  ASSERT_TRUE(store->save_refused(letter, unreadable(), by_anna()).has_value());
  ASSERT_TRUE(store->save_refused(letter, unreadable("no header"), by_anna()).has_value());
  EXPECT_EQ(store->documents().value().at(0).refused, unreadable("no header"));
  EXPECT_EQ(store->documents().value().size(), 1U);
  EXPECT_EQ(store->audit_entries().value().size(), 2U);
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(RefusedDocument, BecomesAnImportedOneWhenItsBytesCanBeRead) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Sample sample = statement_sample(1, 40);
  ASSERT_TRUE(store->save_refused(sample.document, unreadable(), by_anna("OP-1")).has_value());
  const Sample between = statement_sample(2, 40);
  ASSERT_TRUE(store->save(between.document, between.import, by_anna()).has_value());
  sample.document.name = "mended.csv";
  const SaveOutcome outcome = store->save(sample.document, sample.import, by_anna("OP-2")).value();
  EXPECT_FALSE(outcome.already_held);
  const HeldDocument held = store->document(sample.document.digest).value();
  EXPECT_FALSE(held.is_refused());
  EXPECT_EQ(held.names, (Texts{"mended.csv", "statement-1.csv"}));
  EXPECT_EQ(held.cases, (Texts{"OP-1", "OP-2"}));
  EXPECT_EQ(store->document_records(sample.document.digest).value(), sample.import);
  EXPECT_EQ(store->cases().value(), (Texts{"OP-1", "OP-2"}));
  const auto entries = store->audit_entries().value();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].note.action, "refuse document");
  EXPECT_EQ(entries[2].note.action, "import");
  EXPECT_TRUE(store->verify_audit().value().is_sound());
  EXPECT_TRUE(store->save(sample.document, sample.import, by_anna()).value().already_held);
}

TEST(RefusedDocument, OfBytesThatWereImportedLeavesThemImported) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Sample sample = statement_sample(1, 40);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna()).has_value());
  const SaveOutcome outcome =
      store->save_refused(sample.document, unreadable(), by_anna("OP-1")).value();
  EXPECT_TRUE(outcome.already_held);
  EXPECT_FALSE(store->document(sample.document.digest).value().is_refused());
  EXPECT_EQ(store->audit_entries().value().size(), 1U);
}

TEST(RefusedDocument, AnswersAsTheLastImportedOnceItIs) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const auto save = [&](const std::string& name, const std::string& value) {
    Import import;
    import.facts = {fact("case", "", 0, "name", value)};
    return store->save(make_document(name, name), import, by_anna());
  };
  ASSERT_TRUE(store->save_refused(make_document("1", "1"), unreadable(), by_anna()).has_value());
  ASSERT_TRUE(save("2", "of the second").has_value());
  ASSERT_TRUE(save("1", "of the first, read last").has_value());
  const auto facts = store->case_facts("OP-1").value();
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].fact.value, "of the first, read last");
  EXPECT_EQ(facts[0].document_name, "1");
}

TEST(RefusedDocument, GivesItsNameUpToTheOneThatWasMended) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  ASSERT_TRUE(store->save_refused(letter, unreadable(), by_anna()).has_value());
  const Document mended = make_document("march.csv", "a statement");
  ASSERT_TRUE(store->save(mended, {}, by_anna()).has_value());
  EXPECT_EQ(store->find_document("march.csv").value().digest, mended.digest);
  EXPECT_EQ(store->find_document(letter.digest.text()).value().digest, letter.digest);
}

TEST(Series, AreAnsweredByNameAndDayByTheDocumentImportedLast) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Date first = parse_date("2025-03-04").value();
  const Date second = parse_date("2025-03-05").value();
  Import import;
  import.series = {{"rate EUR/USD", second, "1.10", 2},
                   {"rate EUR/GBP", first, "0.84", 3},
                   { "rate EUR/USD",
                     first,
                     "1.09",
                     4 }};
  const Document one = make_document("1", "1");
  ASSERT_TRUE(store->save(one, import, by_anna()).has_value());
  import.series = {{"rate EUR/USD", second, "1.11", 2}, { "index D7BT", first, "131.2", 3 }};
  const Document two = make_document("2", "2");
  ASSERT_TRUE(store->save(two, import, by_anna()).has_value());
  EXPECT_EQ(store->series("rate EUR/").value(),
            (std::vector<HeldSeriesPoint>{{{"rate EUR/GBP", first, "0.84", 3}, one.digest},
                                          {{"rate EUR/USD", first, "1.09", 4}, one.digest},
                                          {{"rate EUR/USD", second, "1.11", 2}, two.digest}}));
  EXPECT_EQ(store->series("").value().size(), 4U);
  EXPECT_TRUE(store->series("rate EUR/JPY").value().empty());
}

}  // namespace
}  // namespace recoup
