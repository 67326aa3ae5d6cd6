#include "recoup/report/methods_report.hpp"

#include "recoup/base/text.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

constexpr std::string_view one_gap =
    "The methods measure one and the same gap: their figures are never added to each other.";

std::string name_of(const DocumentNames& documents, const Digest& digest) {
  const auto at = documents.find(digest);
  return at == documents.end() ? digest.short_text() : at->second;
}

std::string document_of(const DocumentNames& documents, const StatedPlace& place) {
  return place.document_name.empty() ? name_of(documents, place.document) : place.document_name;
}

std::string places_text(const DocumentNames& documents, const std::vector<StatedPlace>& places) {
  std::string out;
  for (const StatedPlace& place : places) {
    if (!out.empty()) out += ", ";
    out += printable(document_of(documents, place)) + ":" + std::to_string(place.line);
    if (!place.field.empty()) out += " " + printable(place.field);
  }
  return out;
}

void write_places(JsonWriter& json, const DocumentNames& documents,
                  const std::vector<StatedPlace>& places) {
  json.name("citations").begin_array();
  for (const StatedPlace& place : places) {
    json.begin_object()
        .member("document", document_of(documents, place))
        .member("sha256", place.document.text())
        .name("line")
        .integer(place.line);
    json.member("field", place.field).end_object();
  }
  json.end_array();
}

void write_years(JsonWriter& json, const MethodSchedule& schedule) {
  json.name("credit_years").begin_array();
  for (const CreditYear& year : schedule.credit_years) {
    json.begin_object()
        .member("account", year.account)
        .member("tax_year", tax_year_text(year.first_year))
        .name("credits")
        .begin_object();
    for (std::size_t kind = 0; kind < credit_kind_count; ++kind) {
      json.member(text(static_cast<CreditKind>(kind)),
                  Money(year.by_kind[kind], year.unexplained.currency()).plain());
    }
    json.end_object().member("unexplained", year.unexplained.plain()).end_object();
  }
  json.end_array().name("income_years").begin_array();
  for (const IncomeYear& year : schedule.income_years) {
    json.begin_object()
        .member("tax_year", tax_year_text(year.first_year))
        .member("kind", text(year.kind))
        .member("stated", year.stated.plain())
        .member("credited", year.credited.plain())
        .end_object();
  }
  json.end_array();
}

void write_schedule(JsonWriter& json, const MethodsReport& report, const MethodSchedule& schedule) {
  json.begin_object()
      .member("method", text(schedule.method))
      .member("status", !schedule.figure           ? "not worked out"
                        : schedule.missing.empty() ? "worked out"
                                                   : "provisional")
      .member("formula", schedule.formula)
      .member("authority", schedule.authority)
      .name("unexplained");
  if (schedule.figure) {
    json.text(schedule.figure->plain());
  } else {
    json.null();
  }
  json.name("totals").begin_array();
  for (const ScheduleTotal& total : schedule.totals) {
    json.begin_object()
        .member("heading", total.heading)
        .member("amount", total.amount.plain())
        .end_object();
  }
  json.end_array().name("lines").begin_array();
  for (const ScheduleLine& line : schedule.lines) {
    json.begin_object().member("heading", line.heading).member("item", line.item);
    json.member("description", line.description);
    json.member("date", line.date ? iso_text(*line.date) : "");
    json.member("amount", line.amount.plain());
    write_places(json, report.documents, line.places);
    json.end_object();
  }
  json.end_array();
  if (schedule.method == FinancialMethod::income_and_credits) write_years(json, schedule);
  json.name("missing").begin_array();
  for (const MissingMeans& missing : schedule.missing) {
    json.begin_object().member("what", missing.what).member("effect", text(missing.effect));
    json.end_object();
  }
  json.end_array().members("notes", schedule.notes).end_object();
}

std::string years_text(const MethodSchedule& schedule) {
  std::string out;
  if (!schedule.credit_years.empty()) {
    std::vector<std::string> head = {"account", "tax year"};
    std::vector<Align> align = {Align::left, Align::left};
    for (std::size_t kind = 0; kind < credit_kind_count; ++kind) {
      head.emplace_back(text(static_cast<CreditKind>(kind)));
      align.push_back(Align::right);
    }
    head.emplace_back("unexplained");
    align.push_back(Align::right);
    TextTable table(head, align);
    for (const CreditYear& year : schedule.credit_years) {
      std::vector<std::string> cells = {printable(year.account), tax_year_text(year.first_year)};
      for (const MinorUnits amount : year.by_kind) {
        cells.push_back(Money(amount, year.unexplained.currency()).grouped());
      }
      cells.push_back(year.unexplained.grouped());
      table.row(std::move(cells));
    }
    out += "\nCredits by account and tax year\n" + table.text();
  }
  if (!schedule.income_years.empty()) {
    TextTable table({"tax year", "income", "stated, net", "credited as such"},
                    {Align::left, Align::left, Align::right, Align::right});
    for (const IncomeYear& year : schedule.income_years) {
      table.row({tax_year_text(year.first_year), std::string(text(year.kind)),
                 year.stated.grouped(), year.credited.grouped()});
    }
    out += "\nIncome that is stated\n" + table.text();
  }
  return out;
}

std::string schedule_text(const MethodsReport& report, const MethodSchedule& schedule) {
  std::string out = "\n" + std::string(text(schedule.method)) + ": " + schedule.formula + "\n";
  out += "authority: " + schedule.authority + "\n\n";
  TextTable totals({"heading", "amount"}, {Align::left, Align::right});
  for (const ScheduleTotal& total : schedule.totals) {
    totals.row({printable(total.heading), total.amount.grouped()});
  }
  totals.row({!schedule.figure           ? "Not worked out"
              : schedule.missing.empty() ? "Unexplained"
                                         : "Unexplained, PROVISIONAL",
              schedule.figure ? schedule.figure->grouped() : ""});
  out += totals.text() + years_text(schedule);
  if (!schedule.lines.empty()) {
    TextTable lines(
        {"heading", "item", "date", "amount", "description", "source"},
        {Align::left, Align::left, Align::left, Align::right, Align::left, Align::left});
    for (const ScheduleLine& line : schedule.lines) {
      lines.row({printable(line.heading), printable(line.item),
                 line.date ? iso_text(*line.date) : "", line.amount.grouped(),
                 printable(line.description), places_text(report.documents, line.places)});
    }
    out += "\nLine by line\n" + lines.text();
  }
  if (!schedule.missing.empty()) out += "\nTo be obtained:\n";
  for (const MissingMeans& missing : schedule.missing) {
    out += "  - " + printable(missing.what) + " (" + std::string(text(missing.effect)) + ")\n";
  }
  for (const std::string& note : schedule.notes) out += "note: " + printable(note) + "\n";
  return out;
}

constexpr std::string_view only_leads =
    "An indicator is a lead and never evidence: each has innocent explanations, to be looked at.";

void write_indicator(JsonWriter& json, const TypologiesReport& report, const Indicator& one) {
  const Ledger& ledger = *report.ledger;
  json.begin_object()
      .member("typology", text(one.typology))
      .member("account", ledger.accounts[index(one.account)])
      .member("sentence", one.sentence)
      .name("figures")
      .begin_object();
  for (const IndicatorFigure& figure : one.figures) json.member(figure.name, figure.value);
  json.end_object().name("thresholds").begin_array();
  for (const Parameter& row : one.thresholds) {
    json.begin_object().member("name", row.name).member("value", row.value);
    json.member("unit", row.unit).member("authority", row.authority).member("note", row.note);
    json.end_object();
  }
  json.end_array().name("innocent_explanations").begin_array();
  for (const std::string_view words : innocent_explanations(one.typology)) json.text(words);
  json.end_array().name("movements").begin_array();
  for (const LegRow leg : one.movements) {
    const std::size_t row = index(leg);
    json.begin_object()
        .member("account", ledger.accounts[index(ledger.account[row])])
        .member("booked_at", ledger.booked_at[row].text())
        .member("amount", Money(ledger.amount_minor[row], ledger.currency[row]).plain())
        .member("currency", ledger.currency[row].code())
        .member("document", name_of(report.documents, ledger.place[row].document))
        .member("sha256", ledger.place[row].document.text())
        .name("line")
        .integer(ledger.place[row].line);
    json.end_object();
  }
  json.end_array().end_object();
}

std::string indicator_text(const TypologiesReport& report, const Indicator& one,
                           std::size_t number) {
  const Ledger& ledger = *report.ledger;
  std::string out = "\n" + std::to_string(number) + ". " + std::string(text(one.typology)) + ": " +
                    printable(one.sentence) + "\n";
  for (const IndicatorFigure& figure : one.figures) {
    out += "   " + figure.name + ": " + printable(figure.value) + "\n";
  }
  for (const Parameter& row : one.thresholds) {
    out += "   limit " + row.name + " = " + row.value + " " + row.unit + " (" +
           printable(row.authority) + ")\n";
  }
  for (const std::string_view words : innocent_explanations(one.typology)) {
    out += "   may also be: " + std::string(words) + "\n";
  }
  TextTable table({"account", "booked", "amount", "other side", "source"},
                  {Align::left, Align::left, Align::right, Align::left, Align::left});
  for (const LegRow leg : one.movements) {
    const std::size_t row = index(leg);
    const LegText words = ledger.text[row];
    table.row({printable(ledger.accounts[index(ledger.account[row])]), ledger.booked_at[row].text(),
               Money(ledger.amount_minor[row], ledger.currency[row]).grouped(),
               printable(words.counterparty_name.empty() ? words.counterparty_account
                                                         : words.counterparty_name),
               printable(name_of(report.documents, ledger.place[row].document)) + ":" +
                   std::to_string(ledger.place[row].line)});
  }
  return out + table.text();
}

}  // namespace

std::string methods_json(const MethodsReport& report) {
  JsonWriter json;
  json.begin_object()
      .member("case", report.case_id)
      .member("subject", report.subject)
      .member("period", report.period)
      .member("currency", "GBP")
      .member("caution", one_gap)
      .name("methods")
      .begin_array();
  for (const MethodSchedule& schedule : report.schedules) write_schedule(json, report, schedule);
  json.end_array().end_object();
  return json.take();
}

std::string methods_text(const MethodsReport& report) {
  std::string out = "Case " + printable(report.case_id) + ": financial methods";
  if (!report.subject.empty()) out += ", " + printable(report.subject);
  if (!report.period.empty()) out += ", " + report.period;
  out += ", in GBP\n" + std::string(one_gap) + "\n";
  for (const MethodSchedule& schedule : report.schedules) out += schedule_text(report, schedule);
  return out;
}

std::string typologies_json(const TypologiesReport& report) {
  JsonWriter json;
  json.begin_object()
      .member("case", report.case_id)
      .member("as_at", report.as_at)
      .member("caution", only_leads)
      .name("indicators")
      .begin_array();
  for (const Indicator& one : report.indicators.found) write_indicator(json, report, one);
  json.end_array().name("not_examined").begin_array();
  for (const NotExamined& one : report.indicators.not_examined) {
    json.begin_object().member("pattern", one.pattern).member("needs", one.needs).end_object();
  }
  json.end_array().members("notes", report.indicators.notes).end_object();
  return json.take();
}

std::string typologies_text(const TypologiesReport& report) {
  std::string out =
      report.case_id.empty() ? "Every account held" : "Case " + printable(report.case_id);
  out += ": indicators by the limits in force on " + report.as_at + "\n";
  out += std::string(only_leads) + "\n";
  if (report.indicators.found.empty()) out += "\nNone was found.\n";
  std::size_t number = 0;
  for (const Indicator& one : report.indicators.found) {
    out += indicator_text(report, one, ++number);
  }
  out += "\nNot looked for:\n";
  for (const NotExamined& one : report.indicators.not_examined) {
    out += "  - " + one.pattern + ": needs " + one.needs + "\n";
  }
  for (const std::string& note : report.indicators.notes) out += "note: " + note + "\n";
  return out;
}

}  // namespace recoup
