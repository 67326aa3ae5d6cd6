# The bank writes a workbook; this is its table.
name: sg-uob-savings-account
version: 1
title: UOB Savings Account
country: SG
header: Transaction Date,Transaction Description,Withdrawal,Deposit,Available Balance
preamble: 12
date: Transaction Date
date_format: d mmm yyyy
credit: Deposit
debit: Withdrawal
description: Transaction Description
balance: Available Balance
usual_currency: SGD
