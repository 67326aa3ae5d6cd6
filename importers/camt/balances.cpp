#include "camt/balances.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using BalancePlaces = std::vector<const CamtBalance*>;

BalancePlaces of_code(const std::vector<CamtBalance>& balances, std::string_view code) {
  BalancePlaces found;
  for (const CamtBalance& balance : balances) {
    if (balance.code == code) found.push_back(&balance);
  }
  return found;
}

bool is_available(std::string_view code) {
  constexpr std::array<std::string_view, 6> codes = {"OPAV", "CLAV", "ITAV",
                                                     "FWAV", "XPCD", "INFO"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// The earliest or the latest of them in that currency; of one day, the first or the last.
const CamtBalance* earliest(const BalancePlaces& places, std::optional<Currency> currency) {
  const CamtBalance* found = nullptr;
  for (const CamtBalance* const place : places) {
    if (place->amount.currency() != currency) continue;
    if (found == nullptr || place->date < found->date) found = place;
  }
  return found;
}

const CamtBalance* latest(const BalancePlaces& places, std::optional<Currency> currency) {
  const CamtBalance* found = nullptr;
  for (const CamtBalance* const place : places) {
    if (place->amount.currency() != currency) continue;
    if (found == nullptr || place->date >= found->date) found = place;
  }
  return found;
}

/// Sorts one list of balances.
class BalanceSorter {
 public:
  BalanceSorter(const std::vector<CamtBalance>& balances, const Statement& statement)
      : balances_(balances), currency_(statement.currency) {
    sheet_.statement = statement;
  }

  CamtBalanceSheet sort() {
    find_opening();
    find_closing();
    find_intermediate();
    for (const CamtBalance& balance : balances_) place(balance);
    say_other_currencies();
    return std::move(sheet_);
  }

 private:
  void find_opening() {
    opening_ = earliest(of_code(balances_, "OPBD"), currency_);
    const CamtBalance* const previous = latest(of_code(balances_, "PRCD"), currency_);
    if (opening_ == nullptr) {
      opening_ = previous;
    } else if (previous != nullptr) {
      sheet_.statement.totals.push_back({"previous closing balance, which is the opening balance",
                                         previous->amount.text(), opening_->amount.text(),
                                         previous->amount == opening_->amount, previous->line});
    }
  }

  void find_closing() { closing_ = latest(of_code(balances_, "CLBD"), currency_); }

  /// A page that carries on begins with an intermediate balance, and one that another follows ends
  /// with one. By itself it is the balance up to then.
  void find_intermediate() {
    BalancePlaces places;
    for (const CamtBalance* const place : of_code(balances_, "ITBD")) {
      if (place->amount.currency() == currency_) places.push_back(place);
    }
    if (places.empty()) return;
    if (opening_ == nullptr && (closing_ != nullptr || places.size() > 1)) {
      opening_ = places.front();
      sheet_.statement.opening_is_intermediate = true;
    }
    if (closing_ == nullptr) {
      closing_ = places.back();
      sheet_.statement.closing_is_intermediate = true;
    }
  }

  void place(const CamtBalance& balance) {
    Statement& statement = sheet_.statement;
    if (&balance == opening_) {
      statement.opening = balance.amount;
      statement.opening_date = balance.date;
    }
    if (&balance == closing_) {
      statement.closing = balance.amount;
      statement.closing_date = balance.date;
    }
    if (is_available(balance.code)) {
      add(balance, StatementBalance::Kind::available);
    } else if (balance.code == "OPBD" || (balance.code == "PRCD" && &balance == opening_)) {
      add(balance, StatementBalance::Kind::opening);
    } else if (balance.code == "CLBD") {
      add(balance, StatementBalance::Kind::closing);
    } else if (&balance != opening_ && &balance != closing_) {
      hold_back(balance);
    }
  }

  void add(const CamtBalance& balance, StatementBalance::Kind kind) {
    sheet_.balances.push_back(
        {sheet_.statement.account, kind, balance.date, balance.amount, balance.line});
  }

  void hold_back(const CamtBalance& balance) {
    std::string why = "a balance of the bank's own kind " + printable(quoted(balance.code));
    if (balance.code == "PRCD") why = "a previous closing balance beside the opening balance";
    if (balance.code == "ITBD") why = "an intermediate balance within the statement";
    sheet_.held_back.push_back({std::move(why), balance.line, ""});
  }

  void say_other_currencies() {
    for (const CamtBalance& balance : balances_) {
      const bool is_booked = balance.code == "OPBD" || balance.code == "CLBD";
      if (!is_booked || balance.amount.currency() == currency_) continue;
      const std::string own = currency_ ? std::string(currency_->code()) : std::string();
      sheet_.notes.push_back("the " + balance.code + " balance on line " +
                             std::to_string(balance.line) + " is in " +
                             std::string(balance.amount.currency().code()) +
                             " and its statement in " + own + "; it opens and closes nothing");
    }
  }

  const std::vector<CamtBalance>& balances_;
  std::optional<Currency> currency_;
  const CamtBalance* opening_ = nullptr;
  const CamtBalance* closing_ = nullptr;
  CamtBalanceSheet sheet_;
};

}  // namespace

Result<CamtBalance> read_camt_balance(CamtElement element, const CamtCurrency& fallback,
                                      CamtRemarks& remarks) {
  CamtBalance balance;
  balance.line = element.line();
  balance.begin = element.begin();
  balance.end = element.end();
  for (const std::string_view path :
       {"Tp/CdOrPrtry/Cd", "Tp/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Prtry", "Tp/CdOrPrtry/Prtry/Id"}) {
    if (balance.code.empty()) balance.code = element.at(path).value();
  }
  for (const std::string_view name : {"Amt", "CdtDbtInd", "Dt"}) {
    if (element.count(name) <= 1) continue;
    return camt_error({ErrorCode::contradiction,
                       "<" + std::string(name) + "> more than once",
                       "each value once in a balance",
                       {}},
                      element.child(name), element, name);
  }
  const CamtElement amount = element.child("Amt");
  auto sum = read_camt_amount(amount, fallback, remarks);
  if (!sum) return camt_error(std::move(sum).error(), amount, element, "Amt");
  const CamtElement indicator = element.child("CdtDbtInd");
  auto is_credit = read_camt_direction(indicator);
  if (!is_credit) return camt_error(std::move(is_credit).error(), indicator, element, "CdtDbtInd");
  balance.amount =
      is_credit.value() ? sum.value() : Money(-sum.value().minor(), sum.value().currency());
  auto date = read_camt_day(element.child("Dt"));
  if (!date) return camt_error(std::move(date).error(), element.child("Dt"), element, "Dt");
  balance.date = date.value();
  return balance;
}

CamtBalanceSheet sort_camt_balances(const std::vector<CamtBalance>& balances,
                                    const Statement& statement) {
  return BalanceSorter(balances, statement).sort();
}

}  // namespace recoup
