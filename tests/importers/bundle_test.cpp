#include "recoup/importers/bundle.hpp"

#include <gtest/gtest.h>

#include "import_of.hpp"
#include "xlsx_builder.hpp"

namespace recoup {
namespace {

Document bundle_with(const std::vector<std::pair<std::string, std::string>>& files) {
  return make_document("b.zip", zip_of(files));
}

TEST(Bundle, GivesItsMembersAsDocuments) {
  const Document document = bundle_with({{"march/a.csv", "one"}, {"b.txt", "two"}});
  ASSERT_TRUE(is_bundle_document(document));
  EXPECT_EQ(detect_format(document), "bundle");
  const auto bundle = open_bundle(document);
  ASSERT_TRUE(bundle) << message(bundle.error());
  ASSERT_EQ(bundle.value().members.size(), 2U);
  const BundleMember& first = bundle.value().members[0];
  EXPECT_EQ(first.document.name, "b.zip/march/a.csv");
  EXPECT_EQ(first.document.bytes, "one");
  EXPECT_EQ(first.document.digest, sha256("one"));
  EXPECT_EQ(first.notes, std::vector<std::string>{"out of the archive b.zip, SHA-256 " +
                                                  document.digest.text()});
  EXPECT_FALSE(first.refused);
}

TEST(Bundle, HasNoRecordsAndAListOfItsMembers) {
  const Import import =
      import_document(bundle_with({{"a.csv", "one"}, {"__MACOSX/._a.csv", "x"}})).value();
  EXPECT_EQ(import.format, "bundle");
  EXPECT_TRUE(import.transactions.empty());
  EXPECT_EQ(import.notes, (std::vector<std::string>{
                              "a bundle of 1 document, each imported under its own name",
                              "holds b.zip/a.csv, SHA-256 " + sha256("one").text(),
                              "left out __MACOSX/._a.csv, which a system added by itself"}));
}

TEST(Bundle, GoesOneLevelDeep) {
  const auto bundle = open_bundle(bundle_with(
      {{"in.zip", zip_of({{"c", "x"}})}, {"w.xlsx", workbook_of({.sheets = {{"S", ""}}})}}));
  ASSERT_TRUE(bundle);
  ASSERT_EQ(bundle.value().members.size(), 2U);
  ASSERT_TRUE(bundle.value().members[0].refused);
  EXPECT_EQ(message(*bundle.value().members[0].refused),
            "b.zip/in.zip: found a ZIP archive inside a ZIP archive; expected documents one level "
            "deep; unpack it and import what it holds");
  // A workbook is a ZIP archive too, and a document all the same.
  EXPECT_FALSE(bundle.value().members[1].refused);
  EXPECT_EQ(detect_format(bundle.value().members[1].document), "xlsx");
}

TEST(Bundle, ThatCannotBeTrustedIsRefusedAsAWhole) {
  const auto bundle = open_bundle(bundle_with({{"a", "x"}, {"../b", "y"}}));
  ASSERT_FALSE(bundle);
  EXPECT_EQ(message(bundle.error()),
            "b.zip: ../b: found \"../b\", a path out of the archive; expected paths inside the "
            "archive");
  std::string cut = zip_of({{"a", "x"}});
  cut.pop_back();
  EXPECT_FALSE(open_bundle(make_document("b.zip", cut)));
}

}  // namespace
}  // namespace recoup
