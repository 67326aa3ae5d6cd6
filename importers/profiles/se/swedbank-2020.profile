name: se-swedbank-2020
version: 1
title: Swedbank 2020
country: SE
encoding: windows-1252
header: Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo
preamble: 6
date: Bokföringsdag
date_format: yyyy-m-d
amount: Belopp
decimal: by evidence
account: Kontonummer
currency: Valuta
value_date: Valutadag
description: Referens + Beskrivning
balance: Bokfört saldo
