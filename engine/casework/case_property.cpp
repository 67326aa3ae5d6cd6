#include "case_property.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace recoup {
namespace {

constexpr std::array<std::string_view, 3> given_back = {"returned", "released", "destroyed"};

bool is_given_back(const Seizure& seizure) {
  return std::find(given_back.begin(), given_back.end(), seizure.status) != given_back.end();
}

/// The kind as the pack's figures name it; nothing for drugs and for what no chapter is about.
std::optional<std::string> kind_of(SeizureKind kind) {
  switch (kind) {
    case SeizureKind::cash: return "cash";
    case SeizureKind::account: return "account";
    case SeizureKind::listed_asset: return "listed asset";
    case SeizureKind::cryptoasset: return "cryptoasset";
    case SeizureKind::drugs:
    case SeizureKind::other: return std::nullopt;
  }
  return std::nullopt;
}

bool is_account_kind(const std::string& kind) {
  return kind == "account" || kind == "bank account";
}

/// Whether an asset and a seizure may be one thing by what they are.
bool are_of_one_kind(const std::string& asset, const std::string& seizure) {
  return asset == seizure || (is_account_kind(asset) && is_account_kind(seizure)) ||
         (asset == "watch" && seizure == "listed asset");
}

void add_asset(const LoadedCase& loaded, const Asset& asset, CaseProperty& property) {
  if (!asset.removed_because.empty()) {
    property.left_out.push_back("asset " + asset.id + ": " + asset.removed_because);
    return;
  }
  if (!asset.value) {
    property.no_value.push_back("assets." + asset.id + ".value");
    return;
  }
  if (asset.value->value.currency() != gbp) {
    property.no_value.push_back("assets." + asset.id + ".value in GBP");
    return;
  }
  MinorUnits value = asset.value->value.minor();
  if (asset.secured_debt && asset.secured_debt->value.currency() == gbp) {
    value -= asset.secured_debt->value.minor();
  }
  const bool names_seizure = loaded.facts.text("assets", asset.id, "seizure").has_value();
  property.items.push_back({"asset " + asset.id, asset.kind, Money(value, gbp),
                            asset.share ? asset.share->value : Fraction(1), names_seizure});
}

/// The asset that the seizure is, where one is.
PropertyItem* same_asset(const LoadedCase& loaded, const Seizure& seizure, const std::string& kind,
                         const AssessmentFacts& facts, std::vector<PropertyItem>& items) {
  for (const Asset& asset : facts.assets) {
    const auto item = std::find_if(items.begin(), items.end(), [&](const PropertyItem& each) {
      return each.id == "asset " + asset.id;
    });
    if (item == items.end()) continue;
    const auto named = loaded.facts.text("assets", asset.id, "seizure");
    const bool looks_same = !named && are_of_one_kind(asset.kind, kind) && seizure.amount &&
                            item->value == *seizure.amount && !item->is_secured;
    if (named == seizure.id || looks_same) return &*item;
  }
  return nullptr;
}

void add_seizure(const LoadedCase& loaded, const Seizure& seizure, const AssessmentFacts& facts,
                 CaseProperty& property) {
  const auto kind = kind_of(seizure.kind);
  if (!kind) return;
  const std::string what = "seizure " + seizure.id;
  if (is_given_back(seizure) || seizure.status == "forfeited") {
    property.left_out.push_back(what + " was " + seizure.status);
    return;
  }
  if (PropertyItem* asset = same_asset(loaded, seizure, *kind, facts, property.items)) {
    asset->is_secured = true;
    property.left_out.push_back(what + " is " + asset->id + " and counts once");
    return;
  }
  if (!seizure.amount || seizure.amount->currency() != gbp) {
    property.no_value.push_back("amount in GBP of " + what);
    return;
  }
  property.items.push_back({what, *kind, *seizure.amount, Fraction(1), true});
}

/// What is traced to accounts and is neither an asset nor frozen.
void add_traced(const LedgerMeasures& sums, CaseProperty& property) {
  MinorUnits rest = sums.traced_at_banks;
  for (const PropertyItem& item : property.items) {
    if (is_account_kind(item.kind)) rest -= std::min(rest, item.value.minor());
  }
  if (rest <= 0) return;
  property.items.push_back(
      {"traced to accounts under every method", "traced balance", Money(rest, gbp)});
}

}  // namespace

CaseProperty property_of(const LoadedCase& loaded, const AssessmentFacts& facts,
                         const LedgerMeasures& sums) {
  CaseProperty property;
  for (const Asset& asset : facts.assets) add_asset(loaded, asset, property);
  for (const HeldSeizure& held : loaded.seizures) {
    add_seizure(loaded, held.seizure, facts, property);
  }
  add_traced(sums, property);
  return property;
}

MinorUnits secured_in(const LoadedCase& loaded, bool cash_only) {
  MinorUnits sum = 0;
  for (const HeldSeizure& held : loaded.seizures) {
    const Seizure& seizure = held.seizure;
    if (seizure.kind == SeizureKind::drugs || !seizure.amount || is_given_back(seizure)) continue;
    if (cash_only && seizure.kind != SeizureKind::cash) continue;
    if (seizure.amount->currency() == gbp) sum += seizure.amount->minor();
  }
  return sum;
}

}  // namespace recoup
