name: nl-knab
version: 1
title: KNAB
country: NL
encoding: windows-1252
delimiter: semicolon
header: Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum
preamble: 6
date: Transactiedatum
date_format: d-m-yyyy
amount: Bedrag
direction: CreditDebet
credit_words: C
debit_words: D
decimal: comma
counterparty: Tegenrekeninghouder
description: Omschrijving
account: Rekeningnummer
currency: Valutacode
counterparty_account: Tegenrekeningnummer
value_date: Valutadatum
code: Type betaling
mandate: Machtigingsnummer
reference: Referentie
