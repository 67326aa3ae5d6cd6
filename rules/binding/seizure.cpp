#include "recoup/rules/seizure.hpp"

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

std::string kind_word(SeizureKind kind) {
  switch (kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed-asset";
    case SeizureKind::cryptoasset: return "cryptoasset";
    case SeizureKind::drugs: return "drugs";
    case SeizureKind::other: return "other";
  }
  RECOUP_CHECK(false);
  return "";
}

Value amount_value(const Seizure& seizure) {
  const std::string name = "seizures." + seizure.id + ".amount";
  if (!seizure.amount) return Value::missing(name);
  // Foreign notes count by their sterling equivalent, which is a fact of its own (s.303(2)).
  if (seizure.amount->currency() != gbp) return Value::missing(name + " in GBP");
  return Value(Decimal::scaled(seizure.amount->minor(), gbp.decimals()).value);
}

}  // namespace

FactTable seizure_facts(const Seizure& seizure, const std::string& document) {
  FactTable facts;
  facts.set({"seizure kind", Value(kind_word(seizure.kind)), "", {document, seizure.line, ""}});
  facts.set({"seizure amount", amount_value(seizure), "GBP", {document, seizure.line, ""}});
  return facts;
}

Result<Finding> seizure_minimum(const Pack& pack, const Seizure& seizure,
                                const std::string& document) {
  RECOUP_TRY(finding, pack.evaluate("Minimum met", seizure_facts(seizure, document),
                                    seizure.seized_at.date()));
  finding.about = seizure.id;
  return finding;
}

}  // namespace recoup
