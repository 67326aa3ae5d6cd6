#include <algorithm>
#include <utility>

#include "derivation_words.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/report/completeness_report.hpp"

namespace recoup {
namespace {

bool is_clean(const std::vector<Lot>& lots) {
  return std::all_of(lots.begin(), lots.end(),
                     [](const Lot& lot) { return lot.tag == Lot::clean; });
}

MinorUnits sum_of(const std::vector<Lot>& lots) {
  MinorUnits sum = 0;
  for (const Lot& lot : lots) sum += lot.amount;
  return sum;
}

/// Writes one sentence for a step, or for a run of steps.
class SentenceWriter {
 public:
  SentenceWriter(const DerivationContext& context, const Derivation& derivation)
      : words_(context, derivation), derivation_(derivation) {}

  std::vector<std::string> all() const {
    std::vector<std::string> sentences;
    const std::vector<DerivationStep>& steps = derivation_.steps;
    for (std::size_t i = 0; i < steps.size();) {
      std::size_t end = i + 1;
      while (end < steps.size() && is_of_run(steps[i], steps[end])) ++end;
      constexpr std::size_t shortest_run = 3;
      if (end - i < shortest_run) {
        sentences.push_back(of(steps[i]));
        ++i;
      } else {
        sentences.push_back(of_run({steps.data() + i, end - i}));
        i = end;
      }
    }
    return sentences;
  }

  std::string of(const DerivationStep& step) const {
    switch (step.kind) {
      case DerivationStep::Kind::opening: return opening(step);
      case DerivationStep::Kind::gap: return gap(step);
      case DerivationStep::Kind::movement: break;
    }
    if (step.paid) return payment(step);
    return receipt(step);
  }

 private:
  struct Run {
    const DerivationStep* first;
    std::size_t count;

    const DerivationStep* begin() const { return first; }
    const DerivationStep* end() const { return first + count; }
    const DerivationStep& front() const { return *first; }
    const DerivationStep& back() const { return first[count - 1]; }
  };

  /// Other money alone, on one account and in one direction, and no overdraft.
  static bool is_plain(const DerivationStep& step) {
    if (step.kind != DerivationStep::Kind::movement || !is_clean(step.moved)) return false;
    if (step.paid && step.received) return false;
    const AccountStep& account = step.paid ? *step.paid : *step.received;
    return account.balance_before >= 0 && account.balance_after >= 0;
  }

  static bool is_of_run(const DerivationStep& one, const DerivationStep& other) {
    if (!is_plain(one) || !is_plain(other)) return false;
    if (one.paid.has_value() != other.paid.has_value()) return false;
    const AccountStep& here = one.paid ? *one.paid : *one.received;
    const AccountStep& there = other.paid ? *other.paid : *other.received;
    return here.account == there.account && here.currency == there.currency;
  }

  std::string of_run(Run run) const {
    const bool is_paid = run.front().paid.has_value();
    const AccountStep& last = is_paid ? *run.back().paid : *run.back().received;
    MinorUnits sum = 0;
    std::string lines;
    for (const DerivationStep& step : run) {
      sum += sum_of(step.moved);
      lines += (lines.empty() ? "" : "; ") + words_.amount(sum_of(step.moved), last.currency) +
               " (" + words_.place(leg_of(step)) + ")";
    }
    const std::string count = std::to_string(run.count);
    const std::string days =
        words_.day(leg_of(run.front())) + " to " + words_.day(leg_of(run.back())) + ": ";
    return days +
           (is_paid ? count + " payments out of " + words_.account(last.account) + ", in all " +
                          words_.amount(sum, last.currency) + ", take other money alone"
                    : count + " credits to " + words_.account(last.account) + ", in all " +
                          words_.amount(sum, last.currency) + ", bring other money alone") +
           ": " + lines + ". " + (is_paid ? left(last) : holds(last));
  }

  LegRow leg_of(const DerivationStep& step) const {
    const Movement& movement = words_.movement(step.movement);
    return step.paid ? *movement.debit : *movement.credit;
  }

  /// "A then holds 333.33 of S1, then 666.68 of other money: 1,000.01 in all."
  std::string holds(const AccountStep& step) const {
    const std::string account = words_.account(step.account);
    if (step.balance_after < 0) {
      return account + " is then overdrawn by " +
             words_.amount(-step.balance_after, step.currency) + ".";
    }
    if (step.after.empty()) return account + " then holds nothing.";
    std::string out = account + " then holds " + words_.lots(step.after, step.currency);
    if (step.after.size() > 1) {
      out += ": " + words_.amount(step.balance_after, step.currency) + " in all";
    }
    return out + ".";
  }

  /// The same of an account from which money has just gone.
  std::string left(const AccountStep& step) const {
    const std::string account = words_.account(step.account);
    if (step.balance_after < 0) {
      return account + " is then overdrawn by " +
             words_.amount(-step.balance_after, step.currency) + ".";
    }
    if (step.after.empty()) return "Nothing is left on " + account + ".";
    std::string out = "Left on " + account + ": " + words_.lots(step.after, step.currency);
    if (step.after.size() > 1) {
      out += "; " + words_.amount(step.balance_after, step.currency) + " in all";
    }
    return out + ".";
  }

  /// What happened on the account since its last step, while no source was on it.
  std::string between(const AccountStep& step) const {
    if (step.passed_over == 0 && (!step.is_first || step.balance_before == 0)) return "";
    const std::string entries =
        std::to_string(step.passed_over) + (step.passed_over == 1 ? " entry" : " entries");
    const std::string balance = words_.amount(step.balance_before, step.currency);
    if (step.passed_over == 0) {
      return "(" + words_.account(step.account) + " began with " + balance + " of other money.) ";
    }
    return "(" + entries + " of other money" +
           (step.is_first ? " before" : " since its last step") + " took the balance of " +
           words_.account(step.account) +
           (step.is_first ? " from " + words_.amount(opening_of(step), step.currency) : "") +
           " to " + balance + ".) ";
  }

  MinorUnits opening_of(const AccountStep& step) const {
    for (const OpeningBalance& opening : words_.ledger().openings) {
      if (opening.account == step.account && opening.amount.currency() == step.currency) {
        return opening.amount.minor();
      }
    }
    return 0;
  }

  std::string opening(const DerivationStep& step) const {
    return "At its beginning " + words_.account(step.received->account) + " held " +
           words_.lots(step.received->after, step.received->currency) + ".";
  }

  std::string gap(const DerivationStep& step) const {
    const AccountStep& account = *step.received;
    std::string out =
        "Before " + words_.day(step.leg) + " (" + words_.place(step.leg) + ") the statement of " +
        words_.account(account.account) + " does not carry on: it stood at " +
        words_.amount(account.balance_before, account.currency) + " and goes on from " +
        words_.amount(account.balance_after, account.currency) + ". ";
    if (!step.moved.empty()) {
      out += words_.lots(step.moved, account.currency) + " cannot be followed through it. ";
    }
    return out + holds(account);
  }

  std::string receipt(const DerivationStep& step) const {
    const AccountStep& account = *step.received;
    const Movement& movement = words_.movement(step.movement);
    const LegRow leg = *movement.credit;
    const MinorUnits amount = credited(words_.ledger(), movement);
    std::string out = words_.day(leg) + ": " + words_.amount(amount, account.currency) +
                      (movement.reverses ? " is given back to " : " comes to ") +
                      words_.account(account.account) + " from " + words_.end_point(leg) + " (" +
                      words_.place(leg) + ")";
    out += is_clean(step.moved) ? ", other money. "
                                : ": " + words_.lots(step.moved, account.currency) + ". ";
    return out + between(account) + repaid(step) + holds(account);
  }

  std::string repaid(const DerivationStep& step) const {
    if (step.repaid.empty() && step.attributed.empty()) return "";
    const AccountStep& account = *step.received;
    std::string out = words_.account(account.account) + " was overdrawn by " +
                      words_.amount(-account.balance_before, account.currency) + ": ";
    if (!step.attributed.empty()) {
      out += words_.lots(step.attributed, account.currency) +
             " is attributed, on a person's word, to what the overdraft had paid for" +
             (step.repaid.empty() ? ". " : "; ");
    }
    if (!step.repaid.empty()) {
      out += words_.lots(step.repaid, account.currency) + " repays the bank and is gone. ";
    }
    return out;
  }

  std::string payment(const DerivationStep& step) const {
    const AccountStep& account = *step.paid;
    const Movement& movement = words_.movement(step.movement);
    const LegRow leg = *movement.debit;
    const MinorUnits amount = debited(words_.ledger(), movement);
    const std::string to = movement.credit
                               ? words_.account(words_.ledger().account[index(*movement.credit)])
                           : movement.is_charge ? "the bank as a charge"
                                                : words_.end_point(leg);
    std::string out = words_.day(leg) + ": " + words_.amount(amount, account.currency) +
                      " goes from " + words_.account(account.account) + " to " + to + " (" +
                      words_.place(leg) + "). ";
    out += between(account);
    const MinorUnits held = std::max<MinorUnits>(account.balance_before, 0);
    std::vector<Lot> taken = step.moved;
    const MinorUnits lent = std::max<MinorUnits>(amount - held, 0);
    if (lent > 0) {
      RECOUP_CHECK(taken.back().tag == Lot::clean && taken.back().amount >= lent);
      taken.back().amount -= lent;
      if (taken.back().amount == 0) taken.pop_back();
    }
    out += "The payment takes ";
    if (!taken.empty()) out += words_.lots(taken, account.currency);
    if (lent > 0) {
      out += (taken.empty() ? "" : ", and ") + words_.amount(lent, account.currency) +
             " that was not there: the bank's money, lent by overdraft";
    }
    out += ". ";
    const std::string division = words_.division(account.before, step.moved, account.currency);
    if (!division.empty()) out += "(" + division + ".) ";
    out += left(account);
    if (step.received) return out + " " + arrival(step);
    if (!movement.credit) return out;
    return out + " Nothing that is asked about comes back from there later.";
  }

  std::string arrival(const DerivationStep& step) const {
    const AccountStep& account = *step.received;
    const LegRow leg = *words_.movement(step.movement).credit;
    std::string out = words_.account(account.account) + " receives it on " + words_.day(leg) +
                      " (" + words_.place(leg) + ")";
    if (step.paid->currency != account.currency) {
      out += " as " +
             words_.amount(credited(words_.ledger(), words_.movement(step.movement)),
                           account.currency) +
             ", shared over the same parts in their order";
    }
    return out + ". " + between(account) + repaid(step) + holds(account);
  }

  DerivationWords words_;
  const Derivation& derivation_;
};

std::string caveats(const TraceContext& context) {
  std::string out;
  for (const Unresolved& unresolved : context.unresolved) {
    out += "not yet found: " + printable(unresolved.what) + ": " + printable(unresolved.why) + "\n";
  }
  for (const std::string& sentence : context.rests_on) {
    out += "rests on a person's word: " + printable(sentence) + "\n";
  }
  for (const UnverifiedPeriod& period : context.unverified) {
    out += "rests on what is not verified: " + printable(unverified_words(period)) + "\n";
  }
  return out;
}

}  // namespace

std::vector<std::string> derivation_sentences(const DerivationContext& context,
                                              const Derivation& derivation) {
  return SentenceWriter(context, derivation).all();
}

std::string derivation_text(const DerivationContext& context, const Derivation& derivation) {
  std::string out = derivation_head(context, derivation);
  std::size_t number = 0;
  for (const std::string& sentence : derivation_sentences(context, derivation)) {
    out += std::to_string(++number) + ". " + sentence + "\n";
  }
  if (number == 0) out += "No source has come to it.\n";
  out += "\n";
  for (const std::string& sentence : derivation_results(context, derivation)) {
    out += sentence + "\n";
  }
  return out + caveats(context.trace);
}

std::string parting_text(const DerivationContext& context, const Derivation& one,
                         const Derivation& other) {
  const std::string first_name(text(one.trace.method));
  const std::string second_name(text(other.trace.method));
  std::string out = "Case " + printable(context.trace.case_id) + ": " + first_name + " and " +
                    second_name + "\n\n";
  const auto row = first_difference(one.trace, other.trace);
  if (!row) return out + "The two methods carry the same at every movement.\n";
  const auto step_of = [&](const Derivation& derivation) {
    const SentenceWriter writer(context, derivation);
    for (const DerivationStep& step : derivation.steps) {
      if (step.kind == DerivationStep::Kind::movement && step.movement == *row) {
        return writer.of(step);
      }
    }
    return std::string("The payment takes no source.");
  };
  const DerivationWords words(context, one);
  const LegRow leg = words.movement(*row).leg();
  out += "They agree on everything before " + words.day(leg) + ", " + words.place(leg) +
         ", and part there:\n\n";
  for (const Derivation* each : {&one, &other}) {
    out += std::string(text(each->trace.method)) + " (" +
           std::string(authority(each->trace.method)) + "). " + rule_in_words(each->trace.method) +
           "\n  " + step_of(*each) + "\n";
    for (const std::string& sentence : derivation_results(context, *each)) {
      out += "  " + sentence + "\n";
    }
    out += "\n";
  }
  out += "Every step of either: the same question without --against.\n\n";
  return out + derivation_legend(context, one) + caveats(context.trace);
}

}  // namespace recoup
