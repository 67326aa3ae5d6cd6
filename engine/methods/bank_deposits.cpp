#include "schedule.hpp"

namespace recoup {
namespace {

/// The heading below which a credit is taken out again, or nothing where it stays in.
const char* deduction_of(CreditKind kind) {
  switch (kind) {
    case CreditKind::own_transfer: return "Less own transfers";
    case CreditKind::refund: return "Less refunds and reversals";
    case CreditKind::loan:
    case CreditKind::gift: return "Less loans and gifts";
    default: return nullptr;
  }
}

/// A deduction on weak evidence is made, since it favours the subject, and named.
void count_weak(ScheduleBuilder& builder, std::size_t by_words, std::size_t one_sided) {
  if (by_words > 0) {
    builder.miss("proof of " + std::to_string(by_words) +
                     " deductions that rest on the words of the narrative alone",
                 MissingEffect::raises);
  }
  if (one_sided > 0) {
    builder.miss("the debits of " + std::to_string(one_sided) +
                     " own transfers, which name an own account and have no one debit on it",
                 MissingEffect::raises);
  }
}

}  // namespace

Result<void> work_out_bank_deposits(ScheduleBuilder& builder) {
  add_missing_holders(builder);
  const std::vector<const ClassifiedCredit*> credits = credits_of_period(builder);
  builder.heading("Total credits");
  for (const ClassifiedCredit* credit : credits) {
    if (auto added = builder.add_leg("Total credits", credit->leg, 1,
                                     std::string(text(credit->kind)) + ": " + credit->why);
        !added) {
      return added;
    }
  }
  std::size_t by_words = 0;
  std::size_t one_sided = 0;
  for (const CreditKind kind :
       {CreditKind::own_transfer, CreditKind::refund, CreditKind::loan, CreditKind::gift}) {
    builder.heading(deduction_of(kind));
    for (const ClassifiedCredit* credit : credits) {
      if (credit->kind != kind) continue;
      if (credit->basis == CreditBasis::words) ++by_words;
      const bool is_transfer = kind == CreditKind::own_transfer;
      if (is_transfer && credit->basis == CreditBasis::statement) ++one_sided;
      if (auto taken = builder.add_leg(deduction_of(kind), credit->leg, -1, credit->why); !taken) {
        return taken;
      }
    }
  }
  count_weak(builder, by_words, one_sided);
  if (auto added = add_spending(builder, "Cash spending outside the bank", true); !added) {
    return added;
  }
  return take_income(builder, "Less known legitimate income");
}

}  // namespace recoup
