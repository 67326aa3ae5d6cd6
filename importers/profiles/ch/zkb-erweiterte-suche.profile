name: ch-zkb-erweiterte-suche
version: 1
title: ZKB Erweiterte Suche
country: CH
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 6
date: #1
date_format: d.m.yyyy
credit: #6
debit: #5
decimal: by evidence
description: #2
usual_currency: CHF
