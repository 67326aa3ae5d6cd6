name: cz-raiffeisen-bank
version: 1
title: Raiffeisen bank
country: CZ
encoding: windows-1250
delimiter: semicolon
header: unknown
columns: 14
date: #1
date_format: d.m.yyyy
amount: #14
decimal: by evidence
counterparty: #6
description: #9
usual_currency: CZK
