#include "link_layout.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "flow_text.hpp"

namespace recoup {
namespace {

using namespace link_drawing;

constexpr int sweeps = 6;
constexpr Tenths passing_height = 150;

/// A box, or the place where a line passes a column in which it has no box.
struct LinkItem {
  std::size_t column = 0;
  Tenths height = 0;
  Tenths top = 0;
  std::size_t rank = 0;                 ///< From the top of its column.
  std::vector<std::size_t> neighbours;  ///< In the columns beside it.
};

/// Works a layout out.
class LinkPlacer {
 public:
  LinkPlacer(std::vector<LinkBox> boxes, std::vector<LinkLine> lines) {
    layout_.boxes = std::move(boxes);
    layout_.lines = std::move(lines);
  }

  LinkLayout place() {
    close_columns_up();
    make_items();
    for (int i = 0; i < sweeps; ++i) sort_columns(i % 2 == 0);
    stack();
    place_columns();
    draw_lines();
    return std::move(layout_);
  }

 private:
  /// A column in which nothing stands takes no room.
  void close_columns_up() {
    std::vector<std::size_t> used;
    for (const LinkBox& box : layout_.boxes) used.push_back(box.column);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (LinkBox& box : layout_.boxes) {
      const auto at = std::lower_bound(used.begin(), used.end(), box.column);
      box.column = static_cast<std::size_t>(at - used.begin());
    }
    columns_.resize(used.size());
  }

  [[nodiscard]] Tenths height_of(std::size_t box) const {
    std::size_t left = 0;
    std::size_t right = 0;
    for (const LinkLine& line : layout_.lines) {
      if (line.from == box) ++right;
      if (line.to == box) ++(is_loop(line) ? right : left);
    }
    const LinkBox& drawn = layout_.boxes[box];
    const auto lines = static_cast<Tenths>(drawn.lines.size() + (drawn.foot.empty() ? 1 : 2));
    return std::max(lines * line_height + 2 * padding,
                    static_cast<Tenths>(std::max(left, right)) * port_height + 2 * padding);
  }

  [[nodiscard]] bool is_loop(const LinkLine& line) const {
    return layout_.boxes[line.from].column == layout_.boxes[line.to].column;
  }

  void make_items() {
    for (std::size_t i = 0; i < layout_.boxes.size(); ++i) {
      add_item(layout_.boxes[i].column, height_of(i));
    }
    for (const LinkLine& line : layout_.lines) {
      std::vector<std::size_t> path = {line.from};
      const std::size_t last = layout_.boxes[line.to].column;
      for (std::size_t column = layout_.boxes[line.from].column + 1; column < last; ++column) {
        path.push_back(add_item(column, passing_height));
      }
      path.push_back(line.to);
      for (std::size_t i = 1; i < path.size() && !is_loop(line); ++i) {
        items_[path[i - 1]].neighbours.push_back(path[i]);
        items_[path[i]].neighbours.push_back(path[i - 1]);
      }
      paths_.push_back(std::move(path));
    }
  }

  std::size_t add_item(std::size_t column, Tenths height) {
    LinkItem item;
    item.column = column;
    item.height = height;
    item.rank = columns_[column].size();
    columns_[column].push_back(items_.size());
    items_.push_back(std::move(item));
    return items_.size() - 1;
  }

  /// The mean place of the neighbours on one side, as a sum and a count.
  [[nodiscard]] std::pair<std::size_t, std::size_t> pull(const LinkItem& item,
                                                         bool from_left) const {
    std::size_t sum = 0;
    std::size_t count = 0;
    for (const std::size_t each : item.neighbours) {
      if ((items_[each].column < item.column) != from_left) continue;
      sum += items_[each].rank;
      ++count;
    }
    return count == 0 ? std::pair{item.rank, std::size_t{1}} : std::pair{sum, count};
  }

  void sort_columns(bool from_left) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      auto& column = columns_[from_left ? i : columns_.size() - 1 - i];
      std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
        const auto one = pull(items_[a], from_left);
        const auto other = pull(items_[b], from_left);
        return one.first * other.second < other.first * one.second;
      });
      for (std::size_t rank = 0; rank < column.size(); ++rank) items_[column[rank]].rank = rank;
    }
  }

  /// Each item as near to those left of it as the one above it lets it be.
  void stack() {
    for (const auto& column : columns_) {
      Tenths next = 0;
      for (const std::size_t i : column) {
        LinkItem& item = items_[i];
        Tenths sum = 0;
        Tenths count = 0;
        for (const std::size_t each : item.neighbours) {
          if (items_[each].column >= item.column) continue;
          sum += items_[each].top + items_[each].height / 2;
          ++count;
        }
        const Tenths wanted = count == 0 ? next : sum / count - item.height / 2;
        item.top = std::max(next, wanted);
        next = item.top + item.height + between_boxes;
        layout_.height = std::max(layout_.height, item.top + item.height);
      }
    }
  }

  void place_columns() {
    std::vector<Tenths> words(columns_.size(), 0);
    for (const LinkLine& line : layout_.lines) {
      Tenths& widest = words[layout_.boxes[line.from].column];
      widest = std::max(widest, text_width(line.words, label_size) + 2 * stub_room);
    }
    Tenths x = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      lefts_.push_back(x);
      const bool is_last = i + 1 == columns_.size();
      stubs_.push_back(words[i]);
      x += box_width + words[i] + (is_last && words[i] == 0 ? 0 : curve_width);
    }
    layout_.width = x;
    for (std::size_t i = 0; i < layout_.boxes.size(); ++i) {
      layout_.boxes[i].corner = {lefts_[items_[i].column], items_[i].top};
      layout_.boxes[i].height = items_[i].height;
    }
  }

  [[nodiscard]] Tenths middle(std::size_t item) const {
    return items_[item].top + items_[item].height / 2;
  }

  /// Lines in the order in which they leave, or come to, one side of a box.
  void give_ports() {
    for (std::size_t box = 0; box < layout_.boxes.size(); ++box) {
      std::vector<std::pair<Tenths, std::pair<std::size_t, bool>>> left;
      std::vector<std::pair<Tenths, std::pair<std::size_t, bool>>> right;
      for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
        const LinkLine& line = layout_.lines[i];
        const auto& path = paths_[i];
        if (line.from == box) right.push_back({middle(path[1]), {i, true}});
        if (line.to == box) {
          (is_loop(line) ? right : left).push_back({middle(path[path.size() - 2]), {i, false}});
        }
      }
      spread(box, left);
      spread(box, right);
    }
  }

  void spread(std::size_t box,
              std::vector<std::pair<Tenths, std::pair<std::size_t, bool>>>& ports) {
    std::sort(ports.begin(), ports.end());
    const LinkBox& drawn = layout_.boxes[box];
    const auto count = static_cast<Tenths>(ports.size());
    for (std::size_t i = 0; i < ports.size(); ++i) {
      const Tenths y =
          drawn.corner.y + drawn.height * (2 * static_cast<Tenths>(i) + 1) / (2 * count);
      const auto& [line, is_start] = ports[i].second;
      (is_start ? starts_ : ends_)[line] = y;
    }
  }

  void draw_lines() {
    starts_.resize(layout_.lines.size());
    ends_.resize(layout_.lines.size());
    give_ports();
    for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
      LinkLine& line = layout_.lines[i];
      const std::size_t first = layout_.boxes[line.from].column;
      const Tenths right = lefts_[first] + box_width;
      line.points = {{right, starts_[i]}, {right + stubs_[first], starts_[i]}};
      for (std::size_t step = 1; step + 1 < paths_[i].size(); ++step) {
        const LinkItem& passed = items_[paths_[i][step]];
        const Tenths y = middle(paths_[i][step]);
        const Tenths x = lefts_[passed.column];
        line.points.push_back({x, y});
        line.points.push_back({x + box_width + stubs_[passed.column], y});
      }
      const Tenths end = lefts_[layout_.boxes[line.to].column] + (is_loop(line) ? box_width : 0);
      line.points.push_back({end, ends_[i]});
    }
  }

  LinkLayout layout_;
  std::vector<LinkItem> items_;                    // the boxes, then what passes
  std::vector<std::vector<std::size_t>> columns_;  // items from the top
  std::vector<std::vector<std::size_t>> paths_;    // of each line, its items
  std::vector<Tenths> lefts_;
  std::vector<Tenths> stubs_;
  std::vector<Tenths> starts_;
  std::vector<Tenths> ends_;
};

}  // namespace

LinkLayout lay_out_links(std::vector<LinkBox> boxes, std::vector<LinkLine> lines) {
  return LinkPlacer(std::move(boxes), std::move(lines)).place();
}

}  // namespace recoup
