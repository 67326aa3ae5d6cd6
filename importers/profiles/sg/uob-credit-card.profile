# The bank writes a workbook; this is its table. What is spent is above zero.
name: sg-uob-credit-card
version: 1
title: UOB Credit Card
country: SG
header: Transaction Date,Posting Date,Description,Foreign Currency Type,Transaction Amount(Foreign),Local Currency Type,Transaction Amount(Local)
preamble: 14
date: Transaction Date
date_format: d mmm yyyy
amount: Transaction Amount(Local)
sign: debit positive
description: Description
currency: Local Currency Type
original_amount: Transaction Amount(Foreign)
original_currency: Foreign Currency Type
value_date: Posting Date
