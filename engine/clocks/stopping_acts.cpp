#include "stopping_acts.hpp"

namespace recoup {
namespace {

std::string about_holding(DeadlineKind kind, std::string_view rule_id) {
  switch (kind) {
    case DeadlineKind::initial_detention:
      return rule_id.starts_with("listed_asset.")
                 ? "a senior officer's authority for more hours, or an order for further detention "
                   "made by a magistrates' court; an application alone is not enough"
                 : "an order for further detention, made by a magistrates' court or a single "
                   "justice; an application alone is not enough";
    case DeadlineKind::further_detention:
      return "an order for further detention, made by a magistrates' court; an application alone "
             "is not enough";
    case DeadlineKind::detention_order:
      return "a further order, made by a magistrates' court, or an officer's application for "
             "forfeiture";
    case DeadlineKind::detention_cap: return "an officer's application for forfeiture";
    case DeadlineKind::freezing_order:
      return "an extension, made by a magistrates' court, or an officer's application for "
             "forfeiture";
    case DeadlineKind::notice_objection: return "a written objection of any person, when received";
    case DeadlineKind::notice_set_aside:
      return "an application to set the forfeiture aside, by a person who could have objected";
    case DeadlineKind::lapse_bridge:
      return rule_id.starts_with("account.")
                 ? "an officer's application to extend the freezing order or for forfeiture"
                 : "an officer's application for a further detention order or for forfeiture";
    case DeadlineKind::refusal_bridge: return "an appeal by the party that applied for forfeiture";
    default: return "an appeal by a party to the proceedings";
  }
}

std::string about_confiscation(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::payment:
      return "payment, or the defendant's application for more time within the period";
    case DeadlineKind::payment_limit: return "payment";
    case DeadlineKind::interest_standstill: return "the court's decision on the application";
    case DeadlineKind::postponement:
      return "the court's decision on confiscation; a longer postponement only in exceptional "
             "circumstances";
    case DeadlineKind::vary_sentence: return "the court's variation of the sentence";
    case DeadlineKind::timetable: return "service of the statement by the party that was ordered";
    default: return "the prosecutor's application to the Crown Court";
  }
}

std::string about_investigation(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::limitation: return "a claim issued by the enforcement authority";
    case DeadlineKind::production_order: return "the material produced by the person named";
    case DeadlineKind::account_monitoring: return "a new order, on an officer's application";
    case DeadlineKind::wealth_response: return "the statement of the person named";
    case DeadlineKind::wealth_decision:
      return "the enforcement authority's decision, or an extension by the High Court";
    case DeadlineKind::wealth_limit: return "the enforcement authority's decision";
    case DeadlineKind::consent_notice: return "consent or its refusal by the authority";
    case DeadlineKind::moratorium:
      return "consent by the authority, or an extension by the Crown Court";
    default: return "consent by the authority";
  }
}

}  // namespace

std::string stopping_act(DeadlineKind kind, std::string_view rule_id) {
  if (kind <= DeadlineKind::appeal) return about_holding(kind, rule_id);
  if (kind <= DeadlineKind::reconsideration) return about_confiscation(kind);
  return about_investigation(kind);
}

std::string_view keeping_section(SeizureKind kind) {
  switch (kind) {
    case SeizureKind::cash: return "POCA 2002 s.298";
    case SeizureKind::account: return "POCA 2002 s.303Z14";
    case SeizureKind::listed_asset: return "POCA 2002 s.303O";
    default: return "POCA 2002 s.303Z41";
  }
}

}  // namespace recoup
