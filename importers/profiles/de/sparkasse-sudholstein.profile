name: de-sparkasse-sudholstein
version: 1
also: de-sparkasse-camt
title: Sparkasse, current account (CSV-CAMT)
country: DE
encoding: windows-1252
delimiter: semicolon
header: "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
date: Buchungstag
date_format: d.m.yy
amount: Betrag
decimal: comma
counterparty: Beguenstigter/Zahlungspflichtiger
description: Verwendungszweck
value_date: Valutadatum
account: Auftragskonto
counterparty_account: Kontonummer/IBAN
currency: Waehrung
code: Buchungstext
mandate: Mandatsreferenz
end_to_end: Kundenreferenz (End-to-End)
hold_back: Info begins Umsatz vorgemerkt -> pending
