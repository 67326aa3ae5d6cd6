#include <algorithm>
#include <utility>

#include "case_parts.hpp"

namespace recoup {
namespace {

/// A part of an order, or the whole of it, with the day by which it is to be paid.
struct PaySlice {
  std::string id;
  std::string words;          ///< "slice of 10000.00", or empty for the whole.
  std::optional<Date> until;  ///< As the court stated it.
  std::optional<BookingTime> paid;
};

/// The last step of a kind about the slice, or about its order.
const LegalStep* last_about(const CaseRecord& record, StepKind kind, const PaySlice& slice,
                            const ConfiscationOrder& order) {
  const LegalStep* found = nullptr;
  for (const LegalStep* step : record.steps(kind)) {
    const bool is_ours = step->of == slice.id || step->of == order.id || step->of.empty();
    if (is_ours && step->made) found = step;
  }
  return found;
}

/// The clocks of one confiscation order.
class OrderClocks {
 public:
  OrderClocks(const CaseRecord& record, const ConfiscationOrder& order,
              std::vector<Deadline>& deadlines)
      : record_(record), order_(order), deadlines_(deadlines) {}

  void add() {
    if (!order_.made) {
      deadlines_.push_back(record_.without_day(
          record_.subject(DeadlineKind::payment, order_.id, "confiscation order, day not recorded",
                          "confiscation.payment_due"),
          "the day on which the confiscation order was made"));
      return;
    }
    if (record_.context().as_at.date() < *order_.made) return;
    const std::vector<PaySlice> slices = slices_of_order();
    for (const PaySlice& slice : slices) add_slice(slice);
    if (!slices.empty()) {
      add_limit();
    } else {
      add_due_at_once();
    }
  }

 private:
  [[nodiscard]] std::string made_text() const {
    return "confiscation order made " + short_text(*order_.made);
  }

  [[nodiscard]] Deadline from_order(DeadlineKind kind, const std::string& step, std::string trigger,
                                    std::string_view rule) const {
    return days_deadline(record_.subject(kind, step, std::move(trigger), rule), *order_.made,
                         record_.context());
  }

  [[nodiscard]] std::vector<PaySlice> slices_of_order() const {
    std::vector<PaySlice> slices;
    for (const LegalStep* step : record_.steps(StepKind::time_to_pay, order_.id)) {
      slices.push_back({step->id, step->amount.empty() ? "" : ", slice of " + step->amount,
                        step->until,
                        record_.has_ended(*step) ? step->ended : std::optional<BookingTime>()});
    }
    if (slices.empty() && order_.due && *order_.due > *order_.made) {
      slices.push_back({order_.id, "", order_.due, std::nullopt});
    }
    return slices;
  }

  void stop_if_paid(Deadline& deadline, const std::optional<BookingTime>& paid) const {
    if (order_.paid_on && *order_.paid_on <= record_.context().as_at.date()) {
      stop(deadline, "paid " + short_text(*order_.paid_on));
    } else if (paid) {
      stop(deadline, "paid " + event_text(*paid));
    }
  }

  void add_due_at_once() {
    Deadline due =
        from_order(DeadlineKind::payment, order_.id, made_text() + "; no time to pay on record",
                   "confiscation.payment_due");
    stop_if_paid(due, std::nullopt);
    deadlines_.push_back(std::move(due));
  }

  void add_limit() {
    Deadline limit = from_order(DeadlineKind::payment_limit, order_.id, made_text(),
                                "confiscation.payment_extended");
    stop_if_paid(limit, std::nullopt);
    deadlines_.push_back(std::move(limit));
  }

  void add_slice(const PaySlice& slice) {
    Deadline payment = from_order(DeadlineKind::payment, slice.id, made_text() + slice.words,
                                  "confiscation.payment_period");
    if (!slice.until) {
      payment.missing.push_back(
          "the day by which the court ordered payment; the latest the law "
          "allows is shown");
    } else if (*slice.until < *order_.made) {
      payment.expiry.reset();
      payment.missing.push_back("the day by which the court ordered payment; the record states " +
                                short_text(*slice.until) + ", before the order");
    }
    if (payment.expiry) {
      limit_to_stated(payment, slice.until, record_.context());
      follow_extension(payment, slice);
    }
    finish(payment, record_.context());
    stop_if_paid(payment, slice.paid);
    deadlines_.push_back(std::move(payment));
  }

  /// More time, by an order or by a timely application that is undecided.
  void follow_extension(Deadline& payment, const PaySlice& slice) {
    const Date specified = last_day_of(payment);
    const Deadline most = from_order(DeadlineKind::interest_standstill, slice.id, "",
                                     "confiscation.payment_extended");
    if (!most.expiry) return;
    payment.hard_cap = last_day_of(most);
    const LegalStep* asked = last_about(record_, StepKind::time_to_pay_application, slice, order_);
    const bool is_timely = asked != nullptr && asked->made->date() <= specified;
    if (asked != nullptr && !is_timely) {
      payment.findings.push_back("more time was asked for on " + event_text(*asked->made) +
                                 ", after the period had ended on " + short_text(specified));
    }
    const LegalStep* longer = last_about(record_, StepKind::time_to_pay_extension, slice, order_);
    if (longer != nullptr) {
      extend(payment, *longer, asked, *payment.hard_cap);
    } else if (is_timely && !record_.has_ended(*asked)) {
      add_standstill(payment, *asked, slice);
    }
  }

  void extend(Deadline& payment, const LegalStep& longer, const LegalStep* asked, Date most) const {
    if (asked == nullptr) {
      payment.missing.push_back(
          "the day on which more time was asked for, which must lie within "
          "the period");
    }
    if (longer.made->date() > most) {
      payment.findings.push_back("the extension was made on " + event_text(*longer.made) +
                                 ", after the last day for it, " + short_text(most));
      return;
    }
    payment.working += "; extended on " + event_text(*longer.made);
    if (!longer.until) {
      payment.missing.push_back("the day until which time was extended");
      return;
    }
    payment.working += " until " + short_text(*longer.until);
    if (*longer.until > most) {
      payment.findings.push_back("the extension is stated to last until " +
                                 short_text(*longer.until) + "; the law allows until " +
                                 short_text(most) + " at most");
    }
    end_on(payment, std::min(*longer.until, most));
  }

  void add_standstill(Deadline& payment, const LegalStep& asked, const PaySlice& slice) {
    Deadline standstill = from_order(
        DeadlineKind::interest_standstill, slice.id,
        "more time asked for on " + event_text(*asked.made) + ", undecided; " + made_text(),
        "confiscation.interest_standstill");
    const bool runs = standstill.status == DeadlineStatus::running;
    stop_if_paid(standstill, slice.paid);
    if (runs) {
      stop(payment,
           step_text(asked) + ", undecided: no interest meanwhile (" + standstill.legal_basis + ")",
           DeadlineStatus::held);
    }
    if (runs || !standstill.is_open()) deadlines_.push_back(std::move(standstill));
  }

  const CaseRecord& record_;
  const ConfiscationOrder& order_;
  std::vector<Deadline>& deadlines_;
};

}  // namespace

void add_payment_clocks(const CaseRecord& record, std::vector<Deadline>& deadlines) {
  for (const ConfiscationOrder& order : record.facts().orders) {
    OrderClocks(record, order, deadlines).add();
  }
}

}  // namespace recoup
