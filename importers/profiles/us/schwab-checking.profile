name: us-schwab-checking
version: 1
also: us-schwab-savings
title: Charles Schwab, checking and savings
country: US
header: unknown
columns: 7
first_row: 4
date: #1
date_format: m/d/yyyy
credit: #6
debit: #5
description: #4
usual_currency: USD
