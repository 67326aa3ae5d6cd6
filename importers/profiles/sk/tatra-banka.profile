name: sk-tatra-banka
version: 1
title: Tatra Banka
country: SK
encoding: windows-1250
header: unknown
columns: 15
date: #2
date_format: d.m.yyyy
amount: #3
direction: #5
credit_words: Kredit
debit_words: Debet
decimal: by evidence
counterparty: #9
description: #15
usual_currency: EUR
