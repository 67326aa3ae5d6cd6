# What is spent is above zero. The bank separates by commas.
name: uk-barclaycard-business-credit-card
version: 1
title: Barclaycard, business
country: GB
encoding: windows-1252
header: unknown
columns: 21
date: #3
date_format: d/m/yyyy
amount: #6
sign: debit positive
description: #4
account: #2
currency: #6
original_amount: #7
original_currency: #8
exchange_rate: #9
value_date: #10
