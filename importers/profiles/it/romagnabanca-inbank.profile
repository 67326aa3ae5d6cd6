name: it-romagnabanca-inbank
version: 1
title: RomagnaBanca Inbank
country: IT
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 7
date: #1
date_format: d/m/yyyy
credit: #4
debit: #3
decimal: comma
description: #6
usual_currency: EUR
