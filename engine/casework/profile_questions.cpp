#include "recoup/casework/profile_questions.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/importers/profiles.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

/// So many entries are shown, and so many profiles that nearly fit.
constexpr std::size_t entries_shown_max = 10;
constexpr std::size_t near_shown_max = 3;

/// What one file would become.
struct FileTrial {
  std::vector<ProfileTrial> profiles;
  std::optional<Import> import;
  std::optional<Error> refused;
};

Result<FileTrial> trial_of(const ImportRequest& request) {
  RECOUP_TRY(document, read_document(request.paths.front()));
  RECOUP_TRY(profile, said_profile(request.profile));
  FileTrial trial;
  const std::string format = detect_format(document);
  const bool table = format.empty() || format == "csv";
  if (table) trial.profiles = try_profiles(document, near_shown_max);
  ImportOptions options;
  options.format = table ? "csv" : format;
  options.profile = profile;
  options.date_order = request.date_order;
  options.account = request.account;
  options.currency = request.currency;
  auto import = import_document(document, options);
  if (import) {
    trial.import = std::move(import).value();
  } else if (import.error().code == ErrorCode::usage) {
    return std::move(import).error();
  } else {
    trial.refused = std::move(import).error();
  }
  return trial;
}

std::string entries_text(const Import& import) {
  TextTable table(
      {"line", "booked", "amount", "balance", "account", "words"},
      {Align::right, Align::left, Align::right, Align::right, Align::left, Align::left});
  const std::size_t shown = std::min(import.transactions.size(), entries_shown_max);
  for (std::size_t i = 0; i < shown; ++i) {
    const Transaction& entry = import.transactions[i];
    const std::string& words =
        entry.description.empty() ? entry.counterparty_name : entry.description;
    table.row({std::to_string(entry.line), entry.booked_at.text(), entry.amount.text(),
               entry.balance ? entry.balance->plain() : "", printable(entry.account),
               printable(std::string(words.substr(0, 40)))});
  }
  return table.text();
}

std::string count(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what;
}

std::string trial_text(const FileTrial& trial) {
  std::string out;
  for (const ProfileTrial& one : trial.profiles) {
    out += (one.fits ? "fits    " : "differs ") + one.name;
    if (!one.fits) out += ": " + printable(one.why_not);
    if (one.fits && !one.by_words) out += ": by its form alone";
    out += "\n";
  }
  if (trial.refused) return out + "\nrefused: " + message(*trial.refused) + "\n";
  const Import& import = *trial.import;
  out += "\nread as " + import.format + (import.profile.empty() ? "" : " by " + import.profile) +
         ": " + count(import.transactions.size(), "entries") + ", " +
         count(import.held_back.size(), "held back") + ", " +
         count(import.rejections.size(), "rejected") + "\n\n" + entries_text(import);
  for (const HeldBack& held : import.held_back) {
    out += "held back, line " + std::to_string(held.line) + ": " + printable(held.why) + "\n";
  }
  for (const Rejection& refused : import.rejections) {
    out += "rejected, " + message(refused.error) + "\n";
  }
  for (const std::string& note : import.notes) out += "note: " + printable(note) + "\n";
  return out;
}

void write_import(JsonWriter& json, const Import& import) {
  json.member("format", import.format).member("profile", import.profile);
  json.name("entries").integer(import.transactions.size());
  json.name("held_back").begin_array();
  for (const HeldBack& held : import.held_back) {
    json.begin_object().name("line").integer(held.line).member("why", held.why).end_object();
  }
  json.end_array().name("rejected").begin_array();
  for (const Rejection& refused : import.rejections) json.text(message(refused.error));
  json.end_array().name("notes").begin_array();
  for (const std::string& note : import.notes) json.text(note);
  json.end_array().name("first").begin_array();
  const std::size_t shown = std::min(import.transactions.size(), entries_shown_max);
  for (std::size_t i = 0; i < shown; ++i) {
    const Transaction& entry = import.transactions[i];
    json.begin_object().name("line").integer(entry.line);
    json.member("account", entry.account).member("booked_at", entry.booked_at.text());
    json.member("amount", entry.amount.plain());
    json.member("currency", entry.amount.currency().code());
    if (entry.balance) json.member("balance", entry.balance->plain());
    json.member("counterparty", entry.counterparty_name).member("description", entry.description);
    json.member("reference", entry.reference).end_object();
  }
  json.end_array();
}

std::string trial_json(const FileTrial& trial) {
  JsonWriter json;
  json.begin_object().name("profiles").begin_array();
  for (const ProfileTrial& one : trial.profiles) {
    json.begin_object().member("name", one.name).name("fits").truth(one.fits);
    json.name("by_words").truth(one.by_words);
    if (!one.fits) json.member("why_not", one.why_not);
    json.end_object();
  }
  json.end_array();
  if (trial.refused) json.member("refused", message(*trial.refused));
  if (trial.import) write_import(json, *trial.import);
  return json.end_object().take();
}

}  // namespace

Result<Reply> list_profile_names(Form form) {
  const std::vector<ProfileSummary> profiles = list_profiles();
  if (form == Form::text) {
    TextTable table({"name", "version", "kind", "country", "title"},
                    {Align::left, Align::right, Align::left, Align::left, Align::left});
    for (const ProfileSummary& one : profiles) {
      table.row({one.name, one.version, one.kind, one.country, one.title});
    }
    return Reply{table.text()};
  }
  JsonWriter json;
  json.begin_object().name("profiles").begin_array();
  for (const ProfileSummary& one : profiles) {
    json.begin_object().member("name", one.name).member("version", one.version);
    json.member("kind", one.kind).member("country", one.country).member("title", one.title);
    json.name("also").begin_array();
    for (const std::string& also : one.also) json.text(also);
    json.end_array().end_object();
  }
  return Reply{json.end_array().end_object().take()};
}

Result<Reply> show_profile(const std::string& name, Form form) {
  RECOUP_TRY(text, profile_text(name));
  if (form == Form::text) return Reply{text};
  JsonWriter json;
  json.begin_object().member("name", name).member("text", text).end_object();
  return Reply{json.take()};
}

Result<Reply> try_file(const ImportRequest& request, Form form) {
  RECOUP_TRY(trial, trial_of(request));
  const bool needs_person = trial.refused || !trial.import->rejections.empty();
  return Reply{form == Form::json ? trial_json(trial) : trial_text(trial), needs_person};
}

Result<std::string> said_profile(const std::string& name_or_path) {
  std::error_code ignored;
  const bool file =
      !name_or_path.empty() && std::filesystem::is_regular_file(name_or_path, ignored);
  if (!file) return name_or_path;
  RECOUP_TRY(document, read_document(name_or_path));
  // A text without a line end would be taken for a name.
  return document.bytes + "\n";
}

}  // namespace recoup
