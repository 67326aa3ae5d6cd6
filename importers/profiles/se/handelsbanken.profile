# The bank writes a workbook; this is its table.
name: se-handelsbanken
version: 1
title: Handelsbanken
country: SE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 5
first_row: 8
date: #2
date_format: yyyy-mm-dd
amount: #4
decimal: by evidence
description: #3
usual_currency: SEK
