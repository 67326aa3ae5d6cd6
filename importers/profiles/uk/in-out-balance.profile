name: uk-in-out-balance
version: 1
title: Metro Bank and others: details, in, out and the balance
country: GB
header: Date,Details,Transaction Type,In,Out,Balance
date: Date
date_format: d/m/yyyy
date_format: d mmm yyyy
credit: In
debit: Out
balance: Balance
description: Details
code: Transaction Type
usual_currency: GBP
order: newest first
