# Af is money off the account, Bij is money on it.
name: nl-ing-checking-2020
version: 1
title: ING Checking 2020
country: NL
encoding: windows-1252
delimiter: semicolon
header: "Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"MutatieSoort";"Mededelingen"
header: "Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
date: #1
date_format: yyyymmdd
amount: #7
direction: #6
credit_words: Bij
debit_words: Af
decimal: comma
counterparty: #2
description: #9
account: #3
counterparty_account: #4
code: #5
usual_currency: EUR
