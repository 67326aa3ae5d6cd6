name: uk-tesco-bank-card
version: 1
title: Tesco Bank and Sainsbury's Bank credit cards
country: GB
header_with: Transaction Date,Posting Date,Billing Amount,Merchant,Debit/Credit Flag
date: Transaction Date
date_format: d/m/yyyy
date_format: yyyy-mm-dd
value_date: Posting Date
amount: Billing Amount
direction: Debit/Credit Flag
debit_words: D
credit_words: C
description: Merchant + Merchant City
reference: Reference Number
category: SICMCC Code
usual_currency: GBP
order: newest first
