#include "recoup/rules/pack_check.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "recoup/base/text.hpp"
#include "recoup/dmn/model.hpp"
#include "recoup/money/currency.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/provisions.hpp"

namespace recoup {
namespace {

bool is_model(const std::string& path) {
  return path.starts_with("model/") && path.ends_with(".dmn");
}

class PackChecker {
 public:
  explicit PackChecker(const FileSet& files) : files_(files) {}

  PackCheck run() {
    read_figures();
    read_facts();
    for (const Provision& one : provisions_of(files_)) provisions_.insert(one.authority);
    check_.provisions = provisions_.size();
    check_.parameters = figures_.all().size();
    const LintBasis basis{name_uses(facts_, figures_), law_periods(figures_)};
    for (const auto& [path, bytes] : files_) {
      if (!is_model(path)) continue;
      for (LintRemark& remark : lint_model(path, bytes, basis)) {
        // Without a dictionary every input would be said to be missing from it.
        if (remark.code == LintCode::undefined_input && !knows_facts_) continue;
        check_.remarks.push_back(std::move(remark));
      }
      if (const auto outline = outline_model(path, bytes)) check_authorities(path, outline.value());
      if (!DecisionModel::read(path, bytes)) unreadable_.insert(path);
    }
    check_tests();
    check_whole();
    std::sort(check_.remarks.begin(), check_.remarks.end(),
              [](const LintRemark& a, const LintRemark& b) {
                return std::tie(a.file, a.line, a.code, a.rule, a.found) <
                       std::tie(b.file, b.line, b.code, b.rule, b.found);
              });
    return std::move(check_);
  }

 private:
  void add(LintCode code, const std::string& file, std::uint64_t line, const std::string& rule,
           std::string found, std::string expected) {
    check_.remarks.push_back({code, file, line, rule, std::move(found), std::move(expected)});
  }

  void add_error(const Error& error, const std::string& file) {
    const std::string& where = error.place.document.empty() ? file : error.place.document;
    add(LintCode::unreadable, where, error.place.line, "", error.found, error.expected);
  }

  void read_figures() {
    for (const auto& [path, bytes] : files_) {
      if (!path.starts_with("params/") || !path.ends_with(".csv")) continue;
      if (auto done = figures_.add(path, bytes); !done) add_error(done.error(), path);
    }
    if (auto done = figures_.check(); !done) add_error(done.error(), "params");
    for (const DatedFigure& figure : figures_.all()) {
      const std::string name = table_name(figure.name);
      if (const std::string fault = name_fault(name); !fault.empty()) {
        add(LintCode::name, figure.document, figure.line, figure.name, quoted(name) + ": " + fault,
            "words of letters and digits, a letter first, and no word of FEEL");
      }
    }
  }

  void read_facts() {
    auto facts = FactDictionary::of_pack(files_);
    if (!facts) {
      knows_facts_ = false;
      return add_error(facts.error(), "facts.csv");
    }
    facts_ = std::move(facts).value();
  }

  void check_cited(const std::string& authority, const std::string& file, std::uint64_t line,
                   const std::string& rule) {
    for (const std::string& one : cited(authority)) {
      if (provisions_.contains(one)) continue;
      add(LintCode::authority_without_law, file, line, rule, quoted(one),
          "a row of a table in law/*.md whose first cell is this text");
    }
  }

  void check_authorities(const std::string& path, const ModelOutline& outline) {
    for (const OutlineElement& element : outline.elements) {
      for (const OutlineTable& table : element.tables) {
        for (const OutlineRule& rule : table.rules) {
          ++check_.rules;
          check_cited(rule.annotation("authority"), path, rule.line, rule.id);
          if (!rule.id.empty()) rules_.push_back({path, rule.line, rule.id});
        }
      }
    }
  }

  void check_tests() {
    const TckReport report = run_tck(files_);
    std::set<std::string> fired;
    for (const TckCase& one : report.cases) {
      fired.insert(one.fired.begin(), one.fired.end());
      // What cannot be read cannot be tested: that is said once, where it stands.
      if (one.result == TckCase::Result::passed || unreadable_.contains("model/" + one.model)) {
        continue;
      }
      add(LintCode::failed_test, one.file, 0, one.test, one.node + ": " + one.why,
          "a test that passes");
    }
    for (const auto& [file, line, rule] : rules_) {
      if (fired.contains(rule) || unreadable_.contains(file)) continue;
      add(LintCode::row_without_test, file, line, rule, "no test fires " + quoted(rule),
          "a case in tests/ whose facts fire it");
    }
    for (const DatedFigure& figure : figures_.all()) {
      check_cited(figure.authority, figure.document, figure.line, figure.name);
    }
  }

  /// What keeps the pack as a whole from being read, unless a remark says it already.
  void check_whole() {
    const auto pack = Pack::read(files_);
    if (pack) {
      check_.pack = pack.value().id();
      return;
    }
    const Error& error = pack.error();
    const bool said =
        std::any_of(check_.remarks.begin(), check_.remarks.end(), [&](const LintRemark& remark) {
          return remark.refuses() && remark.file == error.place.document;
        });
    if (!said) add_error(error, "pack.json");
  }

  struct RulePlace {
    std::string file;
    std::uint64_t line = 0;
    std::string rule;
  };

  const FileSet& files_;
  PackCheck check_;
  DatedFigures figures_;
  FactDictionary facts_;
  bool knows_facts_ = true;
  std::set<std::string> provisions_;
  std::set<std::string> unreadable_;  ///< Models that cannot be run.
  std::vector<RulePlace> rules_;
};

}  // namespace

bool PackCheck::passed() const {
  return std::none_of(remarks.begin(), remarks.end(),
                      [](const LintRemark& remark) { return remark.refuses(); });
}

PackCheck check_pack(const FileSet& files) { return PackChecker(files).run(); }

NameUses name_uses(const FactDictionary& facts, const DatedFigures& parameters) {
  NameUses uses;
  for (const FactEntry& entry : facts.entries()) {
    uses[entry.name] = {entry.type, Currency::parse(entry.unit).has_value(), entry.may_be_missing,
                        false};
  }
  for (const DatedFigure& figure : parameters.all()) {
    const bool is_number = figure.value.as<Decimal>() != nullptr;
    const bool is_text = figure.value.as<std::string>() != nullptr;
    uses[table_name(figure.name)] = {is_number ? "number"
                                     : is_text ? "string"
                                               : "date",
                                     Currency::parse(figure.unit).has_value(), false, false};
  }
  return uses;
}

std::vector<LawPeriod> law_periods(const DatedFigures& parameters) {
  std::set<Date> days;
  for (const DatedFigure& figure : parameters.all()) {
    days.insert(figure.from);
    if (figure.to) days.insert(*figure.to + std::chrono::days(1));
  }
  std::vector<LawPeriod> periods;
  for (const Date day : days) {
    LawPeriod period{iso_text(day), {}};
    for (const DatedFigure& figure : parameters.all()) {
      if (figure.from <= day && (!figure.to || day <= *figure.to)) {
        period.figures[table_name(figure.name)] = figure.value;
      }
    }
    periods.push_back(std::move(period));
  }
  return periods;
}

}  // namespace recoup
