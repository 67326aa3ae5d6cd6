name: ch-ubs-checking-account
version: 1
title: UBS Checking account
country: CH
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 21
footer_rows: 3
date: #10
date_format: d.m.yyyy
credit: #20
debit: #19
decimal: by evidence
counterparty: #14
description: #15
usual_currency: CHF
