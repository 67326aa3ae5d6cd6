# What is spent is above zero. Others write these three words with the sign of an account, so a
# document with nothing but these is left to a person.
name: uk-american-express
version: 1
also: uk-john-lewis-partnership-card-newday-format
also: uk-newday
title: American Express UK and NewDay cards
country: GB
encoding: windows-1252
header: Date,Description,Amount
date: Date
date_format: d/m/yyyy
amount: Amount
sign: debit positive
description: Description
usual_currency: GBP
order: newest first
