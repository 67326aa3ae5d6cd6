#include "recoup/report/subject_report.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view lead_notice =
    "A lead is a question and no evidence: no figure, assessment or point rests on one.";

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string count_of(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string withheld_text(const SubjectView& view) {
  if (view.withheld.empty()) return "";
  std::string out = "\nUnder handling code C, shown with --handling C, which is logged\n";
  for (const WithheldReport& report : view.withheld) {
    out += "  " + printable(withheld_words(report));
    if (!report.cases.empty()) out += " (" + printable(listed(report.cases)) + ")";
    out += "\n";
  }
  return out;
}

std::string unused_text(const SubjectView& view) {
  if (view.unused.empty()) return "";
  std::string out = "\nCould not be used\n";
  for (const UnusedStatement& each : view.unused) {
    out += "  " + printable(each.what) + ": " + printable(each.why) + "\n";
  }
  return out;
}

void write_withheld(JsonWriter& json, const SubjectView& view) {
  json.name("restricted").begin_array();
  for (const WithheldReport& report : view.withheld) {
    json.begin_object().member("agency", report.agency).member("record", report.number);
    json.members("cases", report.cases).members("operations", report.operations).end_object();
  }
  json.end_array().name("not_used").begin_array();
  for (const UnusedStatement& each : view.unused) {
    json.begin_object().member("what", each.what).member("why", each.why).end_object();
  }
  json.end_array();
}

std::string_view origin_name(SubjectRecord::Origin origin) {
  switch (origin) {
    case SubjectRecord::Origin::case_file: return "case-file";
    case SubjectRecord::Origin::statement: return "statement";
    case SubjectRecord::Origin::report: return "report";
  }
  return "";
}

/// Known by what: said beside each subject, so that nobody takes a name for a person.
std::string known_by(const Subject& subject) {
  if (!subject.is_identified) return "by name alone";
  return subject.kind == SubjectKind::premises && subject.numbers.empty() ? "by its full address"
                                                                          : "by its number";
}

std::string subject_text(const SubjectNetwork& network, std::size_t index) {
  const Subject& subject = network.subjects[index];
  std::string out = "\n" + printable(label(subject)) + ", known " + known_by(subject);
  out += subject.cases.empty() ? "; of no case" : "; of " + printable(listed(subject.cases));
  out += "\n";
  const auto others = [&](const std::vector<std::string>& all, const char* what) {
    if (all.size() > 1) out += "  " + std::string(what) + ": " + printable(listed(all)) + "\n";
  };
  others(subject.numbers, "written");
  others(subject.names, "names");
  for (const std::string& why : subject.why_one) out += "  one: " + printable(why) + "\n";
  for (const std::size_t statement : subject.statements) {
    out += "  " + printable(said_words(network, statement)) + "  (" +
           printable(citation(network, statement)) + ")\n";
  }
  return out;
}

std::string lead_text(const SubjectNetwork& network, const SubjectLead& lead, std::size_t number) {
  std::string out = "\n" + std::to_string(number) + ". " + printable(sentence(network, lead)) +
                    "\n   " + std::string(text(lead.kind));
  out += lead.cases.empty() ? "; of no case" : "; " + printable(listed(lead.cases));
  out += "\n";
  for (const std::size_t statement : lead.statements) {
    out += "   - " + printable(said_words(network, statement)) + "\n     " +
           printable(citation(network, statement)) + "\n";
    const SubjectRecord& record = network.record_of(statement);
    if (record.origin != SubjectRecord::Origin::report) continue;
    out += "     " + words(record.report.grade) + "\n";
    if (record.report.grade.is_restricted()) {
      out += "     conditions: " + printable(record.report.grade.conditions) + "\n";
    }
  }
  out += "   It may be innocent: " + std::string(innocent_reason(lead.kind)) + ".\n";
  return out + "   Next: " + std::string(next_step(lead.kind)) + ".\n";
}

}  // namespace

std::string citation(const SubjectNetwork& network, std::size_t statement) {
  const SubjectRecord& record = network.record_of(statement);
  const std::string place =
      record.document_name + ":" + std::to_string(network.statements[statement].said.line);
  if (record.origin == SubjectRecord::Origin::report) {
    return record.report.agency + ": " + record.report.number + " [" + text(record.report.grade) +
           "], " + place;
  }
  return listed(record.cases) + ", " + place;
}

std::string said_words(const SubjectNetwork& network, std::size_t statement) {
  const PlacedStatement& placed = network.statements[statement];
  std::string out = label(network.subjects[placed.from]);
  if (placed.to && placed.said.relation) {
    out +=
        " " + std::string(words(*placed.said.relation)) + " " + label(network.subjects[*placed.to]);
  } else {
    out += " is named";
  }
  if (placed.said.on) out += ", " + iso_text(*placed.said.on);
  if (!placed.said.text.empty()) out += ": " + placed.said.text;
  return out;
}

std::string withheld_words(const WithheldReport& report) {
  return "restricted record " + report.number + " of " + report.agency + " exists";
}

void write_statement(JsonWriter& json, const SubjectNetwork& network, std::size_t statement) {
  const PlacedStatement& placed = network.statements[statement];
  const SubjectRecord& record = network.record_of(statement);
  json.begin_object().member("says", said_words(network, statement));
  json.member("origin", origin_name(record.origin));
  json.members("cases", record.cases);
  if (record.origin == SubjectRecord::Origin::report) {
    json.member("agency", record.report.agency).member("record", record.report.number);
    json.member("received", record.report.received ? iso_text(*record.report.received) : "");
    json.member("grade", text(record.report.grade))
        .member("graded", words(record.report.grade))
        .member("conditions", record.report.grade.conditions);
  }
  json.member("from", label(network.subjects[placed.from]));
  json.member("relation", placed.said.relation ? text(*placed.said.relation) : "");
  json.member("to", placed.to ? label(network.subjects[*placed.to]) : "");
  json.member("on", placed.said.on ? iso_text(*placed.said.on) : "");
  json.member("text", placed.said.text).name("times").integer(placed.said.times);
  json.member("document", record.document_name).member("sha256", record.document.text());
  json.name("line").integer(placed.said.line).end_object();
}

void write_subject(JsonWriter& json, const Subject& subject) {
  json.begin_object().member("kind", text(subject.kind)).member("label", label(subject));
  json.members("numbers", subject.numbers).members("names", subject.names);
  json.name("identified").truth(subject.is_identified);
  json.members("why_one", subject.why_one);
  json.members("cases", subject.cases).members("operations", subject.operations).end_object();
}

std::string subjects_text(const SubjectView& view) {
  std::string out = "Subjects of " + printable(view.of) + ": " +
                    std::to_string(view.subjects.size()) +
                    ". Each stands as it is stated; nothing here is proved.\n";
  for (const std::size_t subject : view.subjects) out += subject_text(*view.network, subject);
  return out + withheld_text(view) + unused_text(view);
}

std::string subjects_json(const SubjectView& view) {
  JsonWriter json;
  json.begin_object().member("of", view.of).name("subjects").begin_array();
  for (const std::size_t subject : view.subjects) {
    json.begin_object().name("subject");
    write_subject(json, view.network->subjects[subject]);
    json.name("records").begin_array();
    for (const std::size_t statement : view.network->subjects[subject].statements) {
      write_statement(json, *view.network, statement);
    }
    json.end_array().end_object();
  }
  json.end_array();
  write_withheld(json, view);
  json.end_object();
  return json.take();
}

std::string leads_text(const SubjectView& view) {
  std::string out = count_of(view.leads.size(), "lead", "leads") + " of " + printable(view.of) +
                    "\n" + std::string(lead_notice) + "\n";
  for (std::size_t i = 0; i < view.leads.size(); ++i) {
    out += lead_text(*view.network, view.leads[i], i + 1);
  }
  return out + withheld_text(view) + unused_text(view);
}

std::string leads_json(const SubjectView& view) {
  const SubjectNetwork& network = *view.network;
  JsonWriter json;
  json.begin_object().member("of", view.of).member("notice", lead_notice);
  json.name("leads").begin_array();
  for (const SubjectLead& lead : view.leads) {
    json.begin_object().member("kind", text(lead.kind));
    json.member("says", sentence(network, lead)).name("subject");
    write_subject(json, network.subjects[lead.subject]);
    json.name("others").begin_array();
    for (const std::size_t other : lead.others) write_subject(json, network.subjects[other]);
    json.end_array().members("cases", lead.cases).members("operations", lead.operations);
    json.name("records").begin_array();
    for (const std::size_t statement : lead.statements) write_statement(json, network, statement);
    json.end_array().member("innocent", innocent_reason(lead.kind));
    json.member("next", next_step(lead.kind)).end_object();
  }
  json.end_array();
  write_withheld(json, view);
  json.end_object();
  return json.take();
}

}  // namespace recoup
