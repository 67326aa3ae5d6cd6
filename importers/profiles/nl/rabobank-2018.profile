name: nl-rabobank-2018
version: 1
title: Rabobank-2018
country: NL
encoding: windows-1252
header: "IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
date: Datum
date_format: yyyy-m-d
amount: Bedrag
decimal: comma
account: IBAN/BBAN
currency: Munt
servicer: Volgnr
value_date: Rentedatum
balance: Saldo na trn
counterparty_account: Tegenrekening IBAN/BBAN
counterparty: Naam tegenpartij
description: Omschrijving-1 + Omschrijving-2 + Omschrijving-3
code: Code
mandate: Machtigingskenmerk
end_to_end: Transactiereferentie
original_amount: Oorspr bedrag
original_currency: Oorspr munt
exchange_rate: Koers
