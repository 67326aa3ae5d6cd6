name: de-n26-2023
version: 1
title: N26, since 2023
country: DE
header_with: Booking Date,Partner Name,Partner Iban,Amount (EUR)
date: Booking Date
date_format: yyyy-mm-dd
value_date: Value Date
amount: Amount (EUR)
counterparty: Partner Name
counterparty_account: Partner Iban
description: Payment Reference
code: Type
original_amount: Original Amount
original_currency: Original Currency
exchange_rate: Exchange Rate
usual_currency: EUR
