name: de-ostseesparkasse-rostock-checking
version: 1
also: de-sparkasse-mt940
title: Sparkasse, current account (CSV-MT940)
country: DE
encoding: windows-1252
delimiter: semicolon
header: "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer";"BLZ";"Betrag";"Waehrung";"Info"
date: Buchungstag
value_date: Valutadatum
date_format: d.m.yy
amount: Betrag
decimal: comma
counterparty: Beguenstigter/Zahlungspflichtiger
description: Verwendungszweck
account: Auftragskonto
counterparty_account: Kontonummer
currency: Waehrung
code: Buchungstext
hold_back: Info begins Umsatz vorgemerkt -> pending
