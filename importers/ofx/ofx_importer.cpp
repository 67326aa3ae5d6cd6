#include "ofx/ofx_importer.hpp"

#include <utility>

#include "document_text.hpp"
#include "ofx/element.hpp"
#include "ofx/encoding.hpp"
#include "ofx/statement.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Whether the document says that it is XML (OFX 2.x).
bool says_xml(std::string_view text) {
  const std::string head = ascii_lower(trimmed(text).substr(0, 5));
  return head == "<?xml" || head == "<?ofx";
}

/// What stands before the first tag of OFX 1.x must be its header or nothing.
Result<void> check_header(std::string_view text) {
  const std::string_view header = trimmed(text.substr(0, text.find('<')));
  if (header.empty() || header.starts_with("OFXHEADER")) return {};
  return Error{ErrorCode::malformed,
               "a text that begins " + quoted(printable(header), 60),
               "OFX, which begins with OFXHEADER or <OFX>",
               {"", 1, ""}};
}

/// Reads the tags. Some banks put SGML behind a header of XML, or write an ampersand as it is:
/// what is no XML may still be well-formed SGML.
Result<OfxElement> read_tags(std::string_view text, Import& import) {
  if (!says_xml(text)) {
    if (auto header = check_header(text); !header) return header.error();
    return read_ofx_sgml(text);
  }
  auto tree = read_ofx_xml(text);
  if (tree) return tree;
  auto tags = read_ofx_sgml(text);
  if (!tags) return tree;
  import.notes.push_back("the header says XML and the body is none (" + message(tree.error()) +
                         "); it was read as the SGML of OFX 1");
  return tags;
}

/// Whether the name is that of an entry, booked or pending, of some kind of statement.
bool is_entry_name(std::string_view name) {
  return name.ends_with("STMTTRN") || name.ends_with("STMTTRNP");
}

void note_status(const OfxElement& status, Import& import) {
  const std::string_view code = status.value("CODE");
  if (code.empty() || code == "0") return;
  import.notes.push_back("the bank answered on line " + std::to_string(status.line) +
                         " with code " + printable(code) + ": " +
                         printable(quoted(status.value("MESSAGE"))));
}

/// Reads the statements wherever they stand. The nesting has a limit, so has the recursion.
void read_children(const OfxElement& parent, const OfxDocument& document, Import& import) {
  for (const OfxElement& child : parent.children) {
    if (child.name == "STMTRS" || child.name == "CCSTMTRS" || child.name == "INVSTMTRS") {
      read_ofx_statement(child, document, import);
    } else if (child.name == "STATUS") {
      note_status(child, import);
    } else if (is_entry_name(child.name)) {
      reject_ofx(child,
                 no_bank_entry(child, "an entry outside a bank, card or investment statement"),
                 document, import);
    } else {
      read_children(child, document, import);
    }
  }
}

}  // namespace

bool is_ofx(std::string_view head) {
  const std::string_view text = trimmed(head);
  const bool marked = text.starts_with("OFXHEADER") || text.starts_with("<?OFX");
  const bool tagged = text.starts_with("<");
  if (!marked && !tagged) return false;
  const std::string lower = ascii_lower(text);
  return marked || lower.find("<ofx>") != std::string::npos ||
         lower.find("<?ofx") != std::string::npos;
}

Result<Import> import_ofx(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(decoded, decode_ofx(document));
  Import import;
  import.format = "ofx";
  import.version = "1";
  import.notes.push_back("read as " + std::string(decoded.encoding));
  const auto root = read_tags(decoded.text, import);
  if (!root) return placed(root.error(), document.name, 1);
  const OfxDocument source{document.name, decoded.text};
  const std::size_t notes = import.notes.size();
  read_children(root.value(), source, import);
  if (import.notes.size() == notes && import.rejections.empty()) {
    import.notes.push_back("there is no statement in it");
  }
  return import;
}

}  // namespace recoup
