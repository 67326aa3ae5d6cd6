# The balance moves by the total amount: what was paid and the fee for it.
name: revolut-business
version: 1
title: Revolut Business
header_with: Date completed (UTC),ID,State,Payment currency,Total amount,Fee,Balance,Account
sub_account: Account
date: Date completed (UTC)
date_format: yyyy-mm-dd
date_format: yyyy-mm-dd HH:MI:SS
amount: Total amount
fee: Fee
fees: included
balance: Balance
currency: Payment currency
counterparty: Payer
counterparty_account: Beneficiary IBAN
description: Description + Reference
reference: ID
code: Type
original_amount: Orig amount
original_currency: Orig currency
exchange_rate: Exchange rate
hold_back: State = PENDING -> pending
hold_back: State = REVERTED | DECLINED | FAILED -> never completed
reject: State is not COMPLETED -> a known state: COMPLETED, PENDING, REVERTED, DECLINED or FAILED
order: newest first
