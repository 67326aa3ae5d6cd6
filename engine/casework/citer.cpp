#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "report_material.hpp"

namespace recoup {
namespace {

// An entry of OFX is an element of many short lines; more than these would be no entry.
constexpr std::uint64_t ofx_entry_lines_max = 40;

}  // namespace

Result<Citer> Citer::read(const Session& session, const std::vector<HeldDocument>& documents) {
  Citer citer;
  for (const HeldDocument& held : documents) {
    RECOUP_TRY(bytes, session.store.document_bytes(held.digest));
    CitedDocument cited;
    cited.number = static_cast<std::uint32_t>(citer.documents_.size() + 1);
    cited.is_ofx = held.format == "ofx";
    for (const std::string_view line : split(bytes, '\n')) cited.lines.emplace_back(trimmed(line));
    citer.documents_.emplace(held.digest, std::move(cited));
  }
  return citer;
}

std::string Citer::record_text(const CitedDocument& document, std::uint64_t line) {
  if (line == 0 || line > document.lines.size()) return {};
  std::string record = document.lines[line - 1];
  if (!document.is_ofx) return record;
  for (std::uint64_t i = line; i < document.lines.size() && i < line + ofx_entry_lines_max; ++i) {
    if (record.find("</STMTTRN>") != std::string::npos) break;
    if (document.lines[i].starts_with("<STMTTRN>")) break;
    record += " " + document.lines[i];
  }
  return record;
}

std::vector<CourtCitation> Citer::cite(const RecordPlace& place, const std::string& field) const {
  const auto at = documents_.find(place.document);
  if (at == documents_.end()) return {};
  return {{at->second.number, place.line, field, record_text(at->second, place.line)}};
}

std::vector<CourtCitation> Citer::cite(const std::vector<StatedPlace>& places) const {
  std::vector<CourtCitation> citations;
  for (const StatedPlace& place : places) {
    for (CourtCitation& each : cite(RecordPlace{place.document, place.line}, place.field)) {
      citations.push_back(std::move(each));
    }
  }
  return citations;
}

std::uint32_t Citer::number(const Digest& digest) const {
  const auto at = documents_.find(digest);
  RECOUP_CHECK(at != documents_.end());
  return at->second.number;
}

}  // namespace recoup
