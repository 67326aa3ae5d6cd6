name: br-inter-checking
version: 1
title: Inter, checking
country: BR
encoding: windows-1252
header: unknown
columns: 4
date: #1
date_format: d/m/yyyy
amount: #3
decimal: by evidence
description: #2
usual_currency: BRL
