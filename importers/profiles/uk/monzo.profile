# Amount is in the account's currency; the local amount is what was paid abroad. Money Out and Money
# In repeat the amount.
name: uk-monzo
version: 1
title: Monzo, export of the app since 2020
country: GB
header: Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
header: Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split
header: Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description
date: Date
time: Time
date_format: d/m/yyyy
amount: Amount
currency: Currency
description: Description
counterparty: Name
reference: Transaction ID
code: Type
category: Category
original_amount: Local amount
original_currency: Local currency
order: oldest first
