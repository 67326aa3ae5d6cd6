name: us-tb-bank
version: 1
title: TB Bank
country: US
header: none
columns: 10
date: #1
date_format: m/d/yyyy
credit: #7
debit: #6
description: #5
usual_currency: USD
