name: uk-barclaycard-credit-card
version: 1
title: Barclaycard
country: GB
encoding: windows-1252
header: none
columns: 8
date: #1
date_format: d mmm yy
credit: #7
debit: #8
debits: by evidence
description: #2
category: #6
usual_currency: GBP
