#include "kept_measures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/number/int128.hpp"
#include "statement_evidence.hpp"

namespace recoup {
namespace {

/// Sections that an assessment or a report reads, and no statement, match or trace.
constexpr std::array<std::string_view, 16> read_elsewhere = {
    "assets",    "credits",     "defendant", "earlier_orders",
    "events",    "expenditure", "findings",  "financial_period",
    "funds",     "gifts",       "income",    "investigation",
    "net_worth", "obligations", "offences",  "previous_convictions"};

void add_part(DigestBuilder& digest, std::string_view part) {
  digest.add(std::to_string(part.size()));
  digest.add(":");
  digest.add(part);
}

bool is_read_elsewhere(const CaseFact& fact) {
  return fact.section == "proceedings" || std::find(read_elsewhere.begin(), read_elsewhere.end(),
                                                    fact.section) != read_elsewhere.end();
}

Result<std::string> digest_of_rates(const Session& session) {
  DigestBuilder digest;
  RECOUP_TRY(rates, session.store.series("rate "));
  for (const HeldSeriesPoint& held : rates) {
    add_part(digest, held.point.series);
    add_part(digest, iso_text(held.point.from));
    add_part(digest, held.point.value);
  }
  return digest.finish().text();
}

/// A fact that names a document may come to mean another one when a file of that name comes.
Result<void> add_document(const Session& session, const CaseFact& fact, DigestBuilder& digest) {
  if (!fact.field.ends_with("document") || fact.kind != CaseFact::Kind::text) return {};
  const auto document = session.store.find_document(fact.value);
  if (document) {
    add_part(digest, document.value().digest.text());
    return {};
  }
  const ErrorCode code = document.error().code;
  if (code != ErrorCode::not_found && code != ErrorCode::contradiction) return document.error();
  add_part(digest, code == ErrorCode::not_found ? "none" : "several");
  return {};
}

std::string day_text(const std::optional<Date>& day) { return day ? iso_text(*day) : ""; }

/// The amounts of a measurement by the names under which they are kept.
struct KeptAmount {
  const char* name;
  MinorUnits LedgerMeasures::*amount;
};

constexpr KeptAmount kept_amounts[] = {{"sources", &LedgerMeasures::sources},
                                       {"traced_least", &LedgerMeasures::traced_least},
                                       {"traced_low", &LedgerMeasures::traced_low},
                                       {"traced_high", &LedgerMeasures::traced_high},
                                       {"traced_at_banks", &LedgerMeasures::traced_at_banks},
                                       {"left", &LedgerMeasures::left},
                                       {"held", &LedgerMeasures::held}};

constexpr std::array verdicts = {PeriodVerdict::verified, PeriodVerdict::overlap,
                                 PeriodVerdict::not_verifiable, PeriodVerdict::missing,
                                 PeriodVerdict::does_not_add_up};

void write_periods(JsonWriter& json, const std::vector<UnverifiedPeriod>& periods) {
  json.name("unverified").begin_array();
  for (const UnverifiedPeriod& period : periods) {
    json.begin_object()
        .member("account", period.account)
        .member("currency", period.currency.code())
        .member("from", iso_text(period.from))
        .member("until", iso_text(period.until))
        .member("verdict", text(period.verdict))
        .member("why", period.why)
        .end_object();
  }
  json.end_array();
}

/// Nothing where one of them is not as this program writes it.
std::optional<std::vector<UnverifiedPeriod>> read_periods(const FlatJson& flat,
                                                          const std::string& at) {
  std::vector<UnverifiedPeriod> periods;
  for (std::size_t i = 0;; ++i) {
    const std::string row = at + "unverified[" + std::to_string(i) + "].";
    if (!flat.contains(row + "account")) return periods;
    const auto currency = Currency::parse(text_at(flat, row + "currency"));
    const auto from = day_at(flat, row + "from");
    const auto until = day_at(flat, row + "until");
    const auto verdict = std::find_if(verdicts.begin(), verdicts.end(), [&](PeriodVerdict each) {
      return text(each) == text_at(flat, row + "verdict");
    });
    if (!currency || !from || !until || verdict == verdicts.end()) return std::nullopt;
    periods.push_back({text_at(flat, row + "account"), currency.value(), *from, *until, *verdict,
                       text_at(flat, row + "why")});
  }
}

void write_counted(JsonWriter& json, const std::vector<CountedElsewhere>& counted) {
  json.name("counted_elsewhere").begin_array();
  for (const CountedElsewhere& each : counted) {
    json.begin_object()
        .member("item", each.item)
        .member("certain", each.certain ? "yes" : "no")
        .member("reason", each.reason)
        .member("authority", each.authority)
        .member("to_obtain", each.to_obtain)
        .end_object();
  }
  json.end_array();
}

std::vector<CountedElsewhere> read_counted(const FlatJson& flat, const std::string& at) {
  std::vector<CountedElsewhere> counted;
  for (std::size_t i = 0;; ++i) {
    const std::string row = at + "counted_elsewhere[" + std::to_string(i) + "].";
    if (!flat.contains(row + "item")) return counted;
    counted.push_back({text_at(flat, row + "item"), text_at(flat, row + "certain") == "yes",
                       text_at(flat, row + "reason"), text_at(flat, row + "authority"),
                       text_at(flat, row + "to_obtain")});
  }
}

std::optional<KeptMeasures> read_kept(const FlatJson& flat, const std::string& at) {
  KeptMeasures kept;
  kept.fingerprint = text_at(flat, at + "fingerprint");
  const auto day = day_at(flat, at + "measured_on");
  auto periods = read_periods(flat, at);
  if (!day || !periods) return std::nullopt;
  kept.measured_on = *day;
  kept.sums.unverified = std::move(*periods);
  kept.sums.counted_elsewhere = read_counted(flat, at);
  kept.sums.last_booking = day_at(flat, at + "last_booking");
  kept.sums.last_known_booking = day_at(flat, at + "last_known_booking");
  kept.sums.unverified_lines = static_cast<std::int64_t>(count_at(flat, at + "unverified_lines"));
  for (const KeptAmount& each : kept_amounts) {
    const auto amount = parse_int128(text_at(flat, at + each.name));
    if (!amount) return std::nullopt;
    kept.sums.*each.amount = *amount;
  }
  return kept;
}

}  // namespace

Result<StoreIndex> StoreIndex::of(const Session& session) {
  StoreIndex index;
  RECOUP_TRY(cases, index_cases(session));
  RECOUP_TRY(names, session.store.account_names());
  RECOUP_TRY(rates, digest_of_rates(session));
  index.cases_ = std::move(cases);
  index.names_ = AccountNames(names, {});
  index.rates_ = std::move(rates);
  for (std::string& name : names) {
    const std::string* account = index.names_.find(name);
    index.spelled_[account == nullptr ? name : *account].push_back(std::move(name));
  }
  return index;
}

Result<std::vector<std::string>> StoreIndex::spellings(const Session& session,
                                                       const LoadedCase& records) const {
  std::vector<std::string> wanted;
  for (const CaseAccount& account : records.accounts) wanted.push_back(account.account);
  std::vector<std::string> spelled;
  for (const std::string& name : wanted) {
    const std::string* account = names_.find(name);
    // A name that no statement shows, or a person's decision, may tie names that are not tied here.
    if (account == nullptr || !records.ties.empty()) {
      return spellings_of(session, wanted, records.ties);
    }
    const auto same = spelled_.find(*account);
    if (same != spelled_.end()) {
      spelled.insert(spelled.end(), same->second.begin(), same->second.end());
    }
  }
  std::sort(spelled.begin(), spelled.end());
  spelled.erase(std::unique(spelled.begin(), spelled.end()), spelled.end());
  return spelled;
}

Result<std::string> StoreIndex::fingerprint(const Session& session,
                                            const LoadedCase& records) const {
  DigestBuilder digest;
  add_part(digest, session.tool_version);
  add_part(digest, rates_);
  for (const HeldFact& held : records.facts.all()) {
    const CaseFact& fact = held.fact;
    if (is_read_elsewhere(fact)) continue;
    for (const std::string* part : {&fact.section, &fact.key, &fact.field, &fact.value}) {
      add_part(digest, *part);
    }
    add_part(digest, std::to_string(static_cast<int>(fact.kind)));
    if (auto added = add_document(session, fact, digest); !added) return std::move(added).error();
  }
  if (!records.accounts.empty()) {
    RECOUP_TRY(spelled, spellings(session, records));
    for (const CaseAccount& account : records.accounts) add_part(digest, account.account);
    RECOUP_TRY(parts, session.store.documents_showing(spelled));
    for (const RecordPart& part : parts) {
      add_part(digest, part.account);
      add_part(digest, part.document.text());
    }
  }
  for (const HeldSeizure& held : records.seizures) {
    add_part(digest, held.seizure.id);
    add_part(digest, held.document.text());
  }
  return digest.finish().text();
}

Result<CaseMeasures> measures_of(const Session& session, const StoreIndex& index,
                                 const LoadedCase& records, CivilTime as_at, MeasuresByCase& kept) {
  RECOUP_TRY(now, index.fingerprint(session, records));
  const auto before = kept.find(records.id);
  if (before != kept.end() && before->second.fingerprint == now &&
      holds_also_on(before->second.sums, before->second.measured_on, as_at.date())) {
    return CaseMeasures{before->second.sums, std::nullopt};
  }
  RECOUP_TRY(loaded, load_case(session, records.id));
  RECOUP_TRY(sums, measure_ledger(loaded, as_at));
  kept[records.id] = {now, as_at.date(), sums};
  return CaseMeasures{std::move(sums), std::move(loaded)};
}

void write_measures(JsonWriter& json, const MeasuresByCase& measures) {
  json.name("measures").begin_array();
  for (const auto& [case_id, kept] : measures) {
    json.begin_object().member("case", case_id).member("fingerprint", kept.fingerprint);
    json.member("measured_on", iso_text(kept.measured_on));
    json.member("last_booking", day_text(kept.sums.last_booking));
    json.member("last_known_booking", day_text(kept.sums.last_known_booking));
    json.name("unverified_lines").integer(kept.sums.unverified_lines);
    for (const KeptAmount& each : kept_amounts)
      json.member(each.name, text(kept.sums.*each.amount));
    write_periods(json, kept.sums.unverified);
    write_counted(json, kept.sums.counted_elsewhere);
    json.end_object();
  }
  json.end_array();
}

MeasuresByCase read_measures(const FlatJson& flat) {
  MeasuresByCase measures;
  for (std::size_t i = 0;; ++i) {
    const std::string at = "measures[" + std::to_string(i) + "].";
    if (!flat.contains(at + "case")) return measures;
    if (auto kept = read_kept(flat, at)) measures[text_at(flat, at + "case")] = std::move(*kept);
  }
}

}  // namespace recoup
