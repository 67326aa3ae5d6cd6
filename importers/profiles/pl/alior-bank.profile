# What is booked is the amount in the currency of the account.
name: pl-alior-bank
version: 1
title: Alior Bank
country: PL
encoding: windows-1250
delimiter: semicolon
header: Data transakcji;Data księgowania;Nazwa nadawcy;Nazwa odbiorcy;Szczegóły transakcji;Kwota operacji;Waluta operacji;Kwota w walucie rachunku;Waluta rachunku;Numer rachunku nadawcy;Numer rachunku odbiorcy
preamble: 6
date: Data transakcji
date_format: d-m-yyyy
amount: Kwota w walucie rachunku
decimal: comma
value_date: Data księgowania
currency: Waluta rachunku
counterparty: Nazwa nadawcy + Nazwa odbiorcy
description: Szczegóły transakcji
original_amount: Kwota operacji
original_currency: Waluta operacji
