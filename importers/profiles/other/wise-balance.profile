# One file for each currency. The fees are in the amount.
name: wise-balance
version: 1
title: Wise, statement of a balance
header_with: TransferWise ID,Date,Amount,Currency,Description,Running Balance,Total fees
sub_account: Currency
date: Date
date_format: d-m-yyyy
amount: Amount
fee: Total fees
fees: included
balance: Running Balance
currency: Currency
description: Description
counterparty: Payer Name + Payee Name + Merchant
counterparty_account: Payee Account Number
servicer: TransferWise ID
exchange_rate: Exchange Rate
order: newest first
