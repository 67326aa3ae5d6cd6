name: dk-bankernes-edb-central
version: 1
title: Bankernes EDB Central: Arbejdernes Landsbank, Merkur, Handelsbanken
country: DK
encoding: windows-1252
delimiter: semicolon
header: none
columns: 4
date: #1
date_format: d-m-yyyy
amount: #3
decimal: by evidence
balance: #4
description: #2
usual_currency: DKK
