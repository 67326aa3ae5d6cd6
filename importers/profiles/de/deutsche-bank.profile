name: de-deutsche-bank
version: 1
title: Deutsche Bank
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 18
first_row: 5
footer_rows: 1
date: #1
date_format: m/d/yyyy
credit: #17
debit: #16
debits: by evidence
counterparty: #4
description: #5
usual_currency: EUR
