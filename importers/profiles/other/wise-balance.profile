# One file for each currency. The fees are in the amount.
name: wise-balance
version: 1
title: Wise, statement of a balance
header: TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees
header: TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees,Exchange To Amount
header: TransferWise ID,Date,Date Time,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees,Exchange To Amount,Transaction Type,Transaction Details Type
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
