#include "canonical/canonical_importer.hpp"

#include <algorithm>
#include <utility>

#include "canonical/canonical_stream.hpp"
#include "canonical/columns.hpp"
#include "csv/header.hpp"
#include "document_text.hpp"

namespace recoup {
namespace {

/// Puts every record into an import.
class ImportSink final : public RecordSink {
 public:
  bool entry(const EntryView& entry) override {
    transactions.push_back(transaction_of(entry, entry.account));
    return true;
  }
  bool rejection(Rejection rejection) override {
    rejections.push_back(std::move(rejection));
    return true;
  }

  std::vector<Transaction> transactions;
  std::vector<Rejection> rejections;
};

}  // namespace

bool is_canonical(std::string_view head) { return has_csv_header(head, canonical_columns); }

Result<Import> import_canonical(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  ImportSink sink;
  // No record is shorter than this, so blank lines cannot make us ask for memory.
  constexpr std::size_t record_bytes_min = 16;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  sink.transactions.reserve(std::min(lines, text.size() / record_bytes_min));
  CanonicalStream stream(document.name, sink);
  // In pieces, so that no second copy of the document is held.
  constexpr std::size_t piece_size = 1U << 20U;
  const std::string_view bytes = document.bytes;
  for (std::size_t at = 0; at < bytes.size(); at += piece_size) {
    if (auto taken = stream.take(bytes.substr(at, piece_size)); !taken) return taken.error();
  }
  RECOUP_TRY(import, stream.finish());
  import.transactions = std::move(sink.transactions);
  import.rejections = std::move(sink.rejections);
  return import;
}

}  // namespace recoup
