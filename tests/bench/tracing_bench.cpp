// tracing_bench.cpp: how long a movement takes to follow, against merely adding up balances.
//
//   tracing_bench [MOVEMENTS [ACCOUNTS [SOURCES [METHOD ...]]]]
//
// A METHOD is as the program names it; all that divide where none is named. The world is made here:
// half of the movements go between two accounts, a quarter comes in and a quarter goes out; few
// accounts do most, and none is overdrawn. Every pass is made three times and the fastest is
// printed, as processor time, so that other programs do not count.
#include <algorithm>
#include <charconv>
#include <cstring>
#include <ctime>
#include <iostream>
#include <optional>
#include <random>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {
namespace {

struct BenchWorld {
  Ledger ledger;
  Movements movements;
  std::vector<Source> sources;
};

/// One leg, and the movement that it is of.
struct BenchLeg {
  std::uint32_t account;
  std::uint32_t movement;
  std::int64_t amount;
};

std::vector<BenchLeg> bench_legs(std::size_t movements, std::uint32_t accounts) {
  std::mt19937_64 numbers(1);
  std::vector<std::int64_t> balance(accounts, 0);
  std::vector<BenchLeg> legs;
  legs.reserve(movements * 3 / 2);
  // The product of two even chances falls on the first accounts most.
  const auto any_account = [&] {
    return static_cast<std::uint32_t>((numbers() % accounts) * (numbers() % accounts) / accounts);
  };
  for (std::uint32_t row = 0; row < movements; ++row) {
    const std::uint32_t payer = any_account();
    const std::uint32_t payee = any_account();
    const auto amount = static_cast<std::int64_t>(100 + numbers() % 50000);
    const bool has_money = balance[payer] >= amount;
    const std::uint64_t kind = numbers() % 4;
    if (!has_money || kind == 0 || payer == payee) {
      legs.push_back({payer, row, amount * 3});
      balance[payer] += amount * 3;
      continue;
    }
    legs.push_back({payer, row, -amount});
    balance[payer] -= amount;
    if (kind == 1) continue;
    legs.push_back({payee, row, amount});
    balance[payee] += amount;
  }
  return legs;
}

BenchWorld bench_world(std::size_t movements, std::uint32_t accounts, std::size_t sources) {
  std::vector<BenchLeg> legs = bench_legs(movements, accounts);
  std::stable_sort(legs.begin(), legs.end(),
                   [](const BenchLeg& a, const BenchLeg& b) { return a.account < b.account; });
  BenchWorld world;
  Ledger& ledger = world.ledger;
  world.movements.in_order.resize(movements);
  for (std::uint32_t i = 0; i < accounts; ++i) {
    ledger.accounts.push_back(std::to_string(100'000'000 + i));
  }
  ledger.first_leg.assign(accounts + 1, 0);
  for (const BenchLeg& leg : legs) ++ledger.first_leg[leg.account + 1];
  for (std::uint32_t i = 0; i < accounts; ++i) ledger.first_leg[i + 1] += ledger.first_leg[i];
  for (const BenchLeg& leg : legs) {
    const auto row = static_cast<LegRow>(ledger.leg_count());
    Movement& movement = world.movements.in_order[leg.movement];
    (leg.amount < 0 ? movement.debit : movement.credit) = row;
    ledger.account.push_back(static_cast<AccountRow>(leg.account));
    ledger.amount_minor.push_back(leg.amount);
    ledger.currency.push_back(gbp);
    ledger.text.push_back({"", leg.account % 2 == 0 ? "Corner Shop" : "Fuel", "", ""});
  }
  const std::size_t apart = movements / (sources * 8) + 1;
  for (std::size_t row = 0; row < movements && world.sources.size() < sources; row += apart) {
    std::size_t at = row;
    while (at < movements && world.movements.in_order[at].debit) ++at;
    if (at == movements) break;
    const LegRow credit = *world.movements.in_order[at].credit;
    world.sources.push_back({"S" + std::to_string(world.sources.size()),
                             credit,
                             {},
                             Money(ledger.amount_minor[index(credit)], gbp)});
    row = at;
  }
  return world;
}

/// Nanoseconds a movement, of the fastest of three passes.
template <typename Pass>
double nanoseconds(std::size_t movements, const Pass& pass) {
  std::clock_t least = 0;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();
    pass();
    const std::clock_t took = std::clock() - begin;
    least = i == 0 ? took : std::min(least, took);
  }
  return static_cast<double>(least) * 1e9 / CLOCKS_PER_SEC / static_cast<double>(movements);
}

/// The same movements, and nothing but every account's balance.
MinorUnits add_balances(const BenchWorld& world) {
  const Ledger& ledger = world.ledger;
  std::vector<MinorUnits> balance(ledger.accounts.size(), 0);
  for (const Movement& movement : world.movements.in_order) {
    for (const MaybeLeg leg : {movement.debit, movement.credit}) {
      if (leg) balance[index(ledger.account[index(*leg)])] += ledger.amount_minor[index(*leg)];
    }
  }
  MinorUnits sum = 0;
  for (const MinorUnits each : balance) sum += each;
  return sum;
}

std::size_t number_in(const char* text, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(text, text + std::strlen(text), number);
  return number;
}

}  // namespace
}  // namespace recoup

int main(int count, char** words) {
  using namespace recoup;
  const std::size_t movements = count > 1 ? number_in(words[1], 0) : 1'000'000;
  const auto accounts = static_cast<std::uint32_t>(count > 2 ? number_in(words[2], 0) : 20'000);
  const std::size_t sources = count > 3 ? number_in(words[3], 0) : 100;
  if (movements == 0 || accounts == 0 || sources == 0) {
    std::cerr << "numbers above zero are expected\n";
    return 64;
  }
  std::vector<TracingMethod> methods;
  for (int i = 4; i < count; ++i) {
    const auto method = parse_tracing_method(words[i]);
    if (!method) {
      std::cerr << words[i] << " is no method\n";
      return 64;
    }
    methods.push_back(*method);
  }
  if (methods.empty()) methods.assign(dividing_methods.begin(), dividing_methods.end());
  const BenchWorld world = bench_world(movements, accounts, sources);
  std::cout << movements << " movements, " << accounts << " accounts, " << world.sources.size()
            << " sources\n";
  MinorUnits sum = 0;
  const double floor = nanoseconds(movements, [&] { sum = add_balances(world); });
  std::cout << "balances alone: " << floor << " ns a movement (" << static_cast<std::int64_t>(sum)
            << " in all)\n";
  for (const TracingMethod method : methods) {
    for (const bool wants_carried : {false, true}) {
      std::size_t carried = 0;
      const double took = nanoseconds(movements, [&] {
        const TraceQuestion question{world.sources, method, {}, {}, wants_carried};
        carried = trace(world.ledger, world.movements, question).value().carried.size();
      });
      std::cout << text(method) << (wants_carried ? ", every traced amount" : "") << ": " << took
                << " ns a movement, " << took / floor << " x";
      if (wants_carried) std::cout << ", " << carried << " amounts";
      std::cout << "\n";
    }
  }
  return 0;
}
