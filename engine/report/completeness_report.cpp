#include "recoup/report/completeness_report.hpp"

#include <algorithm>
#include <set>

#include "recoup/base/text.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

std::string document_name(const CompletenessContext& context, const Digest& digest) {
  const auto at = context.documents.find(digest);
  return at == context.documents.end() ? digest.short_text() : at->second;
}

std::string place_text(const CompletenessContext& context, const RecordPlace& place) {
  return document_name(context, place.document) +
         (place.line == 0 ? "" : ":" + std::to_string(place.line));
}

void write_place(JsonWriter& json, const CompletenessContext& context, const RecordPlace& place) {
  json.begin_object()
      .member("document", document_name(context, place.document))
      .member("sha256", place.document.text())
      .name("line")
      .integer(place.line)
      .end_object();
}

void write_money(JsonWriter& json, const char* name, const std::optional<Money>& amount) {
  json.name(name);
  if (amount) {
    json.text(amount->plain());
  } else {
    json.null();
  }
}

void write_statement(JsonWriter& json, const CompletenessContext& context,
                     const CheckedStatement& statement) {
  json.begin_object()
      .member("number", statement.number)
      .member("from", iso_text(statement.from))
      .member("until", iso_text(statement.until))
      .name("states_period")
      .truth(statement.states_period);
  write_money(json, "opening", statement.opening);
  write_money(json, "closing", statement.closing);
  json.name("entries").integer(statement.entries.size());
  json.name("verified").truth(statement.is_proven());
  json.member("by", text(statement.basis)).name("pages").begin_array();
  for (const RecordPlace& page : statement.pages) write_place(json, context, page);
  json.end_array().name("faults").begin_array();
  for (const StatementFault& fault : statement.faults) {
    json.begin_object()
        .member("kind", text(fault.kind))
        .member("found", fault.found)
        .member("expected", fault.expected);
    write_money(json, "difference", fault.difference);
    json.name("place");
    write_place(json, context, fault.place);
    json.end_object();
  }
  json.end_array();
  json.members("notes", statement.notes);
  json.end_object();
}

void write_period(JsonWriter& json, const CompletenessContext& context, const GridPeriod& row) {
  json.begin_object()
      .member("from", iso_text(row.from))
      .member("until", iso_text(row.until))
      .member("verdict", text(row.verdict));
  if (row.verdict == PeriodVerdict::overlap) json.name("agrees").truth(row.agrees);
  write_money(json, "difference", row.difference);
  json.members("why", row.why);
  json.name("places").begin_array();
  for (const RecordPlace& place : row.places) write_place(json, context, place);
  json.end_array().end_object();
}

void write_account(JsonWriter& json, const CompletenessContext& context,
                   const AccountCompleteness& account) {
  json.begin_object()
      .member("account", account.account)
      .member("currency", account.currency.code())
      .name("complete")
      .truth(account.is_complete());
  json.name("periods").begin_array();
  for (const GridPeriod& row : account.periods) write_period(json, context, row);
  json.end_array().name("months").begin_array();
  for (const MonthVerdict& month : months_of(account)) {
    json.begin_object().member("month", iso_text(month.first).substr(0, 7)).name("verdict");
    if (month.worst) {
      json.text(text(*month.worst));
    } else {
      json.null();
    }
    json.end_object();
  }
  json.end_array().name("missing_numbers").begin_array();
  for (const NumberHole& hole : account.number_holes) {
    json.begin_object().name("from").integer(hole.from).name("until").integer(hole.until);
    json.name("balance_carries_on").truth(hole.balance_carries_on).end_object();
  }
  json.end_array().name("statements").begin_array();
  for (const CheckedStatement& statement : account.statements) {
    write_statement(json, context, statement);
  }
  json.end_array().end_object();
}

/// One letter for each month: what stands in front of the worst of its rows.
char month_letter(const MonthVerdict& month) {
  if (!month.worst) return '.';
  switch (*month.worst) {
    case PeriodVerdict::verified: return 'V';
    case PeriodVerdict::overlap: return 'O';
    case PeriodVerdict::not_verifiable: return '?';
    case PeriodVerdict::missing: return '-';
    case PeriodVerdict::does_not_add_up: return 'X';
  }
  return '.';
}

std::string months_text(const AccountCompleteness& account) {
  std::string out;
  std::string year;
  for (const MonthVerdict& month : months_of(account)) {
    const std::string day = iso_text(month.first);
    if (day.substr(0, 4) != year) {
      year = day.substr(0, 4);
      out += (out.empty() ? "" : "\n") + std::string("  ") + year + " ";
      // Months stand below each other from January on.
      const std::size_t number =
          static_cast<std::size_t>(day[5] - '0') * 10 + static_cast<std::size_t>(day[6] - '0');
      out += std::string(number - 1, ' ');
    }
    out += month_letter(month);
  }
  return out + "\n";
}

std::string verdict_text(const GridPeriod& row) {
  std::string words(text(row.verdict));
  if (row.verdict == PeriodVerdict::overlap) words += row.agrees ? ", agrees" : ", disagrees";
  return words;
}

std::string account_text(const CompletenessContext& context, const AccountCompleteness& account) {
  TextTable table({"from", "until", "verdict", "difference", "document", "why"},
                  {Align::left, Align::left, Align::left, Align::right, Align::left, Align::left});
  for (const GridPeriod& row : account.periods) {
    std::string why;
    for (const std::string& each : row.why) why += (why.empty() ? "" : "; ") + each;
    table.row({iso_text(row.from), iso_text(row.until), verdict_text(row),
               row.difference ? row.difference->grouped() : "",
               row.places.empty() ? "" : place_text(context, row.places.front()), why});
  }
  std::string out = "Account " + printable(account.account) + ", " +
                    std::string(account.currency.code()) + ": " +
                    (account.is_complete() ? "complete" : "not complete") + "\n\n" + table.text();
  for (const NumberHole& hole : account.number_holes) {
    out += "  statements " + std::to_string(hole.from) + " to " + std::to_string(hole.until) +
           " are not held" + (hole.balance_carries_on ? "; the balance carries on\n" : "\n");
  }
  return out + "\n" + months_text(account) + "\n";
}

}  // namespace

void write_unverified(JsonWriter& json, const std::vector<UnverifiedPeriod>& periods) {
  json.name("unverified").begin_array();
  for (const UnverifiedPeriod& period : periods) {
    json.begin_object()
        .member("account", period.account)
        .member("currency", period.currency.code())
        .member("from", iso_text(period.from))
        .member("until", iso_text(period.until))
        .member("verdict", text(period.verdict))
        .member("why", period.why)
        .end_object();
  }
  json.end_array();
}

std::string unverified_words(const UnverifiedPeriod& period) {
  return "account " + period.account + " from " + iso_text(period.from) + " to " +
         iso_text(period.until) + " is not verified (" + std::string(text(period.verdict)) +
         "): " + period.why;
}

std::string completeness_json(const CompletenessContext& context) {
  JsonWriter json;
  json.begin_object().name("case");
  if (context.case_id.empty()) {
    json.null();
  } else {
    json.text(context.case_id);
  }
  json.name("complete").truth(is_complete(context.accounts)).name("accounts").begin_array();
  for (const AccountCompleteness& account : context.accounts) {
    write_account(json, context, account);
  }
  json.end_array().name("merges").begin_array();
  for (const SameEntry& same : context.same_entries) {
    json.begin_object().member("account", same.account).name("line");
    write_place(json, context, same.merged);
    json.name("counts_as");
    write_place(json, context, same.kept);
    json.name("certain").truth(same.certain).name("is_sum").truth(same.is_sum).end_object();
  }
  json.end_array().name("kept_apart").begin_array();
  for (const KeptApart& kept : context.kept_apart) {
    json.begin_object().member("account", kept.account).name("line");
    write_place(json, context, kept.line);
    json.member("why", kept.why).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string completeness_text(const CompletenessContext& context) {
  std::string out;
  for (const AccountCompleteness& account : context.accounts) out += account_text(context, account);
  const auto uncertain = std::count_if(context.same_entries.begin(), context.same_entries.end(),
                                       [](const SameEntry& same) { return !same.certain; });
  out += "V verified, O overlap that disagrees, ? not verifiable, - missing, X does not add up\n";
  out += std::to_string(context.same_entries.size()) +
         " lines are shown by two documents and count once, " + std::to_string(uncertain) +
         " of them not certainly\n";
  for (const SameEntry& same : context.same_entries) {
    if (same.certain) continue;
    out += "to be looked at: " + printable(place_text(context, same.merged)) + " counts as " +
           printable(place_text(context, same.kept)) + "\n";
  }
  for (const KeptApart& kept : context.kept_apart) {
    out += "kept apart: " + printable(place_text(context, kept.line)) + ": " + printable(kept.why) +
           "\n";
  }
  return out;
}

}  // namespace recoup
