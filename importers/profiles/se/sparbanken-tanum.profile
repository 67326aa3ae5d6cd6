name: se-sparbanken-tanum
version: 1
title: Sparbanken Tanum
country: SE
encoding: windows-1252
header: none
columns: 5
date: #2
date_format: yyyy-m-d
amount: #4
decimal: by evidence
description: #1
usual_currency: SEK
