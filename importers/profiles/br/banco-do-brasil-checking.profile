name: br-banco-do-brasil-checking
version: 1
title: Banco do Brasil, checking
country: BR
encoding: windows-1252
header: unknown
columns: 6
date: #1
date_format: d/m/yyyy
amount: #6
decimal: by evidence
description: #3
usual_currency: BRL
