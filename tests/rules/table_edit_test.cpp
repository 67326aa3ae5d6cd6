#include "recoup/rules/table_edit.hpp"

#include <gtest/gtest.h>

#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_check.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

const std::string sheet =
    "rule,when: gift value,then: Large gift,note: authority,note: reason\n"
    "large,>= gift window,true,Gifts Act 1901 s.1(1),{gift value} reaches {gift window}.\n"
    "small,< gift window,false,Gifts Act 1901 s.1(2),{gift value} stays below {gift window}.\n";

Result<std::string> edited(const std::string& csv) {
  return with_table("m.dmn", small_model, "Large gift", csv, "sheet.csv");
}

std::string with(std::string_view from, std::string_view to) {
  std::string csv = sheet;
  return csv.replace(csv.find(from), from.size(), to);
}

TEST(TableEdit, GoesOutAndComesBackTheSame) {
  EXPECT_EQ(table_csv("m.dmn", small_model, "Large gift").value(), sheet);
  EXPECT_EQ(edited(sheet).value(), small_model);
}

TEST(TableEdit, EveryTableOfTheProgramComesBackByteForByte) {
  int tables = 0;
  for (const auto& [path, bytes] : built_in_pack_files()) {
    if (!path.ends_with(".dmn")) continue;
    const DecisionModel model = DecisionModel::read(path, bytes).value();
    for (const std::string& decision : model.decisions()) {
      const std::string csv = table_csv(path, bytes, decision).value();
      EXPECT_EQ(with_table(path, bytes, decision, csv, "c").value(), bytes) << decision;
      ++tables;
    }
  }
  EXPECT_GT(tables, 10);
}

TEST(TableEdit, ChangesOneCellAndItsDescription) {
  const std::string changed =
      edited(with("{gift value} reaches {gift window}.", "\"Large & plain, <so>.\"")).value();
  EXPECT_NE(changed.find("<description>Gifts Act 1901 s.1(1): Large &amp; plain, &lt;so&gt;."),
            std::string::npos);
  FileSet files = small_pack();
  files["model/gifts.dmn"] = changed;
  EXPECT_TRUE(check_pack(files).passed());
  EXPECT_EQ(table_csv("m.dmn", changed, "Large gift").value(),
            with("{gift value} reaches {gift window}.", "\"Large & plain, <so>.\""));
}

TEST(TableEdit, TakesRowsOutAndPutsNewOnesIn) {
  const std::string fewer = sheet.substr(0, sheet.find("small,"));
  const std::string one = edited(fewer).value();
  EXPECT_EQ(table_csv("m.dmn", one, "Large gift").value(), fewer);
  const std::string back = with_table("m.dmn", one, "Large gift", sheet, "c").value();
  EXPECT_EQ(table_csv("m.dmn", back, "Large gift").value(), sheet);
  const std::string none = edited(sheet.substr(0, sheet.find("large,"))).value();
  EXPECT_EQ(
      table_csv("m.dmn", with_table("m.dmn", none, "Large gift", sheet, "c").value(), "Large gift")
          .value(),
      sheet);
}

TEST(TableEdit, RefusesWhatIsNotItsTable) {
  EXPECT_EQ(edited(with("when: gift value", "when: gift")).error().code, ErrorCode::malformed);
  EXPECT_EQ(edited(with("small,", "large,")).error().code, ErrorCode::contradiction);
  EXPECT_EQ(edited(with("small,", ",")).error().code, ErrorCode::malformed);
  EXPECT_EQ(table_csv("m.dmn", small_model, "Other").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace recoup
