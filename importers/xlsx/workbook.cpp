#include "xlsx/workbook.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "archive/archive.hpp"
#include "recoup/base/text.hpp"
#include "xlsx/parts.hpp"

namespace recoup {
namespace {

struct PartRelation {
  std::string id;
  std::string type;  ///< The last word of its address: "worksheet".
  std::string target;
};

struct NamedSheet {
  std::string name;
  std::string relation;
  bool is_hidden = false;
};

struct WorkbookPart {
  std::vector<NamedSheet> sheets;
  DateSystem dates = DateSystem::from_1900;
};

Error malformed(std::string found, std::string expected, std::string part = "") {
  return Error{
      ErrorCode::malformed, std::move(found), std::move(expected), {"", 0, std::move(part)}};
}

/// Names of parts are equal without regard to the case of their letters.
const ArchiveMember* part_of(const std::vector<ArchiveMember>& parts, std::string_view name) {
  const std::string wanted = ascii_lower(name);
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const ArchiveMember& part) {
    return ascii_lower(part.name) == wanted;
  });
  return found == parts.end() ? nullptr : &*found;
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// `target` as a name of a part, seen from a part in `folder`.
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool up = target.starts_with("../");
    target.remove_prefix(up ? 3 : 2);
    if (!up || folder.empty()) continue;
    folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + std::string(target);
}

/// The relations of the part called `part`, their targets resolved; none where it has none.
Result<std::vector<PartRelation>> relations_of(const std::vector<ArchiveMember>& parts,
                                               std::string_view part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  std::vector<PartRelation> relations;
  const ArchiveMember* member = part_of(parts, name);
  if (member == nullptr) return relations;
  auto read = read_xml(member->bytes, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind != XmlEvent::Kind::start || event.name != "Relationship") return {};
    if (attribute(event, "TargetMode").value_or("") == "External") return {};
    const std::string type = attribute(event, "Type").value_or("");
    relations.push_back({attribute(event, "Id").value_or(""), type.substr(type.rfind('/') + 1),
                         resolved(folder, attribute(event, "Target").value_or(""))});
    return {};
  });
  if (!read) {
    Error error = read.error();
    error.place.field = name;
    return error;
  }
  return relations;
}

/// The part of the only relation of this type, or nothing.
const ArchiveMember* related(const std::vector<ArchiveMember>& parts,
                             const std::vector<PartRelation>& relations, std::string_view type) {
  const auto found = std::find_if(relations.begin(), relations.end(),
                                  [&](const PartRelation& one) { return one.type == type; });
  return found == relations.end() ? nullptr : part_of(parts, found->target);
}

Result<WorkbookPart> read_workbook_part(std::string_view xml) {
  WorkbookPart workbook;
  auto read = read_xml(xml, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind != XmlEvent::Kind::start || !is_spreadsheet(event)) return {};
    if (event.name == "workbookPr" && is_set(event, "date1904")) {
      workbook.dates = DateSystem::from_1904;
    }
    if (event.name != "sheet") return {};
    const std::string state = attribute(event, "state").value_or("visible");
    workbook.sheets.push_back({unescaped_text(attribute(event, "name").value_or("")),
                               attribute(event, "id").value_or(""), state != "visible"});
    return {};
  });
  if (!read) return std::move(read).error();
  return workbook;
}

/// The part that holds the workbook, or what the package is instead.
Result<const ArchiveMember*> find_workbook(const std::vector<ArchiveMember>& parts) {
  RECOUP_TRY(relations, relations_of(parts, ""));
  const ArchiveMember* main = related(parts, relations, "officeDocument");
  const bool is_odf = part_of(parts, "mimetype") != nullptr && part_of(parts, "content.xml");
  if (is_odf) return malformed("an OpenDocument file (ODS, ODT)", "a workbook (XLSX)");
  if (main == nullptr) {
    return malformed("a ZIP archive that names no workbook", "a workbook (XLSX)", "_rels/.rels");
  }
  if (main->name.ends_with(".bin")) {
    return malformed("a binary workbook (XLSB)", "a workbook saved as XLSX", main->name);
  }
  const std::string name = ascii_lower(main->name);
  if (name.find("word/") != std::string::npos) {
    return malformed("a text document (DOCX)", "a workbook (XLSX)", main->name);
  }
  if (name.find("ppt/") != std::string::npos) {
    return malformed("a presentation (PPTX)", "a workbook (XLSX)", main->name);
  }
  return main;
}

/// The day in docProps/core.xml; nothing where there is none that can be read.
std::optional<Date> saved_on(const std::vector<ArchiveMember>& parts) {
  const auto relations = relations_of(parts, "");
  const ArchiveMember* core =
      relations ? related(parts, relations.value(), "core-properties") : nullptr;
  if (core == nullptr) return std::nullopt;
  std::optional<Date> day;
  bool is_open = false;
  const auto read = read_xml(core->bytes, [&](const XmlEvent& event) -> Result<void> {
    if (event.kind == XmlEvent::Kind::text) {
      const auto date = parse_date(trimmed(event.text).substr(0, 10));
      if (is_open && date) day = date.value();
    } else {
      is_open = event.kind == XmlEvent::Kind::start && event.name == "modified";
    }
    return {};
  });
  return read ? day : std::nullopt;
}

Error in_part(const ArchiveMember& part, Error error) {
  error.place.line = 0;
  error.place.field = error.place.field.empty() ? part.name : part.name + "!" + error.place.field;
  return error;
}

/// Takes the sheets of `named` one by one; what is no worksheet is noted.
Result<void> take_sheets(const std::vector<ArchiveMember>& parts, const WorkbookPart& named,
                         const std::vector<PartRelation>& relations, const SheetContext& context,
                         Workbook& workbook) {
  for (const NamedSheet& sheet : named.sheets) {
    const auto relation =
        std::find_if(relations.begin(), relations.end(),
                     [&](const PartRelation& one) { return one.id == sheet.relation; });
    const ArchiveMember* part =
        relation == relations.end() ? nullptr : part_of(parts, relation->target);
    if (part == nullptr) {
      return malformed("a sheet " + quoted(printable(sheet.name)) + " that is not there",
                       "the part that holds it", "xl/workbook.xml");
    }
    if (relation->type != "worksheet") {
      workbook.notes.push_back("sheet " + quoted(printable(sheet.name)) + " is a " +
                               printable(relation->type) + " and has no cells");
      continue;
    }
    auto read = read_sheet(part->bytes, sheet.name, context);
    if (!read) return in_part(*part, read.error());
    workbook.sheets.push_back(std::move(read).value());
    workbook.sheets.back().is_hidden = sheet.is_hidden;
  }
  return {};
}

}  // namespace

Result<Workbook> read_workbook(std::string_view bytes) {
  RECOUP_TRY(parts, read_archive(bytes));
  RECOUP_TRY(main, find_workbook(parts));
  auto named = read_workbook_part(main->bytes);
  if (!named) return in_part(*main, named.error());
  RECOUP_TRY(relations, relations_of(parts, main->name));
  std::vector<std::string> strings;
  if (const ArchiveMember* part = related(parts, relations, "sharedStrings")) {
    auto read = read_shared_strings(part->bytes);
    if (!read) return in_part(*part, read.error());
    strings = std::move(read).value();
  }
  std::vector<CellShape> shapes;
  if (const ArchiveMember* part = related(parts, relations, "styles")) {
    auto read = read_cell_styles(part->bytes);
    if (!read) return in_part(*part, read.error());
    shapes = std::move(read).value();
  }
  Workbook workbook;
  workbook.saved_on = saved_on(parts);
  const DateSystem dates = named.value().dates;
  if (dates == DateSystem::from_1904) {
    workbook.notes.push_back("dates of this workbook count from 1 January 1904");
  }
  if (related(parts, relations, "vbaProject") != nullptr) {
    workbook.notes.push_back("the workbook holds macros; none was run");
  }
  auto taken = take_sheets(parts, named.value(), relations, {&strings, &shapes, dates}, workbook);
  if (!taken) return taken.error();
  return workbook;
}

}  // namespace recoup
