// penny_tracer.hpp: a second opinion on tracing, slow and obvious, for small ledgers.
#pragma once

#include <array>
#include <set>
#include <tuple>

#include "penny_ledger.hpp"

namespace recoup {

enum class PennyMethod : std::uint8_t {
  fifo,
  lifo,
  pro_rata,
  lowest_intermediate_balance,
  tainted_first
};

inline constexpr std::array<PennyMethod, 5> penny_methods = {
    PennyMethod::fifo, PennyMethod::lifo, PennyMethod::pro_rata,
    PennyMethod::lowest_intermediate_balance, PennyMethod::tainted_first};

/// The method's name on the command line.
std::string penny_text(PennyMethod method);

/// Source, kind ("account", "end-point", "overdraft", "gap"), node, currency, minor units.
using PennyHolding = std::tuple<std::size_t, std::string, std::string, std::string, Int128>;
/// Place of the movement in trace order, source, minor units.
using PennyCarried = std::tuple<std::size_t, std::size_t, Int128>;
/// Places of a credit and of the debit that it financed, source, minor units.
using PennyAttributed = std::tuple<std::size_t, std::size_t, std::size_t, Int128>;
/// Source, kind, node, place of the movement that exposed it first.
using PennyExposure = std::tuple<std::size_t, std::string, std::string, std::optional<std::size_t>>;
/// Source, kind, node, currency, least, its method, most, its method.
using PennyRange = std::tuple<std::size_t, std::string, std::string, std::string, Int128,
                              std::string, Int128, std::string>;

/// What became of the sources.
struct PennyTrace {
  std::size_t movement_count = 0;
  std::vector<PennyHolding> holdings;  ///< Sorted.
  std::vector<PennyCarried> carried;   ///< Sorted.
  std::vector<PennyCarried> accrued;   ///< Sorted: what the interest at a place is of a source.
  std::vector<PennyAttributed> attributed;  ///< Sorted.

  friend bool operator==(const PennyTrace&, const PennyTrace&) = default;
};

/// All that the second opinion has to say of a case.
struct PennyOpinion {
  std::vector<PennyLeg> legs;
  std::map<PennyLeg, PennyGap> gaps;
  PennyLinks links;
  PennyOrder order;  ///< With credits first where nothing proves the order of some lines,
  std::optional<PennyOrder> debits_first;  ///< and then the other way round.
  bool refused = false;  ///< A source cannot be as it is declared. Nothing below then.
  std::map<PennyMethod, PennyTrace> traces;  ///< Those that lead.
  /// Methods of which debits first leads, and the traces that do not lead.
  std::set<PennyMethod> led_by_debits_first;
  std::map<PennyMethod, PennyTrace> others;
  std::vector<PennyExposure> exposures;  ///< Sorted.
  std::vector<PennyRange> range;         ///< Sorted. Over the methods with authority.

  friend bool operator==(const PennyOpinion&, const PennyOpinion&) = default;
};

/// Traces `told` under each of `methods`; the range needs all of them. Under fifo and lifo every
/// minor unit is a token of its own; the other methods cut shares with numbers of unbounded size.
PennyOpinion second_opinion(const PennyCase& told, const std::vector<PennyMethod>& methods = {
                                                       penny_methods.begin(), penny_methods.end()});

}  // namespace recoup
