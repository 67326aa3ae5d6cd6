# As paypal-activity, and the last column says which rows moved money.
name: paypal-activity-impact
version: 1
title: PayPal, activity with gross, fee, net and the effect on the balance
header_with: Date,Time,Name,Type,Status,Currency,Gross,Fee,Net,Balance Impact
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
hold_back: Balance Impact = Memo -> a memorandum that moved no money
