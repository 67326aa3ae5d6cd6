name: co-bancolombia
version: 1
title: Bancolombia
country: CO
encoding: windows-1252
delimiter: tab
header: unknown
columns: 6
date: #1
date_format: yyyy/m/d
amount: #6
decimal: by evidence
description: #4
usual_currency: COP
