#include "recoup/dmn/feature.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "recoup/feel/expression.hpp"

namespace recoup {
namespace {

Date day(int number) { return make_date(2024, 5, 1).value() + std::chrono::days(number); }

/// Payments of two accounts; the third is of a day that is missing.
FactColumns payments() {
  FactColumn account("account", FactColumn::Kind::text);
  FactColumn booked("booked", FactColumn::Kind::date);
  FactColumn amount("amount", FactColumn::Kind::number, 2);
  const auto add = [&](const char* who, int when, std::int64_t pence) {
    account.add_text(who);
    booked.add_date(day(when));
    amount.add_number(pence);
  };
  add("A", 0, 90000);
  add("A", 3, 95000);
  add("A", 3, 40);
  add("A", 6, 98000);
  add("A", 7, 91000);
  add("B", 7, 92000);
  return FactColumns::of({account, booked, amount}).value();
}

FeatureDefinition credits(FeatureAggregate aggregate, std::string of) {
  return {"credits",     {"account"},   {{"amount", "[500..1000)"}}, "booked", 7, aggregate,
          std::move(of), "a convention"};
}

std::vector<std::string> shown(const FactColumn& column) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < column.size(); ++row) {
    out.push_back(column.is_missing(row) ? "missing" : text(column.value(row)));
  }
  return out;
}

std::vector<std::string> values_of(const FeatureDefinition& feature, const FactColumns& facts) {
  const auto values = FeatureValues::of(feature, facts, {});
  if (!values) return {message(values.error())};
  return shown(values.value().column());
}

TEST(FeatureValues, CountsTheRowsOfTheLastDays) {
  EXPECT_EQ(values_of(credits(FeatureAggregate::count, ""), payments()),
            (std::vector<std::string>{"1", "2", "2", "3", "3", "1"}));
}

TEST(FeatureValues, ListsTheRowsThatMakeUpAValue) {
  const auto values =
      FeatureValues::of(credits(FeatureAggregate::count, ""), payments(), {}).value();
  EXPECT_EQ(values.contributing(4), (std::vector<std::uint32_t>{1, 3, 4}));
  EXPECT_EQ(values.contributing(5), (std::vector<std::uint32_t>{5}));
}

TEST(FeatureValues, AggregatesAColumn) {
  const auto facts = payments();
  EXPECT_EQ(values_of(credits(FeatureAggregate::sum, "amount"), facts)[4], "2840");
  EXPECT_EQ(values_of(credits(FeatureAggregate::min, "amount"), facts)[4], "910");
  EXPECT_EQ(values_of(credits(FeatureAggregate::max, "amount"), facts)[4], "980");
  EXPECT_EQ(values_of(credits(FeatureAggregate::first, "amount"), facts)[4], "950");
  EXPECT_EQ(values_of(credits(FeatureAggregate::last, "amount"), facts)[4], "910");
  EXPECT_EQ(values_of(credits(FeatureAggregate::distinct, "booked"), facts)[3], "3");
  EXPECT_EQ(values_of(credits(FeatureAggregate::last, "booked"), facts)[3], "2024-05-07");
}

TEST(FeatureValues, TakesBoundsFromConstants) {
  FeatureDefinition feature = credits(FeatureAggregate::count, "");
  feature.filter = {{"amount", "< cash limit"}};
  Context constants;
  constants.set("cash limit", Value(Decimal(920)));
  const auto values = FeatureValues::of(feature, payments(), constants).value();
  EXPECT_EQ(shown(values.column()), (std::vector<std::string>{"1", "2", "2", "2", "2", "0"}));
}

TEST(FeatureValues, RefusesWhatItCannotTell) {
  FeatureDefinition feature = credits(FeatureAggregate::sum, "account");
  EXPECT_EQ(FeatureValues::of(feature, payments(), {}).error().code, ErrorCode::malformed);
  feature.of = "nowhere";
  EXPECT_EQ(FeatureValues::of(feature, payments(), {}).error().code, ErrorCode::not_found);
  feature.of = "amount";
  for (const char* cell : {"? + 1 > 2", "< limit", "1 +", "starts with(?, \"a\")"}) {
    feature.filter = {{"amount", cell}};
    const auto values = FeatureValues::of(feature, payments(), {});
    ASSERT_FALSE(values) << cell;
    EXPECT_EQ(values.error().code, ErrorCode::malformed) << cell;
    EXPECT_EQ(values.error().place.field, "credits/amount") << cell;
  }
}

TEST(FeatureValues, RefusesASumThatNoColumnHolds) {
  FactColumn amount("amount", FactColumn::Kind::number, 0);
  amount.add_number(INT64_MAX);
  amount.add_number(1);
  const auto facts = FactColumns::of({amount}).value();
  const FeatureDefinition feature{
      "all", {}, {}, "", std::nullopt, FeatureAggregate::sum, "amount", "a convention"};
  EXPECT_EQ(FeatureValues::of(feature, facts, {}).error().code, ErrorCode::out_of_range);
}

TEST(ReadFeatures, ReadsADeclaration) {
  const auto features = read_features("f.json", R"({"features": [
    {"name": "cash credits  7d", "grain": ["account", "person"], "filter": {"channel": "\"cash\"",
     "amount": "> 0"}, "day": "booked", "window_days": 7, "aggregate": "count",
     "authority": "a convention"},
    {"name": "largest", "aggregate": "max", "of": "amount", "source": "a typology"}]})");
  ASSERT_TRUE(features) << message(features.error());
  ASSERT_EQ(features.value().size(), 2U);
  const FeatureDefinition& first = features.value()[0];
  EXPECT_EQ(first.name, "cash credits 7d");
  EXPECT_EQ(first.grain, (std::vector<std::string>{"account", "person"}));
  EXPECT_EQ(first.filter[0].cell, "\"cash\"");
  EXPECT_EQ(first.filter[1].column, "amount");
  EXPECT_EQ(first.window_days, 7);
  EXPECT_EQ(features.value()[1].aggregate, FeatureAggregate::max);
  EXPECT_EQ(features.value()[1].authority, "a typology");
}

TEST(ReadFeatures, RefusesADeclarationThatIsNotWhole) {
  const auto code = [](const std::string& feature) {
    const auto read = read_features("f.json", "{\"features\": [" + feature + "]}");
    return read ? ErrorCode::busy : read.error().code;
  };
  const std::string good = R"({"name": "n", "aggregate": "count", "source": "s"})";
  EXPECT_EQ(code(good), ErrorCode::busy);
  EXPECT_EQ(code(good + "," + good), ErrorCode::contradiction);
  for (const char* feature :
       {R"({"aggregate": "count", "source": "s"})", R"({"name": "n", "source": "s"})",
        R"({"name": "n", "aggregate": "count"})",
        R"({"name": "n", "aggregate": "sum", "source": "s"})",
        R"({"name": "n", "aggregate": "count", "of": "x", "source": "s"})",
        R"({"name": "n", "aggregate": "mean", "source": "s"})",
        R"({"name": "n", "aggregate": "count", "source": "s", "window_days": 7})",
        R"({"name": "n", "aggregate": "count", "source": "s", "day": "d", "window_days": 0})",
        R"({"name": "n", "aggregate": "count", "source": "s", "colour": "red"})",
        R"({"name": "n", "aggregate": "count", "source": "s", "filter": "x"})",
        R"({"name": {}, "aggregate": "count", "source": "s"})", R"("n")"}) {
    EXPECT_EQ(code(feature), ErrorCode::malformed) << feature;
  }
}

/// The same by looking at every row for every row.
class SlowFeature {
 public:
  SlowFeature(const FeatureDefinition& feature, const FactColumns& facts)
      : feature_(feature), facts_(facts) {}

  std::string value(std::size_t row) const {
    std::vector<std::size_t> members;
    for (const std::string& name : feature_.grain) {
      if (fact(name, row).is_null() && !fact(name, row).is_unknown()) return "null";
    }
    const bool windowed = feature_.window_days.has_value();
    if (windowed && is_none(feature_.day, row)) return "null";
    for (const std::string& name : feature_.grain) {
      if (fact(name, row).is_unknown()) return "missing";
    }
    if (windowed && fact(feature_.day, row).is_unknown()) return "missing";
    for (std::size_t other = 0; other < facts_.rows(); ++other) {
      const std::optional<bool> counts = belongs(other, row);
      if (!counts) return "missing";
      if (*counts) members.push_back(other);
    }
    return aggregate(members);
  }

 private:
  Value fact(const std::string& name, std::size_t row) const {
    return facts_.columns()[*facts_.find(name)].value(row);
  }
  bool is_none(const std::string& name, std::size_t row) const {
    return fact(name, row).is_null() && !fact(name, row).is_unknown();
  }

  /// Whether `other` counts towards `row`; nothing where that is not known.
  std::optional<bool> belongs(std::size_t other, std::size_t row) const {
    bool known = true;
    for (const FeatureFilter& filter : feature_.filter) {
      const Value passed = UnaryTests::parse(filter.cell, FeelScope{})
                               .value()
                               .test(fact(filter.column, other), {})
                               .value;
      if (passed.is_unknown()) {
        known = false;
      } else if (!passed.is_true()) {
        return false;
      }
    }
    for (const std::string& name : feature_.grain) {
      if (is_none(name, other)) return false;
    }
    for (const std::string& name : feature_.grain) {
      if (fact(name, other).is_unknown()) {
        known = false;
        break;  // Whatever the others are, it might belong.
      }
    }
    bool grain_known = true;
    for (const std::string& name : feature_.grain) {
      grain_known = grain_known && !fact(name, other).is_unknown();
    }
    for (const std::string& name : feature_.grain) {
      if (grain_known && !equal(fact(name, other), fact(name, row)).value()) return false;
    }
    if (!feature_.day.empty()) {
      if (is_none(feature_.day, other)) return false;
      const Value when = fact(feature_.day, other);
      if (when.is_unknown()) {
        known = false;
      } else if (feature_.window_days) {
        const auto back = std::chrono::days(fact(feature_.day, row).as<FeelDate>()->days -
                                            when.as<FeelDate>()->days);
        if (back.count() < 0 || back.count() >= *feature_.window_days) return false;
      }
    }
    if (!feature_.of.empty()) {
      if (is_none(feature_.of, other)) return false;
      if (fact(feature_.of, other).is_unknown()) known = false;
    }
    return known ? std::optional(true) : std::nullopt;
  }

  std::string aggregate(std::vector<std::size_t> members) const {
    const bool counts = feature_.aggregate == FeatureAggregate::count;
    if (counts) return std::to_string(members.size());
    if (!feature_.day.empty()) {
      std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return *fact(feature_.day, a).as<FeelDate>() < *fact(feature_.day, b).as<FeelDate>();
      });
    }
    std::set<std::string> different;
    Decimal sum;
    std::optional<Value> best;
    for (const std::size_t member : members) {
      const Value value = fact(feature_.of, member);
      different.insert(text(value));
      if (feature_.aggregate == FeatureAggregate::sum) {
        sum = sum.plus(*value.as<Decimal>()).value().value;
      }
      const int order = best ? compare(value, *best).value_or(0) : 0;
      const bool is_min = feature_.aggregate == FeatureAggregate::min;
      if (!best || (is_min ? order < 0 : order > 0)) best = value;
    }
    if (feature_.aggregate == FeatureAggregate::sum) return sum.text();
    if (feature_.aggregate == FeatureAggregate::distinct) return std::to_string(different.size());
    if (members.empty()) return "null";
    if (feature_.aggregate == FeatureAggregate::first) {
      return text(fact(feature_.of, members.front()));
    }
    if (feature_.aggregate == FeatureAggregate::last)
      return text(fact(feature_.of, members.back()));
    return text(*best);
  }

  const FeatureDefinition& feature_;
  const FactColumns& facts_;
};

FactColumns random_payments(std::mt19937_64& numbers, std::uint64_t gap_in) {
  FactColumn account("account", FactColumn::Kind::text);
  FactColumn person("person", FactColumn::Kind::truth);
  FactColumn booked("booked", FactColumn::Kind::date);
  FactColumn amount("amount", FactColumn::Kind::number, 2);
  const auto add = [&](FactColumn& column, const auto& add_value) {
    const std::uint64_t dice = numbers() % (gap_in * 2);
    if (dice == 0) return column.add_missing();
    if (dice == 1) return column.add_null();
    add_value();
  };
  for (int row = 0; row < 60; ++row) {
    add(account, [&] { account.add_text(numbers() % 2 == 0 ? "A" : "B"); });
    add(person, [&] { person.add_truth(numbers() % 2 == 0); });
    add(booked, [&] { booked.add_date(day(static_cast<int>(numbers() % 20))); });
    add(amount, [&] { amount.add_number(static_cast<std::int64_t>(numbers() % 9) * 25); });
  }
  return FactColumns::of({account, person, booked, amount}).value();
}

TEST(FeatureValues, AgreeWithLookingAtEveryRowForEveryRow) {
  std::mt19937_64 numbers(5);
  const std::vector<std::string> cells = {"> 0.25", "-", "[0.5..1.5)", "not(1)", "1, null", "< 0"};
  std::map<std::string, std::size_t> kinds;
  for (int round = 0; round < 600; ++round) {
    const FactColumns facts = random_payments(numbers, round % 3 == 0 ? 1000 : 40);
    FeatureDefinition feature{"f", {}, {}, "", std::nullopt, FeatureAggregate::count, "", "none"};
    feature.aggregate = static_cast<FeatureAggregate>(numbers() % 7);
    if (feature.aggregate != FeatureAggregate::count) feature.of = "amount";
    if (numbers() % 4 != 0) feature.grain.emplace_back("account");
    if (numbers() % 2 != 0) feature.grain.emplace_back("person");
    if (numbers() % 4 != 0) feature.day = "booked";
    if (!feature.day.empty() && numbers() % 4 != 0) {
      feature.window_days = static_cast<std::int32_t>(1 + numbers() % 9);
    }
    feature.filter.push_back({"amount", cells[numbers() % cells.size()]});
    const auto fast = values_of(feature, facts);
    const SlowFeature slow(feature, facts);
    ASSERT_EQ(fast.size(), facts.rows()) << fast.front();
    for (std::size_t row = 0; row < facts.rows(); ++row) {
      ASSERT_EQ(fast[row], slow.value(row)) << "round " << round << " row " << row;
      ++kinds[fast[row] == "missing" || fast[row] == "null" ? fast[row] : "value"];
    }
  }
  EXPECT_GT(kinds["missing"], 1000U);
  EXPECT_GT(kinds["null"], 1000U);
  EXPECT_GT(kinds["value"], 1000U);
}

}  // namespace
}  // namespace recoup
