name: de-deutsche-bank-credit-card
version: 1
title: Deutsche Bank Credit Card
country: DE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 8
first_row: 5
footer_rows: 1
date: #1
date_format: m/d/yyyy
amount: #7
description: #3
usual_currency: EUR
