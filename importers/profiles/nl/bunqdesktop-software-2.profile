name: nl-bunqdesktop-software-2
version: 1
title: bunqDesktop software 2
country: NL
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 14
date: #1
date_format: yyyy-m-d
amount: #3
decimal: comma
counterparty: #5
description: #7
usual_currency: EUR
