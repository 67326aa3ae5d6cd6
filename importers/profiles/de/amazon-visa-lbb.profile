# What is spent is above zero.
name: de-amazon-visa-lbb
version: 1
title: Amazon VISA LBB
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 11
first_row: 3
date: #2
date_format: d.m.yyyy
amount: #9
sign: debit positive
decimal: comma
counterparty: #4
description: #5
usual_currency: EUR
