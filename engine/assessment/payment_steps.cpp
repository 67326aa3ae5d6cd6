#include <algorithm>
#include <utility>

#include "items.hpp"
#include "matter_steps.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string count_text(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

bool in_sterling(const Maybe<Money>& amount) {
  return amount.has_value() && amount->value.currency() == gbp;
}

/// Something that fell due, as an order or a part of one.
struct DueSum {
  std::string name;  ///< "order O1".
  std::string place;
  const Maybe<Money>* amount;
  const Maybe<Date>* due;
  const Maybe<Date>* paid_on;
};

/// Writes what one order comes to.
class OrderWriter {
 public:
  OrderWriter(StepList& steps, const AssessmentFacts& facts, const AssessmentQuestion& question,
              const Part2Rules& rules, const PayableOrder& order)
      : steps_(steps),
        question_(question),
        rules_(rules),
        order_(order),
        entry_("confiscation_orders/" + order.id),
        made_(order.made ? order.made : facts.proceedings.order_made) {}

  Result<void> write() {
    if (order_.parts.empty()) {
      const DueSum whole{"order " + order_.id, entry_, &order_.amount, &order_.due,
                         &order_.paid_on};
      if (auto written = write_interest(whole); !written) return written;
      return write_higher_band();
    }
    if (auto written = write_parts(); !written) return written;
    for (std::size_t i = 0; i < order_.parts.size(); ++i) {
      const PaymentPart& part = order_.parts[i];
      write_part_limit(part, i);
      const DueSum due{"part " + std::to_string(i + 1) + " of order " + order_.id, place_of(i),
                       &part.amount, &part.until, &part.paid_on};
      if (auto written = write_interest(due); !written) return written;
    }
    return write_higher_band();
  }

 private:
  [[nodiscard]] std::string place_of(std::size_t part) const {
    return entry_ + "/parts[" + std::to_string(part) + "]";
  }

  /// The parts in which time was given, and whether they add up to the order.
  Result<void> write_parts() {
    Money sum(0, gbp);
    std::string list;
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    for (std::size_t i = 0; i < order_.parts.size(); ++i) {
      const PaymentPart& part = order_.parts[i];
      if (!in_sterling(part.amount)) {
        missing.push_back(place_of(i) + ": amount in sterling");
        continue;
      }
      RECOUP_TRY(more, sum.plus(part.amount->value));
      sum = more;
      citations.push_back(part.amount->citation);
      list += (list.empty() ? "" : ", ") + pounds(part.amount->value) +
              (part.until ? " by " + long_text(part.until->value) : " on a day not stated");
    }
    const bool whole = in_sterling(order_.amount);
    if (!whole) missing.push_back(entry_ + ": amount in sterling");
    if (whole && missing.empty() && sum != order_.amount->value) {
      missing.push_back(entry_ + "/parts: parts that add up to " + pounds(order_.amount->value) +
                        "; those stated come to " + pounds(sum));
    }
    Step& step = steps_.add("Order " + order_.id +
                                (whole ? " of " + pounds(order_.amount->value) : std::string()) +
                                " is to be paid in " +
                                count_text(static_cast<int>(order_.parts.size()), "part", "parts") +
                                (list.empty() ? "." : ": " + list + "."),
                            "POCA 2002 s.11(1)-(3)");
    step.figure = sum;
    step.citations = std::move(citations);
    steps_.want(step, missing);
    return {};
  }

  /// Whether the time given for a part is longer than the Act lets it be.
  void write_part_limit(const PaymentPart& part, std::size_t place) {
    const bool extended = part.extended && part.extended->value;
    const PeriodLimit* limit = question_.matters.limit(
        entry_, extended ? "confiscation.payment_extended" : "confiscation.payment_period");
    const std::string name = "part " + std::to_string(place + 1) + " of order " + order_.id;
    if (limit == nullptr || !limit->last_day) {
      const std::vector<std::string> missing =
          limit == nullptr ? std::vector<std::string>{entry_ + "/made: the day of the order"}
                           : limit->missing;
      steps_.want(
          steps_.add("Until when " + name + " may be paid cannot be said.", "POCA 2002 s.11"),
          missing);
      return;
    }
    std::string sentence = "The longest time for " + name + " is until " +
                           long_text(*limit->last_day) + " (" + limit->working + ")";
    const bool late = part.until && part.until->value > *limit->last_day;
    sentence += !part.until ? "."
                : late      ? "; " + long_text(part.until->value) + " is later."
                            : "; " + long_text(part.until->value) + " is within it.";
    Step& step = steps_.add(std::move(sentence), limit->authority);
    if (part.until) step.citations.push_back(part.until->citation);
    if (!part.until) steps_.want(step, {place_of(place) + "/until: the last day to pay"});
    if (late) {
      steps_.want(step,
                  {place_of(place) + "/until: a day not after " + long_text(*limit->last_day) +
                   (extended ? "" : ", or the order that gave more time")});
    }
  }

  Result<void> write_interest(const DueSum& sum) {
    const auto cannot = [&](const std::string& missing) {
      known_ = false;
      steps_.want(steps_.add("Interest on " + sum.name + " cannot be said.", "POCA 2002 s.12"),
                  {missing});
    };
    if (!in_sterling(*sum.amount) || !*sum.due) {
      cannot(sum.place + ": amount in sterling and the day it fell due");
      return {};
    }
    const Money amount = (*sum.amount)->value;
    const Date due = (*sum.due)->value;
    const bool paid = sum.paid_on->has_value();
    const Date until = paid ? (*sum.paid_on)->value : question_.as_at;
    const auto interest = interest_after_due(amount, due, until, rules_);
    if (!interest && interest.error().code != ErrorCode::not_found) return interest.error();
    if (!interest) {
      cannot(interest.error().found);
      return {};
    }
    Step& step = steps_.add("Simple interest on " + pounds(amount) + " due " + long_text(due) +
                                (paid ? " and paid " : ", unpaid on ") + long_text(until) + ": " +
                                pounds(interest.value()) + ".",
                            "POCA 2002 s.12; Judgments Act 1838 s.17");
    step.figure = interest.value();
    step.citations = {(*sum.amount)->citation, (*sum.due)->citation};
    if (paid) return {};
    RECOUP_TRY(all, unpaid_interest_.plus(interest.value()));
    unpaid_interest_ = all;
    return {};
  }

  /// Interest counts as part of the order, and may carry it into a longer term in default.
  Result<void> write_higher_band() {
    if (!known_ || !in_sterling(order_.amount) || unpaid_interest_.is_zero()) return {};
    const Date governing = made_ ? made_->value : question_.as_at;
    const Money ordered = order_.amount->value;
    RECOUP_TRY(total, ordered.plus(unpaid_interest_));
    const auto before = rules_.default_band(ordered, governing);
    const auto after = rules_.default_band(total, governing);
    for (const auto* band : {&before, &after}) {
      if (!*band && band->error().code != ErrorCode::not_found) return band->error();
    }
    if (!before || !after) {
      steps_.want(steps_.add("Whether interest leads to a longer term in default cannot be said.",
                             "POCA 2002 s.39(5)"),
                  {(before ? after : before).error().found});
      return {};
    }
    if (before.value().months == after.value().months) return {};
    Step& step =
        steps_.add("With interest of " + pounds(unpaid_interest_) + " order " + order_.id + " of " +
                       pounds(ordered) + " stands at " + pounds(total) +
                       ": the longest term in default rises from " +
                       term_text(before.value().months) + " to " + term_text(after.value().months) +
                       ", if the prosecutor applies and the court increases it.",
                   "POCA 2002 ss.12(4), 39(5); " + after.value().authority);
    step.figure = total;
    step.citations.push_back(order_.amount->citation);
    return {};
  }

  StepList& steps_;
  const AssessmentQuestion& question_;
  const Part2Rules& rules_;
  const PayableOrder& order_;
  std::string entry_;
  const Maybe<Date>& made_;
  Money unpaid_interest_{0, gbp};
  bool known_ = true;
};

}  // namespace

std::string term_text(int months) {
  return months % 12 == 0 ? count_text(months / 12, "year", "years")
                          : count_text(months, "month", "months");
}

Result<void> write_payments(StepList& steps, const AssessmentFacts& facts,
                            const AssessmentQuestion& question, const Part2Rules& rules) {
  for (const PayableOrder& order : facts.confiscation_orders) {
    auto written = OrderWriter(steps, facts, question, rules, order).write();
    if (!written) return written;
  }
  return {};
}

}  // namespace recoup
