# The sort code is written '30-00-00, so that a spreadsheet takes it for text.
name: uk-lloyds
version: 1
also: uk-halifax
also: uk-bank-of-scotland
also: uk-tsb
title: Lloyds, Halifax, Bank of Scotland and TSB, online banking
country: GB
encoding: windows-1252
header: Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
text_mark: '
sort_code: Sort Code
account_number: Account Number
date: Transaction Date
date_format: d/m/yyyy
debit: Debit Amount
credit: Credit Amount
balance: Balance
description: Transaction Description
code: Transaction Type
usual_currency: GBP
order: newest first
