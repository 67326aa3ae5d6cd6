# Cards write the same words with what is spent above zero: a person must say which it is.
name: generic-date-description-amount
version: 1
title: Date, words and an amount with the sign of the account; English words
decimal: by evidence
header: Date,Description,Amount
date: Date
date_format: d/m/yyyy
date_format: m/d/yyyy
date_format: yyyy-mm-dd
amount: Amount
description: Description
