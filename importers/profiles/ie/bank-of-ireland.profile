name: ie-bank-of-ireland
version: 1
title: Bank of Ireland
country: IE
encoding: windows-1252
header: Date,Details,Debit,Credit,Balance
date: Date
date_format: d/m/yyyy
credit: Credit
debit: Debit
description: Details
balance: Balance
hold_back: Details = BALANCE FORWARD -> a balance brought forward and no entry
usual_currency: EUR
