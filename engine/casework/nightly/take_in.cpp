#include "nightly/take_in.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "nightly/files.hpp"
#include "nightly/state.hpp"
#include "nightly/worker.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

/// Beyond this a file is read at less than a megabyte a second, and something is wrong.
std::chrono::seconds patience_for(const InboxFile& file) {
  std::error_code failure;
  const std::uintmax_t size = fs::file_size(file.path, failure);
  return std::chrono::seconds(120 + (failure ? 0 : size >> 20U));
}

/// The first folder of a name, which may be that of a case.
std::string folder_of(const std::string& relative) {
  const auto end = relative.find('/');
  return end == std::string::npos ? "" : relative.substr(0, end);
}

std::string name_of(const InboxFile& file) { return fs::path(file.path).filename().string(); }

Result<void> add_rejections(const Store& store, const Digest& digest, Arrival& arrival) {
  RECOUP_TRY(rejections, store.rejections(digest));
  for (const Rejection& rejection : rejections) {
    arrival.remarks.push_back("rejected: " + message(rejection.error));
  }
  return {};
}

/// What a verdict and a digest say of a file that was taken in. It is told from what the store
/// holds, so that a run which was stopped half-way says the same when it is done again.
Result<Arrival> arrival_of(const Store& store, const InboxFile& file,
                           const ImportedFile& imported) {
  Arrival arrival{file.relative,
                  "imported",
                  imported.digest.text(),
                  imported.format,
                  imported.counts.entries,
                  imported.counts.rejections,
                  {},
                  {}};
  if (imported.refused) {
    arrival.status = "refused";
    arrival.remarks.push_back(message(*imported.refused));
    return arrival;
  }
  RECOUP_TRY(held, store.document(imported.digest));
  arrival.format = held.format;
  arrival.entries = held.counts.entries;
  arrival.rejected = held.counts.rejections;
  if (held.name != name_of(file)) {
    arrival.status = "held";
    arrival.remarks.push_back("the same bytes are held as " + held.name);
  }
  if (auto added = add_rejections(store, imported.digest, arrival); !added) {
    return std::move(added).error();
  }
  arrival.notes = held.notes;
  return arrival;
}

/// What the documents of a bundle say, beside what the bundle says of itself.
Result<void> add_members(const Store& store, const ImportReport& report, Arrival& arrival) {
  for (std::size_t i = 1; i < report.files.size(); ++i) {
    const ImportedFile& member = report.files[i];
    if (member.refused) {
      arrival.remarks.push_back("refused: " + message(*member.refused));
      continue;
    }
    RECOUP_TRY(held, store.document(member.digest));
    arrival.entries += held.counts.entries;
    arrival.rejected += held.counts.rejections;
    if (auto added = add_rejections(store, member.digest, arrival); !added) return added;
  }
  return {};
}

std::string verdict_text(const Arrival& arrival) {
  std::string out = arrival.status + ": " + printable(arrival.file) + "\n";
  if (!arrival.sha256.empty()) out += "SHA-256: " + arrival.sha256 + "\n";
  if (arrival.status != "refused") {
    out += "format: " + arrival.format + "\nentries: " + std::to_string(arrival.entries) +
           "\nrejected: " + std::to_string(arrival.rejected) + "\n";
  }
  for (const std::string& remark : arrival.remarks) out += "- " + printable(remark) + "\n";
  for (const std::string& note : arrival.notes) out += "  " + printable(note) + "\n";
  return out;
}

/// Keeps the arrival for the digest, then moves the file.
Result<void> settle(const Inbox& inbox, std::uint64_t night, const InboxFile& file,
                    const Arrival& arrival) {
  const std::string kept =
      inbox.arrivals(night) + "/" + sha256(arrival.file + "\n" + arrival.sha256).text() + ".json";
  if (auto done = write_whole(kept, written(arrival)); !done) return done;
  const std::string folder = arrival.status == "refused" ? inbox.refused() : inbox.done();
  return inbox.settle(file, folder, arrival.sha256, verdict_text(arrival));
}

/// Whether the fault is of this machine and not of the file: then the file stays where it is.
bool is_of_the_machine(const Error& error) {
  return error.code == ErrorCode::busy || error.code == ErrorCode::cannot_write;
}

/// The life of one child process: a store that is opened in it, and the cases known by then.
class FileTaker {
 public:
  FileTaker(const NightlyRequest& request, const Inbox& inbox, std::uint64_t night)
      : request_(request), inbox_(inbox), night_(night) {}

  Result<void> take(const InboxFile& file) {
    if (auto opened = open(); !opened) return opened;
    Session session{*store_, request_.who, request_.now_utc(), request_.tool_version};
    ImportRequest asked;
    asked.paths = {file.path};
    asked.looks_at_cases = false;
    asked.pdf_sandbox = request_.pdf_sandbox;
    if (const std::string folder = folder_of(file.relative); !folder.empty()) {
      RECOUP_TRY(cases, known_cases(session));
      if (std::binary_search(cases.begin(), cases.end(), folder)) asked.case_id = folder;
    }
    RECOUP_TRY(report, import_files(session, asked));
    for (const ImportedFile& imported : report.files) {
      if (imported.refused && is_of_the_machine(*imported.refused)) return *imported.refused;
    }
    RECOUP_TRY(arrival, arrival_of(*store_, file, report.files.front()));
    if (auto added = add_members(*store_, report, arrival); !added) return added;
    return settle(inbox_, night_, file, arrival);
  }

 private:
  Result<void> open() {
    if (store_) return {};
    RECOUP_TRY(store, open_store(request_.store_path, OpenMode::read_write_create));
    store_ = std::move(store);
    return {};
  }

  const NightlyRequest& request_;
  const Inbox& inbox_;
  std::uint64_t night_;
  std::unique_ptr<Store> store_;
};

}  // namespace

Result<void> take_in(const NightlyRequest& request, const Inbox& inbox, std::uint64_t night) {
  RECOUP_TRY(files, inbox.waiting());
  std::error_code failure;
  fs::create_directories(inbox.arrivals(night), failure);
  FileTaker taker(request, inbox, night);
  std::size_t done = 0;
  RiskyWork risky;
  risky.count = files.size();
  risky.work = [&](std::size_t piece) { return taker.take(files[piece]); };
  risky.patience = [&](std::size_t piece) { return patience_for(files[piece]); };
  risky.lost = [&](std::size_t piece, const std::string& why) {
    return settle(inbox, night, files[piece],
                  {files[piece].relative, "refused", "", "", 0, 0, {why}, {}});
  };
  risky.told = [&](std::size_t) { request.progress("importing", ++done, files.size()); };
  return do_apart(risky);
}

Result<std::vector<Arrival>> kept_arrivals(const Inbox& inbox, std::uint64_t night) {
  std::vector<std::pair<std::string, Arrival>> named;
  std::error_code failure;
  for (const auto& each : fs::directory_iterator(inbox.arrivals(night), failure)) {
    if (each.path().extension() != ".json") continue;
    RECOUP_TRY(arrival, read_arrival(read_whole(each.path().string())));
    named.emplace_back(each.path().filename().string(), std::move(arrival));
  }
  if (failure) {
    return Error{ErrorCode::not_permitted,
                 failure.message(),
                 "a folder that can be read",
                 {inbox.arrivals(night), 0, ""}};
  }
  std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second.file, a.first) < std::tie(b.second.file, b.first);
  });
  std::vector<Arrival> arrivals;
  for (auto& [name, arrival] : named) arrivals.push_back(std::move(arrival));
  return arrivals;
}

}  // namespace recoup
