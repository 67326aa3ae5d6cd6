#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rank_record.hpp"
#include "rank_what_if.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/clock_questions.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/subject_questions.hpp"
#include "recoup/report/ranking_report.hpp"
#include "recoup/rules/pack_signatures.hpp"

namespace recoup {
namespace {

constexpr std::string_view last_recording = "last";

/// The cases of an operation, by file or, where no file names one, by seizure.
Result<std::vector<std::string>> cases_of(const Session& session, const CaseIndex& index,
                                          const std::string& operation) {
  if (operation.empty()) return index.cases;
  std::vector<std::string> chosen;
  for (const std::string& id : index.cases) {
    RECOUP_TRY(facts, session.store.case_facts(id));
    const auto seizures = index.seizures.find(id);
    const bool by_seizure =
        facts.empty() && seizures != index.seizures.end() &&
        std::any_of(seizures->second.begin(), seizures->second.end(),
                    [&](const auto& held) { return held.seizure.operation == operation; });
    const bool by_file = CaseFacts(std::move(facts)).text("case", "", "operation") == operation;
    if (by_file || by_seizure) chosen.push_back(id);
  }
  if (chosen.empty()) {
    return Error{ErrorCode::not_found,
                 "operation " + recoup::quoted(operation),
                 "an operation that a case file names",
                 {}};
  }
  return chosen;
}

/// One question about the order of the cases, from the store to the answer.
class RankingRun {
 public:
  RankingRun(const Session& session, const RankRequest& request, CivilTime as_at, Law law)
      : session_(session), request_(request), as_at_(as_at), law_(std::move(law)) {}

  Result<Reply> answer() {
    if (auto chosen = choose_pack(); !chosen) return std::move(chosen).error();
    if (auto done = measure_cases(); !done) return std::move(done).error();
    RECOUP_TRY(ranked, rank(law_.ranking, measured_, as_at_.date()));
    ranked_ = std::move(ranked);
    RECOUP_TRY(reply, asked());
    if (request_.record) {
      if (auto recorded = record(reply); !recorded) return std::move(recorded).error();
    }
    return reply;
  }

 private:
  [[nodiscard]] bool wants_json() const { return request_.form == Form::json; }

  Result<void> choose_pack() {
    if (request_.pack.empty()) return {};
    RECOUP_TRY(named, find_pack(request_.pack));
    RECOUP_TRY(signatures, pack_signatures(named.files));
    RECOUP_TRY(is_draft, runs_as_draft(named, signatures, request_.draft));
    RECOUP_TRY(pack, Pack::read(named.files));
    context_.is_draft = is_draft;
    law_.ranking = std::move(pack);
    return {};
  }

  Result<void> measure_cases() {
    RECOUP_TRY(index, StoreIndex::of(session_));
    index_ = std::move(index);
    RECOUP_TRY(ids, cases_of(session_, index_.cases(), request_.operation));
    if (!request_.afresh && !request_.record_folder.empty()) {
      RECOUP_TRY(kept, kept_in(request_.record_folder));
      kept_ = std::move(kept);
    }
    RECOUP_TRY(links, links_of_cases(session_));
    context_.links = std::move(links);
    context_.operation = request_.operation;
    context_.as_at = request_.as_at;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      session_.progress("measuring cases", i, ids.size());
      if (auto done = measure_case(ids[i]); !done) return done;
    }
    session_.progress("measuring cases", ids.size(), ids.size());
    return {};
  }

  /// A case whose records contradict each other is named, and stops no other.
  Result<void> measure_case(const std::string& id) {
    RECOUP_TRY(records, load_records(session_, index_.cases(), id));
    note_operations(records);
    auto found = measures_of(session_, index_, records, as_at_, kept_);
    auto each = found ? measure_records(records, found.value().sums, law_, as_at_)
                      : Result<MeasuredCase>(found.error());
    if (!each) {
      context_.unranked.push_back({id, message(each.error())});
      return {};
    }
    const LedgerMeasures& sums = found.value().sums;
    RECOUP_TRY(sources, context_.under_investigation.plus(Money(sums.sources, gbp)));
    context_.under_investigation = sources;
    if (!sums.unverified.empty()) context_.unverified.emplace(id, sums.unverified);
    measured_.push_back(std::move(each).value());
    return {};
  }

  /// A seizure of the case that names another operation than its file.
  void note_operations(const LoadedCase& records) {
    for (const HeldSeizure& held : records.seizures) {
      const std::string& other = held.seizure.operation;
      if (records.operation.empty() || other.empty() || other == records.operation) continue;
      context_.remarks.push_back("case " + records.id + " is of operation " + records.operation +
                                 " by its file, and seizure " + held.seizure.id +
                                 " names operation " + other);
    }
  }

  [[nodiscard]] Result<std::size_t> row_of_case(const std::string& id) const {
    for (std::size_t row = 0; row < ranked_.size(); ++row) {
      if (ranked_[row].case_id == id) return row;
    }
    return Error{
        ErrorCode::not_found, "case " + recoup::quoted(id), "a case of those that are ranked", {}};
  }

  Result<Reply> asked() {
    if (request_.explain) return explain();
    if (!request_.compare.empty()) return compare();
    if (request_.sensitivity) return sensitivity();
    if (!request_.what_if.empty()) return what_if();
    if (request_.since) return since();
    return reply(wants_json() ? ranking_json(context_, ranked_) : ranking_text(context_, ranked_));
  }

  [[nodiscard]] Reply reply(std::string text) const {
    return {std::move(text), !context_.remarks.empty()};
  }

  [[nodiscard]] Result<Reply> explain() const {
    RECOUP_TRY(row, row_of_case(*request_.explain));
    return reply(wants_json() ? ranking_json(context_, ranked_, row)
                              : explanation_text(context_, ranked_, row));
  }

  [[nodiscard]] Result<Reply> compare() const {
    if (request_.compare.size() != 2 || request_.compare[0] == request_.compare[1]) {
      return Error{ErrorCode::usage, "--compare with one case", "two different cases", {}};
    }
    RECOUP_TRY(one, row_of_case(request_.compare[0]));
    RECOUP_TRY(other, row_of_case(request_.compare[1]));
    const Comparison comparison = compare_cases(ranked_, one, other);
    return reply(wants_json() ? comparison_json(context_, comparison)
                              : comparison_text(context_, comparison));
  }

  [[nodiscard]] Result<Reply> sensitivity() const {
    RECOUP_TRY(trials, weight_trials(law_.ranking, ranked_, as_at_.date()));
    return reply(wants_json() ? sensitivity_json(context_, trials)
                              : sensitivity_text(context_, trials));
  }

  Result<Reply> what_if() {
    RECOUP_TRY(dictionary, FactDictionary::of_pack(law_.ranking.files()));
    std::vector<MeasureSupposition> suppositions;
    SupposedRanking supposed;
    std::set<std::string> spoken_of;
    for (const std::string& text : request_.what_if) {
      RECOUP_TRY(one, read_supposition(text, dictionary, as_at_));
      if (auto row = row_of_case(one.case_id); !row) return std::move(row).error();
      spoken_of.insert(one.case_id);
      supposed.suppositions.push_back(text);
      suppositions.push_back(std::move(one));
    }
    std::vector<MeasuredCase> measured = measured_;
    for (MeasuredCase& each : measured) {
      if (!spoken_of.contains(each.case_id)) continue;
      RECOUP_TRY(records, load_records(session_, index_.cases(), each.case_id));
      LedgerMeasures sums = kept_.at(each.case_id).sums;
      if (auto done = suppose_records(suppositions, records, sums); !done)
        return std::move(done).error();
      RECOUP_TRY(anew, measure_records(records, sums, law_, as_at_));
      each = std::move(anew);
      suppose_facts(suppositions, each);
    }
    RECOUP_TRY(after, rank(law_.ranking, measured, as_at_.date()));
    supposed.cases = side_by_side(after, spoken_of);
    return reply(wants_json() ? supposed_json(context_, supposed)
                              : supposed_text(context_, supposed));
  }

  [[nodiscard]] std::vector<SupposedPlace> side_by_side(
      const std::vector<RankedCase>& after, const std::set<std::string>& spoken_of) const {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < after.size(); ++i) places[after[i].case_id] = i;
    std::vector<SupposedPlace> cases;
    for (const bool is_spoken_of : {true, false}) {
      for (std::size_t i = 0; i < ranked_.size(); ++i) {
        const std::string& id = ranked_[i].case_id;
        const std::size_t now = places.at(id);
        if (spoken_of.contains(id) != is_spoken_of) continue;
        if (is_spoken_of || now != i) cases.push_back({i + 1, now + 1, ranked_[i], after[now]});
      }
    }
    return cases;
  }

  [[nodiscard]] Result<Reply> since() const {
    std::string until = *request_.since;
    if (until != last_recording) {
      RECOUP_TRY(time, parse_as_at(until));
      until = iso_text(time);
    }
    RECOUP_TRY(before, last_recorded(request_.record_folder, request_.operation, until));
    if (!before) {
      return Error{ErrorCode::not_found,
                   "no ranking of these cases recorded by " + *request_.since,
                   "one that rank --record has recorded",
                   {}};
    }
    const RankingChange change{before->recorded_at, before->as_at,
                               before->pack_digest == law_.ranking.digest().text(),
                               ranking_moves(before->rows, rows_of(ranked_))};
    return reply(wants_json() ? change_json(context_, change) : change_text(context_, change));
  }

  Result<void> record(const Reply& reply) {
    const std::string& folder = request_.record_folder;
    const RecordedRanking recorded{iso_text(session_.now_utc), request_.as_at, request_.operation,
                                   law_.ranking.digest().text(), rows_of(ranked_)};
    if (auto done = record_ranking(folder, recorded); !done) return done;
    if (auto done = keep_in(folder, kept_); !done) return done;
    AuditNote note;
    note.when_utc = session_.now_utc;
    note.who = session_.who;
    note.action = "rank";
    note.count = ranked_.size();
    note.content = sha256(reply.text);
    note.tool_version = session_.tool_version;
    note.objects.push_back({"pack", law_.ranking.id() + " " + law_.ranking.version()});
    for (const RankedCase& each : ranked_) note.objects.push_back({"case", each.case_id});
    return session_.store.record(note);
  }

  const Session& session_;
  const RankRequest& request_;
  CivilTime as_at_;
  Law law_;
  StoreIndex index_;
  MeasuresByCase kept_;
  RankingContext context_{"", "", Money(0, gbp), {}};
  std::vector<MeasuredCase> measured_;
  std::vector<RankedCase> ranked_;
};

}  // namespace

Result<std::vector<std::string>> cases_of(const Session& session, const std::string& operation) {
  RECOUP_TRY(index, index_cases(session));
  return cases_of(session, index, operation);
}

Result<Reply> answer_rank(const Session& session, const RankRequest& request) {
  RECOUP_TRY(as_at, parse_as_at(request.as_at));
  RECOUP_TRY(law, load_law(session));
  if ((request.record || request.since) && request.record_folder.empty()) {
    return Error{ErrorCode::usage, "no folder of recorded rankings", "a store in a file", {}};
  }
  return RankingRun(session, request, as_at, std::move(law)).answer();
}

}  // namespace recoup
