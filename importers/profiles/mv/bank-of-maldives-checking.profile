name: mv-bank-of-maldives-checking
version: 1
title: Bank of Maldives, checking
country: MV
header: unknown
columns: 11
date: #1
date_format: d/m/yyyy
date_format: d-m-yyyy
date_format: yyyy-mm-dd
credit: #9
debit: #10
decimal: by evidence
description: #6
usual_currency: MVR
