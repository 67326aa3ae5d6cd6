name: hu-k-h
version: 1
title: K&H
country: HU
encoding: windows-1250
delimiter: tab
header: unknown
columns: 21
date: #1
date_format: yyyy.m.d
amount: #8
decimal: by evidence
counterparty: #7
description: #3 + #10
usual_currency: HUF
