# Words begin with an apostrophe, so that a spreadsheet takes them for text.
name: uk-natwest
version: 1
also: uk-rbs
also: uk-ulster-bank
also: ie-ulster-bank-savings
title: NatWest, Royal Bank of Scotland and Ulster Bank, online banking
country: GB
encoding: windows-1252
header: Date,Type,Description,Value,Balance,Account Name,Account Number
text_mark: '
account: Account Number
account_form: sort code
date: Date
date_format: d/m/yyyy
date_format: d mmm yyyy
amount: Value
balance: Balance
description: Description
code: Type
usual_currency: GBP
order: newest first
