# The bank separates by semicolons; the header has these seven words.
name: be-keytrade-bank
version: 1
title: Keytrade Bank
country: BE
encoding: windows-1252
delimiter: semicolon
header: Uittreksel;Datum;Valutadatum;Rekening;Omschrijving;Bedrag;Valuta
date: Datum
date_format: d.m.yyyy
amount: Bedrag
decimal: comma
description: Omschrijving
value_date: Valutadatum
counterparty_account: Rekening
currency: Valuta
