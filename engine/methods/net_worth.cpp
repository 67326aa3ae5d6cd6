#include <algorithm>
#include <chrono>

#include "schedule.hpp"

namespace recoup {
namespace {

constexpr const char* opening_heading = "Less opening net worth";
constexpr const char* closing_heading = "Closing net worth";

/// Assets stand at what they cost: a rise of their value is no income.
std::string amount_field(WorthKind kind, bool has_market_value) {
  if (kind == WorthKind::liability) return "what was owed (cost)";
  if (kind != WorthKind::asset) return "what was held (cost)";
  return has_market_value ? "the cost (a market value is stated, and cost is what counts)"
                          : "the cost";
}

Result<void> add_statement(ScheduleBuilder& builder, const std::vector<const WorthItem*>& items,
                           const char* heading, int sign) {
  builder.heading(heading);
  for (const WorthItem* item : items) {
    const bool is_debt = item->kind == WorthKind::liability;
    if (auto added = builder.add_stated(heading, item->entry, item->cost, is_debt ? -sign : sign,
                                        amount_field(item->kind, item->market_value.has_value()),
                                        item->date->value);
        !added) {
      return added;
    }
  }
  return {};
}

/// A statement that is silent about cash leaves room for a hoard.
void check_statement(ScheduleBuilder& builder, const std::vector<const WorthItem*>& items,
                     const std::string& which, Date day, MissingEffect cash_effect) {
  if (items.empty()) {
    builder.miss(
        "the " + which + " net worth: lines of the section net_worth as at " + iso_text(day),
        MissingEffect::either);
    builder.withhold();
    return;
  }
  const bool has_cash = std::any_of(items.begin(), items.end(), [](const WorthItem* item) {
    return item->kind == WorthKind::cash_in_hand;
  });
  if (!has_cash) {
    builder.miss("cash in hand as at " + iso_text(day) + ", or a statement that there was none",
                 cash_effect);
  }
}

}  // namespace

Result<void> work_out_net_worth(ScheduleBuilder& builder) {
  const MeansFacts& facts = builder.question().facts;
  const Date from = facts.period.from->value;
  const Date to = facts.period.to->value;
  std::vector<const WorthItem*> opening;
  std::vector<const WorthItem*> closing;
  for (const WorthItem& item : facts.worth) {
    const std::string& name = item.entry.place.field;
    if (!item.date) {
      builder.miss("the day of " + name, MissingEffect::either);
    } else if (item.date->value == to) {
      closing.push_back(&item);
    } else if (item.date->value == from || item.date->value + std::chrono::days(1) == from) {
      opening.push_back(&item);
    } else {
      builder.note(name + " is as at " + iso_text(item.date->value) +
                   ", neither the opening nor the closing day");
    }
  }
  check_statement(builder, closing, "closing", to, MissingEffect::raises);
  check_statement(builder, opening, "opening", from, MissingEffect::lowers);
  if (auto added = add_statement(builder, closing, closing_heading, 1); !added) return added;
  if (auto added = add_statement(builder, opening, opening_heading, -1); !added) return added;
  if (auto added = add_spending(builder, "Expenditure", false); !added) return added;
  return take_income(builder, "Less known legitimate income");
}

}  // namespace recoup
