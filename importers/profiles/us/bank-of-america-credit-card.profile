name: us-bank-of-america-credit-card
version: 1
title: Bank of America Credit Card
country: US
header: Posted Date,Reference Number,Payee,Address,Amount
date: Posted Date
date_format: m/d/yyyy
amount: Amount
description: Payee
reference: Reference Number
usual_currency: USD
