#include "piecewise_import.hpp"

#include <memory>
#include <utility>

#include "file_pieces.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/importers/piecewise.hpp"

namespace recoup {
namespace {

/// Hands every record to the store, and keeps the rejections for the report.
class ReportingSink final : public RecordSink {
 public:
  explicit ReportingSink(DocumentWriter& writer) : writer_(&writer) {}

  bool entry(const EntryView& entry) override { return writer_->entry(entry); }
  bool rejection(Rejection rejection) override {
    rejections.push_back(rejection);
    return writer_->rejection(std::move(rejection));
  }

  std::vector<Rejection> rejections;

 private:
  DocumentWriter* writer_;
};

Provenance provenance_of(const Session& session, const ImportRequest& request) {
  return {session.who, session.now_utc, request.case_id, session.tool_version};
}

/// What is held of a document that was taken in before.
Result<PiecewiseFile> held_again(Session& session, const HeldDocument& held,
                                 const std::string& name, const ImportRequest& request) {
  PiecewiseFile taken;
  RECOUP_TRY(outcome, session.store.save_again(held.digest, name, provenance_of(session, request)));
  RECOUP_TRY(rejections, session.store.rejections(held.digest));
  RECOUP_TRY(accounts, session.store.accounts_of(held.digest));
  taken.file.outcome = outcome;
  taken.file.digest = held.digest;
  taken.file.format = held.format;
  taken.file.version = held.version;
  taken.file.profile = held.profile;
  taken.file.counts = held.counts;
  taken.file.rejections = std::move(rejections);
  taken.file.notes = held.notes;
  taken.doubtful_accounts = accounts;
  taken.accounts = std::move(accounts);
  return taken;
}

/// Writes the bytes alone, with the reason why nothing was read of them.
Result<PiecewiseFile> keep_refused(Session& session, FilePieces& file, Error reason,
                                   const ImportRequest& request) {
  PiecewiseFile taken;
  file.begin_again();
  RECOUP_TRY(digest, digest_of(file));
  RECOUP_TRY(writer, session.store.begin_document({file.name(), file.size(), digest},
                                                  provenance_of(session, request)));
  while (true) {
    RECOUP_TRY(piece, file.next());
    if (piece.empty()) break;
    if (auto written = writer->bytes(piece); !written) return std::move(written).error();
  }
  RECOUP_TRY(outcome, writer->refuse(reason));
  taken.file.outcome = outcome;
  taken.file.digest = digest;
  taken.file.refused = std::move(reason);
  return taken;
}

/// Reads the file into the writer. `fault` is one of the file; the error of the result is one of
/// the store.
Result<Import> read_into(DocumentWriter& writer, FilePieces& file, PiecewiseImporter& importer,
                         std::optional<Error>& fault) {
  while (!fault) {
    auto piece = file.next();
    if (!piece) {
      fault = std::move(piece).error();
      break;
    }
    if (piece.value().empty()) break;
    if (auto written = writer.bytes(piece.value()); !written) return std::move(written).error();
    if (auto taken = importer.take(piece.value()); !taken) fault = std::move(taken).error();
  }
  if (fault) return Import{};
  auto rest = importer.finish();
  if (rest) return rest;
  fault = std::move(rest).error();
  return Import{};
}

Result<PiecewiseFile> import_opened(Session& session, FilePieces& file, const std::string& format,
                                    const ImportRequest& request) {
  AnnouncedDocument announced{file.name(), file.size(), std::nullopt};
  RECOUP_TRY(may_be_held, session.store.holds_size(file.size()));
  if (may_be_held) {
    RECOUP_TRY(digest, digest_of(file));
    announced.digest = digest;
    const auto held = session.store.document(digest);
    if (!held && held.error().code != ErrorCode::not_found) return held.error();
    if (held && !held.value().is_refused()) {
      return held_again(session, held.value(), file.name(), request);
    }
  }
  std::optional<Error> fault;
  {
    RECOUP_TRY(writer, session.store.begin_document(announced, provenance_of(session, request)));
    ReportingSink sink(*writer);
    const auto importer = piecewise_importer(format, file.name(), sink);
    RECOUP_TRY(rest, read_into(*writer, file, *importer, fault));
    if (!fault) {
      RECOUP_TRY(written, writer->finish(rest));
      PiecewiseFile taken;
      taken.file.digest = written.digest;
      taken.file.outcome = written.outcome;
      taken.file.counts = written.counts;
      taken.file.format = std::move(rest.format);
      taken.file.version = std::move(rest.version);
      taken.file.notes = std::move(rest.notes);
      taken.file.rejections = std::move(sink.rejections);
      taken.accounts = std::move(written.accounts);
      taken.doubtful_accounts = std::move(written.doubtful_accounts);
      return taken;
    }
  }
  return keep_refused(session, file, *std::move(fault), request);
}

}  // namespace

Result<std::optional<PiecewiseFile>> import_piecewise(Session& session, const std::string& path,
                                                      const ImportRequest& request) {
  auto file = FilePieces::open(path);
  if (!file) {
    PiecewiseFile unread;
    unread.file.path = path;
    unread.file.refused = std::move(file).error();
    return std::optional(std::move(unread));
  }
  const auto head = file.value().next();
  if (!head) {
    PiecewiseFile unread;
    unread.file.path = path;
    unread.file.refused = head.error();
    return std::optional(std::move(unread));
  }
  const std::string format =
      request.format.empty() ? detect_format_of_head(head.value()) : request.format;
  file.value().begin_again();
  if (!is_read_piecewise(format)) return std::optional<PiecewiseFile>();
  RECOUP_TRY(taken, import_opened(session, file.value(), format, request));
  taken.file.path = path;
  return std::optional(std::move(taken));
}

}  // namespace recoup
