# One file holds several pockets: each product in each currency is an account of its own. The fee
# is not in the amount, and the balance is what is left after both.
name: revolut
version: 1
title: Revolut, account statement since 2021
country: GB
header: Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
sub_account: Product + Currency
date: Completed Date
date_format: yyyy-mm-dd HH:MI:SS
date_format: d/m/yyyy H:MI
amount: Amount
fee: Fee
fees: own entry
balance: Balance
currency: Currency
description: Description
code: Type
hold_back: State = PENDING -> pending
hold_back: State = REVERTED | DECLINED | FAILED -> never completed
reject: State is not COMPLETED -> a known state: COMPLETED, PENDING, REVERTED, DECLINED or FAILED
order: oldest first
