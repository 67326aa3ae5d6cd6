#include <gtest/gtest.h>

#include <algorithm>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

using Texts = std::vector<std::string>;

Digest import_facts(Store& store, const std::string& name, std::vector<CaseFact> facts) {
  Import import;
  import.format = "case";
  import.facts = std::move(facts);
  const Document document = make_document(name, "bytes of " + name);
  EXPECT_TRUE(store.save(document, import, by_anna()).has_value());
  return document.digest;
}

/// "section/key/field=value", in the order in which the store gives the facts.
Texts said(const Store& store, const std::string& case_id = "OP-1") {
  Texts texts;
  const auto facts = store.case_facts(case_id).value();
  for (const HeldFact& held : facts) {
    texts.push_back(held.fact.section + "/" + held.fact.key + "/" + held.fact.field + "=" +
                    held.fact.value);
  }
  return texts;
}

TEST(CaseFacts, StandBySectionPositionKeyAndOrderInTheFile) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  const Digest digest =
      import_facts(*store, "case.json",
                   {fact("sources", "S2", 1, "id", "S2"), fact("sources", "S1", 0, "note", "n"),
                    fact("sources", "S1", 0, "amount", "5"), fact("case", "", 0, "id", "OP-1")});
  EXPECT_EQ(said(*store), (Texts{"case//id=OP-1", "sources/S1/note=n", "sources/S1/amount=5",
                                 "sources/S2/id=S2"}));
  const HeldFact held = store->case_facts("OP-1").value().at(0);
  EXPECT_EQ(held.document, digest);
  EXPECT_EQ(held.document_name, "case.json");
  EXPECT_EQ(held.fact, fact("case", "", 0, "id", "OP-1"));
  EXPECT_EQ(store->cases().value(), Texts{"OP-1"});
  EXPECT_TRUE(store->case_facts("OP-2").value().empty());
}

TEST(CaseFacts, ALaterFileReplacesAnEntryOfAListWholeAndLeavesTheOthers) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  import_facts(
      *store, "1",
      {fact("sources", "S1", 0, "reference", "r1"), fact("sources", "S1", 0, "amount", "5"),
       fact("sources", "S2", 1, "reference", "r2")});
  import_facts(*store, "2", {fact("sources", "S1", 0, "opening", "true")});
  EXPECT_EQ(said(*store), (Texts{"sources/S1/opening=true", "sources/S2/reference=r2"}));
}

TEST(CaseFacts, ALaterFileUpdatesTheCaseAndItsAccountsFieldByField) {
  for (const bool turned : {false, true}) {
    const StoreFolder folder;
    const auto store = open_or_fail(folder.store());
    const auto full = [&] {
      import_facts(
          *store, "1",
          {fact("case", "", 0, "name", "R v X"), fact("accounts", "A", 1, "holder", "Smith"),
           fact("accounts", "B", 0, "holder", "Jones")});
    };
    if (!turned) full();
    import_facts(*store, "2",
                 {fact("case", "", 0, "id", "OP-1"), fact("accounts", "A", 0, "account", "A")});
    if (turned) full();
    Texts texts = said(*store);
    std::sort(texts.begin(), texts.end());
    EXPECT_EQ(texts, (Texts{"accounts/A/account=A", "accounts/A/holder=Smith",
                            "accounts/B/holder=Jones", "case//id=OP-1", "case//name=R v X"}));
  }
}

TEST(CaseFacts, ARemovedEntryIsGoneUntilALaterFileBringsItBack) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  CaseFact removed = fact("accounts", "A", 0, "removed", "true");
  removed.kind = CaseFact::Kind::truth;
  import_facts(*store, "1", {fact("accounts", "A", 0, "holder", "Smith")});
  import_facts(*store, "2", {fact("accounts", "A", 0, "account", "A"), removed});
  EXPECT_EQ(said(*store), Texts{});
  EXPECT_EQ(store->cases().value(), Texts{"OP-1"});
  import_facts(*store, "3", {fact("accounts", "A", 0, "holder", "Brown")});
  EXPECT_EQ(said(*store), Texts{"accounts/A/holder=Brown"});
}

TEST(CaseFacts, OfAFileImportedAgainDoNotComeBack) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  import_facts(*store, "1", {fact("accounts", "A", 0, "holder", "Smith")});
  import_facts(*store, "2", {fact("accounts", "A", 0, "holder", "Brown")});
  import_facts(*store, "1", {fact("accounts", "A", 0, "holder", "Smith")});
  EXPECT_EQ(said(*store), Texts{"accounts/A/holder=Brown"});
}

TEST(CaseFacts, OnlyTheTruthValueTrueRemoves) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  CaseFact kept = fact("accounts", "A", 0, "removed", "false");
  kept.kind = CaseFact::Kind::truth;
  import_facts(*store, "1", {kept, fact("accounts", "B", 1, "removed", "true")});
  EXPECT_EQ(said(*store), (Texts{"accounts/A/removed=false", "accounts/B/removed=true"}));
}

TEST(CaseFacts, OfAnotherCaseAreUntouched) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  CaseFact other = fact("accounts", "A", 0, "holder", "Green");
  other.case_id = "OP-2";
  import_facts(*store, "1", {other});
  import_facts(*store, "2", {fact("accounts", "A", 0, "holder", "Smith")});
  EXPECT_EQ(said(*store, "OP-2"), Texts{"accounts/A/holder=Green"});
  EXPECT_EQ(store->cases().value(), (Texts{"OP-1", "OP-2"}));
}

TEST(CaseFacts, ComeWithTheDocumentsOfTheCase) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  import_facts(*store, "b.json", {fact("case", "", 0, "id", "OP-1")});
  const Sample sample = statement_sample(3, 4);
  ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
  Texts names;
  const auto documents = store->case_documents("OP-1").value();
  for (const HeldDocument& held : documents) names.push_back(held.name);
  EXPECT_EQ(names, (Texts{"b.json", "statement-3.csv"}));
  EXPECT_TRUE(store->case_documents("OP-9").value().empty());
}

Seizure seizure(const std::string& id, const std::string& status) {
  Seizure seizure;
  seizure.id = id;
  seizure.status = status;
  return seizure;
}

TEST(Seizures, AreAnsweredByTheDocumentImportedLast) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import one;
  one.seizures = {seizure("S2", "detained"), seizure("S1", "detained")};
  Import two;
  two.seizures = {seizure("S2", "forfeited")};
  const Document first = make_document("1", "1");
  const Document second = make_document("2", "2");
  ASSERT_TRUE(store->save(first, one, by_anna()).has_value());
  ASSERT_TRUE(store->save(second, two, by_anna()).has_value());
  const std::vector<HeldSeizure> expected = {{seizure("S1", "detained"), first.digest},
                                             {seizure("S2", "forfeited"), second.digest}};
  EXPECT_EQ(store->seizures().value(), expected);
  EXPECT_EQ(store->document_records(first.digest).value(), one);
}

}  // namespace
}  // namespace recoup
