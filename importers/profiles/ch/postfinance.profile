name: ch-postfinance
version: 1
title: PostFinance
country: CH
encoding: windows-1252
delimiter: semicolon
header: Buchungsdatum;Avisierungstext;Gutschrift in {currency};Lastschrift in {currency};Valuta;Saldo in {currency}
preamble: 8
footer_rows: 3
date: Buchungsdatum
date_format: d.m.yyyy
date_format: yyyy-mm-dd
value_date: Valuta
credit: #3
debit: #4
debits: by evidence
decimal: by evidence
balance: #6
description: Avisierungstext
order: newest first
