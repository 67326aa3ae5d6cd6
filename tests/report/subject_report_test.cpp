#include "recoup/report/subject_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../subjects/story.hpp"
#include "golden.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/markup/xml.hpp"
#include "recoup/report/case_links.hpp"
#include "recoup/report/link_chart.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Two cases, three reports, a company, names that are alike, a loop and a line over columns.
SubjectNetwork small_network() {
  SubjectStory story;
  const std::size_t one = story.file("OP-1", "Alder");
  const std::size_t two = story.file("OP-2", "Alder");
  const SubjectMention company{SubjectKind::company, "ZZ990412", "Alder Metals Ltd", ""};
  const SubjectMention sister{SubjectKind::company, "ZZ990413", "Alder Plant Ltd", ""};
  const SubjectMention director{SubjectKind::person, "PNC 25/100001A", "A Smith", "P1"};
  story.says(one, director, SubjectRelation::director_of, company, "2024-01-02");
  story.says(one, company, SubjectRelation::owns, sister);
  story.says(one, company, SubjectRelation::holds, account("10-20-15 30093459"));
  story.says(one, director, SubjectRelation::lives_at, premises("14 Tannery Row, Wexmoor"));
  story.says(two, account("10 20 15 30093459"));
  story.says(two, person("B Jones", "P1"), SubjectRelation::uses, phone("07700 900123"));
  story.says(story.report("Council", "7"), plate("ZQ00 ABX"), SubjectRelation::seen_at,
             premises("14 Tannery Row, Wexmoor"), "2024-05-09");
  story.says(story.report("Public", "8"), person("A. Smith"), SubjectRelation::uses,
             plate("zq00abx"), "2024-05-08");
  story.says(two, premises("the yard"));
  return story.join();
}

std::vector<std::size_t> all_of(const SubjectNetwork& network) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < network.subjects.size(); ++i) all.push_back(i);
  return all;
}

SubjectView view_of(const SubjectNetwork& network) {
  SubjectView view;
  view.of = "every case";
  view.network = &network;
  view.subjects = all_of(network);
  view.leads = find_leads(network);
  view.withheld = {{"Revenue", "9", {"OP-1"}, {"Alder"}}};
  return view;
}

void expect_json(const std::string& text) {
  const auto read = read_json(text, [](const JsonEvent&) { return Result<void>(); });
  EXPECT_TRUE(read.has_value()) << (read ? "" : message(read.error()));
}

TEST(SubjectReport, ListsEverySubjectWithWhatIsSaidOfIt) {
  const SubjectNetwork network = small_network();
  const std::string text = subjects_text(view_of(network));
  for (const Subject& subject : network.subjects) EXPECT_THAT(text, HasSubstr(label(subject)));
  EXPECT_THAT(text, HasSubstr("known by its number"));
  EXPECT_THAT(text, HasSubstr("known by name alone"));
  EXPECT_THAT(text, HasSubstr("Council: 7 [2B P], reports.csv:7"));
  expect_json(subjects_json(view_of(network)));
}

TEST(SubjectReport, GivesEachLeadItsRecordsGradesAndInnocentReason) {
  const SubjectNetwork network = small_network();
  const std::string text = leads_text(view_of(network));
  EXPECT_THAT(text, HasSubstr("A lead is a question and no evidence"));
  EXPECT_THAT(text, HasSubstr("untested source, known indirectly but corroborated"));
  EXPECT_THAT(text, HasSubstr("It may be innocent: "));
  EXPECT_THAT(text, HasSubstr("like-names"));
  const std::string json = leads_json(view_of(network));
  expect_json(json);
  EXPECT_THAT(json, HasSubstr("\"kind\": \"two-cases\""));
  EXPECT_THAT(json, HasSubstr("\"grade\": \"2B P\""));
}

TEST(SubjectReport, SaysOfAWithheldReportThatItExistsAndNoMore) {
  const SubjectNetwork network = small_network();
  EXPECT_EQ(withheld_words({"Revenue", "9", {}, {}}), "restricted record 9 of Revenue exists");
  EXPECT_THAT(leads_text(view_of(network)),
              HasSubstr("  restricted record 9 of Revenue exists (OP-1)\n"));
}

TEST(SubjectReport, LetsNoTextOfTheOutsideForgeALine) {
  SubjectStory story;
  SubjectMention forged = plate("ZQ00 ABX");
  forged.name = "grey\nLeads: none";
  story.says(story.file("OP-1"), forged);
  const SubjectNetwork network = story.join();
  EXPECT_THAT(subjects_text(view_of(network)), Not(HasSubstr("\nLeads")));
}

TEST(CaseLinks, NameTheOtherCaseInBoth) {
  CaseLinks links;
  links.network = small_network();
  for (const char* id : {"OP-1", "OP-2"}) {
    links.by_case.emplace(id, shared_subjects(links.network, id));
  }
  EXPECT_EQ(links_words(links, "OP-1"), "OP-2 (account)");
  EXPECT_EQ(links_words(links, "OP-2"), "OP-1 (account)");
  EXPECT_EQ(links_words(links, "OP-3"), "");
  EXPECT_EQ(links_paragraph(links, "OP-3"), "");
  EXPECT_THAT(links_paragraph(links, "OP-1"),
              HasSubstr("account 10-20-15 30093459 is also named in OP-2\n"));
  const auto json_of = [&](const char* id) {
    JsonWriter json;
    json.begin_object();
    write_case_links(json, links, id);
    json.end_object();
    return json.take();
  };
  expect_json(json_of("OP-1"));
  EXPECT_THAT(json_of("OP-1"), HasSubstr("\"OP-2\""));
  expect_json(json_of("OP-3"));
  EXPECT_THAT(json_of("OP-3"), HasSubstr("\"links\": []"));
}

TEST(LinkChart, StandsAsAPersonHasLookedAtIt) {
  const SubjectNetwork network = small_network();
  const auto page = link_chart(network, all_of(network), "Links of every case");
  ASSERT_TRUE(page) << message(page.error());
  EXPECT_EQ(page.value().svg, golden::expected("links.svg", page.value().svg));
  EXPECT_EQ(page.value().table, golden::expected("links.txt", page.value().table));
  const auto read = read_xml(page.value().svg, [](const XmlEvent&) { return Result<void>(); });
  EXPECT_TRUE(read.has_value()) << (read ? "" : message(read.error()));
}

TEST(LinkChart, SaysInItsTableWhatItDraws) {
  const SubjectNetwork network = small_network();
  const auto page = link_chart(network, all_of(network), "x").value();
  for (const SubjectTie& tie : network.ties) {
    EXPECT_THAT(page.table, HasSubstr(std::string(words(tie.relation))));
    EXPECT_THAT(page.svg, HasSubstr(std::string(words(tie.relation))));
  }
  EXPECT_THAT(page.table, HasSubstr("1 more without a link are not drawn"));
}

TEST(LinkChart, OfNothingIsRefused) {
  const SubjectNetwork network = small_network();
  const auto page = link_chart(network, {}, "x");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace recoup
