name: uk-hsbc-paid-out-in
version: 1
title: HSBC, statement with money paid out and in
country: GB
encoding: windows-1252
header: Date,Type,Description,Paid out,Paid in,Balance
date: Date
date_format: d/m/yyyy
date_format: d mmm yyyy
date_format: d mmm yy
credit: Paid in
debit: Paid out
balance: Balance
description: Description
code: Type
opening_row: Description = Opening balance | Balance brought forward | BALANCE BROUGHT FORWARD -> an opening balance and no entry
usual_currency: GBP
