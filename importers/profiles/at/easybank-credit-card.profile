name: at-easybank-credit-card
version: 1
title: easybank, credit card
country: AT
encoding: windows-1252
delimiter: semicolon
header: none
columns: 6
date: #4
date_format: d.m.yyyy
amount: #5
decimal: comma
description: #2
usual_currency: EUR
