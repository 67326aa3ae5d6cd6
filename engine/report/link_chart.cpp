#include "recoup/report/link_chart.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "link_layout.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/subject_report.hpp"
#include "recoup/report/text_table.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

using namespace link_drawing;

constexpr Tenths margin = 150;
constexpr Tenths head_height = 620;
constexpr Tenths foot_height = 700;
constexpr Tenths title_size = 160;
constexpr Tenths words_size = 105;
constexpr Tenths narrowest = 6400;
constexpr std::size_t case_column = 4;
constexpr std::string_view cased =
    R"( stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke")";

std::size_t column_of(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::person: return 0;
    case SubjectKind::company: return 1;
    case SubjectKind::vehicle:
    case SubjectKind::phone: return 2;
    case SubjectKind::premises:
    case SubjectKind::account: return 3;
  }
  return 0;
}

/// What a line says, and by what it is drawn.
struct DrawnTie {
  std::string from;
  std::string relation;
  std::string to;
  std::string days;
  std::string records;
  bool is_by_reports = false;
};

/// The first and the last day of the statements.
std::string days_of(const SubjectNetwork& network, const std::vector<std::size_t>& statements) {
  std::optional<Date> first;
  std::optional<Date> last;
  for (const std::size_t statement : statements) {
    const auto& on = network.statements[statement].said.on;
    if (!on) continue;
    first = first ? std::min(*first, *on) : *on;
    last = last ? std::max(*last, *on) : *on;
  }
  if (!first) return "";
  return first == last ? iso_text(*first) : iso_text(*first) + " to " + iso_text(*last);
}

/// Builds boxes and lines, and remembers what each of them stands for.
class LinkPicture {
 public:
  LinkPicture(const SubjectNetwork& network, const std::vector<std::size_t>& subjects)
      : network_(network), shown_(subjects.begin(), subjects.end()) {
    for (const SubjectTie& tie : network.ties) {
      if (shown_.contains(tie.from) && shown_.contains(tie.to)) ties_.push_back(&tie);
    }
    for (const std::size_t subject : subjects) {
      const Subject& each = network.subjects[subject];
      if (each.is_identified && each.cases.size() > 1) shared_.push_back(subject);
    }
    add_boxes();
    for (const SubjectTie* tie : ties_) add_tie(*tie);
    for (const std::size_t subject : shared_) add_cases_of(subject);
  }

  [[nodiscard]] const std::vector<LinkBox>& boxes() const { return boxes_; }
  [[nodiscard]] const std::vector<LinkLine>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<DrawnTie>& ties() const { return drawn_; }
  [[nodiscard]] bool is_named_only(std::size_t box) const {
    return box < subject_of_.size() && !network_.subjects[subject_of_[box]].is_identified;
  }
  [[nodiscard]] bool is_shared(std::size_t box) const {
    return box < subject_of_.size() &&
           std::find(shared_.begin(), shared_.end(), subject_of_[box]) != shared_.end();
  }
  [[nodiscard]] std::size_t left_out() const { return shown_.size() - subject_of_.size(); }

 private:
  void add_boxes() {
    std::set<std::size_t> drawn(shared_.begin(), shared_.end());
    for (const SubjectTie* tie : ties_) drawn.insert({tie->from, tie->to});
    for (const std::size_t subject : drawn) {
      const Subject& each = network_.subjects[subject];
      LinkBox box;
      box.column = column_of(each.kind);
      box.kind = text(each.kind);
      box.lines = wrapped(printable(short_label(each)), name_size, box_width - 2 * padding, 3);
      const bool has_other = !each.names.empty() && each.names.front() != short_label(each);
      const bool has_number = !each.numbers.empty() && each.numbers.front() != short_label(each);
      box.foot = has_number ? each.numbers.front() : has_other ? each.names.front() : "";
      if (!box.foot.empty()) {
        box.foot = wrapped(printable(box.foot), kind_size, box_width - 2 * padding, 1).front();
      }
      places_[subject] = boxes_.size();
      subject_of_.push_back(subject);
      boxes_.push_back(std::move(box));
    }
  }

  void add_tie(const SubjectTie& tie) {
    std::size_t from = places_.at(tie.from);
    std::size_t to = places_.at(tie.to);
    const std::string days = days_of(network_, tie.statements);
    std::string said = std::string(words(tie.relation)) + (days.empty() ? "" : ", " + days);
    if (boxes_[from].column > boxes_[to].column) {
      std::swap(from, to);
      said = "(from the right) " + said;
    }
    DrawnTie drawn{label(network_.subjects[tie.from]),
                   std::string(words(tie.relation)),
                   label(network_.subjects[tie.to]),
                   days,
                   "",
                   true};
    for (const std::size_t statement : tie.statements) {
      drawn.records += (drawn.records.empty() ? "" : "; ") + citation(network_, statement);
      const bool is_report = network_.record_of(statement).origin == SubjectRecord::Origin::report;
      drawn.is_by_reports = drawn.is_by_reports && is_report;
    }
    lines_.push_back({from, to, std::move(said), {}});
    drawn_.push_back(std::move(drawn));
  }

  void add_cases_of(std::size_t subject) {
    const Subject& each = network_.subjects[subject];
    for (const std::string& case_id : each.cases) {
      const auto [at, is_new] = cases_.try_emplace(case_id, boxes_.size());
      if (is_new) {
        LinkBox box;
        box.column = case_column;
        box.kind = "case";
        box.lines = wrapped(printable(case_id), name_size, box_width - 2 * padding, 2);
        boxes_.push_back(std::move(box));
      }
      DrawnTie drawn{label(each), "is named in", "case " + case_id, "", "", true};
      for (const std::size_t statement : each.statements) {
        const SubjectRecord& record = network_.record_of(statement);
        const auto& cases = record.cases;
        if (std::find(cases.begin(), cases.end(), case_id) == cases.end()) continue;
        drawn.records += (drawn.records.empty() ? "" : "; ") + citation(network_, statement);
        const bool is_report = record.origin == SubjectRecord::Origin::report;
        drawn.is_by_reports = drawn.is_by_reports && is_report;
      }
      lines_.push_back({places_.at(subject), at->second, "is named in", {}});
      drawn_.push_back(std::move(drawn));
    }
  }

  const SubjectNetwork& network_;
  std::set<std::size_t> shown_;
  std::vector<const SubjectTie*> ties_;
  std::vector<std::size_t> shared_;
  std::vector<LinkBox> boxes_;  // of subjects, then of cases
  std::vector<std::size_t> subject_of_;
  std::map<std::size_t, std::size_t> places_;
  std::map<std::string, std::size_t> cases_;
  std::vector<LinkLine> lines_;
  std::vector<DrawnTie> drawn_;
};

std::string box_svg(const LinkBox& box, bool is_named_only, bool is_shared) {
  std::string svg = "<rect x=\"" + px(box.corner.x) + "\" y=\"" + px(box.corner.y) + "\" width=\"" +
                    px(box_width) + "\" height=\"" + px(box.height) + "\" rx=\"3\" fill=\"" +
                    (box.kind == "case" ? "#e4e4e4" : "#fff") +
                    "\" stroke=\"#000\" stroke-width=\"" + (is_shared ? "2.4" : "0.9") + "\"" +
                    (is_named_only ? " stroke-dasharray=\"4 2\"" : "") + "/>\n";
  const auto rows = static_cast<Tenths>(box.lines.size() + (box.foot.empty() ? 1 : 2));
  const Tenths x = box.corner.x + padding;
  Tenths y = box.corner.y + (box.height - rows * line_height) / 2 + line_height - 30;
  svg += text_element({x, y}, kind_size, R"( fill="#444")", box.kind) + "\n";
  for (const std::string& line : box.lines) {
    y += line_height;
    svg += text_element({x, y}, name_size, R"( font-weight="bold")", line) + "\n";
  }
  if (!box.foot.empty()) {
    svg += text_element({x, y + line_height}, kind_size, "", box.foot) + "\n";
  }
  return svg;
}

std::string path_svg(const LinkLine& line, bool is_dashed) {
  std::string path = "M" + at(line.points[0]) + " L" + at(line.points[1]);
  for (std::size_t i = 2; i < line.points.size(); ++i) {
    const FlowPoint before = line.points[i - 1];
    const FlowPoint next = line.points[i];
    const bool is_level = i % 2 == 1;
    // A loop comes back to the side on which it left.
    const bool is_loop = i == 2 && next.x <= before.x;
    const Tenths bend = is_loop ? before.x + curve_width : (before.x + next.x) / 2;
    path += is_level ? " L" + at(next)
                     : " C" + at({bend, before.y}) + " " + at({bend, next.y}) + " " + at(next);
  }
  const FlowPoint end = line.points.back();
  std::string svg = "<path d=\"" + path + "\" fill=\"none\" stroke=\"#333\" stroke-width=\"0.9\"" +
                    (is_dashed ? " stroke-dasharray=\"5 3\"" : "") + "/>\n";
  return svg + "<circle cx=\"" + px(end.x) + "\" cy=\"" + px(end.y) +
         "\" r=\"2.2\" fill=\"#333\"/>\n";
}

std::string words_svg(const LinkLine& line) {
  const FlowPoint start = line.points.front();
  return text_element({start.x + stub_room, start.y - 20}, label_size, cased, line.words) + "\n";
}

std::string table_of(const LinkPicture& picture) {
  TextTable table({"subject", "link", "with", "on", "said by", "records"},
                  {Align::left, Align::left, Align::left, Align::left, Align::left, Align::left});
  for (const DrawnTie& tie : picture.ties()) {
    table.row({printable(tie.from), tie.relation, printable(tie.to), tie.days,
               tie.is_by_reports ? "reports alone" : "records of a case", printable(tie.records)});
  }
  std::string out = table.text();
  if (picture.left_out() > 0) {
    out += "\n" + std::to_string(picture.left_out()) +
           " more without a link are not drawn; recoup subjects lists them\n";
  }
  return out;
}

}  // namespace

Result<ChartPage> link_chart(const SubjectNetwork& network,
                             const std::vector<std::size_t>& subjects, const std::string& title) {
  const LinkPicture picture(network, subjects);
  if (picture.lines().empty()) {
    return Error{ErrorCode::not_found,
                 "nothing that is linked to anything",
                 "subjects with links, in a case file, a table of links or a report",
                 {}};
  }
  const LinkLayout layout = lay_out_links(picture.boxes(), picture.lines());
  const Tenths width = std::max(layout.width + 2 * margin, narrowest);
  const Tenths height = head_height + layout.height + foot_height;
  std::string svg = svg_head(width, height, title);
  svg += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  svg += text_element({margin, 260}, title_size, R"( font-weight="bold")",
                      wrapped(printable(title), title_size, width - 2 * margin, 1).front()) +
         "\n" +
         text_element({margin, 440}, words_size, "",
                      "As it is stated: leads and no evidence. No figure rests on this drawing.") +
         "\n<g transform=\"translate(" + px((width - layout.width) / 2) + " " + px(head_height) +
         ")\">\n";
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    svg += path_svg(layout.lines[i], picture.ties()[i].is_by_reports);
  }
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    svg += box_svg(layout.boxes[i], picture.is_named_only(i), picture.is_shared(i));
  }
  for (const LinkLine& line : layout.lines) svg += words_svg(line);
  svg += "</g>\n";
  const std::vector<std::string> foot = {
      "Dashed line: reports alone say it. Dashed box: known by a name alone.",
      "Thick box: named in several cases. A dot is the end to which the words lead."};
  for (std::size_t i = 0; i < foot.size(); ++i) {
    svg += text_element({margin, height - 330 + static_cast<Tenths>(i) * 150}, words_size, "",
                        foot[i]) +
           "\n";
  }
  return ChartPage{svg + "</svg>\n", table_of(picture)};
}

}  // namespace recoup
