# The balances in front are those of the day of the download.
name: uk-nationwide
version: 1
title: Nationwide, current account
country: GB
encoding: windows-1252
header: Date,Transaction type,Description,Paid out,Paid in,Balance
preamble: 6
fact: account = Account Name:
fact: current = Account Balance:
fact: available = Available Balance:
date: Date
date_format: d mmm yyyy
debit: Paid out
credit: Paid in
balance: Balance
description: Description
code: Transaction type
usual_currency: GBP
order: oldest first
