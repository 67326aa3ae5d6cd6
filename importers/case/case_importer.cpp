#include "case/case_importer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "case/case_fields.hpp"
#include "document_text.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

using Kind = JsonEvent::Kind;

/// The sections that are one object, and those that are lists.
constexpr std::array<std::string_view, 6> single_sections = {
    "case", "defendant", "proceedings", "investigation", "financial_period", "valuation"};
constexpr std::array<std::string_view, 28> list_sections = {"accounts",      "sources",
                                                            "offences",      "previous_convictions",
                                                            "benefit_items", "earlier_orders",
                                                            "assets",        "obligations",
                                                            "gifts",         "findings",
                                                            "events",        "kept_apart",
                                                            "reversals",     "accepted_gaps",
                                                            "interest",      "coordinations",
                                                            "net_worth",     "expenditure",
                                                            "income",        "funds",
                                                            "credits",       "confiscation_orders",
                                                            "steps",         "proportionality",
                                                            "joint_benefit", "reconsiderations",
                                                            "subjects",      "links"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Error fault(std::uint64_t line, std::string field, std::string found, std::string expected) {
  return Error{
      ErrorCode::malformed, std::move(found), std::move(expected), {"", line, std::move(field)}};
}

/// Makes facts of the steps through a case file.
///
/// Level 1 is the file, level 2 a section (or a list of entries), level 3 an entry of a list. What
/// stands inside an entry is flattened: its path becomes the field.
class FactReader {
 public:
  explicit FactReader(Import& import) : import_(import) {}

  Result<void> take(const JsonEvent& event) {
    if (depth_ == 0) return begin_file(event);
    if (!in_entry_) return between_entries(event);
    return inside_entry(event);
  }

  [[nodiscard]] const std::string& case_id() const { return case_id_; }

 private:
  /// A value of the entry that is open, or the entry itself: how its path goes on.
  struct Level {
    std::string path;       ///< "" for the entry.
    std::size_t index = 0;  ///< Of the next element of a list.
    bool is_list = false;
  };

  Result<void> begin_file(const JsonEvent& event) {
    if (event.kind != Kind::object_begin) {
      return fault(event.line, "", "JSON that is no object",
                   "an object with the sections of a case");
    }
    depth_ = 1;
    return {};
  }

  Result<void> between_entries(const JsonEvent& event) {
    switch (event.kind) {
      case Kind::key:
        section_ = event.text;
        position_ = 0;
        keys_.clear();
        return {};
      case Kind::object_begin:
        if (!in_list_ && is_one_of(list_sections, section_)) {
          return fault(event.line, section_, "one object", "a list of objects");
        }
        return begin_entry(event);
      case Kind::array_begin:
        if (is_one_of(single_sections, section_)) {
          return fault(event.line, section_, "a list", "one object");
        }
        if (in_list_) break;
        in_list_ = true;
        return {};
      case Kind::array_end: in_list_ = false; return {};
      case Kind::object_end: depth_ = 0; return {};
      default: break;
    }
    return fault(event.line, in_list_ ? list_path() : section_,
                 event.text.empty() ? "no object" : quoted(event.text),
                 in_list_ ? "an object"
                          : "a case file, each section of which is an object or a list of objects");
  }

  Result<void> begin_entry(const JsonEvent& event) {
    in_entry_ = true;
    entry_ = {in_list_ ? list_path() : section_, event.line, {}};
    levels_.assign(1, Level{});
    return {};
  }

  [[nodiscard]] std::string list_path() const {
    return section_ + "[" + std::to_string(position_) + "]";
  }

  Result<void> inside_entry(const JsonEvent& event) {
    switch (event.kind) {
      case Kind::key: name_ = event.text; return {};
      case Kind::object_begin: levels_.push_back({path(), 0, false}); return {};
      case Kind::array_begin: levels_.push_back({path(), 0, true}); return {};
      case Kind::object_end:
      case Kind::array_end:
        levels_.pop_back();
        if (levels_.empty()) return end_entry();
        return {};
      case Kind::text: return add(CaseFact::Kind::text, event);
      case Kind::number: return add(CaseFact::Kind::number, event);
      case Kind::truth: return add(CaseFact::Kind::truth, event);
      case Kind::none: return add(CaseFact::Kind::none, event);
    }
    return {};
  }

  /// The path of the value that begins, as a field.
  std::string path() {
    Level& level = levels_.back();
    if (level.is_list) return level.path + "[" + std::to_string(level.index++) + "]";
    return level.path.empty() ? name_ : level.path + "." + name_;
  }

  Result<void> add(CaseFact::Kind kind, const JsonEvent& event) {
    entry_.facts.push_back(
        CaseFact{"", section_, "", position_, path(), kind, event.text, event.line});
    return {};
  }

  Result<void> end_entry() {
    in_entry_ = false;
    if (auto unique = check_paths(); !unique) return unique;
    if (auto checked = check_case_entry(section_, entry_); !checked) return checked;
    if (in_list_) {
      if (auto keyed = set_key(); !keyed) return keyed;
      ++position_;
    }
    if (section_ == "case" && !in_list_) {
      const CaseFact* const id = entry_.find("id");
      if (id == nullptr || trimmed(id->value).empty() || trimmed(id->value) != id->value) {
        return fault(id == nullptr ? entry_.line : id->line, "case.id",
                     id == nullptr ? "nothing" : quoted(id->value),
                     "the id of the case, without blanks at its ends");
      }
      case_id_ = id->value;
    }
    for (CaseFact& fact : entry_.facts) import_.facts.push_back(std::move(fact));
    return {};
  }

  /// A member called "a.b" and a member "b" inside "a" would become one field.
  [[nodiscard]] Result<void> check_paths() const {
    std::set<std::string_view> paths;
    for (const CaseFact& fact : entry_.facts) {
      if (paths.insert(fact.field).second) continue;
      return fault(fact.line, entry_.path + "." + fact.field, "the same field for the second time",
                   "each field once");
    }
    return {};
  }

  /// Entries of a list are known by their id, accounts by their account.
  Result<void> set_key() {
    const std::string field = section_ == "accounts" ? "account" : "id";
    const CaseFact* key = entry_.find(field);
    // Withdrawn accounts may be named by the word that every other section uses.
    if (key == nullptr && section_ == "accounts") key = entry_.find("id");
    if (key == nullptr || key->kind != CaseFact::Kind::text || key->value.empty()) {
      return fault(key == nullptr ? entry_.line : key->line, entry_.path + "." + field,
                   key == nullptr ? "nothing" : quoted(key->value),
                   "a text that no other entry of " + quoted(section_) + " has");
    }
    if (!keys_.insert(key->value).second) {
      Error error =
          fault(key->line, entry_.path + "." + field, quoted(key->value) + " for the second time",
                "a text that no other entry of " + quoted(section_) + " has");
      error.code = ErrorCode::contradiction;
      return error;
    }
    const std::string text = key->value;
    for (CaseFact& fact : entry_.facts) fact.key = text;
    return {};
  }

  Import& import_;
  int depth_ = 0;
  bool in_list_ = false;
  bool in_entry_ = false;
  std::string section_;
  std::uint32_t position_ = 0;
  std::set<std::string> keys_;
  CaseFileEntry entry_;
  std::vector<Level> levels_;
  std::string name_;
  std::string case_id_;
};

}  // namespace

bool is_case(std::string_view head) {
  return trimmed(head).starts_with("{") && !trimmed(head).starts_with("{1:");
}

Result<Import> import_case(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  Import import;
  import.format = "case";
  import.version = "1";
  FactReader reader(import);
  auto read = read_json(text, [&](const JsonEvent& event) { return reader.take(event); });
  if (!read) return placed(std::move(read).error(), document.name, 1);
  if (reader.case_id().empty()) {
    return placed(fault(1, "case.id", "nothing", "the id of the case"), document.name);
  }
  for (CaseFact& fact : import.facts) fact.case_id = reader.case_id();
  return import;
}

}  // namespace recoup
