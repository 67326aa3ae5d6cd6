name: cz-airbank-checking-and-savings
version: 1
title: AirBank checking and savings
country: CZ
encoding: windows-1250
delimiter: semicolon
header: unknown
columns: 42
date: #1
date_format: d/m/yyyy
amount: #6
decimal: by evidence
counterparty: #10
description: #20
usual_currency: CZK
