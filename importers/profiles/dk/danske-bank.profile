name: dk-danske-bank
version: 1
title: Danske Bank
country: DK
encoding: windows-1252
delimiter: semicolon
header: "Dato";"Kategori";"Underkategori";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"
date: Dato
date_format: d.m.yyyy
amount: Beløb
decimal: comma
balance: Saldo
description: Tekst
category: Kategori + Underkategori
hold_back: Status = Venter -> pending
hold_back: Status = Slettet -> deleted
usual_currency: DKK
