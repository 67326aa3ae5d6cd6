name: nl-rabobank-credit-card
version: 1
title: Rabobank Credit Card
country: NL
encoding: windows-1252
header: "Tegenrekening IBAN","Munt","Creditcard Nummer","Productnaam","Creditcard Regel1","Creditcard Regel2","Transactiereferentie","Datum","Bedrag","Omschrijving","Oorspr bedrag","Oorspr munt","Koers"
date: Datum
date_format: yyyymmdd
date_format: yyyy-mm-dd
amount: Bedrag
decimal: comma
description: Omschrijving
account: Creditcard Nummer
currency: Munt
end_to_end: Transactiereferentie
original_amount: Oorspr bedrag
original_currency: Oorspr munt
exchange_rate: Koers
