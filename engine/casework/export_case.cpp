#include "recoup/casework/export_case.hpp"

#include <array>
#include <map>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/report/case_graph.hpp"

namespace recoup {
namespace {

using GraphWriter = Result<void> (*)(const GraphCase&, const PieceSink&);

struct GraphFormat {
  std::string_view name;
  GraphWriter write;
};

constexpr std::array graph_formats = {
    GraphFormat{"graphml", write_graphml}, GraphFormat{"gexf", write_gexf},
    GraphFormat{"i2", write_i2_csv}, GraphFormat{"ftm", write_follow_the_money}};

constexpr std::string_view journal_format = "hledger";

GraphWriter writer_of(const std::string& format) {
  for (const GraphFormat& each : graph_formats) {
    if (each.name == format) return each.write;
  }
  return nullptr;
}

Error usage(std::string found, std::string expected) {
  return {ErrorCode::usage, std::move(found), std::move(expected), {}};
}

Result<void> check_request(const CaseExportRequest& request) {
  const bool is_journal = request.format == journal_format;
  if (!is_journal && writer_of(request.format) == nullptr) {
    return usage("format " + recoup::quoted(request.format), "hledger, graphml, gexf, i2 or ftm");
  }
  if (request.method && is_journal) {
    return usage("a journal with a method",
                 "no method: a journal holds what was booked, and no trace of it");
  }
  if (request.method && !parse_tracing_method(*request.method)) {
    return usage("method " + recoup::quoted(*request.method),
                 "fifo, lifo, pro-rata, lowest-intermediate-balance or tainted-first");
  }
  return {};
}

/// The documents that the ledger rests on, as they are named in every form of an export.
std::vector<JournalDocument> documents_of(const LoadedCase& loaded) {
  std::vector<JournalDocument> documents;
  for (const HeldDocument& held : loaded.documents) {
    if (held.counts.entries == 0 && held.counts.rejections == 0) continue;
    documents.push_back({held.digest, held.name, held.counts.entries, held.counts.rejections});
  }
  return documents;
}

/// Who holds the accounts of the ledger, where the case says so.
std::map<std::string, std::string> holders_of(const LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  std::map<std::string, std::string> holders;
  for (const CaseAccount& account : loaded.accounts) {
    const auto row = ledger.find_account(account.account);
    if (row && !account.holder.empty()) {
      holders.emplace(ledger.accounts[index(*row)], account.holder);
    }
  }
  return holders;
}

}  // namespace

Result<Reply> export_case(const Session& session, const CaseExportRequest& request,
                          const PieceSink& out) {
  if (auto checked = check_request(request); !checked) return std::move(checked).error();
  std::optional<CivilTime> as_at;
  if (request.as_at) {
    RECOUP_TRY(time, parse_as_at(*request.as_at));
    as_at = time;
  }
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  const Ledger& ledger = loaded.build.ledger;
  std::optional<Trace> traced;
  if (request.method) {
    RECOUP_TRY(both, trace_both(ledger, loaded.movements,
                                {loaded.sources, *parse_tracing_method(*request.method), as_at}));
    traced = std::move(both.leads);
  }
  const Movements& movements = traced ? loaded.movements.of(*traced) : loaded.movements.first;
  const std::size_t count = followed_count(ledger, movements, as_at);
  Result<void> written;
  if (request.format == journal_format) {
    written =
        write_journal({loaded.id, &loaded.build, &movements, count, documents_of(loaded)}, out);
  } else {
    written = writer_of(request.format)(
        {loaded.id, &ledger, &movements, count, &loaded.sources, traced ? &*traced : nullptr,
         holders_of(loaded), documents_of(loaded)},
        out);
  }
  if (!written) return std::move(written).error();
  return Reply{"", !loaded.unresolved.empty() || !movements.contradictions.empty() ||
                       !loaded.links.review.empty() || has_faults(loaded.build.remarks)};
}

}  // namespace recoup
