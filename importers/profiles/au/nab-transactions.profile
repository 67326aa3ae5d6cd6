name: au-nab-transactions
version: 1
title: National Australia Bank, transactions with categories
country: AU
header_with: Date,Amount,Account Number,Transaction Type,Transaction Details,Balance
account: Account Number
date: Date
date_format: d mmm yy
date_format: d/m/yyyy
amount: Amount
balance: Balance
description: Transaction Details
code: Transaction Type
category: Category
usual_currency: AUD
order: newest first
