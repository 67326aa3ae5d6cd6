# What is spent is above zero.
name: uk-american-express-details
version: 1
title: American Express UK, with all details
country: GB
encoding: windows-1252
header: Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,Town/City,Postcode,Country,Reference,Category
account: Account #
text_mark: '
date: Date
date_format: d/m/yyyy
amount: Amount
sign: debit positive
description: Description
reference: Reference
category: Category
usual_currency: GBP
order: newest first
