#include "recoup/tracing/pool.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/check.hpp"
#include "sources.hpp"

namespace recoup {
namespace {

Error too_large() {
  return Error{ErrorCode::out_of_range,
               "contributions or a balance of more than 128 bits",
               "amounts whose sum fits 128 bits",
               {}};
}

/// What one contributor paid in, and what is left of it where own money goes first.
struct Contributor {
  MinorUnits paid_in = 0;
  MinorUnits left = 0;
};

/// Follows the balance of one account in one currency. The last contributor is all other money.
class PoolWalk {
 public:
  PoolWalk(const Ledger& ledger, const PoolQuestion& question, const SourceLots& sources)
      : ledger_(ledger),
        question_(question),
        sources_(sources),
        contributors_(question.sources.size() + 1) {}

  [[nodiscard]] bool open() {
    for (const OpeningBalance& opening : ledger_.openings) {
      if (opening.account != question_.account) continue;
      if (opening.amount.currency() != question_.currency) continue;
      const auto tainted = sources_.by_opening.find({opening.account, question_.currency});
      const Lots lots = tainted == sources_.by_opening.end() ? Lots() : tainted->second;
      const MinorUnits amount = opening.amount.minor();
      if (amount > 0) return pay_in(lots, amount);
      balance_ = amount;
    }
    return true;
  }

  [[nodiscard]] bool follow(const Movement& movement) {
    const bool pays = movement.debit && is_here(*movement.debit);
    const bool receives = movement.credit && is_here(*movement.credit);
    for (const auto& leg : {movement.debit, movement.credit}) {
      if (leg && is_here(*leg)) pass_gap(*leg);
    }
    if (pays && receives) return true;  // to itself
    if (pays) return book(-debited(ledger_, movement));
    if (!receives) return true;
    const LegRow credit = *movement.credit;
    const MinorUnits amount = credited(ledger_, movement);
    // What comes back is no contribution.
    if (movement.reverses) return book(amount);
    const auto tainted = sources_.by_credit.find(credit);
    return pay_in(tainted == sources_.by_credit.end() ? Lots() : tainted->second, amount);
  }

  [[nodiscard]] const std::vector<Contributor>& contributors() const { return contributors_; }
  [[nodiscard]] MinorUnits balance() const { return balance_; }

 private:
  [[nodiscard]] bool is_here(LegRow leg) const {
    return ledger_.account[index(leg)] == question_.account &&
           ledger_.currency[index(leg)] == question_.currency;
  }

  /// What a gap that nobody accepted lets through is not known: nothing of what stood before it is
  /// shown to be left.
  void pass_gap(LegRow leg) {
    for (const Gap& gap : ledger_.gaps) {
      if (gap.before != leg) continue;
      balance_ = gap.restart.minor();
      for (Contributor& each : contributors_) {
        each.left = gap.is_accepted ? std::min(each.left, std::max<MinorUnits>(balance_, 0)) : 0;
      }
    }
  }

  [[nodiscard]] bool book(MinorUnits amount) {
    const auto next = checked_add(balance_, amount);
    if (!next) return false;
    balance_ = *next;
    for (Contributor& each : contributors_) {
      each.left = std::min(each.left, std::max<MinorUnits>(balance_, 0));
    }
    return true;
  }

  [[nodiscard]] bool pay_in(const Lots& tainted, MinorUnits amount) {
    // What only repays the bank is not on the account afterwards.
    const auto next = checked_add(balance_, amount);
    if (!next) return false;
    const MinorUnits usable = std::min(amount, std::max<MinorUnits>(*next, 0));
    for (const Lot& lot : tainted) {
      if (!add(contributors_[lot.tag], lot.amount, usable)) return false;
    }
    return add(contributors_.back(), amount - total(tainted), usable) && book(amount);
  }

  [[nodiscard]] static bool add(Contributor& contributor, MinorUnits amount, MinorUnits usable) {
    const auto paid_in = checked_add(contributor.paid_in, amount);
    const auto left = checked_add(contributor.left, std::min(amount, usable));
    if (!paid_in || !left) return false;
    contributor = {*paid_in, *left};
    return true;
  }

  const Ledger& ledger_;
  const PoolQuestion& question_;
  const SourceLots& sources_;
  std::vector<Contributor> contributors_;
  MinorUnits balance_ = 0;
};

/// Those who share: sources that paid in here and, where they share, all others together.
std::vector<PoolShare> sharers(const PoolQuestion& question,
                               const std::vector<Contributor>& contributors) {
  std::vector<PoolShare> shares;
  const Money nothing(0, question.currency);
  for (std::size_t i = 0; i < contributors.size(); ++i) {
    const bool is_source = i + 1 < contributors.size();
    if (contributors[i].paid_in == 0 || (!is_source && !question.others_share)) continue;
    PoolShare share{std::nullopt, Money(contributors[i].paid_in, question.currency),
                    Money(contributors[i].left, question.currency), nothing};
    if (is_source) share.source = static_cast<std::uint32_t>(i);
    shares.push_back(share);
  }
  return shares;
}

}  // namespace

Result<Pool> share_pool(const Ledger& ledger, const Movements& movements,
                        const PoolQuestion& question) {
  RECOUP_TRY(sources, sort_sources(ledger, movements, question.sources));
  PoolWalk walk(ledger, question, sources);
  bool fits = walk.open();
  const std::size_t count = followed_count(ledger, movements, question.as_at);
  for (std::size_t row = 0; fits && row < count; ++row) {
    fits = walk.follow(movements.in_order[row]);
  }
  if (!fits) return too_large();
  const Money left(std::max<MinorUnits>(walk.balance(), 0), question.currency);
  Pool pool{question.account, left, Money(0, question.currency),
            sharers(question, walk.contributors()), left};
  std::vector<MinorUnits> weights;
  for (const PoolShare& share : pool.shares) {
    RECOUP_TRY(sum, pool.paid_in.plus(share.paid_in));
    pool.paid_in = sum;
    weights.push_back(share.paid_in.minor());
  }
  if (weights.empty()) {
    return Error{ErrorCode::contradiction,
                 "nothing paid into " + ledger.accounts[index(question.account)],
                 "contributions to share what is left by",
                 {}};
  }
  const std::vector<MinorUnits> shares =
      apportion(std::min(left.minor(), pool.paid_in.minor()), weights);
  MinorUnits unshared = left.minor();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    PoolShare& share = pool.shares[i];
    const MinorUnits cap = share.lowest_intermediate_balance.minor();
    share.share =
        Money(question.is_capped ? std::min(shares[i], cap) : shares[i], question.currency);
    unshared -= share.share.minor();
  }
  RECOUP_CHECK(unshared >= 0);
  pool.unshared = Money(unshared, question.currency);
  return pool;
}

}  // namespace recoup
