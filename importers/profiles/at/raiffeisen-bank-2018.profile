name: at-raiffeisen-bank-2018
version: 1
also: at-raiffeisen-bank-2019-checking
title: Raiffeisen, current account of 2018 and 2019
country: AT
encoding: windows-1252
delimiter: semicolon
header: none
columns: 7
date: #3
date_format: d.m.yyyy
amount: #4
decimal: comma
description: #2
usual_currency: EUR
