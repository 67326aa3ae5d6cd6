name: generic-signed-en-balance
version: 1
title: Signed amounts with currency, balance, account and reference; English words
decimal: by evidence
header: Date,Description,Amount,Currency,Balance,Account,Reference
account: Account
date: Date
date_format: yyyy-mm-dd
date_format: d/m/yyyy
date_format: m/d/yyyy
amount: Amount
balance: Balance
currency: Currency
description: Description
reference: Reference
