name: uk-tide
version: 1
title: Tide business account
country: GB
header_with: Date,Transaction ID,Transaction description,Paid in,Paid out,Status
date: Date
date_format: d/m/yyyy
date_format: yyyy-mm-dd
date_format: yyyy-mm-dd HH:MI:SS
credit: Paid in
debit: Paid out
description: Transaction description + Reference
counterparty: From + To
reference: Transaction ID
code: Transaction type
category: Category name
hold_back: Status = Pending | pending | Scheduled -> pending
hold_back: Status = Declined | Cancelled | Failed | Reversed -> never completed
usual_currency: GBP
order: newest first
