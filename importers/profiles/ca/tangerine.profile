name: ca-tangerine
version: 1
title: Tangerine
country: CA
encoding: windows-1252
header: Date,Transaction,Name,Memo,Amount
header: Transaction date,Transaction,Name,Memo,Amount
date: #1
date_format: m/d/yyyy
amount: #5
counterparty: #3
description: #4
code: #2
usual_currency: CAD
