# Af is money off the account, Bij is money on it.
name: nl-ing
version: 1
title: ING
country: NL
encoding: windows-1252
header: "Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","MutatieSoort","Mededelingen"
date: Datum
date_format: yyyymmdd
amount: Bedrag (EUR)
direction: Af Bij
credit_words: Bij
debit_words: Af
decimal: comma
counterparty: Naam / Omschrijving
description: Mededelingen
account: Rekening
counterparty_account: Tegenrekening
code: MutatieSoort
usual_currency: EUR
