#include "recoup/report/case_links.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/report/subject_report.hpp"

namespace recoup {
namespace {

const std::vector<SharedSubject>& shared_of(const CaseLinks& links, std::string_view case_id) {
  static const std::vector<SharedSubject> none;
  const auto at = links.by_case.find(case_id);
  return at == links.by_case.end() ? none : at->second;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// Each text once, in the order in which it came first.
void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

}  // namespace

std::string links_words(const CaseLinks& links, std::string_view case_id) {
  std::map<std::string, std::vector<std::string>> kinds;
  for (const SharedSubject& shared : shared_of(links, case_id)) {
    for (const std::string& other : shared.other_cases) {
      add_once(kinds[other], std::string(text(links.network.subjects[shared.subject].kind)));
    }
  }
  std::string out;
  for (const auto& [other, what] : kinds) {
    out += (out.empty() ? "" : ", ") + other + " (" + listed(what) + ")";
  }
  return out;
}

std::string links_paragraph(const CaseLinks& links, std::string_view case_id) {
  std::string out;
  for (const SharedSubject& shared : shared_of(links, case_id)) {
    const Subject& subject = links.network.subjects[shared.subject];
    out += "  " + printable(label(subject)) + " is also named in " +
           printable(listed(shared.other_cases)) + "\n";
    for (const std::size_t statement : subject.statements) {
      out += "    " + printable(citation(links.network, statement)) + "\n";
    }
  }
  if (out.empty()) return out;
  return "\nShared with other cases (leads, which change no point; recoup leads --case " +
         printable(case_id) + " has the innocent explanations)\n" + out;
}

void write_case_links(JsonWriter& json, const CaseLinks& links, std::string_view case_id) {
  json.name("links").begin_array();
  for (const SharedSubject& shared : shared_of(links, case_id)) {
    const Subject& subject = links.network.subjects[shared.subject];
    json.begin_object().members("cases", shared.other_cases).name("subject");
    write_subject(json, subject);
    json.name("records").begin_array();
    for (const std::size_t statement : subject.statements) {
      write_statement(json, links.network, statement);
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace recoup
