name: ch-ubs-credit-card
version: 1
title: UBS Credit card
country: CH
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 13
first_row: 3
date: #4
date_format: d.m.yyyy
credit: #12
debit: #11
decimal: by evidence
description: #5
usual_currency: CHF
