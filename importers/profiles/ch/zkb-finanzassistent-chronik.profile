name: ch-zkb-finanzassistent-chronik
version: 1
title: ZKB Finanzassistent-Chronik
country: CH
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 7
date: #1
date_format: yyyy-m-d
amount: #4
decimal: by evidence
counterparty: #6
description: #5
category: #2
usual_currency: CHF
