name: de-commerzbank-checking
version: 1
title: Commerzbank checking
country: DE
encoding: windows-1252
delimiter: semicolon
header: Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;Auftraggeberkonto;Bankleitzahl Auftraggeberkonto;IBAN Auftraggeberkonto
header: Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;Auftraggeberkonto;Bankleitzahl Auftraggeberkonto;IBAN Auftraggeberkonto;Kategorie
date: Buchungstag
date_format: d.m.yyyy
amount: Betrag
decimal: comma
description: Buchungstext
value_date: Wertstellung
currency: Währung
account: IBAN Auftraggeberkonto
code: Umsatzart
