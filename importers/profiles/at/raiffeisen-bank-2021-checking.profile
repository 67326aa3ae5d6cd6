name: at-raiffeisen-bank-2021-checking
version: 1
title: Raiffeisen Bank 2021 checking
country: AT
encoding: windows-1252
delimiter: semicolon
header: none
columns: 6
date: #3
date_format: d.m.yyyy
amount: #4
decimal: comma
description: #2
usual_currency: EUR
