// What the program hands to other programs, over the cases of the samples.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "../report/journal_reader.hpp"
#include "program.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The cases of a sample that have statements, and its store.
class SampleExports : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::vector<std::string> arguments = sample_files(GetParam());
    arguments.insert(arguments.begin(), "import");
    ASSERT_EQ(place_.run(arguments).status, 0);
    const ProgramRun run = place_.run({"cases", "--json"});
    std::string key;
    const auto read = read_json(run.out, [&](const JsonEvent& event) {
      if (event.kind == JsonEvent::Kind::key) key = event.text;
      const bool is_id = event.kind == JsonEvent::Kind::text && (key == "id" || key == "case");
      if (is_id && std::find(cases_.begin(), cases_.end(), event.text) == cases_.end()) {
        cases_.push_back(event.text);
      }
      return Result<void>();
    });
    ASSERT_TRUE(read.has_value());
  }

  [[nodiscard]] std::string exported(const std::string& id, const std::string& format) const {
    const ProgramRun run = place_.run({"export", "case", id, "--format", format});
    EXPECT_LE(run.status, 1) << run.err;
    return run.out;
  }

  Workplace place_;
  std::vector<std::string> cases_;
};

TEST_P(SampleExports, JournalsAddUpToWhatTheStatementsSay) {
  std::size_t assertions = 0;
  for (const std::string& id : cases_) {
    const JournalSums sums = read_journal(exported(id, "hledger"));
    EXPECT_THAT(sums.faults, IsEmpty()) << id;
    assertions += sums.assertions;
  }
  EXPECT_GE(cases_.size(), 2U);
  EXPECT_GT(assertions, 100U);
}

TEST_P(SampleExports, GraphsAreWellFormedAndHoldEveryMovement) {
  for (const std::string& id : cases_) {
    const std::string csv = exported(id, "i2");
    const auto movements = std::count(csv.begin(), csv.end(), '\n') - 1;
    for (const char* format : {"graphml", "gexf"}) {
      std::ptrdiff_t edges = 0;
      const auto read = read_xml(exported(id, format), [&](const XmlEvent& event) {
        if (event.kind == XmlEvent::Kind::start && event.name == "edge") ++edges;
        return Result<void>();
      });
      EXPECT_TRUE(read.has_value()) << id;
      EXPECT_EQ(edges, movements) << id;
    }
  }
}

TEST_P(SampleExports, ChartsAreWrittenAndTheirTablesPrinted) {
  for (const std::string& id : cases_) {
    const ProgramRun run = place_.run({"chart", id, "--kind", "sankey", "--method", "pro-rata",
                                       "--output", place_.path("chart.svg")});
    EXPECT_LE(run.status, 1) << run.err;
    EXPECT_THAT(run.out, HasSubstr("movements"));
    const auto read = read_xml(bytes_of(place_.path("chart.svg")),
                               [](const XmlEvent&) { return Result<void>(); });
    EXPECT_TRUE(read.has_value()) << id;
  }
}

INSTANTIATE_TEST_SUITE_P(Told, SampleExports,
                         testing::Values("operation-alliance", "operation-stronghold"),
                         [](const auto& each) {
                           return each.param == "operation-alliance" ? "Alliance" : "Stronghold";
                         });

TEST(Exports, WhatCannotBeWrittenIsSaidWithTheStatusOfItsKind) {
  const Workplace place;
  ASSERT_EQ(place
                .run({"import", "--case", "C",
                      place.file("a.csv", canonical({"A,2025-03-01,5.00,GBP,5.00,,X,,R1"}))})
                .status,
            0);
  const std::string nowhere = place.path("none/chart.svg");
  EXPECT_EQ(
      place.run({"chart", "C", "--kind", "balance", "--account", "A", "--output", nowhere}).status,
      73);
  EXPECT_EQ(place.run({"export", "case", "C", "--format", "pdf"}).status, 64);
  EXPECT_EQ(place.run({"export", "case", "D", "--format", "gexf"}).status, 66);
  EXPECT_EQ(place.run({"chart", "C", "--kind", "sankey", "--output", nowhere}).status, 64);
}

}  // namespace
}  // namespace recoup
