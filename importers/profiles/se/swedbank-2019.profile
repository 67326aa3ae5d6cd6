name: se-swedbank-2019
version: 1
title: Swedbank 2019
country: SE
encoding: windows-1252
header: unknown
columns: 5
date: #2
date_format: yyyy-m-d
amount: #4
decimal: by evidence
description: #1
usual_currency: SEK
