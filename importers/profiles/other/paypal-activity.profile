# The days stand as the country of the account writes them.
name: paypal-activity
version: 1
title: PayPal, activity with gross, fee and net
header_with: Date,Time,Name,Type,Status,Currency,Gross,Fee,Net
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
description: Item Title + Subject + Note
code: Type
reference: Transaction ID
hold_back: Status = Pending -> pending
hold_back: Status = Denied | Expired | Cancelled | Canceled | Voided | Removed | Failed -> never completed
