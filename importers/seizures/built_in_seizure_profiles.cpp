#include <array>
#include <utility>

#include "recoup/base/check.hpp"
#include "seizures/seizure_profile.hpp"

namespace recoup {
namespace {

/// The export of an inventory system that police forces of Illinois use for the cash and vehicles
/// they hold for forfeiture.
constexpr std::string_view police_inventory =
    R"(
name: us-police-inventory
version: 1
kind: seizures
title: Inventory of property held for forfeiture (United States, police)
country: US
)"
    "header: InventNumb,PolRptNumb,INumber,SeizeDate,SeizeAddress,SeizeCity,SeizeState,SeizeZip,"
    "InvItemNumb,Descr,EstValue,Vin,Findings,ForfDate,ForfValue,CaseNumb,AD,ADDate"
    R"(
id: InventNumb + InvItemNumb
case: CaseNumb
seized_at: SeizeDate
date_order: mdy
place: SeizeAddress + SeizeCity + SeizeState + SeizeZip
amount: EstValue
currency: USD
what: Descr
quantity: Descr + Vin
status: Findings
forfeited_at: ForfDate
forfeited_amount: ForfValue
unread: PolRptNumb + INumber + AD + ADDate
cash: USC | US Currency | United States Currency | Currency | Cash
otherwise: other
)";

}  // namespace

std::span<const SeizureProfile> built_in_seizure_profiles() {
  static const std::array<SeizureProfile, 1> profiles = [] {
    auto profile = SeizureProfile::parse(police_inventory, "us-police-inventory");
    RECOUP_CHECK(profile.has_value());
    return std::array<SeizureProfile, 1>{std::move(profile).value()};
  }();
  return profiles;
}

}  // namespace recoup
