name: nl-bunqdesktop-software
version: 1
title: bunqDesktop software
country: NL
encoding: windows-1252
delimiter: semicolon
header: "Datum";"Bedrag";"Rekening";"Tegenrekening";"Naam";"Omschrijving"
date: Datum
date_format: yyyy-m-d
amount: Bedrag
decimal: comma
description: Omschrijving
account: Rekening
counterparty_account: Tegenrekening
counterparty: Naam
usual_currency: EUR
