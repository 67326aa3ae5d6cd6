# The balances in front are those of the day of the download.
name: uk-nationwide-card
version: 1
title: Nationwide, credit card
country: GB
encoding: windows-1252
header: Date,Transactions,Location,Paid out,Paid in
preamble: 6
fact: account = Account Name:
date: Date
date_format: d mmm yyyy
debit: Paid out
credit: Paid in
description: Transactions + Location
usual_currency: GBP
order: oldest first
