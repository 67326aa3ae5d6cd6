#include <gtest/gtest.h>

#include "import_of.hpp"

namespace recoup {
namespace {

/// Facts as "section/key#position.field=value", one a line.
std::string facts_of(std::string_view json) {
  std::string out;
  for (const CaseFact& fact : import_of(json, "case").facts) {
    EXPECT_EQ(fact.case_id, "OP-1");
    out += fact.section + "/" + fact.key + "#" + std::to_string(fact.position) + "." + fact.field +
           "=" + fact.value + "\n";
  }
  return out;
}

std::string with_case(std::string_view sections) {
  return "{\"case\": {\"id\": \"OP-1\"},\n" + std::string(sections) + "}";
}

TEST(Case, BecomesAFlatListOfFacts) {
  EXPECT_EQ(
      facts_of(with_case("\"accounts\": [{\"account\": \"20-11-22 12345678\", \"holder\": \"A\"},"
                         "{\"account\": \"B\", \"opening_balance\": \"-5\"}]")),
      "case/#0.id=OP-1\n"
      "accounts/20-11-22 12345678#0.account=20-11-22 12345678\n"
      "accounts/20-11-22 12345678#0.holder=A\n"
      "accounts/B#1.account=B\n"
      "accounts/B#1.opening_balance=-5\n");
}

TEST(Case, NamesValuesInsideValuesByTheirPath) {
  EXPECT_EQ(facts_of(with_case("\"own\": {\"a\": {\"b\": 1, \"c\": [true, null, {\"d\": \"x\"}]},"
                               "\"e\": [[2]], \"f\": -0}")),
            "case/#0.id=OP-1\nown/#0.a.b=1\nown/#0.a.c[0]=true\nown/#0.a.c[1]=\nown/#0.a.c[2].d=x\n"
            "own/#0.e[0][0]=2\nown/#0.f=-0\n");
}

TEST(Case, KeepsKindsAndLines) {
  const Import import = import_of(with_case("\"own\": {\"t\": \"1\",\n\"n\": 1,\n\"b\": false,\n"
                                            "\"z\": null}"),
                                  "case");
  ASSERT_EQ(import.facts.size(), 5U);
  EXPECT_EQ(import.facts[1].kind, CaseFact::Kind::text);
  EXPECT_EQ(import.facts[2].kind, CaseFact::Kind::number);
  EXPECT_EQ(import.facts[3].kind, CaseFact::Kind::truth);
  EXPECT_EQ(import.facts[4].kind, CaseFact::Kind::none);
  EXPECT_EQ(import.facts[4].line, 5U);
}

TEST(Case, ReadsTheIdWhereverTheCaseStands) {
  EXPECT_EQ(facts_of("{\"own\": {\"a\": \"1\"}, \"case\": {\"id\": \"OP-1\"}}"),
            "own/#0.a=1\ncase/#0.id=OP-1\n");
}

TEST(Case, AcceptsEveryKnownSection) {
  const Import import = import_of(
      with_case(R"("sources": [{"id": "S1", "account": "A", "reference": "R", "amount": "1000.50",
        "basis": "b"}, {"id": "S2", "account": "A", "document": "a.csv", "line": 7},
        {"id": "S3", "account": "A", "opening": true}, {"id": "S4", "removed": true, "why": "w"}],
      "proceedings": {"started": "2025-01-02", "conviction_date": null, "prosecutor_asks": true},
      "offences": [{"id": "O1", "schedule_2": true, "from": "2024-01-02", "to": "2024-02-03",
        "benefit": "12.30", "currency": "GBP"}],
      "gifts": [{"id": "G1", "value_at_gift": "1", "index_then": "100.1"}],
      "events": [{"id": "E1", "kind": "warrant", "date": "2025-01-02", "count": 16}])"),
      "case");
  EXPECT_EQ(import.facts.size(), 32U);
}

/// What is wrong with one entry of a section.
std::string fault_in(const std::string& sections) {
  return refusal_of(with_case(sections), "case");
}

TEST(Case, RefusesANumberWhereMoneyBelongs) {
  EXPECT_EQ(
      fault_in("\"sources\": [{\"id\": \"S1\", \"account\": \"A\", \"reference\": \"R\",\n"
               "\"amount\": 1000.5}]"),
      "a.txt:3: sources[0].amount: found 1000.5; expected an amount as a string, for instance "
      "\"1000.50\"");
}

TEST(Case, RefusesBadMoneyDatesCurrenciesAndTruths) {
  const auto names = [](const std::string& message, std::string_view path) {
    return message.find(" " + std::string(path) + ": found ") != std::string::npos;
  };
  EXPECT_TRUE(names(fault_in(R"("accounts": [{"account": "A", "currency": "GBP",
      "opening_balance": "1.000"}])"),
                    "accounts[0].opening_balance"));
  EXPECT_TRUE(
      names(fault_in(R"("assets": [{"id": "1", "value": "1,000.00"}])"), "assets[0].value"));
  EXPECT_TRUE(names(fault_in(R"("assets": [{"id": "1", "value": "-1"}])"), "assets[0].value"));
  EXPECT_TRUE(
      names(fault_in(R"("assets": [{"id": "1", "value": {"a": "1"}}])"), "assets[0].value.a"));
  EXPECT_TRUE(
      names(fault_in(R"("proceedings": {"started": "2025-02-30"})"), "proceedings.started"));
  EXPECT_TRUE(names(fault_in(R"("proceedings": {"started": 20250230})"), "proceedings.started"));
  EXPECT_TRUE(names(fault_in(R"("offences": [{"id": "1", "schedule_2": "yes"}])"),
                    "offences[0].schedule_2"));
  EXPECT_TRUE(names(fault_in(R"("gifts": [{"id": "1", "currency": "gbp"}])"), "gifts[0].currency"));
  EXPECT_TRUE(names(fault_in(R"("events": [{"id": "1", "count": "16"}])"), "events[0].count"));
  EXPECT_TRUE(names(fault_in(R"("events": [{"id": "1", "count": 1.5}])"), "events[0].count"));
}

TEST(Case, AsksASourceForItsCreditInOneWay) {
  for (const char* source :
       {R"({"id": "S"})", R"({"id": "S", "account": "A"})", R"({"id": "S", "reference": "R"})",
        R"({"id": "S", "account": "A", "document": "d"})",
        R"({"id": "S", "account": "A", "opening": false})",
        R"({"id": "S", "account": "A", "reference": "R", "opening": true})",
        R"({"id": "S", "account": "A", "reference": "R", "amount": "0.00"})"}) {
    EXPECT_NE(fault_in("\"sources\": [" + std::string(source) + "]"), "accepted") << source;
  }
}

TEST(Case, RefusesEntriesThatCannotBeTold) {
  EXPECT_NE(fault_in("\"assets\": [{\"kind\": \"car\"}]"), "accepted");
  EXPECT_NE(fault_in("\"assets\": [{\"id\": \"1\"}, {\"id\": \"1\"}]"), "accepted");
  EXPECT_NE(fault_in("\"own\": {\"a.b\": 1, \"a\": {\"b\": 2}}"), "accepted");
}

TEST(Case, RefusesWhatIsNoCaseFile) {
  for (const char* json :
       {"[]", "{}", "{\"case\": {\"id\": \"\"}}", "{\"case\": {\"name\": \"x\"}}",
        "{\"case\": [1]}", "{\"case\": {\"id\": 7}}", "{\"case\": {\"id\": \"a\"}, \"x\": 1}",
        "{\"case\": {\"id\": \"a\"}", "{\"case\": {\"id\": \"a\"}, \"x\": [1]}",
        "{\"case\": {\"id\": \"a\"}, \"x\": [[]]}",
        "{\"case\": {\"id\": \"a\"}, \"accounts\": {\"account\": \"A\"}}",
        "{\"case\": {\"id\": \"a\"}, \"defendant\": [{\"id\": \"A\"}]}",
        "{\"case\": {\"id\": \" a\"}}"}) {
    EXPECT_NE(refusal_of(json, "case"), "accepted") << json;
  }
}

}  // namespace
}  // namespace recoup
