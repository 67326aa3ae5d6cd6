#include "recoup/typologies/limits.hpp"

#include <array>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error malformed(const Parameter& row, const std::string& document, std::string expected) {
  return {
      ErrorCode::malformed, quoted(row.value), std::move(expected), {document, row.line, "value"}};
}

Result<MoneyLimit> money_limit(const Parameter& row, const std::string& document) {
  const auto currency = Currency::parse(row.unit);
  if (!currency) return malformed(row, document, "an amount whose unit is a currency");
  const auto amount = Money::parse_plain(row.value, currency.value());
  if (!amount || amount.value().minor() <= 0) {
    return malformed(row, document, "an amount above zero");
  }
  return MoneyLimit{amount.value(), row};
}

/// Reads row by row and keeps the first fault.
class LimitReader {
 public:
  LimitReader(const ParameterTable& table, Date governing) : table_(table), governing_(governing) {}

  CountLimit count(std::string_view name) {
    const Parameter* row = find(name);
    if (row == nullptr) return {};
    const auto value = parse_int128(row->value);
    if (!value || *value < 1 || *value > 1'000'000) {
      fail(malformed(*row, table_.document(), "a whole number from 1 to 1000000"));
      return {};
    }
    return {static_cast<std::int64_t>(*value), *row};
  }
  MoneyLimit money(std::string_view name) {
    const Parameter* row = find(name);
    if (row == nullptr) return {Money(1, gbp), {}};
    auto limit = money_limit(*row, table_.document());
    if (limit) return std::move(limit).value();
    fail(std::move(limit).error());
    return {Money(1, gbp), {}};
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }

 private:
  const Parameter* find(std::string_view name) {
    const Parameter* row = table_.at(name, governing_);
    if (row == nullptr) {
      fail({ErrorCode::not_found,
            "no " + std::string(name),
            "a row that covers " + iso_text(governing_),
            {table_.document(), 0, ""}});
    }
    return row;
  }
  void fail(Error error) {
    if (!fault_) fault_ = std::move(error);
  }

  const ParameterTable& table_;
  Date governing_;
  std::optional<Error> fault_;
};

bool is_in_force(const Parameter& row, Date day) {
  return row.from <= day && (!row.to || day <= *row.to);
}

void read_money_patterns(LimitReader& read, TypologyLimits& limits) {
  limits.structuring_floor_percent = read.count("structuring.floor_percent");
  limits.structuring_count = read.count("structuring.count");
  limits.structuring_days = read.count("structuring.days");
  limits.round_unit = read.money("round.unit");
  limits.round_share_percent = read.count("round.share_percent");
  limits.round_count = read.count("round.count");
  limits.just_under_unit = read.money("just_under.unit");
  limits.just_under_within_percent = read.count("just_under.within_percent");
  limits.just_under_share_percent = read.count("just_under.share_percent");
  limits.just_under_count = read.count("just_under.count");
  limits.cash_share_percent = read.count("cash.share_percent");
  limits.cash_count = read.count("cash.count");
  limits.loan_outflow_percent = read.count("loan_back.outflow_percent");
  limits.loan_days = read.count("loan_back.days");
  limits.dormant_days = read.count("dormant.days");
  limits.dormant_active_days = read.count("dormant.active_days");
  limits.dormant_factor_percent = read.count("dormant.factor_percent");
  limits.dormant_minimum = read.money("dormant.minimum");
  limits.income_factor_percent = read.count("income.factor_percent");
}

void read_flow_patterns(LimitReader& read, TypologyLimits& limits) {
  limits.pass_minimum = read.money("pass_through.minimum");
  limits.pass_hours = read.count("pass_through.hours");
  limits.pass_passed_percent = read.count("pass_through.passed_percent");
  limits.pass_share_percent = read.count("pass_through.share_percent");
  limits.pass_count = read.count("pass_through.count");
  limits.pass_quiet_days = read.count("pass_through.quiet_days");
  limits.mule_senders = read.count("mule.senders");
  limits.mule_age_days = read.count("mule.age_days");
  limits.mule_test_payment = read.money("mule.test_payment");
  limits.fan_parties = read.count("fan.parties");
  limits.fan_days = read.count("fan.days");
  limits.fan_minimum = read.money("fan.minimum");
  limits.cycle_accounts = read.count("cycle.accounts");
  limits.cycle_accounts_most = read.count("cycle.accounts_most");
  limits.cycle_days = read.count("cycle.days");
  limits.cycle_kept_percent = read.count("cycle.kept_percent");
  limits.cycle_steps_most = read.count("cycle.steps_most");
  limits.cycle_minimum = read.money("cycle.minimum");
  limits.crypto_count = read.count("crypto.count");
  limits.crypto_passed_percent = read.count("crypto.passed_percent");
}

}  // namespace

Result<TypologyLimits> TypologyLimits::parse(std::string_view csv, const std::string& document,
                                             Date governing) {
  RECOUP_TRY(table, ParameterTable::parse(csv, document));
  TypologyLimits limits;
  LimitReader read(table, governing);
  read_money_patterns(read, limits);
  read_flow_patterns(read, limits);
  if (read.fault()) return *read.fault();
  for (const Parameter& row : table.rows()) {
    if (row.name.starts_with("structuring.limit.")) {
      RECOUP_TRY(limit, money_limit(row, table.document()));
      limits.structuring_limits.push_back(std::move(limit));
    }
    if (row.name.starts_with("crypto.word.") && is_in_force(row, governing)) {
      limits.crypto_words.push_back(row);
    }
  }
  return limits;
}

Result<std::vector<CreditWord>> parse_credit_words(std::string_view csv,
                                                   const std::string& document, Date governing) {
  RECOUP_TRY(table, ParameterTable::parse(csv, document));
  std::vector<CreditWord> words;
  for (const CreditKind kind : {CreditKind::cash, CreditKind::wages, CreditKind::benefits,
                                CreditKind::refund, CreditKind::loan, CreditKind::gift}) {
    const std::string prefix = "credit_word." + std::string(text(kind)) + ".";
    for (const Parameter& row : table.rows()) {
      if (row.name.starts_with(prefix) && is_in_force(row, governing)) {
        words.push_back({ascii_lower(row.value), kind});
      }
    }
  }
  return words;
}

}  // namespace recoup
