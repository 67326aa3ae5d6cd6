// penny_lots.hpp: what an account holds or a movement carries, in the second opinion.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <utility>
#include <vector>

#include "penny_tracer.hpp"

namespace recoup {

/// A whole number without a bound on its size.
using Whole = boost::multiprecision::cpp_int;

/// `amount` in proportion to `weights` by largest remainder, ties to the earlier weight.
std::vector<Whole> penny_cut(const Whole& amount, const std::vector<Whole>& weights);

/// Lots under one method. Tags are numbered: the sources as they are declared, then clean.
class PennyLots {
 public:
  PennyLots(PennyMethod method, std::size_t tag_count);

  /// Puts `amount` of one tag at the back.
  void put(std::size_t tag, const Whole& amount);
  /// Puts all of `lots` at the back, in their order.
  void put(const PennyLots& others);
  /// Puts all of `lots` where the method takes from next, in their order.
  void put_where_taken_from(const PennyLots& others);
  /// Takes `amount` out of the lots in proportion to what each is, in their order.
  PennyLots take_of_each(const Whole& amount);
  /// Takes `amount`, which is no more than is held, as the method says.
  PennyLots take(const Whole& amount);
  /// The same lots as `amount` of another currency.
  [[nodiscard]] PennyLots exchanged_for(const Whole& amount) const;

  [[nodiscard]] Whole held() const;
  [[nodiscard]] Whole held_of(std::size_t tag) const;

 private:
  [[nodiscard]] bool has_tokens() const;
  [[nodiscard]] std::size_t clean() const { return tag_count_ - 1; }
  [[nodiscard]] std::vector<std::pair<std::size_t, Whole>> in_lots() const;
  [[nodiscard]] std::vector<Whole> sums() const;
  [[nodiscard]] std::vector<Whole> shares_of(const Whole& amount) const;

  PennyMethod method_;
  std::size_t tag_count_;
  std::vector<std::size_t> tokens_;  ///< One per minor unit, front first: fifo and lifo.
  /// Tag and amount, front first; no two neighbours alike: the other methods.
  std::vector<std::pair<std::size_t, Whole>> lots_;
};

}  // namespace recoup
