#include "recoup/clocks/deadlines.hpp"

#include <algorithm>
#include <utility>

#include "deadline_parts.hpp"
#include "recoup/base/text.hpp"
#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

using std::chrono::days;

/// Property of a kind has its own chapter, and each clock of a chapter its own rule.
std::string chapter(SeizureKind kind) {
  switch (kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed_asset";
    case SeizureKind::cryptoasset: return "cryptoasset";
    default: return "drugs";
  }
}

std::string thing(SeizureKind kind) {
  switch (kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed asset";
    case SeizureKind::cryptoasset: return "cryptoasset";
    default: return "drugs";
  }
}

bool is_gone(const std::string& status) {
  return status == "returned" || status == "released" || status == "destroyed";
}

/// Decides which clocks run about one seizure; each function below adds those of one step.
class SeizureClocks {
 public:
  SeizureClocks(const Seizure& seizure, const ClockLaw& law, CivilTime as_at)
      : seizure_(seizure), law_(law), as_at_(as_at) {}

  std::vector<Deadline> read() {
    const std::string status = ascii_lower(trimmed(seizure_.status));
    const bool has_chapter =
        seizure_.kind != SeizureKind::drugs && seizure_.kind != SeizureKind::other;
    if (!has_chapter || is_gone(status)) return {};
    if (!known(seizure_.seized_at)) return {};
    const auto forfeitures = orders("forfeiture");
    if (!forfeitures.empty()) {
      add_appeal(*forfeitures.back());
    } else if (status != "forfeited") {
      add_holding_clocks();
      add_notice_clocks();
    }
    std::stable_sort(deadlines_.begin(), deadlines_.end(),
                     [](const Deadline& a, const Deadline& b) {
                       if (a.expiry.has_value() != b.expiry.has_value())
                         return a.expiry.has_value();
                       return a.expiry && *a.expiry < *b.expiry;
                     });
    return std::move(deadlines_);
  }

 private:
  [[nodiscard]] bool known(const BookingTime& time) const {
    return time.has_time() ? time.order_key() <= as_at_ : time.date() <= as_at_.date();
  }

  /// The orders of one kind that were made by `as_at`, in order of time.
  [[nodiscard]] std::vector<const SeizureOrder*> orders(std::string_view kind) const {
    std::vector<const SeizureOrder*> found;
    for (const SeizureOrder& order : seizure_.orders) {
      if (order.kind == kind && known(order.made_at)) found.push_back(&order);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
      return a->made_at.order_key() < b->made_at.order_key();
    });
    return found;
  }

  [[nodiscard]] DeadlineSubject subject(DeadlineKind kind, std::string trigger,
                                        std::string_view rule) const {
    return {seizure_.case_id, seizure_.id, kind, std::move(trigger),
            chapter(seizure_.kind) + "." + std::string(rule)};
  }

  void add_holding_clocks() {
    const auto freezing = orders("freezing");
    const auto detention = orders("detention");
    if (!freezing.empty()) {
      add_freezing(freezing);
    } else if (!detention.empty()) {
      add_detention(detention);
    } else if (seizure_.kind == SeizureKind::account) {
      Deadline deadline = blank_deadline(
          subject(DeadlineKind::freezing_order,
                  "account restrained " + event_text(seizure_.seized_at), "freezing_order"));
      deadline.missing.push_back("the day and the length of the account freezing order");
      deadlines_.push_back(std::move(deadline));
    } else {
      add_initial();
    }
  }

  void add_initial() {
    const std::string trigger = thing(seizure_.kind) + " seized " + event_text(seizure_.seized_at);
    const auto initial = subject(DeadlineKind::initial_detention, trigger, "initial_detention");
    // Property taken under a criminal power is held under that power and not under Part 5.
    const std::string power = ascii_lower(seizure_.power);
    if (!power.empty() && power.find("poca") == std::string::npos &&
        power.find("proceeds of crime") == std::string::npos) {
      Deadline deadline = blank_deadline(initial);
      deadline.missing.push_back("whether it is also detained under Part 5; the stated power is " +
                                 quoted(seizure_.power));
      deadlines_.push_back(std::move(deadline));
      return;
    }
    deadlines_.push_back(hours_deadline(initial, seizure_.seized_at, law_, as_at_));
    if (seizure_.kind == SeizureKind::listed_asset && deadlines_.back().expiry) add_further();
  }

  /// The further hours for a listed asset follow on the first six.
  void add_further() {
    const BookingTime first_end(*deadlines_.back().expiry, std::nullopt);
    Deadline further = hours_deadline(
        subject(DeadlineKind::further_detention,
                "first hours ended " + expiry_text(*deadlines_.back().expiry), "further_detention"),
        first_end, law_, as_at_);
    further.missing = deadlines_.back().missing;
    further.missing.push_back("the authority of a senior officer, which these hours need");
    deadlines_.push_back(std::move(further));
  }

  /// Sets the end of an order from what it states, never later than the law allows.
  void set_order_end(Deadline& deadline, const SeizureOrder& order, Date max_end) {
    Date end = max_end;
    if (!order.until) {
      deadline.missing.push_back(
          "the end that the order states; the latest the law allows is shown");
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
    deadline.expiry = midnight(end + days(1));
  }

  void add_detention(const std::vector<const SeizureOrder*>& made) {
    const SeizureOrder& first = *made.front();
    const SeizureOrder& last = *made.back();
    Deadline cap =
        days_deadline(subject(DeadlineKind::detention_cap,
                              "first order made " + event_text(first.made_at), "detention_cap"),
                      first.made_at.date(), law_, as_at_);
    Deadline order =
        days_deadline(subject(DeadlineKind::detention_order,
                              "order made " + event_text(last.made_at), "detention_order"),
                      last.made_at.date(), law_, as_at_);
    if (order.expiry && cap.expiry) {
      const Date cap_day = cap.expiry->date() - days(1);
      const Date max_end = std::min(order.expiry->date() - days(1), cap_day);
      if (*cap.expiry < *order.expiry) {
        order.working += "; capped at " + short_text(cap_day) + ", " + cap.working;
      }
      order.hard_cap = cap_day;
      cap.hard_cap = cap_day;
      set_order_end(order, last, max_end);
      check_chain(order, made);
      finish(order, law_.calendar, as_at_);
    }
    note_extension(cap, first.made_at.date(), "detention_cap_extended");
    deadlines_.push_back(std::move(order));
    deadlines_.push_back(std::move(cap));
  }

  /// Each order must have been made while the one before it, or the first hours, still ran.
  void check_chain(Deadline& deadline, const std::vector<const SeizureOrder*>& made) {
    const Deadline initial =
        hours_deadline(subject(DeadlineKind::initial_detention, "", "initial_detention"),
                       seizure_.seized_at, law_, as_at_);
    if (seizure_.kind != SeizureKind::listed_asset && seizure_.seized_at.has_time() &&
        initial.expiry && made.front()->made_at.order_key() > *initial.expiry) {
      deadline.findings.push_back("the first order was made " + event_text(made.front()->made_at) +
                                  "; the first hours ended " + expiry_text(*initial.expiry));
    }
    for (std::size_t i = 1; i < made.size(); ++i) {
      const auto& before = made[i - 1]->until;
      if (before && made[i]->made_at.date() > *before) {
        deadline.findings.push_back("the order of " + short_text(made[i]->made_at.date()) +
                                    " was made after the one before it ended on " +
                                    short_text(*before));
      }
    }
  }

  /// A freezing order is one order however often it is varied: its length counts from the first.
  void add_freezing(const std::vector<const SeizureOrder*>& made) {
    const SeizureOrder& first = *made.front();
    Deadline deadline =
        days_deadline(subject(DeadlineKind::freezing_order,
                              "freezing order made " + event_text(first.made_at), "freezing_order"),
                      first.made_at.date(), law_, as_at_);
    if (deadline.expiry) {
      const Date max_end = deadline.expiry->date() - days(1);
      deadline.hard_cap = max_end;
      set_order_end(deadline, *made.back(), max_end);
      finish(deadline, law_.calendar, as_at_);
    }
    note_extension(deadline, first.made_at.date(), "freezing_order_extended");
    deadlines_.push_back(std::move(deadline));
  }

  void note_extension(Deadline& deadline, Date first, std::string_view rule) const {
    const auto longer = law_.rules.length(chapter(seizure_.kind) + "." + std::string(rule), first);
    if (!longer) return;
    deadline.working += "; until " + short_text(last_day(longer.value(), first)) +
                        " while a request for evidence overseas is outstanding (" +
                        longer.value().authority + ")";
  }

  void add_notice_clocks() {
    const auto notices = orders("forfeiture-notice");
    if (notices.empty()) return;
    const SeizureOrder& notice = *notices.back();
    for (const SeizureOrder* objection : orders("objection")) {
      if (objection->made_at.date() >= notice.made_at.date()) {
        add_bridge(*objection);
        return;
      }
    }
    Deadline objections = days_deadline(
        subject(DeadlineKind::notice_objection,
                "forfeiture notice given " + short_text(notice.made_at.date()), "notice_objection"),
        notice.made_at.date(), law_, as_at_);
    if (!objections.expiry) {
      deadlines_.push_back(std::move(objections));
      return;
    }
    apply_stated_period(objections, notice);
    const Date last = objections.expiry->date() - days(1);
    deadlines_.push_back(std::move(objections));
    deadlines_.push_back(
        days_deadline(subject(DeadlineKind::notice_set_aside,
                              "last day for objections " + short_text(last), "notice_set_aside"),
                      last, law_, as_at_));
  }

  /// A notice may state a longer period than the law's shortest, never a shorter one.
  void apply_stated_period(Deadline& deadline, const SeizureOrder& notice) const {
    if (!notice.until) return;
    const Date shortest = deadline.expiry->date() - days(1);
    if (*notice.until < shortest) {
      deadline.findings.push_back("the notice states objections until " +
                                  short_text(*notice.until) + "; the law gives at least until " +
                                  short_text(shortest));
      return;
    }
    deadline.expiry = midnight(*notice.until + days(1));
    deadline.working += "; the notice states " + short_text(*notice.until);
    finish(deadline, law_.calendar, as_at_);
  }

  /// An objection ends a notice. An account then stays frozen for some hours more; cash only needs
  /// such hours where its detention order had already run out.
  void add_bridge(const SeizureOrder& objection) {
    if (seizure_.kind != SeizureKind::account) {
      for (const Deadline& deadline : deadlines_) {
        if (deadline.kind == DeadlineKind::detention_order &&
            (!deadline.expiry || *deadline.expiry > objection.made_at.order_key())) {
          return;
        }
      }
    }
    deadlines_.push_back(hours_deadline(
        subject(DeadlineKind::lapse_bridge, "objection received " + event_text(objection.made_at),
                "lapse_bridge"),
        objection.made_at, law_, as_at_));
  }

  void add_appeal(const SeizureOrder& forfeiture) {
    Deadline appeal =
        days_deadline(subject(DeadlineKind::appeal,
                              "forfeiture order made " + event_text(forfeiture.made_at), "appeal"),
                      forfeiture.made_at.date(), law_, as_at_);
    if (appeal.status == DeadlineStatus::expired) return;
    deadlines_.push_back(std::move(appeal));
  }

  const Seizure& seizure_;
  const ClockLaw& law_;
  CivilTime as_at_;
  std::vector<Deadline> deadlines_;
};

}  // namespace

std::string_view text(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::initial_detention: return "initial detention";
    case DeadlineKind::further_detention: return "further detention";
    case DeadlineKind::detention_order: return "detention order";
    case DeadlineKind::detention_cap: return "detention cap";
    case DeadlineKind::freezing_order: return "freezing order";
    case DeadlineKind::notice_objection: return "notice objection";
    case DeadlineKind::notice_set_aside: return "notice set aside";
    case DeadlineKind::lapse_bridge: return "lapse bridge";
    case DeadlineKind::appeal: return "appeal";
    default: return "confiscation";
  }
}

std::string_view text(DeadlineStatus status) {
  switch (status) {
    case DeadlineStatus::running: return "running";
    case DeadlineStatus::expired: return "expired";
    default: return "undetermined";
  }
}

std::vector<Deadline> deadlines_of(const Seizure& seizure, const ClockLaw& law, CivilTime as_at) {
  return SeizureClocks(seizure, law, as_at).read();
}

}  // namespace recoup
