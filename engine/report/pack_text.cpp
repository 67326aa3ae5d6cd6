#include "recoup/base/text.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/facts.hpp"

namespace recoup {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

/// "seizure kind "cash", seizure amount >= cash minimum amount".
std::string conditions(const ViewTable& table, const ViewRule& rule) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rule.cells.size() && i < table.inputs.size(); ++i) {
    if (rule.cells[i] != "-") parts.push_back(table.inputs[i] + ": " + rule.cells[i]);
  }
  return parts.empty() ? "always" : joined(parts, "; ");
}

std::string head(const PackView& view, bool is_draft) {
  const Pack& pack = view.pack;
  std::string out = is_draft ? "DRAFT\n\n" : "";
  out += printable(pack.title()) + "\n" + pack.id() + " " + pack.version() + ", " +
         printable(pack.jurisdiction()) + "; " + law_in_force(pack) + "\n";
  if (!pack.is_enabled()) out += "NOT IN USE: " + printable(pack.status()) + "\n";
  out += "SHA-256 " + pack.digest().text() + "; " + signature_sentence(view.signatures) + "\n";
  return out;
}

const ViewTable* table_of(const PackView& view, const ViewRule& rule) {
  for (const ViewTable& table : view.tables) {
    if (table.decision == rule.decision) return &table;
  }
  return nullptr;
}

std::string law_lines(const PackView& view) {
  std::string out = "\nLAW, AND THE ROWS THAT ENCODE IT\n";
  for (const ViewProvision& one : view.provisions) {
    out += "\n" + printable(one.provision.authority) +
           (one.provision.uri.empty() ? "" : "  <" + printable(one.provision.uri) + ">") + "\n  " +
           printable(one.provision.says) + "\n";
    for (const std::string& id : one.rules) {
      const ViewRule* rule = view.find(id);
      const ViewTable* table = rule == nullptr ? nullptr : table_of(view, *rule);
      if (table == nullptr) continue;
      out += "    " + id + " (" + printable(rule->decision) +
             "): " + printable(conditions(*table, *rule)) + " -> " +
             printable(joined(rule->outputs, ", ")) + "\n";
    }
    for (const std::string& name : one.parameters) out += "    parameter " + name + "\n";
    if (one.rules.empty() && one.parameters.empty()) out += "    no row\n";
  }
  return out;
}

std::string table_lines(const PackView& view) {
  std::string out;
  for (const ViewTable& table : view.tables) {
    out += "\nTABLE " + printable(table.decision) + " (" + table.hit_policy +
           "): " + printable(table.question) + "\n";
    for (const ViewRule& rule : table.rules) {
      out += "  " + rule.id + ": " + printable(conditions(table, rule)) + " -> " +
             printable(joined(rule.outputs, ", ")) + "  [" +
             printable(joined(rule.authority, "; ")) + "]\n      " + printable(rule.reason) + "\n";
    }
    if (!table.otherwise.empty()) {
      out += "  otherwise -> " + printable(table.otherwise) + "\n";
    }
  }
  return out;
}

std::string parameter_lines(const PackView& view) {
  if (view.pack.parameters().all().empty()) return "";
  std::string out = "\nFIGURES, WITH THE DAYS FROM AND TO WHICH THEY HOLD\n";
  for (const DatedFigure& figure : view.pack.parameters().all()) {
    out += "  " + printable(figure.name) + " = " + printable(shown(figure.value, figure.unit)) +
           ", from " + iso_text(figure.from) + (figure.to ? " to " + iso_text(*figure.to) : "") +
           " (" + printable(figure.governing_date) + ") [" + printable(figure.authority) + "]\n";
  }
  return out;
}

std::string list_lines(const char* heading, const std::vector<std::string>& lines) {
  std::string out = "\n" + std::string(heading) + "\n";
  for (const std::string& line : lines) out += "  " + printable(line) + "\n";
  return lines.empty() ? out + "  none\n" : out;
}

}  // namespace

std::string law_in_force(const Pack& pack) {
  const auto from = parse_date(pack.in_force_from());
  if (!from) return "no day of commencement stated";
  const auto to = parse_date(pack.in_force_to());
  return "law in force from " + long_text(from.value()) +
         (to ? " to " + long_text(to.value()) : "");
}

std::string signature_sentence(const PackSignatures& signatures) {
  if (signatures.state == PackSignatures::State::unsigned_pack) {
    return "unsigned: no lawyer has reviewed it";
  }
  std::string out(signature_state_text(signatures.state));
  for (const PackSigner& one : signatures.signers) {
    out += "; " + one.role + " " + printable(one.name) + ", key " + one.key.text().substr(0, 16);
  }
  for (const std::string& change : signatures.changes) out += "; " + printable(change);
  return out;
}

std::string pack_text(const PackView& view, bool is_draft) {
  return head(view, is_draft) + law_lines(view) + table_lines(view) + parameter_lines(view) +
         list_lines("PROVISIONS WITHOUT A ROW", view.provisions_without_row) +
         list_lines("ROWS WITHOUT A PROVISION", view.rows_without_provision) +
         (is_draft ? "\nDRAFT\n" : "");
}

}  // namespace recoup
