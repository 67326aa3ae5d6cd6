# The day of the entry is the first column; what counts for interest is the second.
name: de-deutsche-kreditbank-checking
version: 1
title: Deutsche Kreditbank checking
country: DE
encoding: windows-1252
delimiter: semicolon
header: "Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
preamble: 11
date: Buchungstag
value_date: Wertstellung
date_format: d.m.yyyy
amount: Betrag (EUR)
decimal: comma
counterparty: Auftraggeber / Begünstigter
description: Verwendungszweck
counterparty_account: Kontonummer
code: Buchungstext
mandate: Mandatsreferenz
end_to_end: Kundenreferenz
fact: account = Kontonummer:
fact: from = Von:
fact: until = Bis:
usual_currency: EUR
