name: de-sparkasse-rhein-neckar-nord
version: 1
title: Sparkasse, current account (CSV-CAMT) between commas
country: DE
encoding: windows-1252
header: unknown
columns: 17
date: #2
date_format: d.m.yy
amount: #15
decimal: comma
counterparty: #12
description: #4
usual_currency: EUR
