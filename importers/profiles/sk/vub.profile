name: sk-vub
version: 1
title: VUB
country: SK
encoding: windows-1250
header: unknown
columns: 15
date: #1
date_format: yyyymmdd
amount: #6
decimal: by evidence
counterparty: #3 + #5
description: #12
usual_currency: EUR
