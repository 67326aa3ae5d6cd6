name: generic-credit-debit-en
version: 1
title: Credits and debits apart, with the running balance and the IBAN; English words
delimiter: semicolon
decimal: by evidence
header: Booking Date;Details;Credit;Debit;CCY;Running Balance;IBAN;Ref
account: IBAN
date: Booking Date
date_format: yyyy-mm-dd
date_format: d/m/yyyy
date_format: d.m.yyyy
debit: Debit
debits: by evidence
credit: Credit
balance: Running Balance
currency: CCY
description: Details
reference: Ref
