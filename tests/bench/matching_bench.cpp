// matching_bench: how long it takes to match exact legs, alone and with everything else.
//
//   matching_bench [LEGS [exact|all|rows [mixed]]]
//
// It prints the time of the processor and the memory beyond the ledger; with `rows` the legs. Of
// `mixed` legs a quarter arrive a day or two later, some without a word of the payer, some less a
// charge; else all arrive on the day.

#include <algorithm>
#include <charconv>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

/// Two legs in three are of transfers that name each other; the rest name nobody who is held.
Ledger bench_ledger(std::size_t legs, bool is_mixed) {
  struct Leg {
    std::uint32_t account;
    std::int32_t day;
    std::int64_t amount;
    std::uint32_t other;
  };
  std::mt19937_64 numbers(1);
  const auto accounts = static_cast<std::uint32_t>(std::max<std::size_t>(2, legs / 50));
  const auto below = [&](std::uint64_t count) { return numbers() % count; };
  std::vector<Leg> made;
  while (made.size() + 3 <= legs) {
    const auto payer = static_cast<std::uint32_t>(below(accounts));
    const auto payee = static_cast<std::uint32_t>((payer + 1 + below(accounts - 1)) % accounts);
    const auto day = static_cast<std::int32_t>(20000 + below(365));
    const auto amount = static_cast<std::int64_t>(100 + below(1000000));
    made.push_back({payer, day, -amount, payee});
    const std::uint64_t way = is_mixed ? below(20) : 0;
    const std::int32_t later = way < 15 ? 0 : way == 19 ? 2 : 1;
    const std::int64_t charge = way == 15 ? amount / 50 : 0;
    made.push_back({payee, day + later, amount - charge, way == 16 ? accounts + 1 : payer});
    made.push_back({payer, day, static_cast<std::int64_t>(100 + below(1000000)), accounts});
  }
  std::sort(made.begin(), made.end(), [](const Leg& a, const Leg& b) {
    return std::pair(a.account, a.day) < std::pair(b.account, b.day);
  });
  Ledger ledger;
  for (std::uint32_t i = 0; i < accounts; ++i) {
    ledger.accounts.push_back("20-11-22 " + std::to_string(10000000 + i));
  }
  ledger.names = AccountNames(ledger.accounts, {});
  for (const Leg& leg : made) {
    while (ledger.first_leg.size() <= leg.account) {
      ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.account.size()));
    }
    ledger.account.push_back(static_cast<AccountRow>(leg.account));
    ledger.amount_minor.push_back(leg.amount);
    ledger.currency.push_back(gbp);
    ledger.booked_at.emplace_back(Date(std::chrono::days(leg.day)));
    ledger.place.push_back({Digest{}, ledger.account.size()});
    ledger.text.push_back({leg.other < accounts    ? std::string_view(ledger.accounts[leg.other])
                           : leg.other == accounts ? "30-00-01 00000001"
                                                   : "",
                           "", "", ""});
  }
  while (ledger.first_leg.size() <= accounts) {
    ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.account.size()));
  }
  return ledger;
}

/// The legs as rows: account, the other side, day, amount.
void write_rows(const Ledger& ledger) {
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    std::cout << ledger.accounts[index(ledger.account[i])] << ','
              << ledger.text[i].counterparty_account << ',' << iso_text(ledger.booked_at[i].date())
              << ',' << static_cast<std::int64_t>(ledger.amount_minor[i]) << '\n';
  }
}

/// KiB of memory: what is held ("VmRSS"), or the most that was since `forget_peak` ("VmHWM").
std::int64_t memory(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (!line.starts_with(what + ":")) continue;
    const std::size_t digits = line.find_first_of("0123456789");
    std::int64_t kib = 0;
    std::from_chars(line.data() + digits, line.data() + line.size(), kib);
    return kib;
  }
  return 0;
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

void measure(const Ledger& ledger, bool is_exact) {
  forget_peak();
  const std::int64_t held = memory("VmRSS");
  const std::clock_t begin = std::clock();
  const Links links = is_exact ? match(ledger) : match_transfers(ledger);
  const std::clock_t took = std::clock() - begin;
  const auto legs = static_cast<std::int64_t>(ledger.leg_count());
  std::cout << legs << " legs, " << links.matched.size() << " pairs, "
            << took * (1'000'000'000 / CLOCKS_PER_SEC) / legs << " ns of processor and "
            << (memory("VmHWM") - held) * 1024 / legs << " bytes a leg\n";
}

}  // namespace
}  // namespace recoup

int main(int count, char** words) {
  std::size_t legs = 1'000'000;
  if (count > 1) std::from_chars(words[1], words[1] + std::strlen(words[1]), legs);
  const bool is_mixed = count > 3 && std::strcmp(words[3], "mixed") == 0;
  const recoup::Ledger ledger = recoup::bench_ledger(legs, is_mixed);
  const std::string what = count > 2 ? words[2] : "exact";
  if (what == "rows") {
    recoup::write_rows(ledger);
  } else {
    recoup::measure(ledger, what != "all");
  }
  return 0;
}
