#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>

#include "contract_pairs.hpp"
#include "truth_world.hpp"

namespace recoup {
namespace {

constexpr std::size_t examples_max = 6;

Int128 size_of(const TruthLeg& leg) {
  const Int128 minor = leg.entry.amount.minor();
  return minor < 0 ? -minor : minor;
}

/// What the documents say by themselves, worked out leg by leg and without the engine.
class Determined {
 public:
  explicit Determined(const TruthWorld& world) : world_(world), of_account_(world.accounts.size()) {
    for (std::size_t i = 0; i < world.legs.size(); ++i) {
      of_account_[world.legs[i].account].push_back(i);
    }
  }

  [[nodiscard]] bool holds(const TruthTransfer& transfer) const {
    switch (transfer.kind) {
      case TruthTransfer::Kind::plain: return plain(transfer);
      case TruthTransfer::Kind::charged: return charged(transfer);
      case TruthTransfer::Kind::exchanged: return exchanged(transfer);
      case TruthTransfer::Kind::split:
        return summed(transfer.debits[0], transfer.credits, transfer.payee, transfer.payer);
      case TruthTransfer::Kind::gathered:
        return summed(transfer.credits[0], transfer.debits, transfer.payer, transfer.payee);
    }
    return false;
  }

 private:
  struct Wanted {
    std::size_t account;
    std::size_t teller;  ///< The account that the legs must tell, or be silent of.
    bool is_debit;
    bool silent_too;
    Int128 least;
    Int128 most;
    Date around;
  };

  [[nodiscard]] std::size_t count(const Wanted& wanted) const {
    return static_cast<std::size_t>(
        std::count_if(of_account_[wanted.account].begin(), of_account_[wanted.account].end(),
                      [&](std::size_t row) {
                        const TruthLeg& leg = world_.legs[row];
                        if ((leg.entry.amount.minor() < 0) != wanted.is_debit) return false;
                        if (size_of(leg) < wanted.least || size_of(leg) > wanted.most) return false;
                        const auto days = (leg.entry.booked_at.date() - wanted.around).count();
                        if (wanted.is_debit ? days > 3 || days < -10 : days < -3 || days > 10)
                          return false;
                        const bool is_silent = !leg.means && leg.entry.counterparty_name.empty() &&
                                               leg.entry.counterparty_account.empty();
                        return leg.means == wanted.teller || (wanted.silent_too && is_silent);
                      }));
  }

  [[nodiscard]] bool plain(const TruthTransfer& transfer) const {
    const TruthLeg& debit = world_.legs[transfer.debits[0]];
    const TruthLeg& credit = world_.legs[transfer.credits[0]];
    const bool by_number = debit.gives_number || credit.gives_number;
    if (!by_number && !(debit.gives_name && credit.gives_name)) return false;
    const Int128 size = size_of(debit);
    const Date paid = debit.entry.booked_at.date();
    const Date got = credit.entry.booked_at.date();
    const Wanted credits{transfer.payee, transfer.payer, false, !credit.means, size, size, paid};
    const Wanted debits{transfer.payer, transfer.payee, true, !debit.means, size, size, got};
    if (count(credits) != 1 || count(debits) != 1) return false;
    if (!credit.means) {
      return count({transfer.payee, transfer.payer, false, true, size - size / 20, size - 1,
                    paid}) == 0;
    }
    if (!debit.means) {
      return count({transfer.payer, transfer.payee, true, true, size + 1, size + size / 20, got}) ==
             0;
    }
    return true;
  }

  [[nodiscard]] bool both_tell(const TruthTransfer& transfer) const {
    const TruthLeg& debit = world_.legs[transfer.debits[0]];
    const TruthLeg& credit = world_.legs[transfer.credits[0]];
    return debit.means && credit.means && debit.gives_number && credit.gives_number;
  }

  /// The one debit and the one credit around that could be the other's.
  [[nodiscard]] bool charged(const TruthTransfer& transfer) const {
    const TruthLeg& debit = world_.legs[transfer.debits[0]];
    const TruthLeg& credit = world_.legs[transfer.credits[0]];
    const Int128 charge = size_of(debit) - size_of(credit);
    if (!both_tell(transfer) || charge > size_of(debit) / 20 || charge > 5000) return false;
    return alone(transfer, size_of(debit) * 94 / 100, size_of(credit) * 107 / 100);
  }

  [[nodiscard]] bool exchanged(const TruthTransfer& transfer) const {
    return both_tell(transfer) && alone(transfer, 0, Int128{1} << 100);
  }

  [[nodiscard]] bool alone(const TruthTransfer& transfer, Int128 least, Int128 most) const {
    const Date paid = world_.legs[transfer.debits[0]].entry.booked_at.date();
    const Date got = world_.legs[transfer.credits[0]].entry.booked_at.date();
    return count({transfer.payee, transfer.payer, false, false, least, most, paid}) == 1 &&
           count({transfer.payer, transfer.payee, true, false, least, most, got}) == 1;
  }

  /// All that tells the one account around is what makes up the sum.
  [[nodiscard]] bool summed(std::size_t whole, const std::vector<std::size_t>& parts,
                            std::size_t account, std::size_t teller) const {
    const TruthLeg& leg = world_.legs[whole];
    if (!leg.gives_number) return false;
    for (const std::size_t part : parts) {
      if (!world_.legs[part].gives_number) return false;
    }
    const Date day = leg.entry.booked_at.date();
    const bool parts_are_debits = world_.legs[parts[0]].entry.amount.minor() < 0;
    const Int128 none = Int128{1} << 100;
    return count({account, teller, parts_are_debits, true, 0, none, day}) == parts.size() &&
           count({teller, account, !parts_are_debits, true, 0, none, day}) == 1;
  }

  const TruthWorld& world_;
  std::vector<std::vector<std::size_t>> of_account_;
};

/// Holds links against the truth.
class Judge {
 public:
  Judge(const TruthWorld& world, const Ledger& ledger)
      : world_(world), ledger_(ledger), transfer_of_(world.legs.size()) {
    for (std::size_t i = 0; i < world.transfers.size(); ++i) {
      for (const std::size_t row : world.transfers[i].debits) transfer_of_[row] = i;
      for (const std::size_t row : world.transfers[i].credits) transfer_of_[row] = i;
    }
  }

  [[nodiscard]] std::size_t row(LegRow leg) const { return ledger_.place[index(leg)].line - 1; }
  [[nodiscard]] std::optional<std::size_t> transfer(LegRow leg) const {
    return transfer_of_[row(leg)];
  }

  /// One transfer, or two of which the debits and the credits are alike to the day.
  [[nodiscard]] bool is_right(const Link& link) const {
    const auto paid = transfer(link.debit);
    const auto got = transfer(link.credit);
    if (!paid || !got) return false;
    if (*paid == *got) return true;
    const TruthTransfer& one = world_.transfers[*paid];
    const TruthTransfer& other = world_.transfers[*got];
    return one.kind == TruthTransfer::Kind::plain && other.kind == TruthTransfer::Kind::plain &&
           one.payer == other.payer && one.payee == other.payee &&
           are_alike(one.debits[0], other.debits[0]) && are_alike(one.credits[0], other.credits[0]);
  }

  [[nodiscard]] std::string words(LegRow leg) const { return words_of(row(leg)); }
  /// The transfer of which the leg is, or that it is of none.
  [[nodiscard]] std::string truth(LegRow leg) const {
    const auto of = transfer(leg);
    if (!of) return "no transfer";
    std::string words;
    for (const std::size_t debit : world_.transfers[*of].debits) words += words_of(debit);
    words += " ->";
    for (const std::size_t credit : world_.transfers[*of].credits) words += " " + words_of(credit);
    return words;
  }

 private:
  [[nodiscard]] std::string words_of(std::size_t line) const {
    const Transaction& entry = world_.legs[line].entry;
    return "[" + entry.account + " " + entry.booked_at.text() + " " + entry.amount.text() + " '" +
           entry.counterparty_account + "' '" + entry.counterparty_name + "' '" +
           entry.description + "']";
  }

  [[nodiscard]] bool are_alike(std::size_t one, std::size_t other) const {
    const Transaction& first = world_.legs[one].entry;
    const Transaction& second = world_.legs[other].entry;
    return first.booked_at == second.booked_at && first.amount == second.amount;
  }

  const TruthWorld& world_;
  const Ledger& ledger_;
  std::vector<std::optional<std::size_t>> transfer_of_;
};

/// How many exact pairs and reviews are not what the contract says, or lack.
std::uint64_t count_against(const ContractPairs& contract, const Links& links) {
  std::set<std::pair<LegRow, LegRow>> exact;
  for (const Link& link : links.matched) {
    if (link.confidence == Confidence::exact) exact.emplace(link.debit, link.credit);
  }
  std::vector<std::pair<LegRow, LegRow>> other;
  std::set_symmetric_difference(exact.begin(), exact.end(), contract.exact.begin(),
                                contract.exact.end(), std::back_inserter(other));
  std::set<LegRow> reviewed;
  for (const Review& review : links.review) {
    reviewed.insert(review.debits.begin(), review.debits.end());
    reviewed.insert(review.credits.begin(), review.credits.end());
  }
  const auto lacks = std::count_if(contract.in_review.begin(), contract.in_review.end(),
                                   [&](LegRow leg) { return !reviewed.contains(leg); });
  return other.size() + static_cast<std::uint64_t>(lacks);
}

void count_links(const Links& links, const ContractPairs& contract, const Judge& judge,
                 std::uint64_t seed, std::vector<std::set<LegRow>>& found, TruthCount& count) {
  for (const Link& link : links.matched) {
    if (judge.is_right(link)) {
      ++count.found;
      found[*judge.transfer(link.debit)].insert(link.debit);
      found[*judge.transfer(link.credit)].insert(link.credit);
      continue;
    }
    ++(link.confidence == Confidence::exact ? count.wrong_exact : count.wrong_strong);
    const std::string words = "seed " + std::to_string(seed) + ": " + judge.words(link.debit) +
                              " " + judge.words(link.credit);
    if (link.confidence == Confidence::strong && count.wrong.size() < examples_max) {
      count.wrong.push_back(words + ": " + link.why);
    }
    // The definition of an exact pair is the contract's, right or wrong.
    if (link.confidence == Confidence::exact &&
        contract.exact.contains({link.debit, link.credit})) {
      count.wrong_by_contract.push_back(words + "; in truth " + judge.truth(link.debit) + " and " +
                                        judge.truth(link.credit));
    }
  }
}

}  // namespace

void TruthCount::add(const TruthCount& other) {
  transfers += other.transfers;
  legs += other.legs;
  determined += other.determined;
  determined_found += other.determined_found;
  found += other.found;
  wrong_exact += other.wrong_exact;
  wrong_strong += other.wrong_strong;
  against_contract += other.against_contract;
  wrong_by_contract.insert(wrong_by_contract.end(), other.wrong_by_contract.begin(),
                           other.wrong_by_contract.end());
  in_review += other.in_review;
  for (const auto& [kind, each] : other.by_kind) {
    by_kind[kind].first += each.first;
    by_kind[kind].second += each.second;
  }
  for (const std::string& each : other.wrong) {
    if (wrong.size() < examples_max) wrong.push_back(each);
  }
  for (const std::string& each : other.missed) {
    if (missed.size() < examples_max) missed.push_back(each);
  }
}

std::string TruthCount::text() const {
  static constexpr std::array<const char*, 5> kinds = {"plain", "charged", "split", "gathered",
                                                       "exchanged"};
  std::string out =
      std::to_string(transfers) + " transfers in " + std::to_string(legs) + " legs; " +
      std::to_string(found) + " pairs right, " + std::to_string(wrong_exact) + " exact and " +
      std::to_string(wrong_strong) + " strong wrong, " + std::to_string(against_contract) +
      " against the contract; of " + std::to_string(determined) + " determined " +
      std::to_string(determined_found) + " found; " + std::to_string(in_review) + " in review\n";
  for (const auto& [kind, each] : by_kind) {
    out += std::string("  ") + kinds.at(static_cast<std::size_t>(kind)) + ": " +
           std::to_string(each.second) + " of " + std::to_string(each.first) + " found\n";
  }
  for (const std::string& each : wrong) out += "  wrong: " + each + "\n";
  for (const std::string& each : wrong_by_contract) out += "  exact by its day: " + each + "\n";
  for (const std::string& each : missed) out += "  missed: " + each + "\n";
  return out;
}

TruthCount count_truth(const TruthWorld& world, std::uint64_t seed) {
  TruthCount count;
  const LedgerBuild build = build_ledger(world.documents(), {}).value();
  const Links links = match_transfers(build.ledger, world.evidence());
  const Judge judge(world, build.ledger);
  std::vector<std::set<LegRow>> found(world.transfers.size());
  const ContractPairs contract = contract_pairs(world, build.ledger);
  count.against_contract = count_against(contract, links);
  count_links(links, contract, judge, seed, found, count);
  std::set<std::size_t> reviewed;
  for (const Review& review : links.review) {
    for (const auto* legs : {&review.debits, &review.credits}) {
      for (const LegRow leg : *legs) {
        if (const auto transfer = judge.transfer(leg)) reviewed.insert(*transfer);
      }
    }
  }
  std::vector<LegRow> debit_of(world.transfers.size());
  std::vector<LegRow> credit_of(world.transfers.size());
  for (std::size_t i = 0; i < build.ledger.leg_count(); ++i) {
    const auto leg = static_cast<LegRow>(i);
    const auto transfer = judge.transfer(leg);
    if (transfer) (build.ledger.amount_minor[i] < 0 ? debit_of : credit_of)[*transfer] = leg;
  }
  const Determined determined(world);
  count.transfers = world.transfers.size();
  count.legs = world.legs.size();
  count.in_review = reviewed.size();
  for (std::size_t i = 0; i < world.transfers.size(); ++i) {
    const TruthTransfer& transfer = world.transfers[i];
    const bool is_found = found[i].size() == transfer.debits.size() + transfer.credits.size();
    auto& [all, right] = count.by_kind[transfer.kind];
    ++all;
    if (is_found) ++right;
    if (!determined.holds(transfer)) continue;
    ++count.determined;
    if (is_found) {
      ++count.determined_found;
    } else if (count.missed.size() < examples_max) {
      count.missed.push_back("seed " + std::to_string(seed) +
                             (reviewed.contains(i) ? " (review): " : " (unmatched): ") +
                             judge.words(debit_of[i]) + " " + judge.words(credit_of[i]));
    }
  }
  return count;
}

}  // namespace recoup
