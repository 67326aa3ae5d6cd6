name: ch-ubs-checking-account-alternative-1
version: 1
title: UBS Checking account - Alternative 1
country: CH
encoding: windows-1252
delimiter: semicolon
header: Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten
preamble: 12
date: Abschlussdatum
date_format: yyyy-mm-dd
date_format: d.m.yyyy
credit: Gutschrift
debit: Belastung
debits: negative
decimal: by evidence
counterparty: Beschreibung1
description: Beschreibung2
time: Abschlusszeit
value_date: Valutadatum
currency: Währung
balance: Saldo
reference: Transaktions-Nr.
