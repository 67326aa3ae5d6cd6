name: de-deutsche-kreditbank-credit-card
version: 1
title: Deutsche Kreditbank credit card
country: DE
encoding: windows-1252
delimiter: semicolon
header: "Umsatz abgerechnet und nicht im Saldo enthalten";"Wertstellung";"Belegdatum";"Beschreibung";"Betrag (EUR)";"Ursprünglicher Betrag"
preamble: 11
date: Belegdatum
date_format: d.m.yyyy
amount: Betrag (EUR)
decimal: comma
description: Beschreibung
value_date: Wertstellung
fact: account = Kreditkarte:
usual_currency: EUR
