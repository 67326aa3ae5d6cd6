name: uk-virgin-money-card
version: 1
title: Virgin Money credit card
country: GB
header_with: Transaction Date,Posting Date,Billing Amount,Merchant,Debit or Credit,Status
date: Transaction Date
date_format: yyyy-mm-dd
date_format: d/m/yyyy
value_date: Posting Date
amount: Billing Amount
direction: Debit or Credit
debit_words: DBIT
credit_words: CRDT
description: Merchant + Merchant City
reference: Reference Number
category: SICMCC Code
hold_back: Status = PENDING -> pending
usual_currency: GBP
order: newest first
