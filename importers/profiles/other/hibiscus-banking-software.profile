name: hibiscus-banking-software
version: 1
title: Hibiscus, export
delimiter: semicolon
header: unknown
columns: 21
date: #10
date_format: d.m.yyyy
amount: #8
decimal: by evidence
counterparty: #7
description: #11
category: #16
usual_currency: EUR
