name: uk-first-direct-checking
version: 1
also: uk-first-direct
title: First Direct
country: GB
encoding: windows-1252
header: Date,Description,Amount,Balance
date: Date
date_format: d/m/yyyy
amount: Amount
description: Description
balance: Balance
usual_currency: GBP
