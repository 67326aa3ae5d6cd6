# The same words in every country: days and months must show which way round they stand.
name: american-express-member
version: 1
title: American Express, with card member and account
header: Date,Description,Card Member,Account #,Amount
account: Account #
date: Date
date_format: d/m/yyyy
date_format: m/d/yyyy
amount: Amount
sign: debit positive
description: Description
order: newest first
