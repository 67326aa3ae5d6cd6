#include "mention_keys.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Between the parts of a key; no importer lets it pass in a text.
constexpr char part = '\x1F';

std::string identified(SubjectKind kind, const std::string& known_by) {
  return std::string(text(kind)) + part + "1" + part + known_by;
}

std::string named(SubjectKind kind, const std::string& within, const std::string& name) {
  return std::string(text(kind)) + part + "2" + part + within + part + name;
}

/// A name alone is known within one report; elsewhere it stands for itself.
std::string name_key(const SubjectMention& mention, const SubjectStatement& said,
                     const SubjectRecord& record) {
  if (record.origin == SubjectRecord::Origin::report) {
    return named(
        mention.kind,
        "report" + std::string(1, part) + record.report.agency + part + record.report.number,
        ascii_lower(mention.name));
  }
  const bool is_first = &mention == &said.from;
  return named(
      mention.kind,
      "line" + std::string(1, part) + record.document.text() + part + std::to_string(said.line),
      (is_first ? "1" : "2") + mention.name);
}

}  // namespace

AccountNames account_names_of(const SubjectMaterial& material) {
  std::vector<std::string> names;
  for (const SubjectStatement& said : material.statements) {
    for (const SubjectMention* mention : {&said.from, &said.to}) {
      if (mention->kind != SubjectKind::account || mention->number.empty()) continue;
      auto key = subject_number_key(SubjectKind::account, mention->number);
      if (key) names.push_back(std::move(key).value());
    }
  }
  return AccountNames(names, material.decided);
}

Result<std::vector<std::string>> mention_keys(const SubjectMention& mention,
                                              const SubjectStatement& said,
                                              const SubjectRecord& record,
                                              const AccountNames& accounts) {
  std::vector<std::string> keys;
  if (!mention.number.empty()) {
    RECOUP_TRY(key, subject_number_key(mention.kind, mention.number));
    if (mention.kind == SubjectKind::account) {
      const std::string* const one = accounts.find(key);
      if (one != nullptr) key = account_key(*one);
    }
    keys.push_back(identified(mention.kind, key));
  } else if (mention.kind == SubjectKind::premises) {
    if (const auto address = address_key(mention.name)) {
      keys.push_back(identified(mention.kind, "at " + *address));
    }
  }
  if (!mention.declared.empty()) {
    const std::string case_id = record.cases.empty() ? std::string() : record.cases.front();
    keys.push_back(named(mention.kind, "case" + std::string(1, part) + case_id, mention.declared));
  }
  if (keys.empty()) keys.push_back(name_key(mention, said, record));
  return keys;
}

bool identifies(const std::string& key) {
  const std::size_t at = key.find(part);
  return at != std::string::npos && key.compare(at, 2, std::string(1, part) + "1") == 0;
}

}  // namespace recoup
