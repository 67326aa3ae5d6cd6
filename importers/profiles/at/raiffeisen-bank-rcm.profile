# The dates of this export are of 1998 to 2001 for schillings; the currency is to be said with
# --currency where it is not the euro.
name: at-raiffeisen-bank-rcm
version: 1
title: Raiffeisen, RCM
country: AT
encoding: windows-1252
delimiter: pipe
header: unknown
columns: 6
date: #3
date_format: yyyymmdd
amount: #5
decimal: comma
counterparty: #4
description: #2 + #6
usual_currency: EUR
