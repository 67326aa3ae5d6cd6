#include "truth_world.hpp"

#include <algorithm>
#include <tuple>

namespace recoup {
namespace {

constexpr int days_told = 200;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return engine_() % count; }
  bool percent(std::size_t share) { return below(100) < share; }

 private:
  std::mt19937_64 engine_;
};

/// How one bank prints its lines.
struct PrintHabit {
  bool number_on_debits = true;
  bool number_on_credits = true;
  bool names = true;
  bool number_in_words = false;  ///< In the description in place of its field.
  std::size_t name_length = 35;
};

std::string digits(std::size_t number, std::size_t length) {
  std::string text = std::to_string(number);
  return std::string(length - std::min(length, text.size()), '0') + text;
}

std::string british_iban(const std::string& sort_code, const std::string& account) {
  const std::string bban = "TEST" + sort_code + account;
  unsigned remainder = 0;
  for (const char c : bban + "GB00") {
    const bool is_digit_here = c >= '0' && c <= '9';
    const auto value = static_cast<unsigned>(is_digit_here ? c - '0' : c - 'A' + 10);
    remainder = (remainder * (is_digit_here ? 10 : 100) + value) % 97;
  }
  return "GB" + digits(98 - remainder, 2) + bban;
}

class TruthMaker {
 public:
  explicit TruthMaker(std::uint64_t seed) : chance_(seed) {}

  TruthWorld make(std::size_t transfers) {
    make_banks();
    make_accounts();
    make_rates();
    for (std::size_t i = 0; i < transfers; ++i) make_transfer();
    for (std::size_t i = 0; i < transfers; ++i) make_noise();
    for (std::size_t a = 0; a < world_.accounts.size(); ++a) frame(a);
    return std::move(world_);
  }

 private:
  void make_banks() {
    for (std::size_t i = 0; i < 4; ++i) {
      habits_.push_back({!chance_.percent(20), !chance_.percent(40), !chance_.percent(30),
                         chance_.percent(25), chance_.percent(30) ? 18U : 35U});
      for (std::size_t j = 0; j < 4; ++j) lags_.push_back(i == j ? 0 : chance_.below(4));
    }
  }

  void make_accounts() {
    static const std::vector<std::string> first = {"Amber", "Birch", "Cedar", "Dune", "Elm",
                                                   "Fjord", "Grove", "Heath", "Isle", "Jade"};
    static const std::vector<std::string> second = {"Trading", "Motors",   "Holdings", "Foods",
                                                    "Travel",  "Supplies", "Estates"};
    const std::size_t count = 6 + chance_.below(10);
    for (std::size_t i = 0; i < count; ++i) {
      TruthAccount account;
      account.bank = chance_.below(4);
      const std::string sort_code = digits(200000 + account.bank * 11111, 6);
      const std::string number = digits(10000000 + i * 7919 + chance_.below(5000), 8);
      account.name = sort_code.substr(0, 2) + "-" + sort_code.substr(2, 2) + "-" +
                     sort_code.substr(4) + " " + number;
      account.iban = british_iban(sort_code, number);
      account.holder = first[i % first.size()] + " " + second[chance_.below(second.size())] +
                       (i >= first.size() ? " Limited" : " Ltd");
      if (chance_.percent(12)) account.currency = eur;
      world_.accounts.push_back(account);
    }
  }

  void make_rates() {
    for (int day = 0; day < days_told + 20; ++day) {
      const std::size_t rate = 8400 + chance_.below(60);
      world_.rates.push_back(
          {"rate EUR/GBP", start() + std::chrono::days(day), "0." + std::to_string(rate), 1});
    }
  }

  static Date start() { return make_date(2024, 1, 1).value(); }

  static bool is_weekend(Date day) {
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    return weekday == 0 || weekday == 6;
  }

  static Date working_day_from(Date day) {
    while (is_weekend(day)) day += std::chrono::days(1);
    return day;
  }

  Int128 amount() {
    static const std::vector<std::int64_t> round = {5000, 10000, 25000, 50000, 100000};
    if (chance_.percent(30)) return round[chance_.below(round.size())];
    return static_cast<Int128>(100 + chance_.below(500000));
  }

  /// When what is debited on `day` is credited at the other bank.
  Date arrival(std::size_t payer, std::size_t payee, Date day) {
    const std::size_t habit = lags_[world_.accounts[payer].bank * 4 + world_.accounts[payee].bank];
    std::size_t steps = habit == 3 ? chance_.below(3) : habit == 2 ? 1 + chance_.below(2) : habit;
    Date arrived = steps == 0 && habit == 0 ? day : working_day_from(day);
    for (; steps > 0; --steps) arrived = working_day_from(arrived + std::chrono::days(1));
    return arrived;
  }

  std::size_t book(std::size_t account, Date day, Int128 minor, std::size_t other,
                   const std::string& words) {
    const PrintHabit& habit = habits_[world_.accounts[account].bank];
    const TruthAccount& there = world_.accounts[other];
    TruthLeg leg;
    leg.account = account;
    leg.entry.account = world_.accounts[account].name;
    leg.entry.booked_at = BookingTime(day);
    leg.entry.amount = Money(minor, world_.accounts[account].currency);
    leg.entry.description = words;
    leg.gives_number = minor < 0 ? habit.number_on_debits : habit.number_on_credits;
    if (leg.gives_number) {
      const std::string& number = chance_.percent(50) ? there.iban : there.name;
      if (habit.number_in_words) {
        leg.entry.description = "TFR " + there.name + " " + words;
      } else {
        leg.entry.counterparty_account = number;
      }
    }
    if (habit.names) {
      leg.gives_name = true;
      leg.entry.counterparty_name = spelled(there.holder).substr(0, habit.name_length);
    }
    if (leg.gives_number || leg.gives_name) leg.means = other;
    world_.legs.push_back(leg);
    return world_.legs.size() - 1;
  }

  std::string spelled(const std::string& holder) {
    if (chance_.percent(40)) return holder;
    std::string upper = holder;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (!upper.ends_with(" LTD")) return upper;
    return chance_.percent(50) ? upper : upper.substr(0, upper.size() - 3) + "LIMITED";
  }

  std::size_t other_than(std::size_t account) {
    return (account + 1 + chance_.below(world_.accounts.size() - 1)) % world_.accounts.size();
  }

  Date any_day() { return start() + std::chrono::days(3 + chance_.below(days_told - 20)); }

  std::string any_words() {
    if (chance_.percent(50)) return "PAYMENT";
    return "INV " + digits(chance_.below(90000) + 10000, 5);
  }

  void make_transfer() {
    const std::size_t payer = chance_.below(world_.accounts.size());
    const std::size_t payee = other_than(payer);
    const bool is_exchange = world_.accounts[payer].currency != world_.accounts[payee].currency;
    const Date day = any_day();
    const std::string words = any_words();
    const Int128 size = amount();
    if (is_exchange) return exchange(payer, payee, day, size, words);
    const std::size_t kind = chance_.below(100);
    if (kind < 4) return charge(payer, payee, day, size, words);
    if (kind < 7) return split(payer, payee, day, size, words);
    const std::size_t twins = kind < 12 ? 2 : 1;
    for (std::size_t i = 0; i < twins; ++i) {
      const std::string shown = chance_.percent(20) ? words.substr(0, 7) : words;
      const std::size_t debit = book(payer, day, -size, payee, words);
      const std::size_t credit = book(payee, arrival(payer, payee, day), size, payer, shown);
      world_.transfers.push_back({TruthTransfer::Kind::plain, payer, payee, {debit}, {credit}});
    }
  }

  void charge(std::size_t payer, std::size_t payee, Date day, Int128 size,
              const std::string& words) {
    const Int128 fee = static_cast<Int128>(100 + chance_.below(15) * 100);
    const Int128 paid = size + fee * 20;
    const std::size_t debit = book(payer, day, -paid, payee, words);
    const std::size_t credit = book(payee, arrival(payer, payee, day), paid - fee, payer, words);
    world_.transfers.push_back({TruthTransfer::Kind::charged, payer, payee, {debit}, {credit}});
  }

  void split(std::size_t payer, std::size_t payee, Date day, Int128 size,
             const std::string& words) {
    const bool gathers = chance_.percent(50);
    const std::size_t count = 2 + chance_.below(3);
    TruthTransfer transfer{
        gathers ? TruthTransfer::Kind::gathered : TruthTransfer::Kind::split, payer, payee, {}, {}};
    const Date arrived = arrival(payer, payee, day);
    Int128 whole = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Int128 part = size / 3 + static_cast<Int128>(1 + chance_.below(9000));
      whole += part;
      if (gathers) {
        transfer.debits.push_back(book(payer, day, -part, payee, words));
      } else {
        transfer.credits.push_back(book(payee, arrived, part, payer, words));
      }
    }
    if (gathers) {
      transfer.credits.push_back(book(payee, arrived, whole, payer, words));
    } else {
      transfer.debits.push_back(book(payer, day, -whole, payee, words));
    }
    world_.transfers.push_back(transfer);
  }

  /// At the day's rate, with a margin for the bank of up to one in a hundred.
  void exchange(std::size_t payer, std::size_t payee, Date day, Int128 size,
                const std::string& words) {
    const Date arrived = arrival(payer, payee, day);
    const SeriesPoint& rate = world_.rates[static_cast<std::size_t>((arrived - start()).count())];
    const auto units = static_cast<Int128>(std::stoll(rate.value.substr(2)));  // ten thousandths
    const Int128 margin = 10000 - static_cast<Int128>(chance_.below(100));
    const Int128 got = world_.accounts[payer].currency == eur ? size * units * margin / 100000000
                                                              : size * margin / units;
    if (got == 0) return;
    const std::size_t debit = book(payer, day, -size, payee, words);
    const std::size_t credit = book(payee, arrived, got, payer, words);
    world_.transfers.push_back({TruthTransfer::Kind::exchanged, payer, payee, {debit}, {credit}});
  }

  /// Lines of no transfer between these accounts: shops, wages, payers who are not named, and legs
  /// whose other side was lost or never held.
  void make_noise() {
    const std::size_t account = chance_.below(world_.accounts.size());
    const Int128 size = amount();
    const Int128 signed_size = chance_.percent(55) ? -size : size;
    const std::size_t kind = chance_.below(10);
    TruthLeg leg;
    leg.account = account;
    leg.is_noise = true;
    leg.entry.account = world_.accounts[account].name;
    leg.entry.booked_at = BookingTime(any_day());
    leg.entry.amount = Money(signed_size, world_.accounts[account].currency);
    if (kind < 5) {
      leg.entry.counterparty_name = "Shop " + std::to_string(chance_.below(50));
      leg.entry.counterparty_account = "30-00-01 " + digits(chance_.below(5000), 8);
    } else if (kind < 8) {
      leg.entry.counterparty_name = "Customer " + std::to_string(chance_.below(50));
    } else {
      leg.entry.description = chance_.percent(50) ? "CREDIT" : "";
    }
    world_.legs.push_back(leg);
  }

  /// A first and a last line, so that the statement reaches over everything.
  void frame(std::size_t account) {
    for (const int day : {0, days_told + 15}) {
      TruthLeg leg;
      leg.account = account;
      leg.is_noise = true;
      leg.entry.account = world_.accounts[account].name;
      leg.entry.booked_at = BookingTime(start() + std::chrono::days(day));
      leg.entry.amount = Money(1, world_.accounts[account].currency);
      leg.entry.counterparty_name = "Interest";
      leg.entry.description = "INTEREST";
      world_.legs.push_back(leg);
    }
  }

  Chance chance_;
  TruthWorld world_;
  std::vector<PrintHabit> habits_;
  std::vector<std::size_t> lags_;  // from bank to bank
};

}  // namespace

std::vector<StatementPart> TruthWorld::documents() const {
  std::vector<StatementPart> parts(accounts.size());
  for (std::size_t a = 0; a < accounts.size(); ++a) {
    parts[a].account = accounts[a].name;
    parts[a].document.bytes[0] = static_cast<std::uint8_t>(a + 1);
  }
  std::vector<std::size_t> order(legs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return legs[a].entry.booked_at.order_key() < legs[b].entry.booked_at.order_key();
  });
  for (const std::size_t row : order) {
    Transaction entry = legs[row].entry;
    entry.line = row + 1;
    parts[legs[row].account].entries.push_back(std::move(entry));
  }
  return parts;
}

TransferEvidence TruthWorld::evidence() const {
  TransferEvidence evidence;
  for (const TruthAccount& account : accounts) {
    evidence.holders.push_back({account.name, account.holder});
  }
  evidence.rates = PublishedSeries(rates);
  return evidence;
}

TruthWorld make_truth_world(std::uint64_t seed, std::size_t transfers) {
  return TruthMaker(seed).make(transfers);
}

}  // namespace recoup
