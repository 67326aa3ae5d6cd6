#include "recoup/rules/pack_view.hpp"

#include <algorithm>
#include <set>

#include "recoup/dmn/model_outline.hpp"
#include "recoup/feel/syntax.hpp"
#include "recoup/rules/pack_check.hpp"

namespace recoup {
namespace {

std::string printed_or_written(const Result<Syntax>& syntax, const std::string& written) {
  return syntax ? syntax.value().printed : written;
}

class ViewBuilder {
 public:
  ViewBuilder(const FileSet& files, PackView& view) : files_(files), view_(view) {}

  Result<void> build() {
    RECOUP_TRY(facts, FactDictionary::of_pack(files_));
    view_.facts = facts.entries();
    known_ = name_uses(facts, view_.pack.parameters());
    for (const auto& [path, bytes] : files_) {
      if (!path.starts_with("model/") || !path.ends_with(".dmn")) continue;
      RECOUP_TRY(outline, outline_model(path, bytes));
      add_model(outline);
    }
    add_provisions();
    return {};
  }

 private:
  void add_model(const ModelOutline& outline) {
    for (const OutlineElement& element : outline.elements) {
      NameUses scope;
      for (const std::string& need : element.needs) {
        const auto known = known_.find(need);
        scope[need] = known == known_.end() ? NameUse{} : known->second;
      }
      for (const OutlineTable& table : element.tables) add_table(element, table, scope);
    }
  }

  void add_table(const OutlineElement& element, const OutlineTable& table, const NameUses& scope) {
    const auto expression = [&](const std::string& text) {
      return printed_or_written(expression_syntax(text, scope), text);
    };
    ViewTable view;
    view.decision = element.name.name;
    view.question = element.question;
    view.hit_policy = table.hit_policy + (table.aggregation.empty() ? "" : " " + table.aggregation);
    for (const OutlineColumn& input : table.inputs) {
      view.inputs.push_back(expression(input.expression.text));
    }
    for (const OutlineColumn& output : table.outputs) {
      view.outputs.push_back(output.name.empty() ? element.name.name : output.name);
      if (!output.otherwise.text.empty()) view.otherwise = expression(output.otherwise.text);
    }
    for (const OutlineRule& rule : table.rules) {
      ViewRule row{element.name.name,        rule.id, {}, {}, cited(rule.annotation("authority")),
                   rule.annotation("reason")};
      for (const OutlineText& test : rule.tests) {
        row.cells.push_back(printed_or_written(tests_syntax(test.text, scope), test.text));
      }
      for (const OutlineText& output : rule.outputs) row.outputs.push_back(expression(output.text));
      view.rules.push_back(std::move(row));
    }
    view_.tables.push_back(std::move(view));
  }

  void add_provisions() {
    std::set<std::string> told;
    for (const Provision& provision : provisions_of(files_)) {
      told.insert(provision.authority);
      ViewProvision one{provision, {}, {}};
      add_citing(one);
      if (one.rules.empty() && one.parameters.empty()) {
        view_.provisions_without_row.push_back(provision.authority);
      }
      view_.provisions.push_back(std::move(one));
    }
    for (const ViewTable& table : view_.tables) {
      for (const ViewRule& rule : table.rules) {
        for (const std::string& authority : rule.authority) {
          if (!told.contains(authority)) add_untold("rule " + rule.id + ": " + authority);
        }
      }
    }
    for (const DatedFigure& figure : view_.pack.parameters().all()) {
      for (const std::string& authority : cited(figure.authority)) {
        if (!told.contains(authority)) add_untold("parameter " + figure.name + ": " + authority);
      }
    }
  }

  void add_citing(ViewProvision& one) {
    const auto cites = [&](const std::vector<std::string>& authorities) {
      return std::find(authorities.begin(), authorities.end(), one.provision.authority) !=
             authorities.end();
    };
    for (const ViewTable& table : view_.tables) {
      for (const ViewRule& rule : table.rules) {
        if (cites(rule.authority)) one.rules.push_back(rule.id);
      }
    }
    for (const DatedFigure& figure : view_.pack.parameters().all()) {
      const bool known = !one.parameters.empty() && one.parameters.back() == figure.name;
      if (!known && cites(cited(figure.authority))) one.parameters.push_back(figure.name);
    }
  }

  void add_untold(std::string what) {
    auto& all = view_.rows_without_provision;
    if (std::find(all.begin(), all.end(), what) == all.end()) all.push_back(std::move(what));
  }

  const FileSet& files_;
  PackView& view_;
  NameUses known_;
};

}  // namespace

const ViewRule* PackView::find(std::string_view rule) const {
  for (const ViewTable& table : tables) {
    for (const ViewRule& one : table.rules) {
      if (one.id == rule) return &one;
    }
  }
  return nullptr;
}

Result<PackView> view_pack(const FileSet& files) {
  RECOUP_TRY(pack, Pack::read(files));
  RECOUP_TRY(signatures, pack_signatures(files));
  PackView view{std::move(pack), std::move(signatures), {}, {}, {}, {}, {}};
  if (auto built = ViewBuilder(files, view).build(); !built) return built.error();
  return view;
}

}  // namespace recoup
