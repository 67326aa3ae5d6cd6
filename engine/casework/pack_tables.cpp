#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/pack_questions.hpp"
#include "recoup/dmn/model_outline.hpp"
#include "recoup/report/pack_report.hpp"
#include "recoup/rules/pack_view.hpp"
#include "recoup/rules/table_edit.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

/// The model of a pack that holds the decision.
Result<std::string> model_with(const NamedPack& pack, const std::string& decision) {
  for (const auto& [path, bytes] : pack.files) {
    if (!path.starts_with("model/") || !path.ends_with(".dmn")) continue;
    RECOUP_TRY(outline, outline_model(path, bytes));
    if (outline.find(decision) != nullptr) return path;
  }
  return Error{ErrorCode::not_found,
               recoup::quoted(decision),
               "a decision of the pack " + recoup::quoted(pack.name),
               {}};
}

}  // namespace

Result<Reply> show_pack(const std::string& pack, PackForm form) {
  RECOUP_TRY(named, find_pack(pack));
  RECOUP_TRY(view, view_pack(named.files));
  const bool reviewed = view.signatures.state == PackSignatures::State::reviewed;
  const bool is_draft = named.is_folder && !reviewed;
  const bool alone = !view.provisions_without_row.empty() || !view.rows_without_provision.empty();
  return Reply{form == PackForm::html ? pack_page(view, is_draft) : pack_text(view, is_draft),
               !view.rows_without_provision.empty() || (alone && named.is_folder)};
}

Result<Reply> edit_table(const TableRequest& request) {
  RECOUP_TRY(pack, find_pack(request.pack));
  RECOUP_TRY(path, model_with(pack, request.decision));
  const std::string& bytes = pack.files.at(path);
  std::string answer;
  if (request.edited) {
    RECOUP_TRY(sheet, read_document(*request.edited));
    RECOUP_TRY(model, with_table(path, bytes, request.decision, sheet.bytes, *request.edited));
    answer = std::move(model);
  } else {
    RECOUP_TRY(csv, table_csv(path, bytes, request.decision));
    answer = std::move(csv);
  }
  if (!request.output) return Reply{std::move(answer), false};
  if (auto written = write_whole_file(*request.output, answer); !written) return written.error();
  return Reply{*request.output + "\n", false};
}

}  // namespace recoup
