name: se-seb-skandinaviska-enskilda-banken
version: 1
title: SEB Skandinaviska Enskilda Banken
country: SE
encoding: windows-1252
header: unknown
columns: 6
first_row: 6
date: #1
date_format: yyyy-m-d
amount: #5
decimal: by evidence
description: #4
usual_currency: SEK
