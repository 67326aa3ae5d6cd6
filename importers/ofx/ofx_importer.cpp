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
  if (header.empty() || ascii_lower(header).find("ofxheader") != std::string::npos) return {};
  return Error{ErrorCode::malformed,
               "a text that begins " + quoted(printable(header), 60),
               "OFX, which begins with OFXHEADER or <OFX>",
               {"", 1, ""}};
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
Result<void> read_children(const OfxElement& parent, OfxDocument& document) {
  for (const OfxElement* child = parent.first_child; child != nullptr; child = child->next) {
    if (child->name == "STMTRS" || child->name == "CCSTMTRS" || child->name == "INVSTMTRS") {
      if (auto read = read_ofx_statement(*child, document); !read) return read;
    } else if (child->name == "STATUS") {
      note_status(*child, document.import);
    } else if (is_entry_name(child->name)) {
      reject_ofx(*child,
                 no_bank_entry(*child, "an entry outside a bank, card or investment statement"),
                 document);
    } else if (auto read = read_children(*child, document); !read) {
      return read;
    }
  }
  return {};
}

/// Says where the document is not written as its own header says.
void note_deviations(const OfxTree& tree, std::string_view text, Import& import) {
  if (says_xml(text) && tree.first_unclosed != nullptr) {
    import.notes.push_back("the header says XML and the body is none: <" +
                           std::string(tree.first_unclosed->name) + "> on line " +
                           std::to_string(tree.first_unclosed->line) +
                           " is never closed; it was read as the SGML of OFX 1");
  }
  for (const OfxTree::ListWithoutEnd& open : tree.lists_without_end) {
    import.notes.push_back("the list of entries on line " + std::to_string(open.list->line) +
                           " has no </BANKTRANLIST>; what stands on line " +
                           std::to_string(open.line) +
                           " ended it, and whether entries are missing before it nobody can see");
    import.totals.push_back({"the closing tag of a list of entries", "</BANKTRANLIST>",
                             "what cannot stand in the list", false, open.line});
  }
  if (tree.open_end == 0) return;
  import.notes.push_back(
      "the document ends without </OFX>; what it holds is complete statements, "
      "and whether more followed nobody can see");
  import.totals.push_back({"the closing tag of the document", "</OFX>", "the end of the document",
                           false, tree.open_end});
}

}  // namespace

bool is_ofx(std::string_view head) {
  const std::string_view text = trimmed(head);
  const std::string lower = ascii_lower(text);
  const std::size_t header = lower.find("ofxheader");
  if (lower.starts_with("<?ofx") || header == 0) return true;
  if (header != std::string::npos && header < lower.find('<')) {
    return lower.find("data:ofxsgml") != std::string::npos;
  }
  return text.starts_with("<") &&
         (lower.find("<ofx>") != std::string::npos || lower.find("<ofx ") != std::string::npos ||
          lower.find(":ofx>") != std::string::npos || lower.find("<?ofx") != std::string::npos);
}

Result<Import> import_ofx(const Document& document, const ImportOptions& options) {
  RECOUP_TRY(decoded, decode_ofx(document));
  OfxDocument source{document, options, decoded.text()};
  Import& import = source.import;
  import.format = "ofx";
  import.version = "2";
  import.notes.push_back("read as " + std::string(decoded.encoding));
  if (!says_xml(source.text)) {
    if (auto header = check_header(source.text); !header) {
      return placed(std::move(header).error(), document.name, 1);
    }
  }
  const auto tree = read_ofx_tags(source.text);
  if (!tree) return placed(tree.error(), document.name, 1);
  note_deviations(tree.value(), source.text, import);
  const std::size_t notes = import.notes.size();
  if (auto read = read_children(*tree.value().root, source); !read) return std::move(read).error();
  if (import.notes.size() == notes && import.rejections.empty()) {
    import.notes.push_back("there is no statement in it");
  }
  place_blocks(std::move(source.blocks), import);
  return std::move(source.import);
}

}  // namespace recoup
