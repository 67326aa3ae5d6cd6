// rules_bench.cpp: decision tables over columns, row by row, and with the full explanation.
//
//   rules_bench [options of Google Benchmark]
//   rules_bench rows COUNT     the rows of the benchmark as CSV
//   rules_bench hits COUNT     how many rows each rule of the table decides
//
// The table has ten rules over five inputs: of 26 cells 21 are different. Rates are tables (rows) a
// second of one processor.
#include <benchmark/benchmark.h>

#include <charconv>
#include <cstring>
#include <iostream>
#include <random>

#include "recoup/dmn/column_plan.hpp"
#include "recoup/dmn/row_decider.hpp"

namespace recoup {
namespace {

constexpr std::array<const char*, 5> inputs = {"amount", "channel", "tier", "age", "share"};
constexpr std::array<std::array<const char*, 5>, 10> cells = {{
    {"> 9000", "\"cash\"", "-", "< 30", "-"},
    {"[5000..9000]", "\"cash\"", "-", "< 90", "> 50"},
    {"> 10000", "\"wire\"", "3", "-", "-"},
    {"> 10000", "\"wire\"", "2", "-", "> 80"},
    {"[1000..5000)", "\"card\"", "-", "< 7", "-"},
    {"> 25000", "-", ">= 2", "< 365", "-"},
    {"-", "\"crypto\"", "-", "< 180", "> 25"},
    {"> 50000.50", "-", "-", "-", "> 90"},
    {"< 10", "\"card\", \"online\"", "-", "< 14", "-"},
    {"-", "not(\"wire\")", "3", "-", "[10..20]"},
}};

std::string bench_model(const std::string& policy, std::size_t copies) {
  std::string text =
      R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="bench">)";
  std::string needed;
  std::string columns;
  for (const char* input : inputs) {
    text += std::string("<inputData id=\"") + input + "\" name=\"" + input + "\"/>";
    needed += std::string("<informationRequirement><requiredInput href=\"#") + input +
              "\"/></informationRequirement>";
    columns +=
        std::string("<input><inputExpression><text>") + input + "</text></inputExpression></input>";
  }
  text += R"(<decision id="flag" name="flag">)" + needed + "<decisionTable hitPolicy=\"" + policy +
          "\">" + columns + "<output/>";
  std::size_t number = 0;
  for (std::size_t copy = 0; copy < copies; ++copy) {
    for (const auto& rule : cells) {
      text += "<rule id=\"r" + std::to_string(++number) + "\">";
      for (std::size_t i = 0; i < rule.size(); ++i) {
        // Every copy has bounds of its own, so that a large table has many different tests.
        std::string cell = copy == 0                 ? rule[i]
                           : i == 0 && copy % 2 == 1 ? "> " + std::to_string(copy * 97)
                           : i == 3                  ? "< " + std::to_string(copy % 400)
                                                     : rule[i];
        text += "<inputEntry><text><![CDATA[" + cell + "]]></text></inputEntry>";
      }
      text += "<outputEntry><text>" + std::to_string(number) + "</text></outputEntry></rule>";
    }
  }
  return text + "</decisionTable></decision></definitions>";
}

DecisionModel model_of(const std::string& policy, std::size_t copies = 1) {
  return DecisionModel::read("bench.dmn", bench_model(policy, copies)).value();
}

FactColumns bench_facts(std::size_t rows) {
  std::mt19937_64 numbers(7);
  constexpr std::array<const char*, 5> channels = {"cash", "wire", "card", "crypto", "online"};
  FactColumn amount("amount", FactColumn::Kind::number, 2);
  FactColumn channel("channel", FactColumn::Kind::text);
  FactColumn tier("tier", FactColumn::Kind::number, 0);
  FactColumn age("age", FactColumn::Kind::number, 0);
  FactColumn share("share", FactColumn::Kind::number, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    amount.add_number(static_cast<std::int64_t>(numbers() % 6'000'000));
    channel.add_text(channels[numbers() % channels.size()]);
    tier.add_number(static_cast<std::int64_t>(numbers() % 3 + 1));
    age.add_number(static_cast<std::int64_t>(numbers() % 2000));
    share.add_number(static_cast<std::int64_t>(numbers() % 101));
  }
  return FactColumns::of({std::move(amount), std::move(channel), std::move(tier), std::move(age),
                          std::move(share)})
      .value();
}

void rate(benchmark::State& state, std::size_t rows) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(rows));
}

void batch(benchmark::State& state, const std::string& policy, std::size_t copies = 1) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  ColumnPlan plan(std::make_shared<const FactColumns>(bench_facts(rows)), {});
  const DecisionModel model = model_of(policy, copies);
  if (!plan.add(model, "flag")) state.SkipWithError("no plan");
  for (auto _ : state) benchmark::DoNotOptimize(plan.run());
  rate(state, rows);
}

void batch_first(benchmark::State& state) { batch(state, "FIRST"); }
void batch_collect(benchmark::State& state) { batch(state, "COLLECT"); }
void batch_of_10000_rules(benchmark::State& state) { batch(state, "FIRST", 1000); }

std::vector<std::vector<Value>> rows_of(const FactColumns& facts) {
  std::vector<std::vector<Value>> rows(facts.rows());
  for (std::size_t row = 0; row < facts.rows(); ++row) {
    for (const FactColumn& column : facts.columns()) rows[row].push_back(column.value(row));
  }
  return rows;
}

void by_row(benchmark::State& state, const std::string& policy, std::size_t copies = 1) {
  const auto rows = rows_of(bench_facts(4096));
  const DecisionModel model = model_of(policy, copies);
  RowDecider decider = RowDecider::make(model, "flag", {inputs.begin(), inputs.end()}, {}).value();
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(&decider.decide(rows[next]));
    next = (next + 1) % rows.size();
  }
  rate(state, 1);
}

void by_row_first(benchmark::State& state) { by_row(state, "FIRST"); }
void by_row_collect(benchmark::State& state) { by_row(state, "COLLECT"); }
void by_row_10000_rules(benchmark::State& state) { by_row(state, "FIRST", 1000); }

void explained(benchmark::State& state, const std::string& policy) {
  const FactColumns facts = bench_facts(4096);
  std::vector<Context> rows;
  for (std::size_t row = 0; row < facts.rows(); ++row) rows.push_back(facts.row(row));
  const DecisionModel model = model_of(policy);
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(model.evaluate("flag", rows[next], DecisionMode::court));
    next = (next + 1) % rows.size();
  }
  rate(state, 1);
}

void explained_first(benchmark::State& state) { explained(state, "FIRST"); }
void explained_collect(benchmark::State& state) { explained(state, "COLLECT"); }

BENCHMARK(batch_first)->Arg(1 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(batch_collect)->Arg(1 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(batch_of_10000_rules)->Arg(1 << 16)->Unit(benchmark::kMillisecond);
BENCHMARK(by_row_first);
BENCHMARK(by_row_collect);
BENCHMARK(by_row_10000_rules);
BENCHMARK(explained_first);
BENCHMARK(explained_collect);

void print_rows(std::size_t count) {
  const FactColumns facts = bench_facts(count);
  std::cout << "amount,channel,tier,age,share\n";
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t i = 0; i < facts.columns().size(); ++i) {
      std::cout << (i == 0 ? "" : ",") << text(facts.columns()[i].value(row));
    }
    std::cout << "\n";
  }
}

void print_hits(std::size_t count) {
  ColumnPlan plan(std::make_shared<const FactColumns>(bench_facts(count)), {});
  if (!plan.add(model_of("FIRST"), "flag")) return;
  std::array<std::size_t, cells.size()> hits{};
  const std::vector<ColumnAnswers> answers = plan.run();
  for (const RuleAtRow& hit : answers.front().fired) ++hits[hit.rule];
  for (const std::size_t hit : hits) std::cout << hit << " ";
  std::cout << "\n";
}

}  // namespace
}  // namespace recoup

int main(int argc, char** argv) {
  if (argc == 3) {
    std::size_t count = 0;
    std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), count);
    if (std::strcmp(argv[1], "rows") == 0) return recoup::print_rows(count), 0;
    if (std::strcmp(argv[1], "hits") == 0) return recoup::print_hits(count), 0;
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
