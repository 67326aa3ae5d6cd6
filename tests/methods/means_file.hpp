// means_file.hpp: a case file's means and a ledger, said shortly.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/methods/methods.hpp"

namespace recoup {

/// Collects facts as an importer would hand them on: one line of the document for each field.
class MeansFile {
 public:
  using Fields = std::initializer_list<std::pair<const char*, const char*>>;

  MeansFile& add(const char* section, const char* key, Fields fields) {
    for (const auto& [field, value] : fields) {
      CaseFact fact{"OP-1", section, key, position_, field, CaseFact::Kind::text, value, ++line_};
      if (fact.value == "true") fact.kind = CaseFact::Kind::truth;
      facts_.push_back({fact, sha256("case"), "case.json"});
    }
    ++position_;
    return *this;
  }
  MeansFile& period(const char* from, const char* to) {
    return add("financial_period", "", {{"from", from}, {"to", to}, {"subject", "R. Amble"}});
  }
  MeansFile& worth(const char* id, const char* kind, const char* date, const char* cost) {
    return add("net_worth", id,
               {{"kind", kind}, {"date", date}, {"cost", cost}, {"stated_by", "DC Orme"}});
  }
  MeansFile& spent(const char* id, const char* amount, const char* paid_from = "bank") {
    return add("expenditure", id,
               {{"from", "2023-05-01"},
                {"to", "2024-03-31"},
                {"amount", amount},
                {"paid_from", paid_from},
                {"stated_by", "DC Orme"}});
  }
  MeansFile& earned(const char* id, const char* net) {
    return add("income", id,
               {{"kind", "wages"},
                {"from", "2023-04-06"},
                {"to", "2024-04-05"},
                {"net", net},
                {"stated_by", "HMRC"}});
  }
  MeansFile& funds(const char* id, const char* kind, const char* amount) {
    return add(
        "funds", id,
        {{"kind", kind}, {"date", "2023-09-14"}, {"amount", amount}, {"stated_by", "DC Orme"}});
  }

  [[nodiscard]] const std::vector<StatedFact>& facts() const { return facts_; }
  [[nodiscard]] MeansFacts read() const { return read_means_facts(facts_).value(); }

 private:
  std::vector<StatedFact> facts_;
  std::uint32_t position_ = 0;
  std::uint64_t line_ = 0;
};

/// A ledger, and what its credits are. Accounts belong to R. Amble but those that begin with "X".
struct MeansWorld {
  Ledger ledger;
  Links links;
  Credits credits;

  explicit MeansWorld(std::vector<StatementPart> parts,
                      const std::vector<std::pair<std::string, CreditKind>>& stated = {},
                      const std::vector<std::string>& reversals = {})
      : ledger(build_ledger(std::move(parts), {}).value().ledger), links(match(ledger)) {
    CreditQuestion question{ledger, links, {}, "R. Amble", {}, {}, {}};
    for (const std::string& account : ledger.accounts) {
      question.holders.push_back(account.starts_with("X") ? "P. Quill" : "R. Amble");
    }
    for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
      const std::string_view reference = ledger.text[i].reference;
      for (const auto& [name, kind] : stated) {
        if (name == reference) question.stated.push_back({static_cast<LegRow>(i), kind, "seen"});
      }
      for (const std::string& name : reversals) {
        if (name == reference) question.reversals.push_back(static_cast<LegRow>(i));
      }
    }
    credits = classify_credits(question);
  }

  [[nodiscard]] MethodSchedule work(FinancialMethod method, const MeansFacts& facts) const {
    return work_out(method, {facts, ledger, credits}).value();
  }
};

inline std::string total_of(const MethodSchedule& schedule, const std::string& heading) {
  for (const ScheduleTotal& total : schedule.totals) {
    if (total.heading == heading) return total.amount.plain();
  }
  return "no such heading";
}

inline std::string figure_of(const MethodSchedule& schedule) {
  return schedule.figure ? schedule.figure->plain() : "none";
}

inline bool misses(const MethodSchedule& schedule, const std::string& words) {
  for (const MissingMeans& missing : schedule.missing) {
    if (missing.what.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace recoup
