name: generic-money-out-in
version: 1
title: Money out and money in apart, with the running balance; English words
header: Date,Description,Money out,Money in,Balance
date: Date
date_format: d/m/yyyy
date_format: m/d/yyyy
date_format: yyyy-mm-dd
date_format: d mmm yyyy
decimal: by evidence
credit: Money in
debit: Money out
balance: Balance
description: Description
fact: currency = Summary for Savings Accounts -
fact: opening = Opening balance
fact: closing = Closing balance
opening_row: Description = Balance brought forward | Opening balance -> an opening balance and no entry
