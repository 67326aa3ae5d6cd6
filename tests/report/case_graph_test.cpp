#include "recoup/report/case_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "golden.hpp"
#include "ledger_fixture.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/markup/xml.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using GraphWriter = Result<void> (*)(const GraphCase&, const PieceSink&);

/// Two accounts, one transfer, one source; the shop's name is as bad as names can be.
struct TracedCase {
  explicit TracedCase(bool backwards = false) {
    std::vector<StatementPart> parts = {
        part("A", "a", {"2025-01-01|30.00|=PAYER|t", "2025-01-02T09:30|-20.00|B|out"}),
        part("B", "b", {"2025-01-02T09:30|20.00|A|in", "2025-01-03|-5.00||s"})};
    parts[1].entries[1].counterparty_name = "\"Shop\" <&> 'Sons', Ltd";
    parts[1].entries[1].description = "+44 call";
    if (backwards) std::swap(parts[0], parts[1]);
    ledger = build_ledger(std::move(parts), {}).value().ledger;
    movements = order_movements(ledger, match(ledger));
    traced = trace(ledger, movements, {sources, TracingMethod::fifo, {}}).value();
  }

  [[nodiscard]] std::string written(GraphWriter write, bool with_trace = true) const {
    const GraphCase source{"OP-1",
                           &ledger,
                           &movements,
                           movements.in_order.size(),
                           &sources,
                           with_trace ? &traced : nullptr,
                           {{"A", "Ann Example"}},
                           {{sha256("a"), "a.csv", 2, 0}}};
    std::string out;
    EXPECT_TRUE(write(source, [&](std::string_view piece) -> Result<void> {
                  out += piece;
                  return {};
                }).has_value());
    return out;
  }

  Ledger ledger;
  Movements movements;
  std::vector<Source> sources = {{"S<1>", LegRow{0}, AccountRow{0}, Money(3000, gbp)}};
  Trace traced;
};

/// Every start tag of a document, with its attributes and its text.
struct ReadTag {
  std::string name;
  std::string parent;
  std::map<std::string, std::string> values;
  std::string text;
};

std::vector<ReadTag> tags_of(const std::string& xml, const std::string& uri) {
  std::vector<ReadTag> tags;
  std::vector<std::size_t> open;
  const auto read = read_xml(xml, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind == XmlEvent::Kind::start) {
      EXPECT_EQ(event.namespace_uri, uri);
      ReadTag tag{std::string(event.name), open.empty() ? "" : tags[open.back()].name, {}, ""};
      for (const XmlAttribute& each : event.attributes) tag.values[each.name] = each.value;
      open.push_back(tags.size());
      tags.push_back(tag);
    } else if (event.kind == XmlEvent::Kind::end) {
      open.pop_back();
    } else {
      tags[open.back()].text += event.text;
    }
    return {};
  });
  EXPECT_TRUE(read.has_value());
  return tags;
}

std::vector<ReadTag> named(const std::vector<ReadTag>& tags, const std::string& name) {
  std::vector<ReadTag> found;
  std::copy_if(tags.begin(), tags.end(), std::back_inserter(found),
               [&](const ReadTag& tag) { return tag.name == name; });
  return found;
}

/// Ids are unique, ends are nodes, and what is used was declared.
void expect_sound(const std::vector<ReadTag>& tags, const std::string& declaration,
                  const std::string& use, const std::string& use_key) {
  std::set<std::string> nodes;
  std::set<std::string> declared;
  for (const ReadTag& tag : named(tags, "node")) {
    EXPECT_TRUE(nodes.insert(tag.values.at("id")).second);
  }
  for (const ReadTag& tag : named(tags, declaration)) declared.insert(tag.values.at("id"));
  std::set<std::string> edges;
  for (const ReadTag& tag : named(tags, "edge")) {
    EXPECT_TRUE(edges.insert(tag.values.at("id")).second);
    EXPECT_TRUE(nodes.contains(tag.values.at("source")));
    EXPECT_TRUE(nodes.contains(tag.values.at("target")));
  }
  for (const ReadTag& tag : named(tags, use)) {
    EXPECT_TRUE(declared.contains(tag.values.at(use_key))) << tag.values.at(use_key);
  }
  EXPECT_EQ(nodes.size(), 4U);
  EXPECT_EQ(edges.size(), 3U);
}

TEST(CaseGraph, GraphMlIsWellFormedAndSaysWhatEachEdgeCarried) {
  const std::string xml = TracedCase().written(write_graphml);
  const auto tags = tags_of(xml, "http://graphml.graphdrawing.org/xmlns");
  expect_sound(tags, "key", "data", "key");
  std::vector<std::string> carried;
  for (const ReadTag& tag : named(tags, "data")) {
    if (tag.values.at("key") == "edge-traced1") carried.push_back(tag.text);
  }
  EXPECT_THAT(carried, ElementsAre("30.00", "20.00", "5.00"));
  for (const ReadTag& tag : named(tags, "key")) {
    EXPECT_NE(tag.values.at("attr.type"), "double");
    if (tag.values.at("id") == "edge-traced1") {
      EXPECT_EQ(tag.values.at("attr.name"), "traced of S<1>");
    }
  }
}

TEST(CaseGraph, NamesComeBackFromXmlAsTheyWere) {
  for (const GraphWriter write : {write_graphml, write_gexf}) {
    const std::string xml = TracedCase().written(write);
    const bool is_gexf = write == write_gexf;
    const auto tags =
        tags_of(xml, is_gexf ? "http://gexf.net/1.3" : "http://graphml.graphdrawing.org/xmlns");
    std::set<std::string> texts;
    for (const ReadTag& tag : tags) {
      texts.insert(tag.text);
      if (tag.values.contains("label")) texts.insert(tag.values.at("label"));
    }
    EXPECT_TRUE(texts.contains("\"Shop\" <&> 'Sons', Ltd"));
  }
}

TEST(CaseGraph, GexfPutsEveryEdgeAtItsMoment) {
  const auto tags = tags_of(TracedCase().written(write_gexf), "http://gexf.net/1.3");
  expect_sound(tags, "attribute", "attvalue", "for");
  const auto graph = named(tags, "graph").at(0).values;
  EXPECT_EQ(graph.at("mode"), "dynamic");
  EXPECT_EQ(graph.at("timerepresentation"), "timestamp");
  std::vector<std::string> moments;
  for (const ReadTag& tag : named(tags, "edge")) {
    moments.push_back(tag.values.at("timestamp"));
    EXPECT_EQ(tag.values.at("kind"), "1");
  }
  EXPECT_THAT(moments,
              ElementsAre("2025-01-01T00:00:00", "2025-01-02T09:30:00", "2025-01-03T00:00:00"));
}

TEST(CaseGraph, EveryFormatStandsAsAPersonHasLookedAtIt) {
  const TracedCase traced;
  const std::vector<std::pair<std::string, GraphWriter>> formats = {
      {"case.graphml", write_graphml},
      {"case.gexf", write_gexf},
      {"case-i2.csv", write_i2_csv},
      {"case-ftm.jsonl", write_follow_the_money}};
  for (const auto& [file, write] : formats) {
    const std::string found = traced.written(write);
    EXPECT_EQ(found, golden::expected(file, found)) << file;
  }
}

TEST(CaseGraph, TheOrderOfImportChangesNoByte) {
  for (const GraphWriter write :
       {write_graphml, write_gexf, write_i2_csv, write_follow_the_money}) {
    EXPECT_EQ(TracedCase().written(write), TracedCase(true).written(write));
  }
}

TEST(CaseGraph, WithoutATraceNothingIsSaidOfSources) {
  for (const GraphWriter write :
       {write_graphml, write_gexf, write_i2_csv, write_follow_the_money}) {
    const std::string out = TracedCase().written(write, false);
    EXPECT_EQ(out.find("raced"), std::string::npos);
    EXPECT_EQ(out.find("S<1>"), std::string::npos);
  }
}

TEST(CaseGraph, CsvNeutralisesWhatASpreadsheetWouldWorkOut) {
  const std::string csv = TracedCase().written(write_i2_csv);
  EXPECT_THAT(csv, HasSubstr(",'=PAYER,"));
  EXPECT_THAT(csv, HasSubstr(",'+44 call,"));
  EXPECT_THAT(csv, HasSubstr(",\"\"\"Shop\"\" <&> 'Sons', Ltd\","));
  EXPECT_THAT(csv, HasSubstr(",02/01/2025,09:30:00,20.00,GBP,"));
  EXPECT_EQ(csv.find(",="), std::string::npos);
}

TEST(CaseGraph, EntriesOnOneLineAreEdgesOfTheirOwn) {
  StatementPart shown = part("A", "a", {"2025-01-01|1.00|X|r1", "2025-01-01|2.00|X|r2"});
  for (Transaction& each : shown.entries) each.line = 7;
  const Ledger ledger = build_ledger({shown}, {}).value().ledger;
  const Movements movements = order_movements(ledger, match(ledger));
  const GraphCase source{"C", &ledger, &movements, 2, nullptr, nullptr, {}, {}};
  std::string out;
  ASSERT_TRUE(write_i2_csv(source, [&](std::string_view piece) -> Result<void> {
                out += piece;
                return {};
              }).has_value());
  const std::string id = sha256("a").short_text() + ":7";
  EXPECT_THAT(out, HasSubstr("," + id + ","));
  EXPECT_THAT(out, HasSubstr("," + id + ":2,"));
}

TEST(CaseGraph, EveryEntityIsOneJsonObjectThatNamesOthersThatAreThere) {
  const std::string out = TracedCase().written(write_follow_the_money);
  std::set<std::string> ids;
  std::vector<std::string> named_ids;
  std::size_t begin = 0;
  for (std::size_t end = out.find('\n'); end != std::string::npos; end = out.find('\n', begin)) {
    std::string key;
    const auto read = read_json(out.substr(begin, end - begin), [&](const JsonEvent& event) {
      if (event.kind == JsonEvent::Kind::key) key = event.text;
      if (event.kind != JsonEvent::Kind::text) return Result<void>();
      if (key == "id") {
        EXPECT_TRUE(ids.insert(event.text).second) << event.text;
      }
      for (const char* each :
           {"payer", "payerAccount", "beneficiary", "beneficiaryAccount", "owner", "asset"}) {
        if (key == each) named_ids.push_back(event.text);
      }
      return Result<void>();
    });
    EXPECT_TRUE(read.has_value());
    begin = end + 1;
  }
  EXPECT_EQ(begin, out.size());
  for (const std::string& id : named_ids) EXPECT_TRUE(ids.contains(id)) << id;
  EXPECT_GE(named_ids.size(), 8U);
}

TEST(CaseGraph, ASinkThatTakesNoMoreEndsTheWriting) {
  const TracedCase traced;
  const GraphCase source{"C", &traced.ledger, &traced.movements, 3, &traced.sources, nullptr, {},
                         {}};
  const auto refuses = [](std::string_view) -> Result<void> {
    return Error{ErrorCode::cannot_write, "full", "room", {}};
  };
  const auto written = write_gexf(source, refuses);
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::cannot_write);
}

}  // namespace
}  // namespace recoup
