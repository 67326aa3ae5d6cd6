// random_table.hpp: random decision tables, and random facts for them, with gaps.
#pragma once

#include <array>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "model_builder.hpp"
#include "recoup/dmn/columns.hpp"

namespace recoup {

/// The hit policies, as attributes of a table.
inline constexpr std::array<const char*, 11> all_policies = {"UNIQUE",
                                                             "ANY",
                                                             "FIRST",
                                                             "PRIORITY",
                                                             "RULE ORDER",
                                                             "OUTPUT ORDER",
                                                             "COLLECT",
                                                             "COLLECT\" aggregation=\"SUM",
                                                             "COLLECT\" aggregation=\"MIN",
                                                             "COLLECT\" aggregation=\"MAX",
                                                             "COLLECT\" aggregation=\"COUNT"};

/// Makes tables over the inputs sum, share, kind, day, known and limit, where limit is handed in as
/// a constant, and rows of facts for the others.
class RandomTables {
 public:
  explicit RandomTables(std::uint64_t seed) : numbers_(seed) {}

  std::string model(const std::string& policy, bool ahead = false) {
    static const std::vector<std::string> inputs = {"sum", "share", "kind", "day", "known"};
    std::string text;
    std::string needed;
    for (const char* name : {"sum", "share", "kind", "day", "known", "limit"}) {
      text += std::string("<inputData id=\"") + name + "\" name=\"" + name + "\"/>";
      needed += needs_input(name);
    }
    if (ahead) {
      text += table("ahead", "FIRST", needed, inputs);
      needed += needs("ahead");
    }
    std::vector<std::string> columns = inputs;
    if (ahead) columns.emplace_back("ahead");
    if (one_in(4)) columns.emplace_back("share * 2");
    return model_text(text + table("d", policy, needed, columns));
  }

  FactColumns facts(std::size_t rows) {
    FactColumn sum("sum", FactColumn::Kind::number, 2);
    FactColumn share("share", FactColumn::Kind::number, 0);
    FactColumn kind("kind", FactColumn::Kind::text);
    FactColumn day("day", FactColumn::Kind::date);
    FactColumn known("known", FactColumn::Kind::truth);
    for (std::size_t row = 0; row < rows; ++row) {
      add(sum, [&] { sum.add_number(static_cast<std::int64_t>(below(20)) * 50 - 200); });
      add(share, [&] { share.add_number(static_cast<std::int64_t>(below(6))); });
      add(kind, [&] { kind.add_text(pick(words_)); });
      add(day,
          [&] { day.add_date(make_date(2024, 3, 1 + static_cast<unsigned>(below(6))).value()); });
      add(known, [&] { known.add_truth(one_in(2)); });
    }
    return FactColumns::of({sum, share, kind, day, known}).value();
  }

  Context constants() {
    Context values;
    if (!one_in(5)) values.set("limit", Value(Decimal(static_cast<int>(below(5)))));
    return values;
  }

  std::uint64_t below(std::uint64_t count) { return numbers_() % count; }
  bool one_in(std::uint64_t count) { return below(count) == 0; }

 private:
  const std::string& pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  template <typename Add>
  void add(FactColumn& column, const Add& add_value) {
    if (one_in(8)) return column.add_missing();
    if (one_in(8)) return column.add_null();
    add_value();
  }

  std::string table(const std::string& name, const std::string& policy, const std::string& needed,
                    const std::vector<std::string>& inputs) {
    std::string text = "<decision id=\"" + name + "\" name=\"" + name + "\">" + needed +
                       "<decisionTable hitPolicy=\"" + policy + "\">";
    for (const std::string& input : inputs) {
      text += "<input><inputExpression><text>" + input + "</text></inputExpression></input>";
    }
    text += "<output><outputValues><text>3, 1, 2</text></outputValues>";
    if (one_in(2)) text += "<defaultOutputEntry><text>9</text></defaultOutputEntry>";
    text += "</output>";
    const bool varied = one_in(6);
    for (std::uint64_t rule = 1 + below(6); rule > 0; --rule) {
      text += "<rule id=\"r" + std::to_string(rule) + "\">";
      for (const std::string& input : inputs) {
        text += "<inputEntry><text><![CDATA[" + cell(input) + "]]></text></inputEntry>";
      }
      text += "<outputEntry><text>" + (varied ? pick(outputs_) : std::to_string(1 + below(3))) +
              "</text></outputEntry></rule>";
    }
    return text + "</decisionTable></decision>";
  }

  std::string cell(const std::string& input) {
    if (one_in(2)) return "-";
    if (one_in(12)) return pick(odd_);
    if (input == "kind") return pick(texts_);
    if (input == "day") return pick(days_);
    if (input == "known") return pick(truths_);
    return pick(sums_);
  }

  std::mt19937_64 numbers_;
  std::vector<std::string> words_ = {"cash", "card", "wire", "cheque", "", "Cash"};
  std::vector<std::string> outputs_ = {"1", "share", "if known then 2 else 3", "null", "limit"};
  std::vector<std::string> odd_ = {"null",      "not(null)", "share",     "> share", "\"cash\"",
                                   "[1,\"a\"]", "? = null",  "1 / 0",     "true",    "< \"b\"",
                                   "sum > 1",   "? != null", "limit + 1", "not(-1)"};
  std::vector<std::string> sums_ = {
      "1",         "> 1.005",  ">= 2",        "< limit", "[0..2]",    "(0..2]",
      "1, 2, 3",   "not(1,2)", "not([0..1])", "? > 2",   "3 >= ?",    "? between 1 and 2",
      "<= 1.5",    "!= 2",     "[1, 2]",      "limit",   "-1",        "in_none(?)",
      "? + 1 > 2", "> 1e30",   "? in (1, 3)", "< -1e-9", "not(limit)"};
  std::vector<std::string> texts_ = {"\"cash\"",
                                     "\"cash\", \"card\"",
                                     "not(\"wire\")",
                                     "starts with(?, \"ca\")",
                                     "contains(?, \"e\")",
                                     "ends with(?, \"h\"), \"card\"",
                                     "> \"card\"",
                                     "string length(?) > 4",
                                     "[\"a\"..\"cb\"]",
                                     "not(starts with(?, \"c\"))",
                                     "if known then \"cash\" else \"card\""};
  std::vector<std::string> days_ = {"@\"2024-03-02\"", "< date(\"2024-03-04\")",
                                    "[@\"2024-03-02\"..@\"2024-03-03\")", "not(@\"2024-03-05\")",
                                    "> @\"2024-03-01\", null"};
  std::vector<std::string> truths_ = {"true", "false", "not(true)", "not(?)", "null, false"};
};

}  // namespace recoup
