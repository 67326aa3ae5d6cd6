name: se-nordea-netbank-nordea-se
version: 1
title: Nordea - netbank.nordea.se
country: SE
encoding: windows-1252
delimiter: semicolon
header: Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
date: Bokföringsdag
date_format: yyyy-mm-dd
date_format: yyyy/mm/dd
amount: Belopp
decimal: by evidence
description: Rubrik
balance: Saldo
currency: Valuta
counterparty: Namn
hold_back: Bokföringsdag begins Reserverad -> reserved and not booked
