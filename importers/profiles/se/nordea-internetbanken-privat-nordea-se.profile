name: se-nordea-internetbanken-privat-nordea-se
version: 1
title: Nordea - internetbanken.privat.nordea.se
country: SE
encoding: windows-1252
header: Datum,Transaktion,Kategori,Belopp,Saldo
footer_rows: 2
date: Datum
date_format: yyyy-m-d
amount: Belopp
decimal: by evidence
description: Transaktion
balance: Saldo
category: Kategori
usual_currency: SEK
