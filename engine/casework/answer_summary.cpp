#include <array>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/summarise.hpp"
#include "workbook.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

struct NamedForm {
  std::string_view name;
  SummaryForm form;
};

constexpr std::array named_forms = {
    NamedForm{"text", SummaryForm::text}, NamedForm{"json", SummaryForm::json},
    NamedForm{"csv", SummaryForm::csv}, NamedForm{"html", SummaryForm::html},
    NamedForm{"xlsx", SummaryForm::xlsx}};

std::optional<SummaryForm> form_named(const std::string& name) {
  for (const NamedForm& each : named_forms) {
    if (each.name == name) return each.form;
  }
  return std::nullopt;
}

std::string written(const Rollup& rollup, SummaryForm form) {
  switch (form) {
    case SummaryForm::text: return rollup_text(rollup);
    case SummaryForm::json: return rollup_json(rollup);
    case SummaryForm::csv: return rollup_csv(rollup);
    case SummaryForm::html: return rollup_html(rollup);
    case SummaryForm::xlsx: break;
  }
  RECOUP_CHECK(false && "a workbook is no text");
}

/// The figures of one operation over all days are told as they always were.
bool is_plain(const SummaryRequest& request, SummaryForm form) {
  return !request.operation.empty() && request.by.empty() && request.from.empty() &&
         (form == SummaryForm::text || form == SummaryForm::json);
}

}  // namespace

Result<Reply> answer_summary(const Session& session, const SummaryRequest& request) {
  const auto form = form_named(request.form);
  if (!form) {
    return Error{ErrorCode::usage,
                 "--form " + recoup::quoted(request.form),
                 "text, json, csv, html or xlsx",
                 {}};
  }
  if (*form == SummaryForm::xlsx && request.output.empty()) {
    return Error{ErrorCode::usage, "a workbook without --output", "--output FILE.xlsx", {}};
  }
  if (is_plain(request, *form)) {
    RECOUP_TRY(reply, answer_summary(session, request.operation, request.as_at,
                                     *form == SummaryForm::json ? Form::json : Form::text));
    if (request.output.empty()) return reply;
    if (auto done = write_whole_file(request.output, reply.text); !done)
      return std::move(done).error();
    return Reply{"", reply.needs_person};
  }
  RECOUP_TRY(rollup, roll_up(session, request));
  const bool needs_person = !rollup.left_out.empty() || !rollup.remarks.empty();
  if (*form == SummaryForm::xlsx) {
    if (auto done = write_workbook(rollup, request.output); !done) return std::move(done).error();
    return Reply{"", needs_person};
  }
  std::string text = written(rollup, *form);
  if (request.output.empty()) return Reply{std::move(text), needs_person};
  if (auto done = write_whole_file(request.output, text); !done) return std::move(done).error();
  return Reply{"", needs_person};
}

}  // namespace recoup
