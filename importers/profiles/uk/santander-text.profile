# Blocks of labelled lines, the newest first, behind the period and the account.
name: uk-santander-text
version: 1
title: Santander UK, text file
country: GB
encoding: ISO-8859-1
layout: blocks
labels: Date | Description | Amount | Balance
preamble: 10
fact: period = From:
fact: account = Account:
date: Date
date_format: d/m/yyyy
amount: Amount
balance: Balance
description: Description
usual_currency: GBP
order: newest first
