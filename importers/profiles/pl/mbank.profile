# The words of the header begin with #.
name: pl-mbank
version: 1
title: mBank
country: PL
encoding: windows-1250
delimiter: semicolon
header: #Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji
preamble: 45
date: #1
date_format: yyyy-mm-dd
amount: #7
decimal: by evidence
counterparty: #5
description: #3
value_date: #2
counterparty_account: #6
balance: #8
usual_currency: PLN
