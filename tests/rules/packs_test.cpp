// What every pack of the program promises.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/rules/fact_dictionary.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {
namespace {

TEST(BuiltInPacks, AreInTheProgram) {
  const std::vector<std::string> ids = built_in_pack_ids();
  for (const char* id :
       {"ew-criminal-lifestyle", "ew-relevant-day", "ew-seizure-minimums", "recoup-ranking"}) {
    EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 1) << id;
  }
  EXPECT_EQ(built_in_pack("nothing").error().code, ErrorCode::not_found);
  for (const auto& [path, bytes] : built_in_pack_files()) {
    EXPECT_FALSE(path.starts_with("/")) << path;
    EXPECT_FALSE(bytes.empty()) << path;
  }
}

TEST(BuiltInPacks, PassTheirOwnTestsAndFireEveryRule) {
  for (const std::string& id : built_in_pack_ids()) {
    const auto pack = built_in_pack(id);
    ASSERT_TRUE(pack.has_value()) << id << ": " << message(pack.error());
    EXPECT_EQ(pack.value().id(), id);
    if (!pack.value().is_enabled()) continue;
    const TckReport report = pack.value().test();
    // A pack without tables holds dated figures alone and has nothing to run.
    EXPECT_EQ(report.passed > 0, !pack.value().decisions().empty()) << id;
    std::set<std::string> fired;
    for (const TckCase& one : report.cases) {
      EXPECT_EQ(one.result, TckCase::Result::passed) << id << " " << one.test << ": " << one.why;
      EXPECT_EQ(one.why, "");
      fired.insert(one.fired.begin(), one.fired.end());
    }
    for (const auto& [path, bytes] : pack.value().files()) {
      if (!path.ends_with(".dmn")) continue;
      for (const std::string_view line : split(bytes, '\n')) {
        const std::string_view tag = trimmed(line);
        if (!tag.starts_with("<rule id=\"")) continue;
        const std::string rule(tag.substr(10, tag.find('"', 10) - 10));
        EXPECT_TRUE(fired.contains(rule)) << id << ": no test fires " << rule;
      }
    }
  }
}

TEST(BuiltInPacks, ThePackOfTheActOf2026IsDisabledAndSaysWhy) {
  const Pack pack = built_in_pack("ew-poca-part2-cpa2026").value();
  EXPECT_FALSE(pack.is_enabled());
  EXPECT_NE(pack.status().find("commencement"), std::string::npos);
  EXPECT_TRUE(pack.in_force_from().empty());
  EXPECT_EQ(pack.evaluate("Default term", {}, make_date(2026, 11, 1)).error().code,
            ErrorCode::contradiction);
  int disabled = 0;
  for (const std::string& id : built_in_pack_ids()) {
    if (!built_in_pack(id).value().is_enabled()) ++disabled;
  }
  EXPECT_EQ(disabled, 1);
}

/// Whether two findings say the same to a reader.
bool same_answer(const Finding& one, const Finding& other) {
  return one.status == other.status && equal(one.value, other.value).value_or(false);
}

/// Takes facts away one at a time: the answer may become open, or stay what it was; it never turns.
void expect_never_turned(const Pack& pack, const std::string& decision, const FactTable& facts,
                         Date day) {
  const Finding whole = pack.evaluate(decision, facts, day).value();
  ASSERT_EQ(whole.status, Status::determined) << decision;
  for (const Fact& taken : facts.facts()) {
    FactTable fewer;
    for (const Fact& fact : facts.facts()) {
      if (fact.name != taken.name) fewer.set(fact);
    }
    const Finding finding = pack.evaluate(decision, fewer, day).value();
    if (finding.status == Status::determined) {
      EXPECT_TRUE(same_answer(finding, whole)) << decision << " without " << taken.name;
    } else {
      EXPECT_EQ(finding.status, Status::undetermined) << taken.name;
      EXPECT_EQ(finding.missing, std::vector<std::string>{taken.name});
      EXPECT_TRUE(finding.value.is_unknown());
    }
  }
}

Fact fact(const std::string& name, Value value) { return {name, std::move(value), "", {}}; }
Value number(const std::string& text) { return Value(Decimal::parse(text).value().value); }

TEST(BuiltInPacks, AMissingFactNeverTurnsAnAnswer) {
  const Date day = *make_date(2024, 3, 15);
  const Pack minimums = built_in_pack("ew-seizure-minimums").value();
  for (const char* amount : {"999.99", "1000.00"}) {
    FactTable facts;
    facts.set(fact("seizure kind", Value("cash")));
    facts.set(fact("seizure amount", number(amount)));
    expect_never_turned(minimums, "Minimum met", facts, day);
  }
  const Pack lifestyle = built_in_pack("ew-criminal-lifestyle").value();
  for (const char* benefit : {"4999.99", "5000.00"}) {
    for (const bool listed : {false, true}) {
      FactTable facts;
      for (const char* name : {"convicted", "benefited", "lasted the period"}) {
        facts.set(fact(name, Value(true)));
      }
      facts.set(fact("schedule 2 offence", Value(listed)));
      for (const char* name : {"other benefiting offences", "previous benefiting occasions"}) {
        facts.set(fact(name, number("3")));
        facts.set(fact(std::string("least ") + name, number("3")));
      }
      for (const char* name :
           {"relevant benefit offence", "relevant benefit course", "relevant benefit previous"}) {
        facts.set(fact(name, number(benefit)));
        facts.set(fact(std::string("least ") + name, number(benefit)));
      }
      expect_never_turned(lifestyle, "Criminal lifestyle", facts, day);
    }
  }
}

TEST(RankingPack, PointsAreProvisionalWhileAFactIsMissing) {
  const Pack pack = built_in_pack("recoup-ranking").value();
  FactTable facts;
  facts.set({"value at stake", number("100000.00"), "GBP", {}});
  facts.set({"value ratio", number("1"), "", {}});
  const Finding finding = pack.evaluate("Points value", facts, make_date(2026, 1, 5)).value();
  EXPECT_EQ(finding.status, Status::undetermined);
  ASSERT_TRUE(finding.provisional.has_value());
  EXPECT_EQ(text(*finding.provisional), "25");
  EXPECT_EQ(finding.missing, (std::vector<std::string>{"expected net recovery"}));
  ASSERT_EQ(finding.fired.size(), 1U);
  EXPECT_EQ(finding.fired[0].reason,
            "100,000.00 GBP is at stake, not less than 100,000.00 GBP (25 points).");
  const Finding band = pack.evaluate("Deadline band", facts, make_date(2026, 1, 5)).value();
  EXPECT_EQ(band.status, Status::undetermined);
}

TEST(RankingPack, ARowMaySayWhatIsThenToBeDone) {
  const Pack pack = built_in_pack("recoup-ranking").value();
  FactTable facts;
  facts.set(fact("clock running", Value(true)));
  facts.set(fact("working days to deadline", number("2")));
  const Finding finding = pack.evaluate("Points urgency", facts, make_date(2026, 1, 5)).value();
  ASSERT_EQ(finding.fired.size(), 1U);
  EXPECT_EQ(finding.fired[0].action,
            "Apply for the next order, or decide to let the property go, before the clock ends.");
}

/// The words of a text in small letters.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      word += static_cast<char>(c | 0x20);
    } else if (!word.empty()) {
      words.insert(std::exchange(word, ""));
    }
  }
  return words;
}

// Equality Act 2010 s.4, what commonly stands for it, and what an agency would be paid.
TEST(Packs, HaveNoPlaceForProtectedCharacteristicsNorForRewards) {
  const std::set<std::string> refused = {"age",
                                         "aged",
                                         "born",
                                         "birth",
                                         "disability",
                                         "disabled",
                                         "health",
                                         "gender",
                                         "sex",
                                         "sexual",
                                         "orientation",
                                         "pregnancy",
                                         "maternity",
                                         "marriage",
                                         "married",
                                         "partner",
                                         "race",
                                         "racial",
                                         "ethnic",
                                         "ethnicity",
                                         "colour",
                                         "nationality",
                                         "national",
                                         "citizenship",
                                         "religion",
                                         "religious",
                                         "belief",
                                         "faith",
                                         "postcode",
                                         "address",
                                         "neighbourhood",
                                         "language",
                                         "surname",
                                         "forename",
                                         "aris",
                                         "incentive",
                                         "incentivisation",
                                         "reward",
                                         "bonus",
                                         "receipts",
                                         "budget"};
  std::size_t looked_at = 0;
  for (const std::string& id : built_in_pack_ids()) {
    const Pack pack = built_in_pack(id).value();
    std::vector<std::string> names;
    const FactDictionary facts = FactDictionary::of_pack(pack.files()).value();
    for (const FactEntry& entry : facts.entries()) {
      names.push_back(entry.name);
      if (id == "recoup-ranking") names.push_back(entry.meaning + " " + entry.source);
    }
    for (const DatedFigure& figure : pack.parameters().all()) {
      if (figure.name != "mule.age_days") names.push_back(figure.name);  // of an account
    }
    for (const std::string& name : names) {
      ++looked_at;
      for (const std::string& word : words_of(name)) {
        EXPECT_FALSE(refused.contains(word)) << id << ": " << word << " in " << name;
      }
    }
  }
  EXPECT_GT(looked_at, 250U);
}

}  // namespace
}  // namespace recoup
