name: no-sparebank-1-visa
version: 1
title: Sparebank 1 VISA
country: NO
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 7
date: #1
date_format: d.m.yyyy
credit: #4
debit: #5
debits: by evidence
decimal: by evidence
description: #2
usual_currency: NOK
