#include "recoup/casework/methods_questions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "declared_legs.hpp"
#include "recoup/base/text.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/report/completeness_report.hpp"
#include "recoup/report/methods_report.hpp"
#include "recoup/rules/pack.hpp"
#include "statement_evidence.hpp"

namespace recoup {
namespace {

constexpr const char* limits_file = "recoup-typologies/params/limits.csv";
constexpr const char* words_file = "recoup-typologies/params/words.csv";

Result<std::string> pack_file(const std::string& path) {
  for (const auto& [name, bytes] : built_in_pack_files()) {
    if (name == path) return bytes;
  }
  return Error{ErrorCode::not_found, "no " + path, "a file of the packs built in", {}};
}

Result<std::vector<CreditWord>> credit_words(Date governing) {
  RECOUP_TRY(bytes, pack_file(words_file));
  return parse_credit_words(bytes, words_file, governing);
}

/// A ledger with its links and with what classifies its credits.
struct Population {
  std::string case_id;
  Ledger ledger;
  Links links;
  std::vector<std::string> holders;
  std::vector<LegRow> reversals;
  DocumentNames documents;
};

/// The legs of which a statement says that they take an earlier one back: the ledger does not keep
/// that, so it is looked up where each leg stands.
std::vector<LegRow> reversals_of(const Ledger& ledger, const std::vector<StatementPart>& parts) {
  using Key = std::tuple<RecordPlace, MinorUnits, std::string_view>;
  std::set<Key> reversed;
  for (const StatementPart& part : parts) {
    for (const Transaction& entry : part.entries) {
      const bool is_one =
          std::any_of(entry.details.begin(), entry.details.end(), [](const EntryDetail& detail) {
            return detail.name == "reversal" && detail.value == "yes";
          });
      if (!is_one) continue;
      reversed.emplace(RecordPlace{part.document, entry.line}, entry.amount.minor(),
                       entry.reference);
    }
  }
  std::vector<LegRow> rows;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    if (reversed.contains(Key(ledger.place[i], ledger.amount_minor[i], ledger.text[i].reference))) {
      rows.push_back(static_cast<LegRow>(i));
    }
  }
  return rows;
}

Result<DocumentNames> names_of(const Session& session, const Ledger& ledger) {
  DocumentNames names;
  for (const RecordPlace& place : ledger.place) names.try_emplace(place.document);
  for (auto& [digest, name] : names) {
    RECOUP_TRY(held, session.store.document(digest));
    name = held.name;
  }
  return names;
}

Result<Population> population_of(const Session& session, LoadedCase& loaded) {
  Population population;
  population.case_id = loaded.id;
  std::map<std::string, std::string> holders;
  std::vector<std::string> names;
  for (const CaseAccount& account : loaded.accounts) {
    holders.try_emplace(account_key(account.account), account.holder);
    names.push_back(account.account);
  }
  population.ledger = loaded.build.ledger;
  population.links = loaded.links;
  for (const std::string& account : population.ledger.accounts) {
    population.holders.push_back(holders[account_key(account)]);
  }
  if (!names.empty()) {
    RECOUP_TRY(spelled, spellings_of(session, names, loaded.ties));
    RECOUP_TRY(parts, session.store.statement_parts(spelled));
    population.reversals = reversals_of(population.ledger, parts);
  }
  RECOUP_TRY(documents, names_of(session, population.ledger));
  population.documents = std::move(documents);
  return population;
}

Result<Population> whole_population(const Session& session) {
  Population population;
  RECOUP_TRY(parts, session.store.statement_parts({}));
  RECOUP_TRY(matched, matched_population(session, std::nullopt));
  population.ledger = std::move(matched.build.ledger);
  population.links = std::move(matched.links);
  population.holders.assign(population.ledger.accounts.size(), "");
  population.reversals = reversals_of(population.ledger, parts);
  RECOUP_TRY(documents, names_of(session, population.ledger));
  population.documents = std::move(documents);
  return population;
}

Result<MeansFacts> means_of(const LoadedCase& loaded) {
  std::vector<StatedFact> stated;
  for (const HeldFact& held : loaded.facts.all()) {
    stated.push_back({held.fact, held.document, held.document_name});
  }
  return read_means_facts(stated);
}

/// The legs of which a person says what they are; the others become notes.
Result<std::vector<StatedCreditLeg>> stated_legs(const LoadedCase& loaded, MeansFacts& facts) {
  std::vector<StatedCreditLeg> legs;
  for (const StatedCredit& credit : facts.credits) {
    const auto unresolved = [&](const std::string& why) {
      facts.notes.push_back(credit.entry.place.field + " says what no credit is: " + why);
    };
    const auto account = loaded.build.ledger.find_account(credit.account);
    if (!account) {
      unresolved("no statement of " + recoup::quoted(credit.account) + " has been imported");
      continue;
    }
    const DeclaredLeg wanted{
        credit.account,
        credit.reference,
        credit.document,
        line_number(credit.line),
        {credit.entry.place.document_name, credit.entry.place.line, credit.entry.place.field}};
    if (wanted.reference.empty() && wanted.line == 0) {
      unresolved("it names neither a reference nor a document and a line");
      continue;
    }
    RECOUP_TRY(found, find_leg(loaded, wanted, *account));
    if (!found.leg) {
      unresolved(found.why_not);
      continue;
    }
    std::string why = credit.why.empty() ? "stated" : credit.why;
    if (!credit.entry.stated_by.empty()) why += ", says " + credit.entry.stated_by;
    legs.push_back({*found.leg, credit.kind, why + " (" + credit.entry.place.field + ")"});
  }
  return legs;
}

Result<std::vector<FinancialMethod>> methods_named(const std::string& name) {
  std::vector<FinancialMethod> chosen;
  for (const FinancialMethod method : all_financial_methods) {
    if (name == "all" || name == text(method)) chosen.push_back(method);
  }
  if (!chosen.empty()) return chosen;
  return Error{ErrorCode::usage,
               "method " + recoup::quoted(name),
               "net-worth, source-and-application, bank-deposits, income-and-credits or all",
               {}};
}

/// The declared net incomes of the subject by tax year, where each lies within one.
Result<std::vector<DeclaredIncome>> declared_incomes(const MeansFacts& facts) {
  std::map<int, Money> years;
  for (const IncomeItem& item : facts.income) {
    if (!item.from || !item.to || !item.net || item.net->value.currency() != gbp) continue;
    const int first_year = tax_year_of(item.from->value);
    if (first_year != tax_year_of(item.to->value)) continue;
    Money& sum = years.try_emplace(first_year, Money(0, gbp)).first->second;
    RECOUP_TRY(more, sum.plus(item.net->value));
    sum = more;
  }
  std::vector<DeclaredIncome> incomes;
  for (const auto& [year, net] : years) {
    const auto from = make_date(year, 4, 6);
    const auto to = make_date(year + 1, 4, 5);
    if (from && to) incomes.push_back({facts.subject(), *from, *to, net});
  }
  return incomes;
}

}  // namespace

Result<Reply> answer_methods(const Session& session, const std::string& case_id,
                             const std::string& method, const std::string& as_at, Form form) {
  RECOUP_TRY(methods, methods_named(method));
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(words, credit_words(time.date()));
  RECOUP_TRY(loaded, load_case(session, case_id));
  RECOUP_TRY(facts, means_of(loaded));
  RECOUP_TRY(population, population_of(session, loaded));
  RECOUP_TRY(stated, stated_legs(loaded, facts));
  const Credits credits = classify_credits({population.ledger, population.links, population.holders,
                                            facts.subject(), stated, population.reversals, words});
  MethodsReport report{case_id, facts.subject(), "", {}, population.documents};
  if (facts.period.from && facts.period.to) {
    report.period = iso_text(facts.period.from->value) + " to " + iso_text(facts.period.to->value);
  }
  for (const UnverifiedPeriod& open : unverified_of_case(loaded)) {
    facts.notes.push_back(unverified_words(open));
  }
  bool needs_person = false;
  for (const FinancialMethod one : methods) {
    RECOUP_TRY(schedule, work_out(one, {facts, population.ledger, credits}));
    needs_person = needs_person || schedule.provisional();
    schedule.notes.insert(schedule.notes.end(), facts.notes.begin(), facts.notes.end());
    report.schedules.push_back(std::move(schedule));
  }
  return Reply{form == Form::json ? methods_json(report) : methods_text(report), needs_person};
}

Result<Reply> answer_typologies(const Session& session, const std::optional<std::string>& case_id,
                                const std::string& as_at, Form form) {
  RECOUP_TRY(time, parse_as_at(as_at));
  RECOUP_TRY(bytes, pack_file(limits_file));
  RECOUP_TRY(limits, TypologyLimits::parse(bytes, limits_file, time.date()));
  RECOUP_TRY(words, credit_words(time.date()));
  Population population;
  std::vector<StatedCreditLeg> stated;
  std::vector<DeclaredIncome> incomes;
  if (case_id) {
    RECOUP_TRY(loaded, load_case(session, *case_id));
    RECOUP_TRY(of_case, population_of(session, loaded));
    RECOUP_TRY(facts, means_of(loaded));
    RECOUP_TRY(legs, stated_legs(loaded, facts));
    RECOUP_TRY(declared, declared_incomes(facts));
    population = std::move(of_case);
    stated = std::move(legs);
    incomes = std::move(declared);
  } else {
    RECOUP_TRY(whole, whole_population(session));
    population = std::move(whole);
  }
  std::vector<CreditKind> kinds =
      kinds_of_credits({population.ledger, population.links, population.holders, "", stated,
                        population.reversals, words});
  RECOUP_TRY(indicators, find_indicators({population.ledger, population.links, std::move(kinds),
                                          limits, population.holders, incomes}));
  const TypologiesReport report{case_id.value_or(""), iso_text(time.date()), &population.ledger,
                                std::move(indicators), population.documents};
  return Reply{form == Form::json ? typologies_json(report) : typologies_text(report),
               !report.indicators.found.empty()};
}

}  // namespace recoup
