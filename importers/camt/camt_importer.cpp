#include "camt/camt_importer.hpp"

#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "camt/statement.hpp"
#include "camt/tree.hpp"
#include "document_text.hpp"
#include "ofx/encoding.hpp"
#include "recoup/base/text.hpp"
#include "recoup/markup/xml.hpp"

namespace recoup {
namespace {

/// The three messages. Version 1 has its number behind the name: BkToCstmrStmtV01.
struct CamtKind {
  std::string_view message;
  std::string_view statement;
  std::string_view name;
};

constexpr std::array<CamtKind, 3> kinds = {{{"BkToCstmrAcctRpt", "Rpt", "camt.052"},
                                            {"BkToCstmrStmt", "Stmt", "camt.053"},
                                            {"BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054"}}};

/// The newest version whose elements are known.
constexpr int version_max = 14;

const CamtKind* kind_of(std::string_view element) {
  for (const CamtKind& kind : kinds) {
    if (!element.starts_with(kind.message)) continue;
    const std::string_view rest = element.substr(kind.message.size());
    if (rest.empty() || rest.starts_with('V')) return &kind;
  }
  return nullptr;
}

/// "camt.053.001.02" in a namespace, whatever stands around it; or "".
std::string_view message_name(std::string_view text) {
  constexpr std::size_t size = std::string_view("camt.053.001.02").size();
  std::size_t at = text.find("camt.05");
  while (at != std::string_view::npos) {
    const std::string_view name = text.substr(at, size);
    const bool is_whole = name.size() == size && name[7] >= '2' && name[7] <= '4' &&
                          name.substr(8, 5) == ".001." && is_digit(name[13]) && is_digit(name[14]);
    if (is_whole) return name;
    at = text.find("camt.05", at + 1);
  }
  return {};
}

/// The encoding that the XML declaration names, in small letters; "" where it names none.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view text = trimmed(bytes.substr(0, 256));
  if (!text.starts_with("<?xml")) return "";
  const std::string_view declaration = text.substr(0, text.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return "";
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return "";
  const std::string_view value = declaration.substr(open + 1);
  return ascii_lower(value.substr(0, value.find_first_of("\"'")));
}

/// The text of the document. Bytes that are no UTF-8 are read as what they say that they are.
Result<DecodedText> decode_camt(const Document& document) {
  auto text = utf8_text(document);
  if (text) return DecodedText{text.value(), "", "UTF-8"};
  const std::string encoding = declared_encoding(document.bytes);
  for (const std::string_view one : {"iso-8859-1", "latin1", "windows-1252", "cp1252"}) {
    if (encoding == one) return decode_ofx(document);
  }
  Error error = std::move(text).error();
  if (!encoding.empty()) error.found += ", in a document that says it is " + quoted(encoding);
  return error;
}

/// Walks through a document and hands the parts of its statements on.
class CamtWalker {
 public:
  CamtWalker(const Document& document, std::string_view text, const ImportOptions& options,
             std::optional<Currency> currency, Import& import)
      : message_{document, text, options, currency, false}, import_(import) {}

  Result<void> take(const XmlEvent& event) {
    switch (event.kind) {
      case XmlEvent::Kind::start: return open(event);
      case XmlEvent::Kind::text: return take_text(event);
      case XmlEvent::Kind::end: return close(event);
    }
    return {};
  }

  /// Says what was decided, and refuses a document in which there was nothing.
  Result<void> finish() {
    for (std::string& sentence : remarks_.sentences()) import_.notes.push_back(std::move(sentence));
    if (statements_ > 0) return {};
    if (profile_.empty()) {
      return Error{ErrorCode::malformed,
                   "XML without a message camt.052, camt.053 or camt.054",
                   "BkToCstmrAcctRpt, BkToCstmrStmt or BkToCstmrDbtCdtNtfctn",
                   {"", 1, ""}};
    }
    return Error{ErrorCode::malformed,
                 "a " + profile_ + " message without a statement in it",
                 "at least one Rpt, Stmt or Ntfctn",
                 {"", message_line_, ""}};
  }

 private:
  [[nodiscard]] bool in_message() const { return kind_ != nullptr; }

  Result<void> open(const XmlEvent& event) {
    ++depth_;
    if (!in_message()) {
      const CamtKind* const kind = kind_of(event.name);
      if (kind != nullptr) begin_message(*kind, event);
      return {};
    }
    if (tree_.depth() > 0) return tree_.open(event);
    if (!statement_ && event.name == kind_->statement) {
      statement_.emplace(message_, event.line, import_, remarks_);
      ++statements_;
      return {};
    }
    return tree_.open(event);
  }

  Result<void> take_text(const XmlEvent& event) {
    if (tree_.depth() > 0) return tree_.take_text(event);
    if (!in_message() || trimmed(event.text).empty()) return {};
    return Error{ErrorCode::malformed,
                 quoted(trimmed(event.text)),
                 "tags alone in " + std::string(statement_ ? kind_->statement : kind_->message),
                 {}};
  }

  Result<void> close(const XmlEvent& event) {
    --depth_;
    if (!in_message()) return {};
    if (tree_.depth() > 0) return close_element(event);
    if (statement_) {
      statement_->finish();
      statement_.reset();
      return {};
    }
    end_message();
    return {};
  }

  Result<void> close_element(const XmlEvent& event) {
    const bool is_detail = event.name == "TxDtls" && is_entry_part(tree_.current());
    tree_.close(event);
    if (is_detail) {
      statement_->take_detail(tree_.last_child());
      tree_.empty_last_child();
      return {};
    }
    if (tree_.depth() > 0) return {};
    Result<void> taken = statement_ ? statement_->take(tree_.root()) : Result<void>();
    if (!statement_) take_message_part(tree_.root());
    tree_.clear();
    return taken;
  }

  /// Whether the TxDtls is a payment of an entry: in Ntry/NtryDtls, and in version 1 in Ntry.
  [[nodiscard]] bool is_entry_part(CamtElement detail) const {
    if (!statement_ || tree_.root().name() != "Ntry") return false;
    const std::string_view parent = detail.parent().name();
    return (tree_.depth() == 3 && parent == "NtryDtls") || (tree_.depth() == 2 && parent == "Ntry");
  }

  void begin_message(const CamtKind& kind, const XmlEvent& event) {
    kind_ = &kind;
    message_.is_statement = kind.name == "camt.053";
    message_line_ = event.line;
    first_statement_ = import_.statements.size();
    page_.reset();
    const std::string_view stated = message_name(event.namespace_uri);
    profile_ = stated.empty() ? kind.name : stated;
    if (import_.profile.empty()) import_.profile = profile_;
    const std::string here = " on line " + std::to_string(event.line);
    if (stated.empty()) {
      import_.notes.push_back("the message" + here + " names no version of " +
                              std::string(kind.name) + " (its namespace is " +
                              printable(quoted(event.namespace_uri)) +
                              "); it was read by its elements");
      return;
    }
    if (!stated.starts_with(kind.name)) {
      import_.notes.push_back("the message" + here + " says that it is " + profile_ +
                              ", and its elements are those of " + std::string(kind.name) +
                              ", as which it was read");
      profile_ = kind.name;
    }
    const int version = (stated[13] - '0') * 10 + (stated[14] - '0');
    if (version < 1 || version > version_max) {
      import_.notes.push_back("version " + std::string(stated.substr(13)) + " of " + profile_ +
                              " is not known; it was read as version " +
                              std::to_string(version_max));
    }
  }

  void end_message() {
    kind_ = nullptr;
    if (!page_) return;
    const std::size_t count = import_.statements.size() - first_statement_;
    for (std::size_t i = first_statement_; i < import_.statements.size(); ++i) {
      Statement& statement = import_.statements[i];
      // Which of several statements a page of the message cuts, nobody says.
      if (statement.first_page || (count > 1 && (page_->number > 1 || !page_->is_last))) continue;
      statement.first_page = statement.last_page = page_->number;
      if (page_->is_last) statement.pages = page_->number;
    }
  }

  void take_message_part(CamtElement part) {
    if (part.name() != "GrpHdr") {
      import_.notes.push_back("<" + printable(part.name()) + "> on line " +
                              std::to_string(part.line()) + " was not read");
      return;
    }
    page_ = read_camt_page(part.child("MsgPgntn"));
    const std::string_view more = part.child("AddtlInf").value();
    if (!more.empty()) import_.notes.push_back("the message adds " + printable(quoted(more, 200)));
  }

  CamtMessage message_;
  Import& import_;
  CamtRemarks remarks_;
  CamtTree tree_;
  const CamtKind* kind_ = nullptr;
  std::optional<CamtStatementReader> statement_;
  std::optional<CamtPage> page_;
  std::string profile_;
  std::uint64_t message_line_ = 1;
  std::size_t depth_ = 0;
  std::size_t statements_ = 0;
  std::size_t first_statement_ = 0;
};

}  // namespace

bool is_camt(std::string_view head) {
  if (!trimmed(head).starts_with("<")) return false;
  for (const CamtKind& kind : kinds) {
    if (head.find(kind.message) != std::string_view::npos) return true;
  }
  return !message_name(head).empty();
}

Result<Import> import_camt(const Document& document, const ImportOptions& options) {
  std::optional<Currency> currency;
  if (!options.currency.empty()) {
    auto read = Currency::parse(options.currency);
    if (!read) return placed(in_field("currency", std::move(read).error()), document.name);
    currency = read.value();
  }
  RECOUP_TRY(decoded, decode_camt(document));
  const std::string_view text = decoded.text();
  Import import;
  import.format = "camt";
  import.version = "1";
  if (decoded.encoding != "UTF-8") {
    import.notes.push_back("read as " + std::string(decoded.encoding));
  }
  CamtWalker walker(document, text, options, currency, import);
  auto read = read_xml(text, [&](const XmlEvent& event) { return walker.take(event); });
  if (!read) return placed(std::move(read).error(), document.name, 1);
  if (auto finished = walker.finish(); !finished) {
    return placed(std::move(finished).error(), document.name, 1);
  }
  return import;
}

}  // namespace recoup
