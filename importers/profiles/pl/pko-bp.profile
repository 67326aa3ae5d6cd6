name: pl-pko-bp
version: 1
title: PKO BP
country: PL
encoding: windows-1250
header: "Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Opis transakcji","","","",""
date: Data operacji
date_format: yyyy-m-d
amount: Kwota
decimal: by evidence
value_date: Data waluty
currency: Waluta
code: Typ transakcji
description: #6 + #7 + #8 + #9 + #10
