name: be-kbc-credit
version: 1
title: KBC credit
country: BE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 16
date: #4
date_format: d/m/yyyy
amount: #11
decimal: comma
description: #13
usual_currency: EUR
