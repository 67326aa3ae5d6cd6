#include "penny_tracer.hpp"

#include <algorithm>
#include <set>

#include "penny_lots.hpp"

namespace recoup {
namespace {

/// What one account has of one currency.
struct Pot {
  PennyLots lots;
  Whole overdraft = 0;
};

Whole credit_of(const PennyCase& told, PennyLeg leg) { return minor_of(told.at(leg).amount); }
Whole debit_of(const PennyCase& told, PennyLeg leg) { return -credit_of(told, leg); }

Money amount_of(const PennyCase& told, const PennySource& source) {
  if (source.amount) return *source.amount;
  return told.at({source.account, source.entry.value()}).amount;
}

bool is_on(const PennySource& source, PennyLeg leg) {
  return source.entry && source.account == leg.account && *source.entry == leg.entry;
}

bool is_on_opening(const PennyCase& told, const PennySource& source, std::size_t account,
                   Currency currency) {
  return !source.entry && source.account == account &&
         amount_of(told, source).currency() == currency;
}

/// Whether every source is on a credit from an end point, or on an opening balance, and no credit
/// or balance has more sources than it is worth.
bool sources_stand(const PennyCase& told, const PennyLinks& links, const PennyOrder& order) {
  for (const PennySource& source : told.sources) {
    const Money amount = amount_of(told, source);
    if (amount.minor() <= 0) return false;
    Whole declared = 0;
    Whole available = 0;
    if (source.entry) {
      const PennyLeg leg{source.account, *source.entry};
      for (const PennyPair& pair : links.matched) {
        if (pair.debit == leg || pair.credit == leg) return false;
      }
      for (const auto& [credit, debit] : order.gives_back) {
        if (order.in_order[credit].credit == leg) return false;
      }
      if (told.at(leg).amount.currency() != amount.currency()) return false;
      available = credit_of(told, leg);
      for (const PennySource& other : told.sources) {
        if (is_on(other, leg)) declared += minor_of(amount_of(told, other));
      }
    } else {
      available = penny_opening(told, source.account, amount.currency());
      for (const PennySource& other : told.sources) {
        if (!is_on_opening(told, other, source.account, amount.currency())) continue;
        declared += minor_of(amount_of(told, other));
      }
    }
    if (declared > available) return false;
  }
  return true;
}

/// One run over the movements.
class Run {
 public:
  Run(const PennyCase& told, const PennyOrder& order, PennyMethod method)
      : told_(told), order_(order), method_(method), gaps_(penny_gaps(told)) {}

  PennyTrace trace() {
    result_.movement_count = penny_count(told_, order_);
    open_accounts();
    for (std::size_t i = 0; i < result_.movement_count; ++i) {
      move(i, order_.in_order[i]);
      for (const auto& leg : {order_.in_order[i].debit, order_.in_order[i].credit}) {
        if (leg) note(*leg);
      }
    }
    std::sort(result_.attributed.begin(), result_.attributed.end());
    for (const auto& [key, pot] : pots_) {
      arrive("account", told_.accounts[key.first].name, key.second, pot.lots);
    }
    for (const auto& [key, amount] : arrived_) {
      const auto& [source, kind, node, currency] = key;
      if (amount > 0)
        result_.holdings.emplace_back(source, kind, node, currency, static_cast<Int128>(amount));
    }
    return result_;
  }

 private:
  [[nodiscard]] std::size_t clean() const { return told_.sources.size(); }
  [[nodiscard]] PennyLots no_lots() const { return {method_, told_.sources.size() + 1}; }

  void open_accounts() {
    for (std::size_t account = 0; account < told_.accounts.size(); ++account) {
      std::set<Currency> currencies;
      for (const Transaction& entry : told_.accounts[account].entries) {
        currencies.insert(entry.amount.currency());
      }
      for (const Money& money : told_.accounts[account].declared_openings) {
        currencies.insert(money.currency());
      }
      for (const Currency currency : currencies) open(account, currency);
    }
  }

  void open(std::size_t account, Currency currency) {
    Pot pot{no_lots()};
    const Whole opening = penny_opening(told_, account, currency);
    if (opening < 0) pot.overdraft = -opening;
    Whole left = std::max<Whole>(opening, 0);
    for (std::size_t s = 0; s < told_.sources.size(); ++s) {
      if (!is_on_opening(told_, told_.sources[s], account, currency)) continue;
      const Whole amount = minor_of(amount_of(told_, told_.sources[s]));
      pot.lots.put(s, amount);
      left -= amount;
    }
    pot.lots.put(clean(), left);
    history_[{account, currency}].push_back({long_ago, sums_of(pot.lots)});
    pots_.emplace(std::pair(account, currency), pot);
  }

  /// What a pot held of each tag at the end of a day, until another day is noted.
  struct Noted {
    Date day;
    std::vector<Whole> sums;
  };
  static constexpr Date long_ago{std::chrono::days{-1'000'000}};

  [[nodiscard]] std::vector<Whole> sums_of(const PennyLots& lots) const {
    std::vector<Whole> sums;
    for (std::size_t tag = 0; tag <= clean(); ++tag) sums.push_back(lots.held_of(tag));
    return sums;
  }

  void note(PennyLeg leg) {
    std::vector<Noted>& history = history_[key_of(leg)];
    const Date day = std::max(history.back().day, told_.at(leg).booked_at.date());
    history.push_back({day, sums_of(pot_of(leg).lots)});
  }

  /// The first day for which interest was paid: as told, else that of the interest before it, else
  /// that of the account's first entry.
  [[nodiscard]] Date first_day(std::size_t place, const PennyInterest& interest) const {
    if (interest.from) return *interest.from;
    std::optional<Date> day;
    for (std::size_t i = 0; i <= place; ++i) {
      for (const auto& leg : {order_.in_order[i].debit, order_.in_order[i].credit}) {
        if (!leg || key_of(*leg) != key_of(interest.credit)) continue;
        const bool earned = i < place && interest_at(*leg) != nullptr;
        if (!day || earned) day = told_.at(*leg).booked_at.date();
      }
    }
    return day.value();
  }

  [[nodiscard]] const PennyInterest* interest_at(PennyLeg leg) const {
    for (const PennyInterest& interest : told_.interest) {
      if (interest.credit == leg) return &interest;
    }
    return nullptr;
  }

  /// The parts of `amount`: day by day, what each tag held at the end of it weighs as much.
  std::vector<Whole> earned(std::size_t place, const PennyInterest& interest,
                            const Whole& amount) const {
    const std::vector<Noted>& history = history_.at(key_of(interest.credit));
    std::vector<Whole> weights(clean() + 1, 0);
    const Date until = told_.at(interest.credit).booked_at.date();
    for (Date day = first_day(place, interest); day < until; day += std::chrono::days(1)) {
      const Noted* held = &history.front();
      for (const Noted& noted : history) {
        if (noted.day <= day) held = &noted;
      }
      for (std::size_t tag = 0; tag <= clean(); ++tag) weights[tag] += held->sums[tag];
    }
    return penny_cut(amount, weights);
  }

  [[nodiscard]] std::pair<std::size_t, Currency> key_of(PennyLeg leg) const {
    return {leg.account, told_.at(leg).amount.currency()};
  }

  Pot& pot_of(PennyLeg leg) { return pots_.at({leg.account, told_.at(leg).amount.currency()}); }

  /// Lots stand still before a gap; the account goes on with what the statement says.
  void pass_gap(const std::optional<PennyLeg>& leg) {
    if (!leg || gaps_.count(*leg) == 0) return;
    Pot& pot = pot_of(*leg);
    if (told_.accepted.count(*leg) != 0) return pass_unseen(pot, *leg);
    arrive("gap", told_.accounts[leg->account].name, told_.at(*leg).amount.currency(), pot.lots);
    const Whole restart = gaps_.at(*leg).restart;
    pot = Pot{no_lots()};
    if (restart < 0) {
      pot.overdraft = -restart;
    } else {
      pot.lots.put(clean(), restart);
    }
  }

  /// What an accepted gap hides: one payment that stops there, or one clean receipt.
  void pass_unseen(Pot& pot, PennyLeg leg) {
    const Whole balance = pot.lots.held() - pot.overdraft;
    const Whole restart = gaps_.at(leg).restart;
    if (restart < balance) {
      const Whole held = std::min<Whole>(balance - restart, pot.lots.held());
      arrive("gap", told_.accounts[leg.account].name, told_.at(leg).amount.currency(),
             pot.lots.take(held));
      pot.overdraft += balance - restart - held;
    } else {
      const Whole repaid = std::min<Whole>(restart - balance, pot.overdraft);
      pot.overdraft -= repaid;
      pot.lots.put(clean(), restart - balance - repaid);
    }
  }

  /// The lots that a debit took, out of its end point again.
  PennyLots take_back(PennyLeg leg, std::size_t debit_place) {
    PennyLots back = paid_.at(debit_place).take_of_each(credit_of(told_, leg));
    const Transaction& paid = told_.at(*order_.in_order[debit_place].debit);
    for (std::size_t s = 0; s < told_.sources.size(); ++s) {
      const std::string code(paid.amount.currency().code());
      arrived_[{s, "end-point", penny_end_point(paid), code}] -= back.held_of(s);
    }
    return back;
  }

  void move(std::size_t place, const PennyMovement& movement) {
    pass_gap(movement.debit);
    pass_gap(movement.credit);
    const bool exchanges =
        movement.debit && movement.credit &&
        told_.at(*movement.debit).amount.currency() != told_.at(*movement.credit).amount.currency();
    // Nothing changes, unless one account holds two currencies and changes one into the other.
    if (movement.is_to_itself() && !exchanges) return;
    const Whole overdraft_before = movement.debit ? pot_of(*movement.debit).overdraft : 0;
    const auto debit_place = order_.gives_back.find(place);
    const bool gives_back = debit_place != order_.gives_back.end();
    PennyLots carried = movement.debit ? debit(*movement.debit)
                        : gives_back   ? take_back(*movement.credit, debit_place->second)
                                       : bring_in(place, *movement.credit);
    const Whole overdrawn =
        movement.debit ? Whole(pot_of(*movement.debit).overdraft - overdraft_before) : Whole(0);
    for (std::size_t s = 0; s < told_.sources.size(); ++s) {
      const Whole amount = carried.held_of(s);
      if (amount > 0) result_.carried.emplace_back(place, s, static_cast<Int128>(amount));
    }
    if (movement.credit) {
      const Whole amount = credit_of(told_, *movement.credit);
      credit(*movement.credit, exchanges ? carried.exchanged_for(amount) : carried, place);
    } else {
      paid_.emplace(place, carried);
      overdrawn_[place] = overdrawn;
      const Transaction& entry = told_.at(*movement.debit);
      arrive("end-point", penny_end_point(entry), entry.amount.currency(), carried);
    }
  }

  PennyLots debit(PennyLeg leg) {
    Pot& pot = pot_of(leg);
    const Whole amount = debit_of(told_, leg);
    const Whole held = std::min<Whole>(amount, pot.lots.held());
    PennyLots carried = pot.lots.take(held);
    pot.overdraft += amount - held;
    carried.put(clean(), amount - held);
    return carried;
  }

  PennyLots bring_in(std::size_t place, PennyLeg leg) {
    PennyLots carried = no_lots();
    Whole left = credit_of(told_, leg);
    for (std::size_t s = 0; s < told_.sources.size(); ++s) {
      if (!is_on(told_.sources[s], leg)) continue;
      const Whole amount = minor_of(amount_of(told_, told_.sources[s]));
      carried.put(s, amount);
      left -= amount;
    }
    const PennyInterest* interest = interest_at(leg);
    if (interest == nullptr) {
      carried.put(clean(), left);
      return carried;
    }
    const std::vector<Whole> parts = earned(place, *interest, left);
    for (std::size_t s = 0; s < clean(); ++s) {
      carried.put(s, parts[s]);
      left -= parts[s];
      if (parts[s] > 0) result_.accrued.emplace_back(place, s, static_cast<Int128>(parts[s]));
    }
    carried.put(clean(), left);
    return carried;
  }

  /// What would repay the overdraft and is asserted to have paid for debits out of it.
  void attribute(std::size_t place, PennyLots& repaid) {
    for (const auto& [credit, debit] : order_.finances) {
      if (credit != place) continue;
      const Transaction& paid = told_.at(*order_.in_order[debit].debit);
      const Whole part = std::min<Whole>(overdrawn_[debit], repaid.held());
      overdrawn_[debit] -= part;
      const PennyLots lots = repaid.take(part);
      arrive("end-point", penny_end_point(paid), paid.amount.currency(), lots);
      for (std::size_t s = 0; s < clean(); ++s) {
        const Whole amount = lots.held_of(s);
        if (amount == 0) continue;
        result_.attributed.emplace_back(place, debit, s, static_cast<Int128>(amount));
      }
    }
  }

  void credit(PennyLeg leg, PennyLots incoming, std::size_t place) {
    Pot& pot = pot_of(leg);
    const Whole repaid = std::min<Whole>(pot.overdraft, incoming.held());
    PennyLots repaying = incoming.take(repaid);
    attribute(place, repaying);
    arrive("overdraft", told_.accounts[leg.account].name, told_.at(leg).amount.currency(),
           repaying);
    pot.overdraft -= repaid;
    if (order_.gives_back.count(place) != 0) {
      pot.lots.put_where_taken_from(incoming);
    } else {
      pot.lots.put(incoming);
    }
  }

  void arrive(const std::string& kind, const std::string& node, Currency currency,
              const PennyLots& lots) {
    for (std::size_t s = 0; s < told_.sources.size(); ++s) {
      const Whole amount = lots.held_of(s);
      if (amount > 0) arrived_[{s, kind, node, std::string(currency.code())}] += amount;
    }
  }

  const PennyCase& told_;
  const PennyOrder& order_;
  PennyMethod method_;
  std::map<PennyLeg, PennyGap> gaps_;
  std::map<std::pair<std::size_t, Currency>, Pot> pots_;
  std::map<std::pair<std::size_t, Currency>, std::vector<Noted>> history_;
  std::map<std::size_t, Whole> overdrawn_;  ///< What of a debit no credit has financed, by place.
  std::map<std::size_t, PennyLots> paid_;   ///< What a debit to an end point took, by its place.
  std::map<std::tuple<std::size_t, std::string, std::string, std::string>, Whole> arrived_;
  PennyTrace result_;
};

/// By currency, what of all sources is on accounts.
std::map<std::string, Whole> left_on_accounts(const PennyTrace& trace) {
  std::map<std::string, Whole> left;
  for (const auto& [s, kind, node, currency, amount] : trace.holdings) {
    if (kind == "account") left[currency] += amount;
  }
  return left;
}

/// Whether `one` leaves less than `other` in the first currency in which they differ.
bool leaves_less(const PennyTrace& one, const PennyTrace& other) {
  std::map<std::string, Whole> ours = left_on_accounts(one);
  std::map<std::string, Whole> theirs = left_on_accounts(other);
  for (const auto& [currency, amount] : theirs) ours[currency] += 0;
  for (const auto& [currency, amount] : ours) {
    if (amount != theirs[currency]) return amount < theirs[currency];
  }
  return false;
}

void trace_by(const PennyCase& told, PennyMethod method, PennyOpinion& opinion) {
  opinion.traces[method] = Run(told, opinion.order, method).trace();
  if (!opinion.debits_first) return;
  opinion.others[method] = Run(told, *opinion.debits_first, method).trace();
  if (!leaves_less(opinion.others[method], opinion.traces[method])) return;
  std::swap(opinion.others[method], opinion.traces[method]);
  opinion.led_by_debits_first.insert(method);
}

/// The nodes exposed to one source, in the order in which they are.
void expose(const PennyCase& told, const PennyOrder& order, std::size_t s,
            std::vector<PennyExposure>& exposures) {
  const PennySource& source = told.sources[s];
  std::set<std::pair<std::string, std::string>> exposed;
  const auto add = [&](const std::string& kind, const std::string& node,
                       std::optional<std::size_t> place) {
    if (exposed.insert({kind, node}).second) exposures.emplace_back(s, kind, node, place);
  };
  if (!source.entry) add("account", told.accounts[source.account].name, std::nullopt);
  const std::size_t count = penny_count(told, order);
  for (std::size_t i = 0; i < count; ++i) {
    const PennyMovement& movement = order.in_order[i];
    const bool tainted =
        movement.debit
            ? exposed.count({"account", told.accounts[movement.debit->account].name}) != 0
            : is_on(source, *movement.credit);
    if (!tainted) continue;
    if (movement.credit) {
      add("account", told.accounts[movement.credit->account].name, i);
    } else {
      add("end-point", penny_end_point(told.at(*movement.debit)), i);
    }
    for (const auto& [credit, debit] : order.finances) {
      if (credit != i) continue;
      add("end-point", penny_end_point(told.at(*order.in_order[debit].debit)), i);
    }
  }
}

/// Least and most of every node over the methods with authority.
std::vector<PennyRange> range_of(const std::map<PennyMethod, PennyTrace>& traces) {
  using Key = std::tuple<std::size_t, std::string, std::string, std::string>;
  const std::array<PennyMethod, 4> with_authority = {PennyMethod::fifo, PennyMethod::pro_rata,
                                                     PennyMethod::lowest_intermediate_balance,
                                                     PennyMethod::tainted_first};
  std::map<Key, std::map<PennyMethod, Int128>> reached;
  for (const PennyMethod method : with_authority) {
    for (const auto& [s, kind, node, currency, amount] : traces.at(method).holdings) {
      reached[{s, kind, node, currency}][method] = amount;
    }
  }
  std::vector<PennyRange> range;
  for (auto& [key, amounts] : reached) {
    PennyMethod least = PennyMethod::fifo;
    PennyMethod most = PennyMethod::fifo;
    for (const PennyMethod method : with_authority) {
      if (amounts[method] < amounts[least]) least = method;
      if (amounts[method] > amounts[most]) most = method;
    }
    const auto& [s, kind, node, currency] = key;
    range.emplace_back(s, kind, node, currency, amounts[least], penny_text(least), amounts[most],
                       penny_text(most));
  }
  return range;
}

}  // namespace

std::string penny_text(PennyMethod method) {
  switch (method) {
    case PennyMethod::fifo: return "fifo";
    case PennyMethod::lifo: return "lifo";
    case PennyMethod::pro_rata: return "pro-rata";
    case PennyMethod::lowest_intermediate_balance: return "lowest-intermediate-balance";
    case PennyMethod::tainted_first: return "tainted-first";
  }
  return "";
}

PennyOpinion second_opinion(const PennyCase& told, const std::vector<PennyMethod>& methods) {
  PennyOpinion opinion;
  opinion.legs = penny_legs(told);
  opinion.gaps = penny_gaps(told);
  opinion.links = penny_match(told);
  opinion.order = penny_order(told, opinion.links, PennyDay::credits_first);
  opinion.refused = !sources_stand(told, opinion.links, opinion.order);
  if (penny_is_unordered(told)) {
    opinion.debits_first = penny_order(told, opinion.links, PennyDay::debits_first);
    opinion.refused |= !sources_stand(told, opinion.links, *opinion.debits_first);
  }
  if (opinion.refused) return opinion;
  for (const PennyMethod method : methods) trace_by(told, method, opinion);
  for (std::size_t s = 0; s < told.sources.size(); ++s) {
    expose(told, opinion.order, s, opinion.exposures);
  }
  std::sort(opinion.exposures.begin(), opinion.exposures.end());
  if (methods.size() == penny_methods.size()) opinion.range = range_of(opinion.traces);
  return opinion;
}

}  // namespace recoup
