name: dk-portalbank
version: 1
title: Portalbank: Sparekassen Thy, Middelfart Sparekasse
country: DK
encoding: windows-1252
delimiter: semicolon
header: none
columns: 5
date: #2
date_format: d-m-yyyy
amount: #4
decimal: by evidence
balance: #5
description: #3
usual_currency: DKK
