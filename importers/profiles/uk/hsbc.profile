# No header, no account and no balance: every row must be a date, words and an amount.
name: uk-hsbc
version: 1
also: uk-first-direct-without-header
title: HSBC UK, online banking
country: GB
encoding: windows-1252
header: none
columns: 3
date: #1
date_format: d/m/yyyy
amount: #3
description: #2
usual_currency: GBP
order: newest first
