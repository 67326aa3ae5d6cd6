name: ch-neon-monthly-account-statement
version: 1
title: Neon Monthly Account Statement
country: CH
encoding: windows-1252
delimiter: semicolon
header: "Date";"Amount";"Original amount";"Original currency";"Exchange rate";"Description";"Subject";"Category";"Tags";"Wise";"Spaces"
date: Date
date_format: yyyy-m-d
amount: Amount
decimal: by evidence
counterparty: Description
description: Subject
category: Category
original_amount: Original amount
original_currency: Original currency
exchange_rate: Exchange rate
usual_currency: CHF
