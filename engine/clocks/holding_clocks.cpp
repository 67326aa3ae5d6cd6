#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/clocks/advance.hpp"
#include "seizure_record.hpp"

namespace recoup {
namespace {

using SeizureOrders = std::vector<const SeizureOrder*>;

/// Sets the end of an order from what it states, never later than the law allows.
void set_order_end(Deadline& deadline, const SeizureOrder& order, Date max_end) {
  Date end = max_end;
  if (!order.until) {
    deadline.missing.push_back("the end that the order states; the latest the law allows is shown");
  } else if (*order.until < order.made_at.date()) {
    deadline.expiry.reset();
    deadline.missing.push_back("the end of the order; the record states " +
                               short_text(*order.until) + ", before it was made");
    return;
  } else if (*order.until > max_end) {
    deadline.findings.push_back("the order is stated to last until " + short_text(*order.until) +
                                "; the law allows until " + short_text(max_end) + " at most");
  } else {
    end = *order.until;
  }
  deadline.working +=
      "; " + std::string(order.until ? "the order states " + short_text(*order.until)
                                     : "the order states no end");
  end_on(deadline, end);
}

/// Adds the clocks by which one seizure is held; each function those of one step.
class HoldingClocks {
 public:
  HoldingClocks(const SeizureRecord& record, std::vector<Deadline>& deadlines)
      : record_(record), seizure_(record.seizure()), deadlines_(deadlines) {}

  void add() {
    const SeizureOrders freezing = record_.orders(StepKind::freezing);
    const SeizureOrders detention = record_.orders(StepKind::detention);
    if (!freezing.empty()) {
      add_freezing(freezing);
    } else if (!detention.empty()) {
      add_detention(detention);
    } else if (seizure_.kind == SeizureKind::account) {
      Deadline deadline = blank_deadline(record_.subject(
          DeadlineKind::freezing_order, "account restrained " + event_text(seizure_.seized_at),
          "freezing_order"));
      deadline.missing.push_back("the day and the length of the account freezing order");
      deadlines_.push_back(std::move(deadline));
    } else {
      add_initial();
    }
  }

 private:
  [[nodiscard]] Deadline days_of(DeadlineKind kind, std::string trigger, std::string_view rule,
                                 Date event) const {
    return days_deadline(record_.subject(kind, std::move(trigger), rule), event, record_.context());
  }

  [[nodiscard]] Deadline initial_deadline() const {
    return hours_deadline(
        record_.subject(DeadlineKind::initial_detention,
                        record_.thing() + " seized " + event_text(seizure_.seized_at),
                        "initial_detention"),
        seizure_.seized_at, record_.context());
  }

  /// The further hours for a listed asset follow on the first six.
  [[nodiscard]] Deadline further_deadline(const Deadline& initial) const {
    const BookingTime first_end(*initial.expiry, std::nullopt);
    return hours_deadline(
        record_.subject(DeadlineKind::further_detention,
                        "first hours ended " + expiry_text(*initial.expiry), "further_detention"),
        first_end, record_.context());
  }

  void add_initial() {
    Deadline initial = initial_deadline();
    // Property taken under a criminal power is held under that power and not under Part 5.
    const std::string power = ascii_lower(seizure_.power);
    if (!power.empty() && power.find("poca") == std::string::npos &&
        power.find("proceeds of crime") == std::string::npos) {
      Deadline deadline = blank_deadline(
          record_.subject(DeadlineKind::initial_detention, initial.trigger, "initial_detention"));
      deadline.missing.push_back("whether it is also detained under Part 5; the stated power is " +
                                 quoted(seizure_.power));
      deadlines_.push_back(std::move(deadline));
      return;
    }
    if (const SeizureOrder* asked = record_.pending(StepKind::detention_application)) {
      initial.working += "; an order was applied for on " + event_text(asked->made_at) +
                         ", and must be made before the end";
    }
    if (seizure_.kind == SeizureKind::listed_asset && initial.expiry) add_further(initial);
    deadlines_.push_back(std::move(initial));
  }

  void add_further(Deadline& initial) {
    Deadline further = further_deadline(initial);
    const SeizureOrders authorities = record_.orders(StepKind::authority);
    further.missing = initial.missing;
    if (authorities.empty()) {
      further.missing.push_back("the authority of a senior officer, which these hours need");
    } else {
      const BookingTime& given = authorities.front()->made_at;
      if (given.has_time() && given.order_key() >= *initial.expiry) {
        initial.findings.push_back("the authority of " + event_text(given) +
                                   " was given after the first hours had ended");
      } else {
        stop(initial, act_text("authority", given));
      }
    }
    deadlines_.push_back(std::move(further));
  }

  /// The longest time from the first order, as it stood on `day`: longer while evidence is asked
  /// for overseas, where the chapter says so.
  [[nodiscard]] Deadline cap_on(Date day, const Deadline& plain, std::string_view rule,
                                Date first) const {
    const SeizureOrder* request = record_.request_on(day);
    if (request == nullptr) return plain;
    Deadline longer = days_of(plain.kind, plain.trigger, std::string(rule) + "_extended", first);
    if (!longer.expiry) return plain;
    longer.working +=
        "; a request for evidence overseas is outstanding since " + event_text(request->made_at);
    return longer;
  }

  /// What the record does not say about a request overseas, in the working.
  void note_extension(Deadline& deadline, Date first, std::string_view rule) const {
    const auto longer = record_.context().law.rules.length(
        record_.chapter() + "." + std::string(rule) + "_extended", first);
    if (!longer || record_.request_on(record_.context().as_at.date()) != nullptr) return;
    deadline.working += "; until " + short_text(last_day(longer.value(), first)) +
                        " while a request for evidence overseas is outstanding (" +
                        longer.value().authority + "), of which none is recorded";
  }

  void add_detention(const SeizureOrders& made) {
    const SeizureOrder& first = *made.front();
    const SeizureOrder& last = *made.back();
    const Date began = first.made_at.date();
    const Deadline plain_cap =
        days_of(DeadlineKind::detention_cap, "first order made " + event_text(first.made_at),
                "detention_cap", began);
    Deadline order =
        days_of(DeadlineKind::detention_order, "order made " + event_text(last.made_at),
                "detention_order", last.made_at.date());
    Deadline cap = cap_on(record_.context().as_at.date(), plain_cap, "detention_cap", began);
    if (began < seizure_.seized_at.date()) {
      refuse_early(order, first);
      refuse_early(cap, first);
    } else if (order.expiry && cap.expiry) {
      const Deadline cap_then = cap_on(last.made_at.date(), plain_cap, "detention_cap", began);
      const Date cap_day = last_day_of(cap_then);
      const Date max_end = std::min(last_day_of(order), cap_day);
      if (cap_day < last_day_of(order)) {
        order.working += "; capped at " + short_text(cap_day) + ", " + cap_then.working;
      }
      order.hard_cap = cap_day;
      cap.hard_cap = last_day_of(cap);
      set_order_end(order, last, max_end);
      check_chain(order, made);
      finish(order, record_.context());
    }
    note_extension(cap, began, "detention_cap");
    deadlines_.push_back(std::move(order));
    deadlines_.push_back(std::move(cap));
  }

  /// An order that is older than the seizure counts nothing: one of the two days is wrong.
  void refuse_early(Deadline& deadline, const SeizureOrder& order) const {
    deadline.expiry.reset();
    deadline.last_working_day.reset();
    deadline.status = DeadlineStatus::undetermined;
    deadline.working += "; not relied on";
    deadline.missing.push_back(
        "the right day of the first order or of the seizure; the record has "
        "the order on " +
        event_text(order.made_at) + " and the seizure on " + event_text(seizure_.seized_at));
  }

  /// Each order must have been made while the one before it, or the first hours, still ran.
  void check_chain(Deadline& deadline, const SeizureOrders& made) const {
    check_first_order(deadline, *made.front());
    for (std::size_t i = 1; i < made.size(); ++i) check_pair(deadline, *made[i - 1], *made[i]);
    for (std::size_t i = 0; i + 1 < made.size(); ++i) check_length(deadline, *made[i]);
  }

  void check_first_order(Deadline& deadline, const SeizureOrder& first) const {
    Deadline hours = initial_deadline();
    if (!seizure_.seized_at.has_time() || !hours.expiry) return;
    const bool is_authorised = !record_.orders(StepKind::authority).empty();
    if (seizure_.kind == SeizureKind::listed_asset) {
      const Deadline further = further_deadline(hours);
      if (!is_authorised && first.made_at.has_time() && first.made_at.order_key() > *hours.expiry) {
        deadline.missing.push_back("the authority of a senior officer for the hours from " +
                                   expiry_text(*hours.expiry) + " until the first order");
      }
      if (!further.expiry) return;
      hours = further;
    }
    if (first.made_at.order_key() > *hours.expiry) {
      deadline.findings.push_back("the first order was made " + event_text(first.made_at) +
                                  "; the first hours ended " + expiry_text(*hours.expiry));
    }
  }

  static void check_pair(Deadline& deadline, const SeizureOrder& before,
                         const SeizureOrder& order) {
    if (before.made_at.date() == order.made_at.date()) {
      deadline.findings.push_back("two orders were made on " + short_text(order.made_at.date()) +
                                  ": one may be recorded twice");
    }
    if (!before.until) return;
    if (order.made_at.date() > *before.until) {
      deadline.findings.push_back("the order of " + short_text(order.made_at.date()) +
                                  " was made after the one before it ended on " +
                                  short_text(*before.until));
    } else if (order.until && *order.until < *before.until) {
      deadline.findings.push_back("the order of " + short_text(order.made_at.date()) +
                                  " overlaps the one of " + short_text(before.made_at.date()) +
                                  " and ends before it, on " + short_text(*order.until) +
                                  " and not on " + short_text(*before.until) +
                                  ": which of them counts must be asked");
    }
  }

  /// An earlier order was too long where it states more than its own six months.
  void check_length(Deadline& deadline, const SeizureOrder& order) const {
    if (!order.until) return;
    const Deadline own =
        days_of(DeadlineKind::detention_order, "", "detention_order", order.made_at.date());
    if (!own.expiry || *order.until <= last_day_of(own)) return;
    deadline.findings.push_back("the order of " + short_text(order.made_at.date()) +
                                " is stated to last until " + short_text(*order.until) +
                                "; the law allows until " + short_text(last_day_of(own)) +
                                " at most");
  }

  /// A freezing order is one order however often it is varied: its length counts from the first.
  void add_freezing(const SeizureOrders& made) {
    const SeizureOrder& first = *made.front();
    const Date began = first.made_at.date();
    const Deadline plain =
        days_of(DeadlineKind::freezing_order, "freezing order made " + event_text(first.made_at),
                "freezing_order", began);
    Deadline deadline = cap_on(made.back()->made_at.date(), plain, "freezing_order", began);
    if (deadline.expiry) {
      const Date max_end = last_day_of(deadline);
      deadline.hard_cap = max_end;
      set_order_end(deadline, *made.back(), max_end);
      if (began < seizure_.seized_at.date()) {
        deadline.findings.push_back("the order of " + event_text(first.made_at) +
                                    " is older than the record of the freezing, " +
                                    event_text(seizure_.seized_at));
      }
      finish(deadline, record_.context());
    }
    note_extension(deadline, began, "freezing_order");
    deadlines_.push_back(std::move(deadline));
  }

  const SeizureRecord& record_;
  const Seizure& seizure_;
  std::vector<Deadline>& deadlines_;
};

}  // namespace

SeizureRecord::SeizureRecord(const Seizure& seizure, const ClockContext& context,
                             std::string region)
    : seizure_(seizure), context_(context), region_(std::move(region)) {}

std::string SeizureRecord::chapter() const {
  switch (seizure_.kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed_asset";
    default: return "cryptoasset";
  }
}

std::string SeizureRecord::thing() const {
  return seizure_.kind == SeizureKind::listed_asset ? "listed asset" : chapter();
}

std::vector<const SeizureOrder*> SeizureRecord::orders(StepKind kind) const {
  SeizureOrders found;
  for (const SeizureOrder& order : seizure_.orders) {
    if (order.kind == text(kind) && context_.knows(order.made_at)) found.push_back(&order);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
    return a->made_at.order_key() < b->made_at.order_key();
  });
  return found;
}

const SeizureOrder* SeizureRecord::pending(StepKind kind) const {
  const SeizureOrder* found = nullptr;
  for (const SeizureOrder* order : orders(kind)) {
    if (!order->until || context_.as_at.date() < *order->until) found = order;
  }
  return found;
}

const SeizureOrder* SeizureRecord::request_on(Date day) const {
  for (const SeizureOrder* request : orders(StepKind::overseas_request)) {
    if (request->made_at.date() <= day && (!request->until || day < *request->until)) {
      return request;
    }
  }
  return nullptr;
}

DeadlineSubject SeizureRecord::subject(DeadlineKind kind, std::string trigger,
                                       std::string_view rule) const {
  return {seizure_.case_id,
          seizure_.id,
          kind,
          std::move(trigger),
          chapter() + "." + std::string(rule),
          "",
          region_};
}

std::string act_text(std::string_view what, const BookingTime& made) {
  return std::string(what) + " of " + event_text(made);
}

void add_holding_clocks(const SeizureRecord& record, std::vector<Deadline>& deadlines) {
  HoldingClocks(record, deadlines).add();
}

}  // namespace recoup
