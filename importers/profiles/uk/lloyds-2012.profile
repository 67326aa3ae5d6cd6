name: uk-lloyds-2012
version: 1
title: Lloyds Bank, until 2013
country: GB
encoding: windows-1252
header: Date,Type,Sort Code,Account Number,Description,In,Out,Balance
sort_code: Sort Code
account_number: Account Number
text_mark: '
date: Date
date_format: d/m/yyyy
credit: In
debit: Out
balance: Balance
description: Description
code: Type
usual_currency: GBP
order: newest first
