name: dk-nordea
version: 1
title: Nordea
country: DK
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 5
date: #1
date_format: yyyy-m-d
amount: #4
decimal: by evidence
description: #2
usual_currency: DKK
