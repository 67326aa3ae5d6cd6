# What is spent is above zero.
name: uk-lloyds-card
version: 1
also: uk-halifax-card
also: uk-bank-of-scotland-card
also: uk-mbna
title: Lloyds, Halifax, Bank of Scotland and MBNA, credit cards
country: GB
encoding: windows-1252
header: Date,Date entered,Reference,Description,Amount
text_mark: '
date: Date entered
value_date: Date
date_format: d/m/yyyy
amount: Amount
sign: debit positive
description: Description
servicer: Reference
usual_currency: GBP
order: newest first
