name: nl-bunq-checking
version: 1
title: Bunq checking
country: NL
encoding: windows-1252
header: "Date","Amount","Account","Counterparty","Name","Description"
header: "Datum","Bedrag","Rekening","Tegenrekening","Naam","Omschrijving"
date: #1
date_format: yyyy-m-d
amount: #2
decimal: by evidence
counterparty: #5
description: #6
account: #3
counterparty_account: #4
usual_currency: EUR
