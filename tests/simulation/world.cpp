#include "world.hpp"

#include <algorithm>

namespace recoup {
namespace {

/// How one bank prints one account's statements.
struct Habit {
  bool prints_times = true;
  bool mixes_times = false;
  bool writes_offset = false;
  std::size_t prints_balance_of = 4;  ///< Quarters of the entries: 0 none, 4 all.
};

class WorldMaker {
 public:
  explicit WorldMaker(std::uint64_t seed) : dice_(seed) {}

  PennyCase make() {
    make_accounts();
    const std::size_t events = 1 + dice_.below(dice_.one_in(3) ? 22 : 10);
    for (std::size_t i = 0; i < events && legs_ < 30; ++i) make_event();
    std::erase_if(world_.accounts, [](const PennyAccount& a) {
      return a.entries.empty() && a.declared_openings.empty();
    });
    for (PennyAccount& account : world_.accounts) disturb(account);
    for (std::size_t i = 0; i < world_.accounts.size(); ++i) print_balances(i);
    if (dice_.one_in(4)) confirm_exchange();
    if (dice_.one_in(2)) name_reversals();
    if (dice_.one_in(2)) accept_gaps();
    make_sources();
    if (overdraws_ && dice_.one_in(2)) name_financing();
    if (dice_.one_in(3)) name_interest();
    if (dice_.one_in(4)) world_.as_at = any_moment().civil();
    return world_;
  }

 private:
  void make_accounts() {
    std::vector<std::string> names = {"Alpha", "alpha", "20-11-22 12345678", "Zulu", "B", "B2"};
    dice_.shuffle(names);
    names.resize(dice_.pick<std::size_t>({1, 2, 2, 3, 3, 4}));
    overdraws_ = dice_.one_in(2);
    ties_ = dice_.one_in(3);
    foreign_ = dice_.one_in(4) ? 3 : 30;
    for (const std::string& name : names) {
      PennyAccount account;
      account.name = name;
      if (dice_.one_in(2)) account.declared_openings.emplace_back(opening(), gbp);
      if (dice_.one_in(15)) account.declared_openings.emplace_back(opening(), eur);
      account.keeps_sequence = !dice_.one_in(3);
      world_.accounts.push_back(account);
      habits_[name] = {!dice_.one_in(3), dice_.one_in(12), dice_.one_in(8),
                       dice_.pick<std::size_t>({0, 4, 4, 4, 2})};
    }
  }

  MinorUnits opening() {
    const auto size = amount();
    return overdraws_ && dice_.one_in(2) ? -size : size;
  }

  Int128 amount() {
    const std::size_t kind = dice_.below(8);
    if (kind < 2 && last_amount_ > 0) return last_amount_;
    const std::size_t units = kind < 4   ? 1 + dice_.below(6)
                              : kind < 5 ? 100 * (1 + dice_.below(4))
                                         : 1 + dice_.below(500);
    last_amount_ = dice_.one_in(40) ? 0 : static_cast<Int128>(units);
    return last_amount_;
  }

  /// Moments never go back while a world is made; often they stand still.
  void tick() {
    if (dice_.one_in(ties_ ? 6 : 2)) step_ += 1 + dice_.below(3);
  }

  BookingTime moment(std::size_t step) const {
    const Date first = make_date(2025, 3, 28).value();
    const std::int64_t day = static_cast<std::int64_t>(step / 4) * micros_per_day;
    const std::int64_t hour = (9 + static_cast<std::int64_t>(step % 4) * 3) * micros_per_hour;
    return {CivilTime{midnight(first).micros + day + hour}, std::nullopt};
  }

  BookingTime any_moment() { return moment(dice_.below(step_ + 2)); }

  std::size_t any_account() { return dice_.below(world_.accounts.size()); }

  std::size_t another_than(std::size_t account) {
    const std::size_t count = world_.accounts.size();
    return count == 1 ? account : (account + 1 + dice_.below(count - 1)) % count;
  }

  void book(std::size_t account, Int128 minor, const std::string& other, Currency currency) {
    const Habit& habit = habits_[world_.accounts[account].name];
    const bool has_time = habit.mixes_times ? dice_.one_in(2) : habit.prints_times;
    Transaction entry{world_.accounts[account].name,
                      moment(step_),
                      Money(minor, currency),
                      {},
                      other,
                      "",
                      "",
                      "",
                      0};
    if (has_time && habit.writes_offset) {
      // British Summer Time began on 30 March 2025, in the middle of these days.
      entry.booked_at = BookingTime(entry.booked_at.civil(), dice_.one_in(2) ? 60 : 0);
    }
    if (!has_time) entry.booked_at = BookingTime(entry.booked_at.date());
    ++legs_;
    if (dice_.one_in(4)) entry.reference = "R" + std::to_string(legs_);
    if (other.empty() && dice_.one_in(2))
      entry.counterparty_name = dice_.one_in(2) ? "J. Smith" : "Shop";
    if (dice_.one_in(3)) entry.description = dice_.one_in(2) ? "CARD" : "FEE";
    world_.accounts[account].entries.push_back(entry);
  }

  std::string outsider() {
    if (dice_.one_in(8)) return world_.accounts[any_account()].name;
    return dice_.pick<std::string>({"", "", "30-00-01 00000007", "GB00SHOP", "Casino"});
  }

  void make_event() {
    tick();
    const Currency currency = dice_.one_in(foreign_) ? eur : gbp;
    const std::size_t from = any_account();
    const std::size_t to = dice_.one_in(12) ? from : another_than(from);
    const std::string from_name = world_.accounts[from].name;
    const std::string to_name = world_.accounts[to].name;
    const Int128 size = amount();
    switch (dice_.below(world_.accounts.size() == 1 && !dice_.one_in(6) ? 6 : 12)) {
      case 0:
      case 1:
      case 2: book(to, size, outsider(), currency); break;
      case 3:
      case 4:
      case 5:
        book(from, overdraws_ ? -size : -std::max<Int128>(1, size / 3), outsider(), currency);
        break;
      case 6:
      case 7:
      case 8:
        book(from, -size, to_name, currency);
        book(to, size, from_name, currency);
        break;
      case 9: {  // Equal twins, now and then with a leg too few.
        const std::size_t twins = 2 + dice_.below(2);
        for (std::size_t i = 0; i < twins; ++i) {
          book(from, -size, to_name, currency);
          if (i > 0 && dice_.one_in(5)) continue;
          book(to, size, from_name, currency);
        }
        break;
      }
      case 10:
        if (dice_.one_in(2) && has_debit(from)) return give_back(from);
        book(from, -size, to_name, currency);
        break;
      default: book(to, size, from_name, currency); break;
    }
  }

  [[nodiscard]] bool has_debit(std::size_t account) const {
    const std::vector<Transaction>& entries = world_.accounts[account].entries;
    return std::any_of(entries.begin(), entries.end(),
                       [](const Transaction& entry) { return entry.amount.is_negative(); });
  }

  /// Books a credit of an earlier debit's amount, or of a part of it.
  void give_back(std::size_t account) {
    Money paid = dice_.pick(world_.accounts[account].entries).amount;
    while (!paid.is_negative()) paid = dice_.pick(world_.accounts[account].entries).amount;
    const Int128 whole = -paid.minor();
    const Int128 part = 1 + static_cast<Int128>(dice_.below(static_cast<std::size_t>(whole)));
    book(account, dice_.one_in(2) ? whole : part, "", paid.currency());
  }

  /// What a statement may suffer: lines out of order, lines that are lost.
  void disturb(PennyAccount& account) {
    std::vector<Transaction>& entries = account.entries;
    while (entries.size() > 1 && dice_.one_in(5)) {
      const std::size_t at = dice_.below(entries.size() - 1);
      std::swap(entries[at], entries[at + 1]);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i].line = i + 2;
  }

  void print_balances(std::size_t account) {
    std::vector<Transaction>& entries = world_.accounts[account].entries;
    const std::size_t quarters = habits_[world_.accounts[account].name].prints_balance_of;
    const bool has_gaps = dice_.one_in(4);
    std::map<Currency, Int128> running;
    running[gbp] = opening();
    // Mostly the case file knows better than chance.
    if (dice_.one_in(2)) running[gbp] = penny_opening(world_, account, gbp);
    for (Transaction& entry : entries) {
      Int128& balance = running[entry.amount.currency()];
      if (has_gaps && dice_.one_in(5)) balance += opening();
      balance += minor_of(entry.amount);
      if (dice_.below(4) < quarters) entry.balance = Money(balance, entry.amount.currency());
    }
  }

  /// A person decides that a debit in one currency and a credit in another are one transfer.
  void confirm_exchange() {
    const PennyLinks links = penny_match(world_);
    std::vector<PennyPair> pairs;
    const auto is_open = [&](const PennyLeg& leg) {
      return std::none_of(links.matched.begin(), links.matched.end(),
                          [&](const PennyPair& p) { return p.debit == leg || p.credit == leg; }) &&
             std::count(links.review.begin(), links.review.end(), leg) == 0;
    };
    for (const PennyLeg& debit : penny_legs(world_)) {
      for (const PennyLeg& credit : penny_legs(world_)) {
        const Transaction& paid = world_.at(debit);
        const Transaction& received = world_.at(credit);
        if (paid.amount.minor() >= 0 || received.amount.minor() <= 0) continue;
        if (paid.amount.currency() == received.amount.currency()) continue;
        if (is_open(debit) && is_open(credit)) pairs.push_back({debit, credit});
      }
    }
    if (!pairs.empty()) world_.confirmed.push_back(dice_.pick(pairs));
  }

  /// Says of some credits that they give a debit of their account back, mostly of one that stands
  /// before them and is no smaller. One credit gives one debit back.
  void name_reversals() {
    std::set<PennyLeg> named;
    const std::size_t wanted = 1 + dice_.below(4);
    for (std::size_t i = 0; i < 8 * wanted && world_.reversals.size() < wanted; ++i) {
      const std::size_t account = any_account();
      const std::size_t count = world_.accounts[account].entries.size();
      if (count < 2) continue;
      const PennyPair pair{{account, dice_.below(count)}, {account, dice_.below(count)}};
      const Int128 paid = -world_.at(pair.debit).amount.minor();
      const Int128 back = world_.at(pair.credit).amount.minor();
      const bool fits = paid > 0 && back > 0 && back <= paid && pair.debit < pair.credit;
      if (!fits && !dice_.one_in(12)) continue;
      if (named.insert(pair.credit).second) world_.reversals.push_back(pair);
    }
  }

  /// Says of some credits that they financed an earlier debit of their account.
  void name_financing() {
    for (std::size_t i = 0; i < 12 && world_.financed.size() < 3; ++i) {
      const std::size_t account = any_account();
      const std::size_t count = world_.accounts[account].entries.size();
      if (count < 2) continue;
      const PennyPair pair{{account, dice_.below(count)}, {account, dice_.below(count)}};
      const bool fits = world_.at(pair.debit).amount.is_negative() && pair.debit < pair.credit &&
                        world_.at(pair.credit).amount.minor() > 0;
      if (fits || dice_.one_in(12)) world_.financed.push_back(pair);
    }
  }

  /// Says of some credits from outside that they are interest.
  void name_interest() {
    const PennyLinks links = penny_match(world_);
    for (const PennyLeg& leg : penny_legs(world_)) {
      const bool is_matched =
          std::any_of(links.matched.begin(), links.matched.end(),
                      [&](const PennyPair& pair) { return pair.credit == leg; });
      if (world_.at(leg).amount.minor() <= 0 || is_matched || is_reversal(leg)) continue;
      if (!dice_.one_in(3)) continue;
      PennyInterest interest{leg, std::nullopt};
      if (dice_.one_in(3)) interest.from = any_moment().date();
      world_.interest.push_back(interest);
    }
  }

  void accept_gaps() {
    for (const auto& [leg, gap] : penny_gaps(world_)) {
      if (dice_.one_in(2)) world_.accepted.insert(leg);
    }
  }

  [[nodiscard]] bool is_reversal(PennyLeg leg) const {
    return std::any_of(world_.reversals.begin(), world_.reversals.end(),
                       [&](const PennyPair& pair) { return pair.credit == leg; });
  }

  void make_sources() {
    std::vector<PennyLeg> credits;
    std::vector<PennyLeg> likely;
    for (std::size_t a = 0; a < world_.accounts.size(); ++a) {
      for (std::size_t e = 0; e < world_.accounts[a].entries.size(); ++e) {
        const Transaction& entry = world_.accounts[a].entries[e];
        if (entry.amount.is_negative()) continue;
        credits.push_back({a, e});
        const bool outside = std::none_of(
            world_.accounts.begin(), world_.accounts.end(),
            [&](const PennyAccount& other) { return other.name == entry.counterparty_account; });
        if (outside && !is_reversal({a, e})) likely.push_back({a, e});
      }
    }
    const std::size_t wanted = 1 + dice_.below(4);
    for (std::size_t i = 0; i < wanted; ++i) {
      if (dice_.one_in(5)) add_opening_source();
      if (!likely.empty() && !dice_.one_in(30)) {
        add_source(dice_.pick(likely));
      } else if (!credits.empty() && dice_.one_in(4)) {
        add_source(dice_.pick(credits));
      }
    }
  }

  std::string next_id() const { return "S" + std::to_string(world_.sources.size() + 1); }

  /// What is left of `whole` behind the sources already there.
  Int128 left_of(Int128 whole, std::size_t account, std::optional<std::size_t> entry) const {
    for (const PennySource& source : world_.sources) {
      if (source.account == account && source.entry == entry) whole -= minor_of(*source.amount);
    }
    return whole;
  }

  void add_source(PennyLeg leg) {
    const Money whole = world_.at(leg).amount;
    add(leg.account, leg.entry, left_of(minor_of(whole), leg.account, leg.entry), whole.currency());
  }

  void add_opening_source() {
    const std::size_t account = any_account();
    const Int128 whole = penny_opening(world_, account, gbp);
    add(account, std::nullopt, left_of(whole, account, std::nullopt), gbp);
  }

  void add(std::size_t account, std::optional<std::size_t> entry, Int128 left, Currency currency) {
    // Now and then too much, which is refused.
    if (dice_.one_in(200)) left += 1;
    if (left <= 0) return;
    const Int128 part = dice_.one_in(2)
                            ? left
                            : 1 + static_cast<Int128>(dice_.below(static_cast<std::size_t>(left)));
    world_.sources.push_back({next_id(), account, entry, Money(part, currency)});
  }

  Dice dice_;
  PennyCase world_;
  std::map<std::string, Habit> habits_;
  std::size_t step_ = 0;
  std::size_t legs_ = 0;
  Int128 last_amount_ = 0;
  bool overdraws_ = false;
  bool ties_ = false;
  std::size_t foreign_ = 30;  ///< One entry in so many is in another currency.
};

std::string csv_line(const Transaction& entry) {
  return entry.account + "," + entry.booked_at.text() + "," + entry.amount.plain() + "," +
         std::string(entry.amount.currency().code()) + "," +
         (entry.balance ? entry.balance->plain() : "") + "," + entry.counterparty_account + "," +
         entry.counterparty_name + "," + entry.description + "," + entry.reference + "\n";
}

}  // namespace

PennyCase make_world(std::uint64_t seed) { return WorldMaker(seed).make(); }

std::string world_text(const PennyCase& world) {
  std::string text =
      "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,"
      "description,reference\n";
  for (const PennyAccount& account : world.accounts) {
    for (const Transaction& entry : account.entries) text += csv_line(entry);
  }
  for (const PennyAccount& account : world.accounts) {
    if (!account.keeps_sequence) text += "# without sequence " + account.name + "\n";
    for (const Money& opening : account.declared_openings) {
      text += "# opening " + account.name + " " + opening.text() + "\n";
    }
  }
  for (const PennySource& source : world.sources) {
    text += "# source " + source.id + " " + world.accounts[source.account].name + " " +
            (source.entry ? "entry " + std::to_string(*source.entry + 1) : "opening") + " " +
            (source.amount ? source.amount->text() : "whole") + "\n";
  }
  for (const PennyPair& pair : world.confirmed) {
    text += "# confirmed " + world.at(pair.debit).account + " entry " +
            std::to_string(pair.debit.entry + 1) + " to " + world.at(pair.credit).account +
            " entry " + std::to_string(pair.credit.entry + 1) + "\n";
  }
  for (const PennyPair& pair : world.reversals) {
    text += "# reversal on " + world.at(pair.debit).account + " entry " +
            std::to_string(pair.credit.entry + 1) + " of entry " +
            std::to_string(pair.debit.entry + 1) + "\n";
  }
  for (const PennyLeg& leg : world.accepted) {
    text += "# accepted gap on " + world.at(leg).account + " before entry " +
            std::to_string(leg.entry + 1) + "\n";
  }
  for (const PennyPair& pair : world.financed) {
    text += "# on " + world.at(pair.debit).account + " entry " +
            std::to_string(pair.credit.entry + 1) + " financed entry " +
            std::to_string(pair.debit.entry + 1) + "\n";
  }
  for (const PennyInterest& interest : world.interest) {
    text += "# interest on " + world.at(interest.credit).account + " entry " +
            std::to_string(interest.credit.entry + 1) + " from " +
            (interest.from ? iso_text(*interest.from) : "the last one") + "\n";
  }
  if (world.as_at) text += "# as at " + iso_text(*world.as_at) + "\n";
  return text;
}

}  // namespace recoup
