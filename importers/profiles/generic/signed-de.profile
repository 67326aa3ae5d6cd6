name: generic-signed-de
version: 1
title: Signed amounts with a currency and the IBAN; German words
delimiter: semicolon
decimal: by evidence
header: Buchungstag;Verwendungszweck;Betrag;CCY;IBAN;Ref
header: Buchungstag;Verwendungszweck;Betrag;Währung;IBAN;Ref
account: IBAN
date: Buchungstag
date_format: yyyy-mm-dd
date_format: d.m.yyyy
amount: Betrag
currency: #4
description: Verwendungszweck
reference: Ref
