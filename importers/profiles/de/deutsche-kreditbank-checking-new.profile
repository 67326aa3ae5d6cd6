name: de-deutsche-kreditbank-checking-new
version: 1
title: Deutsche Kreditbank checking new
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 12
first_row: 6
date: #2
date_format: d.m.yy
amount: #9
decimal: comma
counterparty: #5
description: #6
usual_currency: EUR
