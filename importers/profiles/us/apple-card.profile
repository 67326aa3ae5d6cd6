name: us-apple-card
version: 1
title: Apple Card
country: US
header_with: Transaction Date,Clearing Date,Description,Merchant,Type,Amount (USD)
date: Transaction Date
date_format: m/d/yyyy
value_date: Clearing Date
amount: Amount (USD)
sign: debit positive
description: Description
counterparty: Merchant
category: Category
code: Type
usual_currency: USD
order: newest first
