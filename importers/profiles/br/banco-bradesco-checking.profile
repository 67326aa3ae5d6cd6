# Nine lines stand before the entries.
name: br-banco-bradesco-checking
version: 1
title: Banco Bradesco Checking
country: BR
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 7
first_row: 11
date: #1
date_format: d/m/yyyy
credit: #4
debit: #5
debits: by evidence
decimal: comma
counterparty: #2
description: #7
usual_currency: BRL
