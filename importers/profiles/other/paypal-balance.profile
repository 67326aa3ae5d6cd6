# Pending and refused payments move nothing. Each currency is an account of its own.
name: paypal
version: 1
title: PayPal, activity with the balance
header: Date,Time,Time zone,Name,Type,Status,Currency,Amount,Receipt ID,Balance
header: Date,Time,TimeZone,Name,Type,Status,Currency,Amount,Receipt ID,Balance
sub_account: Currency
date: Date
time: Time
date_format: d/m/yyyy
date_format: m/d/yyyy
date_format: d.m.yyyy
amount: Amount
decimal: by evidence
balance: Balance
currency: Currency
counterparty: Name
code: Type
hold_back: Status = Pending -> pending
hold_back: Status = Denied | Expired | Cancelled | Canceled | Voided | Removed -> never completed
servicer: Receipt ID
order: newest first
