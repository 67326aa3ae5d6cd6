name: no-dnb
version: 1
title: DNB
country: NO
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 5
date: #1
date_format: d.m.yyyy
credit: #5
debit: #4
debits: by evidence
decimal: by evidence
description: #2
usual_currency: NOK
