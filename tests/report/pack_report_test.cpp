#include "recoup/report/pack_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recoup/markup/json.hpp"
#include "recoup/report/explanation_report.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(PackReport, PutsLawBesideRowsAndPrintsEveryCell) {
  const PackView view = view_pack(small_pack()).value();
  const std::string text = pack_text(view, false);
  EXPECT_THAT(text, HasSubstr("Gifts Act 1901 s.1(1)  <https://example.org/1>\n  A large gift.\n"
                              "    large (Large gift): gift value: >= gift window -> true\n"));
  EXPECT_THAT(text, HasSubstr("gift.window = 200.00 GBP, from 1901-01-01 to 1989-12-31"));
  EXPECT_THAT(text, HasSubstr("unsigned: no lawyer has reviewed it"));
  EXPECT_THAT(text, HasSubstr("law in force from 1 January 1901"));
  EXPECT_THAT(text, HasSubstr("PROVISIONS WITHOUT A ROW\n  none\n"));
  EXPECT_THAT(text, Not(HasSubstr("DRAFT")));
  EXPECT_TRUE(pack_text(view, true).starts_with("DRAFT\n"));
}

TEST(PackReport, TheDraftPageSaysSoAndLetsNothingIn) {
  const PackView view =
      view_pack(small_pack_with("law/gifts.md", "A large gift.", "A <b>large</b> gift.")).value();
  const std::string page = pack_page(view, true);
  EXPECT_THAT(page, HasSubstr("<p class=\"marking\">DRAFT</p>"));
  EXPECT_THAT(page, HasSubstr("A &lt;b&gt;large&lt;/b&gt; gift."));
  EXPECT_THAT(page, HasSubstr("<td>&gt;= gift window</td>"));
  EXPECT_THAT(pack_page(view, false), Not(HasSubstr("DRAFT")));
}

Finding finding_of(const std::string& value, Origin origin) {
  FactTable facts;
  facts.set({"gift value", Value(Decimal::parse(value).value().value), "GBP", std::move(origin)});
  const Pack pack = Pack::read(small_pack()).value();
  return pack.evaluate("Large gift", facts, make_date(1995, 5, 5)).value();
}

const ExplanationFrame frame = {"0.1.0", "ab", "unsigned", true, {}, {"gift day"}};

TEST(ExplanationReport, HoldsEveryPartOfTheRecord) {
  const Finding finding =
      finding_of("300.00", {"f.json", 7, "valuation p.2", "Val Uer", "1995-06-01", "seen"});
  const std::string json = explanation_json(finding, frame);
  for (const std::string& part :
       std::vector<std::string>{"\"conclusion\": \"C-1\"",
                                "\"question\": \"Is the gift large?\"",
                                "\"value\": true",
                                "\"status\": \"determined\"",
                                "\"hit_policy\": \"UNIQUE\"",
                                "\"rule\": \"large\"",
                                "\"reason\": \"300.00 GBP reaches 250.00 GBP.\"",
                                "\"test\": \">= gift window\"",
                                "\"first_false\": \"gift value\"",
                                "\"at\": \"1995-05-05\"",
                                "\"from\": \"1990-01-01\"",
                                "\"row\": \"params/gifts.csv:3\"",
                                "\"source\": \"f.json line 7; valuation p.2\"",
                                "\"author\": \"Val Uer\"",
                                "\"reasons\": \"seen\"",
                                "\"exact\": true",
                                "\"marking\": \"DRAFT\"",
                                "\"version\": \"0.1.0\"",
                                "\"build_sha256\": \"ab\"",
                                "\"tck\": \"" + text(kit_score) + "\"",
                                "\"gift day\""}) {
    EXPECT_THAT(json, HasSubstr(part));
  }
  EXPECT_THAT(json, HasSubstr(facts_digest(finding).text()));
  EXPECT_THAT(json, HasSubstr(parameters_digest(finding).text()));
  EXPECT_THAT(json, HasSubstr(finding.pack_digest.text()));
  EXPECT_TRUE(read_json(json, [](const JsonEvent&) -> Result<void> { return {}; }).has_value());
  const std::string text = explanation_text(finding, frame);
  EXPECT_TRUE(text.starts_with("DRAFT\n\nC-1\n1. Is the gift large?: yes.\n"));
  EXPECT_THAT(text, HasSubstr("Found by a person: gift value is 300.00 GBP, Val Uer, 1995-06-01, "
                              "because seen."));
}

TEST(ExplanationReport, DigestsStandForFactsAndTheirOrigin) {
  const Digest one = facts_digest(finding_of("300.00", {"f", 1, ""}));
  EXPECT_EQ(one, facts_digest(finding_of("300.00", {"f", 1, ""})));
  EXPECT_NE(one, facts_digest(finding_of("300.01", {"f", 1, ""})));
  EXPECT_NE(one, facts_digest(finding_of("300.00", {"f", 2, ""})));
}

TEST(ExplanationReport, NamesBothRulesOfAConflict) {
  const Pack pack =
      Pack::read(small_pack_with("model/gifts.dmn", "&lt; gift window", "&lt;= gift window"))
          .value();
  FactTable facts;
  facts.set({"gift value", Value(Decimal(250)), "GBP", {}});
  const Finding finding = pack.evaluate("Large gift", facts, make_date(1995, 5, 5)).value();
  const std::string json = explanation_json(finding, frame);
  EXPECT_THAT(json, HasSubstr("\"status\": \"withheld\""));
  EXPECT_THAT(json, HasSubstr("large and small fire together"));
}

}  // namespace
}  // namespace recoup
