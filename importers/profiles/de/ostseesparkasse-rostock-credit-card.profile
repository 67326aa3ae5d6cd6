name: de-ostseesparkasse-rostock-credit-card
version: 1
title: Sparkasse, credit card
country: DE
encoding: windows-1252
delimiter: semicolon
header: "Umsatz getätigt von";"Belegdatum";"Buchungsdatum";"Originalbetrag";"Originalwährung";"Umrechnungskurs";"Buchungsbetrag";"Buchungswährung";"Transaktionsbeschreibung";"Transaktionsbeschreibung Zusatz";"Buchungsreferenz";"Gebührenschlüssel";"Länderkennzeichen";"BAR-Entgelt+Buchungsreferenz";"AEE+Buchungsreferenz";"Abrechnungskennzeichen"
date: Buchungsdatum
date_format: d.m.yy
amount: Buchungsbetrag
decimal: comma
account: Umsatz getätigt von
currency: Buchungswährung
original_amount: Originalbetrag
original_currency: Originalwährung
exchange_rate: Umrechnungskurs
description: Transaktionsbeschreibung + Transaktionsbeschreibung Zusatz
servicer: Buchungsreferenz
