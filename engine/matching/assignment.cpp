#include "assignment.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace recoup {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::min() / 2;
constexpr std::uint32_t unbounded = 0xFFFFFFFF;

/// A way for units, and its way back: arcs stand in pairs.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t room = 0;
  std::int32_t weight = 0;
};

/// Units flow from the root to the debits, along offers to the credits, and back to the root.
class UnitFlow {
 public:
  UnitFlow(const std::vector<std::uint32_t>& debit_units,
           const std::vector<std::uint32_t>& credit_units, const std::vector<Offer>& offers)
      : debits_(debit_units.size()), sink_(debits_ + credit_units.size()), nodes_(sink_ + 2) {
    for (const Offer& offer : offers) {
      add(node_of_debit(offer.debit), node_of_credit(offer.credit), unbounded, offer.weight);
    }
    for (std::uint32_t i = 0; i < debit_units.size(); ++i) {
      add(source(), node_of_debit(i), debit_units[i], 0);
    }
    for (std::uint32_t i = 0; i < credit_units.size(); ++i) {
      add(node_of_credit(i), sink(), credit_units[i], 0);
    }
    back_ = arcs_.size();
    add(sink(), source(), unbounded, 0);
  }

  /// Sends units along the heaviest ways until none adds anything.
  std::int64_t fill() {
    std::int64_t weight = 0;
    for (;;) {
      const std::int64_t gain = heaviest(source(), sink(), back_);
      if (gain <= 0) return weight;
      std::uint32_t units = unbounded;
      for (std::uint32_t at = sink(); at != source(); at = arcs_[came_by_[at]].from) {
        units = std::min(units, arcs_[came_by_[at]].room);
      }
      for (std::uint32_t at = sink(); at != source(); at = arcs_[came_by_[at]].from) {
        send(came_by_[at], units);
      }
      send(back_, units);
      weight += gain * units;
    }
  }

  [[nodiscard]] std::uint32_t units(std::size_t offer) const { return arcs_[offer * 2 + 1].room; }

  /// Whether the offer's units could go another way without any loss.
  [[nodiscard]] bool is_replaceable(std::size_t offer) {
    const Arc& arc = arcs_[offer * 2];
    return heaviest(arc.from, arc.to, offer * 2) >= arc.weight;
  }

 private:
  [[nodiscard]] std::uint32_t node_of_debit(std::uint32_t debit) const { return debit; }
  [[nodiscard]] std::uint32_t node_of_credit(std::uint32_t credit) const {
    return static_cast<std::uint32_t>(debits_) + credit;
  }
  [[nodiscard]] std::uint32_t sink() const { return static_cast<std::uint32_t>(sink_); }
  [[nodiscard]] std::uint32_t source() const { return sink() + 1; }

  void add(std::uint32_t from, std::uint32_t to, std::uint32_t room, std::int32_t weight) {
    arcs_.push_back({from, to, room, weight});
    arcs_.push_back({to, from, 0, -weight});
  }

  void send(std::size_t arc, std::uint32_t units) {
    if (arcs_[arc].room != unbounded) arcs_[arc].room -= units;
    if (arcs_[arc ^ 1].room != unbounded) arcs_[arc ^ 1].room += units;
  }

  /// The weight of the heaviest way that does not begin by `without` or its way back. There is no
  /// circle that gains, since what was sent so far was sent the heaviest way.
  std::int64_t heaviest(std::uint32_t from, std::uint32_t to, std::size_t without) {
    std::vector<std::int64_t> weight(nodes_, unreached);
    came_by_.assign(nodes_, 0);
    weight[from] = 0;
    for (bool is_changed = true; is_changed;) {
      is_changed = false;
      for (std::size_t arc = 0; arc < arcs_.size(); ++arc) {
        const Arc& way = arcs_[arc];
        if (arc == without || arc == (without ^ 1) || way.room == 0) continue;
        if (weight[way.from] == unreached || weight[way.from] + way.weight <= weight[way.to]) {
          continue;
        }
        weight[way.to] = weight[way.from] + way.weight;
        came_by_[way.to] = arc;
        is_changed = true;
      }
    }
    return weight[to];
  }

  std::size_t debits_;
  std::size_t sink_;
  std::size_t nodes_;
  std::size_t back_ = 0;
  std::vector<Arc> arcs_;
  std::vector<std::size_t> came_by_;
};

}  // namespace

BestAssignment best_assignment(const std::vector<std::uint32_t>& debit_units,
                               const std::vector<std::uint32_t>& credit_units,
                               const std::vector<Offer>& offers) {
  UnitFlow flow(debit_units, credit_units, offers);
  BestAssignment best;
  best.weight = flow.fill();
  for (std::uint32_t offer = 0; offer < offers.size(); ++offer) {
    const std::uint32_t units = flow.units(offer);
    if (units > 0) best.shares.push_back({offer, units, !flow.is_replaceable(offer)});
  }
  return best;
}

}  // namespace recoup
