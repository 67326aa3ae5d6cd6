#include "recoup/base/text.hpp"
#include "recoup/casework/pack_files.hpp"
#include "recoup/casework/pack_questions.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_check.hpp"

namespace recoup {
namespace {

struct CheckedPack {
  std::string name;
  PackCheck check;
};

std::string place_text(const std::string& pack, const LintRemark& remark) {
  std::string out = pack + "/" + printable(remark.file);
  if (remark.line > 0) out += ":" + std::to_string(remark.line);
  if (!remark.rule.empty()) out += ": " + printable(remark.rule);
  return out;
}

std::string checks_text(const std::vector<CheckedPack>& packs) {
  std::string out;
  for (const auto& [name, check] : packs) {
    for (const LintRemark& remark : check.remarks) {
      out += place_text(name, remark) + ": " + std::string(lint_code_text(remark.code)) +
             ": found " + printable(remark.found) + "; expected " + printable(remark.expected) +
             "\n";
    }
    out += name + ": " + (check.passed() ? "passes" : "REFUSED") + " (" +
           std::to_string(check.rules) + " rules, " + std::to_string(check.parameters) +
           " dated parameters, " + std::to_string(check.provisions) + " provisions)\n";
  }
  return out;
}

std::string checks_json(const std::vector<CheckedPack>& packs) {
  JsonWriter json;
  json.begin_object().name("packs").begin_array();
  for (const auto& [name, check] : packs) {
    json.begin_object().member("pack", name).name("passed").truth(check.passed());
    json.name("rules").integer(check.rules).name("parameters").integer(check.parameters);
    json.name("provisions").integer(check.provisions).name("remarks").begin_array();
    for (const LintRemark& remark : check.remarks) {
      json.begin_object()
          .member("code", lint_code_text(remark.code))
          .name("refuses")
          .truth(remark.refuses())
          .member("file", remark.file)
          .name("line")
          .integer(remark.line)
          .member("rule", remark.rule)
          .member("found", remark.found)
          .member("expected", remark.expected)
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace

Result<Reply> check_packs(const std::vector<std::string>& packs, Form form) {
  std::vector<CheckedPack> checked;
  bool refused = false;
  for (const std::string& name : packs.empty() ? built_in_pack_ids() : packs) {
    RECOUP_TRY(pack, find_pack(name));
    checked.push_back({name, check_pack(pack.files)});
    refused = refused || !checked.back().check.passed();
  }
  return Reply{form == Form::json ? checks_json(checked) : checks_text(checked), refused};
}

}  // namespace recoup
