# The amount has the sign of the account: what is spent is below zero.
name: us-bank-of-america
version: 1
title: Bank of America
country: US
header: Date,Description,Amount,Running Bal.
preamble: 10
date: Date
date_format: m/d/yyyy
amount: Amount
sign: credit positive
description: Description
balance: Running Bal.
opening_row: Description begins Beginning balance as of -> an opening balance and no entry
usual_currency: USD
