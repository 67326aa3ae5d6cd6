name: de-consorsbank-checking
version: 1
title: Consorsbank checking
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 8
date: #1
date_format: d.m.yyyy
amount: #8
decimal: comma
counterparty: #3
description: #7
usual_currency: EUR
