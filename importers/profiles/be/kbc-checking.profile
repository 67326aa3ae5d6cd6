# Rekeningnummer, Rubrieknaam, Naam, Munt and Afschriftnummer stand before the date.
name: be-kbc-checking
version: 1
title: KBC checking
country: BE
encoding: windows-1252
delimiter: semicolon
header: unknown
columns: 18
date: #6
date_format: d/m/yyyy
amount: #9
decimal: comma
counterparty: #13
description: #7
usual_currency: EUR
