# The export of an inventory system in which police forces of Illinois keep the cash and the
# vehicles that they hold for forfeiture.
name: us-police-inventory
version: 1
kind: seizures
title: Inventory of property held for forfeiture (police, Illinois)
country: US
header: InventNumb,PolRptNumb,INumber,SeizeDate,SeizeAddress,SeizeCity,SeizeState,SeizeZip,InvItemNumb,Descr,EstValue,Vin,Findings,ForfDate,ForfValue,CaseNumb,AD,ADDate
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
