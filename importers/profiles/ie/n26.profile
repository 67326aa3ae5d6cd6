name: ie-n26
version: 1
title: N26
country: IE
encoding: windows-1252
header: "Date","Payee","Account number","Transaction type","Payment reference","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"
date: Date
date_format: yyyy-m-d
amount: Amount (EUR)
counterparty: Payee
description: Payment reference
counterparty_account: Account number
code: Transaction type
original_amount: Amount (Foreign Currency)
original_currency: Type Foreign Currency
exchange_rate: Exchange Rate
usual_currency: EUR
