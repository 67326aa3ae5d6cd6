name: uk-co-operative-bank
version: 1
title: Co-operative Bank
country: GB
encoding: windows-1252
header: Date,Description,Type,Money In,Money Out,Balance
date: Date
date_format: yyyy-mm-dd
credit: Money In
debit: Money Out
description: Description
code: Type
balance: Balance
usual_currency: GBP
