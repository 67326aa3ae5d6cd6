#include "camt/totals.hpp"

#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Kind = CamtStatedTotal::Kind;

std::string_view words_of(Kind kind) {
  switch (kind) {
    case Kind::count: return "entries of the statement";
    case Kind::sum: return "sum of the entries of the statement";
    case Kind::net: return "net sum of the entries of the statement";
    case Kind::credit_count: return "credits of the statement";
    case Kind::credit_sum: return "sum of the credits of the statement";
    case Kind::debit_count: return "debits of the statement";
    case Kind::debit_sum: return "sum of the debits of the statement";
  }
  return "";
}

bool is_count(Kind kind) {
  return kind == Kind::count || kind == Kind::credit_count || kind == Kind::debit_count;
}

std::size_t count_of(const CamtSums& sums, Kind kind) {
  if (kind == Kind::credit_count) return sums.credit_count();
  return kind == Kind::debit_count ? sums.debit_count() : sums.count();
}

std::optional<Money> sum_of(const CamtSums& sums, Kind kind) {
  switch (kind) {
    case Kind::credit_sum: return sums.credits();
    case Kind::debit_sum: return sums.debits();
    case Kind::net: return sums.net();
    default: return sums.both();
  }
}

/// A count without the noughts before it.
std::string_view bare_count(std::string_view text) {
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return text;
}

ControlTotal held_against(const CamtStatedTotal& stated, const CamtSums& sums, Currency currency) {
  ControlTotal total{std::string(words_of(stated.kind)), printable(stated.text), "", false,
                     stated.line};
  if (is_count(stated.kind)) {
    total.computed = std::to_string(count_of(sums, stated.kind));
    total.holds = bare_count(stated.text) == total.computed;
    return total;
  }
  const auto sum = sum_of(sums, stated.kind);
  // Nothing was added up where there are no entries: the sum is nought in any currency.
  const Currency unit = sum && sums.count() > 0 ? sum->currency() : currency;
  const Money computed = sum && sums.count() > 0 ? *sum : Money(0, unit);
  const auto read = parse_camt_amount(stated.text, unit);
  if (read) {
    const Money amount = stated.is_credit ? read.value() : Money(-read.value().minor(), unit);
    total.stated = amount.plain();
    total.holds = sum.has_value() && amount == computed;
  }
  total.computed = sum ? computed.plain() : "no sum: the entries are in several currencies";
  return total;
}

}  // namespace

void CamtSums::add(Money amount) {
  const bool is_debit = amount.is_negative();
  ++(is_debit ? debits_ : credits_);
  std::optional<Money>& sum = is_debit ? debit_sum_ : credit_sum_;
  const std::optional<Money>& other = is_debit ? credit_sum_ : debit_sum_;
  const Money size = is_debit ? Money(-amount.minor(), amount.currency()) : amount;
  const std::optional<Money>& known = sum ? sum : other;
  if (known && known->currency() != size.currency()) is_spoiled_ = true;
  if (is_spoiled_) return;
  const auto next = sum ? sum->plus(size) : Result<Money>(size);
  if (next) {
    sum = next.value();
  } else {
    is_spoiled_ = true;
  }
}

std::optional<Money> CamtSums::credits() const {
  if (is_spoiled_) return std::nullopt;
  if (credit_sum_) return credit_sum_;
  return Money(0, debit_sum_ ? debit_sum_->currency() : gbp);
}

std::optional<Money> CamtSums::debits() const {
  if (is_spoiled_) return std::nullopt;
  if (debit_sum_) return debit_sum_;
  return Money(0, credit_sum_ ? credit_sum_->currency() : gbp);
}

std::optional<Money> CamtSums::both() const {
  if (is_spoiled_) return std::nullopt;
  const auto sum = credits()->plus(*debits());
  return sum ? std::optional(sum.value()) : std::nullopt;
}

std::optional<Money> CamtSums::net() const {
  if (is_spoiled_) return std::nullopt;
  const auto sum = credits()->minus(*debits());
  return sum ? std::optional(sum.value()) : std::nullopt;
}

std::vector<CamtStatedTotal> read_camt_summary(CamtElement summary) {
  struct Named {
    Kind kind;
    std::string_view path;
  };
  constexpr std::array<Named, 8> named = {{{Kind::count, "TtlNtries/NbOfNtries"},
                                           {Kind::sum, "TtlNtries/Sum"},
                                           {Kind::net, "TtlNtries/TtlNetNtryAmt"},
                                           {Kind::net, "TtlNtries/TtlNetNtry/Amt"},
                                           {Kind::credit_count, "TtlCdtNtries/NbOfNtries"},
                                           {Kind::credit_sum, "TtlCdtNtries/Sum"},
                                           {Kind::debit_count, "TtlDbtNtries/NbOfNtries"},
                                           {Kind::debit_sum, "TtlDbtNtries/Sum"}}};
  std::vector<CamtStatedTotal> stated;
  for (const Named& one : named) {
    const CamtElement element = summary.at(one.path);
    if (!element.exists()) continue;
    CamtStatedTotal total{one.kind, std::string(element.value()), true, element.line()};
    if (one.kind == Kind::net) {
      const CamtElement direction = summary.at("TtlNtries/TtlNetNtry/CdtDbtInd").exists()
                                        ? summary.at("TtlNtries/TtlNetNtry/CdtDbtInd")
                                        : summary.at("TtlNtries/CdtDbtInd");
      total.is_credit = direction.value() != "DBIT";
    }
    stated.push_back(std::move(total));
  }
  return stated;
}

std::vector<ControlTotal> hold_camt_totals(const std::vector<CamtStatedTotal>& stated,
                                           const CamtSums& booked, const CamtSums& all,
                                           Currency currency) {
  std::vector<ControlTotal> totals;
  for (const CamtStatedTotal& one : stated) {
    ControlTotal total = held_against(one, booked, currency);
    if (!total.holds && all.count() != booked.count()) {
      ControlTotal of_all = held_against(one, all, currency);
      if (of_all.holds) {
        of_all.what += ", booked or not";
        total = std::move(of_all);
      }
    }
    totals.push_back(std::move(total));
  }
  return totals;
}

}  // namespace recoup
