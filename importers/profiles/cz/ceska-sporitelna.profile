name: cz-ceska-sporitelna
version: 1
title: Ceska Sporitelna
country: CZ
encoding: windows-1250
delimiter: semicolon
header: unknown
columns: 11
date: #2
date_format: yyyy/m/d
amount: #3
decimal: by evidence
counterparty: #4
description: #11
usual_currency: CZK
