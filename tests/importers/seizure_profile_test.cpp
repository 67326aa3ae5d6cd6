#include "seizures/seizure_profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"
#include "seizures/seizure_notes.hpp"
#include "seizures/seizure_row.hpp"
#include "seizures/seizure_table.hpp"
#include "xlsx_builder.hpp"

namespace recoup {
namespace {

constexpr const char* register_profile =
    "name: register\n"
    "version: 3\n"
    "kind: seizures\n"
    "header: No,Item,Day,Where,Town,What,Value,Case,Seal,Forfeited,For,Clerk\n"
    "id: No + Item\n"
    "seized_at: Day\n"
    "date_order: dmy\n"
    "place: Where + Town\n"
    "what: What\n"
    "quantity: What\n"
    "amount: Value\n"
    "currency: GBP\n"
    "case: Case\n"
    "exhibit: No\n"
    "seal: Seal\n"
    "forfeited_at: Forfeited\n"
    "forfeited_amount: For\n"
    "unread: Clerk\n"
    "operation_default: Alder\n"
    "cash: UK notes | sterling*\n"
    "listed_asset: watch | gold*\n"
    "otherwise: other\n";

constexpr const char* register_header =
    "No|Item|Day|Where|Town|What|Value|Case|Seal|Forfeited|For|Clerk";

Import import_rows(std::vector<std::string> rows, const std::string& modified = "") {
  rows.insert(rows.begin(), register_header);
  const auto import = import_document(
      make_document("list.xlsx", workbook_of({.sheets = {{"Store", sheet_rows(rows)}},
                                              .styles = some_styles(),
                                              .modified = modified})),
      {.profile = register_profile});
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? import.value() : Import();
}

bool has_note(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

TEST(SeizureProfile, PutsColumnsIntoTheFieldsOfASeizure) {
  const Import import =
      import_rows({"7|1|@40926|3 Mill Row|Leeds|U.K. Notes|=1450.5|C-12|S9|@41000|=450|PC"});
  ASSERT_EQ(import.seizures.size(), 1U);
  EXPECT_EQ(import.format, "xlsx");
  EXPECT_EQ(import.profile, "register 3");
  const Seizure& seizure = import.seizures[0];
  EXPECT_EQ(seizure.id, "7/1");
  EXPECT_EQ(seizure.kind, SeizureKind::cash);
  EXPECT_EQ(seizure.seized_at.text(), "2012-01-18");
  EXPECT_EQ(seizure.place, "3 Mill Row, Leeds");
  EXPECT_EQ(seizure.amount->text(), "1450.50 GBP");
  EXPECT_EQ(seizure.case_id, "C-12");
  EXPECT_EQ(seizure.operation, "Alder");
  EXPECT_EQ(seizure.exhibit, "7");
  EXPECT_EQ(seizure.seal, "S9");
  EXPECT_EQ(seizure.line, 2U);
  ASSERT_EQ(seizure.orders.size(), 1U);
  EXPECT_EQ(seizure.orders[0].kind, "forfeiture");
  EXPECT_EQ(seizure.orders[0].made_at.text(), "2012-04-01");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "cash seizure 7/1");
  EXPECT_TRUE(
      has_note(import, "line 2, Store!K2 For: 450.00 GBP forfeited, of 1450.50 GBP seized"));
  EXPECT_TRUE(has_note(import, "1 record names an amount forfeited, 450.00 GBP together"));
  EXPECT_TRUE(has_note(import, "not carried over: Clerk"));
}

TEST(SeizureProfile, KnowsAKindByItsWords) {
  const Import import = import_rows(
      {"1|1|@40926|a|b|Sterling, various|=1|C-1|S1||", "2|1|@40926|a|b|WATCH|=2|C-1|S2||",
       "3|1|@40926|a|b|Gold bars|=3|C-1|S3||", "4|1|@40926|a|b|2012 saloon car|=4|C-1|S4||",
       "5|1|@40926|a|b|watches|=5|C-1|S5||"});
  ASSERT_EQ(import.seizures.size(), 5U);
  EXPECT_EQ(import.seizures[0].kind, SeizureKind::cash);
  EXPECT_EQ(import.seizures[1].kind, SeizureKind::listed_asset);
  EXPECT_EQ(import.seizures[2].kind, SeizureKind::listed_asset);
  EXPECT_EQ(import.seizures[3].kind, SeizureKind::other);
  EXPECT_EQ(import.seizures[4].kind, SeizureKind::other);
  EXPECT_EQ(import.transactions.size(), 1U);
}

TEST(SeizureProfile, TakesDoubtfulRecordsInAndNamesThem) {
  const Import import =
      import_rows({"1|1|18/1/12|a|b|UK Notes||||17.01.2012|x|",
                   "2|1|@43000|a|b|UKnotes|=10|C-2|S2||=11|", "3|1|@40926|a|b|watch|=0|C-2|S3||"},
                  "2017-06-15");
  EXPECT_EQ(import.seizures.size(), 3U);
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_TRUE(has_note(import, "line 2, Store!H2 Case: no case"));
  EXPECT_TRUE(has_note(import, "line 2, Store!G2 Value: no amount"));
  EXPECT_TRUE(has_note(import, "line 2, Store!K2 For: \"x\" is no amount in GBP"));
  EXPECT_TRUE(has_note(import,
                       "line 2, Store!J2 Forfeited: forfeited on 2012-01-17, before the "
                       "seizure on 2012-01-18"));
  EXPECT_TRUE(has_note(import,
                       "line 3, Store!C3 Day: was seized on 2017-09-22, after the document "
                       "was last saved on 2017-06-15"));
  EXPECT_TRUE(has_note(import, "11.00 GBP forfeited, more than 10.00 GBP seized"));
  EXPECT_TRUE(has_note(import, "an amount forfeited and no day"));
  EXPECT_TRUE(has_note(import, "line 4, Store!G4 Value: an amount of zero"));
  EXPECT_TRUE(has_note(import,
                       "descriptions spelled differently: \"UK Notes\" (line 2), "
                       "\"UKnotes\" (line 3)"));
  EXPECT_TRUE(has_note(import, "1 record has an exhibit and no seal: line 2"));
  EXPECT_EQ(import.transactions.size(), 1U);
}

TEST(SeizureProfile, RejectsARowOfWhichNoRecordCanBeMade) {
  const Import import =
      import_rows({"1|1||a|b|watch|=5|C-2|S1||", "2|1|soon|a|b|watch|=5|C-2|S2||",
                   "||@40926|a|b|watch|=5|C-2|S3||", "3|1|@40926|a|b|watch|=5|C-2|S4||",
                   "3|1|@40926|a|b|watch|=5|C-2|S5||", "4|1|31/2/12|a|b|x|=5"});
  ASSERT_EQ(import.rejections.size(), 5U);
  EXPECT_EQ(message(import.rejections[0].error),
            "list.xlsx:2: Store!C2 Day: found nothing; expected the day of the seizure");
  EXPECT_EQ(message(import.rejections[1].error),
            "list.xlsx:3: Store!C3 Day: found \"soon\"; expected a date such as 2025-03-04, or in "
            "the order dmy");
  EXPECT_EQ(message(import.rejections[2].error),
            "list.xlsx:4: Store!A4 No: found nothing; expected what the seizure is known by");
  EXPECT_EQ(message(import.rejections[3].error),
            "list.xlsx:6: Store!A6 No: found \"3/1\" for the second time; expected one record for "
            "each seizure");
  EXPECT_EQ(import.rejections[3].record, "3\t1\t2012-01-18\ta\tb\twatch\t5\tC-2\tS5");
  EXPECT_EQ(import.seizures.size(), 1U);
}

TEST(SeizureProfile, ReadsTheSameListFromCsv) {
  const auto import = import_document(
      make_document("list.csv",
                    "No,Item,Day,Where,Town,What,Value,Case,Seal,Forfeited,For,Clerk\n"
                    "7,1,18/01/2012,3 Mill Row,Leeds,UK notes,\"1,450.50\",C-12,S9,,,PC\n"
                    "8,1,\n"),
      {.format = "seizures", .profile = register_profile});
  ASSERT_TRUE(import) << message(import.error());
  ASSERT_EQ(import.value().seizures.size(), 1U);
  EXPECT_EQ(import.value().format, "seizures");
  EXPECT_EQ(import.value().seizures[0].amount->text(), "1450.50 GBP");
  ASSERT_EQ(import.value().rejections.size(), 1U);
  EXPECT_EQ(message(import.value().rejections[0].error),
            "list.csv:3: Day: found nothing; expected the day of the seizure");
}

std::string fault_of_profile(const std::string& text) {
  const auto profile = SeizureProfile::parse(text, "p");
  return profile ? "none" : message(profile.error());
}

TEST(SeizureProfile, NamesTheLineThatIsWrong) {
  const std::string text = register_profile;
  EXPECT_EQ(fault_of_profile(text), "none");
  EXPECT_EQ(fault_of_profile(text + "seal: Seal\n"),
            "p:23: seal: found `seal` for the second time; expected `seal` once");
  EXPECT_EQ(fault_of_profile(text + "power: Powers\n"),
            "p:23: power: found \"Powers\"; expected a column of the header");
  EXPECT_EQ(fault_of_profile(text + "colour: red\n").find("p:23: colour: found \"colour\""), 0U);
  EXPECT_EQ(fault_of_profile("name: a\nversion: 1\nkind: seizures\nheader: A,B,C,D\nid: A\n"
                             "seized_at: B\namount: C\n"),
            "p:1: name: found a column \"D\" that is not named; expected every column under a key, "
            "or under `unread`");
  EXPECT_NE(fault_of_profile("name: a\nversion: 1\nkind: seizures\nid: A\n"), "none");
  EXPECT_NE(fault_of_profile(text + "otherwise: x\n"), "none");
}

TEST(SeizureProfile, BuiltInProfilesHaveNamesOfTheirOwn) {
  std::vector<std::string> names;
  for (const SeizureProfile& profile : built_in_seizure_profiles()) names.push_back(profile.name);
  EXPECT_FALSE(names.empty());
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
  EXPECT_FALSE(seizure_profile_of("no such profile"));
}

TEST(SeizureProfile, AWorkbookOfAnotherLayoutIsRefusedWithWhatItHolds) {
  const std::string bytes =
      workbook_of({.sheets = {{"Blank", ""}, {"Budget", sheet_rows({"x|y"})}}});
  EXPECT_EQ(refusal_of(bytes, "xlsx", "b.xlsx"),
            "b.xlsx: found a sheet \"Budget\" that begins \"x, y\"; expected a sheet of a layout "
            "that a profile describes");
}

TEST(SeizureProfile, RowsOfASecondSheetHaveLinesOfTheirOwn) {
  const std::vector<std::string> rows = {register_header, "1|1|@40926|a|b|watch|=5|C-1|S1||"};
  const std::vector<std::string> more = {"a remark", register_header,
                                         "2|1|@40926|a|b|watch|=5|C-1|S2||"};
  const auto import = import_document(
      make_document("two.xlsx", workbook_of({.sheets = {{"One", sheet_rows(rows)},
                                                        {"Two", sheet_rows(more)},
                                                        {"Notes", sheet_rows({"z"})}},
                                             .styles = some_styles()})),
      {.profile = register_profile});
  ASSERT_TRUE(import) << message(import.error());
  ASSERT_EQ(import.value().seizures.size(), 2U);
  EXPECT_EQ(import.value().seizures[0].line, 2U);
  EXPECT_EQ(import.value().seizures[1].line, 10'000'003U);
  ASSERT_EQ(import.value().held_back.size(), 1U);
  EXPECT_EQ(import.value().held_back[0].line, 10'000'001U);
  EXPECT_TRUE(has_note(import.value(), "rows of sheet \"Two\" are lines from 10000001"));
  EXPECT_TRUE(has_note(import.value(), "sheet \"Notes\" of 1 row is of no layout"));
}

TEST(OrderedDate, IsReadInTheOrderThatIsNamed) {
  EXPECT_EQ(parse_ordered_date("4/3/2025", "dmy").value().text(), "2025-03-04");
  EXPECT_EQ(parse_ordered_date("4/3/2025", "mdy").value().text(), "2025-04-03");
  EXPECT_EQ(parse_ordered_date("2025.03.04 09:15", "ymd").value().text(), "2025-03-04T09:15:00");
  EXPECT_EQ(parse_ordered_date("4-3-69", "dmy").value().text(), "2069-03-04");
  EXPECT_EQ(parse_ordered_date("4-3-70", "dmy").value().text(), "1970-03-04");
  for (const char* text : {"4/3", "4/3/025", "13/13/2025", "4/3-2025", "4/3/2025x", "-4/3/2025",
                           "4/3/2025 25:00", "", "//"}) {
    EXPECT_FALSE(parse_ordered_date(text, "dmy")) << text;
  }
  EXPECT_FALSE(parse_ordered_date("4/3/2025", ""));
}

TEST(SeizureNotes, NameSealsAndExhibitsThatTwoRecordsHave) {
  Seizure first;
  first.exhibit = "EX1";
  first.seal = "S1";
  first.line = 4;
  Seizure second = first;
  second.line = 9;
  Seizure sealed;
  sealed.seal = "S2";
  sealed.line = 10;
  EXPECT_EQ(continuity_notes({first, second, sealed}),
            (std::vector<std::string>{"exhibit EX1 stands in lines 4 and 9",
                                      "seal S1 stands in lines 4 and 9",
                                      "1 record has a seal and no exhibit: line 10"}));
}

TEST(SeizureNotes, NameWhatIsMadeOtherwiseThanMost) {
  std::vector<LinedText> cases;
  for (std::uint64_t line = 1; line <= 20; ++line) {
    cases.push_back({"25AB-" + std::to_string(1000 + line), line});
  }
  EXPECT_TRUE(form_notes(cases, "case").empty());
  cases.push_back({"25AB1021", 21});
  EXPECT_EQ(form_notes(cases, "case"),
            std::vector<std::string>{
                "line 21: case \"25AB1021\" is of another form than most, such as \"25AB-1001\""});
}

TEST(SeizureNotes, NameRecordsThatMayBeOneSeizure) {
  Seizure one;
  one.place = "1 Low St";
  one.amount = Money(500, gbp);
  one.line = 2;
  Seizure other = one;
  other.place = "1, Low St.";
  other.line = 5;
  EXPECT_EQ(likeness_notes({one, other}),
            std::vector<std::string>{"lines 2 and 5 agree in day, place, thing and amount: perhaps "
                                     "one seizure more than once"});
  other.amount = Money(501, gbp);
  EXPECT_TRUE(likeness_notes({one, other}).empty());
}

}  // namespace
}  // namespace recoup
