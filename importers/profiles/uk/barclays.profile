# Barclays names the account in every row. "Number" is that of a cheque, and mostly empty.
name: uk-barclays
version: 1
title: Barclays, online banking
country: GB
encoding: windows-1252
header: Number,Date,Account,Amount,Subcategory,Memo
account: Account
account_form: sort code
date: Date
date_format: d/m/yyyy
amount: Amount
description: Memo
code: Subcategory
cheque: Number
usual_currency: GBP
order: newest first
