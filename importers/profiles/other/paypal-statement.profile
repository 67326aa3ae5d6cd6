name: paypal-statement
version: 1
title: PayPal, statement with gross, fee, net and balance
header_with: Date,Time,Description,Currency,Gross,Fee,Net,Balance,Transaction ID
sub_account: Currency
date: Date
time: Time
date_format: d/m/yyyy
date_format: m/d/yyyy
date_format: d.m.yyyy
date_format: yyyy-mm-dd
amount: Gross
decimal: by evidence
fee: Fee
fees: signed entry
balance: Balance
currency: Currency
counterparty: Name
description: Description
reference: Transaction ID
