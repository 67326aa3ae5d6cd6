#include "recoup/casework/holdings.hpp"

#include "recoup/base/text.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_rejections(JsonWriter& json, const std::vector<Rejection>& rejections) {
  json.name("rejections").begin_array();
  for (const Rejection& rejection : rejections) {
    json.begin_object();
    json.name("line").integer(rejection.error.place.line);
    json.member("field", rejection.error.place.field)
        .member("found", rejection.error.found)
        .member("expected", rejection.error.expected)
        .member("record", rejection.record)
        .end_object();
  }
  json.end_array();
}

void write_refusal(JsonWriter& json, const Error& reason) {
  json.name("refused").begin_object();
  json.name("line").integer(reason.place.line);
  json.member("field", reason.place.field)
      .member("found", reason.found)
      .member("expected", reason.expected)
      .end_object();
}

std::string format_text(const HeldDocument& document) {
  if (document.is_refused()) return "refused";
  return document.format + (document.profile.empty() ? "" : " (" + document.profile + ")");
}

Result<Reply> documents_as_json(const Session& session,
                                const std::vector<HeldDocument>& documents) {
  JsonWriter json;
  json.begin_object().name("documents").begin_array();
  for (const HeldDocument& document : documents) {
    RECOUP_TRY(rejections, session.store.rejections(document.digest));
    json.begin_object().member("name", document.name).member("sha256", document.digest.text());
    json.name("names").begin_array();
    for (const std::string& name : document.names) json.text(name);
    json.end_array().name("cases").begin_array();
    for (const std::string& name : document.cases) json.text(name);
    json.end_array().name("size").integer(document.size);
    json.member("format", document.format).member("importer", document.version);
    json.member("profile", document.profile);
    json.name("entries").integer(document.counts.entries);
    json.name("facts").integer(document.counts.facts);
    json.name("seizures").integer(document.counts.seizures);
    json.name("statements").integer(document.counts.statements);
    json.name("series").integer(document.counts.series);
    json.name("held_back").integer(document.counts.held_back);
    write_rejections(json, rejections);
    if (document.refused) write_refusal(json, *document.refused);
    json.end_object();
  }
  json.end_array().end_object();
  return Reply{json.take(), false};
}

std::string category_name(AuditCategory category) {
  switch (category) {
    case AuditCategory::collection: return "collection";
    case AuditCategory::alteration: return "alteration";
    case AuditCategory::consultation: return "consultation";
    case AuditCategory::disclosure: return "disclosure";
    case AuditCategory::combination: return "combination";
    case AuditCategory::erasure: return "erasure";
  }
  return "unknown";
}

std::string objects_text(const AuditNote& note) {
  std::string out;
  for (const AuditObject& object : note.objects) {
    out += (out.empty() ? "" : ", ") + object.kind + " " + object.name;
  }
  return out;
}

}  // namespace

Result<Reply> list_documents(const Session& session, Form form) {
  RECOUP_TRY(documents, session.store.documents());
  if (form == Form::json) return documents_as_json(session, documents);
  TextTable table(
      {"document", "sha256", "format", "bytes", "entries", "facts", "seizures", "rejected"},
      {Align::left, Align::left, Align::left, Align::right, Align::right, Align::right,
       Align::right, Align::right});
  std::string rejected;
  for (const HeldDocument& document : documents) {
    const RecordCounts& counts = document.counts;
    table.row({document.name, document.digest.short_text(), format_text(document),
               std::to_string(document.size), std::to_string(counts.entries),
               std::to_string(counts.facts), std::to_string(counts.seizures),
               std::to_string(counts.rejections)});
    if (document.refused) rejected += "refused: " + message(*document.refused) + "\n";
    RECOUP_TRY(rejections, session.store.rejections(document.digest));
    for (const Rejection& rejection : rejections) {
      rejected += "rejected: " + message(rejection.error) + "\n";
    }
  }
  return Reply{table.text() + (rejected.empty() ? "" : "\n" + rejected), false};
}

Result<Reply> list_cases(const Session& session, Form form) {
  RECOUP_TRY(cases, known_cases(session));
  JsonWriter json;
  json.begin_object().name("cases").begin_array();
  TextTable table(
      {"case", "operation", "name", "accounts", "sources", "not yet found"},
      {Align::left, Align::left, Align::left, Align::right, Align::right, Align::right});
  bool waiting = false;
  for (const std::string& id : cases) {
    RECOUP_TRY(loaded, load_case(session, id));
    waiting = waiting || !loaded.unresolved.empty();
    table.row({id, loaded.operation, loaded.name, std::to_string(loaded.accounts.size()),
               std::to_string(loaded.declared.size()), std::to_string(loaded.unresolved.size())});
    json.begin_object()
        .member("id", id)
        .member("operation", loaded.operation)
        .member("name", loaded.name);
    json.name("accounts").begin_array();
    for (const CaseAccount& account : loaded.accounts) json.text(account.account);
    json.end_array().name("unresolved").begin_array();
    for (const Unresolved& unresolved : loaded.unresolved) {
      json.begin_object()
          .member("what", unresolved.what)
          .member("why", unresolved.why)
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return Reply{form == Form::json ? json.take() : table.text(), waiting};
}

Result<Reply> verify_audit(const Session& session, Form form) {
  RECOUP_TRY(verdict, session.store.verify_audit());
  if (form == Form::json) {
    JsonWriter json;
    json.begin_object().name("entries").integer(verdict.entries);
    json.member("head", verdict.head.text()).name("sound").truth(verdict.is_sound());
    if (verdict.fault) {
      json.name("first_bad_entry").integer(verdict.fault->entry);
      json.member("why", verdict.fault->why);
    }
    json.end_object();
    return Reply{json.take(), !verdict.is_sound()};
  }
  std::string out =
      std::to_string(verdict.entries) + " entries, head " + verdict.head.text() + "\n";
  if (verdict.is_sound())
    return Reply{out + "the log is whole and agrees with everything held\n", false};
  out += verdict.fault->entry == 0
             ? "not accounted for by any entry: "
             : "first bad entry: " + std::to_string(verdict.fault->entry) + ": ";
  return Reply{out + printable(verdict.fault->why) + "\n", true};
}

Result<Reply> show_audit(const Session& session, Form form) {
  RECOUP_TRY(entries, session.store.audit_entries());
  JsonWriter json;
  json.begin_object().name("entries").begin_array();
  TextTable table(
      {"entry", "utc", "who", "category", "action", "of what", "hash"},
      {Align::right, Align::left, Align::left, Align::left, Align::left, Align::left, Align::left});
  for (const AuditEntry& entry : entries) {
    const AuditNote& note = entry.note;
    table.row({std::to_string(entry.sequence), iso_text(note.when_utc), note.who,
               category_name(note.category), note.action,
               objects_text(note) + (note.reason.empty() ? "" : "; why: " + note.reason),
               entry.hash.short_text()});
    json.begin_object().name("sequence").integer(entry.sequence);
    json.member("when_utc", iso_text(note.when_utc))
        .member("who", note.who)
        .member("category", category_name(note.category))
        .member("action", note.action)
        .member("objects", objects_text(note))
        .member("reason", note.reason)
        .member("recipient", note.recipient);
    json.name("count").integer(note.count);
    json.member("content", note.content ? note.content->text() : "")
        .member("tool_version", note.tool_version)
        .member("previous", entry.previous.text())
        .member("hash", entry.hash.text())
        .end_object();
  }
  json.end_array().end_object();
  return Reply{form == Form::json ? json.take() : table.text(), false};
}

}  // namespace recoup
