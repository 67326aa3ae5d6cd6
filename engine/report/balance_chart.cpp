#include "recoup/report/balance_chart.hpp"

#include <algorithm>
#include <map>

#include "balance_scale.hpp"
#include "recoup/base/check.hpp"
#include "recoup/report/markup_text.hpp"
#include "recoup/report/text_table.hpp"
#include "svg_parts.hpp"

namespace recoup {
namespace {

constexpr Tenths page_width = 9600;
constexpr Tenths page_height = 4400;
constexpr Tenths margin = 200;
constexpr Tenths plot_left_min = 1300;
constexpr Tenths plot_right = page_width - 300;
constexpr Tenths plot_top = 1000;
constexpr Tenths plot_bottom = 4100;
constexpr Tenths title_size = 160;
constexpr Tenths words_size = 105;
constexpr std::string_view to_the_left = R"( text-anchor="end")";
constexpr std::string_view cased =
    R"( stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke")";

/// What the whole drawing is measured by.
struct BalanceFrame {
  DayScale days;
  AmountScale amounts;
  Tenths left = 0;  ///< Of the plot, behind the widest amount.
};

/// A mark's amount without decimals that say nothing, where there are more than two.
std::string mark_words(Money mark) {
  std::string words = mark.grouped();
  while (mark.currency().decimals() > 2 && words.find('.') != std::string::npos &&
         (words.back() == '0' || words.back() == '.')) {
    words.pop_back();
  }
  return words == mark.grouped() ? printed(mark)
                                 : words + " " + std::string(mark.currency().code());
}

const BalancePoint& lowest(const BalanceHistory& history) {
  return *std::min_element(history.points.begin(), history.points.end(),
                           [](const BalancePoint& a, const BalancePoint& b) {
                             return a.balance.compare(b.balance) < 0;
                           });
}

Result<BalanceFrame> frame_of(const BalanceHistory& history) {
  Date first = history.points.front().when.date();
  Date last = first;
  Money least = history.opening.value_or(history.points.front().balance);
  Money most = least;
  for (const BalancePoint& point : history.points) {
    first = std::min(first, point.when.date());
    last = std::max(last, point.when.date());
    if (point.balance.compare(least) < 0) least = point.balance;
    if (point.balance.compare(most) > 0) most = point.balance;
  }
  RECOUP_TRY(amounts, AmountScale::make(least, most, plot_top, plot_bottom));
  Tenths left = plot_left_min;
  for (const Money& mark : amounts.marks()) {
    left = std::max(left, margin + text_width(mark_words(mark), words_size) + 80);
  }
  return BalanceFrame{DayScale(first, last, left, plot_right), amounts, left};
}

std::string level_line(Tenths left, Tenths y, std::string_view attributes) {
  return "<path d=\"M" + px(left) + " " + px(y) + " H" + px(plot_right) + "\" fill=\"none\" " +
         std::string(attributes) + "/>\n";
}

std::string axes(const BalanceFrame& frame) {
  std::string out;
  for (const Money& mark : frame.amounts.marks()) {
    const Tenths y = frame.amounts.place(mark);
    out += level_line(frame.left, y,
                      mark.is_zero() ? R"(stroke="#000" stroke-width="1")"
                                     : R"(stroke="#ccc" stroke-width="0.8")");
    out +=
        text_element({frame.left - 80, y + 35}, words_size, to_the_left, mark_words(mark)) + "\n";
  }
  Tenths free_from = 0;
  for (const AxisMark& mark : frame.days.marks()) {
    out += "<path d=\"M" + px(mark.place) + " " + px(plot_bottom) + " V" + px(plot_bottom + 50) +
           "\" stroke=\"#000\" stroke-width=\"0.8\"/>";
    const Tenths width = text_width(mark.words, words_size);
    const Tenths begin = std::min(mark.place, plot_right + 200 - width);
    if (begin >= free_from) {
      out += text_element({begin, plot_bottom + 170}, words_size, "", mark.words);
      free_from = begin + width + 60;
    }
    out += "\n";
  }
  return out;
}

std::string shading(const BalanceHistory& history, const BalanceFrame& frame) {
  std::string out;
  for (const ShadedPeriod& period : history.unverified) {
    if (!frame.days.shows(period.from, period.until)) continue;
    const Tenths left = frame.days.begin_of(period.from);
    // Never too thin to be seen.
    const Tenths width = std::max<Tenths>(frame.days.end_of(period.until) - left, 20);
    out +=
        "<rect x=\"" + px(left) + "\" y=\"" + px(plot_top) + "\" width=\"" + px(width) +
        "\" height=\"" + px(plot_bottom - plot_top) + "\" fill=\"url(#unverified)\"><title>" +
        markup_text(iso_text(period.from) + " to " + iso_text(period.until) + ": " + period.why) +
        "</title></rect>\n";
  }
  return out;
}

/// The band from zero to what was held of the sources, from the end of each day to the next.
std::string band(const BalanceHistory& history, const BalanceFrame& frame) {
  if (history.traced.empty()) return {};
  const Tenths zero = frame.amounts.place(Money(0, history.traced.front().amount.currency()));
  std::string path;
  for (const TracedPoint& point : history.traced) {
    path += (path.empty() ? "M" + px(frame.days.begin_of(point.day)) + " " + px(zero)
                          : " H" + px(frame.days.begin_of(point.day)));
    path += " V" + px(frame.amounts.place(point.amount));
  }
  return "<path d=\"" + path + " H" + px(plot_right) + " V" + px(zero) +
         " Z\" fill=\"#b8b8b8\"><title>held of the sources under " + markup_text(history.method) +
         "</title></path>\n";
}

/// Points on one column of pixels: the first, the lowest, the highest and the last of them.
class BalancePath {
 public:
  void add(FlowPoint point, bool is_broken) {
    if (is_broken) {
      flush();
      path_ += (path_.empty() ? "M" : " M") + at(point);
      drawn_ = point;
      return;
    }
    if (!column_.empty() && column_.front().x / 10 != point.x / 10) flush();
    column_.push_back(point);
  }
  [[nodiscard]] std::string finish(Tenths right) {
    flush();
    return path_ + " H" + px(right);
  }

 private:
  void step_to(FlowPoint point) {
    if (point.x != drawn_.x) path_ += " H" + px(point.x);
    if (point.y != drawn_.y) path_ += " V" + px(point.y);
    drawn_ = point;
  }
  void flush() {
    const auto by_height = [](FlowPoint a, FlowPoint b) { return a.y < b.y; };
    if (column_.size() > 4) {
      auto ends = std::minmax_element(column_.begin() + 1, column_.end() - 1, by_height);
      if (ends.second < ends.first) std::swap(ends.first, ends.second);
      column_ = {column_.front(), *ends.first, *ends.second, column_.back()};
    }
    for (const FlowPoint point : column_) step_to(point);
    column_.clear();
  }

  std::string path_;
  FlowPoint drawn_;
  std::vector<FlowPoint> column_;
};

std::string balance_line(const BalanceHistory& history, const BalanceFrame& frame) {
  BalancePath path;
  Tenths x = frame.left;
  const Money before = history.opening.value_or(history.points.front().balance);
  path.add({x, frame.amounts.place(before)}, true);
  std::string gaps;
  Tenths y = frame.amounts.place(before);
  for (const BalancePoint& point : history.points) {
    // Statement order is kept where the days go back.
    const Tenths from = x;
    x = std::max(x, frame.days.place(point.when));
    const Tenths next = frame.amounts.place(point.balance);
    if (point.behind_gap) {
      gaps += "<path d=\"M" + px(from) + " " + px(y) + " H" + px(x) + " V" + px(next) +
              "\" fill=\"none\" stroke=\"#000\" stroke-width=\"1\" stroke-dasharray=\"2 3\">"
              "<title>the statements do not carry on here</title></path>\n";
    }
    path.add({x, next}, point.behind_gap);
    y = next;
  }
  return gaps + "<path d=\"" + path.finish(plot_right) +
         "\" fill=\"none\" stroke=\"#000\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>\n";
}

std::string lowest_mark(const BalanceHistory& history, const BalanceFrame& frame) {
  const BalancePoint& point = lowest(history);
  const FlowPoint where{frame.days.place(point.when), frame.amounts.place(point.balance)};
  const std::string words =
      "lowest: " + printed(point.balance) + ", " + long_text(point.when.date());
  const bool is_right = where.x + 120 + text_width(words, words_size) > plot_right;
  const FlowPoint label{where.x + (is_right ? -120 : 120),
                        where.y + 200 > plot_bottom ? where.y - 80 : where.y + 170};
  return "<g><title>" + markup_text(words + ", " + point.place) + "</title><circle cx=\"" +
         px(where.x) + "\" cy=\"" + px(where.y) +
         "\" r=\"5\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>" +
         text_element(label, words_size,
                      std::string(is_right ? to_the_left : "") + R"( font-weight="bold")" +
                          std::string(cased),
                      words) +
         "</g>\n";
}

std::string head(const BalanceHistory& history) {
  const std::string title = "Balance of " + history.account;
  const Tenths width = page_width - 2 * margin;
  std::string out = "<g><title>" + markup_text(title) + "</title>" +
                    text_element({margin, 300}, title_size, R"( font-weight="bold")",
                                 wrapped(title, title_size, width, 1).front()) +
                    "</g>\n";
  if (!history.method.empty()) {
    out +=
        text_element(
            {margin, 500}, words_size, "",
            wrapped("Held of the sources under " + history.method, words_size, width, 1).front()) +
        "\n";
  }
  return out;
}

/// What each kind of mark means, above the plot.
std::string key(const BalanceHistory& history, const BalanceFrame& frame) {
  const Tenths y = 760;
  Tenths x = frame.left;
  std::string out;
  const auto add = [&](const std::string& sign, const std::string& words) {
    out += sign + text_element({x + 330, y}, words_size, "", words) + "\n";
    x += 330 + text_width(words, words_size) + 300;
  };
  const auto box = [&](const std::string& fill) {
    return "<rect x=\"" + px(x) + "\" y=\"" + px(y - 85) + "\" width=\"25\" height=\"10\" fill=\"" +
           fill + "\" stroke=\"#555\" stroke-width=\"0.6\"/>";
  };
  add("<path d=\"M" + px(x) + " " + px(y - 35) + " H" + px(x + 250) +
          "\" stroke=\"#000\" stroke-width=\"1.6\"/>",
      "balance");
  if (!history.traced.empty()) add(box("#b8b8b8"), "held of the sources");
  if (!history.unverified.empty()) add(box("url(#unverified)"), "not verified");
  return out;
}

constexpr std::string_view hatch =
    "<defs><pattern id=\"unverified\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
    "<path d=\"M0 7 L7 0\" stroke=\"#999\" stroke-width=\"0.9\"/></pattern></defs>\n";

/// What the account held of the sources at the end of a day.
std::string traced_on(const BalanceHistory& history, Date day) {
  const auto next =
      std::upper_bound(history.traced.begin(), history.traced.end(), day,
                       [](Date wanted, const TracedPoint& point) { return wanted < point.day; });
  if (next == history.traced.begin()) return "0";
  return std::prev(next)->amount.grouped();
}

std::string table_of(const BalanceHistory& history) {
  std::vector<std::string> names = {"day", "entries", "lowest", "at the end"};
  std::vector<Align> align = {Align::left, Align::right, Align::right, Align::right};
  if (!history.method.empty()) {
    names.emplace_back("held of the sources");
    align.push_back(Align::right);
  }
  TextTable table(names, align);
  for (std::size_t i = 0; i < history.points.size();) {
    const Date day = history.points[i].when.date();
    const std::size_t first = i;
    Money least = history.points[i].balance;
    for (; i < history.points.size() && history.points[i].when.date() == day; ++i) {
      if (history.points[i].balance.compare(least) < 0) least = history.points[i].balance;
    }
    std::vector<std::string> row = {iso_text(day), std::to_string(i - first), least.grouped(),
                                    history.points[i - 1].balance.grouped()};
    if (!history.method.empty()) row.push_back(traced_on(history, day));
    table.row(std::move(row));
  }
  const BalancePoint& low = lowest(history);
  std::string out = table.text() + "\nlowest: " + low.balance.text() + " on " +
                    iso_text(low.when.date()) + ", " + low.place + "\n";
  for (const ShadedPeriod& period : history.unverified) {
    out += "not verified: " + iso_text(period.from) + " to " + iso_text(period.until) + ": " +
           period.why + "\n";
  }
  return out;
}

}  // namespace

Result<ChartPage> balance_chart(const BalanceHistory& history) {
  RECOUP_CHECK(!history.points.empty());
  RECOUP_TRY(frame, frame_of(history));
  std::string svg = svg_head(page_width, page_height, "Balance of " + history.account);
  svg += hatch;
  svg += band(history, frame) + shading(history, frame) + axes(frame) +
         balance_line(history, frame) + lowest_mark(history, frame) + head(history) +
         key(history, frame);
  return ChartPage{svg + "</svg>\n", table_of(history)};
}

}  // namespace recoup
